package kit

import (
	"image"
	"image/color"
	"testing"

	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// quarters says in which quarters of a ring the used part is seen: at the top
// right, bottom right, bottom left and top left of the picture.
func quarters(img image.Image, r *Ring, used color.Color) (seen [4]bool) {
	side := int(min(r.Size().Width, r.Size().Height))
	mid := side / 2
	at := func(dx, dy int) bool {
		for i := mid / 2; i < mid; i++ { // outwards
			if same(img.At(mid+dx*i*7/10, mid+dy*i*7/10), used) {
				return true
			}
		}
		return false
	}
	return [4]bool{at(1, -1), at(1, 1), at(-1, 1), at(-1, -1)}
}

func same(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return ar>>8 == br>>8 && ag>>8 == bg>>8 && ab>>8 == bb>>8
}

func TestARingClosesInTheDirectionOfReading(t *testing.T) {
	for _, c := range []struct {
		lang  string
		share float64
		want  [4]bool
	}{
		{"en", 0, [4]bool{}},
		{"en", 0.25, [4]bool{true}},
		{"en", 0.75, [4]bool{true, true, true}},
		{"en", 1, [4]bool{true, true, true, true}},
		{"en", 7, [4]bool{true, true, true, true}},
		{"ar", 0.25, [4]bool{3: true}},
		{"ar", 0.75, [4]bool{1: true, 2: true, 3: true}},
	} {
		env := window(t, c.lang, lookNow)
		r := NewRing(env)
		show(env, r, 120, 120)
		r.Set(c.share, ToneNeutral, "", "")
		img := env.Window.Canvas().Capture()
		if got := quarters(img, r, fynetheme.Color(fynetheme.ColorNamePrimary)); got != c.want {
			t.Errorf("%s %v: %v, want %v", c.lang, c.share, got, c.want)
		}
	}
}

func TestARingSaysWhatItShows(t *testing.T) {
	env := window(t, "ar", lookNow)
	r := NewRing(env)
	show(env, r, 60, 60)
	r.Set(1.2, ToneDanger, "-3", "يزيد 3 محارف على الحد")
	if r.AccessibilityLabel() != "يزيد 3 محارف على الحد" || r.figure.Text() != "-3" {
		t.Errorf("says %q, shows %q", r.AccessibilityLabel(), r.figure.Text())
	}
	if least := r.MinSize(); least.Width < r.figure.MinSize().Width+2*size(theme.Space4) {
		t.Errorf("%v is too narrow", least)
	}
}
