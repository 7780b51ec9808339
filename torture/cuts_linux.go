package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// Shutting a file system down as a power cut would: nothing more is written,
// not even the log of the file system. From linux/fs.h and ext4.h.
const (
	iocShutdown      = 0x8004587d // _IOR('X', 125, __u32)
	shutdownNoFlush  = 2          // EXT4_GOING_FLAGS_NOLOGFLUSH
	cutsOfADisk      = 10
	diskBytes        = 1 << 30 // sparse; enough for the program to find room
	noPrivilegeToCut = "it needs root, loop devices and mkfs.ext4"
)

// disk is an ext4 file system of our own on a loop device.
type disk struct{ image, mount string }

func (p *plan) newDisk(size int64) (*disk, error) {
	dir, err := p.workDir()
	if err != nil {
		return nil, err
	}
	d := &disk{filepath.Join(dir, "disk"), filepath.Join(dir, "mount")}
	if err := os.WriteFile(d.image, nil, 0o600); err != nil {
		return nil, err
	}
	if err := errors.Join(os.Truncate(d.image, size), os.Mkdir(d.mount, 0o700)); err != nil {
		return nil, err
	}
	if err := command("mkfs.ext4", "-q", "-F", d.image); err != nil {
		return nil, err
	}
	return d, d.attach()
}

func (d *disk) attach() error { return command("mount", "-o", "loop", d.image, d.mount) }
func (d *disk) detach() error { return command("umount", d.mount) }

func (d *disk) remove() {
	_ = d.detach()
	_ = os.RemoveAll(filepath.Dir(d.image))
}

func command(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, firstLine(string(out)))
	}
	return nil
}

// cut ends the child by cutting the power: it stops, its disk is gone, and what
// the disk did not have is lost.
func (d *disk) cut(c *proc) error {
	if err := c.stop(); err != nil {
		return err
	}
	f, err := os.Open(d.mount)
	if err != nil {
		return err
	}
	err = unix.IoctlSetPointerInt(int(f.Fd()), iocShutdown, shutdownNoFlush)
	return errors.Join(err, f.Close())
}

// replug comes after a cut, when the child was buried.
func (d *disk) replug() error { return errors.Join(d.detach(), d.attach()) }

// cuts cuts the power of a real file system under the store and its controls,
// and under a build that never flushes what Badger maps, as on Windows.
func (p *plan) cuts() error {
	if d, err := p.newDisk(diskBytes); err != nil {
		p.row("power cut").Skipped = noPrivilegeToCut
		return nil
	} else {
		d.remove()
	}
	windows, err := p.windows()
	if err != nil {
		p.row("power cut, nothing Badger maps is flushed").Skipped = "it could not be built: " + firstLine(err.Error())
	}
	for _, c := range []struct {
		fault       string
		short, long int
		order       order
		expected    expected
	}{
		{"power cut", 5, 150, order{}, holds},
		{"power cut, nothing Badger maps is flushed", 3, 50, order{program: windows}, holds},
		{"power cut, bbolt", 3, 20, order{Engine: engineBolt}, mustKeep},
		{"power cut, sqlite (synchronous FULL)", 3, 20, order{Engine: engineSQLite}, mustKeep},
		{"power cut, badger (SyncWrites=false)", 3, 20, order{Engine: engineBadger}, mustLose},
	} {
		if p.sealed && c.expected != holds {
			continue
		}
		r := p.row(c.fault)
		r.Expected = c.expected
		if r.Skipped != "" {
			continue
		}
		for left := p.times(c.short, c.long); left > 0 && !p.late(); left -= cutsOfADisk {
			if err := p.cutDisk(r, c.order, min(left, cutsOfADisk)); err != nil {
				return fmt.Errorf("%s: %w", c.fault, err)
			}
		}
	}
	return nil
}

// cutDisk cuts the power of one store so many times.
func (p *plan) cutDisk(r *row, o order, cuts int) error {
	d, err := p.newDisk(diskBytes)
	if err != nil {
		return err
	}
	defer d.remove()
	st := state{row: r, cut: true}
	for i := range cuts {
		o.Dir = filepath.Join(d.mount, "data")
		if o.Engine != engineAthar {
			o.Dir = d.mount
		}
		o.Role, o.Tables, o.Crash = "write", nil, false
		c, err := p.start(o)
		if err != nil {
			return err
		}
		for left := 1 + p.rand.IntN(150); left > 0 && c.next(); left-- {
		}
		if err := d.cut(c); err != nil {
			return err
		}
		c.kill()
		st.take(c.end())
		if err := d.replug(); err != nil {
			return err
		}
		r.Tries++
		o.Crash = i%2 == 1
		if err := p.check(&st, o); err != nil || st.hurt {
			return err
		}
	}
	return nil
}

// windows returns the harness as withoutFlush builds it, once.
func (p *plan) windows() (string, error) {
	if p.noFlush != "" {
		return p.noFlush, nil
	}
	var err error
	p.noFlush, err = p.withoutFlush()
	return p.noFlush, err
}

// withoutFlush builds the harness with a Badger whose flush of mapped memory
// does nothing, as ristretto's does on Windows, and returns the binary.
func (p *plan) withoutFlush() (string, error) {
	out, err := exec.Command("go", "list", "-tags", "torture", "-m", "-f", "{{.Dir}}", "github.com/dgraph-io/ristretto/v2").Output()
	if err != nil {
		return "", err
	}
	module := strings.TrimSpace(string(out))
	source, err := os.ReadFile(filepath.Join(module, "z", "mmap_linux.go"))
	if err != nil {
		return "", err
	}
	const flush = "return unix.Msync(b, unix.MS_SYNC)"
	if strings.Count(string(source), flush) != 1 {
		return "", errors.New("ristretto is not the one this was written for")
	}
	// The module cache may not be altered, not even by an overlay, so the build
	// gets a copy of the module and a go.mod that names it.
	without := filepath.Join(p.dir, "ristretto")
	err = os.CopyFS(without, os.DirFS(module))
	if err == nil {
		changed := strings.Replace(string(source), flush, "return nil", 1)
		err = os.WriteFile(filepath.Join(without, "z", "mmap_linux.go"), []byte(changed), 0o600)
	}
	if err != nil {
		return "", err
	}
	mod, err := p.modFile("replace github.com/dgraph-io/ristretto/v2 => " + without)
	if err != nil {
		return "", err
	}
	binary := filepath.Join(p.dir, "without-flush")
	return binary, command("go", "build", "-tags", "torture", "-modfile", mod, "-o", binary, ".")
}

// modFile writes a copy of our go.mod with a line more, and of what belongs to it.
func (p *plan) modFile(line string) (string, error) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return "", err
	}
	path := filepath.Join(p.dir, "without.mod")
	text := strings.Replace(string(mod), "=> ../", "=> "+filepath.Dir(p.source), 1)
	err = os.WriteFile(path, []byte(text+line+"\n"), 0o600)
	return path, errors.Join(err, os.WriteFile(filepath.Join(p.dir, "without.sum"), sum, 0o600))
}
