package ethics

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// sections is the list at the reading start: the questions about the plan and
// the groups.
type sections struct {
	list  *kit.List
	texts []sectionText
	lines map[fyne.CanvasObject]sectionLine
}

// sectionLine is a row of the list.
type sectionLine struct{ title, caption *kit.Label }

func newSections(env *kit.Env, onChosen func(section string)) *sections {
	v := &sections{lines: map[fyne.CanvasObject]sectionLine{}}
	v.list = kit.NewList(env, kit.ListOptions{
		Count: func() int { return len(v.texts) },
		Row: func() fyne.CanvasObject {
			line := sectionLine{kit.NewLabel(env, "", kit.StyleBody), kit.NewLabel(env, "", kit.StyleCaption)}
			row := kit.Pad(fynetheme.Size(theme.Space8), kit.Border(env, nil, nil, kit.Gap(0), nil, kit.ColumnTight(line.title, line.caption)))
			v.lines[row] = line
			return row
		},
		Update: func(i int, row fyne.CanvasObject) {
			v.lines[row].title.SetText(v.texts[i].Title)
			v.lines[row].caption.SetText(v.texts[i].Caption)
		},
		OnSelected: func(i int) { onChosen(v.texts[i].Section) },
	})
	return v
}

// update shows the sections as they are now and which one is chosen.
func (v *sections) update(texts []sectionText, chosen string) {
	if !slices.Equal(texts, v.texts) {
		v.texts = texts
		v.list.Refresh()
	}
	v.list.Select(slices.IndexFunc(texts, func(t sectionText) bool { return t.Section == chosen }))
}
