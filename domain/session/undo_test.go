package session_test

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/session"
)

func TestTypingIsOneUndoStepAndAPauseEndsIt(t *testing.T) {
	b := newBench(t)
	b.apply(domain.Rename{Title: "a"})
	b.pass(time.Second) // saved in between: still the same step
	b.apply(domain.Rename{Title: "ab"})
	b.pass(session.StepPause)
	b.apply(domain.Rename{Title: "abc"})
	for _, want := range []string{"ab", "ماء"} {
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
		if got := b.Session.Campaign().Header.Title; got != want {
			t.Fatalf("after undo %q, want %q", got, want)
		}
	}
	if err := b.Undo(); domain.CodeOf(err) != domain.ErrNothingToUndo {
		t.Fatalf("undo without a step: %v", err)
	}
	b.pass(time.Second)
	b.wantTitle("ماء", "ماء")
}

func TestABreakBeginsAnUndoStepAndNoSave(t *testing.T) {
	b := newBench(t)
	for _, word := range []string{"one", "one two", "one two three"} {
		b.Break()
		b.apply(domain.SetGoal{Goal: word})
		b.apply(domain.SetGoal{Goal: word + " "})
	}
	for _, want := range []string{"one two ", "one ", ""} {
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
		if got := b.Session.Campaign().Header.Goal; got != want {
			t.Fatalf("after undo %q, want %q", got, want)
		}
	}
	b.apply(domain.SetGoal{Goal: "a"})
	b.pass(time.Second)
	before := b.store.Calls()
	b.apply(domain.SetGoal{Goal: "ab"})
	b.Break()
	b.apply(domain.SetGoal{Goal: "ab c"})
	b.pass(time.Second)
	if got := b.store.Calls() - before; got != 1 {
		t.Fatalf("two words typed in a second are saved %d times, want once", got)
	}
}

func TestWhatIsTypedAfterAStepThatVanishedIsNoPartOfTheOneBefore(t *testing.T) {
	b := newBench(t)
	for _, goal := range []string{"one", "|", "one two", "one", "one six"} {
		if goal == "|" {
			b.Break()
			continue
		}
		b.apply(domain.SetGoal{Goal: goal})
	}
	if err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := b.Session.Campaign().Header.Goal; got != "one" {
		t.Fatalf("after undo %q, want what stood before the second word", got)
	}
}

func TestUndoAndRedoTellWhereTheirStepIsSeen(t *testing.T) {
	b := newBench(t)
	id := b.Session.Campaign().ID()
	m := domain.Message{ID: domain.NewID(), Title: "بئر"}
	edits := []struct {
		edit domain.Edit
		want domain.Place
	}{
		{domain.Rename{Title: "a"}, domain.Place{Kind: domain.KindHeader, ID: id}},
		{domain.SetGoal{Goal: "b"}, domain.Place{Kind: domain.KindHeader, ID: id, Field: "goal"}},
		{domain.AddMessage{Message: m}, domain.Place{Kind: domain.KindMessage, ID: m.ID}},
		{domain.ChangeMessage{Message: domain.Message{ID: m.ID, Title: "c"}, Field: "title"}, domain.Place{Kind: domain.KindMessage, ID: m.ID, Field: "title"}},
		{domain.ExplainAnswer{Item: "e01", Reason: "d"}, domain.Place{Kind: domain.KindAnswer, ID: domain.AnswerID(id, "e01"), Item: "e01", Field: "reason"}},
	}
	if _, ok := b.UndoPlace(); ok {
		t.Fatal("there is a place of nothing")
	}
	for _, e := range edits {
		b.apply(e.edit)
		if got, ok := b.UndoPlace(); !ok || got != e.want {
			t.Fatalf("%T is undone at %+v, want %+v", e.edit, got, e.want)
		}
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
		if got, ok := b.RedoPlace(); !ok || got != e.want {
			t.Fatalf("%T is redone at %+v, want %+v", e.edit, got, e.want)
		}
		if err := b.Redo(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWalkingOverAnswersIsOneUndoStepForEachQuestion(t *testing.T) {
	b := newBench(t)
	for _, v := range domain.AnswerValues() {
		b.apply(domain.AnswerItem{Item: "e01", Value: v})
	}
	b.apply(domain.AnswerItem{Item: "e02", Value: domain.AnswerYes})
	for _, yes := range []bool{true, false} {
		b.apply(domain.SetFact{Fact: domain.FactImages, Yes: yes})
	}
	answers := func() (first, second domain.AnswerValue) {
		c := b.Session.Campaign()
		return c.Answer("e01").Value, c.Answer("e02").Value
	}
	last := domain.AnswerValues()[len(domain.AnswerValues())-1]
	for i, want := range [][2]domain.AnswerValue{{last, domain.AnswerYes}, {last, ""}, {"", ""}} {
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
		if first, second := answers(); [2]domain.AnswerValue{first, second} != want {
			t.Fatalf("after %d steps back the answers are %q and %q, want %q", i+1, first, second, want)
		}
	}
}

func TestRedoDoesAgainWhatUndoTookBackUntilSomethingElseIsDone(t *testing.T) {
	b := newBench(t)
	b.apply(domain.Rename{Title: "a"})
	_ = b.Undo()
	if label, ok := b.RedoLabel(); !ok || label != "edit.campaign.rename" {
		t.Fatalf("redo label %q %v", label, ok)
	}
	if err := b.Redo(); err != nil || b.Session.Campaign().Header.Title != "a" {
		t.Fatalf("redo: %v, title %q", err, b.Session.Campaign().Header.Title)
	}
	_ = b.Undo()
	b.apply(domain.SetGoal{Goal: "g"})
	if _, ok := b.RedoLabel(); ok {
		t.Fatal("a new edit left something to redo")
	}
}

func TestTypedAndDeletedAgainLeavesNoStep(t *testing.T) {
	b := newBench(t)
	b.apply(domain.SetGoal{Goal: "x"})
	b.apply(domain.SetGoal{Goal: ""})
	if label, ok := b.UndoLabel(); ok {
		t.Fatalf("a step %q is left", label)
	}
}
