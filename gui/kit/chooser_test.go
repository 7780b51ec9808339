package kit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/gui/i18n"
)

// choose opens the chooser in a folder; got collects what is chosen.
func choose(t *testing.T, env *Env, o ChooserOptions) (c *chooser, got *[]string) {
	t.Helper()
	got = new([]string)
	o.Title = "t"
	o.OnChosen = func(paths []string) { *got = append(*got, paths...) }
	show(env, Gap(1), 1000, 700)
	c = newChooser(env, o, nil)
	c.launch()
	return c, got
}

// reads reports whether a sentence is on the screen.
func reads(c *chooser, sentence string) bool {
	return slices.Contains(texts(c.dialog.frame), sentence)
}

func TestAFileIsChosenByKeys(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		dir := folder(t, "a.csv", "b.csv", "c.txt")
		_, got := choose(t, env, ChooserOptions{Start: dir, Extensions: []string{"csv"}})
		press(env, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		if want := []string{filepath.Join(dir, "b.csv")}; !slices.Equal(*got, want) || len(openDialogs(env)) != 0 {
			t.Errorf("chose %q, want %q; %d dialogs open", *got, want, len(openDialogs(env)))
		}
	})
}

func TestFoldersAreEnteredAndLeft(t *testing.T) {
	env := window(t, "ar", lookNow)
	dir := folder(t, "inner/", "inner/deep.csv")
	c, got := choose(t, env, ChooserOptions{Start: dir})
	press(env, fyne.KeyDown, fyne.KeyReturn)
	if c.folder != filepath.Join(dir, "inner") || c.path.Text() != c.folder {
		t.Fatalf("in %q, says %q", c.folder, c.path.Text())
	}
	press(env, fyne.KeyBackspace)
	if c.folder != dir || c.current != 0 {
		t.Errorf("in %q on row %d", c.folder, c.current)
	}
	test.Tap(c.dialog.accept) // the main button enters a folder, too
	if c.folder != filepath.Join(dir, "inner") || *got != nil {
		t.Errorf("in %q, chose %q", c.folder, *got)
	}
}

func TestOpenIsDisabledUntilSomethingIsChosen(t *testing.T) {
	env := window(t, "en", lookNow)
	c, _ := choose(t, env, ChooserOptions{Start: folder(t, "a.csv")})
	if !c.dialog.accept.Disabled() {
		t.Error("nothing is chosen and Open can be pressed")
	}
	press(env, fyne.KeyDown)
	if c.dialog.accept.Disabled() {
		t.Error("a file is chosen and Open cannot be pressed")
	}
}

func TestSeveralFilesAreTicked(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := folder(t, "a.csv", "b.csv", "c.csv", "inner/")
	c, got := choose(t, env, ChooserOptions{Start: dir, Multiple: true})
	press(env, fyne.KeyEnd, fyne.KeySpace)
	row := fyne.NewPos(40, 1.5*float32(c.list.rows.rowHeight()))
	c.list.rows.Tapped(&fyne.PointEvent{Position: row})
	if !reads(c, "2 files selected") {
		t.Errorf("reads %q", texts(c.dialog.frame))
	}
	c.list.rows.Tapped(&fyne.PointEvent{Position: row})
	c.list.rows.Tapped(&fyne.PointEvent{Position: row})
	press(env, fyne.KeyReturn)
	if want := []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "c.csv")}; !slices.Equal(*got, want) {
		t.Errorf("chose %q, want %q", *got, want)
	}
}

func TestAllShownFilesAreTickedAtOnce(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := folder(t, "a.csv", "b.csv", "c.txt", "inner/")
	c, got := choose(t, env, ChooserOptions{Start: dir, Multiple: true, Extensions: []string{"csv"}})
	c.tickAll()
	c.tickAll()
	if len(c.ticked) != 0 {
		t.Errorf("a second press leaves %d ticked", len(c.ticked))
	}
	c.tickAll()
	test.Tap(c.dialog.accept)
	if len(*got) != 2 {
		t.Errorf("chose %q", *got)
	}
}

func TestAPathCanBeTyped(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := folder(t, "a.csv", "inner/", "inner/b.csv")
	c, _ := choose(t, env, ChooserOptions{Start: dir, Multiple: true})
	c.goTyped(filepath.Join(dir, "inner"))
	if c.folder != filepath.Join(dir, "inner") {
		t.Errorf("a folder leads to %q", c.folder)
	}
	c.goTyped("../a.csv")
	if c.folder != dir || !c.ticked["a.csv"] {
		t.Errorf("a file leads to %q, ticked %v", c.folder, c.ticked)
	}
	c.goTyped("/no/such/thing")
	if c.folder != dir || !slices.Contains(texts(c.path.problem), env.T("kit.chooser_not_found")) {
		t.Errorf("a wrong path leads to %q", c.folder)
	}
}

