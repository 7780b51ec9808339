package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

var consent = []RadioOption{
	{Value: "all", Label: "الجميع Everyone", Help: "يراها كل من يفتح الصفحة. Anybody who opens the page."},
	{Value: "team", Label: mixedArabic},
	{Value: "none", Label: mixedEnglish},
}

func TestTheKeysOfARadioFollowTheReader(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for _, c := range []struct {
			from string
			key  fyne.KeyName
			want string
		}{
			{"all", fyne.KeyDown, "team"},
			{"all", env.forward(), "team"},
			{"all", fyne.KeyUp, "all"},
			{"none", env.backward(), "team"},
			{"none", fyne.KeyDown, "none"},
			{"none", fyne.KeyHome, "all"},
			{"all", fyne.KeyEnd, "none"},
			{"team", fyne.KeySpace, "team"},
			{"", fyne.KeyDown, "all"},
			{"", fyne.KeySpace, "all"},
			{"", fyne.KeyReturn, "all"},
			{"", fyne.KeyTab, ""},
		} {
			var heard []string
			r := NewRadio(env, consent, func(v string) { heard = append(heard, v) })
			r.SetValue(c.from)
			show(env, Column(r), 400, 300)
			r.Focus()
			press(env, c.key)
			if r.Value() != c.want {
				t.Errorf("%s from %q chose %q, want %q", c.key, c.from, r.Value(), c.want)
			}
			if changed := c.from != c.want; changed != (len(heard) == 1) {
				t.Errorf("%s from %q was told %q", c.key, c.from, heard)
			}
		}
	})
}

func TestDigitsOfEverySystemChooseInRadioAndChoice(t *testing.T) {
	env := window(t, "ar", lookNow)
	radio, choice := NewRadio(env, consent, nil), NewChoice(env, answers, nil)
	show(env, Column(radio, choice), 500, 400)
	for key, want := range map[rune]int{'1': 0, '2': 1, '3': 2, '٣': 2, '۲': 1} {
		radio.SetValue("")
		choice.SetValue("")
		radio.TypedRune(key)
		choice.TypedRune(key)
		if radio.Value() != consent[want].Value || choice.Value() != answers[want].Value {
			t.Errorf("%c chose %q and %q", key, radio.Value(), choice.Value())
		}
	}
	for _, key := range "0494٠٤٩aن" {
		radio.SetValue("all")
		choice.SetValue("yes")
		radio.TypedRune(key)
		choice.TypedRune(key)
		if radio.Value() != "all" || choice.Value() != "yes" {
			t.Errorf("%c chose %q and %q", key, radio.Value(), choice.Value())
		}
	}
}

func TestEnterGoesToTheDialogOnceARadioIsAnswered(t *testing.T) {
	env := window(t, "en", lookNow)
	r := NewRadio(env, consent, nil)
	accepted := false
	ShowDialog(env, DialogOptions{Title: "Who", Content: r, Accept: "Save", OnAccept: func() bool { accepted = true; return true }})
	r.Focus()
	press(env, fyne.KeyReturn)
	if accepted || r.Value() != "all" {
		t.Fatalf("accepted %v with %q", accepted, r.Value())
	}
	press(env, fyne.KeyReturn)
	if !accepted {
		t.Error("Enter does not accept the answered dialog")
	}
}

func TestARadioIsOneStopOfTheTabKey(t *testing.T) {
	env := window(t, "ar", lookNow)
	before, after := NewButton(env, ButtonOptions{Text: "a"}), NewButton(env, ButtonOptions{Text: "b"})
	r := NewRadio(env, consent, nil)
	show(env, Column(before, r, after), 400, 400)
	before.Focus()
	c := env.Window.Canvas()
	c.FocusNext()
	if c.Focused() != fyne.Focusable(r) {
		t.Fatalf("the focus is on %T", c.Focused())
	}
	c.FocusNext()
	if c.Focused() != fyne.Focusable(after) {
		t.Errorf("the focus is on %T", c.Focused())
	}
}

func TestEveryWordOfARadioIsReadBesideItsHoop(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		r := NewRadio(env, consent, nil)
		show(env, Scroll(Column(r)), 220, 400)
		bottom := float32(0)
		for i, row := range r.rows {
			if at := start(env, row.hoop); at > 8 || start(env, row.label) < at+row.hoop.Size().Width {
				t.Errorf("row %d: hoop at %v, words at %v", i, at, start(env, row.label))
			}
			if row.top < bottom-0.6 || row.height < size(theme.SizeTarget) {
				t.Errorf("row %d is at %v, %v high, after %v", i, row.top, row.height, bottom)
			}
			words := row.label.Position().Y + lowest(row.label)
			if !row.help.Hidden {
				words = row.help.Position().Y + lowest(row.help)
			}
			if bottom = row.top + row.height; words > bottom {
				t.Errorf("the words of row %d reach to %v, the row to %v", i, words, bottom)
			}
		}
		if r.rows[1].label.layout().Lines() < 2 || bottom > r.Size().Height+0.6 {
			t.Errorf("%d lines, the rows reach to %v of %v", r.rows[1].label.layout().Lines(), bottom, r.Size().Height)
		}
	})
}

