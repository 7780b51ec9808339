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
	env   *kit.Env
	list  *kit.List
	texts []sectionText
	lines map[fyne.CanvasObject]sectionLine
	width float32 // that the longest line has needed so far
}

// sectionLine is a row of the list.
type sectionLine struct{ title, caption *kit.Label }

func newSections(env *kit.Env, onChosen func(section string)) *sections {
	v := &sections{env: env, lines: map[fyne.CanvasObject]sectionLine{}}
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

// update shows the sections as they are now and which one is chosen, and reports
// whether they need to be wider.
func (v *sections) update(texts []sectionText, chosen string) (wider bool) {
	if !slices.Equal(texts, v.texts) {
		v.texts = texts
		wider = v.measure()
		v.list.Refresh()
	}
	v.list.Select(slices.IndexFunc(texts, func(t sectionText) bool { return t.Section == chosen }))
	return wider
}

// measure asks for the room of the longest line. The room is never given back, or
// the page would move sideways while somebody answers.
func (v *sections) measure() (wider bool) {
	before := v.width
	for _, t := range v.texts {
		v.width = max(v.width,
			kit.NewLabel(v.env, t.Title, kit.StyleBody).NaturalWidth(),
			kit.NewLabel(v.env, t.Caption, kit.StyleCaption).NaturalWidth())
	}
	return v.width > before
}

var _ fyne.Layout = (*sections)(nil)

// MinSize implements fyne.Layout: the sections are as wide as their longest line.
func (v *sections) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(v.width+2*fynetheme.Size(theme.Space16), objects[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (v *sections) Layout(objects []fyne.CanvasObject, space fyne.Size) {
	objects[0].Resize(space)
	objects[0].Move(fyne.NewPos(0, 0))
}
