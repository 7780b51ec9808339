package gui

import (
	"context"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/session"
	"athar/gui/history"
)

// showHistory shows what was done to the open campaign.
func (w *Window) showHistory() { w.showHistoryOf(journal.Ref{}) }

// showRecordHistory shows what was done to the record that is selected.
func (w *Window) showRecordHistory() {
	if ref, ok := w.selectedRecord(); ok {
		w.showHistoryOf(ref)
	}
}

func (w *Window) showHistoryOf(ref journal.Ref) {
	w.env.Settle() // what is typed in a date belongs to the history
	history.Show(history.Deps{
		Env: w.env, Session: w.desk.open, Now: w.deps.Session.Now, Report: w.report, Background: w.deps.Run.Background,
		Words:   w.words(),
		History: w.commits, Devices: w.deps.Session.Store.Devices, WriteFile: w.deps.WriteFile,
		Folder: w.settings.CopyFolder,
		UsedFolder: func(dir string) {
			w.settings.CopyFolder = dir
			w.keepSettings()
		},
	}, ref)
}

// pastOf returns what reads the commits of an open campaign beside the window, once
// everything is saved.
func (w *Window) pastOf(open *session.Session) func(done func([]*journal.Commit)) {
	return func(done func([]*journal.Commit)) {
		open.Flush(func(err error) {
			w.report(err) // what is kept can still be read
			var all []*journal.Commit
			campaign := open.Campaign().ID()
			w.deps.Run.Background(func() { all, err = w.commits(context.Background(), campaign) }, func() {
				if err != nil {
					w.report(err)
					return
				}
				done(all)
			})
		})
	}
}

// commits reads the whole journal of a campaign.
func (w *Window) commits(ctx context.Context, campaign domain.ID) ([]*journal.Commit, error) {
	var all []*journal.Commit
	for c, err := range w.deps.Session.Store.History(ctx, campaign) {
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, ctx.Err()
}

// selectedRecord returns the record of the open campaign that is selected.
func (w *Window) selectedRecord() (journal.Ref, bool) {
	p := w.place()
	if w.desk.open == nil || p.Kind == 0 || p.ID == domain.NoID {
		return journal.Ref{}, false
	}
	// The first tab lists other campaigns, too.
	if p.Kind == domain.KindHeader && p.ID != w.desk.open.Campaign().ID() {
		return journal.Ref{}, false
	}
	return domain.RefOf(p.Kind, p.ID), true
}

func (w *Window) recordHistoryReason() string {
	if reason := w.needsCampaign(); reason != "" {
		return reason
	}
	if _, ok := w.selectedRecord(); !ok {
		return w.env.T("reason.nothing_selected")
	}
	return ""
}
