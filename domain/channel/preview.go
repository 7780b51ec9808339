package channel

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// PieceKind says what a piece of a post is. The strings stand in keys.
type PieceKind string

// The kinds of pieces.
const (
	PieceText    PieceKind = "text"
	PieceLink    PieceKind = "link"
	PieceHashtag PieceKind = "hashtag"
	PieceMention PieceKind = "mention"
)

// Piece is a stretch of a post that is shown in one way.
type Piece struct {
	Kind PieceKind
	Span
}

// Preview is how a post is shown: what of it can be pressed, and where it is
// folded away. Where a line breaks depends on the screen and is for whoever draws.
type Preview struct {
	Pieces []Piece // all of the text, in order, none of them empty
	// Cut is the byte before which "more" stands, the length of the text when all of
	// it is shown. It is a guess (Field.Shown), moved back to the end of a word.
	Cut int
}

// Preview returns how the field shows a text.
func (f Field) Preview(text string) Preview {
	p := Preview{Cut: f.cut(text)}
	var marked []Piece
	links := Links(text)
	for _, s := range links {
		marked = append(marked, Piece{PieceLink, s})
	}
	for _, s := range hashtagsBeside(text, links) {
		marked = append(marked, Piece{PieceHashtag, s})
	}
	for _, m := range Mentions(text) {
		marked = append(marked, Piece{PieceMention, m.Span})
	}
	slices.SortStableFunc(marked, func(a, b Piece) int { return a.Start - b.Start })
	at := 0
	for _, piece := range marked {
		if piece.Start < at {
			continue // an account inside of a link is a part of the link
		}
		if piece.Start > at {
			p.Pieces = append(p.Pieces, Piece{PieceText, Span{at, piece.Start}})
		}
		p.Pieces = append(p.Pieces, piece)
		at = piece.End
	}
	if at < len(text) {
		p.Pieces = append(p.Pieces, Piece{PieceText, Span{at, len(text)}})
	}
	return p
}

// cut returns where the text is folded away.
func (f Field) cut(text string) int {
	if f.Shown <= 0 {
		return len(text)
	}
	seen, word := 0, 0
	for it := graphemes.FromString(text); it.Next(); seen++ {
		r, _ := utf8.DecodeRuneInString(it.Value())
		if unicode.IsSpace(r) {
			word = it.Start()
		}
		if seen == f.Shown {
			if word == 0 {
				return it.Start() // one long word
			}
			return word
		}
	}
	return len(text)
}
