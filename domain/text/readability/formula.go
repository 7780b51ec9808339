package readability

// Formula names a formula. The strings stand in files and in the catalogs.
type Formula string

// The formulas.
const (
	Flesch          Formula = "flesch"
	FleschKincaid   Formula = "flesch_kincaid"
	KandelMoles     Formula = "kandel_moles"
	FernandezHuerta Formula = "fernandez_huerta"
	SzigrisztPazos  Formula = "szigriszt_pazos"
	ARI             Formula = "ari"
	ColemanLiau     Formula = "coleman_liau"
	LIX             Formula = "lix"
	OSMAN           Formula = "osman"
)

// Formulas lists all of them.
func Formulas() []Formula {
	return []Formula{
		Flesch, FleschKincaid, KandelMoles, FernandezHuerta, SzigrisztPazos,
		ARI, ColemanLiau, LIX, OSMAN,
	}
}

// Value returns what the formula makes of the counts. Flesch and what follows it, and
// OSMAN, are higher the easier a text is; LIX is higher the harder it is; the others are
// years of school in the United States. It returns 0 without words.
//
// The numbers are those of the authors: Flesch 1948; Kincaid and others 1975; Kandel and
// Moles 1958; Fernández Huerta 1959 as corrected by Law 2011 (60 syllables a word where
// the article prints 0.60 a hundred words); Szigriszt Pazos 1992; Senter and Smith 1967;
// Coleman and Liau 1975; Björnsson 1968; El-Haj and Rayson 2016.
func (f Formula) Value(c Counts) float64 {
	if c.Words == 0 {
		return 0
	}
	length, syllables, letters := c.perSentence(), c.perWord(c.Syllables), c.perWord(c.Letters)
	switch f {
	case Flesch:
		return 206.835 - 1.015*length - 84.6*syllables
	case FleschKincaid:
		return 0.39*length + 11.8*syllables - 15.59
	case KandelMoles:
		return 207 - 1.015*length - 73.6*syllables
	case FernandezHuerta:
		return 206.84 - 60*syllables - 1.02*length
	case SzigrisztPazos:
		return 206.835 - 62.3*syllables - length
	case ARI:
		return 4.71*letters + 0.5*length - 21.43
	case ColemanLiau:
		return 0.0588*100*letters - 0.296*100*c.perWord(max(c.Sentences, 1)) - 15.8
	case LIX:
		return length + 100*c.perWord(c.LongWords)
	case OSMAN:
		return c.Osman.value(c.Words, c.Sentences)
	}
	return 0
}

// formulasOf returns the formulas that are meant for a language: the first one gives the
// score.
func formulasOf(lang string) []Formula {
	switch lang {
	case "en":
		return []Formula{Flesch, FleschKincaid, ARI, ColemanLiau, LIX}
	case "fr":
		return []Formula{KandelMoles, LIX}
	case "es":
		return []Formula{FernandezHuerta, SzigrisztPazos, LIX}
	case "ar":
		return []Formula{OSMAN, LIX}
	}
	return []Formula{LIX}
}
