package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// cities are enough options to be searched.
func cities() []Option {
	names := []string{"القاهرة Cairo", "إربد Irbid", "أربيل Erbil", "Amman عمّان", "بيروت Beirut", "الخليل Hebron", "حي ١٢", "Tunis تونس", "مُسقط Muscat", "عدن Aden"}
	var all []Option
	for i, n := range names {
		all = append(all, Option{fmt.Sprint(i), n})
	}
	return all
}

// offered are the labels of the options on show.
func offered(l *optionList) (labels []string) {
	for _, i := range l.shown {
		labels = append(labels, l.options[i].Label)
	}
	return labels
}

func write(env *Env, words string) {
	for _, r := range words {
		env.Window.Canvas().Focused().TypedRune(r)
	}
}

func TestALongListIsSearchedAsOneTypes(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		for query, want := range map[string][]string{
			"":         {"القاهرة Cairo", "إربد Irbid", "أربيل Erbil", "Amman عمّان", "بيروت Beirut", "الخليل Hebron", "حي ١٢", "Tunis تونس", "مُسقط Muscat", "عدن Aden"},
			"ارب":      {"إربد Irbid", "أربيل Erbil"},
			"القاهره":  {"القاهرة Cairo"},
			"عمان":     {"Amman عمّان"},
			"مسقط":     {"مُسقط Muscat"},
			"12":       {"حي ١٢"},
			"BEI":      {"بيروت Beirut"},
			"cairo قا": {"القاهرة Cairo"},
			"zzz":      nil,
		} {
			s, _ := choosing(t, env, cities())
			s.open()
			write(env, query)
			if got := offered(s.list); !slices.Equal(got, want) {
				t.Errorf("%q offers %q, want %q", query, got, want)
			}
			if none := slices.Contains(texts(s.list), env.T("kit_select.none")); none != (want == nil) {
				t.Errorf("%q: said that there is nothing: %v", query, none)
			}
			press(env, fyne.KeyEscape)
			if s.list.isOpen() || env.Window.Canvas().Focused() != fyne.Focusable(s) {
				t.Errorf("%q: after Escape the keyboard is at %T", query, env.Window.Canvas().Focused())
			}
		}
	})
}

func TestKeysWorkFromTheSearchField(t *testing.T) {
	env := window(t, "ar", lookNow)
	s, heard := choosing(t, env, cities())
	s.SetValue("4")
	s.open()
	if got := s.list.row(s.list.current).index; got != 4 {
		t.Errorf("the list opens at %d", got)
	}
	press(env, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp)
	if got := s.list.row(s.list.current).index; got != 3 {
		t.Errorf("the arrows lead to %d", got)
	}
	write(env, "ارب")
	press(env, fyne.KeyReturn)
	if !slices.Equal(*heard, []string{"1"}) {
		t.Errorf("Enter chose %v, want the first that was found", *heard)
	}
	s.open()
	write(env, "ارب")
	press(env, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnter)
	if !slices.Equal(*heard, []string{"1", "2"}) {
		t.Errorf("Enter chose %v, want the marked one", *heard)
	}
	s.open()
	write(env, "ظظظ")
	press(env, fyne.KeyDown, fyne.KeyReturn)
	if !s.list.isOpen() || len(*heard) != 2 {
		t.Error("Enter chose where nothing was found")
	}
}

func TestALetterOnAClosedLongListSearchesForIt(t *testing.T) {
	env := window(t, "ar", lookNow)
	s, _ := choosing(t, env, cities())
	s.TypedRune('ا')
	s.list.search.box.TypedRune('ر')
	if got := offered(s.list); !slices.Equal(got, []string{"إربد Irbid", "أربيل Erbil"}) {
		t.Errorf("offers %q", got)
	}
}

func TestAShortListHasNoSearchField(t *testing.T) {
	env := window(t, "en", lookNow)
	s, _ := choosing(t, env, cities()[:searchFrom-1])
	s.open()
	if s.list.search != nil {
		t.Error("there is one")
	}
}

func TestWhatWasFoundIsChosenByMouse(t *testing.T) {
	env := window(t, "en", lookNow)
	s, heard := choosing(t, env, cities())
	test.Tap(s)
	write(env, "erb")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list.row(0))
	test.TapCanvas(env.Window.Canvas(), at.AddXY(20, 10))
	if !slices.Equal(*heard, []string{"2"}) {
		t.Errorf("chose %v", *heard)
	}
}

func TestGroupsHaveHeadingsThatGoWithTheirOptions(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s, heard := choosing(t, env, nil)
		all := cities()
		s.SetGroups([]OptionGroup{{"", all[:1]}, {"شمال North", all[1:3]}, {"Nobody", nil}, {"جنوب South", all[3:]}})
		s.open()
		if got := texts(s.list.column)[:5]; !slices.Equal(got, []string{all[0].Label, "شمال North", all[1].Label, all[2].Label, "جنوب South"}) {
			t.Errorf("reads %q", got)
		}
		write(env, "عدن")
		if got := texts(s.list.column); !slices.Equal(got, []string{"جنوب South", all[9].Label}) {
			t.Errorf("reads %q", got)
		}
		press(env, fyne.KeyReturn)
		if !slices.Equal(*heard, []string{"9"}) {
			t.Errorf("chose %v", *heard)
		}
	})
}
