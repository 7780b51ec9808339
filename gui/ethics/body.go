package ethics

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// bodyEvents is what a person does in an open item.
type bodyEvents struct {
	onAnswer func(item string, v domain.AnswerValue)
	onReason func(item, reason string)
	onToFact func(domain.Fact)
	// reasonKey returns under which key the direction of a reason is remembered.
	reasonKey func(item string) string
}

// maxReason is how long a reason can become, in characters: two pages. Longer
// thoughts belong into a document of their own.
const maxReason = 4000

// body is the open part of an item: at the reading start what is to be done, at
// the end what helps to do it. The end is the higher of the two for most items,
// so the reason appears without moving anything.
type body struct {
	item    string
	content *fyne.Container
	act     *fyne.Container // the column at the start
	help    *fyne.Container // the column at the end

	choice    *kit.Choice
	reason    *kit.Editor
	reasonRow *kit.FormRow
	because   *kit.Paragraph
	toFact    *kit.Button
	why       *fyne.Container // because and toFact

	text bodyText
	read []*kit.Paragraph // what somebody would want to quote
}

func newBody(env *kit.Env, item string, t bodyText, answers []kit.Option, on bodyEvents) *body {
	b := &body{item: item, text: t}
	b.because = kit.NewParagraph(env, t.Because, kit.StyleMuted)
	b.toFact = kit.NewButton(env, kit.ButtonOptions{
		Text: t.ToFact, OnTapped: func() { on.onToFact(b.text.Fact) },
	})
	b.choice = kit.NewChoice(env, answers, func(v string) { on.onAnswer(item, domain.AnswerValue(v)) })
	b.choice.SetValue(string(t.Answer))
	b.reason = kit.NewEditor(env, kit.EditorOptions{
		Text: t.Reason, Rows: 3, ReadOnly: env.Locked, MaxRunes: maxReason, Remember: on.reasonKey(item),
		OnChanged: func(s string) { on.onReason(item, s) },
	})
	b.reasonRow = kit.NewFormItem(env, env.T("ethics.reason"), t.ReasonHelp, b.reason)
	b.why = kit.Column(b.because, kit.Row(env, b.toFact))
	b.act = kit.Form(env, b.quotable(env, t.Question, kit.StyleBody), b.choice, b.reasonRow)
	b.help = kit.Form(env, b.how(env, t.How), harm(env, t.Harm), b.why, b.sources(env, t.Sources))
	kit.SelectableTogether(b.read...)
	b.showParts()
	b.content = kit.Columns(env, 24*fynetheme.Size(theme.Space16), textColumn(env, b.act), textColumn(env, b.help))
	return b
}

// textColumn keeps lines short enough to be read.
func textColumn(env *kit.Env, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.MaxWidth(env, fynetheme.Size(theme.SizeTextColumn), o)
}

// quotable makes a paragraph that can be selected in. All of an item's are one
// stop of the Tab key, or a keyboard would be long on the way to the next item.
func (b *body) quotable(env *kit.Env, text string, style kit.Style) fyne.CanvasObject {
	p := kit.NewParagraph(env, text, style)
	b.read = append(b.read, p)
	return p
}

func (b *body) how(env *kit.Env, steps []string) fyne.CanvasObject {
	lines := []fyne.CanvasObject{kit.NewLabel(env, env.T("ethics.how"), kit.StyleStrong)}
	for _, step := range steps {
		// The dot stands beside the first line, whatever the count of lines.
		dot := kit.Column(kit.NewLabel(env, "•", kit.StyleMuted), kit.Spacer())
		lines = append(lines, kit.Border(env, nil, nil, dot, nil, b.quotable(env, step, kit.StyleBody)))
	}
	return kit.ColumnTight(lines...)
}

func harm(env *kit.Env, example string) fyne.CanvasObject {
	return kit.ColumnTight(
		kit.NewLabel(env, env.T("ethics.harm"), kit.StyleStrong), kit.NewParagraph(env, example, kit.StyleBody),
	)
}

func (b *body) sources(env *kit.Env, names []string) fyne.CanvasObject {
	lines := []fyne.CanvasObject{kit.NewLabel(env, env.T("ethics.sources"), kit.StyleCaption)}
	for _, name := range names {
		lines = append(lines, b.quotable(env, name, kit.StyleCaption))
	}
	return kit.ColumnTight(lines...)
}

// showParts shows what the state asks for and hides the rest.
func (b *body) showParts() {
	b.choice.Hidden = !b.text.Answerable
	b.reasonRow.Hidden = !b.text.AskReason
	b.why.Hidden = b.text.Because == ""
	b.because.Hidden = !b.text.Answerable // the head says it
	b.toFact.Hidden = b.text.Fact == ""
}

// set shows another state of the item and reports whether the body may need
// another height.
func (b *body) set(t bodyText) (resized bool) {
	was := b.text
	b.text = t
	b.because.SetText(t.Because)
	b.toFact.SetText(t.ToFact)
	b.choice.SetValue(string(t.Answer))
	b.reason.SetText(t.Reason)
	if t.AskReason { // hidden help keeps its words and so its height
		b.reasonRow.SetHelp(t.ReasonHelp)
	}
	b.showParts()
	resized = t.AskReason != was.AskReason || t.ReasonHelp != was.ReasonHelp || t.Answerable != was.Answerable || t.Because != was.Because
	if resized {
		b.act.Refresh()
		b.help.Refresh()
	}
	return resized
}

// focus gives the keyboard to the answers, or to what can be done where there
// are none to give.
func (b *body) focus() {
	switch {
	case b.text.Answerable:
		b.choice.Focus()
	case b.text.Fact != "":
		b.toFact.Focus()
	}
}
