package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestARevisionMarksWhatWentAndWhatCame(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p := NewRevision(env,
			Part{"اشربوا", FateRemoved}, Part{"افحصوا", FateAdded}, Part{" ماء البئر. ", FateKept}, Part{"Now", FateAdded})
		show(env, p, 600, 100)
		if got := p.Text(); got != "اشربوا افحصوا ماء البئر. Now" {
			t.Errorf("the text is %q: letters of two words must not join", got)
		}
		grounds, lines := p.revision.below.Objects, p.revision.above.Objects
		if len(grounds) != 3 || len(lines) != 3 {
			t.Fatalf("%d grounds, %d lines", len(grounds), len(lines))
		}
		middle := func(o fyne.CanvasObject) float32 { return o.Position().Y + o.Size().Height/2 }
		if struck, below := middle(lines[0]), middle(lines[1]); struck > middle(grounds[0])+3 || below < middle(grounds[1])+3 {
			t.Errorf("removed words are struck at %v, added ones underlined at %v", struck, below)
		}
		if a, b := grounds[0], grounds[1]; a.Position().X < b.Position().X+b.Size().Width {
			t.Error("what was removed does not come first, which is to the right in Arabic")
		}
		want := env.T("kit.revision_removed", "text", "اشربوا") + " " + env.T("kit.revision_added", "text", "افحصوا") +
			"  ماء البئر.  " + env.T("kit.revision_added", "text", "Now")
		if got := p.AccessibilityLabel(); got != want {
			t.Errorf("it is said as %q", got)
		}
	})
}

func TestARevisionIsMarkedInEveryLineItWrapsInto(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		p := NewRevision(env, Part{longText, FateRemoved})
		show(env, p, 300, 2000)
		narrow := len(p.revision.below.Objects)
		env.Window.Resize(fyne.NewSize(700, 2000))
		if wide := len(p.revision.below.Objects); wide >= narrow || wide < p.layout().Lines() {
			t.Errorf("%d marks in a narrow window, %d in a wide one with %d lines", narrow, wide, p.layout().Lines())
		}
	})
}
