package kit

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// stage is a window as a person meets it: menu bar, tabs, a list beside a table,
// and a banner below them.
type stage struct {
	env     *Env
	bar     *MenuBar
	tabs    *Tabs
	list    *List
	table   *Table
	banner  *Banner
	content fyne.CanvasObject
}

func stageWords(rtl bool) []string {
	if rtl {
		return []string{
			"الحملة", "الرسائل", "القياس", "حملة جديدة", "فتح…", "حفظ نسخة", "لا شيء لحفظه بعد.", "حملة 2026 للمياه (Clean Water) 75%.",
			"المنصة", "التاريخ", "الظهور", "النسبة", "حُذفت الرسالة.", "تراجع", "تصدير", mixedArabic, "عرض",
		}
	}
	return []string{
		"Campaign", "Messages", "Metrics", "New campaign", "Open…", "Save a copy", "There is nothing to save yet.", "Campaign 2026 (مياه نظيفة) 75%.",
		"Platform", "Date", "Views", "Rate", "The message was deleted.", "Undo", "Export", mixedEnglish, "View",
	}
}

func newStage(env *Env, rows int) *stage {
	w := stageWords(env.RTL())
	s := &stage{env: env}
	s.bar = NewMenuBar(env, []Menu{{w[0], func() []MenuItem { return stageMenu(w) }}, {w[1], func() []MenuItem {
		return []MenuItem{{Label: w[3]}}
	}}, {w[16], func() []MenuItem { return nil }}})
	s.list = NewList(env, ListOptions{
		Count: func() int { return rows },
		Row:   func() fyne.CanvasObject { return Pad(8, NewLabel(env, "", StyleBody)) },
		Update: func(i int, o fyne.CanvasObject) {
			o.(*fyne.Container).Objects[0].(*Label).SetText(strconv.Itoa(i+1) + ". " + w[7])
		},
	})
	s.table = NewTable(env, []TableColumn{{Title: w[8], Width: 100}, {Title: w[9], Width: 100}, {Title: w[10], Width: 90, Numeric: true}, {Title: w[11], Width: 80, Numeric: true}},
		func() int { return rows }, func(row, col int) string {
			return []string{"Facebook " + w[1], "2026-01-" + strconv.Itoa(10+row%20), env.Printer.Int(row * 137), env.Printer.Percent(float64(row%90) / 300)}[col]
		})
	s.tabs = NewTabs(env, []Tab{
		{Key: "a", Title: w[0], Icon: fynetheme.HomeIcon(), Content: Split(env, s.list, s.table, 0.35)},
		{Key: "b", Title: w[1], Icon: fynetheme.MailComposeIcon(), Content: Gap(900)},
		{Key: "c", Title: w[2], Icon: fynetheme.ListIcon(), Content: NewLabel(env, w[15], StyleBody)},
	}, nil)
	s.tabs.SetBadge("b", "12")
	s.banner = NewBanner(env)
	s.content = Border(env, s.bar, s.banner, nil, nil, s.tabs)
	return s
}

func stageMenu(w []string) []MenuItem {
	ctrl := func(k fyne.KeyName, shift bool) fyne.Shortcut {
		m := fyne.KeyModifierControl
		if shift {
			m |= fyne.KeyModifierShift
		}
		return &desktop.CustomShortcut{KeyName: k, Modifier: m}
	}
	return []MenuItem{
		{Label: w[3], Shortcut: ctrl(fyne.KeyN, false), Icon: fynetheme.ContentAddIcon()},
		{Label: w[4], Shortcut: ctrl(fyne.KeyO, false)},
		{Separator: true},
		{Label: w[5], Shortcut: ctrl(fyne.KeyS, true), Disabled: w[6]},
		{Label: w[14], Items: []MenuItem{{Label: w[7], Checked: true}, {Label: "PDF"}}},
	}
}

