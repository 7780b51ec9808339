package ethics

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/guitest"
)

func answerPlace(item string) domain.Place { return domain.Place{Kind: domain.KindAnswer, Item: item} }

// bothWays runs a test on a campaign in English and in Arabic.
func bothWays(t *testing.T, c domain.Campaign, f func(b *bench)) {
	for _, lang := range guitest.Languages() {
		t.Run(lang, func(t *testing.T) { f(newBench(t, lang, c)) })
	}
}

func (b *bench) body() *body { return b.screen.view.items.cards[b.screen.view.items.current].body }

func TestTabBeginsWithThePlanWhileAQuestionHasNoAnswer(t *testing.T) {
	b := newBench(t, "en", domain.Campaign{Header: domain.Header{ID: domain.ID{1}}})
	b.reads("Will pictures or video be published?")
	b.reads("Not said yet")
	b.reads("8 questions not answered yet")

	b = newBench(t, "en", with(said(), "e01", domain.AnswerYes, ""))
	b.reads("1. Who speaks. Must. Settled.")
	b.doesNotRead("Will pictures or video be published?")
}

func TestAnsweringTheQuestionsOfThePlanDecidesWhatApplies(t *testing.T) {
	bothWays(t, domain.Campaign{Header: domain.Header{ID: domain.ID{1}}}, func(b *bench) {
		q := b.screen.view.plan.questions[domain.FactFunded]
		q.choice.Focus()
		b.Keys(fyne.KeyEnd) // no
		if yes, known := b.session.Campaign().Header.Facts[domain.FactFunded]; yes || !known {
			b.Fatal("the answer did not arrive")
		}
		b.reads(b.Env.T("ethics.total", "musts", 31, "shoulds", 18))
		if q.unsaid.Text() != "" {
			b.Errorf("still says %q", q.unsaid.Text())
		}
		if err := b.session.Undo(); err != nil {
			b.Fatal(err)
		}
		if q.choice.Value() != "" || q.unsaid.Text() != b.Env.T("ethics.unsaid") {
			b.Errorf("after undo: %q %q", q.choice.Value(), q.unsaid.Text())
		}
	})
}

func TestAQuestionWhoseAnswerIsTakenBackSaysSoVisibly(t *testing.T) {
	b := newBench(t, "en", domain.Campaign{Header: domain.Header{ID: domain.ID{1}}})
	b.session.Apply(domain.SetFact{Fact: domain.FactAI, Yes: true})
	b.screen.view.plan = nil // made again while the question has an answer
	b.screen.choose(planSection)
	b.session.Undo()
	unsaid := b.screen.view.plan.questions[domain.FactAI].unsaid
	if !unsaid.Visible() || unsaid.Size().Width < unsaid.MinSize().Width {
		t.Errorf("%q is %v wide", unsaid.Text(), unsaid.Size())
	}
}

func TestPressingAnItemOpensItAndClosesTheOther(t *testing.T) {
	bothWays(t, said(), func(b *bench) {
		items := b.screen.view.items
		b.screen.choose("B")
		list := b.screen.deps.Checklist
		first, _ := list.Item("e07")
		second, _ := list.Item("e08")
		lang := b.Env.Printer.Lang()

		test.Tap(items.cards["e07"].head.line)
		b.reads(first.Question.In(lang))
		test.Tap(items.cards["e08"].head.line)
		b.reads(second.Question.In(lang))
		b.reads(second.Harm.In(lang))
		b.doesNotRead(first.Question.In(lang))
		test.Tap(items.cards["e08"].head.line)
		b.doesNotRead(second.Question.In(lang))
	})
}

func TestChoosingNoAsksForAReasonAndTypingGivesIt(t *testing.T) {
	bothWays(t, said(), func(b *bench) {
		b.screen.Show(answerPlace("e04")) // a should
		b.doesNotRead(b.Env.T("ethics.reason"))
		b.Keys(fyne.KeyEnd, b.backward()) // from not applicable back to no
		if got := b.answerTo("e04"); got.Value != domain.AnswerNo || !got.At.Equal(moment) {
			b.Fatalf("answer %+v", got)
		}
		b.reads(b.Env.T("ethics.reason"))
		b.reads(b.Env.T("ethics.reason_should.no"))
		if got := b.screen.view.items.cards["e04"].head.text.Standing; got != b.Env.T("ethics.standing.open") {
			b.Errorf("standing %q", got)
		}
		b.body().reason.Focus()
		b.Write("لا وقت 2026")
		if got := b.answerTo("e04").Reason; got != "لا وقت 2026" {
			b.Errorf("reason %q", got)
		}
		if got := b.screen.view.items.cards["e04"].head.text.Standing; got != b.Env.T("ethics.standing.settled") {
			b.Errorf("standing %q", got)
		}
		if err := b.session.Undo(); err != nil {
			b.Fatal(err)
		}
		if got := b.body().reason.Text(); got != "" {
			b.Errorf("the reason is one step of undo, but %q is left", got)
		}
	})
}

