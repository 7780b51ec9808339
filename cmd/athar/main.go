// Command athar plans social-media campaigns without a network. Without a
// command it opens the window; with one (list, new, show, count,
// import-metrics, verify, help) it works in the terminal and needs no display.
//
// This package wires the parts together and decides nothing about campaigns.
package main

import (
	"io"
	"os"
	"runtime/debug"
)

// Exit codes, the same for every command.
const (
	exitOK       = 0
	exitProblems = 1 // the command worked and found something wrong
	exitUsage    = 2 // the command was not understood
	exitStore    = 3 // the data could not be opened, read or kept
)

// version is the release; `make build` sets it.
var version = "dev"

func main() {
	limitMemory()
	os.Exit(execute(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// limitMemory keeps Athar small beside a browser on a 4 GB laptop: the
// collector runs sooner, and far sooner near the soft limit.
func limitMemory() {
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(192 << 20)
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}
