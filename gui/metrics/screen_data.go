package metrics

import (
	"strings"
	"time"

	"athar/domain"
)

// workingAfter is how long figures may take before the person is told that they
// are on their way: most are there sooner, and a flicker helps nobody.
const workingAfter = 150 * time.Millisecond

// look is how the data on show is looked at. It belongs to the window, not to
// the campaign.
type look struct {
	page      string
	chosen    measure // of the entry; the zero measure until one is chosen
	group     string  // "" for the usual one
	draw      string
	direction string

	shown   request // what figures answers
	figures figures
	gone    int
	version int     // counts what was shown
	asked   request // what is on its way; the zero request for nothing
	known   map[request]answer
	late    bool // what is on its way takes long
	stop    func()
}

// request names figures.
type request struct {
	sets string
	measure
	group string
}

// answer is what came of a request.
type answer struct {
	figures
	gone int
}

// mostKnown is how many answers are kept.
const mostKnown = 24

func newLook() look {
	return look{page: pageFigures, draw: drawLine, direction: directionReading, known: map[request]answer{}, stop: func() {}}
}

// enter is called when another place is selected.
func (l *look) enter() { l.chosen, l.group, l.page = measure{}, "", pageFigures }

// between parts an item; no header of a file holds it.
const between = "\x1f"

// item writes how the data is looked at, for a place.
func (l *look) item() string {
	return strings.Join([]string{l.page, l.chosen.Metric, l.chosen.Column, l.group, l.draw, l.direction}, between)
}

// take looks at the data as an item says; false when it says nothing.
func (l *look) take(item string) bool {
	parts := strings.Split(item, between)
	if len(parts) != 6 {
		return false
	}
	l.page, l.group, l.draw, l.direction = parts[0], parts[3], parts[4], parts[5]
	l.chosen = measure{Metric: parts[1], Column: parts[2]}
	return true
}

// stopWaiting ends waiting for figures.
func (l *look) stopWaiting() {
	l.stop()
	l.stop, l.late, l.asked = func() {}, false, request{}
}

// showData shows an entry, and asks for its figures if they are not known.
func (s *Screen) showData(e entry) {
	choices := s.present.choices(e)
	at := s.chosenAt(choices, e)
	state := pageState{
		title: e.title(s.present), page: s.look.page, choices: choices, measure: at, draw: s.look.draw,
		direction: s.look.direction, together: e.together(), group: s.look.group,
	}
	if !e.together() {
		state.set = e.sets[0]
	}
	if at < len(choices) {
		state.notes = s.present.notes(choices[at].measure, e)
		s.ask(request{nameOf(e.sets), choices[at].measure, s.look.group}, e)
	} else {
		s.look.answer(request{sets: nameOf(e.sets)}, answer{})
	}
	state.gone = s.present.gone(s.look.gone)
	state.working, state.version = s.look.late, s.look.version
	s.view.page.show(state, s.look.figures)
}

// chosenAt returns the chosen measure's place among the choices.
func (s *Screen) chosenAt(choices []choice, e entry) int {
	for i, c := range choices {
		if c.measure == s.look.chosen {
			return i
		}
	}
	return first(choices, e.sets)
}

// ask sees to it that the figures of a request are on show, now or soon.
func (s *Screen) ask(r request, e entry) {
	l := &s.look
	if r == l.shown {
		l.stopWaiting()
		return
	}
	if a, ok := l.known[r]; ok {
		l.answer(r, a)
		return
	}
	if r == l.asked || !s.started {
		return
	}
	if l.shown.sets != r.sets {
		// The figures of one file must not stand under the name of another.
		l.answer(request{sets: r.sets}, answer{})
	}
	l.stopWaiting()
	l.asked = r
	l.stop = s.deps.Run.After(workingAfter, func() { s.isLate(r) })
	var a answer
	s.shelf.do(job{
		sets: e.sets, wanted: func() bool { return s.look.asked == r },
		work: func(src sources) {
			a = answer{compute(src.tables, r.measure, r.group), len(src.gone)}
		},
		done: func(src sources) { s.answered(r, a, src) },
	})
}

func (s *Screen) isLate(r request) {
	if s.look.asked == r {
		s.look.late = true
		s.show()
	}
}

// answered shows figures that were computed, if they are still wanted.
func (s *Screen) answered(r request, a answer, src sources) {
	s.deps.Report(src.err)
	l := &s.look
	if src.err == nil && a.gone == 0 { // what is missing may come back
		if len(l.known) >= mostKnown {
			clear(l.known)
		}
		l.known[r] = a
	}
	if l.asked == r {
		l.answer(r, a)
		s.show()
	}
}

// answer puts figures in the place of those on show.
func (l *look) answer(r request, a answer) {
	l.stopWaiting()
	l.shown, l.figures, l.gone = r, a.figures, a.gone
	l.version++
}

// forget has figures asked for again that lacked rows.
func (l *look) forget() {
	if l.gone > 0 {
		l.shown = request{}
	}
}

func (s *Screen) setPage(page string) {
	s.look.page = page
	s.show()
}

func (s *Screen) setMeasure(i int) {
	e := s.entryAt(s.selected.ID)
	if e < 0 {
		return
	}
	if choices := s.present.choices(s.entries[e]); i >= 0 && i < len(choices) {
		s.look.chosen = choices[i].measure
		s.show()
	}
}

func (s *Screen) setGroup(group string) {
	s.look.group = group
	s.show()
}

func (s *Screen) setKind(kind string) {
	s.look.draw = kind
	s.show()
}

func (s *Screen) setDirection(direction string) {
	s.look.direction = direction
	s.show()
}

// removeData takes the selected data set out of the campaign; undo brings it
// back.
func (s *Screen) removeData() {
	if s.selected.Kind == domain.KindDataSet && s.selected.ID != domain.NoID {
		_ = s.apply(domain.RemoveDataSet{ID: s.selected.ID})
	}
}