func (b *bench) backward() fyne.KeyName {
	if b.Env.RTL() {
		return fyne.KeyRight
	}
	return fyne.KeyLeft
}

func TestAnItemIsAnsweredByKeysAtItsHead(t *testing.T) {
	bothWays(t, said(), func(b *bench) {
		b.screen.choose("B")
		b.screen.view.items.focusHead("e07")
		b.Write("1")
		b.Keys(fyne.KeyDown)
		b.Write("p")
		if got := b.answerTo("e07").Value; got != domain.AnswerYes {
			b.Errorf("e07: %q", got)
		}
		if got := b.answerTo("e08").Value; got != domain.AnswerPartly {
			b.Errorf("e08: %q", got)
		}
		b.Write("Because") // goes on at the reason
		if got := b.answerTo("e08").Reason; got != "Because" {
			b.Errorf("reason %q", got)
		}
	})
}

func TestItemThatDoesNotApplyStandsLastAndCannotBeAnswered(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.Show(answerPlace("e02"))
	items := b.screen.view.items
	if last := items.order[len(items.order)-2:]; strings.Join(last, " ") != "e02 e05" {
		t.Errorf("at the end: %v", last)
	}
	b.reads("Does not apply because nobody funds or pays for the campaign.")
	b.doesNotRead("Not applicable")
	items.focusHead("e02")
	b.Write("1")
	if got := b.answerTo("e02").Value; got != domain.AnswerNone {
		t.Errorf("answered %q", got)
	}
	test.Tap(b.body().toFact)
	b.reads("Does anyone fund, sponsor or pay for this campaign?")
	if b.Env.Window.Canvas().Focused() != fyne.Focusable(b.screen.view.plan.questions[domain.FactFunded].choice) {
		t.Error("the question has not the focus")
	}
}

// refusing is a session that takes no edit.
type refusing struct{ *session.Session }

func (refusing) Apply(domain.Edit) error { return domain.Problem(domain.ErrReadOnly, "") }

func TestARefusedAnswerIsReportedAndNotShown(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.deps.Session = refusing{b.session}
	b.screen.Show(answerPlace("e01"))
	b.Keys(fyne.KeyHome)
	if len(b.Errors) != 1 || domain.CodeOf(b.Errors[0]) != domain.ErrReadOnly || errors.Unwrap(b.Errors[0]) != nil {
		t.Errorf("reported %v", b.Errors)
	}
	if got := b.body().choice.Value(); got != "" {
		t.Errorf("shows %q", got)
	}
}

func TestShowingACampaignChangesNothing(t *testing.T) {
	b := newBench(t, "en", guitest.Sample(t, "en", moment))
	edits := 0
	b.session.OnChange(func(session.Event) { edits++ })
	for _, g := range b.screen.deps.Checklist.Groups {
		b.screen.choose(g.ID)
		for _, id := range b.screen.view.items.order {
			b.screen.toggle(id)
		}
	}
	b.screen.choose(planSection)
	if edits != 0 {
		t.Errorf("%d edits", edits)
	}
}

func TestAClosedTabListensNoMore(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.choose("A")
	b.screen.Close()
	b.session.Apply(domain.AnswerItem{Item: "e01", Value: domain.AnswerYes})
	b.reads("1. Who speaks. Must. Not answered.")
}

func TestUndoOfAnAnswerIsSeenInTheOpenItem(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.Show(answerPlace("e01"))
	b.Keys(fyne.KeyEnd)
	b.reads("Reason")
	b.session.Undo()
	b.doesNotRead("Reason")
	if got := b.body().choice.Value(); got != "" {
		t.Errorf("shows %q", got)
	}
}

func TestTextOfTheOpenItemIsNotCutInArabicOrEnglish(t *testing.T) {
	bothWays(t, said(domain.Facts()...), func(b *bench) {
		for _, item := range b.screen.deps.Checklist.Items {
			b.screen.Show(answerPlace(item.ID))
			c := b.screen.view.items.cards[item.ID]
			if least := c.MinSize(); c.Size().Height < least.Height-0.1 {
				b.Errorf("%s is %v high and needs %v", item.ID, c.Size().Height, least.Height)
			}
		}
	})
}

func TestStartSideIsRightInArabic(t *testing.T) {
	for lang, rtl := range map[string]bool{"en": false, "ar": true} {
		b := newBench(t, lang, said())
		b.screen.choose("A")
		h := b.screen.view.items.cards["e01"].head
		if (guitest.Left(b.screen.view.sections.list) > guitest.Left(h.line)) != rtl || (guitest.Left(h.name) > guitest.Left(h.standing)) != rtl {
			t.Errorf("%s: list at %v, items at %v, name at %v, standing at %v", lang,
				guitest.Left(b.screen.view.sections.list), guitest.Left(h.line), guitest.Left(h.name), guitest.Left(h.standing))
		}
	}
}
