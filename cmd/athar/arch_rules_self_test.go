package main_test

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// The rules are tested with made-up graphs: a checker that cannot fail holds
// nothing.

func TestTheImportRuleTellsGoodImportsFromBad(t *testing.T) {
	for _, c := range []struct {
		importer, imported string
		inTest, bad        bool
	}{
		{"athar/domain", "strings", false, false},
		{"athar/domain", "net/url", false, false},
		{"athar/domain/metric", "github.com/google/uuid", false, false},
		{"athar/domain/text", "golang.org/x/text/unicode/norm", false, false},
		{"athar/domain/text", "github.com/clipperhouse/uax29/v2/graphemes", false, false},
		{"athar/domain/metric/stats", "gonum.org/v1/gonum/stat/distuv", false, false},
		{"athar/domain", "pgregory.net/rapid", true, false},
		{"athar/domain/ethics", "athar/assets", true, false},
		{"athar/domain", "os", true, false},
		{"athar/domain", "pgregory.net/rapid", false, true},
		{"athar/domain", "fyne.io/fyne/v2", false, true},
		{"athar/domain", "fyne.io/fyne/v2", true, true},
		{"athar/domain", "github.com/dgraph-io/badger/v4", false, true},
		{"athar/domain", "gopkg.in/yaml.v3", false, true},
		{"athar/domain/session", "athar/persistence", true, true},
		{"athar/domain/ethics", "athar/assets", false, true},
		{"athar/domain", "athar/gui/i18n", false, true},
		{"athar/domain", "os", false, true},
		{"athar/domain", "os/exec", false, true},
		{"athar/domain", "golang.org/x/textual", false, true}, // not golang.org/x/text

		{"athar/persistence", "github.com/dgraph-io/badger/v4", false, false},
		{"athar/persistence/tabular", "athar/domain/metric", false, false},
		{"athar/persistence", "athar/assets", false, false},
		{"athar/persistence", "os/exec", true, false},
		{"athar/persistence", "fyne.io/fyne/v2/storage", false, true},
		{"athar/persistence", "athar/gui/run", false, true},
		{"athar/persistence", "athar/gui/run", true, true},
		{"athar/persistence", "athar/cmd/athar", false, true},

		{"athar/gui", "athar/gui/home", false, false},
		{"athar/gui/home", "athar/gui/kit", false, false},
		{"athar/gui/home", "athar/domain/session", false, false},
		{"athar/gui/home", "athar/gui/home/rows", false, false},
		{"athar/gui/home", "athar/gui/guitest", true, false},
		{"athar/gui/guitest", "fyne.io/fyne/v2/test", false, false},
		{"athar/gui/guitest/apptest", "fyne.io/fyne/v2/test", false, false},
		{"athar/gui/kit", "athar/gui/guitest/apptest", true, false},
		{"athar/gui/kit", "athar/gui/guitest/apptest", false, true},
		{"athar/gui/kit", "athar/domain/text/bidi", false, false},
		{"athar/gui/kit", "athar/domain/calendar", false, false},
		{"athar/gui/messages", "athar/gui/messages/texts", false, false},
		{"athar/gui/messages/texts", "athar/gui/messages/part", false, false},
		{"athar/gui/messages/texts", "athar/gui/messages/texts/words", false, false},
		{"athar/gui/messages/texts", "athar/gui/messages/parttest", true, false},
		{"athar/gui/messages/texts", "athar/gui/messages/parttest", false, true},
		{"athar/gui/messages/parttest", "athar/gui/messages/part", false, false},
		{"athar/gui/messages/parttest", "athar/gui/guitest", false, false},
		{"athar/gui/messages/parttest", "athar/gui/messages/texts", false, true},
		{"athar/gui/messages/texts", "athar/gui/messages/channels", false, true},
		{"athar/gui/messages/texts", "athar/gui/messages", true, true},
		{"athar/gui/home", "athar/gui/messages", false, true},
		{"athar/gui/home", "athar/gui/messages", true, true},
		{"athar/gui/kit/table", "athar/gui/metrics", false, true},
		{"athar/gui/kit", "athar/domain", false, true},
		{"athar/gui/kit/chart", "athar/domain/metric", false, true},
		{"athar/gui/kit", "athar/domain/textile", false, true},
		{"athar/gui/home", "athar/persistence", false, true},
		{"athar/gui/home", "athar/persistence", true, true},
		{"athar/gui", "github.com/dgraph-io/badger/v4", false, true},
		{"athar/gui/home", "athar/gui/guitest", false, true},
		{"athar/gui/home", "fyne.io/fyne/v2/test", false, true},

		{"athar/assets", "embed", false, false},
		{"athar/assets", "athar/domain", false, true},
		{"athar/cmd/athar", "athar/persistence", false, false},
		{"athar/cmd/athar", "athar/gui", false, false},
		{"athar/cmd/athar", "os/exec", true, false},
		{"athar/cmd/athar", "net/http", false, true},
		{"athar/cmd/athar", "os/exec", false, false},
		{"athar/cmd/athar", "testing", false, true},
	} {
		got := forbidden(c.importer, c.imported, c.inTest)
		if (got != "") != c.bad {
			t.Errorf("%s → %s (test: %t): %q, want forbidden: %t", c.importer, c.imported, c.inTest, got, c.bad)
		}
	}
}

