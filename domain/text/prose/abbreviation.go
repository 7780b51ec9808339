package prose

// ending says what a full stop after a word means.
type ending uint8

const (
	goesOn ending = iota + 1 // always a part of the abbreviation: a title before a name
	mayEnd                   // ends the sentence as well when a capital follows
)

// maxAbbreviation is the longest of the lists, in bytes.
const maxAbbreviation = 12

// abbreviations returns the words of a language that are written with a full stop. The
// lists hold what posts of organisations use, not all there are.
func abbreviations(lang string) map[string]ending {
	switch lang {
	case "fr":
		return abbreviationsFr
	case "es":
		return abbreviationsEs
	case "ar":
		return abbreviationsAr
	}
	return abbreviationsEn
}

var abbreviationsEn = map[string]ending{
	"mr": goesOn, "mrs": goesOn, "ms": goesOn, "dr": goesOn, "prof": goesOn,
	"st": goesOn, "rev": goesOn, "gen": goesOn, "col": goesOn, "capt": goesOn, "hon": goesOn,
	"sen": goesOn, "rep": goesOn, "gov": goesOn, "vs": goesOn, "approx": goesOn,
	"incl": goesOn, "fig": goesOn, "cf": goesOn, "tel": goesOn,
	"etc": mayEnd, "inc": mayEnd, "ltd": mayEnd, "co": mayEnd, "corp": mayEnd,
	"jr": mayEnd, "sr": mayEnd, "no": mayEnd, "vol": mayEnd, "p": mayEnd, "pp": mayEnd,
	"jan": mayEnd, "feb": mayEnd, "mar": mayEnd, "apr": mayEnd, "jun": mayEnd, "jul": mayEnd,
	"aug": mayEnd, "sep": mayEnd, "sept": mayEnd, "oct": mayEnd, "nov": mayEnd, "dec": mayEnd,
	"ave": mayEnd, "rd": mayEnd, "dept": mayEnd, "est": mayEnd, "min": mayEnd, "max": mayEnd,
}

var abbreviationsFr = map[string]ending{
	"m": goesOn, "mm": goesOn, "mme": goesOn, "mmes": goesOn, "mlle": goesOn, "dr": goesOn,
	"pr": goesOn, "st": goesOn, "ste": goesOn, "cf": goesOn, "ex": goesOn, "env": goesOn,
	"tél": goesOn, "av": goesOn, "bd": goesOn, "art": goesOn,
	"etc": mayEnd, "p": mayEnd, "no": mayEnd, "vol": mayEnd, "janv": mayEnd, "févr": mayEnd,
	"avr": mayEnd, "juil": mayEnd, "sept": mayEnd, "oct": mayEnd, "nov": mayEnd, "déc": mayEnd,
}

var abbreviationsEs = map[string]ending{
	"sr": goesOn, "sra": goesOn, "srta": goesOn, "sres": goesOn, "dr": goesOn, "dra": goesOn,
	"d": goesOn, "dña": goesOn, "prof": goesOn, "ej": goesOn, "tel": goesOn, "tfno": goesOn,
	"av": goesOn, "avda": goesOn, "art": goesOn, "núm": goesOn, "pág": goesOn, "págs": goesOn,
	"p": goesOn, "ud": mayEnd, "uds": mayEnd, "etc": mayEnd, "vol": mayEnd, "aprox": mayEnd,
}

// Arabic abbreviates to one letter, which every text treats alike (see abbreviated).
var abbreviationsAr = map[string]ending{
	"هـ": mayEnd, "ت": mayEnd, "ج": mayEnd, "تل": goesOn,
}
