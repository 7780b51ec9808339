package kit

import (
	"testing"

	fynetheme "fyne.io/fyne/v2/theme"
)

// What a field and an editor hold begins at the same distance from the border,
// whichever way it is read.
func TestATextStandsAsFarFromItsBorderInAnEditorAsInAField(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		pad := size(fynetheme.SizeNameInnerPadding)
		for _, text := range []string{"one two three", "واحد اثنان ثلاثة"} {
			_, b := edited(env, text, 0)
			before := b.clip.Position().X + beamRoom
			behind := b.Size().Width - before - b.view.Width
			own := before
			if text[0] > 'z' { // it begins on the right
				own = behind
			}
			if !near(own, pad) {
				t.Errorf("%q begins %v from the border, want %v", text, own, pad)
			}
			barLeft, atStart := b.bar.Position().X, text[0] <= 'z'
			if atBegin := (barLeft < 10) == atStart; atBegin {
				t.Errorf("the scroll bar of %q is on the side where it begins", text)
			}
		}
	})
}
