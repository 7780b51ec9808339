package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"athar/assets"
)

// Versions that must not move by themselves: behaviour that Athar relies on was
// measured with exactly these. Fyne decides how text is shaped and painted;
// earlier Badgers could bring deleted data back.
var pinned = map[string]string{
	"fyne.io/fyne/v2":                "v2.8.1",
	"github.com/dgraph-io/badger/v4": "v4.9.6",
	"github.com/google/uuid":         "v1.6.0",
}

type module struct {
	Path, Version, Dir, GoMod string
	Replace                   *module
}

func resolved(t *testing.T, path string) module {
	t.Helper()
	var m module
	if err := json.Unmarshal(goTool(t, "list", "-m", "-json", path), &m); err != nil {
		t.Fatal(err)
	}
	if m.Replace != nil {
		t.Fatalf("%s is replaced by %s %s", path, m.Replace.Path, m.Replace.Version)
	}
	return m
}

func TestPinnedModulesAreResolvedAsPinned(t *testing.T) {
	for path, want := range pinned {
		if got := resolved(t, path).Version; got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

// Athar measures text with go-text and Fyne paints it: with two versions the
// caret would stand beside its letter.
func TestTextIsShapedByTheVersionThatFyneWasMadeWith(t *testing.T) {
	const shaper = "github.com/go-text/typesetting"
	var mod struct{ Require []module }
	if err := json.Unmarshal(goTool(t, "mod", "edit", "-json", resolved(t, "fyne.io/fyne/v2").GoMod), &mod); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(mod.Require, func(m module) bool { return m.Path == shaper })
	if i < 0 {
		t.Fatalf("Fyne no longer requires %s", shaper)
	}
	if got, want := resolved(t, shaper).Version, mod.Require[i].Version; got != want {
		t.Errorf("%s is %s, Fyne requires %s", shaper, got, want)
	}
}

// Fyne has no Arabic of its own. A text it gains with a new version would
// appear in English, so its list is compared with ours.
func TestEveryTextOfFyneIsInOurCatalogs(t *testing.T) {
	file := filepath.Join(resolved(t, "fyne.io/fyne/v2").Dir, "lang", "translations", "base.en.json")
	theirs := keys(t, func() ([]byte, error) { return os.ReadFile(file) })
	for _, lang := range []string{"en", "ar"} {
		ours := keys(t, func() ([]byte, error) { return assets.Locale.ReadFile("locale/" + lang + "/fyne.json") })
		if !slices.Equal(ours, theirs) {
			t.Errorf("%s: our texts for Fyne are\n%q\nFyne asks for\n%q", lang, ours, theirs)
		}
	}
}

func keys(t *testing.T, read func() ([]byte, error)) []string {
	t.Helper()
	data, err := read()
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	all := make([]string, 0, len(m))
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

func TestFyneAppNamesAVersionTheMakefileCanRead(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`(?m)^ *Version = "\d+\.\d+\.\d+"$`, `(?m)^ *ID = "[a-z.]+"$`, `(?m)^ *fyneDo = true$`} {
		if !regexp.MustCompile(want).Match(data) {
			t.Errorf("FyneApp.toml has no line that matches %s", want)
		}
	}
	if icon := regexp.MustCompile(`Icon = "(.*)"`).FindSubmatch(data); icon == nil {
		t.Error("FyneApp.toml names no icon")
	} else if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(string(icon[1])))); err != nil {
		t.Error(err)
	}
	if !strings.Contains(string(data), `Languages = ["ar", "en"]`) {
		t.Error("FyneApp.toml does not name both languages")
	}
}

// Whoever adds a library also says under which licence it comes.
func TestEveryRequiredModuleStandsInTheListOfLicences(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "licences.md"))
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	if err := json.Unmarshal(goTool(t, "mod", "edit", "-json"), &mod); err != nil {
		t.Fatal(err)
	}
	for _, m := range mod.Require {
		if !m.Indirect && !strings.Contains(string(page), "| "+m.Path+" |") {
			t.Errorf("docs/licences.md does not name %s", m.Path)
		}
	}
}
