package audit

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// Line is what a person sees as one action: one commit, or several of one
// device that followed on one another without a pause, as when typing, or when
// taking back word by word what was typed.
type Line struct {
	Commits []*journal.Commit // in the order in which they were made

	Act    Act
	Label  string // catalog key of what was done, or of what was undone or done again
	Author string // as they called themselves, "" when they did not
	Device journal.ID
	At     time.Time // wall time of the device at the last commit

	// Doubtful says that At may be wrong: the clocks of two devices, or of one
	// device at two times, did not agree.
	Doubtful bool

	Records []Record // without those of which nothing is different in the end
}

// Act says whether something was done, undone or done again.
type Act int

// The acts.
const (
	Did Act = iota
	Undid
	Redid
)

// Tolerance is how far the clocks of two computers may be apart without a word:
// few are exact to the second, and nobody cares.
const Tolerance = 5 * time.Minute

// last returns the newest commit of the line.
func (l Line) last() *journal.Commit { return l.Commits[len(l.Commits)-1] }

// Pause is the time without typing that ends an action. It is longer than for undo:
// whoever writes stops to think, and nobody reads a list of half sentences.
const Pause = time.Minute

// Lines returns what was done, the newest first, in the order on which all
// devices agree. now is what a time after it is doubtful for. The order of the
// commits does not matter; each is to be given once.
func Lines(commits []*journal.Commit, now time.Time) []Line {
	known := namesIn(commits)
	acts := actsOf(known.inOrder)
	var out []Line
	for _, own := range byDevice(commits) {
		for _, group := range grouped(own, acts) {
			l := Line{Commits: group, Records: known.records(group)}
			first, last := group[0], l.last()
			l.Act, l.Label = acts[first.ID].act, acts[first.ID].label
			l.Author, l.Device, l.At = last.Author, last.Device, last.At
			l.Doubtful = slices.ContainsFunc(group, func(c *journal.Commit) bool { return doubtful(c, now) })
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b Line) int {
		return b.last().Position().Compare(a.last().Position())
	})
	return out
}

// doubtful reports whether the wall time of a commit may be wrong. The clock of
// a commit is never before its wall time; where it is far behind, a commit from
// elsewhere, or from before the clock was set back, seemed to be of later.
func doubtful(c *journal.Commit, now time.Time) bool {
	return c.Raised || c.Clock.Time().Sub(c.At) > Tolerance || c.At.Sub(now) > Tolerance
}

// byDevice parts the commits by the device that made them, each in its order.
func byDevice(commits []*journal.Commit) [][]*journal.Commit {
	sorted := slices.Clone(commits)
	slices.SortFunc(sorted, func(a, b *journal.Commit) int {
		return cmp.Or(strings.Compare(string(a.Device[:]), string(b.Device[:])), cmp.Compare(a.Seq, b.Seq))
	})
	var out [][]*journal.Commit
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Device == sorted[0].Device {
			n++
		}
		out, sorted = append(out, sorted[:n]), sorted[n:]
	}
	return out
}

// grouped parts the commits of one device into actions.
func grouped(own []*journal.Commit, acts map[journal.ID]done) [][]*journal.Commit {
	var out [][]*journal.Commit
	for len(own) > 0 {
		n := 1
		for n < len(own) && follows(own[n-1], own[n], acts) {
			n++
		}
		out, own = append(out, own[:n:n]), own[n:]
	}
	return out
}

// follows reports whether next goes on with what the commit before it did. To undo,
// each word of a text is a step; to read, what was typed in one go is one action.
func follows(before, next *journal.Commit, acts map[journal.ID]done) bool {
	gap := next.At.Sub(before.At)
	did := acts[next.ID]
	return did.typed != "" && did == acts[before.ID] && next.Seq == before.Seq+1 && next.Author == before.Author &&
		gap >= 0 && gap < Pause
}

// done is what a commit did, told by what was done first.
type done struct {
	act   Act
	label string
	typed string // what it was typed into, as a merge key; "" for what was not typed
}

// actsOf says for each commit whether it undid something. The commits are in
// the order of their positions, so that what one takes back is known already;
// what is not known, or claims to be later, is told as the commit itself does.
func actsOf(inOrder []*journal.Commit) map[journal.ID]done {
	out := make(map[journal.ID]done, len(inOrder))
	for _, c := range inOrder {
		out[c.ID] = done{Did, c.Label, domain.TypedInto(c.Merge)}
		if len(c.Undoes) == 0 {
			continue
		}
		d, known := out[c.Undoes[0]]
		switch {
		case !known || c.Undoes[0] == c.ID:
		case d.act == Undid:
			out[c.ID] = done{Redid, d.label, d.typed}
		default:
			out[c.ID] = done{Undid, d.label, d.typed}
		}
	}
	return out
}
