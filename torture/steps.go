package main

import (
	"archive/zip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// point is a named step of the program in which it is killed.
type point struct {
	step  string
	most  int    // it is killed there the first time, or one up to this
	from  string // the store it is reached from; see stores
	order order  // what the child does that is killed
	// back allows the store to show an older state afterwards: that of the
	// backup which was restored.
	back bool
	// loses says that the store lost edits before the step, which was told or is
	// told now: those that were in the checkpoint must be there.
	loses bool
}

// points are all steps, in the order in which a person meets them.
func points() []point {
	write := order{Role: "write", Limit: 200, env: []string{segmentSize}}
	few := order{Role: "write", Limit: 5}
	large := order{Role: "write", Limit: 5, Large: true}
	backup := order{Role: "backup", Limit: 4}
	restore, revert := order{Role: "restore"}, order{Role: "revert"}
	return []point{
		{step: "journal made", order: few, from: "nothing"},
		{step: "format known", order: few, from: "nothing"},
		{step: "not clean any more", order: few},
		{step: "caught up", order: few},
		{step: "committed", most: 40, order: write},
		{step: "appended", most: 40, order: write},
		{step: "flushed", most: 40, order: write},
		{step: "segment full", most: 3, order: write},
		{step: "segment named", most: 3, order: write},
		{step: "large in the journal", most: 3, order: large},
		{step: "large in part", most: 6, order: large},
		{step: "journal closed", order: few},
		{step: "badger closed", order: few},
		{step: "completed", order: few, from: "behind"},
		{step: "quarantined", order: few, from: "ruined"},
		{step: "replayed", order: few, from: "ruined"},
		{step: "rebuilt aside", order: few, from: "holed"},
		{step: "quarantined", order: few, from: "holed"},
		{step: "rebuilt in place", order: few, from: "holed"},
		{step: "loss noted", order: few, from: "gone", loses: true},
		{step: "log cut", order: few, from: "gone", loses: true},
		{step: "rebuilt in place", order: few, from: "gone", loses: true},
		{step: "epoch noted", order: few, from: "gone", loses: true},
		{step: "migration backed up", order: few, from: "old"},
		{step: "migration begun", order: few, from: "old"},
		{step: "campaign migrated", order: few, from: "old"},
		{step: "migration done", order: few, from: "old"},
		{step: "writing", most: 2, order: backup},
		{step: "written", most: 3, order: backup},
		{step: "verified", most: 3, order: backup},
		{step: "named", most: 3, order: backup},
		{step: "log shortened", order: backup, from: "shortened"},
		{step: "begun", order: restore, back: true},
		{step: "built", order: restore, back: true},
		{step: "ready", order: restore, back: true},
		{step: "backups moved", order: restore, back: true},
		{step: "old aside", order: restore, back: true},
		{step: "new in place", order: restore, back: true},
		{step: "noted", order: revert, from: "restored", back: true},
		{step: "ready", order: revert, from: "restored", back: true},
		{step: "backups moved", order: revert, from: "restored", back: true},
		{step: "old aside", order: revert, from: "restored", back: true},
		{step: "new in place", order: revert, from: "restored", back: true},
	}
}

// steps kills the program in each of its named steps, round after round.
func (p *plan) steps() error {
	for range p.times(1, 20) {
		for _, pt := range points() {
			if p.sealed && (pt.from == "old" || !p.long) {
				continue // there never was an encrypted store of the first format
			}
			if p.late() {
				return nil
			}
			if err := p.killInStep(p.row(pt.name()), pt); err != nil {
				return fmt.Errorf("%s: %w", pt.step, err)
			}
		}
	}
	return nil
}

// name says where the point is, and on the way to what.
func (pt point) name() string {
	if pt.from == "" {
		return fmt.Sprintf("kill in %q (%s)", pt.step, pt.order.Role)
	}
	return fmt.Sprintf("kill in %q (%s, %s)", pt.step, pt.order.Role, pt.from)
}

func (p *plan) killInStep(r *row, pt point) error {
	r.Tries++
	st := state{row: r}
	dir, err := p.copyOf(pt.from, &st)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(dir))
	if pt.from == "old" {
		st.content = p.made[p.madeAs(pt.from)].content
	}
	o := pt.order
	o.Dir = dir
	if pt.back {
		o.File = firstBackup(dir)
	}
	o.env = append(o.env, envFailpoint+pt.step+":"+strconv.Itoa(1+p.rand.IntN(max(pt.most, 1))))
	got, err := p.do(o)
	if err != nil {
		return err
	}
	if !got.killed {
		r.Unsure++
		r.note("not killed: %s %s", got.how, got.code)
		return nil
	}
	st.take(got)
	return p.checkAfterStep(&st, pt, dir)
}

