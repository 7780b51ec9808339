package claims

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/gui/guitest"
	"athar/gui/kit"
)

// order is that of the claims in the campaign, by their first letters.
func (d *desk) order() string {
	all := ""
	for _, k := range d.session.Campaign().SortedClaims() {
		all += string([]rune(k.Text.En + " ")[0])
	}
	return all
}

func TestClaimsAreMovedByKeyByButtonAndByPointer(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.screen.view.list.Focus()
		alt := func(key fyne.KeyName) {
			focused, ok := env.Window.Canvas().Focused().(fyne.Shortcutable)
			if !ok {
				t.Fatal("the list has not the keyboard")
			}
			focused.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
		}
		alt(fyne.KeyDown)
		if d.order() != "BN " || d.screen.index(d.screen.selected) != 1 {
			t.Errorf("by key they are %q, selected is %d", d.order(), d.screen.index(d.screen.selected))
		}
		d.screen.view.down.Tapped(nil)
		if d.order() != "B N" || !d.screen.view.down.Disabled() {
			t.Errorf("by button they are %q", d.order())
		}
		d.screen.moved(0, 2)
		if d.order() != " NB" {
			t.Errorf("by pointer they are %q", d.order())
		}
		for range 3 {
			if err := d.session.Undo(); err != nil {
				t.Fatal(err)
			}
		}
		if d.order() != "NB " {
			t.Errorf("undone they are %q", d.order())
		}
	})
}

func TestClaimsAreMovedOnlyInTheirOwnOrderAndPastThoseThatAreHidden(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.narrow(choice{sort: sortText})
	d.screen.moved(0, 1)
	if d.order() != "NB " || !d.screen.view.up.Disabled() || !d.screen.view.down.Disabled() {
		t.Errorf("sorted by text they became %q", d.order())
	}
	d.screen.narrow(choice{query: "germs"}) // hides the last one
	d.screen.moved(1, 0)
	if d.order() != "BN " {
		t.Errorf("filtered they became %q", d.order())
	}
}
