package kit

import (
	"bytes"
	"fmt"
	"image/png"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain/calendar"
	"athar/gui/theme"
)

// interactive makes each widget that a person can press, fill in or move in.
var interactive = map[string]func(*Env) fyne.CanvasObject{
	"button": func(env *Env) fyne.CanvasObject { return Row(env, NewButton(env, ButtonOptions{Text: "b"})) },
	"icon button": func(env *Env) fyne.CanvasObject {
		return Row(env, NewButton(env, ButtonOptions{Icon: fynetheme.DeleteIcon(), Kind: ButtonQuiet, Hint: "delete"}))
	},
	"check": func(env *Env) fyne.CanvasObject { return NewCheck(env, "check", nil) },
	"choice": func(env *Env) fyne.CanvasObject {
		c := NewChoice(env, answers, nil)
		c.SetSubject("choice")
		return c
	},
	"chips": func(env *Env) fyne.CanvasObject { return NewChips(env, answers, nil) },
	"radio": func(env *Env) fyne.CanvasObject {
		return NewRadio(env, []RadioOption{{Value: "a", Label: "one"}, {Value: "b", Label: "two", Help: "help"}}, nil)
	},
	"tree": func(env *Env) fyne.CanvasObject {
		return NewTree(env, TreeOptions{
			Children:    func(id string) []string { return map[string][]string{"": {"a", "b"}, "a": {"c"}}[id] },
			HasChildren: func(id string) bool { return id == "a" },
			Label:       func(id string) string { return "node " + id },
		})
	},
	"toolbar": func(env *Env) fyne.CanvasObject {
		return NewToolbar(env, NewTool(env, ToolOptions{Text: "one", Icon: fynetheme.DeleteIcon()}), NewTool(env, ToolOptions{Text: "two"}))
	},
	"select": func(env *Env) fyne.CanvasObject { return NewSelect(env, stages, nil) },
	"field":  func(env *Env) fyne.CanvasObject { return NewField(env, FieldOptions{Placeholder: "field"}) },
	"editor": func(env *Env) fyne.CanvasObject { return NewEditor(env, EditorOptions{Text: "editor"}) },
	"secret": func(env *Env) fyne.CanvasObject { return NewSecret(env, SecretOptions{}) },
	"slider": func(env *Env) fyne.CanvasObject {
		return NewSlider(env, SliderOptions{Max: 10, Step: 1, Format: env.Printer.Number})
	},
	"date": func(env *Env) fyne.CanvasObject {
		return NewDatePicker(env, DateOptions{Today: func() calendar.Date { return calendar.Date{Year: 2026, Month: 11, Day: 23} }})
	},
	"tabs": func(env *Env) fyne.CanvasObject { return threeTabs(env, new([]string)) },
	"table": func(env *Env) fyne.CanvasObject {
		return places(env)
	},
	"list": func(env *Env) fyne.CanvasObject {
		count := 30
		return numbers(env, &count, &listLog{})
	},
	"line": func(env *Env) fyne.CanvasObject {
		return NewLine(env, "line", LineOptions{Content: NewLabel(env, "line", StyleBody)})
	},
	"menu bar": func(env *Env) fyne.CanvasObject {
		return NewMenuBar(env, []Menu{{"Menu", func() []MenuItem { return nil }}})
	},
	"split": func(env *Env) fyne.CanvasObject { return Split(env, Gap(10), Gap(10), 0.5) },
	"progress": func(env *Env) fyne.CanvasObject {
		p := NewProgress(env, func() {})
		p.Set(0.5, "working")
		return p
	},
}

// stops are the stops of the Tab key in the window, each once.
func stops(env *Env) (all []fyne.Focusable) {
	c := env.Window.Canvas()
	c.Unfocus()
	for range 50 {
		c.FocusNext()
		f := c.Focused()
		if f == nil || len(all) > 0 && f == all[0] {
			break
		}
		all = append(all, f)
	}
	c.Unfocus()
	return all
}

// walk visits what is visible.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	for _, child := range children(o) {
		walk(child, visit)
	}
}

func TestEverythingToPressIsLargeEnoughForAnUnsteadyHand(t *testing.T) {
	const least = 32
	for name, make := range interactive {
		env := window(t, "ar", theme.Options{})
		show(env, Pad(16, Column(make(env), Spacer())), 600, 400)
		found := 0
		walk(env.Window.Content(), func(o fyne.CanvasObject) {
			_, bar := o.(*scrollBar) // the wheel and the keys do the same
			_, handle := o.(*divider)
			if bar || handle {
				found++
				return
			}
			_, taps := o.(fyne.Tappable)
			_, focuses := o.(fyne.Focusable)
			if !taps && !focuses {
				return
			}
			found++
			if s := o.Size(); s.Width < least || s.Height < least {
				t.Errorf("%s: a %T is %v", name, o, s)
			}
		})
		if found == 0 {
			t.Errorf("%s: nothing to press", name)
		}
	}
}

