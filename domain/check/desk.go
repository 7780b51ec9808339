package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// keepRunes is how much text a Desk remembers besides the draft at hand, in
// runes: enough for the other languages of a message and for undoing.
const keepRunes = 64 << 10

// Desk checks a draft while it is written. It remembers what was found in each
// paragraph it has seen, by the words of the paragraph, and so checks only
// those that are new: the one being typed in.
//
// A Desk belongs to one goroutine at a time. Its memory is bounded by the
// latest draft and a constant.
type Desk struct {
	checkers []Checker
	known    map[paragraphKey]*paragraphFindings
	size     int    // runes of all known paragraphs
	turn     uint64 // counts the calls of Check
}

type paragraphKey struct{ lang, text string }

type paragraphFindings struct {
	findings []Finding // ranges from the start of the paragraph
	runes    int
	turn     uint64 // when it was last of use
}

// NewDesk returns a desk at which the checkers work.
func NewDesk(checkers ...Checker) *Desk {
	return &Desk{checkers: checkers, known: map[paragraphKey]*paragraphFindings{}}
}

// Check returns what all checkers find in the draft, in order, with ranges in
// the draft. It is the same as if nothing had been remembered.
func (d *Desk) Check(draft, lang string) []Finding {
	d.turn++
	var out []Finding
	for p := range Paragraphs(draft) {
		for _, f := range d.paragraph(p.Text, lang) {
			f.Start += p.Start
			f.End += p.Start
			out = append(out, f)
		}
	}
	for _, c := range d.checkers {
		if whole, ok := c.(DraftChecker); ok {
			out = append(out, whole.CheckDraft(draft, lang)...)
		}
	}
	d.forget()
	Sort(out)
	return out
}

func (d *Desk) paragraph(text, lang string) []Finding {
	key := paragraphKey{lang, text}
	if p, ok := d.known[key]; ok {
		p.turn = d.turn
		return p.findings
	}
	p := &paragraphFindings{runes: utf8.RuneCountInString(text), turn: d.turn}
	for _, c := range d.checkers {
		p.findings = append(p.findings, c.Check(text, lang)...)
	}
	Sort(p.findings)
	key.text = strings.Clone(text) // a part would keep the whole draft in memory
	for i := range p.findings {
		p.findings[i].Passage = strings.Clone(p.findings[i].Passage)
	}
	p.findings = slices.Clip(p.findings)
	d.known[key] = p
	d.size += p.runes
	return p.findings
}

// forget lets go of all paragraphs that are not in the latest draft once they
// are too many. That is rare: each call that forgets had keepRunes of new text
// since the one before.
func (d *Desk) forget() {
	if d.size <= keepRunes {
		return
	}
	latest := 0
	for _, p := range d.known {
		if p.turn == d.turn {
			latest += p.runes
		}
	}
	if d.size-latest <= keepRunes {
		return
	}
	for key, p := range d.known {
		if p.turn != d.turn {
			d.size -= p.runes
			delete(d.known, key)
		}
	}
}
