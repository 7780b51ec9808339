// Package typeset lays out text of both directions and puts it into the order in which it
// must be painted.
//
// It is needed because Fyne cuts a text into runs of one direction and paints the runs in
// the order in which they were typed, from the left. Within a run all is well; but a line
// with an Arabic sentence and a Latin name, a number or brackets shows its parts in the
// wrong places, and a caret set by Fyne's measurements stands beside the wrong letter. The
// package has two answers.
//
// # Visual strings
//
// Visual and Ellipsis are for a line in a widget that paints strings. They hand Fyne
// strings that are in visual order already, enclosed in an override so that they stay in it:
//
//   - The runs of the line stand from left to right as UAX #9 orders them.
//   - A run from right to left is reversed cluster by cluster, its brackets mirrored.
//   - U+202D at the start and U+202C at the end make Fyne's own analysis see a single run
//     from left to right.
//
// The letters join all the same: the shaper finds Arabic in a run that is said to go from
// left to right, turns its clusters round, shapes, and turns the glyphs round again. That
// undoes our reversal exactly if both sides agree what a cluster is (see continues). Golden
// pictures among the tests tell when another version of Fyne changes this.
//
// A visual string is for the eye, at the last moment before display. It must never be
// stored, compared, copied, searched, exported or given to a screen reader.
//
// # Layout
//
// A Layout knows where every character stands, so text can be wrapped, selected and edited
// in it. A paragraph goes through a pipeline:
//
//  1. The bidirectional algorithm gives every character a level, and segmentation finds
//     the cells: what the caret moves over and a line never divides (block.go).
//  2. Cells of the same level, script, weight and face make a piece. A face is chosen for
//     a cell as a whole, so a mark never leaves its letter (itemize.go).
//  3. Pieces are shaped with HarfBuzz, which tells the width of every cell. They are
//     shaped in the form in which they will be painted, as visual strings; where a word
//     goes on in a neighbouring piece, invisible joiners say so (shape.go, join.go). That
//     is what makes Fyne draw the very glyphs that were measured here.
//  4. Lines are filled with cells (breaking.go).
//  5. When somebody asks for a line, its cells and pieces are put into visual order: the
//     caret stands in the gaps between the cells, and each piece is a Run to paint with a
//     canvas.Text (linebox.go).
//
// An edit repeats this for the paragraphs it touches. In them it segments and itemizes only
// the words around the edit, where levels are what they were, and shapes only pieces that
// are new.
//
// An editor keeps a Layout, a Position for the caret and one for the other end of the
// selection:
//
//	l := typeset.New(fonts, typeset.Params{Size: 14, Width: 400, Fallback: bidi.RTL}, text)
//
//	l.Edit(from, to, typed)           // indices are runes of the logical text
//	caret = typeset.Position{Index: from + utf8.RuneCountInString(typed), Affinity: typeset.Upstream}
//
//	caret = l.Left(caret)             // an arrow key
//	caret = l.Hit(x, y)               // the mouse
//	at := l.Caret(caret)              // where to draw the caret
//
//	for i := l.LineAt(top); i < l.Lines() && l.Line(i).Top < bottom; i++ {
//		line := l.Line(i)
//		for _, run := range line.Runs {
//			// canvas.NewText(run.Text, …) at (line.X+run.X, line.Top+run.Y)
//		}
//	}
//
// The package must not know a widget, nor Fyne: callers pass in fonts as bytes, or how
// wide a string is, and draw what comes back.
package typeset
