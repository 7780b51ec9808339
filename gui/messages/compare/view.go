package compare

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
)

// view is the widgets. Cards are made when an alternative is first seen.
type view struct {
	env     *kit.Env
	on      intents
	content *fyne.Container

	empty fyne.CanvasObject
	cards map[domain.ID]*card
	list  *fyne.Container // the alternatives of this message
	add   *kit.Button

	noSheets     fyne.CanvasObject
	enter, print *kit.Button
	sheets       *fyne.Container
	results      *fyne.Container
	shown        detail
}

func newView(env *kit.Env, on intents, onAdd, onEnter, onPrint func()) *view {
	v := &view{env: env, on: on, cards: map[domain.ID]*card{}, list: kit.Form(env), sheets: kit.Column(), results: kit.Form(env)}
	v.add = kit.NewButton(env, kit.ButtonOptions{Text: env.T("compare.add"), Icon: fynetheme.ContentAddIcon(), OnTapped: onAdd})
	v.enter = kit.NewButton(env, kit.ButtonOptions{Text: env.T("compare.enter"), OnTapped: onEnter})
	v.print = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("compare.print"), Hint: env.T("compare.print_hint"), OnTapped: onPrint,
	})
	v.empty = kit.NewParagraph(env, env.T("compare.empty"), kit.StyleMuted)
	v.noSheets = kit.NewParagraph(env, env.T("compare.no_sheets"), kit.StyleMuted)
	v.content = kit.Form(env,
		kit.Column(kit.NewLabel(env, env.T("compare.alternatives"), kit.StyleHeading), v.empty, v.list, kit.Row(env, v.add)),
		kit.Separator(),
		kit.Column(kit.NewLabel(env, env.T("compare.pretest"), kit.StyleHeading), v.noSheets,
			kit.Flow(env, v.enter, v.print), v.results, v.sheets))
	return v
}

// show puts a detail on show and reports whether another height may be needed.
func (v *view) show(d detail) (resized bool) {
	objects := make([]fyne.CanvasObject, 0, len(d.Wordings))
	for _, w := range d.Wordings[1:] {
		c := v.cards[w.ID]
		if c == nil {
			c = newCard(v.env, w.ID, v.on)
			v.cards[w.ID] = c
		}
		resized = c.show(w) || resized
		objects = append(objects, c.content)
	}
	if !slices.Equal(objects, v.list.Objects) {
		v.list.Objects, resized = objects, true
	}
	kit.SetVisible(v.empty, len(objects) == 0)
	kit.SetVisible(v.list, len(objects) > 0)
	enable(v.print, len(d.Wordings) > 1 || !d.Wordings[0].Text.Empty(), v.env.T("compare.nothing_to_print"))
	if !reflect.DeepEqual(d.Sheets, v.shown.Sheets) {
		v.showSheets(d.Sheets)
		resized = true
	}
	if !reflect.DeepEqual(d.Results, v.shown.Results) {
		v.showResults(d.Results)
		resized = true
	}
	v.shown = d
	if resized {
		v.content.Refresh()
	}
	return resized
}

func (v *view) showSheets(all []sheet) {
	v.sheets.Objects = nil
	if len(all) > 0 {
		v.sheets.Add(kit.NewParagraph(v.env, v.env.T("compare.sheets"), kit.StyleStrong))
	}
	for _, one := range all {
		lines := []fyne.CanvasObject{kit.NewParagraph(v.env, one.Title, kit.StyleBody)}
		if one.Wrong != "" {
			lines = append(lines, kit.NewParagraph(v.env, one.Wrong, kit.StyleDanger))
		}
		for _, note := range one.Notes {
			lines = append(lines, kit.NewParagraph(v.env, note, kit.StyleMuted))
		}
		button := func(key string, do func()) *kit.Button {
			return kit.NewButton(v.env, kit.ButtonOptions{Text: v.env.T(key), Kind: kit.ButtonQuiet, OnTapped: do})
		}
		v.sheets.Add(kit.Surface(kit.Column(kit.ColumnTight(lines...), kit.Flow(v.env,
			button("compare.change", func() { v.on.OnSheet(one.ID) }),
			button("compare.remove_sheet", func() { v.on.OnRemove(domain.KindPretest, one.ID) })))))
	}
	kit.SetVisible(v.sheets, len(all) > 0)
	kit.SetVisible(v.noSheets, len(all) == 0)
}

// showResults shows a table for each segment: a row for each question, and below it
// what can be said.
func (v *view) showResults(all []result) {
	v.results.Objects = nil
	for _, r := range all {
		table := []fyne.CanvasObject{kit.NewParagraph(v.env, v.env.T("compare.asked"), kit.StyleCaption)}
		for _, head := range r.Heads {
			table = append(table, kit.NewParagraph(v.env, head, kit.StyleStrong))
		}
		for _, row := range r.Rows {
			table = append(table, kit.NewParagraph(v.env, row.Question, kit.StyleBody))
			for _, cell := range row.Cells {
				table = append(table, kit.NewParagraph(v.env, cell, kit.StyleBody))
			}
		}
		column := kit.Column(kit.NewLabel(v.env, r.Segment, kit.StyleStrong), kit.Grid(v.env, 1+len(r.Heads), table...))
		for _, sentence := range r.Verdict {
			column.Add(kit.NewParagraph(v.env, sentence, kit.StyleBody))
		}
		v.results.Add(kit.Surface(column))
	}
	if len(all) > 0 {
		v.results.Add(kit.NewParagraph(v.env, v.env.T("compare.caution"), kit.StyleMuted))
	}
	kit.SetVisible(v.results, len(all) > 0)
}
