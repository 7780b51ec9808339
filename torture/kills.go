package main

import (
	"os"
	"path/filepath"
	"time"
)

// killsOfAStore is how many kills one store takes before the next is begun.
const killsOfAStore = 25

// segmentSize makes the journal start a new segment every few edits.
const segmentSize = envSegment + "65536"

// kills ends writing children at moments nobody chose: after any number of
// acknowledgements, between two, and while they start.
func (p *plan) kills() error {
	r := p.row("kill -9 at a random moment")
	for left := p.times(20, 1000); left > 0 && !p.late(); {
		n := min(left, killsOfAStore)
		if err := p.killStore(r, n); err != nil {
			return err
		}
		left -= n
	}
	if p.sealed {
		return nil
	}
	for _, engine := range []string{engineBolt, engineSQLite} {
		r := p.row("kill -9, " + engine)
		r.Expected = mustKeep
		if err := p.killControl(r, engine, p.times(3, 40)); err != nil {
			return err
		}
	}
	return nil
}

// killStore kills the writers of one store, and in the end rebuilds it from the
// journal alone.
func (p *plan) killStore(r *row, kills int) error {
	dir, err := p.workDir()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	st := state{row: r}
	for kill := range kills {
		if p.late() {
			break
		}
		c, err := p.start(order{Role: "write", Dir: dir, env: []string{segmentSize}})
		if err != nil {
			return err
		}
		p.killAtRandom(c, kill%4 == 3)
		st.take(c.end())
		if err := p.check(&st, order{Dir: dir, Crash: kill%2 == 1, env: []string{segmentSize}}); err != nil {
			return err
		}
		r.Tries++
	}
	if err := os.RemoveAll(filepath.Join(dir, "store")); err != nil {
		return err
	}
	return p.check(&st, order{Dir: dir})
}

// killAtRandom kills the child after some acknowledgements, or early on.
func (p *plan) killAtRandom(c *proc, early bool) {
	if early {
		timer := time.AfterFunc(time.Duration(p.rand.IntN(40_000))*time.Microsecond, c.kill)
		defer timer.Stop()
	}
	after := p.rand.IntN(60)
	for c.next() {
		if after--; after <= 0 {
			c.kill()
		}
	}
}

func (p *plan) killControl(r *row, engine string, kills int) error {
	dir, err := p.workDir()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	st := state{row: r}
	for range kills {
		c, err := p.start(order{Role: "write", Engine: engine, Dir: dir})
		if err != nil {
			return err
		}
		p.killAtRandom(c, false)
		st.take(c.end())
		if err := p.check(&st, order{Engine: engine, Dir: dir}); err != nil {
			return err
		}
		r.Tries++
	}
	return nil
}
