package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/gui/theme"
)

func TestANoteStandsBesideThePageWhereBothHaveRoom(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		env := window(t, lang, theme.Options{})
		note, below := NewParagraph(env, "A note of a few words.", StyleBody), Stack()
		page := Column(NewLabel(env, "Page", StyleBody), below)
		a := NewAside(env, AsideOptions{Page: page, Note: note, Below: below, PageWidth: 300, Widest: 600, NoteWidth: 200})
		show(env, a.Content, 700, 300)
		for _, tt := range []struct {
			width  float32
			beside bool
			page   float32 // its width
		}{{499, false, 499}, {500, true, 300}, {700, true, 500}, {850, true, 600}, {2000, true, 1700}, {400, false, 400}, {700, true, 500}} {
			a.Content.Resize(fyne.NewSize(tt.width, 300))
			if a.IsBeside() != tt.beside || a.Page.Size().Width != tt.page {
				t.Errorf("%s, %v wide: beside %v, the page is %v wide", lang, tt.width, a.IsBeside(), a.Page.Size().Width)
			}
			holder := below
			if tt.beside {
				holder = a.stand
			}
			if len(holder.Objects) != 1 || holder.Objects[0] != note || len(below.Objects)+len(a.stand.Objects) != 1 {
				t.Errorf("%s, %v wide: the note is in %v places", lang, tt.width, len(below.Objects)+len(a.stand.Objects))
			}
			if x := a.Page.Position().X; tt.beside && (x > 0) != (lang == "ar") {
				t.Errorf("%s: the page begins at %v", lang, x)
			}
		}
	}
}

func TestWhatIsOnThePageStaysWhereItIsWhenTheNoteBesideItGrows(t *testing.T) {
	env := window(t, "en", theme.Options{})
	note, below := NewParagraph(env, "Short.", StyleBody), Stack()
	last := NewLabel(env, "Last", StyleBody)
	a := NewAside(env, AsideOptions{
		Page: Column(NewLabel(env, "Page", StyleBody), below, last), Note: note, Below: below, PageWidth: 300, Widest: 600, NoteWidth: 200,
	})
	show(env, a.Content, 700, 300)
	before := last.Position()
	note.SetText("A note that has become much longer than it was, and takes several lines in the room that it has beside the page.")
	a.Resettle()
	if last.Position() != before || note.Size().Height < 2*last.Size().Height {
		t.Errorf("the page moved from %v to %v; the note is %v high", before, last.Position(), note.Size().Height)
	}
}

func TestAPageThatNeedsMoreRoomHasItsNoteBelow(t *testing.T) {
	env := window(t, "en", theme.Options{})
	note, below := NewParagraph(env, "A note.", StyleBody), Stack()
	a := NewAside(env, AsideOptions{Page: Column(below), Note: note, Below: below, PageWidth: 300, Widest: 600, NoteWidth: 200})
	show(env, a.Content, 700, 300)
	if !a.IsBeside() {
		t.Fatal("there is room")
	}
	a.Page.Content.(*fyne.Container).Add(Gap(600))
	a.Resettle()
	if a.IsBeside() {
		t.Error("the page is cut")
	}
}
