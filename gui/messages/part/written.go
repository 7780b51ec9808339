package part

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/text/bidi"
	"athar/gui/kit"
	"athar/gui/theme"
)

// Languages returns those in which a part shows a text: the ones the campaign is
// written in, the reader's first, then others in which there is text already.
func Languages(env *kit.Env, c domain.Campaign, texts ...domain.Text) []string {
	all := slices.Clone(c.Header.WrittenIn())
	if i := slices.Index(all, env.Printer.Lang()); i > 0 {
		all = slices.Insert(slices.Delete(all, i, i+1), 0, env.Printer.Lang())
	}
	for _, t := range texts {
		for _, lang := range t.Languages() {
			if !slices.Contains(all, lang) {
				all = append(all, lang)
			}
		}
	}
	return all
}

// WrittenOptions is what a text in its languages is made from.
type WrittenOptions struct {
	Rows        int
	Label       func(lang string) string
	Placeholder string
	OnChanged   func(lang, text string)
	// Of says which text of the message it is, for Checks, which may be nil.
	Of     proofing.Text
	Checks Checks
}

// Written is a text with an editor for each language, side by side where there is
// room. Editors are made when a language is first seen.
type Written struct {
	Content *fyne.Container

	env       *kit.Env
	o         WrittenOptions
	languages []string
	editors   map[string]*kit.Editor
	rows      map[string]*kit.FormRow
	below     map[string]*fyne.Container
}

// NewWritten makes one that shows no language yet.
func NewWritten(env *kit.Env, o WrittenOptions) *Written {
	return &Written{
		env: env, o: o, Content: kit.Columns(env, fynetheme.Size(theme.SizeTextColumn)/2),
		editors: map[string]*kit.Editor{}, rows: map[string]*kit.FormRow{}, below: map[string]*fyne.Container{},
	}
}

// Show shows a text in the languages. The directions of the editors are remembered
// under the key. It reports whether another height may be needed.
func (w *Written) Show(t domain.Text, languages []string, key string) (resized bool) {
	for _, lang := range languages {
		e := w.Editor(lang)
		e.Remember(key + "." + lang)
		e.SetText(t.Of(lang))
	}
	if slices.Equal(languages, w.languages) {
		return false
	}
	w.languages = slices.Clone(languages)
	w.Content.Objects = nil
	for _, lang := range languages {
		w.Content.Objects = append(w.Content.Objects, kit.ColumnTight(w.rows[lang], w.below[lang]))
	}
	w.Content.Refresh()
	return true
}

// Editor returns the editor of a language.
func (w *Written) Editor(lang string) *kit.Editor {
	if e := w.editors[lang]; e != nil {
		return e
	}
	direction := bidi.LTR
	if domain.IsRightToLeft(lang) {
		direction = bidi.RTL
	}
	e := kit.NewEditor(w.env, kit.EditorOptions{
		Placeholder: w.o.Placeholder, Rows: w.o.Rows, ReadOnly: w.env.Locked, MaxRunes: domain.MaxLong, Direction: direction,
		OnChanged: func(text string) { w.o.OnChanged(lang, text) },
	})
	w.editors[lang], w.below[lang] = e, kit.ColumnTight()
	if w.o.Checks != nil {
		of := w.o.Of
		of.Lang = lang
		w.o.Checks.Watch(of, e)
	}
	w.rows[lang] = kit.NewFormItem(w.env, w.o.Label(lang), "", e)
	return e
}

// SetHelp says something below the text in a language.
func (w *Written) SetHelp(lang, help string) { w.rows[lang].SetHelp(help) }

// Below is the room under the text in a language, empty at first.
func (w *Written) Below(lang string) *fyne.Container { return w.below[lang] }
