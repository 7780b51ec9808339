package gui

import (
	"context"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/channel"
	"athar/domain/memory"
	"athar/domain/proofing"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/domain/takeover"
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
			into := &takeover.Workspace{Mine: d.Preferences, Channels: d.Content.Channels, Now: d.Session.Now}
			return library.Merge(ctx, *c, memory.Tables{}, session.MergeOptions{DryRun: dryRun, Into: into, Progress: progress})
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

func TestWordsAndLimitsOfAColleagueAreShownAndComeIn(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			store := guitest.NewMemory()
			var sami colleague
			b := newBenchWith(t, store, settings.Settings{Lang: lang}, content(t), bringsFrom(&sami))
			b.proofs.Begin()
			b.settle()
			b.proofs.Change(func(c proofing.Choices) proofing.Choices { return c.Taught("Wadi", true).Switched("rule", false, true) })
			b.settle()
			sami = colleagueOf(t, store, b.now)
			l := channel.Limit{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 123, Source: "help page", AsOf: b.now.Format(time.DateOnly)}
			theirs := proofing.Choices{Words: []string{"OCHA"}, Off: []string{"another"}}
			for name, data := range map[string][]byte{proofing.Preference: theirs.Bytes(), channel.Preference: channel.FormatLimits([]channel.Limit{l})} {
				if err := sami.SetPreference(t.Context(), name, data); err != nil {
					t.Fatal(err)
				}
			}
			person := guitest.NewPerson(t, b.env)
			b.previewMerge("colleague.atharbackup")
			b.settle()
			lines := b.words().Taken(takeover.Taken{Words: []string{"OCHA"}, Limits: []channel.Limit{l}})
			b.want(append(lines, b.env.T("bring.everywhere"))...)
			if len(lines) != 2 || len(b.deps.Limits.Kept) > 0 || len(b.proofs.Choices().Words) != 1 {
				t.Fatalf("looking at it took over %+v and %+v", b.deps.Limits.Kept, b.proofs.Choices())
			}
			person.Tap("bring.accept")
			b.settle()
			b.want(b.env.T("received.taken"))
			x, _ := b.deps.Content.Channels.Channel("x")
			c := b.proofs.Choices()
			if x.Default().Limit != 123 || len(c.Words) != 2 || len(c.Off) != 1 {
				t.Errorf("the limit is %d, the choices are %+v", x.Default().Limit, c)
			}
			b.proofs.Change(func(c proofing.Choices) proofing.Choices { return c.Taught("Noor", true) })
			b.settle()
			b.previewMerge("colleague.atharbackup")
			b.settle()
			b.want(b.env.T("bring.nothing"))
		})
	}
}
