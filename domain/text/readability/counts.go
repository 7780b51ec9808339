package readability

// Counts are the figures that the formulas need. Those of the paragraphs of a text add up
// to those of the text.
type Counts struct {
	Words     int   `json:"words"`
	Sentences int   `json:"sentences"`
	Syllables int   `json:"syllables"` // 0 in a language whose syllables are not counted
	Letters   int   `json:"letters"`   // letters and digits, no marks
	LongWords int   `json:"longWords"` // of more than six letters, for LIX
	Osman     Osman `json:"-"`         // of Arabic only
}

// Add returns the sum of two counts.
func (c Counts) Add(d Counts) Counts {
	c.Words += d.Words
	c.Sentences += d.Sentences
	c.Syllables += d.Syllables
	c.Letters += d.Letters
	c.LongWords += d.LongWords
	c.Osman = c.Osman.add(d.Osman)
	return c
}

// perSentence returns words per sentence, 0 without words. A text has at least one
// sentence.
func (c Counts) perSentence() float64 { return float64(c.Words) / float64(max(c.Sentences, 1)) }

// perWord returns n for each word, 0 without words.
func (c Counts) perWord(n int) float64 { return float64(n) / float64(max(c.Words, 1)) }