func TestViolationsNameTheEdge(t *testing.T) {
	got := checkImports([]source{
		{path: "athar/domain", imports: []string{"strings", "fyne.io/fyne/v2"}},
		{path: "athar/gui/home", testImports: []string{"athar/gui/messages"}},
	})
	if len(got) != 2 || !strings.HasPrefix(got[0], "athar/domain imports fyne.io/fyne/v2:") ||
		!strings.HasPrefix(got[1], "athar/gui/home, in a test, imports athar/gui/messages:") {
		t.Errorf("got %q", got)
	}
}

func TestReachNamesTheWholeWay(t *testing.T) {
	graph := map[string][]string{
		"athar/domain":           {"strings", "example.org/pure"},
		"example.org/pure":       {"example.org/deep", "net/url"},
		"example.org/deep":       {"fyne.io/fyne/v2", "example.org/pure"}, // a circle must not hang
		"athar/persistence":      {"athar/domain/ok"},
		"athar/domain/ok":        {"net/url"},
		"athar/gui":              {"athar/gui/home"},
		"athar/gui/home":         {"fyne.io/fyne/v2"},
		"athar/gui/typeset":      {"example.org/store"},
		"example.org/store":      {"github.com/dgraph-io/badger/v4"},
		"athar/cmd/athar":        {"athar/persistence", "athar/gui"},
		"athar/persistence/tabs": {"athar/gui/home"},
	}
	want := []string{
		"athar/domain → example.org/pure → example.org/deep → fyne.io/fyne/v2: the domain is pure",
		"athar/gui/typeset → example.org/store → github.com/dgraph-io/badger/v4: the interface knows no store",
		"athar/persistence/tabs → athar/gui/home: the store works without a display",
	}
	got := checkReach(graph)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestGoroutinesAreFoundOutsideTheirPackage(t *testing.T) {
	const (
		plain   = "package x\nimport \"fyne.io/fyne/v2\"\nvar s fyne.Size\nvar d fyne.DoubleTappable\ntype a struct{}\nfunc (a) Do() {}\nfunc f(v a) { v.Do() }"
		starts  = "package x\nfunc f() { go f() }"
		does    = "package x\nimport \"fyne.io/fyne/v2\"\nfunc f() { fyne.Do(f) }"
		waits   = "package x\nimport \"fyne.io/fyne/v2\"\nvar f = fyne.DoAndWait"
		renamed = "package x\nimport other \"fyne.io/fyne/v2\"\nfunc f() { other.Do(f) }"
	)
	for _, c := range []struct {
		pkg, code string
		want      int
	}{
		{"athar/gui/home", plain, 0},
		{"athar/gui/home", starts, 1},
		{"athar/gui", starts, 1},
		{"athar/gui/home", does, 1},
		{"athar/gui/home", waits, 1},
		{"athar/gui/home", renamed, 1},
		{"athar/gui/run", starts, 0},
		{"athar/gui/run", does, 0},
		{"athar/gui/running", does, 1},
		{"athar/persistence", starts, 0},
	} {
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, "x.go", c.code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if got := checkConcurrency(c.pkg, sourceFile{"x.go", fset, tree}); len(got) != c.want {
			t.Errorf("%s: %q gives %q, want %d", c.pkg, c.code, got, c.want)
		}
	}
}

func TestAStrangerAtTheTopIsNoticed(t *testing.T) {
	if got := checkTopLevel([]string{"cmd", "gui", "Makefile", "utils", "athar"}); len(got) != 2 {
		t.Errorf("got %q, want utils and athar", got)
	}
}
