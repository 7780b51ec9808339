package gui

import (
	"context"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/memory"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/gui/guitest"
	"athar/gui/settings"
)

// colleague is another computer with a store of its own.
type colleague struct {
	*memory.Store
	memory.Tables
	library *session.Library
}

// colleagueOf returns one that has what the store has.
func colleagueOf(t *testing.T, store *memory.Store, now time.Time) colleague {
	t.Helper()
	c := colleague{Store: memory.New()}
	clock := func() time.Time { return now.Add(time.Minute) }
	c.library = session.NewLibrary(session.Deps{
		Store: c.Store, Now: clock, NewID: domain.NewID, Device: memory.Device("سامي", clock),
		Summarise: func(cc domain.Campaign, at time.Time) domain.Summary {
			return domain.Summary{ID: cc.ID(), Title: cc.Header.Title, Updated: at}
		},
	})
	if _, err := c.library.Merge(t.Context(), colleague{Store: store}, memory.Tables{}, session.MergeOptions{}); err != nil {
		t.Fatal(err)
	}
	return c
}

// bringsFrom makes the window merge from another computer whatever file is chosen.
func bringsFrom(c *colleague) func(*Deps) {
	return func(d *Deps) {
		library := session.NewLibrary(d.Session)
		d.Merge = func(ctx context.Context, _ string, dryRun bool, progress func(float64)) (session.Merged, error) {
			return library.Merge(ctx, *c, memory.Tables{}, session.MergeOptions{DryRun: dryRun, Progress: progress})
		}
	}
}

func TestAColleaguesWorkComesInAndContradictionsAreShown(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			store := guitest.NewMemory()
			var sami colleague
			b := newBenchWith(t, store, settings.Settings{Lang: lang}, content(t), bringsFrom(&sami))
			c := starter.Blank(domain.NewID, b.now, "Wells")
			b.desk.Create(c, nil)
			b.settle()
			sami = colleagueOf(t, store, b.now)
			if err := sami.library.Apply(t.Context(), c.ID(), domain.Rename{Title: "Springs"}); err != nil {
				t.Fatal(err)
			}
			if err := sami.library.Apply(t.Context(), c.ID(), domain.SetGoal{Goal: "clean water"}); err != nil {
				t.Fatal(err)
			}
			if err := b.desk.open.Apply(domain.Rename{Title: "Clean wells"}); err != nil {
				t.Fatal(err)
			}

			person := guitest.NewPerson(t, b.env)
			b.backups.list = []backup.Info{{Created: b.now.Add(-time.Minute)}} // as merging makes one
			b.previewMerge("colleague.atharbackup")
			b.settle()
			b.want(b.env.T("bring.what"), b.env.Printer.N("merge.edits", 2), b.env.Printer.N("merge.conflicts", 1))
			if got := b.desk.open.Campaign().Header.Goal; got != "" {
				t.Fatalf("looking at it brought in %q", got)
			}
			person.Tap("bring.accept")
			b.settle()
			now, open := b.desk.Current()
			if !open || now.Header.Goal != "clean water" || b.contradictions() != 1 {
				t.Fatalf("after merging: open %v, goal %q, %d contradictions", open, now.Header.Goal, b.contradictions())
			}
			b.want(b.env.T("backup.status.last", "when", b.moment(b.now.Add(-time.Minute))))
			if !strings.Contains(strings.Join(b.texts(), "\n"), b.env.Printer.N("received.changes", 2)) {
				t.Errorf("nothing says what came in: %q", b.texts())
			}

			b.previewMerge("colleague.atharbackup")
			b.settle()
			b.want(b.env.T("bring.nothing"))
		})
	}
}
