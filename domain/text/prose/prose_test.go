package prose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentencesEndWhereAReaderWouldPause(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"en", "One. Two! Three?", []string{"One.", "Two!", "Three?"}},
		{"en", "Dr. Aziz came. He helped.", []string{"Dr. Aziz came.", "He helped."}},
		{"en", "It costs 2.5 million, e.g. for water.", []string{"It costs 2.5 million, e.g. for water."}},
		{"en", "We work with the U.N. in Yemen. Join us.", []string{"We work with the U.N. in Yemen.", "Join us."}},
		{"en", "J. Smith wrote it.", []string{"J. Smith wrote it."}},
		{"en", "“Stop!” she said. They did.", []string{"Stop!” she said.", "They did."}},
		{"en", "we help. you can too.", []string{"we help.", "you can too."}},
		{"en", "Wait... what? Really…", []string{"Wait... what?", "Really…"}},
		{"en", "Title\n- one\n- two", []string{"Title", "one", "two"}},
		{"en", "• one • two", []string{"one", "two"}},
		{"en", "1️⃣ Wash hands 2️⃣ Dry them", []string{"Wash hands 2️⃣ Dry them"}},
		{"en", "Give now: https://example.org/a.b?c=d! Thanks.", []string{"Give now", "Thanks."}},
		{"en", "Thanks @athar and #WorldWaterDay. More.", []string{"Thanks @athar and", "More."}},
		{"en", "Write to help.desk@example.org. Now.", []string{"Write to", "Now."}},
		{"en", "👍🏽 🎉", nil},
		{"en", "The meeting is at 10 a.m. on Monday.", []string{"The meeting is at 10 a.m. on Monday."}},
		{"ar", "أين الماء؟ هنا! نعم. الآن…", []string{"أين الماء؟", "هنا!", "نعم.", "الآن…"}},
		{"ar", "قال د. أحمد إن الماء آمن، شكراً.", []string{"قال د. أحمد إن الماء آمن، شكراً."}},
		{"ar", "سجّل الآن #معاً_نستطيع\nالمكان: القاهرة", []string{"سجّل الآن", "المكان: القاهرة"}},
		{"ar", "النسبة ٢٫٥٪ فقط. شكراً", []string{"النسبة ٢٫٥٪ فقط.", "شكراً"}},
		{"fr", "Mme. Diop parle. M. Ba aussi.", []string{"Mme. Diop parle.", "M. Ba aussi."}},
		{"es", "Hay ayuda, p. ej. agua. ¿Vienes? ¡Sí!", []string{"Hay ayuda, p. ej. agua.", "Vienes?", "Sí!"}},
		{"ur", "یہ پانی ہے۔ آؤ", []string{"یہ پانی ہے۔", "آؤ"}},
	} {
		var got []string
		for _, s := range Sentences(c.text, c.lang) {
			got = append(got, s.In(c.text))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s %q:\n got %q\nwant %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestWordsAreWhatAReaderReadsAsOne(t *testing.T) {
	for text, want := range map[string]string{
		"don't well-known U.N. R&D":          "don't|well-known|U.N.|R|D",
		"10:30 1,200.50 5/6 20th":            "10:30|1,200.50|5/6|20th",
		"ab-\ncd -x- 'quoted'":               "ab|cd|x|quoted",
		"مـــاء و\u200cالحملة السّلامُ":      "مـــاء|و\u200cالحملة|السّلامُ",
		"l’homme aujourd'hui":                "l’homme|aujourd'hui",
		"see example.org or www.example.com": "see|or",
		"👩\u200d👩\u200d👧 family ❤️ love":     "family|love",
		"mail a@b.org, #tag2 @me":            "mail",
		"":                                   "",
	} {
		var got []string
		for _, w := range Words(text, "") {
			got = append(got, w.In(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func FuzzSentencesLieWithinTheTextAndInOrder(f *testing.F) {
	for _, seed := range []string{"One. Two", "أين؟ هنا", "a@b @c #d e.org", "1️⃣\u200d x", "\xff. \xc0a", "U.N. p.m."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last, words := 0, 0
		for _, s := range Sentences(text, "en") {
			if s.Start < last || s.End > len(text) || s.Start >= s.End || len(s.Words) == 0 {
				t.Fatalf("%q: sentence %+v after %d", text, s.Span, last)
			}
			last = s.End
			at := s.Start
			for _, w := range s.Words {
				if w.Start < at || w.End > s.End || w.Start >= w.End {
					t.Fatalf("%q: word %+v in %+v", text, w, s.Span)
				}
				if got := utf8.RuneCountInString(text[:w.Start]); got != w.From {
					t.Fatalf("%q: word at rune %d, counted as %d", text, got, w.From)
				}
				if got := utf8.RuneCountInString(w.In(text)); got != w.To-w.From {
					t.Fatalf("%q: word of %d runes, counted as %d", text, got, w.To-w.From)
				}
				at = w.End
			}
			words += len(s.Words)
		}
		if all := Words(text, "en"); len(all) != words {
			t.Fatalf("%q: %d words, %d in sentences", text, len(all), words)
		}
	})
}
