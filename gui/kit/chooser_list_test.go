package kit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// folder makes a folder with these files; names that end in a slash are folders.
func folder(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.MkdirAll(path, 0o700)
		} else {
			err = os.WriteFile(path, []byte("x"), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(entries []chooserEntry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.name)
	}
	return all
}

func TestAFolderIsListedAsPeopleSort(t *testing.T) {
	dir := folder(t, "week 10.csv", "week 2.csv", "Week 1.CSV", "b/", "a.txt", ".hidden.csv", "~$lock.csv", "تقرير.csv", "أرقام.csv", "z/")
	for _, c := range []struct {
		extensions []string
		want       []string
	}{
		{nil, []string{"b", "z", "a.txt", "Week 1.CSV", "week 2.csv", "week 10.csv", "أرقام.csv", "تقرير.csv"}},
		{[]string{"csv"}, []string{"b", "z", "Week 1.CSV", "week 2.csv", "week 10.csv", "أرقام.csv", "تقرير.csv"}},
		{[]string{".TXT"}, []string{"b", "z", "a.txt"}},
	} {
		entries, err := readFolder(dir, c.extensions)
		if err != nil || !slices.Equal(names(entries), c.want) {
			t.Errorf("%v: %q, %v; want %q", c.extensions, names(entries), err, c.want)
		}
	}
}

func TestALinkToAFolderIsAFolder(t *testing.T) {
	dir := folder(t, "real/")
	if err := os.Symlink(filepath.Join(dir, "real"), filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here")
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "broken.csv")); err != nil {
		t.Fatal(err)
	}
	entries, err := readFolder(dir, []string{"csv"})
	if err != nil || !slices.Equal(names(entries), []string{"link", "real", "broken.csv"}) || !entries[0].folder {
		t.Errorf("%q, %v", names(entries), err)
	}
}

func TestAFolderThatIsNotThereIsAnError(t *testing.T) {
	if _, err := readFolder(filepath.Join(t.TempDir(), "gone"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestNumbersInNamesSortByTheirValue(t *testing.T) {
	sorted := []string{"", "1", "2", "02a", "10", "a", "a1", "a2b", "a10", "b"}
	for i, a := range sorted {
		for j, b := range sorted {
			got := compareNatural(a, b)
			if i < j && got > 0 || i > j && got < 0 || i == j && got != 0 {
				t.Errorf("compare %q with %q: %d", a, b, got)
			}
		}
	}
}

func TestHostileNamesAreShownSafely(t *testing.T) {
	for in, want := range map[string]string{
		"report.csv":            "report.csv",
		"نتائج (نهائي).csv":     "نتائج (نهائي).csv",
		"a\u202evsc.exe":        "a\ufffdvsc.exe",
		"a\u2067b\u2069":        "a\ufffdb\ufffd",
		"two\nlines\t\x1b[31m":  "two\ufffdlines\ufffd\ufffd[31m",
		"bad\xff\xfebytes.csv":  "bad\ufffdbytes.csv",
		"line\u2028para\u2029x": "line\ufffdpara\ufffdx",
	} {
		if got := safeName(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

func TestTypedAndPastedPathsAreUnderstood(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"   ":                         "",
		" /tmp/x ":                    "/tmp/x",
		`"/tmp/my file.csv"`:          "/tmp/my file.csv",
		"'/tmp/a'":                    "/tmp/a",
		"~":                           "/home/nour",
		"~/Documents/":                "/home/nour/Documents",
		"~other":                      "~other",
		"file:///tmp/a%20b%D8%A3.csv": "/tmp/a bأ.csv",
		"file:///tmp/100%":            "/tmp/100%",
		"/tmp/../etc":                 "/etc",
	} {
		if got := cleanPath(in, "/home/nour"); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestFileNamesThatTravel(t *testing.T) {
	for name, want := range map[string]bool{
		"report.csv": true, "تقرير نهائي.csv": true, "a.b.c": true,
		"": false, ".": false, "..": false, "a/b": false, `a\b`: false, "a:b": false, "what?": false, "x*": false,
		"end.": false, "end ": false, "a\nb": false, "a\u202eb": false, "a\xff": false, strings.Repeat("x", 256): false,
	} {
		if got := isFileName(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestASavedFileGetsItsExtension(t *testing.T) {
	for _, c := range []struct {
		name       string
		extensions []string
		want       string
	}{
		{"a", nil, "a"},
		{"a", []string{"csv"}, "a.csv"},
		{"a.CSV", []string{"csv"}, "a.CSV"},
		{"a.xlsx", []string{".csv", ".xlsx"}, "a.xlsx"},
		{"a.b", []string{".csv"}, "a.b.csv"},
	} {
		if got := withExtension(c.name, c.extensions); got != c.want {
			t.Errorf("%q with %v became %q, want %q", c.name, c.extensions, got, c.want)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	for _, s := range []string{"a.csv", "تقرير", "a\u202eb", "\xff\xfe", "a\x00b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		shown := safeName(name)
		if !utf8.ValidString(shown) || strings.ContainsFunc(shown, isUnsafe) {
			t.Errorf("%q is shown as %q", name, shown)
		}
		if safeName(shown) != shown {
			t.Errorf("%q changes when made safe again", shown)
		}
	})
}

func FuzzCleanPath(f *testing.F) {
	for _, s := range []string{"", "~", "~/a", "file:///a%20b", `"a"`, "'", "%zz", "file://%"} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, typed string) { cleanPath(typed, "/home/x") })
}

func TestCtrlATicksWhatTheButtonTicks(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		dir := folder(t, "inner/", "a.csv", "b.csv")
		c, _ := choose(t, env, ChooserOptions{Start: dir, Multiple: true})
		c.list.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
		if len(c.ticked) != 2 || c.dialog.accept.Disabled() {
			t.Errorf("ticked %v", c.ticked)
		}
		one, _ := choose(t, env, ChooserOptions{Start: dir})
		one.list.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
		if len(one.ticked) != 0 {
			t.Errorf("where one file is asked for, %v are ticked", one.ticked)
		}
	})
}

func TestALongNameKeepsItsEndAndItsKind(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		long := strings.Repeat("Insights of the page ", 6) + "2026-11.csv"
		arabic := strings.Repeat("تقرير ", 16) + "نوفمبر.xlsx"
		_, _ = choose(t, env, ChooserOptions{Start: folder(t, long, arabic)})
		for _, row := range find[*chooserRow](env.Window.Canvas().Overlays().Top()) {
			if !row.wide || !row.Visible() {
				continue
			}
			shown := strings.TrimRight(row.name.shown.Text, "\u202c")
			if !strings.Contains(shown, "…") || !strings.HasSuffix(shown, ".csv") && !strings.HasSuffix(shown, ".xlsx") {
				t.Errorf("%q is shown as %q", row.name.logical, shown)
			}
			if row.name.face.measure(shown) > row.name.shown.Size().Width+0.01 {
				t.Errorf("%q is wider than its place", shown)
			}
			if strings.Contains(row.day.shown.Text, "…") || row.day.shown.Size().Width > row.day.natural*1.5 {
				t.Errorf("the day %q of %v has %v", row.day.shown.Text, row.day.natural, row.day.shown.Size().Width)
			}
		}
	})
}
