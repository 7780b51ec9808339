package history

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// detailPage is the line that is selected, in one scroll.
type detailPage struct {
	env     *kit.Env
	on      intents
	content *kit.Scroller
	page    *fyne.Container
}

func newDetailPage(env *kit.Env, on intents) *detailPage {
	d := &detailPage{env: env, on: on, page: kit.Column()}
	d.content = kit.Follow(env, kit.Scroll(kit.PadSides(fynetheme.Size(theme.Space12), 0, d.page)))
	return d
}

// show puts a line on show, from its beginning.
func (d *detailPage) show(w detail) {
	env := d.env
	head := []fyne.CanvasObject{
		kit.NewParagraph(env, w.What, kit.StyleHeading),
		kit.NewParagraph(env, w.Who, kit.StyleBody),
		kit.NewParagraph(env, w.When, kit.StyleMuted),
	}
	if w.Doubt != "" {
		head = append(head, kit.NewParagraph(env, w.Doubt, kit.StyleWarning))
	}
	d.page.Objects = []fyne.CanvasObject{kit.ColumnTight(head...)}
	for _, r := range w.Records {
		d.page.Add(d.newRecord(r))
	}
	switch {
	case w.More != "":
		d.page.Add(kit.NewParagraph(env, w.More, kit.StyleMuted))
	case len(w.Records) == 0:
		d.page.Add(kit.NewParagraph(env, env.T("history.nothing_left_detail"), kit.StyleMuted))
	}
	d.page.Refresh()
	d.content.Refresh()
	d.content.ScrollToTop()
}

// newRecord shows what was done to one record.
func (d *detailPage) newRecord(r record) fyne.CanvasObject {
	env := d.env
	name := kit.ColumnTight(kit.NewParagraph(env, r.Name, kit.StyleStrong))
	if r.Parent != "" {
		name.Add(kit.NewParagraph(env, r.Parent, kit.StyleCaption))
	}
	parts := []fyne.CanvasObject{kit.Ends(env, name, kit.NewBadge(env, r.Fate, r.Tone))}
	for _, diff := range r.Differences {
		parts = append(parts, newDifference(env, diff))
	}
	return kit.Surface(kit.Column(append(parts, d.newButtons(r))...))
}

func (d *detailPage) newButtons(r record) fyne.CanvasObject {
	only := kit.NewButton(d.env, kit.ButtonOptions{
		Text: d.env.T("history.only_this"), Kind: kit.ButtonQuiet, OnTapped: func() { d.on.OnRecord(r.Ref) },
	})
	if r.Restore == "" {
		return kit.Flow(d.env, only)
	}
	restore := kit.NewButton(d.env, kit.ButtonOptions{
		Text: r.Restore, Hint: d.env.T("history.restore_hint"), OnTapped: func() { d.on.OnRestore(r.Ref) },
	})
	if r.Reason == "" {
		return kit.Flow(d.env, restore, only)
	}
	// The status line, where reasons are said, is behind the dialog.
	restore.Disable(r.Reason)
	return kit.ColumnTight(kit.NewParagraph(d.env, r.Reason, kit.StyleCaption), kit.Flow(d.env, restore, only))
}

func newDifference(env *kit.Env, w difference) fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.NewParagraph(env, w.Field, kit.StyleCaption)}
	if w.Said != "" {
		parts = append(parts, kit.NewParagraph(env, w.Said, kit.StyleBody))
	}
	for _, text := range w.Texts {
		parts = append(parts, kit.NewRevision(env, text...))
	}
	return kit.ColumnTight(parts...)
}
