// Command torture breaks Athar's store on purpose, again and again, and counts
// what that cost: it kills the program, cuts the power, fills the disk, changes
// bits, and looks afterwards whether every edit that was acknowledged is there
// and whether damage was told.
//
// It runs the program's own packages in child processes, since much of what it
// does ends a process. It is a module of its own, so that the databases it
// compares with never become dependencies of Athar. Nothing in Athar may
// import it, and it must not be given a folder that holds anybody's data.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// plan is what one run does.
type plan struct {
	long    bool
	only    string // kinds of faults to try, by parts of their names; "" for all
	dir     string // everything is made here
	verbose bool
	locked  bool // encrypted stores only
	began   time.Time
	limit   time.Duration // after which no more tries begin; 0 for none
	stopped atomic.Bool   // somebody asked for an end
	rand    *rand.Rand
	source  string // folder of this module
	self    string // the harness's own binary, to be started again as a child
	out     *results
	made    map[string]prepared // stores that tries begin with
	sealed  bool                // the stores are encrypted now
	noFlush string              // the harness without flushes, once it is built
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == childArg {
		os.Exit(child(os.Args[2:]))
	}
	p := &plan{made: map[string]prepared{}}
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "what the random moments, bits and places come of")
	file := flag.String("json", "", "write the results to this file as well")
	flag.BoolVar(&p.long, "long", false, "try everything many times")
	flag.StringVar(&p.only, "only", "", "only kinds of faults with one of these, parted by commas, in their name")
	flag.StringVar(&p.dir, "dir", "", "where to work; a temporary folder when empty")
	flag.DurationVar(&p.limit, "for", 0, "begin no more tries after this long; 0 for no limit")
	flag.BoolVar(&p.locked, "encrypted", false, "only encrypted stores, and without the controls")
	flag.BoolVar(&p.verbose, "v", false, "tell of everything that was not as if nothing had happened")
	flag.Parse()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		p.stopped.Store(true)
	}()
	p.rand = rand.New(rand.NewPCG(*seed, 0))
	if err := p.run(*file, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}

// run tries everything and returns an error when a bar was missed.
func (p *plan) run(file string, seed uint64) error {
	var err error
	if p.self, err = os.Executable(); err != nil {
		return err
	}
	if p.source, err = os.Getwd(); err != nil {
		return err
	}
	if p.dir, err = os.MkdirTemp(p.dir, "torture-"); err != nil {
		return err
	}
	defer os.RemoveAll(p.dir)
	began := time.Now()
	p.began = began
	p.out = &results{Began: began.UTC(), Seed: seed, Long: p.long}
	if p.long { // an hour without a word looks like a program that hangs
		p.out.progress = os.Stderr
	}
	for _, p.sealed = range []bool{false, true} {
		if p.locked && !p.sealed {
			continue
		}
		if err := p.tryAll(); err != nil {
			return err
		}
	}
	p.out.Seconds, p.out.Load = time.Since(began).Seconds(), load()
	if p.late() {
		p.out.Cut = true
	}
	missed := p.out.print(os.Stdout)
	if file != "" {
		text, err := json.MarshalIndent(p.out, "", "  ")
		if err == nil {
			err = os.WriteFile(file, append(text, '\n'), 0o600)
		}
		if err != nil {
			return err
		}
	}
	if missed > 0 {
		return fmt.Errorf("%d bars were missed", missed)
	}
	return nil
}

// tryAll tries every kind of fault that is asked for. Those that encryption makes
// no difference to are tried on an open store only.
func (p *plan) tryAll() error {
	for _, kind := range []struct {
		name   string
		sealed bool
		try    func(*plan) error
	}{
		{"kill", true, (*plan).kills},
		{"step", true, (*plan).steps},
		{"damage", true, (*plan).damages},
		{"pair", true, (*plan).pairs},
		{"dropped", true, (*plan).drops},
		{"cut", true, (*plan).cuts},
		{"full", false, (*plan).fullDisks},
		{"syscall", false, (*plan).syscalls},
		{"clock", false, (*plan).clocks},
	} {
		if !p.wanted(kind.name) || p.sealed && !kind.sealed {
			continue
		}
		if err := kind.try(p); err != nil {
			return fmt.Errorf("%s: %w", kind.name, err)
		}
	}
	return nil
}

// wanted reports whether a kind of fault is asked for.
func (p *plan) wanted(kind string) bool {
	for part := range strings.SplitSeq(p.only, ",") {
		if strings.Contains(kind, part) {
			return true
		}
	}
	return false
}

// sealedShare is how many tries fewer an encrypted store gets: it is the same
// code but for the last step before the disk.
const sealedShare = 4

// times returns how often to try something.
func (p *plan) times(short, long int) int {
	n := short
	if p.long {
		n = long
	}
	if p.sealed {
		n = (n + sealedShare - 1) / sealedShare
	}
	return n
}

// late reports whether the time for tries is over, or somebody asked to stop:
// what was found until then is told.
func (p *plan) late() bool {
	return p.stopped.Load() || p.limit > 0 && time.Since(p.began) > p.limit
}

// row returns the row for a fault.
func (p *plan) row(fault string) *row {
	if p.sealed {
		fault += ", encrypted"
	}
	return p.out.row(fault)
}

// workDir makes an empty directory.
func (p *plan) workDir() (string, error) { return os.MkdirTemp(p.dir, "d") }