// checkAfterStep looks at the store twice: what the first start mends must be
// mended for good.
func (p *plan) checkAfterStep(st *state, pt point, dir string) error {
	o := order{Dir: dir, Crash: true, Backups: true}
	if pt.back || pt.loses {
		// The store is as it was, or as the backup has it: whole in either case.
		st.acked, st.tables = min(st.acked, worked), nil
	}
	st.told = pt.loses || pt.from == "holed"
	st.mustTell = pt.loses // nobody has heard of it: the process that found it was killed
	for range 2 {
		if err := p.check(st, o); err != nil {
			return err
		}
		o.Crash, st.mustTell = false, false
	}
	return nil
}

// worked is how many edits a prepared store has at least.
const worked = 30

// nothing prepares no store at all.
func (p *plan) nothing(*state, string) error { return nil }

// worked prepares a store with edits and a backup, and more edits after it.
func (p *plan) worked(st *state, dir string) error {
	for _, o := range []order{
		{Role: "write", Limit: worked, Dir: dir, env: []string{segmentSize}},
		{Role: "backup", Limit: 1, Dir: dir},
		{Role: "write", Limit: 10, Dir: dir, env: []string{segmentSize}},
	} {
		if err := p.must(st, o); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "settings.json"), []byte("{}\n"), 0o600)
}

// must has a child do something to its end.
func (p *plan) must(st *state, o order) error {
	r, err := p.do(o)
	if err == nil && !r.done {
		err = fmt.Errorf("%s: %s %s", o.Role, r.how, r.code)
	}
	st.take(r)
	return err
}

// shortened prepares a store whose log does not begin with its first record any
// more, because checkpoints have what was in it.
func (p *plan) shortened(st *state, dir string) error {
	if err := p.worked(st, dir); err != nil {
		return err
	}
	if err := os.CopyFS(olderOf(dir), os.DirFS(filepath.Join(dir, "store"))); err != nil {
		return err
	}
	for range 2 {
		for _, o := range []order{
			{Role: "backup", Limit: 1, Dir: dir},
			{Role: "write", Limit: 10, Dir: dir, env: []string{segmentSize}},
		} {
			if err := p.must(st, o); err != nil {
				return err
			}
		}
	}
	return nil
}

// holed prepares a store whose Badger cannot be used, and whose log has a hole
// that its checkpoints cover.
func (p *plan) holed(st *state, dir string) error {
	if err := p.ruined(st, dir); err != nil {
		return err
	}
	return spoil(segmentsOf(dir)[0])
}

// gone prepares a store whose Badger cannot be used, and of whose log the end
// is unreadable: what was done after the checkpoint is lost.
func (p *plan) gone(st *state, dir string) error {
	if err := p.ruined(st, dir); err != nil {
		return err
	}
	segments := segmentsOf(dir)
	return spoil(segments[len(segments)-1])
}

// segmentsOf returns the segments of a log, the oldest first.
func segmentsOf(dir string) []string {
	files, _ := filepath.Glob(filepath.Join(dir, "journal", "*.log"))
	return files
}

// spoil changes a byte early in a file.
func spoil(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data[min(len(data)-1, 100)] ^= 0x55
	return os.WriteFile(path, data, 0o600)
}

// old prepares a store of the first format.
func (p *plan) old(_ *state, dir string) error {
	z, err := zip.OpenReader(filepath.Join(p.source, "..", "persistence", "testdata", "format-1.zip"))
	if err != nil {
		return err
	}
	defer z.Close()
	data, err := fs.Sub(z, "data")
	if err != nil {
		return err
	}
	return os.CopyFS(dir, data)
}

// behind prepares a store whose journal lacks the newest edit.
func (p *plan) behind(st *state, dir string) error {
	if err := p.worked(st, dir); err != nil {
		return err
	}
	r, err := p.do(order{Role: "write", Limit: 5, Dir: dir, env: []string{envFailpoint + "committed:2"}})
	if err == nil && !r.killed {
		err = fmt.Errorf("not killed: %s %s", r.how, r.code)
	}
	st.take(r)
	return err
}

// ruined prepares a store whose Badger cannot be used.
func (p *plan) ruined(st *state, dir string) error {
	if err := p.worked(st, dir); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "store", "MANIFEST"), []byte("ruined"), 0o600)
}

// restored prepares a store that took the place of another.
func (p *plan) restored(st *state, dir string) error {
	if err := p.worked(st, dir); err != nil {
		return err
	}
	return p.must(st, order{Role: "restore", Dir: dir, File: firstBackup(dir)})
}

func firstBackup(dir string) string {
	files, _ := filepath.Glob(filepath.Join(dir, "checkpoints", "*.atharbackup"))
	if len(files) == 0 {
		return ""
	}
	return files[0]
}