func TestTheKeyboardIsSeenWhereverItIs(t *testing.T) {
	for name, make := range interactive {
		for _, look := range []theme.Options{{Variant: theme.Light}, {Variant: theme.Dark}, {Variant: theme.HighContrast}} {
			env := window(t, "ar", look)
			show(env, Pad(16, Column(make(env), Spacer())), 400, 240)
			picture := func() []byte {
				var b bytes.Buffer
				if err := png.Encode(&b, env.Window.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
				return b.Bytes()
			}
			all := stops(env)
			if len(all) == 0 && name != "menu bar" { // which F10 opens
				t.Errorf("%s: the Tab key does not come to it", name)
			}
			without := picture()
			for _, f := range all {
				env.Window.Canvas().Focus(f)
				if bytes.Equal(picture(), without) {
					t.Errorf("%s, look %d: nobody sees that the keyboard is at %T", name, look.Variant, f)
				}
				env.Window.Canvas().Unfocus()
			}
		}
	}
}

func TestWhatHasTheKeyboardSaysWhatItIsAndNeverInPaintingOrder(t *testing.T) {
	for name, make := range interactive {
		env := window(t, "ar", theme.Options{})
		show(env, Pad(16, Column(make(env), Spacer())), 400, 240)
		words := strings.Join(texts(env.Window.Content()), " ")
		if words == "" && name != "split" {
			t.Errorf("%s says nothing", name)
		}
		if strings.ContainsAny(words, "\u202d\u202e\u202c") {
			t.Errorf("%s says %q, as it is painted", name, words)
		}
	}
}

func TestInputsSayWhatIsWrongWithThem(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		s, f := NewSelect(env, stages, nil), NewField(env, FieldOptions{Text: "2026"})
		s.SetValue("run")
		for _, c := range []struct {
			input fyne.CanvasObject
			value string
		}{{s, env.spoken("Label", "إطلاق Launch")}, {f, "2026"}} {
			row := NewFormItem(env, "Label", "", c.input)
			show(env, Column(row), 400, 200)
			in := c.input.(fyne.Accessible)
			if got := in.AccessibilityLabel(); got != c.value {
				t.Errorf("says %q, want %q", got, c.value)
			}
			row.SetProblem("Wrong.")
			if got, want := in.AccessibilityLabel(), env.T("kit_problem.spoken", "value", c.value, "problem", "Wrong."); got != want {
				t.Errorf("says %q, want %q", got, want)
			}
		}
	})
}

func TestACheckSaysWhetherItIsOn(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		c := NewCheck(env, mixedArabic, nil)
		off := c.AccessibilityLabel()
		c.SetChecked(true)
		on := c.AccessibilityLabel()
		if off != env.T("kit.spoken_off", "name", mixedArabic) || on != env.T("kit.spoken_on", "name", mixedArabic) || on == off {
			t.Errorf("off it says %q, on %q", off, on)
		}
	})
}

// rowsOf returns the rows of a list, a table or a tree, which have the keyboard.
func rowsOf(o fyne.CanvasObject) *rows { return find[*rows](o)[0] }

func TestRowsSayTheOneThatTheKeyboardIsAt(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		count := 1000
		list := NewList(env, ListOptions{
			Count: func() int { return count },
			Row: func() fyne.CanvasObject {
				return Row(env, NewLabel(env, "", StyleBody), NewBadge(env, "ماء", ToneInfo))
			},
			Update: func(i int, o fyne.CanvasObject) {
				o.(*fyne.Container).Objects[0].(*Label).SetText(strconv.Itoa(i))
			},
		})
		show(env, list, 300, 200)
		says := func(want string) {
			t.Helper()
			if got := rowsOf(list).AccessibilityLabel(); got != want {
				t.Errorf("says %q, want %q", got, want)
			}
		}
		says("0\nماء")
		list.Focus()
		press(env, fyne.KeyDown, fyne.KeyDown)
		says("1\nماء")
		rowsOf(list).scrollTo(20_000) // by the wheel: the row is out of sight
		says("1\nماء")
		count = 0
		list.Refresh()
		says("")

		table := NewTable(env, []TableColumn{{Title: "a"}, {Title: "b"}}, func() int { return 3 }, func(row, col int) string { return fmt.Sprint(row, col) })
		show(env, table, 400, 300)
		table.SelectRow(2)
		if got := rowsOf(table).AccessibilityLabel(); got != "2 0\t2 1" {
			t.Errorf("the table says %q", got)
		}
	})
}

func TestAListRowSaysWhatCanBeReadInIt(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	hidden := NewLabel(env, "hidden", StyleBody)
	hidden.Hide()
	r := &ListRow{Content: Column(NewLabel(env, mixedArabic, StyleStrong), Row(env, NewBadge(env, " ", ToneInfo), hidden, NewLabel(env, "b", StyleCaption)))}
	r.ExtendBaseWidget(r)
	if got, want := r.AccessibilityLabel(), mixedArabic+"\nb"; got != want {
		t.Errorf("says %q, want %q", got, want)
	}
}

func TestAChipSaysWhetherItIsOn(t *testing.T) {
	env := window(t, "ar", theme.Options{})
	c := NewChips(env, answers, nil)
	show(env, Column(c), 400, 100)
	off := c.AccessibilityLabel()
	test.TapAt(c, c.chips[0].place.AddXY(5, 5))
	if on := c.AccessibilityLabel(); on != env.T("kit.spoken_on", "name", answers[0].Label) || on == off {
		t.Errorf("off it says %q, on %q", off, on)
	}
}
