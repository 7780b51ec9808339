package session_test

import (
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/memory"
	"athar/domain/session"
)

// colleague returns a bench on another computer that has the campaign of b.
func (b *bench) colleague() *bench {
	b.t.Helper()
	b.Flush(nil)
	b.drain()
	o := &bench{t: b.t, now: b.now, store: memory.New(), id: b.id}
	o.device = memory.Device("سامي", func() time.Time { return o.now })
	o.mergeFrom(b)
	o.reopen()
	return o
}

// source makes a store in memory one that can be merged from.
type source struct {
	*memory.Store
	memory.Tables
}

// mergeFrom brings in what another computer has saved, while nothing is open.
func (b *bench) mergeFrom(o *bench) session.Merged {
	b.t.Helper()
	m, err := b.library().Merge(b.t.Context(), source{Store: o.store}, memory.Tables{}, session.MergeOptions{})
	if err != nil {
		b.t.Fatal(err)
	}
	return m
}

// save makes everything durable.
func (b *bench) save() {
	b.Flush(nil)
	b.drain()
}

// commits returns what the other computer has saved.
func (b *bench) commits() []*journal.Commit {
	b.t.Helper()
	b.save()
	var out []*journal.Commit
	for c, err := range b.store.History(b.t.Context(), b.id) {
		if err != nil {
			b.t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// receive takes in what the other one did while the campaign is open.
func (b *bench) receive(o *bench) journal.Report {
	b.t.Helper()
	r, err := b.Receive(o.commits()...)
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

func TestTwoPeopleHaveTheSameAfterExchangingAndAreAskedOnlyWhereTheyContradict(t *testing.T) {
	a := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "بئر", Core: domain.Text{En: "Clean water for all"}}
	a.apply(domain.AddMessage{Message: m})
	b := a.colleague()
	a.pass(time.Minute)
	b.pass(time.Minute)

	change := func(p *bench, edit func(*domain.Message)) {
		n, _ := p.Session.Campaign().Message(m.ID)
		edit(&n)
		p.apply(domain.ChangeMessage{Message: n, Field: "x"})
		p.Break()
	}
	change(a, func(n *domain.Message) { n.Core.En = "Clean water for every village" })
	change(b, func(n *domain.Message) { n.Core.En = "Safe water for all" })
	change(a, func(n *domain.Message) { n.Title = "بئر جديدة" })
	change(b, func(n *domain.Message) { n.Title = "ماء" })

	a.receive(b)
	b.receive(a)
	sameCampaign(t, "the colleague's", a.Session.Campaign(), b.Session.Campaign())
	got, _ := a.Session.Campaign().Message(m.ID)
	if got.Core.En != "Safe water for every village" {
		t.Fatalf("merged text %q", got.Core.En)
	}
	conflicts := a.Conflicts()
	if len(conflicts) != 1 || conflicts[0].Field.Path != "title" {
		t.Fatalf("conflicts %+v, want one about the title", conflicts)
	}

	side := conflicts[0].Sides[0]
	if err := a.Resolve(conflicts[0].Record, conflicts[0].Field, side.Value); err != nil {
		t.Fatal(err)
	}
	b.receive(a)
	for _, p := range []*bench{a, b} {
		n, _ := p.Session.Campaign().Message(m.ID)
		if len(p.Conflicts()) != 0 || n.Title != side.Value.Text() {
			t.Fatalf("after settling: %d conflicts, title %q", len(p.Conflicts()), n.Title)
		}
		p.restart()
		p.checkChain(t)
	}
	if err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if n, _ := a.Session.Campaign().Message(m.ID); n.Title != conflicts[0].Sides[1].Value.Text() {
		t.Fatalf("undoing the settling shows %q, want what was shown before", n.Title)
	}
}

func TestUndoLeavesWhatAColleagueDidLaterAndSaysSo(t *testing.T) {
	a := newBench(t)
	a.apply(domain.SetStage{Stage: domain.StageDraft})
	b := a.colleague()
	b.pass(time.Minute)
	b.apply(domain.SetStage{Stage: domain.StageReady})
	a.receive(b)
	if err := a.Undo(); domain.CodeOf(err) != domain.ErrUndoNewer {
		t.Fatalf("undo: %v", err)
	}
	if got := a.Session.Campaign().Header.Stage; got != domain.StageReady {
		t.Fatalf("stage %q, want what the colleague chose", got)
	}
}

func TestWhatIsTypedIsKeptBeforeWhatComes(t *testing.T) {
	a := newBench(t)
	b := a.colleague()
	b.pass(time.Minute)
	b.apply(domain.Rename{Title: "theirs"})
	a.apply(domain.SetGoal{Goal: "half a sent"})
	a.receive(b)
	a.restart()
	if h := a.Session.Campaign().Header; h.Goal != "half a sent" || h.Title != "theirs" {
		t.Fatalf("title %q, goal %q", h.Title, h.Goal)
	}
}

func TestAnEarlierVersionComesBackAsOneStep(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "one", Core: domain.Text{Ar: "ماء"}}
	b.apply(domain.AddMessage{Message: m})
	b.save()
	first := b.commits()[len(b.commits())-1].ID
	b.apply(domain.RemoveMessages{IDs: []domain.ID{m.ID}})
	ref := domain.RefOf(domain.KindMessage, m.ID)
	fields, ok := journal.Version(slices.Values(b.commits()), ref, first)
	if !ok {
		t.Fatal("the version is not there")
	}
	if err := b.SetRecord("edit.restore_version", ref, fields); err != nil {
		t.Fatal(err)
	}
	got, ok := b.Session.Campaign().Message(m.ID)
	if !ok || got.Core.Ar != "ماء" {
		t.Fatalf("restored %+v, %v", got, ok)
	}
	if err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, ok := b.Session.Campaign().Message(m.ID); ok {
		t.Fatal("undoing the restore left the message")
	}
}

func TestWhatIsForgottenIsInNoCommitAndDoesNotComeBack(t *testing.T) {
	b := newBench(t)
	o := b.colleague()
	m := domain.Message{ID: domain.NewID(), Title: "secret"}
	b.apply(domain.AddMessage{Message: m})
	m.Title = "secret too"
	b.apply(domain.ChangeMessage{Message: m, Field: "title"})
	o.receive(b)
	ref := domain.RefOf(domain.KindMessage, m.ID)
	if err := b.Forget(ref); err != nil {
		t.Fatal(err)
	}
	o.receive(b)
	for _, p := range []*bench{b, o} {
		for _, c := range p.commits() {
			for _, ch := range c.Changes {
				if ch.Record == ref && (ch.Before.Text() != "" || ch.After.Text() != "") {
					t.Fatalf("a commit still says %+v", ch)
				}
			}
		}
		for range 3 {
			_ = p.Undo()
		}
		if _, ok := p.Session.Campaign().Message(m.ID); ok {
			t.Fatal("undo brought back what was removed for ever")
		}
		p.restart()
		p.checkChain(t)
	}
}

func TestACampaignRemovedForEverIsGoneOnEveryDeviceThatHearsOfIt(t *testing.T) {
	a := newBench(t)
	a.apply(domain.SetGoal{Goal: "secret"})
	b := a.colleague()
	a.Close()
	if err := a.library().Forget(t.Context(), a.id); err != nil {
		t.Fatal(err)
	}
	m := b.mergeFrom(a)
	if len(m.Campaigns) != 1 || m.Campaigns[0].Forgotten == 0 {
		t.Fatalf("merged %+v", m)
	}
	for _, p := range []*bench{a, b} {
		if _, there := p.store.Stored()[p.id]; there {
			t.Fatal("the campaign is still there")
		}
	}
}

func TestMergingAgainBringsNothing(t *testing.T) {
	a := newBench(t)
	a.apply(domain.SetGoal{Goal: "g"})
	b := a.colleague()
	calls := b.store.Calls()
	if m := b.mergeFrom(a); len(m.Campaigns) != 0 || m.Known == 0 {
		t.Fatalf("merged again: %+v", m)
	}
	if b.store.Calls() != calls {
		t.Fatal("merging what is known wrote something")
	}
}

func TestADryRunTellsTheSameAndKeepsNothing(t *testing.T) {
	a := newBench(t)
	b := a.colleague()
	a.apply(domain.Rename{Title: "أ"})
	b.apply(domain.Rename{Title: "ب"})
	a.save()
	b.save()
	dry, err := b.library().Merge(t.Context(), source{Store: a.store}, memory.Tables{}, session.MergeOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if b.kept().Header.Title != "ب" {
		t.Fatal("a dry run changed something")
	}
	real := b.mergeFrom(a)
	if len(dry.Campaigns) != 1 || len(real.Campaigns) != 1 ||
		dry.Campaigns[0].Applied != real.Campaigns[0].Applied || real.Campaigns[0].Conflicts != 1 || dry.Campaigns[0].Conflicts != 1 {
		t.Fatalf("dry %+v, real %+v", dry, real)
	}
}

func TestARecordSaysWhenItWasLastChanged(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "one"}
	ref := domain.RefOf(domain.KindMessage, m.ID)
	if at := b.Changed(ref); !at.IsZero() {
		t.Errorf("what is not there was changed at %v", at)
	}
	b.apply(domain.AddMessage{Message: m})
	b.save()
	first := b.Changed(ref)
	b.pass(time.Hour)
	m, _ = b.Session.Campaign().Message(m.ID)
	m.Title = ""
	b.apply(domain.ChangeMessage{Message: m, Field: "title"})
	b.apply(domain.AddMessage{Message: domain.Message{ID: domain.NewID()}})
	b.save()
	if got := b.Changed(ref).Sub(first); got < 59*time.Minute || got > 61*time.Minute {
		t.Errorf("an hour later it says %v", got)
	}
	b.restart()
	if got := b.Changed(ref).Sub(first); got < 59*time.Minute || got > 61*time.Minute {
		t.Errorf("after a restart it says %v", got)
	}
}
