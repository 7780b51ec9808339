package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// words are typed in the tests of undo, in each language.
var words = map[string]string{"en": "alpha beta gamma delta", "ar": "ماء نظيف لكل بيت"}

// writing opens the messages of a campaign with two messages; the caret is in the
// field of the first one.
func writing(t *testing.T, language, field string) (b *bench, first, second domain.ID) {
	t.Helper()
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b = newBench(t, store, settings.Settings{Lang: language, Campaign: c.ID(), Tab: tabMessages})
	first, second = domain.NewID(), domain.NewID()
	for _, id := range []domain.ID{first, second} {
		m := domain.Message{ID: id, Title: "old", Core: domain.Text{Ar: "قديم", En: "old"}}
		if err := b.desk.open.Apply(domain.AddMessage{Message: m}); err != nil {
			t.Fatal(err)
		}
	}
	b.goTo(domain.Place{Kind: domain.KindMessage, ID: first, Field: field})
	b.settle()
	return b, first, second
}

// give gives a shortcut to what has the keyboard, as Fyne does.
func (b *bench) give(s fyne.Shortcut) {
	if f, ok := b.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
	} else {
		b.shortcut(s)
	}
	b.settle()
}

func (b *bench) write(text string) {
	for _, r := range text {
		b.window.Canvas().Focused().TypedRune(r)
	}
	b.settle()
}

func (b *bench) message(id domain.ID) domain.Message {
	m, _ := b.desk.open.Campaign().Message(id)
	return m
}

func TestUndoTakesAWordBackInAScreenAsInADialog(t *testing.T) {
	for _, language := range i18n.Languages() {
		for _, field := range []string{"title", "core." + language} {
			t.Run(language+" "+field, func(t *testing.T) {
				b, id, _ := writing(t, language, field)
				text := func() string {
					if field == "title" {
						return b.message(id).Title
					}
					return b.message(id).Core.In(language)
				}
				old := text()
				b.give(&fyne.ShortcutSelectAll{})
				b.write(words[language])
				typed := strings.SplitAfter(words[language], " ")
				var shown []string
				for i := len(typed) - 1; i > 0; i-- {
					shown = append(shown, strings.Join(typed[:i], ""))
				}
				for _, want := range append(shown, old) {
					b.give(&fyne.ShortcutUndo{})
					if got := text(); got != want {
						t.Fatalf("after undo %q, want %q", got, want)
					}
					if got, typing := b.env.Typing(); !typing || got != want {
						t.Fatalf("the caret is in %q, want %q", got, want)
					}
				}
				b.give(&fyne.ShortcutRedo{})
				if got, want := text(), typed[0]; got != want {
					t.Fatalf("after redo %q, want %q", got, want)
				}
			})
		}
	}
}

func TestUndoShowsWhatItChangesAndTakesTheCaretThere(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			other := map[string]string{"en": "ar", "ar": "en"}[language]
			b, first, second := writing(t, language, "core."+other)
			b.give(&fyne.ShortcutSelectAll{})
			b.write(words[other])
			b.goTo(domain.Place{Kind: domain.KindMessage, ID: second, Field: "title"})
			for range strings.Fields(words[other]) {
				b.give(&fyne.ShortcutUndo{})
				if got := b.place().ID; got != first {
					t.Fatal("the message that undo changes is not on show")
				}
				if got, typing := b.env.Typing(); !typing || got != b.message(first).Core.In(other) {
					t.Fatalf("the caret is in %q, want the text that changes", got)
				}
			}
			b.give(&fyne.ShortcutUndo{}) // the second message goes
			if got, typing := b.env.Typing(); typing && got != b.message(b.place().ID).Core.In(other) {
				t.Fatalf("the caret is in %q, which is not on show", got)
			}
		})
	}
}

func TestUndoTakesTheCaretOutOfATextThatAnotherRecordTakesThePlaceOf(t *testing.T) {
	b, _, second := writing(t, "en", "title")
	b.goTo(domain.Place{Kind: domain.KindMessage, ID: second, Field: "title"})
	b.give(&fyne.ShortcutUndo{}) // it was added last
	if _, ok := b.desk.open.Campaign().Message(second); ok {
		t.Fatal("the message is still there")
	}
	if got, typing := b.env.Typing(); typing {
		t.Fatalf("the caret stands in %q, a text of another message", got)
	}
	b.give(&fyne.ShortcutRedo{})
	if got := b.place().ID; got != second {
		t.Fatal("the message that came back is not on show")
	}
}

func TestUndoGoesToTheTabWhereItsStepIsSeen(t *testing.T) {
	b, first, _ := writing(t, "en", "title")
	b.write("er")
	b.selectTab(tabEthics)
	b.give(&fyne.ShortcutUndo{})
	if b.tabs.Selected() != tabMessages || b.place().ID != first {
		t.Fatalf("tab %q, place %+v", b.tabs.Selected(), b.place())
	}
	if err := b.desk.open.Apply(domain.Rename{Title: "Springs"}); err != nil {
		t.Fatal(err)
	}
	b.give(&fyne.ShortcutUndo{})
	if got := b.tabs.Selected(); got != tabMessages {
		t.Fatalf("the title is to be read in every tab, and undo went to %q", got)
	}
}
