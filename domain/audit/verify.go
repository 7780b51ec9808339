package audit

import (
	"context"
	"slices"

	"athar/domain/journal"
)

// Proof is what came of checking that no commit was altered, left out or put in
// afterwards.
type Proof struct {
	Commits int // that are whole and in their place
	Devices int // that made them
	Broken  []Break
	Missing int // commits that are here but build on others that are not
}

// Whole reports whether everything is there, as it was made.
func (p Proof) Whole() bool { return len(p.Broken) == 0 && p.Missing == 0 }

// Break is a commit that cannot be what its device made, or contradicts what is
// known of it.
type Break struct {
	Commit journal.ID
	Device journal.ID
	Seq    uint64
	Code   journal.Code
}

// batch is how many commits are checked between two looks at whether somebody
// has cancelled.
const batch = 256

// Verify checks the commits of a scope against their own hashes and against the
// chain of each device, by building the state from nothing. A chain shows what
// was altered or taken out of its middle; that its last commits are missing,
// only another device can tell. It ends early, with the reason, when ctx does.
func Verify(ctx context.Context, scope journal.ID, commits []*journal.Commit) (Proof, error) {
	var p Proof
	s := journal.NewState(scope, nil)
	made := map[journal.ID]*journal.Commit{}
	for part := range slices.Chunk(commits, batch) {
		if err := ctx.Err(); err != nil {
			return p, err
		}
		for _, c := range part {
			made[c.ID] = c
		}
		r := s.Add(part...)
		p.Commits += len(r.Applied)
		for _, bad := range r.Refused {
			b := Break{Commit: bad.Commit, Code: bad.Code}
			if c := made[bad.Commit]; c != nil {
				b.Device, b.Seq = c.Device, c.Seq
			}
			p.Broken = append(p.Broken, b)
		}
	}
	p.Devices, p.Missing = len(s.Seen()), len(s.Waiting())
	return p, nil
}
