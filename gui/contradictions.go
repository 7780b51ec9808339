package gui

import (
	"context"
	"maps"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/conflicts"
	"athar/gui/kit"
	"athar/gui/wording"
)

// words returns what records, fields and values are called in the window.
func (w *Window) words() wording.Wording {
	c := w.deps.Content
	return wording.New(w.env.Printer, wording.Content{
		Channels: c.Channels, Checklist: c.Checklist, Metrics: c.Metrics, Frameworks: c.Frameworks,
	})
}

// contradictions returns how many there are in the open campaign.
func (w *Window) contradictions() int {
	if w.desk.open == nil {
		return 0
	}
	return len(w.desk.open.Conflicts())
}

// showContradictions has them settled.
func (w *Window) showContradictions() {
	w.env.Settle()
	open := w.desk.open
	conflicts.Show(conflicts.Deps{
		Env: w.env, Session: open, Words: w.words(), Now: w.deps.Session.Now, GoTo: w.goTo, Report: w.report,
		Who: func(commits []journal.ID, done func(conflicts.Hands)) {
			w.findHands(open.Campaign().ID(), commits, done)
		},
		Changed: w.showSession,
	})
}

// findHands looks through the history for who made commits.
func (w *Window) findHands(campaign domain.ID, commits []journal.ID, done func(conflicts.Hands)) {
	w.saved(func() {
		var hands conflicts.Hands
		var err error
		words := w.words()
		w.deps.Run.Background(func() { hands, err = w.readHands(words, campaign, commits) }, func() {
			w.report(err)
			done(hands)
		})
	})
}

func (w *Window) readHands(words wording.Wording, campaign domain.ID, commits []journal.ID) (conflicts.Hands, error) {
	ctx, store := context.Background(), w.deps.Session.Store
	computers, err := w.computers(ctx, words, campaign)
	if err != nil {
		return nil, err
	}
	wanted := map[journal.ID]bool{}
	for _, id := range commits {
		wanted[id] = true
	}
	hands := conflicts.Hands{}
	for c, err := range store.History(ctx, campaign) {
		if err != nil {
			return hands, err
		}
		if wanted[c.ID] {
			hands[c.ID] = conflicts.Hand{Author: c.Author, Device: computers[c.Device], At: c.At.Local()}
		}
		if len(hands) == len(wanted) {
			break
		}
	}
	return hands, nil
}

// computers returns what the computers are called on which something was done in a
// campaign. Where there are several, those without a name have the number that the
// history gives them: people without a name are told apart by it.
func (w *Window) computers(ctx context.Context, words wording.Wording, campaign domain.ID) (map[domain.ID]string, error) {
	names, err := w.deviceNames(ctx)
	if err != nil {
		return nil, err
	}
	devices := audit.DevicesOf(func(yield func(*journal.Commit) bool) {
		for c, broken := range w.deps.Session.Store.History(ctx, campaign) {
			if err = broken; broken != nil || !yield(c) {
				return
			}
		}
	})
	for i, id := range devices {
		if _, named := names[id]; !named && len(devices) > 1 {
			names[id] = words.Computer(i + 1)
		}
	}
	return names, err
}

// deviceNames returns what computers are called, those that have a name.
func (w *Window) deviceNames(ctx context.Context) (map[domain.ID]string, error) {
	all, err := w.deps.Session.Store.Devices(ctx)
	names := map[domain.ID]string{}
	for _, d := range all {
		names[d.ID] = d.Name
	}
	maps.DeleteFunc(names, func(_ domain.ID, name string) bool { return name == "" })
	return names, err
}

// tellReceived says what came in from other people's computers: how many commits,
// and how many contradictions it brought.
func (w *Window) tellReceived(came, torn int) {
	if came == 0 {
		w.banner.Tell(kit.ToneInfo, w.env.T("received.nothing"))
		return
	}
	sentence := w.env.Printer.N("received.changes", came)
	if torn == 0 {
		w.banner.Tell(kit.ToneInfo, sentence)
		return
	}
	w.banner.Tell(kit.ToneWarning, w.env.T("received.both", "changes", sentence, "contradictions", w.env.Printer.N("received.contradictions", torn)),
		w.lookAtContradictions()...)
}

// lookAtContradictions offers those of the campaign that is open.
func (w *Window) lookAtContradictions() []kit.BannerAction {
	if w.contradictions() == 0 {
		return nil
	}
	return []kit.BannerAction{{Label: w.env.T("received.look"), Do: w.showContradictions}}
}
