package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestAPressOnTheArrowOpensAndSelectsNothing(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f := newForest(env)
		show(env, f.Tree, 400, 400)
		arrow := f.rowOf("water").arrow
		if got := start(env, arrow); got > 1 || arrow.Size().Width < 32 || arrow.Size().Height < 32 {
			t.Errorf("the arrow is at %v and %v big", got, arrow.Size())
		}
		tip := func(a *treeArrow) bool { return a.upper.Position2.X > a.upper.Position1.X }
		if tip(arrow) == env.RTL() {
			t.Error("the arrow points away from the reading end")
		}
		test.Tap(arrow)
		if !f.IsOpen("water") || f.Selected() != "" || env.Window.Canvas().Focused() != fyne.Focusable(f.rows) {
			t.Errorf("open %v, selected %q", f.IsOpen("water"), f.Selected())
		}
		if a := f.rowOf("water").arrow; a.upper.Position2.Y <= a.upper.Position1.Y || a.lower.Position2.Y <= a.lower.Position1.Y {
			t.Error("the arrow of an open node does not point down")
		}
		if f.rowOf("thanks").arrow.Visible() {
			t.Error("there is an arrow where nothing can be opened")
		}
	})
}

func TestWhatIsBelowIsFurtherInFromTheReadingStart(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		f := newForest(env)
		f.children["families"] = []string{"one"}
		show(env, f.Tree, 400, 500)
		f.OpenAll("")
		water, people, families := f.rowOf("water"), f.rowOf("people"), f.rowOf("families")
		step := people.indent()
		if !near(start(env, people.arrow), step) || !near(start(env, families.arrow), 2*step) {
			t.Errorf("arrows at %v and %v, a level is %v", start(env, people.arrow), start(env, families.arrow), step)
		}
		middle := start(env, water.arrow) + water.arrow.Size().Width/2
		if got := start(env, families.guides[0]); got < middle-1.5 || got > middle+1.5 {
			t.Errorf("the line stands at %v, the arrow above it at %v", got, middle)
		}
		if got := start(env, water.badge) + water.badge.Size().Width; got < 380 {
			t.Errorf("the badge ends at %v of 400", got)
		}
		if start(env, water.icon.image) < start(env, water.arrow)+20 {
			t.Error("the icon stands before the arrow")
		}
	})
}

func TestADeepRowInANarrowTreeCanStillBeRead(t *testing.T) {
	env := window(t, "en", lookNow)
	f := newForest(env)
	last := "thanks"
	for i := range 100 {
		id := fmt.Sprint("level", i)
		f.children[last], f.labels[id], last = []string{id}, mixedArabic, id
	}
	f.Refresh()
	show(env, f.Tree, 200, 400)
	f.Select(last)
	if row := f.rowOf(last); row == nil || row.label.shown.Size().Width < 50 {
		t.Fatalf("the label of %q has no room", f.Selected())
	}
}

func TestARowOfATreeSaysWhetherItIsOpen(t *testing.T) {
	for lang, want := range map[string][3]string{
		"en": {"حملة 2026 للمياه (Clean Water), open", "Back to school العودة, closed", "شكر"},
		"ar": {"حملة 2026 للمياه (Clean Water)، مفتوح", "Back to school العودة، مغلق", "شكر"},
	} {
		env := window(t, lang, lookNow)
		f := newForest(env)
		show(env, f.Tree, 400, 500)
		f.SetOpen("water", true)
		for i, id := range []string{"water", "school", "thanks"} {
			if got := f.rowOf(id).AccessibilityLabel(); got != want[i] {
				t.Errorf("%s says %q", id, got)
			}
		}
	}
}

func TestAPressOnARowSelectsIt(t *testing.T) {
	env := window(t, "ar", lookNow)
	f := newForest(env)
	show(env, f.Tree, 400, 500)
	y := float32(f.rows.height) + 3
	f.rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, y)}, Button: desktop.MouseButtonPrimary})
	if f.Selected() != "school" || !slices.Equal(f.selected, []string{"school"}) {
		t.Errorf("selected %q, told %q", f.Selected(), f.selected)
	}
}
