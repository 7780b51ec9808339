package bidi

// run is a level run (BD7): text[start:end] without its removed runes.
type run struct {
	start, end int
	level      Level
	// next is the run that continues the isolating run sequence, or -1.
	next int
	// continued says that another run's next is this one.
	continued bool
}

// levelRuns cuts the text into level runs and links those that an isolate separates
// (BD13).
func (p Paragraph) levelRuns() []run {
	runs := make([]run, 0, 16)
	var open []int // for each open isolate, the run with its initiator
	fresh := true  // the next rune starts a run whatever its level
	for i, c := range p.classes {
		if c.in(removed) {
			continue
		}
		starts := fresh || p.Levels[i] != runs[len(runs)-1].level
		if starts {
			runs = append(runs, run{start: i, level: p.Levels[i], next: -1})
		}
		last := len(runs) - 1
		runs[last].end = i + 1
		fresh = false
		switch {
		case c.in(initiators):
			open = append(open, last)
		case c == cPDI && len(open) > 0:
			initiator := open[len(open)-1]
			open = open[:len(open)-1]
			// An isolate too deep to be honoured lies within one run.
			if starts {
				runs[initiator].next = last
				runs[last].continued = true
			}
		case c == cB:
			open = open[:0]
			fresh = true
		}
	}
	return runs
}

// sequence is an isolating run sequence (BD13) laid out without gaps.
type sequence struct {
	text     []rune  // the whole paragraph
	original []class // the whole paragraph, before any rule

	index    []int   // for each rune of the sequence, where it is in the paragraph
	classes  []class // for each rune of the sequence, its class so far
	level    Level
	sos, eos class

	pairs []bracketPair // room for N0
}

// implicit applies X10, W1 to W7, N0 to N2, I1 and I2.
func (p Paragraph) implicit(text []rune, work []class, seen classSet) {
	runs := p.levelRuns()
	s := sequence{
		text:     text,
		original: p.classes,
		index:    make([]int, 0, len(text)),
		classes:  make([]class, 0, len(text)),
	}
	for first := range runs {
		if runs[first].continued {
			continue
		}
		s.load(runs, first, work, p.Base)
		s.resolveWeak()
		if seen.has(setOf(cBracket)) {
			s.resolveBrackets()
		}
		s.resolveNeutral()
		for k, i := range s.index {
			p.Levels[i] = implicitLevel(s.level, s.classes[k])
		}
	}
}

// load fills s with the sequence that begins with the run first, and computes the
// classes around it (X10).
func (s *sequence) load(runs []run, first int, work []class, base Level) {
	s.index, s.classes = s.index[:0], s.classes[:0]
	s.level = runs[first].level
	last := first
	for k := first; k >= 0; k = runs[k].next {
		last = k
		for i := runs[k].start; i < runs[k].end; i++ {
			if !s.original[i].in(removed) {
				s.index = append(s.index, i)
				s.classes = append(s.classes, work[i])
			}
		}
	}

	before, after := base, base
	if first > 0 {
		before = runs[first-1].level
	}
	// An initiator at the end has no PDI, so the paragraph's end follows it.
	openEnd := s.original[s.index[len(s.index)-1]].in(initiators)
	if last+1 < len(runs) && !openEnd {
		after = runs[last+1].level
	}
	s.sos = max(s.level, before).strong()
	s.eos = max(s.level, after).strong()
}

// implicitLevel applies I1 and I2 to a rune whose class was resolved.
func implicitLevel(l Level, c class) Level {
	switch {
	case c == cR && !l.RTL():
		return l + 1
	case c == cL && l.RTL():
		return l + 1
	case (c == cEN || c == cAN) && l.RTL():
		return l + 1
	case c == cEN || c == cAN:
		return l + 2
	}
	return l
}
