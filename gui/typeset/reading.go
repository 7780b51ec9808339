package typeset

import (
	"strings"

	"athar/domain/text/bidi"
)

// ReadingDirection returns the direction in which a paragraph that nobody edits is read in an
// interface of the given direction. Between texts of the interface and texts people typed
// there is no telling, so the rule serves both: an English window goes by the first letter;
// an Arabic one reads from right to left whatever holds Arabic, also when it begins with a
// foreign name, unless it is a foreign text with an Arabic name or hashtag in it.
func ReadingDirection(s string, interfaces bidi.Direction) bidi.Direction {
	first := bidi.FirstStrong(s)
	switch {
	case first == bidi.Auto:
		return interfaces
	case interfaces == bidi.RTL && first == bidi.LTR && balance(s) >= 0:
		return bidi.RTL
	}
	return first
}

// balance returns how many letters more are read from right to left than from left to
// right, and a negative number when none is read from right to left.
func balance(s string) int {
	ltr, rtl := 0, 0
	for _, r := range s {
		switch bidi.FirstStrong(string(r)) {
		case bidi.LTR:
			ltr++
		case bidi.RTL:
			rtl++
		}
	}
	if rtl == 0 {
		return -1
	}
	return rtl - ltr
}

// OneLine returns s with a blank for each line break and each tab.
func OneLine(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return shown(r) != r }) < 0 {
		return s
	}
	return string(oneLine(s))
}

// NaturalWidth returns the width of the widest paragraph if it is not wrapped, without the
// blanks at its end. Unlike Width it needs no line in detail, so it is cheap.
func (l *Layout) NaturalWidth() float32 {
	widest := unit(0)
	for _, b := range l.blocks {
		widest = max(widest, l.setter.naturalWidth(b))
	}
	return widest.pixels()
}

func (s *setter) naturalWidth(b *block) unit {
	widest, x, visible, rtl := unit(0), unit(0), unit(0), b.direction() == bidi.RTL
	for i := range int32(b.len()) {
		if b.breaks[i] == must {
			x, visible = 0, 0
		}
		x += s.advance(b, i, x)
		if !s.hangs(b, i) || b.levels.Levels[b.cells[i]].RTL() != rtl {
			visible = x
		}
		widest = max(widest, visible)
	}
	return widest
}
