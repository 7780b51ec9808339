package readability

import "strings"

// englishSyllables counts groups of vowels, then mends what English does otherwise:
// silent endings, pairs of vowels that are spoken apart, and words that follow no rule.
func englishSyllables(word []rune) int {
	word, extra := englishEnding(word)
	if n, ok := englishIrregular[string(word)]; ok {
		return n + extra
	}
	word, first := englishCompound(word)
	stem, more := englishStem(word)
	extra += first + more
	if n, ok := englishIrregular[string(stem)]; ok && len(stem) > 0 {
		return n + extra
	}
	return max(1, englishGroups(stem)) + extra
}

// englishEnding takes off what follows an apostrophe and returns what it adds.
func englishEnding(word []rune) (rest []rune, extra int) {
	i := len(word) - 1
	for i >= 0 && word[i] != '\'' {
		i--
	}
	if i < 0 {
		return word, 0
	}
	rest, after := word[:i], string(word[i+1:])
	if i == 0 {
		return word[1:], 0 // 'em, 'til
	}
	switch after {
	case "t":
		if hasSuffix(rest, "n") && isConsonant(at(rest, len(rest)-2)) && !hasAny(rest, "ren") {
			return rest[:len(rest)-1], 1 // didn't, couldn't
		}
		return rest, 0
	case "s":
		if hasAny(rest, "s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze") {
			return rest, 1
		}
	case "ve", "ll", "d":
		if isConsonant(at(rest, len(rest)-1)) && after != "d" || after == "d" && hasAny(rest, "d", "t") {
			return rest, 1 // could've, it'll
		}
	}
	return rest, 0
}

// englishCompound takes off the first part of a compound that ends with a silent e.
func englishCompound(word []rune) (rest []rune, extra int) {
	for _, first := range [...]string{
		"some", "home", "life", "house", "side", "where", "there", "here", "fire", "pipe",
		"gate", "frame", "come", "safe", "time", "like", "name", "stone", "mile", "care",
		"love", "note", "wide", "store", "wire", "whole", "space", "trade", "smoke", "line",
	} {
		n := len(first)
		if len(word) >= n+2 && starts(word, first) && isConsonant(word[n]) && englishGroups(word[n:]) > 0 {
			if len(word) == n+2 && word[n+1] != 'y' {
				return word, 0 // homer, sided
			}
			return word[n:], 1
		}
	}
	return word, 0
}

// englishStem takes off endings that have a syllable of their own, or none, and would
// hide the silent e before them.
func englishStem(word []rune) (stem []rune, extra int) {
	n := len(word)
	switch {
	case n > 5 && hasSuffix(word, "fully"):
		return englishSilent(word[:n-5]), 2
	case n > 5 && hasSuffix(word, "ness"):
		s, e := englishStem(word[:n-4])
		return s, e + 1
	case n > 5 && hasSuffix(word, "less"), n > 6 && hasSuffix(word, "ment"):
		return englishSilent(word[:n-4]), 1
	case n > 6 && hasSuffix(word, "ments"):
		return englishSilent(word[:n-5]), 1
	case n > 5 && hasSuffix(word, "ful"):
		return englishSilent(word[:n-3]), 1
	case n > 4 && hasSuffix(word, "ely") && !hasSuffix(word, "eely"):
		return word[:n-3], 1 // the e is silent
	case n > 5 && hasSuffix(word, "some"):
		return englishSilent(word[:n-4]), 1
	case n > 7 && hasSuffix(word, "where"), n > 6 && hasSuffix(word, "times"):
		return englishSilent(word[:n-5]), 1
	case n > 6 && hasSuffix(word, "time"):
		return englishSilent(word[:n-4]), 1
	}
	return englishSilent(word), 0
}

