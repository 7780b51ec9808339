package guitest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/gui/kit"
)

// Sight is what is right to be seen in a window in a pseudo catalog besides its
// texts.
type Sight struct {
	// Data is what stands there and is nobody's translation: titles a person
	// wrote, names of files. What Athar ships as content is always right.
	Data []string
	// Short has the beginnings of keys whose texts may be shortened where they
	// stand at the beginning of a line, each with the reason.
	Short map[string]string
}

// named are the words that are written the same in every language.
var named = []string{
	"Athar", "أثر", // the product
	"Ctrl", "Shift", "Tab", "Enter", "Esc", "Del", "Home", "End", // keys
	"KB", "MB", "GB", // units
	"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", // as the calendar of the region has them
}

// See fails the test for what a person sees wrong in the window, which must be
// in a pseudo catalog: texts that no catalog gave, texts of the interface that
// are cut, and texts outside the window or over one another. A dialog hides what
// is behind it.
func See(t testing.TB, env *kit.Env, s Sight) {
	t.Helper()
	root, window := front(env), env.Window.Canvas().Size()
	Settle(root)
	all := pieces(root, window)
	for _, wrong := range slices.Concat(
		bare(all, words(t, s.Data)), cut(all, mayBeShort(t, env, s.Short)), collisions(all), crossed(root, window),
	) {
		t.Error(wrong)
	}
}

// front is what a person works with: a dialog hides what is behind it.
func front(env *kit.Env) fyne.CanvasObject {
	if top := env.Window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return env.Window.Content()
}

// mayBeShort returns a matcher for the texts that may be shortened.
func mayBeShort(t testing.TB, env *kit.Env, short map[string]string) func(text string) bool {
	t.Helper()
	var all []*regexp.Regexp
	for key, texts := range pseudoTexts(t, env.Printer.Lang()) {
		for beginning := range short {
			if !strings.HasPrefix(key, beginning) {
				continue
			}
			for _, text := range texts {
				quoted := regexp.QuoteMeta(text)
				all = append(all, regexp.MustCompile("^"+quotedPlace.ReplaceAllString(quoted, ".*?")))
			}
		}
	}
	return func(text string) bool {
		return slices.ContainsFunc(all, func(r *regexp.Regexp) bool { return r.MatchString(text) })
	}
}

var quotedPlace = regexp.MustCompile(`\\\{[a-z_]+\\\}`)

// Settle lays a tree out until nothing moves any more: a text that wraps knows
// its height only when it has a width.
func Settle(o fyne.CanvasObject) {
	for range 3 {
		layOut(o)
	}
}

func layOut(o fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
	for _, child := range children(o) {
		layOut(child)
	}
}

// bare finds words that stand in no catalog. Of a word at an ellipsis only the
// beginning is there.
func bare(all []piece, known map[string]bool) (wrong []string) {
	shortened := map[fyne.CanvasObject]bool{}
	for _, p := range all {
		shortened[p.owner] = shortened[p.owner] || strings.Contains(p.text, "…")
	}
	isKnown := func(word string, begun bool) bool {
		if known[word] || known[reversed(word)] {
			return true
		}
		for k := range known {
			if begun && (strings.HasPrefix(k, word) || strings.HasPrefix(k, reversed(word))) {
				return true
			}
		}
		return false
	}
	for _, p := range all {
		for _, word := range bareWords(p.text) {
			if !isKnown(word, shortened[p.owner]) {
				wrong = append(wrong, fmt.Sprintf("%q in %q of a %T is in no catalog", word, p.text, p.owner))
			}
		}
	}
	return wrong
}

// cut finds texts of the interface that are not there whole: of their two marks
// one is missing, or they reach over a side.
func cut(all []piece, may func(text string) bool) (wrong []string) {
	balance, said := map[fyne.CanvasObject]int{}, map[fyne.CanvasObject]string{}
	for _, p := range all {
		balance[p.owner] += strings.Count(p.text, openMark) - strings.Count(p.text, closeMark)
		said[p.owner] += p.text
		if (p.ink.x < p.clip.x-1 || p.ink.right > p.clip.right+1) && strings.ContainsAny(p.text, openMark+closeMark) {
			wrong = append(wrong, fmt.Sprintf("%q of a %T reaches over the side", p.text, p.owner))
		}
	}
	for owner, n := range balance {
		text := logical(owner)
		if n != 0 && !may(text) {
			wrong = append(wrong, fmt.Sprintf("%q of a %T is shortened: %q", said[owner], owner, text))
		}
	}
	slices.Sort(wrong)
	return wrong
}

