package claims

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// proofs are the pieces of evidence, one line each; the one that is open shows its
// fields below its line. There is one set of fields, which goes from line to line.
type proofs struct {
	env     *kit.Env
	on      intents
	content *fyne.Container
	none    *kit.Paragraph
	list    *fyne.Container

	fields *inputs[domain.Evidence]
	body   fyne.CanvasObject // the fields
	open   domain.ID         // whose they are; NoID for none
	shown  []evidenceLine
}

func newProofs(env *kit.Env, p presenter, on intents) *proofs {
	v := &proofs{env: env, on: on, list: kit.ColumnTight()}
	v.none = kit.NewParagraph(env, env.T("claims.evidence.none"), kit.StyleMuted)
	v.fields = &inputs[domain.Evidence]{
		env: env, prefix: "wording.evidence.", text: evidenceText, date: evidenceDate, today: on.Today, onEdit: on.OnSource,
		all: map[string]input[domain.Evidence]{}, rows: map[string]*kit.FormRow{},
	}
	v.body = v.makeFields(p)
	add := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("claims.evidence.add"), Icon: fynetheme.ContentAddIcon(), OnTapped: on.OnAddProof,
	})
	v.content = kit.Column(kit.NewParagraph(env, env.T("claims.evidence.help"), kit.StyleMuted), v.none, v.list, kit.Row(env, add))
	return v
}

func (v *proofs) makeFields(p presenter) fyne.CanvasObject {
	in, t := v.fields, v.env.T
	columns := func(share float32, rows ...fyne.CanvasObject) fyne.CanvasObject {
		return kit.Columns(v.env, fynetheme.Size(theme.SizeTextColumn)*share, rows...)
	}
	choice := func(field, help string) fyne.CanvasObject {
		return in.choice(field, help, p.options("evidence."+field+".", t("claims.not_said"), evidenceLists(field)))
	}
	remove := kit.NewButton(v.env, kit.ButtonOptions{
		Text: t("claims.evidence.remove"), Icon: fynetheme.DeleteIcon(), Kind: kit.ButtonQuiet,
		Hint: t("claims.evidence.remove_hint"), OnTapped: func() { v.on.OnRemove(v.open) },
	})
	return kit.Pad(fynetheme.Size(theme.Space8), kit.Form(v.env,
		columns(0.5, in.line(evidenceTitle, ""), in.line(evidencePublisher, t("claims.help.publisher"))),
		columns(0.5, choice(evidenceSource, t("claims.help.source")), choice(evidenceStance, "")),
		columns(0.5, in.line(evidenceLink, ""), in.line(evidenceAuthor, "")),
		columns(0.3, in.day(evidencePublished, ""), in.day(evidenceAccessed, ""), in.line(evidencePage, "")),
		columns(0.5, in.line(evidenceArchived, t("claims.help.archived"))),
		kit.Row(v.env, remove)))
}

// show shows the evidence of a claim, one piece of it open, and reports whether the
// lines are others than before.
func (v *proofs) show(all []domain.Evidence, open domain.ID, lines []evidenceLine) (moved bool) {
	at := slices.IndexFunc(all, func(e domain.Evidence) bool { return e.ID == open })
	if at >= 0 {
		v.fields.show(all[at], open, open != v.open)
	} else {
		open = domain.NoID
	}
	if open == v.open && slices.Equal(lines, v.shown) && len(v.list.Objects) > 0 {
		return false
	}
	v.open, v.shown = open, lines
	v.list.Objects = nil
	for i, l := range lines {
		v.list.Objects = append(v.list.Objects, kit.Separator(), v.line(l))
		if i == at {
			v.list.Objects = append(v.list.Objects, v.body)
		}
	}
	kit.SetVisible(v.none, len(lines) == 0)
	kit.SetVisible(v.list, len(lines) > 0)
	v.list.Refresh()
	return true
}

// line is one piece of evidence to press.
func (v *proofs) line(l evidenceLine) fyne.CanvasObject {
	icon := widget.NewIcon(fynetheme.NewColoredResource(fynetheme.FileTextIcon(), theme.ColorTextMuted))
	content := kit.Border(v.env, nil, nil, kit.Column(icon, kit.Spacer()), nil, kit.ColumnTight(
		kit.NewParagraph(v.env, l.Title, kit.StyleStrong), kit.NewParagraph(v.env, l.Line, kit.StyleMuted)))
	return kit.NewLine(v.env, v.env.T("claims.evidence.said", "title", l.Title, "line", l.Line), kit.LineOptions{
		Content: kit.Pad(fynetheme.Size(theme.Space8), content), Card: true,
		Hint: v.env.T("claims.evidence.hint"), OnPress: func() { v.on.OnOpen(l.ID) },
	})
}

// focus puts the caret into a field of the evidence that is open.
func (v *proofs) focus(page *kit.Scroller, field string) {
	in, ok := v.fields.all[field]
	if v.open == domain.NoID || !ok {
		return
	}
	kit.Reveal(page, v.fields.rows[field])
	in.widget.Focus()
}
