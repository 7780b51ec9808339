package bidi

// status is an entry of the directional status stack (X1).
type status struct {
	level Level
	// override is L or R, or ON for neutral.
	override class
	isolate  bool
}

// embeddings is the state of the rules X1 to X8.
type embeddings struct {
	stack []status
	room  [maxDepth + 2]status // backs stack, whose depth rule X1 bounds

	overflowIsolates   int
	overflowEmbeddings int
	validIsolates      int
}

func (e *embeddings) reset(base Level) {
	e.stack = append(e.room[:0], status{level: base, override: cON})
	e.overflowIsolates, e.overflowEmbeddings, e.validIsolates = 0, 0, 0
}

func (e *embeddings) top() status { return e.stack[len(e.stack)-1] }

// next returns the next level above the top with the given direction, and whether it
// can be entered: it must not be too deep, nor stand inside one that was.
func (e *embeddings) next(rtl bool) (l Level, ok bool) {
	l = e.top().level + 1
	if l.RTL() != rtl {
		l++
	}
	return l, l <= maxDepth && e.overflowIsolates == 0 && e.overflowEmbeddings == 0
}

// embed applies X2 to X5.
func (e *embeddings) embed(c class) {
	override := cON
	switch c {
	case cLRO:
		override = cL
	case cRLO:
		override = cR
	}
	l, ok := e.next(c == cRLE || c == cRLO)
	switch {
	case ok:
		e.stack = append(e.stack, status{level: l, override: override})
	case e.overflowIsolates == 0:
		e.overflowEmbeddings++
	}
}

// isolate applies X5a and X5b.
func (e *embeddings) isolate(c class) {
	l, ok := e.next(c == cRLI)
	if !ok {
		e.overflowIsolates++
		return
	}
	e.validIsolates++
	e.stack = append(e.stack, status{level: l, override: cON, isolate: true})
}

// endIsolate applies X6a.
func (e *embeddings) endIsolate() {
	switch {
	case e.overflowIsolates > 0:
		e.overflowIsolates--
	case e.validIsolates > 0:
		e.overflowEmbeddings = 0
		for !e.top().isolate {
			e.stack = e.stack[:len(e.stack)-1]
		}
		e.stack = e.stack[:len(e.stack)-1]
		e.validIsolates--
	}
}

// endEmbedding applies X7.
func (e *embeddings) endEmbedding() {
	switch {
	case e.overflowIsolates > 0:
	case e.overflowEmbeddings > 0:
		e.overflowEmbeddings--
	case !e.top().isolate && len(e.stack) > 1:
		e.stack = e.stack[:len(e.stack)-1]
	}
}

// explicit applies X1 to X8: it sets the embedding levels and the classes that
// overrides change. The isolates of work must have a direction already.
func (p Paragraph) explicit(work []class) {
	var e embeddings
	e.reset(p.Base)
	for i, c := range work {
		if c == cPDI {
			e.endIsolate()
		}
		// An isolate's two ends belong to the text around it, hence the order here.
		top := e.top()
		p.Levels[i] = top.level
		if top.override != cON && !c.in(removed|setOf(cB)) {
			work[i] = top.override
		}
		switch c {
		case cLRE, cRLE, cLRO, cRLO:
			e.embed(c)
		case cLRI, cRLI:
			e.isolate(c)
		case cPDF:
			e.endEmbedding()
		case cB:
			p.Levels[i] = p.Base
			e.reset(p.Base)
		}
	}
}
