package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/theme"
)

var stages = []Option{{"", "لم يُحدَّد Not said"}, {"plan", "التخطيط Planning"}, {"run", "إطلاق Launch"}, {"end", "انتهت Ended"}}

// choosing makes a select that keeps what it reports, in a window and focused.
func choosing(t *testing.T, env *Env, options []Option) (*Select, *[]string) {
	t.Helper()
	var heard []string
	s := NewSelect(env, options, func(v string) { heard = append(heard, v) })
	show(env, Column(s, NewButton(env, ButtonOptions{Text: "next"})), 400, 400)
	s.Focus()
	return s, &heard
}

func TestAnOptionIsChosenByKeys(t *testing.T) {
	env := window(t, "en", theme.Options{})
	s, heard := choosing(t, env, stages)
	press(env, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if s.Value() != "run" || !slices.Equal(*heard, []string{"run"}) {
		t.Errorf("value %q, heard %q", s.Value(), *heard)
	}
	if got := env.Window.Canvas().Focused(); got != s {
		t.Errorf("the focus is at %T afterwards", got)
	}
	press(env, fyne.KeySpace, fyne.KeyEnd, fyne.KeyEscape)
	if s.Value() != "run" || len(*heard) != 1 || s.list.isOpen() {
		t.Errorf("Escape chose: value %q, heard %q", s.Value(), *heard)
	}
	press(env, fyne.KeyEnter, fyne.KeyHome, fyne.KeySpace)
	if s.Value() != "" || len(*heard) != 2 {
		t.Errorf("value %q, heard %q", s.Value(), *heard)
	}
}

func TestAnOpenListSaysTheOptionThatEnterWouldChoose(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s, _ := choosing(t, env, stages)
		press(env, fyne.KeySpace, fyne.KeyDown)
		if got := s.list.AccessibilityLabel(); got != stages[1].Label {
			t.Errorf("says %q", got)
		}
	})
}

func TestALetterJumpsToItsOption(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	s, _ := choosing(t, env, stages)
	s.TypedRune('ا') // also finds إ: the shape of an alef does not matter
	if !s.list.isOpen() {
		t.Fatal("the list is closed")
	}
	var visited []string
	for range 3 {
		visited = append(visited, stages[s.list.current].Value)
		s.list.TypedRune('ا')
	}
	if want := []string{"plan", "run", "end"}; !slices.Equal(visited, want) {
		t.Errorf("went to %v, want %v", visited, want)
	}
	s.list.TypedRune('ظ')
	if got := stages[s.list.current].Value; got != "plan" {
		t.Errorf("a letter that begins nothing went to %q", got)
	}
}

func TestAnOptionIsChosenByMouse(t *testing.T) {
	env := window(t, "en", theme.Options{})
	s, heard := choosing(t, env, stages)
	test.Tap(s)
	test.Tap(s.list.rows[3])
	if s.Value() != "end" || !slices.Equal(*heard, []string{"end"}) || s.list.isOpen() {
		t.Errorf("value %q, heard %q, open %v", s.Value(), *heard, s.list.isOpen())
	}
	test.Tap(s)
	test.TapCanvas(env.Window.Canvas(), fyne.NewPos(390, 390))
	if s.list.isOpen() || len(*heard) != 1 {
		t.Error("a click beside the list does not just close it")
	}
	test.Tap(s)
	if !s.list.isOpen() {
		t.Error("the list does not open again")
	}
}

func TestTheListOpensAtTheStartOfItsField(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s := NewSelect(env, stages, nil)
		show(env, Column(Row(env, Gap(40), s)), 600, 400)
		s.open()
		if got, want := start(env, s.list), start(env, s); !near(got, want) {
			t.Errorf("the list starts at %v, the field at %v", got, want)
		}
		if got := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list).Y; got < inputHeight() {
			t.Errorf("the list is at %v, on the field", got)
		}
	})
}

func TestALongListStaysInTheWindowAndScrolls(t *testing.T) {
	var many []Option
	for i := range 60 {
		many = append(many, Option{fmt.Sprint(i), fmt.Sprintf("Option %d", i)})
	}
	env := window(t, "en", theme.Options{})
	s, _ := choosing(t, env, many)
	s.SetValue("59")
	s.open()
	pos, room := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list), env.Window.Canvas().Size()
	if pos.Y < 0 || pos.Y+s.list.Size().Height > room.Height {
		t.Errorf("the list reaches from %v to %v in a window of %v", pos.Y, pos.Y+s.list.Size().Height, room.Height)
	}
	row := s.list.rows[59]
	if bottom := row.Position().Y + row.Size().Height - s.list.scroll.Offset.Y; bottom > s.list.scroll.Size().Height+0.6 {
		t.Errorf("the chosen option is out of sight: %v of %v", bottom, s.list.scroll.Size().Height)
	}
	for range 20 { // Home and End stay in the search field
		press(env, fyne.KeyPageUp)
	}
	if s.list.scroll.Offset.Y != 0 {
		t.Errorf("the first option is out of sight by %v", s.list.scroll.Offset.Y)
	}
}

func TestSettingAValueIsSilentAndUnknownValuesAskToChoose(t *testing.T) {
	env := window(t, "en", theme.Options{})
	s, heard := choosing(t, env, stages[1:])
	if got := s.AccessibilityLabel(); got != "Choose…" {
		t.Errorf("without a value it reads %q", got)
	}
	s.SetValue("run")
	if got := s.AccessibilityLabel(); got != "إطلاق Launch" || len(*heard) != 0 {
		t.Errorf("reads %q, heard %q", got, *heard)
	}
	s.SetOptions(stages[:2])
	if got := s.AccessibilityLabel(); got != "Choose…" || s.Value() != "run" {
		t.Errorf("reads %q, value %q", got, s.Value())
	}
}

func TestADisabledSelectStaysClosedAndSaysWhy(t *testing.T) {
	env := window(t, "en", theme.Options{})
	hint := hints(env)
	s, _ := choosing(t, env, stages)
	s.Disable("There are no segments yet.")
	test.Tap(s)
	press(env, fyne.KeyDown)
	if s.list.isOpen() || *hint != "There are no segments yet." {
		t.Errorf("open %v, hint %q", s.list.isOpen(), *hint)
	}
}
