package main_test

import (
	"fmt"
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pure are the modules the domain may use: functions over values, without
// windows, files or networks.
var pure = []string{
	"github.com/google/uuid",
	"golang.org/x/text",
	"github.com/clipperhouse/uax29/v2",
	"github.com/hablullah/go-hijri",
	"github.com/nyaruka/phonenumbers",
	"gonum.org/v1/gonum",
}

// domainTestModules is what tests of the domain may use besides. YAML is the
// form that Twitter publishes its test vectors in.
var domainTestModules = []string{
	"athar/assets", "pgregory.net/rapid", "github.com/google/go-cmp", "gopkg.in/yaml.v3",
}

// shell are the packages under gui that are not screens.
var shell = []string{"run", "i18n", "typeset", "kit", "theme", "settings", "guitest", "wording", "proofs"}

// partsKnow is what the sides of a message may know of the screen they are parts of.
var partsKnow = []string{"athar/gui/messages/part", "athar/gui/messages/gauge", "athar/gui/messages/parttest"}

// harnesses are what tests of the interface are made with.
var harnesses = []string{"athar/gui/guitest", "athar/gui/messages/parttest"}

// kitKnows is what of the domain widgets are about: writing, and days to choose
// from.
var kitKnows = []string{"athar/domain/text", "athar/domain/calendar"}

// offline are the packages that reach the network or start other programs,
// which Athar never does.
var offline = []string{
	"net", "net/http", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "log/syslog",
	"os/exec", "golang.org/x/sys/execabs", "golang.org/x/net",
}

// offlineExceptions are the imports of that kind that are right all the same,
// as "importer imported", each with its reason.
var offlineExceptions = map[string]string{
	"athar/cmd/athar os/exec":                       "Athar starts itself, and nothing else, to try a store that may end the process that opens it",
	"athar/cmd/athar github.com/zalando/go-keyring": "only where somebody wants it: on Linux over a socket of this computer and never to an address of a network, on macOS through the system's own program",
}

// topNames is what a stranger finds: the rooms of the house and its set-up.
var topNames = []string{
	"cmd", "gui", "domain", "persistence", "assets", "docs", "torture",
	"FyneApp.toml", "go.mod", "go.sum", "README.md", "Makefile", "CHANGELOG.md", "LICENSE", ".ci",
	"scripts", ".gitignore", ".gitattributes", ".editorconfig",
}

// checkImports returns a sentence for every import that breaks a rule.
func checkImports(packages []source) (violations []string) {
	for _, p := range packages {
		for _, imported := range p.imports {
			if reason := forbidden(p.path, imported, false); reason != "" {
				violations = append(violations, fmt.Sprintf("%s imports %s: %s", p.path, imported, reason))
			}
		}
		for _, imported := range p.testImports {
			if reason := forbidden(p.path, imported, true); reason != "" {
				violations = append(violations, fmt.Sprintf("%s, in a test, imports %s: %s", p.path, imported, reason))
			}
		}
	}
	return violations
}

// forbidden says why an import is forbidden, or nothing.
func forbidden(importer, imported string, inTest bool) string {
	if !inTest {
		if reachesOut(imported) && offlineExceptions[importer+" "+imported] == "" {
			return "Athar opens no connection and starts no program"
		}
		if inAny(imported, append([]string{"testing", "fyne.io/fyne/v2/test"}, harnesses...)) && !inAny(importer, harnesses) {
			return "that is for tests only"
		}
	}
	switch {
	case within(importer, "athar/domain"):
		return forbiddenInDomain(imported, inTest)
	case within(importer, "athar/persistence"):
		return forbiddenInPersistence(imported)
	case within(importer, "athar/gui"):
		return forbiddenInGUI(importer, imported)
	case within(importer, "athar/assets") && within(imported, "athar") && imported != "athar/assets":
		return "assets are files, they know nothing of Athar"
	}
	return ""
}

func forbiddenInDomain(imported string, inTest bool) string {
	switch {
	case within(imported, "athar/domain") || inAny(imported, pure):
		return ""
	case inTest && inAny(imported, domainTestModules):
		return ""
	case within(imported, "athar"):
		return "the domain imports nothing else of Athar"
	case !standard(imported):
		return "not one of the pure modules the domain may use"
	case !inTest && inAny(imported, []string{"os", "io/ioutil", "database", "plugin", "unsafe"}):
		return "the domain knows no files, processes or databases"
	}
	return ""
}

func forbiddenInPersistence(imported string) string {
	switch {
	case within(imported, "fyne.io"):
		return "the store has no windows"
	case within(imported, "athar") && !inAny(imported, []string{"athar/persistence", "athar/domain", "athar/assets"}):
		return "persistence imports only domain and assets"
	}
	return ""
}

func forbiddenInGUI(importer, imported string) string {
	if inAny(imported, []string{"github.com/dgraph-io", "athar/persistence"}) {
		return "the interface reaches the store only through the domain's port"
	}
	if within(imported, "athar") && !inAny(imported, []string{"athar/gui", "athar/domain", "athar/assets"}) {
		return "the interface imports only domain and assets"
	}
	if within(importer, "athar/gui/kit") && within(imported, "athar/domain") && !inAny(imported, kitKnows) {
		return "the kit knows text and calendars, but no campaign"
	}
	if importer != "athar/gui/messages" && within(importer, "athar/gui/messages") && within(imported, "athar/gui/messages") &&
		!inAny(imported, append([]string{importer}, partsKnow...)) {
		return "a part of the message editor knows no other"
	}
	from, to := guiPart(importer), guiPart(imported)
	switch {
	case to == "" || from == "" || from == to || slices.Contains(shell, to):
		return ""
	case slices.Contains(shell, from):
		return "what all screens share knows none of them"
	default:
		return "no screen imports another"
	}
}

// guiPart is the folder directly under gui that a package lies in, if any.
func guiPart(p string) string {
	rest, ok := strings.CutPrefix(p, "athar/gui/")
	if !ok {
		return ""
	}
	part, _, _ := strings.Cut(rest, "/")
	return part
}

// reachRules are about everything a part pulls in, however far away.
var reachRules = []struct {
	from   string
	never  []string
	reason string
}{
	// Not package net: google/uuid reads the network card's address with it,
	// for a kind of identifier that Athar does not make.
	{"athar/domain", []string{"fyne.io", "github.com/dgraph-io", "github.com/go-gl", "net/http", "os/exec"}, "the domain is pure"},
	{"athar/persistence", []string{"fyne.io", "github.com/go-gl", "athar/gui"}, "the store works without a display"},
	{"athar/gui", []string{"github.com/dgraph-io", "athar/persistence"}, "the interface knows no store"},
}

// checkReach returns, for every package that pulls in something it must not,
// the way there.
func checkReach(graph map[string][]string) (violations []string) {
	for _, rule := range reachRules {
		isForbidden := func(p string) bool { return inAny(p, rule.never) }
		for p := range graph {
			if !within(p, rule.from) {
				continue
			}
			if way := wayTo(graph, p, isForbidden); way != nil {
				violations = append(violations, strings.Join(way, " → ")+": "+rule.reason)
			}
		}
	}
	slices.Sort(violations)
	return violations
}

// wayTo returns a shortest way of imports from a package to one that matches.
func wayTo(graph map[string][]string, from string, match func(string) bool) []string {
	before := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		here := queue[0]
		if here != from && match(here) {
			var way []string
			for p := here; p != ""; p = before[p] {
				way = append(way, p)
			}
			slices.Reverse(way)
			return way
		}
		for _, next := range graph[here] {
			if _, seen := before[next]; !seen {
				before[next] = here
				queue = append(queue, next)
			}
		}
	}
	return nil
}

