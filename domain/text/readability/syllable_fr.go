package readability

import "strings"

// frenchSyllables counts groups of vowels as French is spoken: a mute e at the end is no
// syllable, i, u and ou before a vowel glide into it unless two consonants stand before
// them ("ouvrier"), and é, ï and ë keep their own.
func frenchSyllables(word []rune) int {
	if n, ok := frenchIrregular[string(word)]; ok {
		return n
	}
	for i := len(word) - 1; i >= 0; i-- {
		if word[i] == '\'' { // "jusqu'à": what stands before it loses its last vowel
			return frenchGroups(word[:i]) + frenchSyllables(word[i+1:])
		}
	}
	return max(1, frenchGroups(frenchMute(word)))
}

// frenchGroups counts the groups of vowels, parting those that are spoken apart.
func frenchGroups(word []rune) int {
	n, open := 0, false
	for i, r := range word {
		if !isFrenchVowel(r) || glidesAsConsonant(word, i) {
			open = false
			continue
		}
		if r == 'u' && frenchSilentU(word, i) {
			continue
		}
		if !open || frenchApart(word, i) {
			n++
		}
		open = true
	}
	return n
}

// frenchSilentU reports whether the u at i only says how the q or g before it sounds.
func frenchSilentU(word []rune, i int) bool {
	after := at(word, i+1)
	return at(word, i-1) == 'q' || at(word, i-1) == 'g' && after != 0 && strings.ContainsRune("eiéèêy", after)
}

// frenchMute takes off the ending that is not spoken.
func frenchMute(word []rune) []rune {
	n := len(word)
	cut := 0
	switch {
	case hasAny(word, "aient", "oient"):
		cut = 3 // "parlaient": the ai stays
	case n > 5 && frenchVerb(word):
		cut = 3
	case hasSuffix(word, "es"):
		cut = 2
	case hasSuffix(word, "e"):
		cut = 1
	}
	if cut == 0 || n <= cut {
		return word
	}
	rest := word[:n-cut]
	for i, r := range rest {
		if isFrenchVowel(r) && !(r == 'u' && frenchSilentU(rest, i)) {
			return rest
		}
	}
	return word // "le", "les": the only vowel is spoken
}

// frenchVerb reports whether the ending -ent is that of a verb ("ils parlent"), which is
// mute, by the letters before it. Nouns and adjectives on -dent are spoken.
func frenchVerb(word []rune) bool {
	return hasAny(word, "èrent", "ssent", "irent", "urent", "vrent", "llent", "ttent", "quent",
		"guent", "chent", "nnent", "isent", "yent") &&
		!hasAny(word, "excellent", "fréquent", "éloquent", "conséquent", "délinquent", "subséquent")
}

// glidesAsConsonant reports whether the y at i stands between vowels: "voyage".
func glidesAsConsonant(word []rune, i int) bool {
	return word[i] == 'y' && isFrenchVowel(at(word, i+1)) && (i == 0 || isFrenchVowel(word[i-1]))
}

// frenchApart reports whether the vowel at i begins a syllable after the vowel before it.
func frenchApart(word []rune, i int) bool {
	a, b := word[i-1], word[i]
	switch {
	case strings.ContainsRune("ïëÿ", b):
		return true // "naïf", "Noël"
	case a == 'é' || a == 'ï' || a == 'ë' || a == 'à':
		return true // "réel", "théâtre"
	case a == 'a' && b == 'o', a == 'o' && strings.ContainsRune("aéèo", b), a == 'e' && b == 'o', a == 'a' && strings.ContainsRune("éâ", b):
		return true // "chaos", "poète", "météo"
	case a == 'u' && strings.ContainsRune("aéèe", b) && at(word, i-2) != 'o' && at(word, i-2) != 'a' && at(word, i-2) != 'e' && isCluster(word, i-1):
		return true // "cruel", "influence"
	case a == 'i' && isCluster(word, i-1):
		return true // "crier", "client"
	}
	return false
}

// isCluster reports whether a consonant and an l or r stand before the place.
func isCluster(word []rune, i int) bool {
	last, before := at(word, i-1), at(word, i-2)
	return (last == 'l' || last == 'r') && before != 0 && strings.ContainsRune("bcdfgptv", before)
}

func isFrenchVowel(r rune) bool {
	return r > 0 && strings.ContainsRune("aeiouyàâäéèêëîïôöùûüÿœæ", r)
}

// frenchIrregular are words that the rules would miscount.
var frenchIrregular = map[string]int{
	"aujourd'hui": 3, "août": 1, "pays": 2, "paysan": 3, "paysans": 3, "abbaye": 3, "et": 1, "est": 1,
	"femme": 1, "monsieur": 2, "messieurs": 2, "faon": 1, "paon": 1, "saoudite": 3, "souvent": 2,
	"coopération": 5, "coopérer": 4, "hier": 1, "nier": 2, "lion": 1, "ong": 3, "onu": 2,
	"aiguille": 2, "linguistique": 4, "ambiguïté": 4,
}
