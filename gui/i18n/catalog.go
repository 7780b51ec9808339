// Package i18n makes the words, numbers and dates a person reads, in the
// language and with the digits that person chose. Text comes from the catalogs
// in assets/locale by dotted key; a catalog file holds one area of the window.
//
// It must not put translated pieces together: a sentence is one key with named
// places. It draws nothing.
package i18n

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Languages returns the languages Athar speaks, in the order of the first
// start's choice.
func Languages() []string { return []string{"ar", "en"} }

// message is one text of a catalog: a plain text (only other), or one text per
// CLDR plural form.
type message map[form]string

// Catalog holds the texts of one language.
type Catalog struct {
	lang     string
	messages map[string]message
}

// fyneFile holds Fyne's own words in Fyne's own format; the shell gives it to
// Fyne, it is no part of a catalog.
const fyneFile = "fyne.json"

// Load reads the catalog of a language from dir/<lang>/*.json. Two files that
// define one key are an error.
func Load(files fs.FS, dir, lang string) (*Catalog, error) {
	root := path.Join(dir, lang)
	entries, err := fs.ReadDir(files, root)
	if err != nil {
		return nil, fmt.Errorf("read catalog %s: %w", lang, err)
	}
	c := &Catalog{lang: lang, messages: map[string]message{}}
	for _, e := range entries {
		if e.Name() == fyneFile || path.Ext(e.Name()) != ".json" {
			continue
		}
		data, err := fs.ReadFile(files, path.Join(root, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("read catalog %s: %w", lang, err)
		}
		if err := c.add(data); err != nil {
			return nil, fmt.Errorf("catalog %s/%s: %w", lang, e.Name(), err)
		}
	}
	return c, nil
}

func (c *Catalog) add(data []byte) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	for key, value := range raw {
		if _, twice := c.messages[key]; twice {
			return fmt.Errorf("key %q is defined twice", key)
		}
		m, err := parseMessage(value)
		if err != nil {
			return fmt.Errorf("key %q: %w", key, err)
		}
		c.messages[key] = m
	}
	return nil
}

func parseMessage(value json.RawMessage) (message, error) {
	var plain string
	if err := json.Unmarshal(value, &plain); err == nil {
		return message{other: plain}, nil
	}
	var forms map[string]string
	if err := json.Unmarshal(value, &forms); err != nil {
		return nil, errors.New("neither a text nor plural forms")
	}
	m := message{}
	for name, text := range forms {
		f, ok := formOf(name)
		if !ok {
			return nil, fmt.Errorf("no plural form is called %q", name)
		}
		m[f] = text
	}
	return m, nil
}

// Keys returns every key of the catalog in no particular order.
func (c *Catalog) Keys() []string {
	keys := make([]string, 0, len(c.messages))
	for k := range c.messages {
		keys = append(keys, k)
	}
	return keys
}

// fill puts the named values into the places {name} of a text. An unknown
// place stays as it is, so that a mistake is seen.
func fill(text string, value func(name string) (string, bool)) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		b.WriteString(text[:open])
		place := text[open : open+end+1]
		if v, ok := value(place[1 : len(place)-1]); ok {
			place = v
		}
		b.WriteString(place)
		text = text[open+end+1:]
	}
	b.WriteString(text)
	return b.String()
}
