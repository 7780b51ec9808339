package trash

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/retention"
	"athar/gui/kit"
	"athar/gui/theme"
	"athar/gui/wording"
)

// Contents is what was removed from a campaign.
type Contents struct {
	Gone    []retention.Gone
	Devices map[domain.ID]string // what those are called that can be told apart
}

// Deps is what the dialog works with; all fields are required.
type Deps struct {
	Env      *kit.Env
	Words    wording.Wording
	Now      func() time.Time
	Campaign func() domain.Campaign // the open one

	// Read finds out in the background what was removed, and calls done on the
	// window's goroutine.
	Read func(done func(Contents, error))
	// Restore puts a record back.
	Restore func(retention.Gone) error
	// Forget removes a record for ever, and calls done when that is safe.
	Forget func(g retention.Gone, done func(error))
	// Campaigns leads to the campaigns that are in the trash as a whole.
	Campaigns func()
	Report    func(error) // shows an error to the person; nil is ignored
}

// Dialog is the open dialog.
type Dialog struct {
	deps    Deps
	present presenter
	view    *view
	dialog  *kit.Dialog

	entries  []entry
	loaded   bool
	selected int
}

// Show opens the dialog and reads what is in it.
func Show(d Deps) *Dialog {
	s := &Dialog{deps: d, present: presenter{d.Env.Printer, d.Words, d.Now}}
	s.view = newView(d.Env, func() int { return len(s.entries) }, func(i int) entry { return s.entries[i] }, intents{
		OnSelect: s.choose, OnRestore: s.restore, OnForget: s.forget, OnCampaigns: s.campaigns,
	})
	s.show("")
	s.dialog = kit.ShowDialog(d.Env, kit.DialogOptions{
		Title: d.Env.T("trash.title"), Content: s.view.content, Cancel: d.Env.T("help.close"),
		MinSize: fyne.NewSize(1.7*fynetheme.Size(theme.SizeTextColumn), 15*fynetheme.Size(theme.SizeTarget)),
	})
	d.Read(func(c Contents, err error) {
		s.loaded = true
		s.entries = s.present.entries(c.Gone, d.Campaign(), c.Devices)
		if s.show(""); err != nil {
			s.fail(err)
		}
	})
	return s
}

func (s *Dialog) show(said string) {
	s.selected = max(0, min(s.selected, len(s.entries)-1))
	s.view.show(s.loaded, s.entries, s.selected, said)
}

func (s *Dialog) choose(i int) {
	if i < 0 || i >= len(s.entries) || i == s.selected {
		return
	}
	s.selected = i
	s.view.showEntry(&s.entries[i])
}

// restore puts the selected record back; its line goes.
func (s *Dialog) restore() {
	e := s.entries[s.selected]
	if err := s.deps.Restore(e.gone); err != nil {
		s.fail(err)
		return
	}
	s.drop(e, s.deps.Env.T("trash.restored", "what", e.Record))
}

// forget asks, and then removes the selected record for ever.
func (s *Dialog) forget() {
	e := s.entries[s.selected]
	goes := []string{e.Record}
	if e.With != "" {
		goes = append(goes, e.With)
	}
	Confirm(s.deps.Env, Question{
		Heading: s.deps.Env.T("trash.forget_record"), Goes: goes,
		Yes: func() {
			s.deps.Forget(e.gone, func(err error) {
				if err != nil {
					s.fail(err)
					return
				}
				s.drop(e, s.deps.Env.T("trash.forgotten"))
			})
		},
	})
}

// fail says what went wrong, here and where it is read when the dialog is closed.
func (s *Dialog) fail(err error) {
	s.deps.Report(err)
	s.view.tell(s.deps.Env.Printer.Error(err), kit.StyleDanger)
}

// drop takes a line away and says why.
func (s *Dialog) drop(e entry, said string) {
	s.entries = slices.DeleteFunc(s.entries, func(o entry) bool { return o.gone.Ref == e.gone.Ref })
	s.show(said)
	s.view.focus()
}

func (s *Dialog) campaigns() {
	s.dialog.Close()
	s.deps.Campaigns()
}
