package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// Part is a part of a text that was revised.
type Part struct {
	Text string
	Fate Fate
}

// Fate is what became of a part of a text.
type Fate int

// The fates.
const (
	FateKept Fate = iota
	FateRemoved
	FateAdded
)

// NewRevision makes a paragraph that shows how a text was changed: what was
// removed is struck through on a red ground, what was added is underlined on a
// green one. To those who cannot see it each is said.
func NewRevision(env *Env, parts ...Part) *Paragraph {
	r := &revision{}
	text := r.write(parts)
	p := NewParagraph(env, text, StyleBody)
	r.said = aloud(env, parts)
	p.revision = r
	return p
}

// revision is what a paragraph shows of a change to its text.
type revision struct {
	marks []revisionMark
	said  string

	below, above fyne.Container // the text
}

type revisionMark struct {
	Span
	fate Fate
}

// write puts the parts together. A word that was removed does not run into the
// one that took its place: Arabic letters would join.
func (r *revision) write(parts []Part) string {
	var text strings.Builder
	at, last := 0, FateKept
	for _, p := range parts {
		if last == FateRemoved && p.Fate == FateAdded && !blankBetween(text.String(), p.Text) {
			text.WriteString(" ")
			at++
		}
		n := utf8.RuneCountInString(p.Text)
		if p.Fate != FateKept {
			r.marks = append(r.marks, revisionMark{Span{Start: at, End: at + n}, p.Fate})
		}
		text.WriteString(p.Text)
		at, last = at+n, p.Fate
	}
	return text.String()
}

func blankBetween(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsSpace(last) || unicode.IsSpace(first)
}

// aloud says what was removed and what was added.
func aloud(env *Env, parts []Part) string {
	var out []string
	for _, p := range parts {
		switch p.Fate {
		case FateRemoved:
			out = append(out, env.T("kit.revision_removed", "text", p.Text))
		case FateAdded:
			out = append(out, env.T("kit.revision_added", "text", p.Text))
		default:
			out = append(out, p.Text)
		}
	}
	return strings.Join(out, " ")
}

// draw marks the parts of a paragraph that is laid out.
func (r *revision) draw(p *Paragraph) {
	r.below.Objects, r.above.Objects = r.below.Objects[:0], r.above.Objects[:0]
	l := p.layout()
	for _, m := range r.marks {
		surface, ink := theme.ColorSurfaceError, fyne.ThemeColorName(fynetheme.ColorNameError)
		if m.fate == FateAdded {
			surface, ink = theme.ColorSurfaceSuccess, fynetheme.ColorNameSuccess
		}
		for _, at := range l.Selection(m.Start, m.End) {
			ground := &canvas.Rectangle{FillColor: fynetheme.Color(surface)}
			place(ground, at.X, at.Y, at.Width, at.Height)
			r.below.Objects = append(r.below.Objects, ground)

			line := &canvas.Rectangle{FillColor: fynetheme.Color(ink)}
			y := at.Y + at.Height - revisionLine
			if m.fate == FateRemoved {
				y = at.Y + revisionStrike*at.Height
			}
			place(line, at.X, y, at.Width, revisionLine)
			r.above.Objects = append(r.above.Objects, line)
		}
	}
}

const (
	revisionLine   = 1.5  // how thick a line is
	revisionStrike = 0.56 // where a word is struck through, of the height of its line
)
