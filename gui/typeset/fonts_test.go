package typeset

import (
	"slices"
	"testing"

	"athar/domain/text/bidi"
)

func TestACharacterIsDrawnWholeWithOneFace(t *testing.T) {
	fonts := newFonts(t)
	const emoji = FaceFallback + 1
	tests := []struct {
		name, text string
		bold       bool
		want       []Face // of the runs, from the left
	}{
		{"letters", "Water ماء", false, []Face{FaceRegular, FaceRegular}},
		{"bold letters", "Water", true, []Face{FaceBold}},
		{"Cyrillic is in the first fallback", "вода", false, []Face{FaceFallback}},
		{"also where it is bold", "вода", true, []Face{FaceFallback}},
		{"a mark that the face lacks takes its letter along", "aw\u0324a", false, []Face{FaceRegular, FaceFallback, FaceRegular}},
		{"an emoji", "a😀", false, []Face{FaceRegular, emoji}},
		{"a family is one", "👩\u200d👧", false, []Face{emoji}},
		{"a skin tone goes with its hand", "👍🏽", false, []Face{emoji}},
		{"a flag is one", "🇸🇾", false, []Face{emoji}},
		{"what no face has is a sign for that", "a中", false, []Face{FaceRegular, fonts.substituteFace}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var bold []Span
			if tt.bold {
				bold = []Span{{0, 100}}
			}
			var got []Face
			for _, run := range New(fonts, Params{Size: 14, Base: bidi.LTR}, tt.text, bold...).Line(0).Runs {
				got = append(got, run.Face)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("faces %v, want %v", got, tt.want)
			}
		})
	}
}
