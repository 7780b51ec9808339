package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// Half of the people read from right to left. Nothing in Fyne mirrors, so the
// screens are made of the kit, which does, and name no side of the window.

func TestScreensAreMadeOfTheKitAndNameNoSide(t *testing.T) {
	for _, s := range sources(t) {
		for _, f := range s.files {
			for _, v := range checkSides(s.path, f) {
				t.Error(v)
			}
		}
	}
}

// stock is what a screen may not take from a package of Fyne.
type stock struct {
	usual  string   // the name it is imported under
	may    []string // all that may be used; nil: everything but never
	never  []string
	reason string
}

var stocks = map[string]stock{
	"fyne.io/fyne/v2/container": {
		usual: "container", may: []string{"New", "Scroll"},
		reason: "stock containers do not mirror; use Row, Column, Border, Grid, Split, Scroll, Stack and Tabs of the kit",
	},
	"fyne.io/fyne/v2/layout": {
		usual: "layout", may: []string{},
		reason: "stock layouts do not mirror; use the kit's, or a fyne.Layout that asks the direction",
	},
	"fyne.io/fyne/v2/widget": {
		usual: "widget", may: []string{"BaseWidget", "NewSimpleRenderer", "Icon", "NewIcon"},
		reason: "stock widgets write mixed text in the wrong order and do not mirror; use the kit's",
	},
	"fyne.io/fyne/v2/dialog": {
		usual: "dialog", may: []string{},
		reason: "stock dialogs are laid out from left to right; use the kit's",
	},
	"fyne.io/fyne/v2/canvas": {
		usual: "canvas", never: []string{"Text", "NewText"},
		reason: "bare text of the canvas is painted in the wrong order; use Label or Paragraph of the kit",
	},
	"fyne.io/fyne/v2": {
		usual: "fyne", never: []string{"TextAlignLeading", "TextAlignTrailing"},
		reason: "in Fyne leading is always left; the kit aligns by the reading direction",
	},
}

func (s stock) forbids(name string) bool {
	if s.may != nil {
		return !slices.Contains(s.may, name)
	}
	return slices.Contains(s.never, name)
}

// mirrors are the packages whose work it is to turn start and end into left and
// right, and the harness that measures whether they did.
var mirrors = []string{"athar/gui/kit", "athar/gui/typeset", "athar/gui/guitest"}

// noSides are names that mean no side of the window: the verb "to leave", the ends
// of a string, and how a language is written.
var noSides = []string{"OnLeft", "LeftOut", "leftOut", "TrimLeft", "TrimRight", "IsRightToLeft"}

// checkSides returns a sentence for everything in a file of the interface that
// would look the same in both directions.
func checkSides(pkg string, f sourceFile) (violations []string) {
	if !within(pkg, "athar/gui") || inAny(pkg, mirrors) {
		return nil
	}
	report := func(n ast.Node, what, reason string) {
		violations = append(violations, fmt.Sprintf("%s: %s: %s", f.fset.Position(n.Pos()), what, reason))
	}
	local := map[string]stock{} // by the name it has in the file
	for _, imported := range slices.Sorted(maps.Keys(stocks)) {
		s := stocks[imported]
		if name := importName(f.ast, imported, s.usual); name != "" {
			local[name] = s
		}
		if local["."].usual != "" {
			report(f.ast, "an import without a name", s.reason)
			delete(local, ".")
		}
	}
	keys := map[*ast.Ident]bool{} // names of keys of the keyboard
	ast.Inspect(f.ast, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			if !ok {
				return true
			}
			if s := local[x.Name]; s.usual != "" && s.forbids(n.Sel.Name) {
				report(n, x.Name+"."+n.Sel.Name, s.reason)
			}
			keys[n.Sel] = strings.HasPrefix(n.Sel.Name, "Key")
		case *ast.Ident:
			if namesSide(n.Name) && !keys[n] {
				report(n, n.Name, "outside the kit there is a start and an end, and no left or right")
			}
		}
		return true
	})
	return violations
}

// namesSide tells whether one of the words of a name is a side.
func namesSide(name string) bool {
	if slices.Contains(noSides, name) {
		return false
	}
	return slices.ContainsFunc(wordsOf(name), func(w string) bool { return w == "left" || w == "right" })
}

