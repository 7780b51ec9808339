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
	"strings"
	"time"
)

// plan is what one run does.
type plan struct {
	long    bool
	only    string // kinds of faults to try, by a part of their names; "" for all
	dir     string // everything is made here
	verbose bool
	rand    *rand.Rand
	source  string // folder of this module
	self    string // the harness's own binary, to be started again as a child
	out     *results
	made    map[string]prepared // stores that tries begin with
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == childArg {
		os.Exit(child(os.Args[2:]))
	}
	p := &plan{made: map[string]prepared{}}
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "what the random moments, bits and places come of")
	file := flag.String("json", "", "write the results to this file as well")
	flag.BoolVar(&p.long, "long", false, "try everything many times")
	flag.StringVar(&p.only, "only", "", "only faults with this in their name")
	flag.StringVar(&p.dir, "dir", "", "where to work; a temporary folder when empty")
	flag.BoolVar(&p.verbose, "v", false, "tell of everything that was not as if nothing had happened")
	flag.Parse()
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
	p.out = &results{Began: began.UTC(), Seed: seed, Long: p.long}
	for _, kind := range []struct {
		name string
		try  func(*plan) error
	}{
		{"kill", (*plan).kills},
		{"step", (*plan).steps},
		{"damage", (*plan).damages},
		{"pair", (*plan).pairs},
		{"dropped", (*plan).drops},
		{"cut", (*plan).cuts},
		{"full", (*plan).fullDisks},
		{"syscall", (*plan).syscalls},
		{"clock", (*plan).clocks},
	} {
		if !strings.Contains(kind.name, p.only) {
			continue
		}
		if err := kind.try(p); err != nil {
			return fmt.Errorf("%s: %w", kind.name, err)
		}
	}
	p.out.Seconds, p.out.Load = time.Since(began).Seconds(), load()
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

// times returns how often to try something.
func (p *plan) times(short, long int) int {
	if p.long {
		return long
	}
	return short
}

// workDir makes an empty directory.
func (p *plan) workDir() (string, error) { return os.MkdirTemp(p.dir, "d") }