func TestWhyNothingIsShownIsSaidInWords(t *testing.T) {
	for _, lang := range languages {
		env := window(t, lang, lookNow)
		dir := folder(t, "a.txt", "empty/", "file")
		c, _ := choose(t, env, ChooserOptions{Start: filepath.Join(dir, "empty"), Extensions: []string{"csv", ".xlsx"}})
		if want := env.T("kit.chooser_no_match", "types", i18n.Island(".csv .xlsx")); !reads(c, want) {
			t.Errorf("%s: reads %q", lang, texts(c.dialog.frame))
		}
		c.setAllFiles(true)
		if !reads(c, env.T("kit.chooser_empty")) {
			t.Errorf("%s: reads %q", lang, texts(c.dialog.frame))
		}
		c.open(filepath.Join(dir, "gone"))
		if !reads(c, env.T("kit.chooser_gone")) {
			t.Errorf("%s: reads %q", lang, texts(c.dialog.frame))
		}
		c.open(filepath.Join(dir, "file"))
		if !reads(c, env.T("kit.chooser_unreadable")) {
			t.Errorf("%s: reads %q", lang, texts(c.dialog.frame))
		}
		if got := c.why(&os.PathError{Op: "open", Err: os.ErrPermission}); got != env.T("kit.chooser_denied") {
			t.Errorf("%s: a forbidden folder says %q", lang, got)
		}
	}
}

func TestSavingAddsTheExtensionAndWarnsBeforeReplacing(t *testing.T) {
	env := window(t, "ar", lookNow)
	dir := folder(t, "قديم.csv", "folder.csv/")
	c, got := choose(t, env, ChooserOptions{Start: dir, Save: true, FileName: "جديد", Extensions: []string{".csv"}})
	if env.Window.Canvas().Focused() != fyne.Focusable(c.name.box) {
		t.Errorf("the focus is on %T", env.Window.Canvas().Focused())
	}
	for name, key := range map[string]string{"a/b": "kit.chooser_bad_name", "folder": "kit.chooser_is_folder"} {
		c.name.SetText(name)
		test.Tap(c.dialog.accept)
		if !slices.Contains(texts(c.name.problem), env.T(key)) || *got != nil {
			t.Errorf("%q: says %q, chose %q", name, texts(c.name.problem), *got)
		}
	}
	c.name.SetText("قديم")
	test.Tap(c.dialog.accept)
	if dialogs := openDialogs(env); len(dialogs) != 2 || *got != nil {
		t.Fatalf("%d dialogs are open, chose %q", len(dialogs), *got)
	}
	press(env, fyne.KeyEscape)
	if len(openDialogs(env)) != 1 || *got != nil {
		t.Fatalf("%d dialogs are open, chose %q", len(openDialogs(env)), *got)
	}
	test.Tap(c.dialog.accept)
	buttons := find[*Button](openDialogs(env)[1])
	test.Tap(buttons[len(buttons)-1])
	if want := []string{filepath.Join(dir, "قديم.csv")}; !slices.Equal(*got, want) || len(openDialogs(env)) != 0 {
		t.Errorf("chose %q, want %q; %d dialogs open", *got, want, len(openDialogs(env)))
	}
}

func TestANewFileIsSavedWithoutAQuestion(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := folder(t)
	_, got := choose(t, env, ChooserOptions{Start: dir, Save: true, FileName: "new", Extensions: []string{"csv"}})
	press(env, fyne.KeyReturn)
	if want := []string{filepath.Join(dir, "new.csv")}; !slices.Equal(*got, want) {
		t.Errorf("chose %q, want %q", *got, want)
	}
}

func TestRecentFilesLeadToTheirFolders(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := folder(t, "a.csv", "inner/")
	c := newChooser(env, ChooserOptions{Recent: []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "inner"), dir, "/no/such/thing"}}, nil)
	if got, want := placePaths(c.places), []string{dir, filepath.Join(dir, "inner")}; !slices.Equal(got, want) {
		t.Errorf("offers %q, want %q", got, want)
	}
}

func TestCancellingChoosesNothing(t *testing.T) {
	env := window(t, "en", lookNow)
	_, got := choose(t, env, ChooserOptions{Start: folder(t, "a.csv")})
	press(env, fyne.KeyDown, fyne.KeyEscape)
	if *got != nil || len(openDialogs(env)) != 0 {
		t.Errorf("chose %q, %d dialogs open", *got, len(openDialogs(env)))
	}
}

func TestHostileNamesCanBeChosen(t *testing.T) {
	env := window(t, "en", lookNow)
	name := "a\u202eb\xff" + strings.Repeat("ط", 100) + ".csv"
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
		t.Skip("this file system takes no such names")
	}
	_, got := choose(t, env, ChooserOptions{Start: dir})
	press(env, fyne.KeyDown, fyne.KeyReturn)
	if want := []string{filepath.Join(dir, name)}; !slices.Equal(*got, want) {
		t.Errorf("chose %q, want %q", *got, want)
	}
}

// A folder of tens of thousands of files is read and sorted at once; sizes are
// asked for the visible ones only.
func BenchmarkReadLargeFolder(b *testing.B) {
	dir := b.TempDir()
	for i := range 5000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("تقرير week %d.csv", i)), nil, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := readFolder(dir, []string{"csv"}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestChoosingAFolderShowsFoldersOnlyAndTakesTheOneShown(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "بيانات"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "posts.csv"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		var chosen []string
		c := newChooser(env, ChooserOptions{Folder: true, Start: dir, OnChosen: func(p []string) { chosen = p }}, nil)
		show(env, Spacer(), 900, 600)
		c.launch()
		if len(c.entries) != 1 || c.entries[0].name != "بيانات" {
			t.Fatalf("entries %v", c.entries)
		}
		c.activated(0)
		c.dialog.doAccept()
		if want := filepath.Join(dir, "بيانات"); len(chosen) != 1 || chosen[0] != want {
			t.Fatalf("chosen %v, want %s", chosen, want)
		}
	})
}
