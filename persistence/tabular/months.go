package tabular

import "sync"

// word is what a word in a date means.
type word struct {
	kind  wordKind
	value int // month 1 to 12, or the offset from UTC in minutes
}

type wordKind uint8

const (
	wordUnknown wordKind = iota
	wordIgnored          // a weekday, "at", "T"
	wordMonth
	wordZone
	wordAM
	wordPM
	wordKanun    // first word of two Arabic months; الأول is 12, الثاني is 1
	wordTishrin  // first word of two Arabic months; الأول is 10, الثاني is 11
	wordOrdinal1 // الأول
	wordOrdinal2 // الثاني
)

// dateWords knows the words of dates in English, Arabic (all three sets of
// month names), French, German and Spanish, in lower case and without a full
// stop at the end.
var dateWords = sync.OnceValue(func() map[string]word {
	words := make(map[string]word)
	for _, names := range [][12]string{
		{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
		{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
		{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
		{"", "", "", "ابريل", "", "يونيه", "يوليه", "اغسطس", "", "اكتوبر", "", ""},
		{"", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "", "", ""},
		{"", "", "اذار", "", "ايار", "", "", "اب", "ايلول", "", "", ""},
		{"جانفي", "فيفري", "", "أفريل", "ماي", "جوان", "جويلية", "أوت", "شتنبر", "", "نونبر", "دجنبر"},
		{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		{"janv", "févr", "", "avr", "", "", "juil", "", "sept", "", "", "déc"},
		{"januar", "februar", "märz", "", "", "juni", "juli", "", "", "oktober", "", "dezember"},
		{"jän", "", "mär", "", "", "", "", "", "", "okt", "", "dez"},
		{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		{"ene", "", "", "abr", "", "", "", "ago", "", "", "", "dic"},
	} {
		for i, name := range names {
			if name != "" {
				words[name] = word{wordMonth, i + 1}
			}
		}
	}
	for _, name := range []string{
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد", "الاحد",
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
		"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
		"t", "at", "of", "de", "del", "à", "um", "uhr", "في", "الساعة", "st", "nd", "rd", "th",
	} {
		words[name] = word{kind: wordIgnored}
	}
	for name, hours := range map[string]int{
		"z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
		"pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
	} {
		words[name] = word{wordZone, hours * 60}
	}
	for _, name := range []string{"am", "a.m", "ص", "صباحا", "صباحًا", "صباحاً"} {
		words[name] = word{kind: wordAM}
	}
	for _, name := range []string{"pm", "p.m", "م", "مساء", "مساءً"} {
		words[name] = word{kind: wordPM}
	}
	words["كانون"] = word{kind: wordKanun}
	words["تشرين"] = word{kind: wordTishrin}
	words["الأول"], words["الاول"] = word{kind: wordOrdinal1}, word{kind: wordOrdinal1}
	words["الثاني"] = word{kind: wordOrdinal2}
	return words
})
