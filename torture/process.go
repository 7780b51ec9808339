package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// order is what a child is told to do. It goes to it as JSON in its arguments.
type order struct {
	Role    string `json:"role"`
	Engine  string `json:"engine,omitempty"` // Athar's store when empty
	Dir     string `json:"dir"`
	File    string `json:"file,omitempty"`   // backup to restore
	Limit   int    `json:"limit,omitempty"`  // edits to write; 0 for no end
	Large   bool   `json:"large,omitempty"`  // every edit is too large for a transaction
	Calm    bool   `json:"calm,omitempty"`   // goes on after an error
	Crash   bool   `json:"crash,omitempty"`  // ends without closing
	Tables  []int  `json:"tables,omitempty"` // that must be there
	Backups bool   `json:"backups,omitempty"`
	Shift   int    `json:"shift,omitempty"`  // days by which the clock jumps at every edit, to and fro
	Sealed  bool   `json:"sealed,omitempty"` // the store is encrypted
	Blind   bool   `json:"blind,omitempty"`  // believes that there is always room

	program string   // binary to run; the harness itself when empty
	env     []string // more environment
	wrap    []string // command that runs it, such as strace
}

// Environment of a build with the tag torture; see package persistence.
const (
	envFailpoint = "ATHAR_TORTURE_FAILPOINT="
	envSegment   = "ATHAR_TORTURE_SEGMENT="
)

// childArg as the first argument makes the harness a child.
const childArg = "child"

// run is what came of a child.
type run struct {
	acked   int      // highest number acknowledged
	tables  []int    // tables acknowledged
	backups []string // backups that were named
	opened  restart  // how long opening took; 0 when it did not get so far
	code    string   // error it told of
	verdict *verdict
	refused int  // edits that it could not save, and said so
	done    bool // it came to its end
	killed  bool // a signal to kill ended it
	how     string
	errText string
}

// died reports whether the process ended by itself, without a word.
func (r run) died() bool { return !r.done && !r.killed && r.code == "" }

// proc is a child under way.
type proc struct {
	cmd   *exec.Cmd
	lines *bufio.Scanner
	out   io.ReadCloser
	text  strings.Builder
	run   run
}

func (p *plan) start(o order) (*proc, error) {
	o.Sealed = p.sealed && o.Engine == engineAthar
	text, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	program := o.program
	if program == "" {
		program = p.self
	}
	args := append(append([]string{}, o.wrap...), program, childArg, string(text))
	c := &proc{cmd: exec.Command(args[0], args[1:]...)}
	c.cmd.Env = append(os.Environ(), o.env...)
	c.cmd.Stderr = &c.text
	if c.out, err = c.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	c.lines = bufio.NewScanner(c.out)
	c.lines.Buffer(nil, 1<<20)
	return c, c.cmd.Start()
}

// next reads one line of the child; false when there are no more.
func (c *proc) next() bool {
	if !c.lines.Scan() {
		return false
	}
	what, rest, _ := strings.Cut(c.lines.Text(), " ")
	n, _ := strconv.Atoi(rest)
	switch what {
	case "open":
		c.run.opened = restartOf(rest)
	case "ack":
		c.run.acked = max(c.run.acked, n)
	case "table":
		c.run.tables = append(c.run.tables, n)
	case "backup":
		c.run.backups = append(c.run.backups, rest)
	case "error":
		c.run.code = rest
	case "verdict":
		v := &verdict{}
		if json.Unmarshal([]byte(rest), v) == nil {
			c.run.verdict = v
		}
	case "refused":
		c.run.refused++
	case "done":
		c.run.done = true
	}
	return true
}

func (c *proc) kill() { _ = c.cmd.Process.Kill() }

// end reads what the child still says and waits for it.
func (c *proc) end() run {
	for c.next() {
	}
	_, _ = io.Copy(io.Discard, c.out)
	_ = c.cmd.Wait()
	c.run.how = c.cmd.ProcessState.String()
	c.run.killed = c.run.how == "signal: killed" || strings.HasPrefix(c.run.how, "exit status 137")
	c.run.errText = firstLine(c.text.String())
	return c.run
}

// do runs a child to its end.
func (p *plan) do(o order) (run, error) {
	c, err := p.start(o)
	if err != nil {
		return run{}, err
	}
	timer := time.AfterFunc(time.Minute, c.kill) // one that hangs is one that died
	defer timer.Stop()
	r := c.end()
	if r.killed && !timer.Stop() {
		r.killed, r.how = false, "hung for a minute"
	}
	return r, nil
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line[:min(len(line), 160)]
}