func TestARowOfARadioIsChosenByMouseOnItsWords(t *testing.T) {
	env := window(t, "ar", lookNow)
	r := NewRadio(env, consent, nil)
	show(env, Column(r), 300, 400)
	test.TapAt(r, fyne.NewPos(20, r.rows[2].top+5))
	if r.Value() != "none" || r.rows[2].dot.Hidden || !r.rows[0].dot.Hidden {
		t.Errorf("chose %q; the dot is hidden: %v", r.Value(), r.rows[2].dot.Hidden)
	}
	if r.ringed() {
		t.Error("a click shows the ring of the keyboard")
	}
	r.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 5)}})
	r.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, r.rows[1].top+1)}})
	if r.under != 1 {
		t.Errorf("the pointer is said to be over row %d", r.under)
	}
}

func TestADisabledRadioSaysWhyAndKeepsItsAnswer(t *testing.T) {
	env := window(t, "en", lookNow)
	hint := hints(env)
	r := NewRadio(env, consent, func(string) { t.Error("a disabled radio was heard") })
	r.SetValue("team")
	show(env, Column(r), 300, 400)
	r.Disable("Not now.")
	r.Focus()
	press(env, fyne.KeyDown, fyne.KeySpace, fyne.KeyHome)
	r.TypedRune('3')
	test.TapAt(r, fyne.NewPos(20, 5))
	if r.Value() != "team" || *hint != "Not now." {
		t.Errorf("chose %q, hint %q", r.Value(), *hint)
	}
	if !r.rows[1].dot.Visible() {
		t.Error("what was chosen cannot be seen any more")
	}
}

func TestRadioAndChoiceSayWhatIsChosenAndWhatFor(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for name, in := range map[string]interface {
			fyne.CanvasObject
			fyne.Accessible
			SetValue(string)
		}{"radio": NewRadio(env, consent, nil), "choice": NewChoice(env, []Option{{"team", mixedArabic}}, nil)} {
			if got := in.AccessibilityLabel(); got != "" {
				t.Errorf("a %s without an answer says %q", name, got)
			}
			in.SetValue("team")
			if got := in.AccessibilityLabel(); got != mixedArabic {
				t.Errorf("a %s says %q", name, got)
			}
			NewFormItem(env, "من يراها", "", in)
			if got := in.AccessibilityLabel(); !strings.Contains(got, mixedArabic) || !strings.HasPrefix(got, "من يراها") {
				t.Errorf("a %s in a form says %q", name, got)
			}
			in.SetValue("nobody")
			if got := in.AccessibilityLabel(); got != "من يراها" {
				t.Errorf("a %s with no answer says %q in a form", name, got)
			}
		}
	})
}

func TestARadioWithoutOptionsDoesNothing(t *testing.T) {
	env := window(t, "en", lookNow)
	r := NewRadio(env, nil, func(string) { t.Error("something was chosen") })
	show(env, Column(r), 300, 100)
	r.Focus()
	press(env, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeySpace)
	r.TypedRune('1')
	if r.ring.line.Visible() || !slices.Equal(texts(r), nil) {
		t.Errorf("ring %v, reads %q", r.ring.line.Visible(), texts(r))
	}
}

func TestWalkingThroughALongRadioStaysInSight(t *testing.T) {
	env := window(t, "ar", lookNow)
	r := NewRadio(env, consent, nil)
	ShowDialog(env, DialogOptions{Title: "من يراها", Content: r})
	show(env, Gap(10), 400, 300)
	scroll := find[*Scroller](env.Window.Canvas().Overlays().Top())[0]
	driver := fyne.CurrentApp().Driver()
	r.Focus()
	for i, row := range r.rows {
		press(env, fyne.KeyDown)
		top := driver.AbsolutePositionForObject(row.cover).Y - driver.AbsolutePositionForObject(scroll).Y
		if top < 0 || top+row.height > scroll.Size().Height+0.6 {
			t.Errorf("row %d is at %v to %v of %v", i, top, top+row.height, scroll.Size().Height)
		}
	}
	if scroll.Size().Height > r.Size().Height {
		t.Fatal("there is room for all")
	}
}
