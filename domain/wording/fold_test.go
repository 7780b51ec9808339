package wording

import (
	"testing"

	"athar/domain/text"
)

func TestAWordIsFoldedAsASearchFoldsIt(t *testing.T) {
	for r := rune(0x21); r < 0xFFFF; r++ {
		if classOf(r) != letterClass && classOf(r) != digitClass && classOf(r) != markClass {
			continue
		}
		for _, word := range []string{string(r), "aب" + string(r) + "ة"} {
			got, _ := foldWord(nil, word)
			if want := text.Fold(word); string(got) != want {
				t.Errorf("%q (%U): %q, want %q", word, r, got, want)
			}
		}
	}
}
