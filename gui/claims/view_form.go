package claims

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// form is the claim that is selected, on one page.
type form struct {
	env     *kit.Env
	present presenter
	on      intents

	content *kit.Scroller
	body    *fyne.Container

	head     *standing
	fields   *inputs[domain.Claim]
	texts    *fyne.Container
	boxes    map[string]*kit.Check
	media    fyne.CanvasObject // the boxes for pictures and video
	checks   *fyne.Container
	proofs   *proofs
	messages *messages

	languages []language
	id        domain.ID // the claim in the fields
	shown     detail
	filled    bool
}

func newForm(env *kit.Env, p presenter, on intents) *form {
	f := &form{env: env, present: p, on: on, boxes: map[string]*kit.Check{}, texts: kit.Form(env)}
	f.fields = &inputs[domain.Claim]{
		env: env, prefix: "wording.claim.", text: claimText, today: on.Today, onEdit: on.OnEdit,
		date: func(field string, c *domain.Claim) *time.Time { return claimDate(field, c) },
		all:  map[string]input[domain.Claim]{}, rows: map[string]*kit.FormRow{},
	}
	f.head = newStanding(env, on.OnField)
	f.proofs = newProofs(env, p, on)
	f.messages = newMessages(env, on)
	card := func(key string, content fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewCard(env, env.T(key), content)
	}
	f.body = kit.Form(env,
		f.head.content, card("claims.section.claim", f.makeClaim()), card("claims.section.evidence", f.proofs.content),
		card("claims.section.check", f.makeCheck()), card("claims.section.messages", f.messages.content),
		card("claims.section.correction", f.makeCorrection()))
	page := kit.MaxWidth(env, 2*fynetheme.Size(theme.SizeTextColumn)+3*fynetheme.Size(theme.Space16), f.body)
	f.content = kit.Follow(env, kit.Scroll(kit.Pad(fynetheme.Size(theme.Space16), page)))
	return f
}

// two puts rows into two columns, or one where there is no room.
func (f *form) two(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(f.env, fynetheme.Size(theme.SizeTextColumn)*0.6, rows...)
}

// three is two for what is short: days, and choices of a word or two.
func (f *form) three(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(f.env, fynetheme.Size(theme.SizeTextColumn)*0.36, rows...)
}

func (f *form) choice(field, help string) fyne.CanvasObject {
	none := f.env.T("claims.not_said")
	if field == fieldVerdict {
		none = f.env.T("claim.status.not_checked")
	}
	return f.fields.choice(field, help, f.present.options("claim."+field+".", none, claimLists(field)))
}

func (f *form) makeClaim() fyne.CanvasObject {
	t, in := f.env.T, f.fields
	return kit.Form(f.env, f.texts,
		f.two(f.choice(fieldType, ""), f.choice(fieldOrigin, "")),
		f.three(in.day(fieldClaimDate, ""), in.day(fieldDataDate, t("claims.help.data_date")), in.line(fieldPlace, "")),
		f.two(in.editor(fieldFirstAppearance, t("claims.help.first_appearance"), 2), in.editor(fieldAppearances, t("claims.help.appearances"), 2)))
}

func (f *form) makeCheck() fyne.CanvasObject {
	t, in := f.env.T, f.fields
	sift := kit.NewFormItem(f.env, t("claims.sift"), t("claims.help.sift"), f.two(f.makeBoxes(domain.ClaimSIFT())...))
	f.media = kit.NewFormItem(f.env, t("claims.media"), "", f.two(f.makeBoxes(mediaChecks())...))
	f.checks = kit.Form(f.env, sift, f.media)
	return kit.Form(f.env,
		f.two(f.choice(fieldRisk, t("claims.help.risk")), f.choice(fieldRiskType, "")),
		f.checks,
		f.two(f.choice(fieldVerdict, t("claims.help.verdict")), f.choice(fieldConfidence, "")),
		in.editor(fieldConfidenceReason, "", 2),
		f.two(in.line(fieldAddedBy, ""), in.line(fieldCheckedBy, t("claims.help.checked_by"))),
		f.two(in.day(fieldCheckedOn, ""), in.day(fieldReviewBy, "")))
}

