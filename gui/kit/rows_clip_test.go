package kit

import (
	"image"
	"image/draw"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheLyingScrollBarStandsBelowTheRows(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		band := func(text string) []uint8 {
			table := NewTable(env, []TableColumn{{Title: "x", Width: 500}, {Title: "y", Width: 500}},
				func() int { return 50 }, func(int, int) string { return text })
			const height = 400
			show(env, table, 300, height)
			h, bar := table.rows.rowHeight(), float64(table.rows.lying.Size().Height)
			table.rows.scrollTo(20.5*h - table.rows.view() - bar/2) // the middle of a row is in the bar
			if !table.rows.lying.Visible() {
				t.Fatal("the rows fit")
			}
			seen := env.Window.Canvas().Capture()
			scale := float32(seen.Bounds().Dy()) / env.Window.Canvas().Size().Height
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(table.rows.lying)
			from, high := int(at.Y*scale)+1, int(table.rows.lying.Size().Height*scale)-1
			cut := image.NewNRGBA(image.Rect(0, 0, seen.Bounds().Dx(), high))
			draw.Draw(cut, cut.Bounds(), seen, image.Pt(0, from), draw.Src)
			return cut.Pix
		}
		if !slices.Equal(band(""), band("ggg ججج ggg ججج ggg ججج ggg")) {
			t.Error("letters of the last row are painted through the scroll bar")
		}
	})
}
