package metrics

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/gui/kit"
	"athar/gui/run"
)

// Session is what the screen needs of the open campaign.
type Session interface {
	Campaign() domain.Campaign
	Apply(domain.Edit) error
	OnChange(func(session.Event)) (stop func())
}

// Deps is what the screen works with; all fields are required.
type Deps struct {
	Env        *kit.Env
	Session    Session
	Run        *run.Runner
	NewID      func() domain.ID
	Now        func() time.Time
	Report     func(error) // shows an error to the person; nil is ignored
	Tables     metric.Store
	Importer   Importer
	Names      metric.Names
	Folders    func() []string  // used lately, the newest first
	UsedFolder func(dir string) // remembers a folder
}

// Screen is the metrics tab of one open campaign.
type Screen struct {
	deps    Deps
	present presenter
	view    *view
	stop    func()
	ctx     context.Context
	cancel  context.CancelFunc
	started bool // rows may be fetched

	shelf      *shelf
	indicators []domain.Indicator // in list order, as last shown
	entries    []entry            // as last shown
	selected   domain.Place       // Kind 0 for nothing
	worked     map[domain.ID]worked
	look       look
	importing  *importing // nil unless files are being imported
}

// New makes the screen with something selected. Nothing is fetched before its
// content is asked for.
func New(d Deps) *Screen {
	s := &Screen{
		deps: d, present: presenter{d.Env.Printer, d.Names},
		worked: map[domain.ID]worked{}, look: newLook(),
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.shelf = newShelf(s.ctx, d.Tables, d.Run)
	s.view = newView(d.Env, s.present, rowsToShow{
		indicators: func() int { return len(s.indicators) }, indicator: s.indicatorRow,
		data: func() int { return len(s.entries) }, dataAt: func(i int) dataRow { return s.present.dataRow(s.entries[i]) },
	}, s.intents())
	s.stop = d.Session.OnChange(s.changed)
	s.read()
	s.selectFirst()
	s.show()
	return s
}

// Content returns what is shown in the tab and begins to fetch the figures.
func (s *Screen) Content() fyne.CanvasObject {
	if !s.started {
		s.started = true
		s.show()
	}
	return s.view.content
}

// Close stops listening to the session, and everything in the background.
func (s *Screen) Close() {
	s.stop()
	s.cancel()
	s.look.stopWaiting()
}

// Place returns what is selected, and how it is looked at, so that a screen
// that is made anew comes back to it. All data together is a data set without
// an ID.
func (s *Screen) Place() domain.Place {
	p := s.selected
	if p.Kind == domain.KindDataSet {
		p.Item = s.look.item()
	}
	return p
}

// Show selects an indicator or a data set and puts the caret into the field
// that the place names. One that is gone leaves the selection as it is. The
// place of a reading is that of its indicator.
func (s *Screen) Show(p domain.Place) {
	if p.Kind == domain.KindReading {
		for _, r := range s.deps.Session.Campaign().Readings {
			if r.ID == p.ID {
				p = domain.Place{Kind: domain.KindIndicator, ID: r.Indicator}
			}
		}
	}
	if !s.has(p) {
		return
	}
	item := p.Item
	p.Item = ""
	s.choose(p)
	if item != "" && s.look.take(item) {
		s.show()
	}
	if p.Kind == domain.KindIndicator {
		s.view.indicator.focus(p.Field)
	}
}

// has reports whether the place is in one of the lists.
func (s *Screen) has(p domain.Place) bool {
	switch p.Kind {
	case domain.KindIndicator:
		return s.indicatorAt(p.ID) >= 0
	case domain.KindDataSet:
		return s.entryAt(p.ID) >= 0
	}
	return false
}

func (s *Screen) indicatorAt(id domain.ID) int {
	return slices.IndexFunc(s.indicators, func(i domain.Indicator) bool { return i.ID == id })
}

func (s *Screen) entryAt(id domain.ID) int {
	return slices.IndexFunc(s.entries, func(e entry) bool { return e.id == id })
}

// choose selects a place and shows it.
func (s *Screen) choose(p domain.Place) {
	p.Field = ""
	if p == s.selected {
		return
	}
	s.selected = p
	s.look.enter()
	s.show()
}

// selectFirst selects what a person most likely wants to see.
func (s *Screen) selectFirst() {
	switch {
	case len(s.entries) > 0:
		i := 0
		if s.entries[0].together() && s.entries[0].mixed() {
			i = 1 // what counts differently is added up for those only who ask
		}
		s.selected = domain.Place{Kind: domain.KindDataSet, ID: s.entries[i].id}
	case len(s.indicators) > 0:
		s.selected = domain.Place{Kind: domain.KindIndicator, ID: s.indicators[0].ID}
	default:
		s.selected = domain.Place{}
	}
}

// read takes the lists from the campaign.
func (s *Screen) read() {
	c := s.deps.Session.Campaign()
	s.indicators = c.SortedIndicators()
	s.entries = entriesOf(c.DataSets)
}

// changed shows what an edit, an undo or a merge has changed.
func (s *Screen) changed(e session.Event) {
	var mine []domain.Change
	for _, c := range e.Changes {
		switch c.Kind {
		case domain.KindIndicator, domain.KindReading, domain.KindDataSet:
			mine = append(mine, c)
		}
	}
	if len(mine) == 0 {
		return
	}
	indicator, entry := s.indicatorAt(s.selected.ID), s.entryAt(s.selected.ID)
	s.read()
	s.forget()
	if p, ok := cameBack(mine); ok {
		s.selected = p
		s.look.enter()
	} else if !s.has(s.selected) {
		s.selectNear(indicator, entry)
	}
	s.show()
}

// cameBack returns the one indicator or data set that is new, by adding it or
// by undoing its removal: that is what the person wants to see.
func cameBack(changes []domain.Change) (domain.Place, bool) {
	var found []domain.Place
	for _, c := range changes {
		if c.Before == nil && c.Kind != domain.KindReading {
			found = append(found, domain.Place{Kind: c.Kind, ID: c.ID})
		}
	}
	if len(found) != 1 {
		return domain.Place{}, false
	}
	return found[0], true
}

// selectNear selects what now stands where the selected thing stood.
func (s *Screen) selectNear(indicator, entry int) {
	switch kind := s.selected.Kind; {
	case kind == domain.KindIndicator && len(s.indicators) > 0:
		i := min(max(indicator, 0), len(s.indicators)-1)
		s.selected.ID = s.indicators[i].ID
	case kind == domain.KindDataSet && len(s.entries) > 0:
		i := min(max(entry, 0), len(s.entries)-1)
		s.selected.ID = s.entries[i].id
	default:
		s.selectFirst()
	}
	s.look.enter()
}

// show shows everything as it is now, and asks for figures that are not known.
func (s *Screen) show() {
	indicator, data := -1, -1
	switch s.selected.Kind {
	case domain.KindIndicator:
		indicator = s.indicatorAt(s.selected.ID)
	case domain.KindDataSet:
		data = s.entryAt(s.selected.ID)
	}
	s.workOut()
	s.view.indicators.show(indicator, len(s.indicators))
	s.view.data.show(data, len(s.entries))
	s.view.show(data >= 0, indicator >= 0)
	if data >= 0 {
		s.showData(s.entries[data])
	}
	if indicator >= 0 {
		s.showIndicator(s.indicators[indicator])
	}
}

func (s *Screen) intents() intents {
	return intents{
		OnAdd: s.Add, OnImport: s.Import,
		OnSelectIndicator: func(i int) { s.choose(domain.Place{Kind: domain.KindIndicator, ID: s.indicators[i].ID}) },
		OnSelectData:      func(i int) { s.choose(domain.Place{Kind: domain.KindDataSet, ID: s.entries[i].id}) },

		OnPage: s.setPage, OnMeasure: s.setMeasure, OnGroup: s.setGroup, OnKind: s.setKind,
		OnDirection: s.setDirection, OnRemoveData: s.removeData,

		OnName: s.setName, OnMetric: s.setMetric, OnAggregate: s.setAggregate, OnTag: s.setTag,
		OnBaseline: s.setBaseline, OnTarget: s.setTarget, OnDue: s.setDue, Today: s.today,
		OnRemoveIndicator: s.removeIndicator, OnAddReading: s.addReading, OnRemoveReading: s.removeReading,
	}
}

// apply makes an edit and tells the person if it was refused.
func (s *Screen) apply(e domain.Edit) error {
	err := s.deps.Session.Apply(e)
	s.deps.Report(err)
	return err
}