// checkConcurrency returns a sentence for every go statement and every use of
// fyne.Do in the interface outside gui/run: only there can a test see and drain
// what runs in the background.
func checkConcurrency(pkg string, f sourceFile) (violations []string) {
	if !within(pkg, "athar/gui") || within(pkg, "athar/gui/run") {
		return nil
	}
	fyneName := importName(f.ast, "fyne.io/fyne/v2", "fyne")
	report := func(n ast.Node, what string) {
		violations = append(violations, fmt.Sprintf("%s: %s outside gui/run", f.fset.Position(n.Pos()), what))
	}
	ast.Inspect(f.ast, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			report(n, "a go statement")
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && fyneName != "" && x.Name == fyneName && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
				report(n, "fyne."+n.Sel.Name)
			}
		}
		return true
	})
	return violations
}

// importName is the name under which a file imports a package, or nothing.
func importName(f *ast.File, imported, usual string) string {
	for _, i := range f.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err != nil || p != imported {
			continue
		}
		if i.Name != nil {
			return i.Name.Name
		}
		return usual
	}
	return ""
}

func checkTopLevel(names []string) (violations []string) {
	for _, n := range names {
		if !slices.Contains(topNames, n) {
			violations = append(violations, n+" does not belong at the top of the repository")
		}
	}
	return violations
}

// reachesOut tells whether a package opens connections or starts programs.
// Three of those below net only read text.
func reachesOut(p string) bool {
	return inAny(p, offline) && !slices.Contains([]string{"net/url", "net/mail", "net/netip"}, p)
}

// within tells whether a package is the given one or lies below it.
func within(p, parent string) bool {
	return p == parent || strings.HasPrefix(p, parent+"/")
}

func inAny(p string, parents []string) bool {
	return slices.ContainsFunc(parents, func(parent string) bool { return within(p, parent) })
}

// standard tells whether a package is of the standard library: only those have
// no dot in their first element, and ours.
func standard(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".") && first != "athar"
}

func TestExceptionsAreStillNeeded(t *testing.T) {
	packages := sources(t)
	for edge := range offlineExceptions {
		importer, imported, _ := strings.Cut(edge, " ")
		needed := slices.ContainsFunc(packages, func(s source) bool {
			return s.path == importer && slices.Contains(s.imports, imported)
		})
		if !needed {
			t.Errorf("nothing needs the exception %q any more", edge)
		}
	}
}
