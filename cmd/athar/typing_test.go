package main

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"athar/gui/i18n"
)

// writer is a typist with a campaign and an empty message in front.
type writer struct {
	*typist
	printer *i18n.Printer
	data    string
}

// bothWays gives a test a writer at the Arabic and at the English window, and
// each another way to change the keyboard's language.
func bothWays(t *testing.T, test func(*testing.T, *writer)) {
	for i, lang := range i18n.Languages() {
		t.Run(lang, func(t *testing.T) { test(t, newWriter(t, lang, toggles()[i])) })
	}
}

func newWriter(t *testing.T, lang string, toggle toggle) *writer {
	t.Helper()
	dir, _ := home(t)
	w := &writer{printer: printerOf(t, lang), data: filepath.Join(dir, "data")}
	terminal(t, exitOK, "new", "--title", "Typing", "--data", w.data)
	a := newDesktop(t).open(w.data, lang)
	a.click("Typing")
	a.click(w.printer.T("home.open"))
	a.expect(w.printer.T("home.goal"))
	a.key("ctrl+3")
	a.click(w.printer.T("messages.new"))
	a.caretIn(w.printer.T("messages.field.title"), 30)
	w.typist = a.sit(toggle)
	return w
}

// languages returns that of the interface, and the other one.
func (w *writer) languages() (own, other string) {
	if w.printer.Lang() == "ar" {
		return "ar", "en"
	}
	return "en", "ar"
}

// in presses the mouse in one of the message's texts: core or action, and the
// language.
func (w *writer) in(field string) {
	w.t.Helper()
	w.into(w.printer.T("messages.field."+field), 45)
}

// fill writes a text into one of the message's texts in place of what is there.
func (w *writer) fill(field, text string) edited {
	w.t.Helper()
	w.in(field)
	if w.look().Text != "" {
		w.press(keyCtrl, keyA)
		w.press(keyDelete)
		w.reads("")
	}
	w.types(text)
	return w.reads(norm.NFC.String(text))
}

// finish closes the window and returns the message in the store.
func (w *writer) finish() shownMessage {
	w.t.Helper()
	w.press(keyCtrl, keyQ)
	w.expectEnd()
	c := shownIn(w.t.(*testing.T), w.data)
	if len(c.Messages) != 1 {
		w.t.Fatalf("%d messages, want one", len(c.Messages))
	}
	return c.Messages[0]
}

// TestEveryKeyOfAnArabicKeyboardWritesWhatIsPrintedOnIt alone, with Shift, and
// with AltGr.
func TestEveryKeyOfAnArabicKeyboardWritesWhatIsPrintedOnIt(t *testing.T) {
	bothWays(t, func(t *testing.T, w *writer) {
		w.only("ara")
		want := ""
		for _, r := range arabic() {
			want += strings.Join(strings.Fields(r.plain+" "+r.shifted+" "+r.third), " ") + "\n"
		}
		w.in("core_ar")
		w.types(want)
		w.reads(want)
		w.shot("keys")
		if got := w.finish().Core["ar"]; got != want {
			t.Errorf("the store has %q, want %q", got, want)
		}
	})
}

// TestTextOfBothLanguagesIsStoredAsItIsRead whatever the languages of the field
// and of the interface are, in Unicode's composed form.
func TestTextOfBothLanguagesIsStoredAsItIsRead(t *testing.T) {
	want := shownMessage{
		Title: "حملة 2026 للمياه (Clean Water) 75%.",
		Core: shownText{
			"ar": "نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)؛ أَكَّدَتِ المُدَرِّسةُ: «إنَّ الماءَ حَياةٌ»، لأنه حياة!\n" +
				"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!",
			"en": "Hello عالم 123 test.\nSay \"شكرًا لكم\" [3x], then go: آخر, لإرسال & more?",
		},
		Action: shownText{
			"ar": "WhatsApp هو الأسرع، أليس كذلك؟ لآخر الأخبار: 1.5",
			"en": "سجّلوا now; الآن!",
		},
	}
	bothWays(t, func(t *testing.T, w *writer) {
		for _, f := range []struct{ field, text string }{
			{"", want.Title},
			{"core_ar", want.Core["ar"]},
			{"core_en", want.Core["en"]},
			{"action_ar", want.Action["ar"]},
			{"action_en", want.Action["en"]},
		} {
			if f.field != "" { // the title has the keyboard already
				w.in(f.field)
			}
			w.types(f.text)
			w.reads(norm.NFC.String(f.text))
		}
		w.until("the save", func() bool { return w.saysSaved(w.printer) })
		w.shot("typed")
		got := w.finish()
		for _, text := range []struct{ field, got, want string }{
			{"title", got.Title, want.Title},
			{"Arabic text", got.Core["ar"], want.Core["ar"]},
			{"English text", got.Core["en"], want.Core["en"]},
			{"Arabic call", got.Action["ar"], want.Action["ar"]},
			{"English call", got.Action["en"], want.Action["en"]},
		} {
			if text.got != norm.NFC.String(text.want) {
				t.Errorf("the %s in the store is %q, want %q", text.field, text.got, text.want)
			}
		}
	})
}
