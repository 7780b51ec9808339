package guitest

import (
	"encoding/json"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"athar/assets"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// A pseudo catalog has every text of the interface between marks, about two
// fifths longer, and with each of its letters dressed: é for e, and a sukun on
// every Arabic letter. What stands bare on the screen was never in a catalog;
// what has lost a mark was cut.
const (
	openMark, closeMark = "‹", "›"
	sukun               = '\u0652'

	plainLetters   = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	dressedLetters = "åƀçðéƒĝĥîĵķłɱñöþɋŕšŧûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶŁṀÑÖÞɊŔŠŦÛṼŴẊÝŽ"
)

// PseudoEnv is EnvWith in the pseudo catalog of a language.
func PseudoEnv(t testing.TB, lang string, look theme.Options) *kit.Env {
	t.Helper()
	env := EnvWith(t, lang, look)
	env.Printer = i18n.NewPrinter(PseudoCatalog(t, lang), i18n.Western)
	return env
}

// PseudoCatalog makes the pseudo catalog of a language.
func PseudoCatalog(t testing.TB, lang string) *i18n.Catalog {
	t.Helper()
	return pseudoCatalogs.of(t, lang, func() (*i18n.Catalog, error) { return i18n.Load(pseudoFiles(t, lang), "locale", lang) })
}

// pseudoTexts returns the texts of a pseudo catalog by key, of one that counts
// all its forms.
func pseudoTexts(t testing.TB, lang string) map[string][]string {
	t.Helper()
	return pseudoWords.of(t, lang, func() (map[string][]string, error) { return textsIn(t, pseudoFiles(t, lang)), nil })
}

// catalogTexts is pseudoTexts of the catalog that people read.
func catalogTexts(t testing.TB, lang string) map[string][]string {
	t.Helper()
	return catalogWords.of(t, lang, func() (map[string][]string, error) {
		return textsIn(t, localeFiles(t, lang, func(data []byte) ([]byte, error) { return data, nil })), nil
	})
}

func textsIn(t testing.TB, files fstest.MapFS) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	for name, file := range files {
		var all map[string]any
		if path.Base(name) == fyneFile {
			continue
		}
		if err := json.Unmarshal(file.Data, &all); err != nil {
			t.Fatal(err)
		}
		for key, value := range all {
			eachString(reflect.ValueOf(value), func(s string) { texts[key] = append(texts[key], s) })
		}
	}
	return texts
}

// fyneFile has Fyne's own words.
const fyneFile = "fyne.json"

func pseudoFiles(t testing.TB, lang string) fstest.MapFS {
	t.Helper()
	return localeFiles(t, lang, pseudoFile)
}

// localeFiles returns the files of a language, each but Fyne's own made into
// another.
func localeFiles(t testing.TB, lang string, change func([]byte) ([]byte, error)) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(assets.Locale, path.Join("locale", lang), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assets.Locale, name)
		if err == nil && path.Base(name) != fyneFile {
			data, err = change(data)
		}
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func pseudoFile(data []byte) ([]byte, error) {
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	for key, value := range all {
		switch value := value.(type) {
		case string:
			if !isKeyOfKeyboard(key) {
				all[key] = Pseudo(value)
			}
		case map[string]any:
			for form, text := range value {
				value[form] = Pseudo(text.(string))
			}
		}
	}
	return json.Marshal(all)
}

// isKeyOfKeyboard tells of the texts that are no texts but letters to press.
func isKeyOfKeyboard(key string) bool { return strings.HasPrefix(key, "ethics.answer_key.") }

var placeIn = regexp.MustCompile(`\{[a-z_]+\}`)

// Pseudo dresses a text of a catalog. A text without letters stays as it is.
func Pseudo(text string) string {
	var b strings.Builder
	letters, arabic, from := 0, 0, 0
	dressed := func(s string) {
		for _, r := range s {
			if !unicode.IsLetter(r) {
				b.WriteRune(r)
				continue
			}
			letters++
			if unicode.Is(unicode.Arabic, r) {
				arabic++
			}
			b.WriteString(dress(r))
		}
	}
	for _, place := range placeIn.FindAllStringIndex(text, -1) {
		dressed(text[from:place[0]])
		b.WriteString(text[place[0]:place[1]])
		from = place[1]
	}
	dressed(text[from:])
	if letters == 0 {
		return text
	}
	return openMark + b.String() + more((letters*2+4)/5, arabic*2 > letters) + closeMark
}

// more is words of so many letters together, to make a text longer.
func more(letters int, arabic bool) string {
	letter := "ö"
	if arabic {
		letter = dress('م')
	}
	var b strings.Builder
	for i := range letters {
		if i%6 == 0 {
			b.WriteByte(' ')
		}
		b.WriteString(letter)
	}
	return b.String()
}

func dress(r rune) string {
	if at := strings.IndexRune(plainLetters, r); at >= 0 {
		return string([]rune(dressedLetters)[at])
	}
	if unicode.Is(unicode.Arabic, r) {
		return string([]rune{r, sukun})
	}
	return string(r)
}

// bareWords returns the words of a drawn text that wear no dress, that is, those
// no catalog gave. A word of one letter is none: it can be a key to press.
func bareWords(s string) (words []string) {
	runes := []rune(s)
	var word []rune
	end := func() {
		if len(word) > 1 {
			words = append(words, string(word))
		}
		word = word[:0]
	}
	for i, r := range runes {
		wears := i+1 < len(runes) && runes[i+1] == sukun
		switch {
		case strings.ContainsRune(plainLetters, r), unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) && !wears:
			word = append(word, r)
		case unicode.Is(unicode.Mn, r) && r != sukun:
			// A mark belongs to the word it stands in.
		default:
			end()
		}
	}
	end()
	return words
}
