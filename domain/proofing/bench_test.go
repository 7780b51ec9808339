package proofing_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain/proofing"
)

// draft returns some 3,000 characters of paragraphs that are nearly the same.
func draft(paragraph string) string {
	var b strings.Builder
	for i := 0; b.Len() == 0 || len([]rune(b.String())) < 3000; i++ {
		b.WriteString(paragraph)
		b.WriteString(strings.Repeat("!", i%3)) // no two are the same
		b.WriteString("\n\n")
	}
	return b.String()
}

// BenchmarkChecks is everything that is checked after a key was typed into a draft
// of 3,000 characters ("key"), and of one that was never seen ("whole").
func BenchmarkChecks(b *testing.B) {
	benchmarkDrafts(b, "key", true)
	benchmarkDrafts(b, "whole", false)
}

func benchmarkDrafts(b *testing.B, name string, again bool) {
	for lang, paragraph := range map[string]string{
		"en": "The well in Wadi Noor gives clean water to 4,200 people. Write to info@example.org, or call the clinic before Tuesday. Nobody should drink from the upper spring until the laboratory has looked at the samples.",
		"ar": "تعطي بئر وادي نور ماءً نظيفًا لنحو 4200 شخص. اكتبوا إلى info@example.org أو اتصلوا بالعيادة قبل يوم الثلاثاء. لا يشرب أحد من النبع الأعلى حتى يفحص المختبر العينات كلها.",
	} {
		b.Run(lang+"-"+name, func(b *testing.B) {
			crew := team(b, proofing.Choices{})
			c, m := campaign("")
			text := draft(paragraph)
			m.Core = m.Core.With(lang, text)
			c.Messages[0] = m
			reader := crew.Reader()
			reader.Read(c, m, today)
			var times []time.Duration
			for b.Loop() {
				if !again {
					reader = crew.Reader()
				}
				at := len(times) % 200
				m.Core = m.Core.With(lang, text[:len(text)-2]+strings.Repeat("x", at))
				began := time.Now()
				reader.Read(c, m, today)
				times = append(times, time.Since(began))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