func (f *form) makeBoxes(names []string) []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		box := kit.NewCheck(f.env, f.env.T("claim.check."+name), func(on bool) {
			f.on.OnEdit(fieldChecks, func(c *domain.Claim) { c.Checks = withBox(c.Checks, name, on) })
		})
		f.boxes[name], all[i] = box, box
	}
	return all
}

// withBox returns the set of boxes with one ticked or not.
func withBox(boxes []string, name string, on bool) []string {
	out := slices.DeleteFunc(slices.Clone(boxes), func(b string) bool { return b == name })
	if on {
		out = append(out, name)
	}
	slices.Sort(out)
	if len(out) == 0 {
		return nil // as in a claim that was never checked
	}
	return out
}

func (f *form) makeCorrection() fyne.CanvasObject {
	in := f.fields
	return kit.Form(f.env,
		kit.NewParagraph(f.env, f.env.T("claims.help.correction"), kit.StyleMuted),
		f.two(in.editor(fieldPublished, "", 2), in.editor(fieldCorrected, "", 2)),
		f.two(in.day(fieldCorrectionOn, ""), in.line(fieldCorrectionWhere, "")))
}

// makeTexts makes the text in every language.
func (f *form) makeTexts(languages []language) {
	for field := range f.fields.all {
		if _, ok := languageOf(field); ok {
			delete(f.fields.all, field)
			delete(f.fields.rows, field)
		}
	}
	var rows []fyne.CanvasObject
	for _, l := range languages {
		field := textField(l.Code)
		w := kit.NewEditor(f.env, kit.EditorOptions{
			Rows: 2, ReadOnly: f.env.Locked, MaxRunes: domain.MaxLong, Direction: directionOf(l.Code),
			OnChanged: func(text string) { f.on.OnEdit(field, func(c *domain.Claim) { c.Text = c.Text.With(l.Code, text) }) },
		})
		label := f.env.T("claims.text_in", "language", l.Name)
		rows = append(rows, f.fields.rowOf(field, label, "", input[domain.Claim]{w, func(c domain.Claim, key string, _ bool) {
			w.Remember(key + "." + field)
			w.SetText(c.Text.Of(l.Code))
		}}))
	}
	f.texts.Objects = []fyne.CanvasObject{f.two(rows...)}
	f.texts.Refresh()
}

// show shows a claim and what is said of it. Fields that say the same already are
// left alone, so that the caret of whoever is typing stays where it is.
func (f *form) show(c domain.Claim, evidence []domain.Evidence, open domain.ID, d detail) {
	if !slices.Equal(d.Languages, f.languages) {
		f.languages = d.Languages
		f.makeTexts(d.Languages)
		f.filled = false
	}
	fresh := c.ID != f.id
	f.id = c.ID
	f.fields.show(c, c.ID, fresh)
	for name, box := range f.boxes {
		box.SetChecked(slices.Contains(c.Checks, name))
	}
	moved := f.proofs.show(evidence, open, d.Evidence)
	if f.filled && !moved && reflect.DeepEqual(d, f.shown) {
		return // as after most keys
	}
	f.filled, f.shown = true, d
	f.head.show(d)
	f.messages.show(d.Messages, d.Others)
	f.fields.rows[fieldReviewBy].SetHelp(d.ReviewHelp)
	kit.SetVisible(f.media, d.Media)
	f.body.Refresh() // rows have become higher or lower
}

// focus puts the caret into the field that a place names.
func (f *form) focus(field string) {
	switch {
	case field == fieldChecks:
		f.focusBox()
		return
	case field == fieldMessages:
		f.messages.focus(f.content)
		return
	case field == fieldText:
		field = textField(f.env.Printer.Lang())
	}
	in, ok := f.fields.all[field]
	if !ok && strings.HasPrefix(field, fieldText+".") && len(f.languages) > 0 {
		field = textField(f.languages[0].Code)
		in, ok = f.fields.all[field]
	}
	if !ok {
		return
	}
	kit.Reveal(f.content, f.fields.rows[field])
	in.widget.Focus()
}

// focusBox gives the keyboard to the first box that is open.
func (f *form) focusBox() {
	names := domain.ClaimSIFT()
	if f.media.Visible() {
		names = domain.ClaimChecks()
	}
	at := names[0]
	for _, name := range names {
		if !f.boxes[name].Checked() {
			at = name
			break
		}
	}
	kit.Reveal(f.content, f.checks)
	f.boxes[at].Focus()
}
