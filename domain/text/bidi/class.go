package bidi

import ucd "golang.org/x/text/unicode/bidi"

// class is a Bidi_Class, in a byte.
type class uint8

const (
	cL   = class(ucd.L)
	cR   = class(ucd.R)
	cEN  = class(ucd.EN)
	cES  = class(ucd.ES)
	cET  = class(ucd.ET)
	cAN  = class(ucd.AN)
	cCS  = class(ucd.CS)
	cB   = class(ucd.B)
	cS   = class(ucd.S)
	cWS  = class(ucd.WS)
	cON  = class(ucd.ON)
	cBN  = class(ucd.BN)
	cNSM = class(ucd.NSM)
	cAL  = class(ucd.AL)
	cLRO = class(ucd.LRO)
	cRLO = class(ucd.RLO)
	cLRE = class(ucd.LRE)
	cRLE = class(ucd.RLE)
	cPDF = class(ucd.PDF)
	cLRI = class(ucd.LRI)
	cRLI = class(ucd.RLI)
	cFSI = class(ucd.FSI)
	cPDI = class(ucd.PDI)

	// cBracket marks, in a set only, that the text has paired brackets.
	cBracket = class(31)
)

// classSet is a set of classes, one bit each.
type classSet uint32

const (
	// initiators open an isolate (BD8).
	initiators classSet = 1<<cLRI | 1<<cRLI | 1<<cFSI
	// removed is what rule X9 takes out.
	removed classSet = 1<<cLRE | 1<<cRLE | 1<<cLRO | 1<<cRLO | 1<<cPDF | 1<<cBN
	// neutrals is NI in the rules N0 to N2.
	neutrals classSet = 1<<cB | 1<<cS | 1<<cWS | 1<<cON | 1<<cPDI | initiators
	// strongRight is what counts as right-to-left for the first strong character.
	strongRight classSet = 1<<cR | 1<<cAL
	// turning is what can lift a level in a left-to-right paragraph; text without
	// any of it stays at level 0.
	turning classSet = strongRight | 1<<cAN | initiators |
		1<<cLRE | 1<<cRLE | 1<<cLRO | 1<<cRLO
)

func setOf(c class) classSet { return 1 << c }

func (s classSet) has(other classSet) bool { return s&other != 0 }

func (c class) in(s classSet) bool { return setOf(c)&s != 0 }

// classify looks up the class of each rune and returns them with the set of all that occur.
func classify(text []rune) (classes []class, seen classSet) {
	classes = make([]class, len(text))
	for i, r := range text {
		props, _ := ucd.LookupRune(r)
		c := class(props.Class())
		classes[i] = c
		seen |= setOf(c)
		if props.IsBracket() {
			seen |= setOf(cBracket)
		}
	}
	return classes, seen
}

// FirstStrong returns the direction of the first strong character of s that stands
// outside isolates (rules P2 and P3), or Auto when s has none: digits, punctuation
// and symbols are not strong.
func FirstStrong(s string) Direction {
	depth := 0
	for _, r := range s {
		props, _ := ucd.LookupRune(r)
		switch c := class(props.Class()); {
		case c.in(initiators):
			depth++
		case c == cPDI:
			depth = max(depth-1, 0)
		case c == cB:
			depth = 0
		case depth > 0:
		case c == cL:
			return LTR
		case c.in(strongRight):
			return RTL
		}
	}
	return Auto
}

// resolveIsolates applies P2 and P3 to the whole text, whose first strong direction it
// returns, and to every first-strong isolate, which it rewrites as LRI or RLI (X5c).
// One pass with a stack: looking ahead from each isolate would take quadratic time.
func resolveIsolates(work []class) (first Direction) {
	var open []int // isolate initiators without their PDI yet
	for i, c := range work {
		switch {
		case c.in(initiators):
			open = append(open, i)
		case c == cPDI && len(open) > 0:
			settle(work, open[len(open)-1], cLRI)
			open = open[:len(open)-1]
		case c == cB:
			for _, o := range open {
				settle(work, o, cLRI)
			}
			open = open[:0]
		case c != cL && !c.in(strongRight):
		case len(open) > 0:
			settle(work, open[len(open)-1], isolateOf(c))
		case first == Auto:
			first = LTR
			if c != cL {
				first = RTL
			}
		}
	}
	for _, o := range open {
		settle(work, o, cLRI)
	}
	return first
}

// settle rewrites the initiator at i if its direction is still open.
func settle(work []class, i int, c class) {
	if work[i] == cFSI {
		work[i] = c
	}
}

// isolateOf returns the isolate initiator for the direction of a strong class.
func isolateOf(c class) class {
	if c == cL {
		return cLRI
	}
	return cRLI
}
