package audience

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// factLine says a fact quietly, with a button that leads to what it is about.
// Without a fact it takes no room.
type factLine struct {
	content *fyne.Container
	text    *kit.Paragraph
	button  *kit.Button
	to      domain.Place
}

func newFactLine(env *kit.Env, goTo func(domain.Place)) *factLine {
	l := &factLine{text: kit.NewParagraph(env, "", kit.StyleMuted)}
	l.button = kit.NewButton(env, kit.ButtonOptions{OnTapped: func() { goTo(l.to) }})
	icon := widget.NewIcon(fynetheme.NewColoredResource(fynetheme.InfoIcon(), theme.ColorTextMuted))
	l.content = kit.Border(env, nil, nil, kit.Column(icon, kit.Spacer()), nil, kit.ColumnTight(l.text, kit.Row(env, l.button)))
	l.content.Hide()
	return l
}

func (l *factLine) show(f fact) {
	l.to = f.To
	l.text.SetText(f.Text)
	l.button.SetText(f.Link)
	kit.SetVisible(l.button, f.Link != "")
	kit.SetVisible(l.content, f.Text != "")
}

// messageLinks are the messages for the segment, each a way to the message.
type messageLinks struct {
	env     *kit.Env
	goTo    func(domain.Place)
	content *fyne.Container
	none    fyne.CanvasObject
	list    *fyne.Container
	shown   []link
}

func newMessageLinks(env *kit.Env, goTo func(domain.Place)) *messageLinks {
	m := &messageLinks{env: env, goTo: goTo, list: kit.ColumnTight()}
	button := kit.NewButton(env, kit.ButtonOptions{
		Text:     env.T("audience.go_to_messages"),
		OnTapped: func() { goTo(domain.Place{Kind: domain.KindMessage}) },
	})
	m.none = kit.Column(
		kit.NewParagraph(env, env.T("audience.no_message_yet"), kit.StyleMuted), kit.Row(env, button))
	m.content = kit.Column(m.none, m.list)
	return m
}

func (m *messageLinks) show(all []link) {
	kit.SetVisible(m.none, len(all) == 0)
	kit.SetVisible(m.list, len(all) > 0)
	if slices.Equal(all, m.shown) {
		return
	}
	m.shown = all
	m.list.RemoveAll()
	for _, l := range all {
		m.list.Add(kit.Row(m.env, kit.NewButton(m.env, kit.ButtonOptions{
			Text: l.Title, Icon: fynetheme.MailComposeIcon(), Kind: kit.ButtonQuiet,
			OnTapped: func() { m.goTo(domain.Place{Kind: domain.KindMessage, ID: l.ID}) },
		})))
	}
}

var _ fyne.Widget = (*listRow)(nil)

// listRow is one segment in the list: its name, who they are, and whether they
// are spoken to.
type listRow struct {
	kit.ListRow

	name, line, messages *kit.Label
	unaddressed, check   *kit.Badge
	marks                *fyne.Container
}

func newListRow(env *kit.Env) *listRow {
	r := &listRow{
		name:     kit.NewLabel(env, " ", kit.StyleStrong),
		line:     kit.NewLabel(env, " ", kit.StyleCaption),
		messages: kit.NewLabel(env, " ", kit.StyleCaption),
		// A badge without words takes no room: the row is made with all that it
		// can hold, so that it is high enough for it.
		unaddressed: kit.NewBadge(env, " ", kit.ToneNeutral),
		check:       kit.NewBadge(env, " ", kit.ToneWarning),
	}
	r.marks = kit.Row(env, r.messages, r.unaddressed, r.check)
	// The list asks one row for the height of all: the marks keep theirs when
	// none of the badges is there.
	marks := kit.Stack(kit.Gap(r.check.MinSize().Height), r.marks)
	r.Content = kit.Pad(fynetheme.Size(theme.Space8), kit.ColumnTight(r.name, r.line, marks))
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(w row) {
	r.name.SetText(w.Name)
	r.name.SetStyle(kit.StyleStrong)
	if w.Unnamed {
		r.name.SetStyle(kit.StyleMuted)
	}
	r.line.SetText(w.Line)
	r.messages.SetText(w.Messages)
	kit.SetVisible(r.messages, w.Messages != "")
	r.unaddressed.Set(w.Unaddressed, kit.ToneNeutral)
	r.check.Set(w.Check, kit.ToneWarning)
	r.marks.Refresh()
}
