package readability

import "strings"

// EnoughWords is the number of words below which a score is noise.
const EnoughWords = 100

// Reason says why a score is to be taken lightly. The strings stand in files and in the
// catalogs.
type Reason string

// The reasons.
const (
	FewWords   Reason = "few_words"   // under EnoughWords
	NoTashkeel Reason = "no_tashkeel" // Arabic without vowel marks: its syllables are an estimate
)

// Score is what a formula says.
type Score struct {
	Formula Formula `json:"formula"`
	Value   float64 `json:"value"`
}

// Report says how hard a text is to read.
type Report struct {
	Lang string `json:"language"`
	Counts
	AverageSentence float64 `json:"averageSentence"` // words
	AverageWord     float64 `json:"averageWord"`     // letters
	LongSentences   []Range `json:"longSentences"`

	Formula  Formula `json:"formula"` // of the score
	Score    float64 `json:"score"`
	Band     Band    `json:"band"`
	Reliable bool    `json:"reliable"`         // the score means something
	Reason   Reason  `json:"reason,omitempty"` // why it does not
	Others   []Score `json:"others"`           // what else is meant for the language
}

// Read reports on a whole text. A Meter does the same and keeps what it counted.
func Read(text, lang string, target Target) Report {
	var m Meter
	return m.Read(text, lang, target)
}

// Meter reports on a text again and again, and counts only the paragraphs that it did not
// see the last time. It holds what belongs to the last text. The zero Meter is ready; it is
// not safe for concurrent use.
type Meter struct {
	lang  string
	most  int
	parts map[string]Part
}

// Read reports on a whole text.
func (m *Meter) Read(text, lang string, target Target) Report {
	if m.lang != lang || m.most != target.SentenceWords {
		*m = Meter{lang: lang, most: target.SentenceWords}
	}
	kept := make(map[string]Part, len(m.parts))
	r := Report{Lang: lang, LongSentences: []Range{}, Others: []Score{}} // lists in JSON, never null
	at := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		part, ok := kept[paragraph]
		if !ok {
			if part, ok = m.parts[paragraph]; !ok {
				part = Measure(paragraph, lang, m.most)
			}
			kept[paragraph] = part
		}
		r.Counts = r.Add(part.Counts)
		for _, long := range part.Long {
			r.LongSentences = append(r.LongSentences, Range{at + long.Start, at + long.End, long.Words})
		}
		at += part.Runes + 1
	}
	m.parts = kept
	r.judge()
	return r
}

// judge fills what follows from the counts.
func (r *Report) judge() {
	if r.Lang == "ar" && r.Words > 0 {
		r.Syllables = r.Osman.Syllables()
	}
	if r.Words > 0 {
		r.AverageSentence = r.perSentence()
	}
	r.AverageWord = r.perWord(r.Letters)
	formulas := formulasOf(r.Lang)
	r.Formula = formulas[0]
	r.Score = r.Formula.Value(r.Counts)
	if r.Words > 0 {
		r.Band = r.Formula.band(r.Score)
	}
	for _, f := range formulas[1:] {
		r.Others = append(r.Others, Score{f, f.Value(r.Counts)})
	}
	switch {
	case r.Words < EnoughWords:
		r.Reason = FewWords
	case r.Lang == "ar" && 2*r.Osman.Marked < r.Words:
		r.Reason = NoTashkeel
	}
	r.Reliable = r.Reason == ""
}
