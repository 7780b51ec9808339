package spelling

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// BenchmarkDictionary measures reading the system's dictionaries, what they take in
// memory, and the spelling check of a paragraph that was not seen before.
func BenchmarkDictionary(b *testing.B) {
	paragraphs := map[string]string{
		"en_US": "Clean water is a right, not a favour. Last year our volunteers tested the wells of many villages; one in four was unsafe. Will you help us reach the next vilage?",
		"ar":    "الماء النظيف حق وليس منّة. فحص متطوعونا في العام الماضي آبارًا في قرى كثيرة، وكانت بئر من كل أربع غير صالحة. هل تساعدوننا في الوصول الى القرية التالية؟",
	}
	for _, name := range []string{"en_US", "ar"} {
		b.Run(name, func(b *testing.B) {
			var d *Dictionary
			var load time.Duration
			before := heap()
			for b.Loop() {
				start := time.Now()
				d = system(b, name)
				load += time.Since(start)
			}
			took := heap() - before
			lang, _, _ := strings.Cut(name, "_")
			start := time.Now()
			const times = 50
			for range times {
				NewChecker(map[string]*Dictionary{lang: d}, Personal{}, 0).Check(paragraphs[name], lang)
			}
			b.ReportMetric(float64(time.Since(start).Microseconds())/times/1000, "paragraph-ms")
			b.ReportMetric(float64(load.Milliseconds())/float64(b.N), "load-ms")
			b.ReportMetric(float64(took)/1e6, "MB")
			runtime.KeepAlive(d)
		})
	}
}

// heap returns the bytes in use after a collection.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
