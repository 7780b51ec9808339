package messages

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestANewMessageIsWrittenFromItsTitleOn(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{})
		if !d.Sees(env.T("messages.empty")) {
			t.Error("nothing says what a message is")
		}
		d.Press("messages.new")
		if d.Sees(env.T("messages.empty")) || d.Sees(env.T("messages.problem.title")) {
			t.Error("a new message is told off before anything was typed")
		}
		d.Write("مياه Clean 75%")
		if m := d.selected(); m.Title != "مياه Clean 75%" || m.Status != domain.MessageDraft {
			t.Errorf("the campaign has %+v", m)
		}
		if !guitest.Sees(d.screen.view.panel.list, "مياه Clean 75%") {
			t.Errorf("the list shows %q", guitest.Texts(d.screen.view.panel.list))
		}
		d.screen.Leave()
		if !d.Sees(env.T("messages.problem.core")) {
			t.Error("leaving says nothing of the missing core text")
		}
	})
}

func TestTypingIsOneStepToUndo(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.Show(domain.Place{ID: d.screen.Place().ID, Field: "action"})
	before := d.selected().Action.En
	d.Write("!!!")
	if got := d.selected().Action.En; got == before {
		t.Fatal("nothing was typed")
	}
	d.screen.Show(domain.Place{ID: d.screen.Place().ID, Field: "title"})
	d.Write("?")
	for range 2 {
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.selected().Action.En; got != before {
		t.Errorf("after two steps back the action is %q, want %q", got, before)
	}
	if !d.Sees(before) {
		t.Error("the editor does not show it")
	}
}

func TestThePlaceNamesTheFieldThatGetsTheCaret(t *testing.T) {
	c := campaign()
	first, second := c.SortedMessages()[0].ID, c.SortedMessages()[1].ID
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, c)
		own := env.Printer.Lang()
		for _, tt := range []struct {
			id    domain.ID
			field string
			typed func(domain.Message) string
		}{
			{first, "title", func(m domain.Message) string { return m.Title }},
			{first, "core", func(m domain.Message) string { return m.Core.Of(own) }},
			{first, "action", func(m domain.Message) string { return m.Action.Of(own) }},
			{second, "core", func(m domain.Message) string { return m.Core.En }}, // the one that is missing
			{first, "variant.x", func(m domain.Message) string {
				v, _ := m.Variant("x")
				return v.Text.Ar // the one that is too long
			}},
			{first, "variant.sms", func(m domain.Message) string {
				v, _ := m.Variant("sms")
				return v.Text.Of(own)
			}},
		} {
			d.screen.Show(domain.Place{Kind: domain.KindMessage, ID: tt.id, Field: tt.field})
			if d.screen.Place().ID != tt.id {
				t.Fatalf("%s: another message is selected", tt.field)
			}
			before := tt.typed(d.selected())
			d.Write("Z")
			if after := tt.typed(d.selected()); len(after) != len(before)+1 {
				t.Errorf("%s: typing led to %q", tt.field, after)
			}
		}
		d.screen.Show(domain.Place{Kind: domain.KindMessage, ID: first, Field: "segments"})
		if _, ok := env.Window.Canvas().Focused().(*kit.Chips); !ok {
			t.Errorf("segments: %T has the focus", env.Window.Canvas().Focused())
		}
		place := d.screen.Place()
		d.screen.Show(domain.Place{Kind: domain.KindMessage, ID: domain.NewID()})
		if d.screen.Place() != place {
			t.Error("a message that is gone changed the selection")
		}
	})
}

func TestTheFieldThatIsAskedForIsScrolledTo(t *testing.T) {
	env := guitest.Env(t, "ar")
	d := open(t, env, campaign())
	d.screen.Show(domain.Place{ID: d.screen.Place().ID, Field: "variant.sms"})
	at := env.Window.Canvas().Focused().(fyne.CanvasObject)
	if top := guitest.Top(at); top < 0 || top+at.Size().Height > guitest.Height+1 {
		t.Errorf("the text stands at %v to %v of %v", top, top+at.Size().Height, guitest.Height)
	}
}

func TestBuildingTheScreenEditsNothing(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), campaign())
	d.screen.choose(1)
	d.screen.choose(2)
	d.screen.choose(0)
	d.screen.Leave()
	if _, ok := d.session.UndoLabel(); ok {
		t.Error("showing messages made an edit")
	}
}

func TestAClosedScreenHearsNothing(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.Close()
	if err := d.session.Apply(domain.RemoveMessages{IDs: []domain.ID{d.screen.Place().ID}}); err != nil {
		t.Fatal(err)
	}
	if len(d.screen.list) != 3 {
		t.Error("the list changed")
	}
}

func TestTheTabFitsTheSmallestWindow(t *testing.T) {
	guitest.EveryLook(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		guitest.Fits(t, d.screen.Content())
		for _, r := range guitest.Find[*listRow](d.screen.view.panel.list) {
			if need := r.line.MinSize().Width; r.Visible() && need > r.line.Size().Width {
				t.Errorf("a row needs %v of %v", need, r.line.Size().Width)
			}
		}
		page := d.screen.view.editor.content
		if need := page.Content.MinSize().Width; need > page.Size().Width {
			t.Errorf("the page needs %v of %v", need, page.Size().Width)
		}
	})
}

func TestWhatThereIsToSayStandsBesideTheTextWhereThereIsRoom(t *testing.T) {
	for width, beside := range map[float32]bool{1366: true, 900: false} {
		d := open(t, guitest.Env(t, "en"), campaign())
		d.Env.Window.Resize(fyne.NewSize(width, 700))
		if got := d.screen.view.editor.aside.IsBeside(); got != beside {
			t.Errorf("%v wide: beside %v, want %v", width, got, beside)
		}
		page := d.screen.view.editor.content
		if page.Content.MinSize().Width > page.Size().Width {
			t.Errorf("%v wide: the page needs %v and has %v", width, page.Content.MinSize().Width, page.Size().Width)
		}
	}
}
