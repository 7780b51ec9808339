package kit

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

// forest is a tree of campaigns, what is in them, and the texts of that.
type forest struct {
	*Tree
	children  map[string][]string
	labels    map[string]string
	selected  []string
	activated []string
	clock     time.Time
}

func newForest(env *Env) *forest {
	f := &forest{
		children: map[string][]string{
			"":        {"water", "school", "thanks"},
			"water":   {"people", "texts"},
			"people":  {"families", "youth"},
			"texts":   {"x", "sms"},
			"school":  {"teacher"},
			"teacher": {"mail"},
		},
		labels: map[string]string{
			"water": "حملة 2026 للمياه (Clean Water)", "school": "Back to school العودة", "thanks": "شكر",
			"people": "الناس", "texts": "النصوص Texts", "families": "الأُسَر", "youth": "أولاد", "x": "X", "sms": "SMS رسالة",
			"teacher": "Teachers", "mail": "Mail",
		},
		clock: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC),
	}
	f.Tree = NewTree(env, TreeOptions{
		Children:    func(id string) []string { return f.children[id] },
		HasChildren: func(id string) bool { return len(f.children[id]) > 0 },
		Label:       func(id string) string { return f.labels[id] },
		Icon: func(id string) fyne.Resource {
			if len(f.children[id]) > 0 {
				return fynetheme.FolderIcon()
			}
			return nil
		},
		Badge: func(id string) (string, Tone) {
			if n := len(f.children[id]); n > 1 {
				return env.Printer.Int(n), ToneInfo
			}
			return "", ToneNeutral
		},
		OnSelected:  func(id string) { f.selected = append(f.selected, id) },
		OnActivated: func(id string) { f.activated = append(f.activated, id) },
	})
	f.now = func() time.Time { return f.clock }
	return f
}

func (f *forest) ids() (all []string) {
	for _, n := range f.flat {
		all = append(all, n.id)
	}
	return all
}

// rowOf returns what is drawn of a node.
func (f *forest) rowOf(id string) *treeRow {
	for _, s := range f.rows.slots {
		if row := s.object.(*treeRow); s.index >= 0 && row.node.id == id {
			return row
		}
	}
	return nil
}

func (f *forest) write(word string) {
	for _, r := range word {
		f.rows.TypedRune(r)
	}
}

func TestTheKeysOfATreeFollowTheReader(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f := newForest(env)
		show(env, f.Tree, 400, 400)
		f.Focus()
		for i, c := range []struct {
			key  fyne.KeyName
			at   string
			rows int
		}{
			{env.forward(), "water", 3},  // into the tree
			{env.forward(), "water", 5},  // opens
			{env.forward(), "people", 5}, // goes in
			{env.forward(), "people", 7},
			{fyne.KeyEnd, "thanks", 7},
			{env.forward(), "thanks", 7}, // nothing below
			{env.backward(), "thanks", 7},
			{fyne.KeyHome, "water", 7},
			{fyne.KeyDown, "people", 7},
			{fyne.KeyDown, "families", 7},
			{env.backward(), "people", 7}, // up a level
			{env.backward(), "people", 5}, // closes
			{env.backward(), "water", 5},
			{env.backward(), "water", 3},
			{env.backward(), "water", 3},
			{fyne.KeyPageDown, "thanks", 3},
			{fyne.KeyPageUp, "water", 3},
		} {
			press(env, c.key)
			if f.Selected() != c.at || len(f.flat) != c.rows {
				t.Fatalf("step %d, %s: at %q of %d rows, want %q of %d", i, c.key, f.Selected(), len(f.flat), c.at, c.rows)
			}
		}
		press(env, fyne.KeyReturn, fyne.KeySpace)
		if !slices.Equal(f.activated, []string{"water", "water"}) {
			t.Errorf("activated %q", f.activated)
		}
	})
}

func TestAnAsteriskOpensEverythingBelow(t *testing.T) {
	env := window(t, "ar", lookNow)
	f := newForest(env)
	show(env, f.Tree, 400, 600)
	f.Focus()
	press(env, fyne.KeyDown)
	f.write("*")
	if want := []string{"water", "people", "families", "youth", "texts", "x", "sms", "school", "thanks"}; !slices.Equal(f.ids(), want) {
		t.Errorf("shows %q", f.ids())
	}
	f.OpenAll("")
	if len(f.flat) != 11 {
		t.Errorf("%d rows", len(f.flat))
	}
}

func TestLettersGoToTheNextRowHoweverTheyAreWritten(t *testing.T) {
	env := window(t, "ar", lookNow)
	f := newForest(env)
	show(env, f.Tree, 400, 600)
	f.OpenAll("")
	f.Focus()
	for _, c := range []struct{ word, want string }{
		{"ا", "people"},       // النَّاس
		{"ا", "families"},     // the same letter again: the next one
		{"الاسر", "families"}, // without hamza and vowels
		{"النصوص t", "texts"}, // the blank is a letter of the word
		{"m", "mail"},
		{"S", "sms"},
		{"zzz", "sms"},
	} {
		f.clock = f.clock.Add(treePause)
		f.write(c.word)
		if strings.Contains(c.word, " ") {
			press(env, fyne.KeySpace) // comes with the blank and must not press the row
		}
		if f.Selected() != c.want {
			t.Errorf("%q leads to %q, want %q", c.word, f.Selected(), c.want)
		}
	}
	if f.activated != nil {
		t.Errorf("activated %q", f.activated)
	}
}

