package core

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/text/bidi"
	"athar/gui/kit"
	"athar/gui/theme"
)

// part is one field: what it is called and asks, and an editor for each language.
type part struct {
	content *fyne.Container
	editors map[string]*kit.Editor // by language
}

// editorRows is how many lines of a field are seen at once. Fields are sentences.
const editorRows = 2

func newPart(env *kit.Env, core domain.ID, x field, languages []language, onText func(field, lang, text string)) *part {
	p := &part{editors: map[string]*kit.Editor{}}
	items := make([]fyne.CanvasObject, len(languages))
	for i, l := range languages {
		direction := bidi.LTR
		if domain.IsRightToLeft(l.Code) {
			direction = bidi.RTL
		}
		e := kit.NewEditor(env, kit.EditorOptions{
			Rows: editorRows, ReadOnly: env.Locked, MaxRunes: domain.MaxLong, Direction: direction,
			Remember:  core.String() + ".field." + x.ID + "." + l.Code,
			OnChanged: func(text string) { onText(x.ID, l.Code, text) },
		})
		p.editors[l.Code] = e
		items[i] = kit.NewFormItem(env, l.Name, "", e)
	}
	p.content = kit.Column(
		kit.ColumnTight(
			kit.NewParagraph(env, x.Name, kit.StyleStrong),
			kit.NewParagraph(env, x.Prompt, kit.StyleBody),
			kit.NewParagraph(env, x.Hint, kit.StyleCaption),
		),
		kit.Columns(env, fynetheme.Size(theme.SizeTextColumn)/2, items...),
	)
	p.show(x)
	return p
}

// show puts the texts in. An editor leaves alone what it shows already, so the caret
// of whoever is typing stays where it is.
func (p *part) show(x field) {
	for lang, e := range p.editors {
		e.SetText(x.Text.Of(lang))
	}
}

// keptLine is something that is written and has no field on show.
func keptLine(env *kit.Env, k kept) fyne.CanvasObject {
	all := []fyne.CanvasObject{kit.NewParagraph(env, k.Name, kit.StyleStrong)}
	for _, l := range k.Lines {
		all = append(all, kit.NewParagraph(env, l.Text, kit.StyleBody).Selectable())
	}
	return kit.ColumnTight(append(all, kit.NewParagraph(env, k.Where, kit.StyleCaption))...)
}
