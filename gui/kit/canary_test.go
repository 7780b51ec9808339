package kit

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

// These tests hold ways of Fyne that this package works around. When one fails
// after an upgrade, the way is gone: then the workaround and its row in
// docs/arabic-in-fyne.md should go as well.

// ink returns the smallest rectangle with everything that is not white.
func ink(t *testing.T, o fyne.CanvasObject, width, height float32) image.Rectangle {
	t.Helper()
	page := canvas.NewRectangle(color.White)
	page.Resize(fyne.NewSize(width, height))
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(container.NewWithoutLayout(page, o))
	c.Resize(page.Size())
	picture, found := software.RenderCanvas(c, fyne.CurrentApp().Settings().Theme()), image.Rectangle{}
	for y := range int(height) {
		for x := range int(width) {
			if r, g, b, _ := picture.At(x, y).RGBA(); r&g&b < 0xF000 {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return found
}

func TestCanaryLeadingIsTheLeftForArabicToo(t *testing.T) {
	window(t, "ar", theme.Options{})
	text := canvas.NewText("سلام", color.Black)
	text.Alignment = fyne.TextAlignLeading
	text.Resize(fyne.NewSize(200, 30))
	if at := ink(t, text, 200, 30); at.Min.X > 10 || at.Max.X > 100 {
		t.Errorf("Arabic stands at %v", at)
	}
}

func TestCanaryNoContainerMirrors(t *testing.T) {
	t.Setenv("LANG", "ar_SY.UTF-8")
	window(t, "ar", theme.Options{})
	first, second := block(10, 10), block(10, 10)
	box := container.NewHBox(first, second)
	box.Resize(fyne.NewSize(200, 20))
	if first.Position().X > second.Position().X {
		t.Error("HBox begins at the right")
	}
}

func TestCanaryOnlyWhatScrollsOrIsAClipCutsItsContent(t *testing.T) {
	window(t, "en", theme.Options{})
	reach := func(wrap func(fyne.CanvasObject) fyne.CanvasObject) int {
		wide := canvas.NewRectangle(color.Black)
		wide.Resize(fyne.NewSize(90, 10))
		o := wrap(container.NewWithoutLayout(wide))
		o.Resize(fyne.NewSize(40, 10))
		return ink(t, o, 100, 20).Max.X
	}
	plain := reach(func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewStack(o) })
	clip := reach(func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewClip(o) })
	scroll := reach(func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewScroll(o) })
	if plain != 90 || clip > 40 || scroll > 40 {
		t.Errorf("a container shows %d of 90, a clip %d, a scroll %d", plain, clip, scroll)
	}
}

func TestCanaryWhatIsHiddenKeepsItsLeastSize(t *testing.T) {
	window(t, "en", theme.Options{})
	label := widget.NewLabel("hidden")
	label.Hide()
	if label.MinSize().IsZero() {
		t.Error("what is hidden needs no room: nobody has to skip it")
	}
}

func TestCanaryATabThatIsNotShownMakesAllTabsHigher(t *testing.T) {
	window(t, "en", theme.Options{})
	tall := canvas.NewRectangle(color.Black)
	tall.SetMinSize(fyne.NewSize(10, 2000))
	tabs := container.NewAppTabs(container.NewTabItem("a", widget.NewLabel("a")), container.NewTabItem("b", tall))
	if tabs.MinSize().Height < 2000 {
		t.Error("a tab takes no room until it is shown")
	}
}

func TestCanaryTheArrowsOfAnEntryGoByTheTextAndNotByTheEye(t *testing.T) {
	window(t, "ar", theme.Options{})
	e := widget.NewEntry()
	e.SetText("سلام")
	e.CursorColumn = 0 // at the right, where Arabic begins
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if e.CursorColumn != 1 {
		t.Error("the right arrow no longer moves the caret to the left")
	}
}

func TestCanaryAnEntryOfManyLinesKeepsTheTabKey(t *testing.T) {
	window(t, "en", theme.Options{})
	if !widget.NewMultiLineEntry().AcceptsTab() {
		t.Error("the Tab key leaves")
	}
}

func TestCanaryAChoiceIsKnownByItsText(t *testing.T) {
	window(t, "en", theme.Options{})
	s := widget.NewSelect([]string{"same", "same"}, nil)
	s.SetSelectedIndex(1)
	if s.SelectedIndex() != 0 {
		t.Error("a Select knows which of two equal options was chosen")
	}
}

func TestCanaryChoosingWhatIsChosenIsToldAgain(t *testing.T) {
	window(t, "en", theme.Options{})
	choices, changes := 0, 0
	s := widget.NewSelect([]string{"a"}, func(string) { choices++ })
	e := widget.NewEntry()
	e.OnChanged = func(string) { changes++ }
	for range 2 {
		s.SetSelected("a")
		e.SetText("a")
	}
	if choices != 2 || changes != 1 {
		t.Errorf("a Select told of %d choices, an Entry of %d changes", choices, changes)
	}
}

