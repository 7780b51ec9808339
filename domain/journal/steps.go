package journal

import (
	"iter"
	"slices"
	"time"
)

// Step is what a person sees as one action: one commit, or several typed
// without a pause.
type Step struct {
	Label   string // of what was done first, undone and redone since or not
	Merge   string
	Commits []*Commit
}

// IDs returns the IDs of the step's commits, for Edit.Undoes.
func (s Step) IDs() []ID {
	out := make([]ID, len(s.Commits))
	for i, c := range s.Commits {
		out[i] = c.ID
	}
	return out
}

// Steps returns what a device can undo and redo, the newest step last, from its
// own commits in the order in which they were made: undo survives a restart.
// Commits with equal merge keys and less than pause between them are one step.
func Steps(own iter.Seq[*Commit], pause time.Duration) (undo, redo []Step) {
	for c := range own {
		switch {
		case len(Compose(nil, c.Changes)) == 0: // it confirmed what was shown, or was forgotten
		case len(c.Undoes) > 0 && undoes(c, undo):
			undo, redo = turn(c, undo, redo)
		case len(c.Undoes) > 0 && undoes(c, redo):
			redo, undo = turn(c, redo, undo)
		default:
			undo, redo = do(c, undo, len(redo) == 0, pause), nil
		}
	}
	return undo, redo
}

// undoes reports whether a commit takes back the newest of the steps.
func undoes(c *Commit, steps []Step) bool {
	n := len(steps)
	return n > 0 && slices.Equal(c.Undoes, steps[n-1].IDs())
}

// turn moves the newest step of from, taken back by c, to the stack to.
func turn(c *Commit, from, to []Step) (rest, grown []Step) {
	n := len(from) - 1
	return from[:n], append(to, Step{Label: from[n].Label, Commits: []*Commit{c}})
}

// do adds a commit to the newest step or makes a new one.
func do(c *Commit, undo []Step, mayMerge bool, pause time.Duration) []Step {
	if n := len(undo); mayMerge && n > 0 && c.Merge != "" && undo[n-1].Merge == c.Merge {
		last := undo[n-1].Commits[len(undo[n-1].Commits)-1]
		if gap := c.At.Sub(last.At); gap >= 0 && gap < pause {
			undo[n-1].Commits = append(undo[n-1].Commits, c)
			return undo
		}
	}
	return append(undo, Step{Label: c.Label, Merge: c.Merge, Commits: []*Commit{c}})
}
