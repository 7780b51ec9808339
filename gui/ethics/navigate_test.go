package ethics

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestArrowKeysGoFromItemToItemAndEnterOpens(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.choose("B")
	items := b.screen.view.items
	items.focusHead("e07")
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyUp, "e07"}, {fyne.KeyDown, "e08"}, {fyne.KeyEnd, "e13"}, {fyne.KeyDown, "e13"}, {fyne.KeyUp, "e12"}, {fyne.KeyHome, "e07"}} {
		b.Keys(step.key)
		if b.Focused() != fyne.Focusable(items.cards[step.want].head.line) {
			t.Fatalf("%s does not go to %s", step.key, step.want)
		}
	}
	b.Keys(fyne.KeyReturn)
	if items.current != "e07" {
		t.Errorf("%q is open", items.current)
	}
	b.Keys(fyne.KeySpace)
	if items.current != "" {
		t.Errorf("%q is still open", items.current)
	}
}

func TestShowGoesToItemReasonAndQuestion(t *testing.T) {
	bothWays(t, with(said(), "e46", domain.AnswerNo, "x"), func(b *bench) {
		b.session.Apply(domain.SetFact{Fact: domain.FactChildren, Yes: true})
		focused := func() fyne.Focusable { return b.Env.Window.Canvas().Focused() }

		b.screen.Show(answerPlace("e46"))
		if b.screen.section != "H" || focused() != fyne.Focusable(b.body().choice) {
			b.Errorf("section %q, focus on %T", b.screen.section, focused())
		}
		place := b.screen.Place()
		if place.Item != "e46" || place.ID != domain.AnswerID(b.session.Campaign().ID(), "e46") {
			b.Errorf("place %+v", place)
		}
		b.screen.Show(domain.Place{Kind: domain.KindAnswer, Item: "e46", Field: "reason"})
		b.Write("y")
		if got := b.answerTo("e46"); got.Value != domain.AnswerNo || got.Reason != "yx" {
			b.Errorf("typing went elsewhere: %+v", got)
		}
		b.screen.Show(domain.Place{Kind: domain.KindHeader, Field: "fact.ai"})
		if focused() != fyne.Focusable(b.screen.view.plan.questions[domain.FactAI].choice) {
			b.Errorf("focus on %T", focused())
		}
		b.screen.Show(answerPlace("no such item"))
		if b.screen.section != planSection {
			b.Error("an unknown item led away")
		}
	})
}

func TestPlaceBringsARebuiltTabBack(t *testing.T) {
	b := newBench(t, "en", said())
	for _, visit := range []func(){
		func() { b.screen.choose(planSection) },
		func() { b.screen.choose("F") },
		func() { b.screen.Show(answerPlace("e38")) },
	} {
		visit()
		place := b.screen.Place()
		other := newBench(t, "ar", said())
		other.screen.Show(place)
		if got := other.screen.Place(); got != place {
			t.Errorf("came back to %+v, want %+v", got, place)
		}
	}
}

func TestAnItemStaysWhereItIsWhenAnsweredUnderAFilter(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.choose("A")
	b.screen.setFilter(filterMusts)
	b.screen.Show(answerPlace("e01"))
	b.Keys(fyne.KeyHome) // yes
	b.reads("1. Who speaks. Must. Settled.")
	if b.screen.filter != filterMusts {
		t.Errorf("filter %q", b.screen.filter)
	}
	b.screen.choose("B")
	b.screen.choose("A")
	b.doesNotRead("1. Who speaks. Must. Settled.")
}

func TestAFilterThatLeavesNothingOffersTheWayBack(t *testing.T) {
	c := said()
	for _, item := range guitest.Checklist(t).In("A") {
		c = with(c, item.ID, domain.AnswerYes, "")
	}
	b := newBench(t, "en", c)
	b.screen.choose("A")
	b.screen.setFilter(filterOpen)
	b.reads("Nothing is open in this group.")
	b.screen.setFilter(filterMusts)
	b.reads("No must is open in this group.")
	b.session.Apply(domain.AnswerItem{Item: "e01"})
	b.reads("1. Who speaks. Must. Not answered.")
	b.session.Undo()
	b.screen.view.on.onFilter(filterAll)
	b.reads("1. Who speaks. Must. Settled.")
}

func TestNextOpenItemOpensItReadyToBeAnswered(t *testing.T) {
	c := said()
	for _, item := range guitest.Checklist(t).Items {
		if item.ID != "e10" && item.ID != "e42" {
			c = with(c, item.ID, domain.AnswerYes, "")
		}
	}
	bothWays(t, c, func(b *bench) {
		next := b.screen.view.next
		test.Tap(next)
		if got := b.screen.view.items.current; got != "e10" {
			b.Fatalf("went to %q", got)
		}
		test.Tap(next)
		if got := b.screen.view.items.current; got != "e42" {
			b.Fatalf("then to %q", got)
		}
		b.Keys(fyne.KeyHome)
		b.screen.setFilter(filterMusts)
		test.Tap(next)
		if got := b.screen.view.items.current; got != "e10" {
			b.Fatalf("back to %q", got)
		}
		b.Keys(fyne.KeyHome)
		b.reads(b.Env.T("ethics.total", "musts", 0, "shoulds", 0))
		if !next.Disabled() {
			b.Error("there is a next item where nothing is open")
		}
	})
}

func TestNextFindsShouldsWhenNoMustIsLeft(t *testing.T) {
	c := said()
	for _, item := range guitest.Checklist(t).Items {
		if item.ID != "e42" {
			c = with(c, item.ID, domain.AnswerYes, "")
		}
	}
	b := newBench(t, "en", c)
	b.screen.setFilter(filterMusts)
	b.screen.Next()
	if got := b.screen.view.items.current; got != "e42" {
		t.Errorf("went to %q", got)
	}
}

func TestAPressedItemStaysUnderThePointer(t *testing.T) {
	b := newBench(t, "en", said())
	b.screen.choose("C")
	items := b.screen.view.items
	b.screen.toggle("e14")
	items.scrollBy(200)
	where := func() float32 { return guitest.Top(items.cards["e16"].head.line) }
	before := where()
	b.screen.toggle("e16")
	if top := items.scroll.Position().Y; before > top && where() > before {
		t.Errorf("moved from %v down to %v", before, where())
	}
	card := items.cards["e16"]
	if y := card.Position().Y - items.scroll.Offset.Y; y < 0 || y+card.Size().Height > items.scroll.Size().Height {
		t.Errorf("the open item is at %v of %v", y, items.scroll.Size().Height)
	}
}

// The question, the steps and the sources can all be selected in, but nobody wants
// to press the Tab key for each of them on the way to the next item.
func TestAnOpenItemIsReadAtOneStop(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		inScene(t, env, guitest.At(guitest.Width, guitest.Height, 1), "consent")
		guitest.Walk(t, env)
		c := env.Window.Canvas()
		c.Unfocus()
		read, first := 0, fyne.Focusable(nil)
		for c.FocusNext(); c.Focused() != nil && c.Focused() != first; c.FocusNext() {
			if first == nil {
				first = c.Focused()
			}
			if fmt.Sprintf("%T", c.Focused()) == "*kit.selector" {
				read++
			}
		}
		if read != 1 {
			t.Errorf("%d stops to read", read)
		}
	})
}
