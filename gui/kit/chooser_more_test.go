package kit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/gui/i18n"
)

// names are the entries on show.
func (c *chooser) names() (all []string) {
	for _, e := range c.entries {
		all = append(all, e.name)
	}
	return all
}

func TestFilesAreSortedByNameDayAndSizeWithFoldersFirst(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		dir := folder(t, "inner/")
		for i, name := range []string{"b.csv", "a.csv", "ج.csv"} {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, make([]byte, 100*(i+1)), 0o600); err != nil {
				t.Fatal(err)
			}
			day := time.Date(2026, 1, []int{2, 9, 5}[i], 0, 0, 0, 0, time.UTC)
			if err := os.Chtimes(path, day, day); err != nil {
				t.Fatal(err)
			}
		}
		c, _ := choose(t, env, ChooserOptions{Start: dir})
		for order, want := range map[entryOrder][]string{
			byName: {"inner", "a.csv", "b.csv", "ج.csv"},
			byDay:  {"inner", "a.csv", "ج.csv", "b.csv"},
			bySize: {"inner", "ج.csv", "a.csv", "b.csv"},
		} {
			if c.setOrder(string(order)); !slices.Equal(c.names(), want) {
				t.Errorf("by %s: %q, want %q", order, c.names(), want)
			}
		}
	})
}

// A slow folder must not hold up the window, and must not appear over one that was
// opened after it.
func TestAFolderIsReadBesideTheWindow(t *testing.T) {
	env := window(t, "ar", lookNow)
	type job struct{ work, done func() }
	var jobs []job
	env.Background = func(work, done func()) { jobs = append(jobs, job{work, done}) }
	dir := folder(t, "a.csv", "inner/", "inner/b.csv")
	c, _ := choose(t, env, ChooserOptions{Start: dir})
	if !reads(c, env.T("kit_chooser.reading")) || len(c.entries) != 0 {
		t.Errorf("while it is read: %q", texts(c.dialog.frame))
	}
	c.open(filepath.Join(dir, "inner"))
	for i := len(jobs) - 1; i >= 0; i-- { // the first one comes last
		jobs[i].work()
		jobs[i].done()
	}
	if want := []string{"b.csv"}; !slices.Equal(c.names(), want) || c.path.Text() != filepath.Join(dir, "inner") {
		t.Errorf("shows %q of %q", c.names(), c.path.Text())
	}
	jobs = nil
	press(env, fyne.KeyBackspace)
	jobs[0].work()
	jobs[0].done()
	if c.current != 0 || c.entries[0].name != "inner" {
		t.Errorf("back in the folder above the keyboard is at %d of %q", c.current, c.names())
	}
}

func TestASlashInTheListBeginsAPath(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := folder(t, "a.csv")
	c, _ := choose(t, env, ChooserOptions{Start: dir})
	write(env, dir)
	if env.Window.Canvas().Focused() != fyne.Focusable(c.path.box) || c.path.Text() != dir {
		t.Errorf("the keyboard is at %T, the path reads %q", env.Window.Canvas().Focused(), c.path.Text())
	}
}

func TestDroppedFilesAreChosenAndFoldersOpened(t *testing.T) {
	env := window(t, "ar", lookNow)
	dir := folder(t, "a.csv", "b.csv", "c.txt", "inner/")
	at := func(name string) string { return filepath.Join(dir, name) }
	c, got := choose(t, env, ChooserOptions{Start: dir, Multiple: true, Extensions: []string{"csv"}})
	if !env.Drop([]string{at("inner")}) || c.folder != at("inner") {
		t.Errorf("a folder leads to %q", c.folder)
	}
	env.Drop([]string{at("c.txt")})
	if want := env.T("kit_chooser.drop_kind", "types", i18n.Island(".csv")); !slices.Contains(texts(c.path.problem), want) {
		t.Errorf("a file of another kind: %q", texts(c.path.problem))
	}
	env.Drop([]string{at("a.csv"), at("c.txt"), at("b.csv")})
	if want := []string{at("a.csv"), at("b.csv")}; !slices.Equal(*got, want) || len(openDialogs(env)) != 0 {
		t.Errorf("chose %q, want %q", *got, want)
	}
	if env.Drop([]string{at("a.csv")}) {
		t.Error("a chooser that is closed still takes what is dropped")
	}
	ShowDialog(env, DialogOptions{Title: "t"})
	if !env.Drop([]string{at("a.csv")}) {
		t.Error("what is dropped on a dialog goes to the page below")
	}
}

func TestNamesReadFromLeftToRightInArabicLines(t *testing.T) {
	env := window(t, "ar", lookNow)
	c, _ := choose(t, env, ChooserOptions{Start: folder(t, "تقرير 2026.csv")})
	row := c.list.rows.slots[0].object.(*chooserRow)
	painted := []rune(row.name.shown.Text)
	dot := slices.Index(painted, '.')
	if dot < 0 || string(painted[dot:dot+4]) != ".csv" || row.name.logical != "تقرير 2026.csv" {
		t.Errorf("%q is painted as %q", row.name.logical, string(painted))
	}
}

func TestAFolderOfTwentyThousandFilesIsShownWhole(t *testing.T) {
	env := window(t, "en", lookNow)
	dir := t.TempDir()
	for i := range 20_000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("week %d.csv", i)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c, got := choose(t, env, ChooserOptions{Start: dir})
	if len(c.entries) != 20_000 || len(c.list.rows.slots) > 40 {
		t.Errorf("%d entries, %d rows", len(c.entries), len(c.list.rows.slots))
	}
	press(env, fyne.KeyEnd, fyne.KeyReturn)
	if want := []string{filepath.Join(dir, "week 19999.csv")}; !slices.Equal(*got, want) {
		t.Errorf("chose %q", *got)
	}
}