func TestClosingTakesTheSelectionOut(t *testing.T) {
	env := window(t, "en", lookNow)
	f := newForest(env)
	show(env, f.Tree, 400, 500)
	f.Select("families")
	if f.Selected() != "families" || !f.IsOpen("water") || f.selected != nil {
		t.Fatalf("selected %q, told %q", f.Selected(), f.selected)
	}
	test.Tap(f.rowOf("water").arrow)
	if f.Selected() != "water" || f.rows.current != 0 || !slices.Equal(f.selected, []string{"water"}) {
		t.Errorf("selected %q, told %q", f.Selected(), f.selected)
	}
	f.Select("families")
	f.SetOpen("people", false)
	if f.Selected() != "people" || len(f.selected) != 1 {
		t.Errorf("selected %q, told %q", f.Selected(), f.selected)
	}
}

func TestRefreshKeepsOpenAndSelectedNodesWhereverTheyAreNow(t *testing.T) {
	env := window(t, "ar", lookNow)
	f := newForest(env)
	show(env, f.Tree, 400, 500)
	f.Select("families")
	f.children[""] = []string{"thanks", "school", "water"}
	f.children["people"] = []string{"youth", "families"}
	f.Refresh()
	if f.Selected() != "families" || f.ids()[f.rows.current] != "families" || !f.IsOpen("people") {
		t.Errorf("selected %q at %d of %q", f.Selected(), f.rows.current, f.ids())
	}
	f.children["people"] = nil
	f.Refresh()
	if f.Selected() != "" || f.rows.current != -1 || f.selected != nil {
		t.Errorf("selected %q at %d, told %q", f.Selected(), f.rows.current, f.selected)
	}
	f.Select("nobody")
	if f.Selected() != "" {
		t.Errorf("selected %q", f.Selected())
	}
}

func TestATreeThatLiesInItselfHasAnEnd(t *testing.T) {
	env := window(t, "en", lookNow)
	f := newForest(env)
	f.children["youth"] = []string{"water", "youth", ""}
	show(env, f.Tree, 400, 500)
	f.OpenAll("")
	f.Select("nobody")
	if n := len(f.flat); n != 11 {
		t.Errorf("%d rows: %q", n, f.ids())
	}
}

func TestATreeWithoutEndStopsOpening(t *testing.T) {
	env := window(t, "en", lookNow)
	asked := 0
	tree := NewTree(env, TreeOptions{
		Children:    func(id string) []string { asked++; return []string{id + "a", id + "b"} },
		HasChildren: func(string) bool { return true },
		Label:       func(id string) string { return id },
	})
	show(env, tree, 400, 500)
	tree.OpenAll("")
	if n := len(tree.flat); n < mostOpened || n > 4*mostOpened {
		t.Errorf("%d rows after asking %d times", n, asked)
	}
	if len(tree.rows.slots) > 30 {
		t.Errorf("%d rows have objects", len(tree.rows.slots))
	}
}

func TestWithoutAnActionEnterOpensAndCloses(t *testing.T) {
	env := window(t, "en", lookNow)
	f := newForest(env)
	f.o.OnActivated = nil
	show(env, f.Tree, 400, 500)
	f.Focus()
	press(env, fyne.KeyDown, fyne.KeyReturn)
	if !f.IsOpen("water") {
		t.Error("Enter does not open")
	}
	f.rows.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(100, 5)})
	if f.IsOpen("water") {
		t.Error("a double press does not close")
	}
}

// Whatever is opened, closed and selected in whatever order: each row lies right
// below what it belongs to, and the selected row shows the selected node.
func TestTheRowsOfATreeAreItsOpenPart(t *testing.T) {
	env := window(t, "en", lookNow)
	f := newForest(env)
	show(env, f.Tree, 300, 300)
	f.Focus()
	ids := []string{"water", "people", "families", "texts", "school", "teacher", "mail", "thanks"}
	keys := []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown}
	rapid.Check(t, func(r *rapid.T) {
		switch id := rapid.SampledFrom(ids).Draw(r, "id"); rapid.IntRange(0, 4).Draw(r, "do") {
		case 0:
			f.SetOpen(id, rapid.Bool().Draw(r, "open"))
		case 1:
			f.Select(id)
		default:
			press(env, rapid.SampledFrom(keys).Draw(r, "key"))
		}
		for i, n := range f.flat {
			switch {
			case n.parent >= i, n.parent < 0 && n.depth != 0:
				r.Fatalf("row %d is %+v", i, n)
			case n.parent >= 0 && (f.flat[n.parent].depth != n.depth-1 || !f.IsOpen(f.flat[n.parent].id)):
				r.Fatalf("row %d is %+v below %+v", i, n, f.flat[n.parent])
			}
		}
		if i := f.rows.current; (i < 0) != (f.Selected() == "") || i >= 0 && f.flat[i].id != f.Selected() {
			r.Fatalf("row %d of %q, selected %q", i, f.ids(), f.Selected())
		}
	})
}
