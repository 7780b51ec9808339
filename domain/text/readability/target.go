package readability

// Band is how easy a text is to read, from 1, the hardest. 0 is an empty text.
type Band int

// The bands of Flesch (1949), which the other formulas are brought to.
const (
	NoBand Band = iota
	VeryDifficult
	Difficult
	FairlyDifficult
	Plain
	FairlyEasy
	Easy
	VeryEasy
)

// BandName names a band in files and in the catalogs.
type BandName string

// BandNames lists the names, from the hardest.
func BandNames() []BandName {
	return []BandName{"very_difficult", "difficult", "fairly_difficult", "plain", "fairly_easy", "easy", "very_easy"}
}

// Name returns the name of the band, "" for none.
func (b Band) Name() BandName {
	names := BandNames()
	if b < 1 || int(b) > len(names) {
		return ""
	}
	return names[b-1]
}

// MarshalText writes the band by its name.
func (b Band) MarshalText() ([]byte, error) { return []byte(b.Name()), nil }

// band returns the band of a score. What is not Flesch's own has edges of its own:
//
//   - Szigriszt Pazos has five (Barrio Cantalejo's INFLESZ scale: 40, 55, 65, 80);
//   - LIX has five (Björnsson: 25, 35, 45, 55), higher is harder;
//   - OSMAN has none; these are ours, by the articles of the Declaration of Human Rights
//     and by posts (docs/readability.md).
func (f Formula) band(score float64) Band {
	switch f {
	case SzigrisztPazos:
		return within(score, [6]float64{-1e9, 40, 55, 65, 80, 1e9})
	case LIX:
		return within(-score, [6]float64{-1e9, -55, -45, -35, -25, 1e9})
	case OSMAN:
		return within(score, [6]float64{45, 60, 72, 84, 92, 105})
	}
	return within(score, [6]float64{30, 50, 60, 70, 80, 90})
}

// within returns the band whose lower edge the score reaches.
func within(score float64, edges [6]float64) Band {
	b := VeryDifficult
	for _, edge := range edges {
		if score < edge {
			break
		}
		b++
	}
	return b
}

// Target is what a text should keep to, so that those it is for can read it.
type Target struct {
	SentenceWords int  // the most words of a sentence
	Band          Band // the hardest band
}

// TargetFor returns the target for people of the given literacy (domain.SegmentLiteracy):
// that of those who read least easily, as everybody is to be reached. Unknown values are
// passed over; without any, the target is that of the public at large, medium.
//
// Twenty-five words a sentence is the limit that public services give to writers; fifteen
// to twenty is what plain-language guides ask for on average.
func TargetFor(literacy ...string) Target {
	found := map[string]bool{}
	for _, l := range literacy {
		found[l] = true
	}
	switch {
	case found["low"]:
		return Target{SentenceWords: 15, Band: Easy}
	case found["medium"] || !found["high"]:
		return Target{SentenceWords: 25, Band: Plain}
	}
	return Target{SentenceWords: 30, Band: FairlyDifficult}
}