// englishSilent takes off the e that is not spoken, with the s or d behind it.
func englishSilent(word []rune) []rune {
	n := len(word)
	before := at(word, n-3)
	switch {
	case n < 3:
	case hasSuffix(word, "ed"):
		if before == 't' || before == 'd' || before == 'i' && isConsonant(at(word, n-4)) && n <= 4 {
			return word
		}
		if (before == 'l' || before == 'r') && isStopConsonant(at(word, n-4)) && at(word, n-4) != before {
			return word // settled: the l is a syllable
		}
		if isVowel(before) {
			return word
		}
		return word[:n-2]
	case hasSuffix(word, "es"):
		switch {
		case before == 's' || before == 'z' || before == 'x' || before == 'c' || before == 'g',
			before == 'h' && (at(word, n-4) == 'c' || at(word, n-4) == 's'),
			before == 'l' && isStopConsonant(at(word, n-4)) && at(word, n-4) != 'l', isVowel(before):
			return word
		}
		return word[:n-2]
	case at(word, n-1) == 'e':
		before = at(word, n-2)
		if before == 'l' && isConsonant(at(word, n-3)) && at(word, n-3) != 'l' && at(word, n-3) != 'r' || isVowel(before) {
			return word // little, see
		}
		return word[:n-1]
	}
	return word
}

// englishGroups counts the groups of vowels, parting those that are spoken apart.
func englishGroups(word []rune) int {
	n, open := 0, false
	for i, r := range word {
		if !isVowel(r) || r == 'y' && isVowel(at(word, i+1)) && (i == 0 || isVowel(at(word, i-1))) {
			open = false
			continue
		}
		if r == 'u' && at(word, i-1) == 'q' {
			continue
		}
		if !open || englishApart(word, i) {
			n++
		}
		open = true
	}
	if hasAny(word, "sm", "thm") && n > 0 {
		n++ // capitalism, rhythm
	}
	return n
}

// englishApart reports whether the vowel at i begins a syllable after the vowel before it.
func englishApart(word []rune, i int) bool {
	a, b := word[i-1], word[i]
	rest := word[i:]
	before, after := at(word, i-2), at(word, i+1)
	switch string([]rune{a, b}) {
	case "ia":
		// special, musician, Asian: the i only softens.
		soft := before == 't' || before == 'c' || before == 's' && at(word, i-3) != 0
		return !(soft && (after == 'l' || after == 'n') || before == 'r' && starts(rest, "ag"))
	case "io":
		soft := before == 't' || before == 's' || before == 'g' || before == 'c' || before == 'x'
		return !(soft && (after == 'n' || after == 'u') || after == 'n' && (before == 'h' || before == 'l' || before == 'n'))
	case "iu", "ii", "uo", "ya", "yo", "ao":
		return true
	case "eo":
		return !(starts(rest, "on") && (before == 'g') || starts(rest, "ous") && before == 'g') && before != 'p'
	case "ie":
		return starts(rest, "et") && (before == 'u' || before == 'd' || before == 'r' || before == 'c') ||
			starts(rest, "en") && before != 'r' && before != 'f' && !(before == 't' || before == 'c' && i < 4) ||
			starts(rest, "est") || starts(rest, "er") && len(rest) == 2 && i > 3 && !(before == 'd' && i < 4) ||
			starts(rest, "ers") && len(rest) == 3 && before != 't'
	case "ea":
		return starts(rest, "at") && before == 'r' && at(word, i-3) == 'c' || starts(rest, "a") && len(rest) == 1 && before == 'r' ||
			starts(rest, "al") && before == 'r' && at(word, i-3) == 0 || starts(rest, "an") && len(rest) == 2 && i > 4
	case "ua":
		return before != 'q' && before != 'g'
	case "ue":
		return (starts(rest, "el") || starts(rest, "et") || starts(rest, "en") || starts(rest, "er")) && before != 'q' && before != 'g' && i > 1
	case "ui":
		return starts(rest, "in") && before != 'q' && before != 'g' && before != 'b' || starts(rest, "it") && (before == 't' || before == 'n') ||
			before == 'c' && starts(rest, "id")
	case "oe":
		return starts(rest, "em") || starts(rest, "et") || starts(rest, "er")
	case "ei", "yi", "oi", "ai":
		return starts(rest, "ing") && a != 'a'
	case "eu":
		return starts(rest, "um")
	case "uu":
		return false
	}
	return starts(rest, "ing")
}

