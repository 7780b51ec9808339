package typeset

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"athar/domain/text/bidi"
)

// prose are words between which an edit has no effect.
var prose = []string{"سلام ", "water ", "في ", "a ", "ماء", " ", "b", "2026 ", "(word) "}

// checkFound compares everything that was found out about two texts.
func checkFound(t *rapid.T, got, want *Layout) {
	if len(got.blocks) != len(want.blocks) {
		t.Fatalf("%d paragraphs, want %d", len(got.blocks), len(want.blocks))
	}
	for i, g := range got.blocks {
		w := want.blocks[i]
		for _, f := range []struct {
			name      string
			got, want any
		}{
			{"text", g.text, w.text},
			{"levels", g.levels, w.levels},
			{"cells", g.cells, w.cells},
			{"breaks", g.breaks, w.breaks},
			{"looks", g.looks, w.looks},
			{"pieces", g.pieces, w.pieces},
			{"advances", g.advances, w.advances},
			{"height", g.height, w.height},
		} {
			if !reflect.DeepEqual(f.got, f.want) {
				t.Fatalf("%s of %q:\n%v, want\n%v", f.name, string(w.text), f.got, f.want)
			}
		}
	}
}

func TestWhatIsKeptOfAnEditedTextIsAsIfFoundAnew(t *testing.T) {
	fonts := newFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		words := texts(60, prose)
		text := []rune(words.Draw(t, "before") + texts(6, parts, breaks).Draw(t, "among") + words.Draw(t, "behind"))
		bold := Span{rapid.IntRange(0, 50).Draw(t, "from"), rapid.IntRange(0, 150).Draw(t, "to")}
		params := Params{Size: 14, Width: 200, Base: rapid.SampledFrom([]bidi.Direction{bidi.Auto, bidi.RTL}).Draw(t, "base"), Fallback: bidi.LTR}
		l := New(fonts, params, string(text), bold)
		for range rapid.IntRange(1, 5).Draw(t, "edits") {
			start := rapid.IntRange(0, len(text)).Draw(t, "start")
			end := min(len(text), start+rapid.IntRange(0, 3).Draw(t, "removed"))
			insert := []rune(texts(2, parts, prose, breaks).Draw(t, "insert"))
			l.Edit(start, end, string(insert))
			text = slices.Concat(text[:start], insert, text[end:])
		}
		checkFound(t, l, New(fonts, params, string(text), l.boldSpans()...))
	})
}

// boldSpans returns which runes of the text are bold.
func (l *Layout) boldSpans() []Span {
	_, bold := l.region(0, len(l.blocks))
	var spans []Span
	for i, b := range bold {
		if b {
			spans = append(spans, Span{i, i + 1})
		}
	}
	return spans
}

func TestAnEditInALongParagraphFindsOutLittleAnew(t *testing.T) {
	text := []rune(strings.Repeat("سلام water في كل مكان ", 100))
	for _, insert := range []string{"م", "x", " ", "2", "", "(سلام)"} {
		l := New(newFonts(t), Params{Size: 14, Width: 300, Base: bidi.RTL}, string(text))
		old := l.blocks[0]
		l.Edit(1001, 1002, insert)
		b := l.blocks[0]
		k := b.kept(origin{first: old, last: old, prefix: 1001, suffix: len(text) - 1002})
		if anew := k.end() - k.start(); anew > 40 {
			t.Errorf("for %q, %d runes", insert, anew)
		}
		tail := b.len() - (old.len() - k.behind)
		if !k.sameBefore(b, tail) {
			t.Errorf("for %q, the looks of all that follows", insert)
		}
	}
}
