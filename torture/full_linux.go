package main

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// fullBytes is the size of a disk that is easily filled.
const fullBytes = 700 << 20

// A full disk: another program takes all there is, at once, at every stage.
type fullCase struct {
	name  string
	order order
	blind bool // Athar does not see it coming, because it happens between look and write
}

// fullDisks fills the disk under the store while it saves, imports, backs up,
// restores and starts.
func (p *plan) fullDisks() error {
	d, err := p.newDisk(fullBytes)
	if err != nil {
		p.out.row("full disk").Skipped = noPrivilegeToCut
		return nil
	}
	d.remove()
	for _, c := range []fullCase{
		{name: "while saving", order: order{Role: "write", Limit: 20, Calm: true}},
		{name: "while saving large edits", order: order{Role: "write", Limit: 10, Large: true, Calm: true}},
		{name: "while backing up", order: order{Role: "backup", Limit: 2}},
		{name: "while restoring", order: order{Role: "restore"}},
		{name: "between look and write", order: order{Role: "write", Limit: 20, Calm: true}, blind: true},
	} {
		r := p.out.row("full disk " + c.name)
		for range p.times(1, 5) {
			if p.late() {
				break
			}
			if err := p.fill(r, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// fill does one case: the work goes on while the disk fills up, a start is tried
// while it is full, and then there is room again.
func (p *plan) fill(r *row, c fullCase) error {
	d, err := p.newDisk(fullBytes)
	if err != nil {
		return err
	}
	defer d.remove()
	st := state{row: r}
	dir := filepath.Join(d.mount, "data")
	if err := p.worked(&st, dir); err != nil {
		return err
	}
	o := c.order
	o.Dir, o.Blind, o.File = dir, c.blind, firstBackup(dir)
	child, err := p.start(o)
	if err != nil {
		return err
	}
	if o.Role == "write" {
		child.next() // it is open
		child.next()
	}
	if err := takeAll(d.mount, c.blind); err != nil {
		return err
	}
	timer := time.AfterFunc(2*time.Second, child.kill) // it tries for ever, as the program does
	got := child.end()
	timer.Stop()
	r.Tries++
	st.fullEnd(got, c.blind)
	if err := p.startFull(r, dir); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(d.mount, "other program")); err != nil {
		return err
	}
	return p.check(&st, order{Dir: dir})
}

// fullEnd counts how a writer on a full disk ended: it may refuse to work, and
// does so with words.
func (s *state) fullEnd(got run, blind bool) {
	if got.died() {
		if blind {
			s.row.Told++ // known: a mapped write without room ends the process; what counts is that nothing is lost
			s.row.note("blind: %s", got.how)
		} else {
			s.row.Died++
			s.row.note("on a full disk: %s, %s", got.how, got.errText)
		}
	}
	if got.code != "" && got.code != "disk_full" {
		s.row.note("on a full disk the error was %s", got.code)
	}
	if got.refused > 0 || got.code == "disk_full" {
		s.row.Told++
	}
	got.code, got.done = "", true
	s.take(got)
}

// startFull starts the program while the disk is full: it must say so, and live.
func (p *plan) startFull(r *row, dir string) error {
	got, err := p.do(order{Role: "check", Dir: dir, Crash: true})
	switch {
	case err != nil:
		return err
	case got.died():
		r.Died++
		r.note("a start on a full disk: %s, %s", got.how, got.errText)
	case got.code == "disk_full":
		r.Told++
	default:
		r.note("a start on a full disk: %q %v", got.code, got.verdict)
	}
	return nil
}

// takeAll takes all the room on a disk: for a store that looks, so fast that
// the guard is passed within a moment; for a blind one, to the last byte.
func takeAll(mount string, last bool) error {
	f, err := os.Create(filepath.Join(mount, "other program"))
	if err != nil {
		return err
	}
	defer f.Close()
	var fs syscall.Statfs_t
	if err := syscall.Statfs(mount, &fs); err != nil {
		return err
	}
	size := int64(fs.Bavail) * fs.Bsize
	err = syscall.Fallocate(int(f.Fd()), 0, 0, max(size-(1<<20), 4096))
	chunk := make([]byte, 64<<10)
	for err == nil {
		_, err = f.Write(chunk)
	}
	if errors.Is(err, syscall.ENOSPC) {
		err = nil
	}
	if sync := f.Sync(); !last && err == nil && !errors.Is(sync, syscall.ENOSPC) {
		err = sync
	}
	return err
}

// sysCase is an error that the system gives in the place of an answer.
type sysCase struct {
	name   string
	call   string // for strace: what fails, and how
	expr   string
	order  order
	during int // which occurrence fails first
}

// syscalls has system calls fail that nearly never do.
func (p *plan) syscalls() error {
	if err := command("strace", "-f", "-o", os.DevNull, "true"); err != nil {
		p.out.row("failing system call").Skipped = "strace cannot be used here"
		return nil
	}
	write := order{Role: "write", Limit: 30, Calm: false}
	for _, c := range []sysCase{
		{"EIO from fsync", "fsync", "error=EIO", write, 0},
		{"EIO from msync", "msync", "error=EIO", write, 0},
		{"ENOSPC from ftruncate", "ftruncate", "error=ENOSPC", write, 0},
		{"ENOSPC from write", "write", "error=ENOSPC", write, 0},
		{"EMFILE from openat", "openat", "error=EMFILE", write, 0},
		{"EIO from rename", "renameat,rename,renameat2", "error=EIO", write, 0},
	} {
		r := p.out.row(c.name)
		for range p.times(1, 10) {
			if p.late() {
				break
			}
			if err := p.failCall(r, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// failCall lets one call of the kind fail, anywhere, and for some time after.
func (p *plan) failCall(r *row, c sysCase) error {
	st := state{row: r}
	dir, err := p.copyOf("", &st)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(dir))
	when := strconv.Itoa(1 + p.rand.IntN(10)) // of each thread
	if p.rand.IntN(2) == 0 {
		when += "+" // and each after it
	}
	o := c.order
	o.Dir = dir
	o.env = []string{segmentSize}
	o.wrap = []string{"strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=" + c.call, "-e", "inject=" + c.call + ":" + c.expr + ":when=" + when}
	got, err := p.do(o)
	if err != nil {
		return err
	}
	r.Tries++
	switch {
	case got.died():
		// An output that cannot be written ends any program; what counts is
		// what the store says afterwards.
		r.Told++
		r.note("when=%s: %s, %s", when, got.how, got.errText)
	case got.code != "":
		r.Told++
	default:
		r.Harmless++
	}
	got.code, got.done = "", true
	st.take(got)
	return p.check(&st, order{Dir: dir})
}
