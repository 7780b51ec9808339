package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// pageSize is what a system writes back at a time, in bytes.
const pageSize = 4096

// drops cuts the power in a model that needs no privilege. Of everything that
// Badger wrote through mapped memory since an earlier moment, any page may have
// reached the disk or not, as on a system that never flushes it: the worst that
// Windows could do. What was synced as a file is there: the journal, and the
// list of Badger's tables.
func (p *plan) drops() error {
	r := p.row("power cut, pages dropped at will (model)")
	for range p.times(6, 100) {
		if p.late() {
			break
		}
		if err := p.drop(r); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) drop(r *row) error {
	st := state{row: r, cut: true}
	dir, err := p.copyOf("", &st)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(dir))
	st.counts = 0 // the edits of the copy are at stake, too
	c, err := p.start(order{Role: "write", Dir: dir, env: []string{segmentSize}})
	if err != nil {
		return err
	}
	early, err := p.freeze(c, dir)
	if err != nil {
		return err
	}
	if err := c.cmd.Process.Signal(syscall.SIGCONT); err != nil {
		return err
	}
	late, err := p.freeze(c, dir)
	if err != nil {
		return err
	}
	c.kill()
	st.take(c.end())
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := p.mix(early, late).write(dir); err != nil {
		return err
	}
	r.Tries++
	if err := p.check(&st, order{Dir: dir, Crash: true}); err != nil {
		return err
	}
	return p.check(&st, order{Dir: dir})
}

// freeze stops the child after some acknowledgements and takes an image of what
// the system holds then. The child goes on from there, or is killed.
func (p *plan) freeze(c *proc, dir string) (image, error) {
	for left := 1 + p.rand.IntN(60); left > 0 && c.next(); left-- {
	}
	if err := c.stop(); err != nil {
		return nil, err
	}
	return imageOf(dir)
}

// mix returns the later image with pages of Badger's files as they were in the
// earlier one, or as zeros where the file was not there.
func (p *plan) mix(early, late image) image {
	out := image{}
	for name, file := range late {
		mapped := strings.HasPrefix(name, "store"+string(filepath.Separator)) && filepath.Base(name) != "MANIFEST"
		if mapped {
			file = p.dropPages(early[name], file)
		}
		out[name] = file
	}
	return out
}

func (p *plan) dropPages(early, late imageFile) imageFile {
	was, data := early.data, late.whole()
	share := p.rand.IntN(101) // of the pages, in percent
	for from := 0; from < len(late.data); from += pageSize {
		if p.rand.IntN(100) >= share {
			continue
		}
		page := data[from:min(from+pageSize, len(data))]
		clear(page)
		if from < len(was) {
			copy(page, was[from:])
		}
	}
	return imageFile{data, late.size}
}