// starts reports whether a word begins with s.
func starts(word []rune, s string) bool {
	for i, r := range s {
		if at(word, i) != r {
			return false
		}
	}
	return true
}

func isVowel(r rune) bool { return r < 0x80 && r > 0 && strings.IndexByte("aeiouy", byte(r)) >= 0 }

func isConsonant(r rune) bool { return r >= 'a' && r <= 'z' && !isVowel(r) }

// isStopConsonant reports whether r before an l or r makes a syllable of it: "able".
func isStopConsonant(r rune) bool {
	return r > 0 && strings.ContainsRune("bcdfgkptvzsl", r)
}

// englishIrregular are words that the rules would miscount.
var englishIrregular = map[string]int{
	// Silent vowels and syllables that only the spelling has.
	"every": 2, "everyone": 3, "everybody": 4, "everything": 3, "everywhere": 3, "everyday": 3,
	"business": 2, "businesses": 3, "wednesday": 2, "evening": 2, "evenings": 2, "colleague": 2, "colleagues": 2,
	"vegetable": 3, "vegetables": 3, "chocolate": 2, "comfortable": 3, "really": 2, "people": 2, "peoples": 2,
	"people's": 2, "george": 1, "sovereignty": 3, "valuable": 3, "soldier": 2, "soldiers": 2,
	"senior": 2, "seniors": 2, "junior": 2, "opinion": 3, "unique": 2, "technique": 2, "techniques": 2,
	"therefore": 2, "something": 2, "conscience": 2, "league": 1, "dialogue": 3, "queue": 1, "vague": 1,
	"catalogue": 3, "plague": 1, "fatigue": 2, "tongue": 1, "moreover": 3, "unfortunately": 5,
	"definitely": 4, "immediately": 5, "approximately": 5, "appropriately": 5,
	// Vowels that are spoken apart.
	"science": 2, "sciences": 2, "idea": 3, "ideas": 3, "area": 3, "areas": 3, "nuclear": 3, "being": 2,
	"create": 2, "created": 3, "creates": 2, "creation": 3, "creative": 3, "theatre": 3, "theater": 3,
	"museum": 3, "lion": 2, "diary": 3, "giant": 2, "client": 2, "clients": 2, "trial": 2, "quiet": 2, "diet": 2,
	"society": 4, "variety": 4, "anxiety": 4, "piano": 3, "poem": 2, "poet": 2, "video": 3, "videos": 3,
	"radio": 3, "experience": 4, "experienced": 4, "experiences": 5, "audience": 3, "audiences": 4,
	"scientific": 4, "scientist": 3, "scientists": 3, "reality": 4, "reliable": 4,
	"coordinate": 4, "coordination": 5, "coordinator": 5, "cooperate": 4, "cooperation": 5,
	"preamble": 3, "reaffirm": 3, "reaffirmed": 3, "reaffirms": 3, "reiterate": 4, "reiterates": 4,
	"naive": 2, "chaos": 2, "hero": 2, "cruel": 2, "fuel": 2, "fluid": 2, "ruin": 2, "acre": 2, "acres": 2,
	"doing": 2, "going": 2, "seeing": 2, "react": 2, "reaction": 3, "reactions": 3, "reopen": 3, "preexisting": 4,
	"entire": 3, "entirely": 4, "desire": 3, "require": 2, "fired": 2, "tired": 2, "inspired": 3, "retirement": 4,
	"maybe": 2, "recipe": 3, "apostrophe": 4, "café": 2, "cafe": 2, "epitome": 4, "naked": 2, "sacred": 2,
	"hundred": 2, "wicked": 2, "crooked": 2, "rugged": 2, "ragged": 2, "beloved": 3,
	// Words that are read by their letters.
	"pm": 2, "am": 1, "mr": 2, "mrs": 2, "dr": 2, "ms": 1, "tv": 2, "uk": 2, "us": 1, "usa": 3, "un": 2, "eu": 2,
	"ngo": 3, "ngos": 3, "hiv": 3, "who": 1, "ceo": 3, "gdp": 3, "dna": 3, "sms": 3, "pdf": 3, "vp": 2, "ok": 2, "id": 2,
}
