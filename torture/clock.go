package main

import "os"

// yearOff is by how many days the clock jumps.
const yearOff = 365

// clocks lets the clock jump by a year, to and fro, at every edit.
func (p *plan) clocks() error {
	r := p.out.row("clock jumps of a year, and a kill")
	for range p.times(2, 20) {
		if p.late() {
			break
		}
		dir, err := p.workDir()
		if err != nil {
			return err
		}
		st := state{row: r}
		c, err := p.start(order{Role: "write", Dir: dir, Shift: yearOff, env: []string{segmentSize}})
		if err != nil {
			return err
		}
		p.killAtRandom(c, false)
		st.take(c.end())
		r.Tries++
		err = p.check(&st, order{Dir: dir, Shift: -yearOff})
		if err != nil {
			return err
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return nil
}
