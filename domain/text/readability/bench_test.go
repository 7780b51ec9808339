package readability

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// The drafts of the benchmarks: 3,000 runes, in ten paragraphs, with what posts have.
func draft(lang string) string {
	paragraph := map[string]string{
		"en": "Clean water is a right, not a favour. Last year our volunteers tested 1,240 wells in 36 villages; one in four was unsafe. Test yours before you drink: https://example.org/wells #CleanWater @athar. Will you help us reach the next village? Dr. Aziz and her team are ready.",
		"ar": "الماء النظيف حق وليس منّة. فحص متطوعونا في العام الماضي ١٬٢٤٠ بئرًا في ٣٦ قرية، وكانت بئر من كل أربع غير صالحة. افحصوا آباركم قبل الشرب: https://example.org/wells #ماء_نظيف @athar. هل تساعدوننا في الوصول إلى القرية التالية؟ د. عزيزة وفريقها مستعدون.",
	}[lang]
	var b strings.Builder
	for n := 1; utf8.RuneCountInString(b.String()) < 3000; n++ {
		b.WriteString(strconv.Itoa(n) + ". " + paragraph + "\n") // no two alike
	}
	return string([]rune(b.String())[:3000])
}

// BenchmarkReading measures the report on a draft of 3,000 runes, counted whole and after
// a keystroke.
func BenchmarkReading(b *testing.B) {
	for _, lang := range []string{"en", "ar"} {
		text := draft(lang)
		b.Run(lang+"-whole", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(text, lang, TargetFor())
			}
		})
		b.Run(lang+"-key", func(b *testing.B) {
			var m Meter
			m.Read(text, lang, TargetFor())
			for i := 0; b.Loop(); i++ {
				m.Read(text+strings.Repeat("x", i%7), lang, TargetFor())
			}
		})
	}
}
