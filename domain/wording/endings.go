package wording

import "strings"

// englishEndings returns a word with the endings of nouns and verbs. Some of
// the forms are no words ("stoped"): nobody writes them, so they do no harm.
func englishEndings(w string) []string {
	last := w[len(w)-1]
	stem := w
	out := []string{w, w + "'s"}
	switch {
	case last == 'e':
		stem = w[:len(w)-1]
		out = append(out, w+"s")
	case last == 'y' && len(w) > 1 && !vowel(w[len(w)-2]):
		out = append(out, w[:len(w)-1]+"ies", w[:len(w)-1]+"ied", w+"ing")
		return out
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		out = append(out, w+"es")
	default:
		out = append(out, w+"s")
	}
	out = append(out, stem+"ed", stem+"ing")
	if len(w) > 2 && !vowel(last) && vowel(w[len(w)-2]) {
		out = append(out, w+string(last)+"ed", w+string(last)+"ing")
	}
	return out
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// arabicEndings returns a folded word with the pronouns that can be attached to
// it. A ta marbuta, folded to ه, opens before them.
func arabicEndings(w string) []string {
	out := []string{w}
	stem := w
	if s, ok := strings.CutSuffix(w, "ه"); ok && len([]rune(s)) > 1 {
		stem = s + "ت"
	}
	for _, pronoun := range []string{"ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "ي", "ني", "نا"} {
		out = append(out, stem+pronoun)
	}
	return out
}
