package checks

import (
	"unicode/utf8"

	"athar/domain/proofing"
	"athar/domain/spelling"
)

func isUnknownWord(f proofing.Finding) bool { return f.Rule == spelling.RuleUnknown }

// withoutUnfinished leaves out words that no dictionary has because they are being
// typed: those that end where the text has just grown.
func withoutUnfinished(r proofing.Result, before map[proofing.Text]string) proofing.Result {
	grown := map[proofing.Text]int{}
	for _, t := range r.Texts {
		key := t
		key.Words = ""
		if was, known := before[key]; known && len(t.Words) > len(was) {
			grown[t] = caret(was, t.Words)
		}
	}
	if len(grown) == 0 {
		return r
	}
	return r.Without(func(f proofing.Finding) bool {
		at, ok := grown[f.Text]
		return ok && isUnknownWord(f) && f.End == at
	})
}

// caret returns where somebody has just typed, in runes: before what both texts
// have at their ends.
func caret(was, is string) int {
	for was != "" && is != "" {
		a, n := utf8.DecodeLastRuneInString(was)
		b, m := utf8.DecodeLastRuneInString(is)
		if a != b {
			break
		}
		was, is = was[:len(was)-n], is[:len(is)-m]
	}
	return utf8.RuneCountInString(is)
}
