package typeset

import "github.com/go-text/typesetting/harfbuzz"

// glyphs are those which some of the painted runes became: all of one cluster.
type glyphs struct{ from, end, width int32 }

const (
	// longRemembered is the length in runes up to which a run is worth remembering.
	longRemembered = 128
	// manyRemembered is how many runs a generation of the memory holds.
	manyRemembered = 1024
)

// memory keeps the widths of runs that were shaped lately, for most of what a screen shows
// was on the screen before, and shaping is the greater part of laying out. It has two
// generations: what was not asked for since the young one was last full is forgotten.
type memory struct{ young, old map[memoryKey][]glyphs }

// memoryKey is a run as it is shaped. The face has its size apart, in the run's bytes.
type memoryKey struct {
	face *harfbuzz.Font
	run  string
}

func (m *memory) get(face *harfbuzz.Font, run []byte) ([]glyphs, bool) {
	if known, ok := m.young[memoryKey{face, string(run)}]; ok {
		return known, true
	}
	known, ok := m.old[memoryKey{face, string(run)}]
	if ok {
		m.put(face, run, known)
	}
	return known, ok
}

func (m *memory) put(face *harfbuzz.Font, run []byte, known []glyphs) {
	if m.young == nil || len(m.young) == manyRemembered {
		m.old, m.young = m.young, make(map[memoryKey][]glyphs)
	}
	m.young[memoryKey{face, string(run)}] = known
}

// Forget lets go of what was laid out before: nothing of it can be found in memory any
// more. What is laid out next is shaped anew.
func (f *Fonts) Forget() {
	s := &f.shaper
	s.remembered = memory{}
	clear(s.painted[:cap(s.painted)])
	clear(s.key[:cap(s.key)])
	clear(s.buffer.Info[:cap(s.buffer.Info)])
	s.buffer.Clear()
}
