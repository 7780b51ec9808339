package main_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The import rule of the architecture, held by tests. Direct imports are read
// from the source files, so that a file for another system counts as well; what
// comes in through other people's modules is asked of `go list`. The rules
// themselves are in arch_rules_test.go.

const root = "../.." // where go test runs, seen from the module's root

func TestNoPackageImportsWhatTheArchitectureForbids(t *testing.T) {
	for _, v := range checkImports(sources(t)) {
		t.Error(v)
	}
}

func TestNothingForbiddenComesInThroughOtherModules(t *testing.T) {
	for _, v := range checkReach(dependencies(t)) {
		t.Error(v)
	}
}

func TestOnlyOnePackageOfTheInterfaceStartsGoroutines(t *testing.T) {
	for _, s := range sources(t) {
		for _, f := range s.files {
			for _, v := range checkConcurrency(s.path, f) {
				t.Error(v)
			}
		}
	}
}

func TestTopLevelNamesAreThoseOfTheArchitecture(t *testing.T) {
	for _, v := range checkTopLevel(topLevel(t)) {
		t.Error(v)
	}
}

// source is one of Athar's packages as its files say, for all systems.
type source struct {
	path        string // import path
	imports     []string
	testImports []string
	files       []sourceFile // what is shipped: no tests, no generators
	tests       []sourceFile // the others
}

type sourceFile struct {
	name string
	fset *token.FileSet
	ast  *ast.File
}

// sources parses every Go file of the repository.
func sources(t *testing.T) []source {
	t.Helper()
	packages := map[string]*source{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); p != root && (name == "testdata" || name[0] == '.' || name[0] == '_') {
				return filepath.SkipDir
			}
			if _, err := os.Stat(filepath.Join(p, "go.mod")); p != root && err == nil {
				return filepath.SkipDir // a module of its own, which nothing here imports
			}
			return nil
		}
		if filepath.Ext(p) != ".go" {
			return nil
		}
		dir, err := filepath.Rel(root, filepath.Dir(p))
		if err != nil {
			return err
		}
		name := path.Join("athar", filepath.ToSlash(dir))
		if packages[name] == nil {
			packages[name] = &source{path: name}
		}
		return packages[name].add(p)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(packages) < 3 {
		t.Fatalf("only %d packages found: is this the module's root?", len(packages))
	}
	var all []source
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		all = append(all, *packages[name])
	}
	return all
}

func (s *source) add(file string) error {
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	// A generator is held to the rules for tests: it reads and writes files.
	isTool := tree.Name.Name == "main" && !within(s.path, "athar/cmd")
	asTest := isTool || strings.HasSuffix(file, "_test.go")
	for _, i := range tree.Imports {
		imported, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return err
		}
		if asTest {
			s.testImports = append(s.testImports, imported)
		} else {
			s.imports = append(s.imports, imported)
		}
	}
	f := sourceFile{name: file, fset: fset, ast: tree}
	if asTest {
		s.tests = append(s.tests, f)
	} else {
		s.files = append(s.files, f)
	}
	return nil
}

// dependencies is the graph of all imports as this system builds it, from
// import path to import paths.
func dependencies(t *testing.T) map[string][]string {
	t.Helper()
	out := goTool(t, "list", "-deps", "-tags", "migrated_fynedo", "-json=ImportPath,Imports", "./...")
	graph := map[string][]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		graph[p.ImportPath] = p.Imports
	}
	return graph
}

// topLevel names what the repository holds at its top. Git is asked because a
// working copy also holds what was built there.
func topLevel(t *testing.T) []string {
	t.Helper()
	// In a container the checkout often belongs to another user, which Git
	// refuses unless told that it is all right.
	cmd := exec.Command("git", "-c", "safe.directory=*", "ls-files")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil || len(out) == 0 {
		t.Skip("not a Git checkout, or no Git: what belongs to the repository is unknown here")
	}
	names := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), "/")
		names[name] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// goTool runs the go command at the module's root and returns what it prints.
func goTool(t *testing.T, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=readonly")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return out
}
