package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// pair is two faults at once: Badger's part cannot be used, and something it
// could be made anew from is harmed, too. What was acknowledged must be there,
// or its loss be told.
type pair struct {
	name string
	harm func(p *plan, dir string) error
}

func ruins() []pair {
	return []pair{
		{"MANIFEST ruined", func(_ *plan, dir string) error {
			return os.WriteFile(filepath.Join(dir, "store", "MANIFEST"), []byte("ruined"), 0o600)
		}},
		{"store deleted", func(_ *plan, dir string) error { return os.RemoveAll(filepath.Join(dir, "store")) }},
		{"store set back", func(_ *plan, dir string) error { return setBack(dir) }},
	}
}

func losses() []pair {
	return []pair{
		{"nothing", func(*plan, string) error { return nil }},
		{"a segment changed", func(p *plan, dir string) error { return p.one(segmentsOf(dir), spoil) }},
		{"a segment deleted", func(p *plan, dir string) error { return p.one(segmentsOf(dir), os.Remove) }},
		{"the newest segment cut", func(p *plan, dir string) error {
			newest := segmentsOf(dir)[len(segmentsOf(dir))-1]
			info, err := os.Stat(newest)
			if err != nil {
				return err
			}
			return os.Truncate(newest, p.rand.Int64N(info.Size()))
		}},
		{"every segment deleted", func(_ *plan, dir string) error { return os.RemoveAll(filepath.Join(dir, "journal")) }},
		{"a checkpoint changed", func(p *plan, dir string) error { return p.one(checkpointsOf(dir), spoil) }},
		{"every checkpoint deleted", func(_ *plan, dir string) error { return os.RemoveAll(filepath.Join(dir, "checkpoints")) }},
		{"EPOCHS deleted", func(_ *plan, dir string) error { return os.RemoveAll(filepath.Join(dir, "EPOCHS")) }},
		{"FORMAT and EPOCHS deleted", func(_ *plan, dir string) error {
			_ = os.Remove(filepath.Join(dir, "EPOCHS"))
			return os.Remove(filepath.Join(dir, "FORMAT"))
		}},
	}
}

// one harms one file of a list, any of them.
func (p *plan) one(paths []string, harm func(string) error) error {
	if len(paths) == 0 {
		return nil
	}
	return harm(paths[p.rand.IntN(len(paths))])
}

func checkpointsOf(dir string) []string {
	files, _ := filepath.Glob(filepath.Join(dir, "checkpoints", "*"))
	return files
}

// setBack gives the store the Badger it had some edits ago: whole, but old.
func setBack(dir string) error {
	if err := os.RemoveAll(filepath.Join(dir, "store")); err != nil {
		return err
	}
	return os.Rename(olderOf(dir), filepath.Join(dir, "store"))
}

// olderOf is where a prepared store leaves a copy of its Badger as it once was.
func olderOf(dir string) string { return dir + ".older" }

// pairs tries every ruin with every loss.
func (p *plan) pairs() error {
	for i, ruin := range ruins() {
		if p.sealed && !p.long && i > 0 {
			continue // one will do
		}
		r := p.row("two faults: " + ruin.name)
		for _, loss := range losses() {
			for range p.times(1, 6) {
				if p.late() {
					break
				}
				if err := p.pair(r, ruin, loss); err != nil {
					return fmt.Errorf("%s, %s: %w", ruin.name, loss.name, err)
				}
			}
		}
	}
	return nil
}

func (p *plan) pair(r *row, ruin, loss pair) error {
	st := state{row: r}
	dir, err := p.copyOf("shortened", &st)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(dir))
	if err := ruin.harm(p, dir); err != nil {
		return err
	}
	if err := loss.harm(p, dir); err != nil {
		return err
	}
	r.Tries++
	r.Acked += st.acked
	got, err := p.do(order{Role: "check", Dir: dir, Tables: st.tables, Crash: p.rand.IntN(2) == 0})
	if err != nil {
		return err
	}
	if got.opened.took > 0 {
		r.restarted(got.opened)
	}
	outcome, why := p.made[p.madeAs("shortened")].outcome(got)
	r.count(outcome)
	r.of(loss.name, outcome)
	if slices.Contains([]string{outSilent, outDied}, outcome) || p.verbose {
		r.note("%s: %s, %s %s", loss.name, outcome, why, got.code)
	}
	return nil
}
