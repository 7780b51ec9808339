package wording_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain/check"
	"athar/domain/wording"
)

// draft is 3,000 characters of paragraphs in both languages, as dense with
// findings as no draft is.
func draft() string {
	const piece = "Act now before it's too late! We provide assistance to the disabled in order to make a difference. Studies show that a large number of families need water 💧.\n" +
		"يسرنا أن نعلن عن حملة #مياه_نظيفة للمعاقين، وذلك من أجل غد أفضل. قامت بزيارة المدرسة في 2026 ووزعت ٣٠ سلة.\n" +
		"The committee met with the farmers of the valley; nine wells were dug, and forty families have clean water at home.\n\n"
	return string([]rune(strings.Repeat(piece, 10))[:3000])
}

// percentile returns the share of times that p of them stay under, in
// milliseconds.
func percentile(times []time.Duration, p float64) float64 {
	slices.Sort(times)
	return float64(times[int(p*float64(len(times)-1))]) / 1e6
}

// BenchmarkDraft is the check of a draft of 3,000 characters with all rules that
// are on: after a key in one paragraph, and whole, with nothing remembered.
func BenchmarkDraft(b *testing.B) {
	rules, text := shipped(b, false), draft()
	b.Run("key", func(b *testing.B) {
		desk := check.NewDesk(rules)
		desk.Check(text, "en")
		var times []time.Duration
		for b.Loop() {
			at := strings.LastIndex(text[:1400], "farmers")
			changed := text[:at] + fmt.Sprint(len(times)) + text[at:]
			start := time.Now()
			desk.Check(changed, "en")
			times = append(times, time.Since(start))
		}
		b.ReportMetric(percentile(times, 0.5), "p50-ms")
		b.ReportMetric(percentile(times, 0.95), "p95-ms")
	})
	b.Run("whole", func(b *testing.B) {
		var times []time.Duration
		for b.Loop() {
			start := time.Now()
			check.NewDesk(rules).Check(text, "")
			times = append(times, time.Since(start))
		}
		b.ReportMetric(percentile(times, 0.5), "p50-ms")
		b.ReportMetric(percentile(times, 0.95), "p95-ms")
	})
}

// BenchmarkCorpus is the check of real texts one after the other, and Vale's
// with the English rules on the same texts in the same run. ATHAR_VALE names
// the program; without it the figures of Vale are left out. Vale gets each text
// as a file of its own: its time for one file grows with the square of the
// length.
func BenchmarkCorpus(b *testing.B) {
	rules := shipped(b, false)
	corpus, size := posts(b), 0
	for _, text := range corpus {
		size += len(text)
	}
	var ours, vale time.Duration
	for b.Loop() {
		start := time.Now()
		for _, text := range corpus {
			rules.Check(text, "")
			rules.CheckDraft(text, "")
		}
		ours += time.Since(start)
		if program := os.Getenv("ATHAR_VALE"); program != "" {
			vale += runVale(b, program, corpus)
		}
	}
	megabytes := float64(size) * float64(b.N) / 1e6
	b.ReportMetric(float64(size)/1e6, "MB")
	b.ReportMetric(megabytes/ours.Seconds(), "MB/s")
	if vale > 0 {
		b.ReportMetric(megabytes/vale.Seconds(), "vale-MB/s")
		b.ReportMetric(vale.Seconds()/ours.Seconds(), "vale-times")
		b.ReportMetric(ours.Seconds()/vale.Seconds(), "of-vale")
	}
}

// posts returns all declarations and all tweets, or the draft many times over
// where they are not there.
func posts(b *testing.B) []string {
	if os.Getenv("ATHAR_DATA") == "" {
		return slices.Repeat([]string{draft()}, 40)
	}
	all := texts(b)
	var out []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		out = append(out, all[name]...)
	}
	return out
}

// runVale returns how long Vale takes for the texts beyond what it takes for a
// text of one word, so that its start does not count.
func runVale(b *testing.B, program string, corpus []string) time.Duration {
	b.Helper()
	dir := b.TempDir()
	writeStyle(b, filepath.Join(dir, "styles", "Athar"))
	config := "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Athar\n"
	write(b, filepath.Join(dir, ".vale.ini"), config)
	write(b, filepath.Join(dir, "start", "word.txt"), "word")
	for i, text := range corpus {
		write(b, filepath.Join(dir, "corpus", fmt.Sprintf("%d.txt", i)), text)
	}
	run := func(name string) (time.Duration, int) {
		cmd := exec.Command(program, "--no-exit", "--output=line", name)
		cmd.Dir = dir
		var errs bytes.Buffer
		cmd.Stderr = &errs
		start := time.Now()
		out, err := cmd.Output()
		took := time.Since(start)
		if err != nil {
			b.Fatalf("vale: %v: %s", err, errs.String())
		}
		return took, bytes.Count(out, []byte("\n"))
	}
	start, _ := run("start")
	took, alerts := run("corpus")
	if alerts == 0 {
		b.Fatal("vale found nothing: its rules are not at work")
	}
	b.ReportMetric(float64(alerts), "vale-alerts")
	return took - start
}

// writeStyle writes the English rules of phrases as Vale's rules: a rule of
// ours is one of Vale's, with the same phrases.
func writeStyle(b *testing.B, dir string) {
	for _, r := range pack(b, "wording-en.json").Rules {
		var out strings.Builder
		switch {
		case !r.On:
			continue
		case r.Kind == wording.Existence:
			out.WriteString("extends: existence\nmessage: \"'%s'\"\nlevel: suggestion\nignorecase: true\ntokens:\n")
			for _, phrase := range r.Find {
				fmt.Fprintf(&out, "  - %q\n", pattern(phrase))
			}
		case r.Kind == wording.Substitution:
			out.WriteString("extends: substitution\nmessage: \"'%s': '%s'\"\nlevel: suggestion\nignorecase: true\nswap:\n")
			for _, replacement := range r.Replace {
				for _, phrase := range replacement.Find {
					fmt.Fprintf(&out, "  %q: %q\n", pattern(phrase), replacement.With[0])
				}
			}
		case r.Kind == wording.Repetition:
			out.WriteString("extends: repetition\nmessage: \"'%s'\"\nlevel: suggestion\nalpha: true\ntokens:\n  - '[^\\s]+'\n")
		default:
			continue
		}
		write(b, filepath.Join(dir, strings.TrimPrefix(r.ID, "en.")+".yml"), out.String())
	}
}

// pattern writes a phrase as a regular expression.
func pattern(phrase string) string {
	var out strings.Builder
	for i, slot := range strings.Fields(strings.NewReplacer("^", "", "-", " ", "*", `\w+`).Replace(phrase)) {
		inner, optional := strings.CutPrefix(slot, "(")
		words := "(?:" + strings.ReplaceAll(strings.TrimSuffix(inner, ")"), "/", "|") + ")"
		switch {
		case optional && i == 0:
			words = "(?:" + words + " )?"
		case optional:
			words = "(?: " + words + ")?"
		case i > 0 && !strings.HasSuffix(out.String(), " )?"):
			words = "[ -]" + words
		}
		out.WriteString(words)
	}
	return out.String()
}

func write(b *testing.B, path, content string) {
	b.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		b.Fatal(err)
	}
}
