package conflicts

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/kit"
	"athar/gui/theme"
	"athar/gui/wording"
)

// Session is what the dialog needs of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Conflicts() []journal.Conflict
	Resolve(ref journal.Ref, field journal.Field, v journal.Value) error
}

// Deps is what the dialog works with; all fields are required.
type Deps struct {
	Env     *kit.Env
	Session Session
	Words   wording.Wording
	Now     func() time.Time
	GoTo    func(domain.Place) // takes the person to a record of the open campaign
	Report  func(error)        // shows an error to the person; nil is ignored
	// Who finds out in the background who made commits, and calls done on the
	// window's goroutine. What it does not find is left out.
	Who func(commits []journal.ID, done func(Hands))
	// Changed is called after a contradiction was settled.
	Changed func()
}

// Dialog is the open dialog.
type Dialog struct {
	deps    Deps
	present presenter
	view    *view
	dialog  *kit.Dialog

	hands    Hands
	items    []item
	selected int
}

// Show opens the dialog with the first contradiction on show.
func Show(d Deps) *Dialog {
	s := &Dialog{deps: d, present: presenter{d.Env.Printer, d.Words, d.Now}}
	s.view = newView(d.Env, func() int { return len(s.items) }, func(i int) item { return s.items[i] }, intents{
		OnSelect: s.choose, OnGoTo: s.goTo, OnKeep: s.keep, OnKeepText: s.keepText,
	})
	s.read()
	s.dialog = kit.ShowDialog(d.Env, kit.DialogOptions{
		Title: d.Env.T("conflicts.title"), Content: s.view.content, Cancel: d.Env.T("help.close"),
		MinSize: fyne.NewSize(1.7*fynetheme.Size(theme.SizeTextColumn), 16*fynetheme.Size(theme.SizeTarget)),
	})
	s.find()
	return s
}

// find finds out who the sides are.
func (s *Dialog) find() {
	var ids []journal.ID
	for _, c := range s.deps.Session.Conflicts() {
		for _, side := range c.Sides {
			ids = append(ids, side.Commits...)
		}
	}
	if len(ids) == 0 {
		s.hands = Hands{}
		return
	}
	s.deps.Who(ids, func(h Hands) {
		if s.hands = h; s.hands == nil {
			s.hands = Hands{}
		}
		s.read()
	})
}

// read shows the contradictions as they are now.
func (s *Dialog) read() {
	s.items = s.present.items(s.deps.Session.Conflicts(), s.deps.Session.Campaign(), s.hands)
	s.selected = max(0, min(s.selected, len(s.items)-1))
	s.view.show(s.present.count(len(s.items)), s.items, s.selected)
}

func (s *Dialog) choose(i int) {
	if i < 0 || i >= len(s.items) || i == s.selected {
		return
	}
	s.selected = i
	s.view.showItem(&s.items[i])
}

func (s *Dialog) goTo() {
	at := s.items[s.selected].At
	s.dialog.Close()
	s.deps.GoTo(at)
}

// keep settles the contradiction in favour of a side.
func (s *Dialog) keep(i int) { s.resolve(s.items[s.selected].Sides[i].value) }

// keepText settles it in favour of a text of the person's own.
func (s *Dialog) keepText(text string) { s.resolve(journal.Text(text)) }

func (s *Dialog) resolve(v journal.Value) {
	it := s.items[s.selected]
	if it.field == (journal.Field{}) && !v.Empty() {
		v = journal.Bool(true) // anything but None keeps the record
	}
	err := s.deps.Session.Resolve(it.ref, it.field, v)
	s.deps.Report(err)
	s.deps.Changed()
	s.read()
	s.view.focus()
	s.view.tell(s.deps.Env.Printer, err)
}
