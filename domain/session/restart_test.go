package session_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/session"
)

// restart saves and opens the campaign again, as after the window was closed.
func (b *bench) restart() {
	b.t.Helper()
	b.Flush(nil)
	b.drain()
	b.Close()
	b.pass(time.Hour)
	b.reopen()
}

func TestUndoAndRedoSurviveARestart(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "بئر"}
	b.apply(domain.SetGoal{Goal: "one"})
	b.Break()
	b.apply(domain.SetGoal{Goal: "one two"})
	b.apply(domain.AddMessage{Message: m})
	b.apply(domain.Rename{Title: "مياه"})
	if err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	b.restart()

	if label, ok := b.RedoLabel(); !ok || label != "edit.campaign.rename" {
		t.Fatalf("redo after the restart: %q, %v", label, ok)
	}
	if err := b.Redo(); err != nil || b.Session.Campaign().Header.Title != "مياه" {
		t.Fatalf("redo: %v, title %q", err, b.Session.Campaign().Header.Title)
	}
	for _, want := range []struct {
		label    string
		place    domain.Place
		goal     string
		messages int
	}{
		{"edit.campaign.rename", domain.Place{Kind: domain.KindHeader, ID: b.id}, "one two", 1},
		{"edit.message.add", domain.Place{Kind: domain.KindMessage, ID: m.ID}, "one two", 0},
		{"edit.campaign.goal", domain.Place{Kind: domain.KindHeader, ID: b.id, Field: "goal"}, "one", 0},
		{"edit.campaign.goal", domain.Place{Kind: domain.KindHeader, ID: b.id, Field: "goal"}, "", 0},
	} {
		label, _ := b.UndoLabel()
		place, _ := b.UndoPlace()
		if place.Kind == domain.KindHeader && want.place.Field == "" {
			place.Field = ""
		}
		if label != want.label || place != want.place {
			t.Fatalf("undo would take back %q at %+v, want %q at %+v", label, place, want.label, want.place)
		}
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
		c := b.Session.Campaign()
		if c.Header.Goal != want.goal || len(c.Messages) != want.messages {
			t.Fatalf("after undoing %q: goal %q, %d messages", label, c.Header.Goal, len(c.Messages))
		}
		b.restart() // between any two steps
	}
	if label, ok := b.UndoLabel(); ok {
		t.Fatalf("%q can be undone: the campaign would be gone", label)
	}
}

// TestRedoIsShownAtTheItemWhoseAnswerIsGone although nothing there says now which
// item that was.
func TestRedoIsShownAtTheItemWhoseAnswerIsGone(t *testing.T) {
	b := newBench(t)
	b.apply(domain.AnswerItem{Item: "who_speaks", Value: domain.AnswerPartly})
	b.apply(domain.ExplainAnswer{Item: "who_speaks", Reason: "later"})
	for range 2 {
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	b.restart()
	for _, field := range []string{"", "reason"} {
		place, ok := b.RedoPlace()
		if !ok || place.Kind != domain.KindAnswer || place.Item != "who_speaks" || place.Field != field {
			t.Errorf("redo is shown at %+v, %v", place, ok)
		}
		if err := b.Redo(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatWasDoneOutsideTheWindowIsNotUndoneInIt(t *testing.T) {
	b := newBench(t)
	b.apply(domain.SetGoal{Goal: "g"})
	b.restart()
	for _, e := range []domain.Edit{domain.Trash{At: b.now}, domain.Restore{}} {
		if err := b.library().Apply(t.Context(), b.id, e); err != nil {
			t.Fatal(err)
		}
	}
	b.reopen()
	if label, ok := b.UndoLabel(); ok {
		t.Fatalf("%q can be undone", label)
	}
}

func TestACampaignWithoutAJournalGetsOneWithItsFirstEdit(t *testing.T) {
	b := newBench(t)
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: "قديم"}}
	old := domain.Commit{ID: domain.NewID(), Campaign: c.ID(), Changes: domain.Diff(domain.Campaign{}, c)}
	if err := b.store.Commit(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	b.id = c.ID()
	b.reopen()
	if b.SaveState().Phase != session.Saved {
		t.Fatal("opening made the campaign dirty")
	}
	b.apply(domain.SetGoal{Goal: "g"})
	b.restart()
	if err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c, b.Session.Campaign()); diff != "" {
		t.Fatal(diff)
	}
	if label, ok := b.UndoLabel(); ok {
		t.Fatalf("%q can be undone", label)
	}
}

// What is shown, what the journal says and what the store has are the same, after
// whatever was done, undone, saved and restarted.
func TestTheCampaignIsWhatItsJournalSays(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBench(t)
		var ids []domain.ID
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			switch rapid.IntRange(0, 8).Draw(r, "what") {
			case 0:
				id := domain.NewID()
				ids = append(ids, id)
				b.apply(domain.AddMessage{Message: domain.Message{ID: id, Title: "m"}})
			case 1, 2:
				if len(ids) == 0 {
					continue
				}
				m, ok := b.Session.Campaign().Message(rapid.SampledFrom(ids).Draw(r, "message"))
				if ok {
					m.Core.Ar = rapid.SampledFrom([]string{"ماء", "ماء نظيف ", "", "e\u0301"}).Draw(r, "text")
					b.apply(domain.ChangeMessage{Message: m, Field: "core.ar"})
				}
			case 3:
				if len(ids) > 0 {
					_ = b.Apply(domain.RemoveMessages{IDs: []domain.ID{rapid.SampledFrom(ids).Draw(r, "message")}})
				}
			case 4:
				b.apply(domain.SetGoal{Goal: fmt.Sprint(rapid.IntRange(0, 3).Draw(r, "goal"))})
			case 5:
				_ = b.Undo()
			case 6:
				_ = b.Redo()
			case 7:
				b.Break()
			case 8:
				b.pass(time.Duration(rapid.IntRange(0, 5000).Draw(r, "ms")) * time.Millisecond)
			}
		}
		shown := b.Session.Campaign()
		b.restart()
		state, err := b.store.Journal(t.Context(), b.id)
		if err != nil {
			r.Fatal(err)
		}
		sameCampaign(r, "kept", shown, b.kept())
		sameCampaign(r, "opened", shown, b.Session.Campaign())
		sameRecords(r, domain.JournalOf(shown), state.Records())
		b.checkChain(r)
	})
}

func sameCampaign(t interface{ Fatalf(string, ...any) }, what string, a, b domain.Campaign) {
	if changes := domain.Diff(a, b); len(changes) > 0 {
		t.Fatalf("%s is another campaign than shown: %+v", what, changes)
	}
}

func sameRecords(t interface{ Fatalf(string, ...any) }, a, b journal.Records) {
	if changes := journal.Diff(a, b); len(changes) > 0 {
		t.Fatalf("the journal says something else: %+v", changes)
	}
}

// checkChain makes a state of the commits from nothing.
func (b *bench) checkChain(t interface{ Fatalf(string, ...any) }) {
	state := journal.NewState(b.id, nil)
	for c, err := range b.store.History(b.t.Context(), b.id) {
		if err != nil {
			t.Fatalf("history: %v", err)
		}
		if r := state.Add(c); len(r.Refused) > 0 || r.Waiting > 0 {
			t.Fatalf("the chain is broken: %+v", r)
		}
	}
	kept, err := b.store.Journal(b.t.Context(), b.id)
	if err != nil || string(kept.Encode()) != string(state.Encode()) {
		t.Fatalf("the state that is kept is not that of the commits: %v", err)
	}
}
