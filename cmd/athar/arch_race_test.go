package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The race detector makes a test cost about five times as much, and finds
// something only where two goroutines run. So the Makefile lists the packages it
// watches, and this is what makes that list safe: whatever starts a goroutine,
// or is tested with something that does, is on it.

func TestWhateverRunsOnTwoGoroutinesIsWatchedByTheRaceDetector(t *testing.T) {
	watched, all := racedPackages(t), sources(t)
	for _, s := range all {
		if within(s.path, "athar/cmd") { // the whole program, tried from outside
			continue
		}
		if why := concurrent(s, all); why != "" && !slices.Contains(watched, s.path) {
			t.Errorf("%s: add it to RACED in the Makefile, for %s", s.path, why)
		}
	}
	for _, path := range watched {
		if !slices.ContainsFunc(all, func(s source) bool { return s.path == path }) {
			t.Errorf("RACED in the Makefile names %s, which is not there", path)
		}
	}
}

// racedPackages are those of the Makefile's list.
func racedPackages(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(root + "/Makefile")
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`(?m)^RACED\s*:=((?:.*\\\n)*.*)$`).FindSubmatch(text)
	if list == nil {
		t.Fatal("the Makefile has no list RACED")
	}
	return strings.Fields(strings.ReplaceAll(string(list[1]), "\\\n", " "))
}

// concurrent says why more than one goroutine can run in the tests of a package,
// or nothing when none can: what its own files say, and what those packages of
// Athar do that its tests are built of.
func concurrent(s source, all []source) string {
	for _, f := range append(slices.Clone(s.files), s.tests...) {
		if what := startsGoroutine(f.ast); what != "" {
			return what + " in " + f.name
		}
	}
	seen := map[string]bool{s.path: true}
	for next := append(slices.Clone(s.imports), s.testImports...); len(next) > 0; next = next[1:] {
		i := slices.IndexFunc(all, func(s source) bool { return s.path == next[0] })
		if i < 0 || seen[next[0]] {
			continue
		}
		seen[next[0]] = true
		for _, f := range all[i].files {
			if what := startsGoroutine(f.ast); what != "" {
				return what + " in " + f.name
			}
		}
		next = append(next, all[i].imports...)
	}
	return ""
}

// startsGoroutine names what a file starts a goroutine with, or nothing.
func startsGoroutine(f *ast.File) (what string) {
	clock := importName(f, "time", "time")
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			what = "a go statement"
		case *ast.CallExpr:
			called, ok := n.Fun.(*ast.SelectorExpr)
			if !ok {
				break
			}
			x, _ := called.X.(*ast.Ident)
			switch {
			case called.Sel.Name == "Parallel" && len(n.Args) == 0:
				what = "a parallel test"
			case called.Sel.Name == "AfterFunc" && x != nil && x.Name == clock:
				what = "a timer"
			}
		}
		return what == ""
	})
	return what
}

func TestGoroutinesAreFoundWhereverTheyAreStarted(t *testing.T) {
	const (
		calm  = "package x\nimport \"time\"\ntype a struct{}\nfunc (a) AfterFunc() {}\nfunc f(v a) time.Duration { v.AfterFunc(); return time.Second }"
		says  = "package x\nfunc f() { go f() }"
		timer = "package x\nimport clock \"time\"\nfunc f() { clock.AfterFunc(clock.Second, f) }"
		tests = "package x\nimport \"testing\"\nfunc TestX(t *testing.T) { t.Parallel() }"
	)
	made := func(path, code string, imports ...string) source {
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, "x.go", code, 0)
		if err != nil {
			t.Fatal(err)
		}
		f := sourceFile{name: "x.go", fset: fset, ast: tree}
		return source{path: path, imports: imports, files: []sourceFile{f}}
	}
	all := []source{
		made("athar/calm", calm), made("athar/says", says), made("athar/timer", timer), made("athar/tests", tests),
		made("athar/near", calm, "athar/says"), made("athar/far", calm, "strings", "athar/circle"),
		made("athar/circle", calm, "athar/far", "athar/near"), made("athar/away", calm, "strings", "athar/calm"),
	}
	all = append(all, source{path: "athar/tried", testImports: []string{"athar/near"}})
	for _, s := range all {
		got, want := concurrent(s, all) != "", s.path != "athar/calm" && s.path != "athar/away"
		if got != want {
			t.Errorf("%s: concurrent %t, want %t", s.path, got, want)
		}
	}
}