// wordsOf splits a name at its capitals, digits and underscores.
func wordsOf(name string) (words []string) {
	from := 0
	runes := []rune(name)
	cut := func(to int) {
		if to > from {
			words = append(words, strings.ToLower(string(runes[from:to])))
		}
		from = to
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			from = i + 1
		case unicode.IsUpper(r) && (i == 0 || !unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			cut(i)
		}
	}
	cut(len(runes))
	return words
}

func TestWordsOfANameAreFound(t *testing.T) {
	for name, want := range map[string]string{
		"leftPanel": "left panel", "PadRight": "pad right", "AlignHLeft": "align h left", "RTLLeft2": "rtl left",
		"copyright": "copyright", "on_left": "on left", "X": "x", "brightness": "brightness",
	} {
		if got := strings.Join(wordsOf(name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestTheRuleOfSidesTellsGoodCodeFromBad(t *testing.T) {
	const head = "package x\nimport (\n\"fyne.io/fyne/v2\"\n\"fyne.io/fyne/v2/canvas\"\n\"fyne.io/fyne/v2/container\"\nl \"fyne.io/fyne/v2/layout\"\n" +
		"\"fyne.io/fyne/v2/widget\"\n\"fyne.io/fyne/v2/dialog\"\n\"fyne.io/fyne/v2/driver/desktop\"\n)\n"
	for _, c := range []struct {
		pkg, code string
		want      int
	}{
		{"athar/gui/home", "var a = container.New(own{})", 0},
		{"athar/gui/home", "var a *container.Scroll", 0},
		{"athar/gui/home", "type a struct{ widget.BaseWidget }", 0},
		{"athar/gui/home", "var a = canvas.NewRectangle(nil)", 0},
		{"athar/gui/home", "var a = fyne.KeyLeft", 0},
		{"athar/gui/home", "var copyright, brightness = \"left\", 1 // to the right", 0},
		{"athar/gui/home", "var a = options{OnLeft: nil}", 0},
		{"athar/gui/home", "var a = container.NewHBox()", 1},
		{"athar/gui/home", "var a = container.NewStack()", 1},
		{"athar/gui/home", "var a *container.AppTabs", 1},
		{"athar/gui", "var a = l.NewSpacer()", 1},
		{"athar/gui/home", "var a = widget.NewLabel(s)", 1},
		{"athar/gui/home", "var a *widget.Entry", 1},
		{"athar/gui/home", "var a = widget.NewRichTextFromMarkdown(s)", 1},
		{"athar/gui/home", "func f() { dialog.ShowError(nil, nil) }", 1},
		{"athar/gui/home", "var a = canvas.NewText(s, nil)", 1},
		{"athar/gui/home", "var a = fyne.TextAlignLeading", 1},
		{"athar/gui/home", "var a = fyne.TextAlignCenter", 0},
		{"athar/gui/home", "var leftPanel int", 1},
		{"athar/gui/home", "var a = o.PadRight", 1},
		{"athar/gui/home", "func (x T) leftEdge() {}", 1},
		{"athar/gui/gallery", "var a = container.NewVBox()", 1},
		{"athar/gui/kit", "var left = container.NewHBox(fyne.TextAlignLeading)", 0},
		{"athar/gui/kit/chart", "var left = l.NewSpacer()", 0},
		{"athar/gui/kitchen", "var left int", 1},
		{"athar/domain", "var left, right int", 0},
	} {
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, "x.go", head+c.code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("%s: %v", c.code, err)
		}
		if got := checkSides(c.pkg, sourceFile{"x.go", fset, tree}); len(got) != c.want {
			t.Errorf("%s: %s gives %q, want %d", c.pkg, strconv.Quote(c.code), got, c.want)
		}
	}
	dot := "package x\nimport . \"fyne.io/fyne/v2/widget\"\nvar a = NewLabel(s)"
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, "x.go", dot, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	if got := checkSides("athar/gui/home", sourceFile{"x.go", fset, tree}); len(got) != 1 {
		t.Errorf("an import without a name gives %q", got)
	}
}