// logical is what a widget says.
func logical(o fyne.CanvasObject) string {
	if a, ok := o.(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}

// collisions finds texts that stand over one another. In one scroll also what is
// out of sight is looked at.
func collisions(all []piece) (wrong []string) {
	for i, a := range all {
		for _, b := range all[i+1:] {
			inkA, inkB := a.ink, b.ink
			if a.clip != b.clip {
				inkA, inkB = inkA.in(a.clip), inkB.in(b.clip)
			}
			if inkA.empty() || inkB.empty() {
				continue
			}
			over := inkA.in(inkB)
			// Lines stand close: what hangs below one is not over the next.
			if over.width() > 2 && over.height() > max(4, 0.4*min(inkA.height(), inkB.height())) {
				wrong = append(wrong, fmt.Sprintf("%q of a %T and %q of a %T stand over one another", a.text, a.owner, b.text, b.owner))
			}
		}
	}
	return wrong
}

// crossed finds things to press that overlap, or of which nothing can be seen
// because they lie beside the window.
func crossed(root fyne.CanvasObject, window fyne.Size) (wrong []string) {
	type target struct {
		o        fyne.CanvasObject
		at, seen box
	}
	var all []target
	parent := map[fyne.CanvasObject]fyne.CanvasObject{}
	visit(root, fyne.Position{}, boxAt(fyne.Position{}, window), nil, func(o, owner fyne.CanvasObject, at, clip box) {
		if _, ok := o.(fyne.Widget); ok {
			parent[o] = owner
		}
		if _, ok := o.(fyne.Focusable); !ok {
			return
		}
		if at.x < clip.x-1 || at.right > clip.right+1 {
			wrong = append(wrong, fmt.Sprintf("a %T (%q) reaches over the side: %v in %v", o, logical(o), at, clip))
		}
		if seen := at.in(clip); !seen.empty() {
			all = append(all, target{o, at, seen})
		}
	})
	inside := func(o, in fyne.CanvasObject) bool {
		for ; o != nil; o = parent[o] {
			if o == in {
				return true
			}
		}
		return false
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			over := a.seen.in(b.seen)
			if over.width() > 2 && over.height() > 2 && !inside(a.o, b.o) && !inside(b.o, a.o) {
				wrong = append(wrong, fmt.Sprintf("a %T (%q) and a %T (%q) overlap", a.o, logical(a.o), b.o, logical(b.o)))
			}
		}
	}
	return wrong
}

// words returns every word of what Athar ships as content and of the data.
func words(t testing.TB, data []string) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	add := func(s string) {
		for _, word := range bareWords(s) {
			known[word] = true
		}
	}
	eachContent(t, add)
	for _, s := range slices.Concat(named, data) {
		add(s)
	}
	return known
}

// eachContent calls f with every text that Athar ships as content, but for those
// of the named files.
func eachContent(t testing.TB, f func(string), but ...string) {
	t.Helper()
	files := must(content())(t)
	for name, texts := range files {
		if slices.Contains(but, name) {
			continue
		}
		for _, text := range texts {
			f(text)
		}
	}
}

// content has the texts that Athar ships as content, by the name of their file.
var content = sync.OnceValues(func() (map[string][]string, error) {
	texts := map[string][]string{}
	err := fs.WalkDir(assets.Content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".json") || strings.HasSuffix(name, "glossary.json") {
			return err
		}
		file, err := fs.ReadFile(assets.Content, name)
		if err != nil {
			return err
		}
		var tree any
		if err := json.Unmarshal(file, &tree); err != nil {
			return err
		}
		base := path.Base(name)
		eachString(reflect.ValueOf(tree), func(s string) { texts[base] = append(texts[base], s) })
		return nil
	})
	return texts, err
})

// eachString calls f with every string in a tree of JSON; names of fields are
// none.
func eachString(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.Interface:
		eachString(v.Elem(), f)
	case reflect.String:
		f(v.String())
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), f)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			eachString(v.MapIndex(key), f)
		}
	}
}

func reversed(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}
