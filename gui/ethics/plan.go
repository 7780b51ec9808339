package ethics

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// plan shows the questions about the plan.
type plan struct {
	questions map[domain.Fact]*question
	form      *fyne.Container // what is said first, and the grid
	grid      *fyne.Container
	scroll    *kit.Scroller
}

// question is one of them.
type question struct {
	card   fyne.CanvasObject
	choice *kit.Choice
	unsaid *kit.Badge
	row    *fyne.Container // of the two
}

func newPlan(env *kit.Env, p presenter, facts []factText, onFact func(f domain.Fact, yes bool)) *plan {
	v := &plan{questions: map[domain.Fact]*question{}}
	var cards []fyne.CanvasObject
	for _, f := range facts {
		q := newQuestion(env, p, f, onFact)
		v.questions[f.Fact] = q
		cards = append(cards, q.card)
	}
	intro := kit.NewParagraph(env, env.T("ethics.plan_intro"), kit.StyleMuted)
	v.grid = kit.Columns(env, 22*fynetheme.Size(theme.Space16), cards...)
	v.form = kit.Form(env, textColumn(env, intro), v.grid)
	v.scroll = kit.Follow(env, kit.Scroll(inPage(env, v.form)))
	return v
}

func newQuestion(env *kit.Env, p presenter, f factText, onFact func(f domain.Fact, yes bool)) *question {
	q := &question{
		choice: kit.NewChoice(env, p.factOptions(), func(v string) { onFact(f.Fact, v == factYes) }),
		unsaid: kit.NewBadge(env, f.Unsaid, kit.ToneWarning),
	}
	q.choice.SetValue(f.Answer)
	q.row = kit.Row(env, q.choice, q.unsaid)
	parts := []fyne.CanvasObject{
		kit.ColumnTight(kit.NewParagraph(env, f.Question, kit.StyleStrong), kit.NewParagraph(env, f.Help, kit.StyleMuted)),
		q.row,
	}
	if f.Decides != "" {
		parts = append(parts, kit.NewParagraph(env, f.Decides, kit.StyleCaption))
	}
	q.card = kit.Surface(kit.Column(parts...))
	return q
}

// update shows the answers as they are now.
func (v *plan) update(facts []factText) {
	for _, f := range facts {
		q := v.questions[f.Fact]
		q.choice.SetValue(f.Answer)
		if f.Unsaid != q.unsaid.Text() {
			q.unsaid.Set(f.Unsaid, kit.ToneWarning)
			layOut(q.row)
		}
	}
}

// focus gives the keyboard to a question and brings it into view.
func (v *plan) focus(f domain.Fact) {
	q := v.questions[f]
	if q == nil {
		return
	}
	top := v.form.Position().Y + v.grid.Position().Y + q.card.Position().Y - v.scroll.Offset.Y
	if bottom := top + q.card.Size().Height; top < 0 || bottom > v.scroll.Size().Height {
		v.scroll.ScrollToOffset(fyne.NewPos(0, v.scroll.Offset.Y+top-fynetheme.Size(theme.Space16)))
	}
	q.choice.Focus()
}