// scenes are the pictures to look at.
var scenes = map[string]func(s *stage){
	"list": func(s *stage) {
		s.list.Select(2)
		s.table.SelectRow(4)
		s.table.Focus()
		s.table.rows.hoverRow(6)
		s.banner.Tell(ToneSuccess, stageWords(s.env.RTL())[12], BannerAction{stageWords(s.env.RTL())[13], nil})
	},
	"menu": func(s *stage) {
		s.bar.Focus()
		s.bar.Open(0)
		s.bar.popup.highlight(2)
	},
	"confirm": func(s *stage) {
		w := stageWords(s.env.RTL())
		Confirm(s.env, w[12], w[15]+" "+w[15]+" "+w[15]+" "+w[15], w[14], true, func() {})
	},
	"chooser": func(s *stage) {
		c := newChooser(s.env, ChooserOptions{Title: stageWords(s.env.RTL())[4], Multiple: true, Extensions: []string{"csv", ".xlsx"}}, nil)
		openChooser(s, c)
		c.toggle(2)
		c.toggle(3)
	},
	"save": func(s *stage) {
		c := newChooser(s.env, ChooserOptions{Title: stageWords(s.env.RTL())[5], Save: true, Extensions: []string{"csv"}, FileName: "a/b"}, nil)
		openChooser(s, c)
		c.dialog.doAccept()
	},
	"dialog": func(s *stage) {
		w := stageWords(s.env.RTL())
		d := ShowDialog(s.env, DialogOptions{
			Title: w[3], Accept: w[5],
			Content: Form(s.env, NewFormItem(s.env, w[8], w[15], NewField(s.env, FieldOptions{})),
				NewFormItem(s.env, w[9], "", NewEditor(s.env, EditorOptions{Text: w[15], Rows: 20}))),
		})
		d.SetAcceptEnabled(false, w[6])
	},
}

// openChooser fills a folder with the names people give their files.
func openChooser(s *stage, c *chooser) {
	dir, err := os.MkdirTemp("", "chooser")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for _, d := range []string{"تقارير 2026", "Exports"} {
		_ = os.Mkdir(filepath.Join(dir, d), 0o700)
	}
	for _, f := range []string{"week 2.csv", "week 10.csv", "نتائج Facebook (نهائي).csv", "a\u202evsc.xlsx", strings.Repeat("long ", 30) + ".csv"} {
		_ = os.WriteFile(filepath.Join(dir, f), make([]byte, 123_456), 0o600)
	}
	c.o.Start = dir
	c.places = []chooserPlace{{placeHome, "", dir}, {placeDocuments, "", "/x"}, {placeDownloads, "", "/y"}, {placeDrive, "USB 16GB", "/z"}, {placeRecent, "تقارير 2026", "/w"}}
	c.launch()
}

// With ATHAR_SHOTS set to a folder, the pictures are kept there for a person to
// look at: a change of the look is not done before they have been seen.
func TestSceneStaysWithinTheWindowInEveryLook(t *testing.T) {
	folder := os.Getenv("ATHAR_SHOTS")
	for _, lang := range languages {
		for _, look := range []theme.Options{{Variant: theme.Light}, {Variant: theme.Dark}, {Variant: theme.HighContrast, TextScale: 1.5}} {
			for name, scene := range scenes {
				t.Run(fmt.Sprintf("%s %s %d", name, lang, look.Variant), func(t *testing.T) {
					env := window(t, lang, look)
					s := newStage(env, 300)
					show(env, s.content, 1000, 640)
					scene(s)
					if got := env.Window.Canvas().Size(); got.Width > 1000 || got.Height > 640 {
						t.Errorf("the window grew to %v", got)
					}
					if folder != "" {
						keepPicture(t, env, filepath.Join(folder, fmt.Sprintf("%s-%s-%d.png", name, lang, look.Variant)))
					}
				})
			}
		}
	}
}

func keepPicture(t *testing.T, env *Env, path string) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, env.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// The pictures hold how the parts lie over one another, in each direction once.
func TestPicturesOfTheStage(t *testing.T) {
	for name, c := range map[string]struct {
		lang  string
		look  theme.Options
		scene string
	}{
		"stage_ar":  {"ar", theme.Options{}, "menu"},
		"dialog_en": {"en", theme.Options{Variant: theme.Dark}, "confirm"},
	} {
		t.Run(name, func(t *testing.T) {
			env := window(t, c.lang, c.look)
			s := newStage(env, 300)
			show(env, s.content, 560, 300)
			scenes[c.scene](s)
			test.AssertImageMatches(t, name+".png", env.Window.Canvas().Capture())
		})
	}
}