func TestCanaryRemovingAnOverlayRemovesThoseAboveIt(t *testing.T) {
	env := window(t, "en", theme.Options{})
	show(env, block(10, 10), 100, 100)
	below, above := block(10, 10), block(10, 10)
	stack := env.Window.Canvas().Overlays()
	stack.Add(below)
	stack.Add(above)
	if stack.Remove(below); stack.Top() != nil {
		t.Error("the overlay above stays")
	}
}

func TestCanaryTheTabKeyPassesByWhatIsDisabled(t *testing.T) {
	env := window(t, "en", theme.Options{})
	off, on := widget.NewButton("off", nil), widget.NewButton("on", nil)
	off.Disable()
	show(env, container.NewVBox(off, on), 100, 100)
	env.Window.Canvas().FocusNext()
	if env.Window.Canvas().Focused() != on {
		t.Error("a disabled button has the keyboard")
	}
}

func TestCanaryInTestsDoRunsAtOnce(t *testing.T) {
	window(t, "en", theme.Options{})
	done := false
	fyne.Do(func() { done = true })
	if !done {
		t.Error("the test driver queues: gui/run need not stand before it")
	}
}

// fyneSource reads a file of the Fyne that this test was built with. What cannot
// be imported, as the driver of the desktop, can be read at least.
func fyneSource(t *testing.T, path string) string {
	t.Helper()
	file, _ := runtime.FuncForPC(reflect.ValueOf(canvas.NewText).Pointer()).FileLine(0)
	source, err := os.ReadFile(filepath.Join(filepath.Dir(filepath.Dir(file)), path))
	if err != nil {
		t.Skip("Fyne's source is not here: ", err)
	}
	return string(source)
}

func TestCanaryTheDriverOfTheDesktopHasItsWays(t *testing.T) {
	for name, c := range map[string]struct{ file, code string }{
		"a press waits where a second one has a meaning": {
			"internal/driver/glfw/window.go", `_, doubleTap := co\.\(fyne\.DoubleTappable\)`,
		},
		"menus hear of a shortcut first, then what has the focus and nobody else": {
			"internal/driver/glfw/window.go",
			`(?s)if w.triggerMainMenuShortcut\(shortcut\) \{.*?focused.TypedShortcut\(shortcut\).*?return shouldRunShortcut\s*\}\s*w.canvas.TypedShortcut\(shortcut\)`,
		},
		"letters of another alphabet are known with Ctrl but not with Alt": {
			"internal/driver/glfw/window.go", `resemblesShortcut := \(modifier&\(fyne.KeyModifierControl\|fyne.KeyModifierSuper\) != 0\)`,
		},
		"the wheel turns only the innermost thing": {
			"internal/driver/glfw/window.go", `(?s)processMouseScrolled.{1,250}_, ok := object.\(fyne.Scrollable\)\s*return ok`,
		},
		"unknown characters come from the fonts of the system": {
			"internal/painter/font.go", `toAdd := lookupRuneFont\(r, d.family, font.Aspect\{\}\)`,
		},
		"no input method tells what is being composed": {
			"canvasobject.go", `(?s)type Focusable interface \{.*TypedRune\(rune\)[^}]*TypedKey\(\*KeyEvent\)\s*\}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if !regexp.MustCompile(c.code).MatchString(fyneSource(t, c.file)) {
				t.Errorf("no longer so in %s", c.file)
			}
		})
	}
}

func TestCanaryItalicLettersAreUprightOnes(t *testing.T) {
	window(t, "ar", theme.Options{})
	upright := fyne.MeasureText("سلام Water", 20, fyne.TextStyle{})
	if italic := fyne.MeasureText("سلام Water", 20, fyne.TextStyle{Italic: true}); italic != upright {
		t.Errorf("italic letters need %v, others %v", italic, upright)
	}
	if fynetheme.DefaultTextFont() == nil || fynetheme.DefaultEmojiFont() == nil {
		t.Error("the fonts to fall back to are gone")
	}
}

// Every row of the table names a test that exists, and every canary has its row.
func TestTheTableOfQuirksIsWhole(t *testing.T) {
	doc, err := os.ReadFile("../../docs/arabic-in-fyne.md")
	if err != nil {
		t.Fatal(err)
	}
	canaries, tests := "", ""
	for _, file := range []string{"canary_test.go", "../typeset/canary_test.go", "../typeset/paint_test.go", "../../cmd/athar/versions_test.go"} {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "canary_test.go") {
			canaries += string(source)
		}
		tests += string(source)
	}
	rows := 0
	for line := range strings.Lines(string(doc)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 6 || !strings.Contains(cells[4], "`Test") {
			continue
		}
		rows++
		for _, name := range regexp.MustCompile("`(Test\\w+)").FindAllStringSubmatch(cells[4], -1) {
			if !strings.Contains(tests, "func "+name[1]+"(") {
				t.Errorf("there is no %s", name[1])
			}
		}
	}
	if rows < 15 {
		t.Errorf("the table has %d rows", rows)
	}
	for _, name := range regexp.MustCompile(`func (Test\w+)\(`).FindAllStringSubmatch(canaries, -1) {
		if name[1] != t.Name() && !strings.Contains(string(doc), "`"+name[1]+"`") {
			t.Errorf("%s has no row", name[1])
		}
	}
}
