package channels

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestSeveralChannelsAreAddedAtOnceAndOneIsRemoved(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		before := len(d.Message().Variants)
		d.Press("channels.add")
		d.Keys(fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
		d.Press("channels.add_accept")
		if got := len(d.Message().Variants); got != before+2 {
			t.Fatalf("%d channels were added", got-before)
		}
		v, ok := d.Message().Variant("facebook") // the first that was not used
		if !ok || !v.Text.Empty() {
			t.Fatalf("what was added is %+v", v)
		}
		d.Write("Z") // the caret is in the first text: what follows becomes its own
		lang := env.Printer.Lang()
		v, _ = d.Message().Variant("facebook")
		if got, core := v.Text.Of(lang), d.Message().Core.Of(lang); !strings.Contains(got, "Z") || len(got) != len(core)+1 {
			t.Errorf("the text is %q", got)
		}
		d.part.removeChannel("facebook")
		if d.Message().OnChannel("facebook") {
			t.Error("the channel is still there")
		}
		if err := d.Session.Undo(); err != nil {
			t.Fatal(err)
		}
		if !d.Message().OnChannel("facebook") {
			t.Error("undo did not bring the channel back")
		}
	})
}

func TestATextFollowsTheCoreUntilItIsEditedAndCanBePutBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Messages[0] = c.Messages[0].WithChannel("telegram", true)
		d := open(t, env, c)
		lang := env.Printer.Lang()
		s := d.part.form.cards["telegram"].sides[spot{"", lang}]
		core := d.Message().Core.Of(lang)
		if s.editor.Text() != core || s.state.Text() != env.T("channels.follows") || !s.reset.Disabled() {
			t.Fatalf("shown: %q, %q", s.editor.Text(), s.state.Text())
		}
		s.editor.Focus()
		d.Write("Z")
		if _, own := d.Message().Outgoing("telegram", "", lang); !own || s.state.Visible() || s.reset.Disabled() {
			t.Error("an edited text is not its own")
		}
		s.reset.Tapped(&fyne.PointEvent{})
		if got, own := d.Message().Outgoing("telegram", "", lang); own || got != core || s.editor.Text() != core {
			t.Errorf("after going back: %q, shown %q", got, s.editor.Text())
		}
		if err := d.Session.Undo(); err != nil {
			t.Fatal(err)
		}
		if got, own := d.Message().Outgoing("telegram", "", lang); !own || s.editor.Text() != got {
			t.Error("undo did not bring the text back")
		}
	})
}

func TestACoreTextDoesNotComeBackUnderTheCaret(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	s := d.part.form.cards["x"].sides[spot{"", "en"}]
	s.editor.Focus()
	d.Env.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	d.Keys(fyne.KeyDelete)
	if _, own := d.Message().Outgoing("x", "", "en"); own || s.editor.Text() != "" {
		t.Fatalf("own %v, shown %q", own, s.editor.Text())
	}
	d.Write("New")
	if got, own := d.Message().Outgoing("x", "", "en"); !own || got != "New" {
		t.Fatalf("it became %q", got)
	}
	d.Env.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	d.Keys(fyne.KeyDelete)
	d.part.Focus(domain.Place{Field: "variant.sms"}, "en")
	if s.editor.Text() != d.Message().Core.En {
		t.Errorf("when it was left, the editor shows %q", s.editor.Text())
	}
}

func TestEveryFieldOfAChannelCanBeWritten(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Messages[0] = c.Messages[0].WithChannel("youtube", true)
		d := open(t, env, c)
		title := d.part.form.cards["youtube"].fields["title"]
		if title.Visible() {
			t.Fatal("a field in which nothing was written takes room")
		}
		if !d.part.Focus(domain.Place{Field: "variant.youtube.title"}, "ar") || !title.Visible() {
			t.Fatal("the field is not shown when it is asked for")
		}
		d.Write("ماء")
		if got, _ := d.Message().Outgoing("youtube", "title", "ar"); got != "ماء" {
			t.Errorf("the title is %q", got)
		}
		if d.part.Focus(domain.Place{Field: "variant.youtube.nothing"}, "ar") {
			t.Error("a field that is none was found")
		}
	})
}

func TestOnePressWritesATextShorterAndUndoBringsItBack(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	long := strings.Repeat("مَاءٌ نَظِيفٌ ", 10)
	d.part.removeChannel("x") // where something is offered, too
	d.part.write("sms", "", "ar", long)
	if !d.Sees("Without its vowel marks it would be") {
		t.Fatalf("nothing is offered: %q", guitest.Texts(d.part.form.cards["sms"].content))
	}
	d.Press("channels.shorten")
	if got, _ := d.Message().Outgoing("sms", "", "ar"); got != strings.Repeat("ماء نظيف ", 10) {
		t.Errorf("it became %q", got)
	}
	if err := d.Session.Undo(); err != nil {
		t.Fatal(err)
	}
	if got, _ := d.Message().Outgoing("sms", "", "ar"); got != long {
		t.Errorf("undo gives %q", got)
	}
}

func TestTheCountFollowsEveryKey(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.part.Focus(domain.Place{Field: "variant.sms"}, "en")
	if !d.Sees("1 part · 60 of 70 · Unicode") {
		t.Fatal("the count before is not shown")
	}
	d.Write(" Ok")
	if !d.Sees("1 part · 63 of 70 · Unicode") {
		t.Error("the count did not follow")
	}
	d.Write(" and bring a bottle")
	if !d.Sees("2 parts · 67 + 15 of 67 · Unicode") || !d.Sees("Sent and paid for as 2 SMS.") {
		t.Errorf("the second part is not told: %q", guitest.Texts(d.part.form.cards["sms"].content))
	}
}

func TestThePreviewTurnsToAnotherLanguage(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		g := d.part.form.cards["sms"].glance
		g.turn("ar")
		arabic := guitest.Texts(g.page)
		g.turn("en")
		if english := guitest.Texts(g.page); !strings.Contains(strings.Join(english, " "), "school") ||
			!strings.Contains(strings.Join(arabic, " "), "مدرسة") {
			t.Errorf("shown: %q and %q", arabic, english)
		}
	})
}

func TestShowingChannelsEditsNothing(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), campaign())
	d.Show()
	if _, ok := d.Session.UndoLabel(); ok {
		t.Error("showing made an edit")
	}
}
