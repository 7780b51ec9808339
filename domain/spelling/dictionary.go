package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"athar/domain"
)

// The largest files that are read, in bytes. Arabic, the largest in use, has 3 MB.
const (
	MaxAff = 16 << 20
	MaxDic = 64 << 20
)

// maxEntries is how many words a dictionary may hold.
const maxEntries = 4_000_000

// Dictionary knows the words of a language. It does not change and is safe for concurrent
// use.
type Dictionary struct {
	words    lexicon
	sets     [][]flag
	prefixes *affixes
	suffixes *affixes

	forbidden, noSuggest, keepCase, needAffix, circumfix flag
	compound                                             compounds
	fullStrip                                            bool

	ignore  string        // letters that do not count
	in, out []replacement // done to a word before it is looked up, and to a suggestion
	breaks  []string      // where a word may be parted

	replace []replacement // what is often mistaken for what
	alike   [][]string    // letters that are mistaken for each other
	keys    string        // rows of the keyboard
	try     []rune        // letters by how common they are
}

// Parse reads a dictionary: the bytes of its .aff file and of its .dic file. It returns a
// *domain.Error with ErrShape, ErrEncoding or domain.ErrFileTooBig.
func Parse(aff, dic []byte) (*Dictionary, error) {
	for _, f := range []struct {
		name  string
		size  int
		limit int
	}{{"aff", len(aff), MaxAff}, {"dic", len(dic), MaxDic}} {
		if f.size > f.limit {
			return nil, &domain.Error{Code: domain.ErrFileTooBig, Args: map[string]any{"file": f.name, "limit": f.limit}}
		}
	}
	encoding := setOf(aff)
	affText, err := decode(aff, encoding)
	if err != nil {
		return nil, err
	}
	dicText, err := decode(dic, encoding)
	if err != nil {
		return nil, err
	}
	d := &Dictionary{prefixes: newAffixes(), suffixes: newAffixes(), breaks: []string{"-", "^-", "-$"}}
	d.compound.min = 3
	d.findIgnored(affText)
	sets := newFlagSets()
	reader := affReader{d: d, sets: sets, cross: map[flagSide]bool{}, conds: map[string]condition{}, blocks: map[string]bool{}}
	if err := reader.read(affText); err != nil {
		return nil, err
	}
	d.suffixes.mark()
	if err := d.readWords(dicText, sets); err != nil {
		return nil, err
	}
	d.sets = sets.sets
	return d, nil
}

// findIgnored reads which letters do not count before the affixes are read: they are
// taken out of those too.
func (d *Dictionary) findIgnored(aff string) {
	for line := range strings.Lines(aff) {
		if fields := strings.Fields(line); len(fields) >= 2 && fields[0] == "IGNORE" {
			d.ignore = fields[1]
		}
	}
}

// readWords reads the text of a .dic file: how many words there are, then a word a line
// with its flags after a slash, and after a blank or tab what is known of its grammar.
func (d *Dictionary) readWords(text string, sets *flagSets) error {
	count, rest, _ := strings.Cut(text, "\n")
	if count = strings.TrimSpace(count); count == "" || count[0] < '0' || count[0] > '9' {
		return domain.Problem(ErrShape, "dic")
	}
	d.words.text = make([]byte, 0, len(rest)/2)
	for line := range strings.Lines(rest) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '\t' {
			continue
		}
		word, flags := splitEntry(line)
		set := uint32(0)
		if flags != "" {
			set = sets.id(flags)
		}
		word = d.without(word)
		d.words.add(word, set)
		if hidden := hiddenOf(word, flags != ""); hidden != "" {
			d.words.add(hidden, sets.hidden(set))
		}
		if len(d.words.entries) > maxEntries {
			return domain.Problem(ErrShape, "dic")
		}
	}
	if len(d.words.entries) == 0 {
		return domain.Problem(ErrShape, "dic")
	}
	d.words.index()
	return nil
}

// splitEntry parts a line into the word and its flags. A slash that belongs to the word
// has a backslash before it.
func splitEntry(line string) (word, flags string) {
	line, _, _ = strings.Cut(line, "\t")
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '/' && i > 0 && line[i-1] != '\\':
			flags, _, _ = strings.Cut(line[i+1:], " ")
			return strings.ReplaceAll(line[:i], `\/`, "/"), flags
		case line[i] == ' ' && len(line) > i+3 && line[i+3] == ':':
			return strings.ReplaceAll(line[:i], `\/`, "/"), "" // " po:noun"
		}
	}
	return strings.TrimRight(strings.ReplaceAll(line, `\/`, "/"), " "), ""
}

// hiddenOf returns the form with one capital of a word that has capitals elsewhere, as it
// is looked up when all is in capitals; "" for other words.
func hiddenOf(word string, flags bool) string {
	switch caseOf(word) {
	case mixedCase, mixedTitle:
	case allCapitals:
		if !flags {
			return ""
		}
	default:
		return ""
	}
	return title(strings.ToLower(word))
}

// hidden returns the number of a set with the mark of hidden forms.
func (f *flagSets) hidden(set uint32) uint32 {
	flags := f.sets[set]
	if id, ok := f.hiddenIDs[set]; ok {
		return id
	}
	if f.hiddenIDs == nil {
		f.hiddenIDs = map[uint32]uint32{}
	}
	id := f.add(append(append(make([]flag, 0, len(flags)+1), flags...), hiddenForm))
	f.hiddenIDs[set] = id
	return id
}

// without takes out of a word the letters that do not count.
func (d *Dictionary) without(word string) string {
	if d.ignore == "" || !strings.ContainsAny(word, d.ignore) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(d.ignore, r) {
			return -1
		}
		return r
	}, word)
}

// capitals says where a word has them.
type capitals uint8

const (
	noCapitals  capitals = iota // or none to have
	firstOnly                   // "Word"
	allCapitals                 // "WORD"
	mixedCase                   // "iPhone"
	mixedTitle                  // "McDonald"
)

func caseOf(word string) capitals {
	upper, lower, first := 0, 0, false
	for i, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case upper == 0:
		return noCapitals
	case upper == 1 && first:
		return firstOnly
	case lower == 0:
		return allCapitals
	case first:
		return mixedTitle
	}
	return mixedCase
}

// title returns the word with its first letter a capital.
func title(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if t := unicode.ToTitle(r); t != r {
		return string(t) + word[size:]
	}
	return word
}

func isUpper(r rune) bool { return unicode.IsUpper(r) }

func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

// letters returns the letters of s, each once. Hyphens and apostrophes would only part
// words in ways that nobody meant.
func letters(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) && !slices.Contains(out, r) && len(out) < 200 {
			out = append(out, r)
		}
	}
	return out
}
