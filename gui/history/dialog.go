package history

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/kit"
	"athar/gui/wording"
)

// Session is what the dialog needs of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	// Flush saves what is not saved yet and tells done how that went.
	Flush(done func(error))
	// SetRecord makes a record hold the fields, as one step to undo.
	SetRecord(label string, ref journal.Ref, f journal.Fields) error
}

// Deps is what the dialog works with; all fields are required.
type Deps struct {
	Env     *kit.Env
	Session Session
	Words   wording.Wording
	Now     func() time.Time
	Report  func(error) // shows an error to the person; nil is ignored

	// Background runs work beside the window and then done on its goroutine.
	Background func(work, done func())
	// History reads every commit of a campaign, Devices what the computers are
	// called. Both are called in the background.
	History func(ctx context.Context, campaign domain.ID) ([]*journal.Commit, error)
	Devices func(ctx context.Context) ([]domain.Device, error)

	// WriteFile writes a whole file, or leaves what was there. It is called in the
	// background. Folder and UsedFolder remember where files went.
	WriteFile  func(path string, data []byte) error
	Folder     string
	UsedFolder func(dir string)
}

// Dialog is the open dialog.
type Dialog struct {
	deps    Deps
	present presenter
	view    *view
	dialog  *kit.Dialog
	ctx     context.Context // ends when the dialog is closed
	cancel  context.CancelFunc

	past   past
	filter filter
	shown  []audit.Line // what the filter takes
	at     int          // the line that is selected
}

// Show opens the dialog with the history of a record, or with that of the whole
// campaign for the zero Ref.
func Show(d Deps, ref journal.Ref) *Dialog {
	s := &Dialog{deps: d, filter: filter{record: ref}}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.present = presenter{env: d.Env, words: d.Words, now: d.Now()}
	s.view = newView(d.Env, d.Now, func() int { return len(s.shown) }, s.row, intents{
		OnSelect: s.choose, OnFilter: s.filtered, OnRecord: s.only, OnRestore: s.restore,
		OnExport: s.export, OnCancel: s.Close,
	})
	s.dialog = kit.ShowDialog(d.Env, kit.DialogOptions{
		Title: d.Env.T("history.title"), Content: s.view.content, Cancel: d.Env.T("help.close"),
		OnCancel: s.closed, MinSize: whole(d.Env),
	})
	s.load("")
	return s
}

// whole is more than the window has: the dialog takes all the room there is.
func whole(env *kit.Env) fyne.Size { return env.Window.Canvas().Size() }

// Close closes the dialog, as when the data is locked.
func (s *Dialog) Close() {
	s.dialog.Close()
	s.closed()
}

// closed ends what runs in the background and lets go of what was read.
func (s *Dialog) closed() {
	s.cancel()
	s.past, s.shown = past{}, nil
}

// row says what the list shows of a line.
func (s *Dialog) row(i int) row { return s.present.row(s.shown[i], s.past) }

// filtered shows what is asked for now.
func (s *Dialog) filtered(f filter) {
	f.record = s.filter.record
	s.filter = f
	s.view.note("") // it was about something else
	s.choice()
}

// only shows the history of one record, or of all for the zero Ref.
func (s *Dialog) only(ref journal.Ref) {
	s.filter.record = ref
	s.view.note("")
	s.choice()
}

// choice chooses the lines anew. The one that was selected stays so, if it is
// among them.
func (s *Dialog) choice() {
	var was *journal.Commit
	if s.at < len(s.shown) {
		was = s.shown[s.at].Commits[0]
	}
	s.shown, s.at = s.filter.audit(s.past).Choose(s.past.lines), 0
	for i, l := range s.shown {
		if l.Commits[0] == was {
			s.at = i
		}
	}
	s.show()
}

// show puts everything on show.
func (s *Dialog) show() {
	s.view.show(s.present.page(s.past, s.filter, len(s.shown)), s.at)
	s.showDetail()
}

func (s *Dialog) choose(i int) {
	if i < 0 || i >= len(s.shown) || i == s.at {
		return
	}
	s.at = i
	s.showDetail()
}

func (s *Dialog) showDetail() {
	if s.at < len(s.shown) {
		s.view.detail.show(s.present.detail(s.shown[s.at], s.past, s.deps.Session.Campaign()))
	}
}

// restore makes a record what it was after the line that is selected.
func (s *Dialog) restore(ref journal.Ref) {
	f, ok := s.past.version(s.shown[s.at], ref)
	if !ok {
		return
	}
	if err := s.deps.Session.SetRecord("edit.restore_version", ref, f); err != nil {
		s.deps.Report(err)
		s.Close()
		return
	}
	s.load(s.deps.Env.T("history.restored"))
}
