package wording

// token is a word or a number of a text.
type token struct {
	at, end  int32 // in bytes
	from, to int32 // in runes
	gap      gap
	number   bool // begins with a digit
	tag      bool // part of a hashtag
	arabic   bool // begins with a letter or digit of the Arabic script
	run      bool // three or more of one letter or tatweel in a row, or a tatweel
	persian  bool // has ی or ک
	letters  int16
	capitals int16

	// The folded word is scratch.folded[folds:foldEnd]; empty if it is too long
	// to be in a rule.
	folds, foldEnd int32
}

// gap is what stands between a word and the one before it, from the closest
// connection to the loosest.
type gap uint8

const (
	hyphenGap   gap = iota // a hyphen or an underscore
	blankGap               // white space
	lineGap                // the end of a line
	markGap                // punctuation, an emoji, a link
	sentenceGap            // the end of a sentence; also before the first word
)

// sign is what is no word and matters.
type sign struct {
	kind    signKind
	at, end int32 // in bytes
	from    int32 // in runes
	to      int32
}

type signKind uint8

const (
	exclamationSign signKind = iota
	questionSign
	emojiSign
	hashtagSign    // with its words
	directionSign  // an invisible mark of direction
	lineSign       // the end of a line
	sentenceSign   // the end of a sentence, after its mark
	otherMarkSign  // , ; . : and the like
	linkSign       // a link, a mention, an address
	looseHashtag   // a # with a blank behind it
	fancySign      // letters made of mathematical signs
	latinCommaSign // , ; ? directly behind an Arabic word
)
