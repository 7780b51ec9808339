// Command athar plans social-media campaigns without a network. Without a
// command it opens the window; with one (list, new, show, count,
// import-metrics, verify, backup, restore, export, help) it works in the terminal and needs no display.
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
	exitUsage    = 2 // the command was not understood, or names what is not there
	exitStore    = 3 // the data could not be opened, read or kept
)

// version is the release; `make build` sets it.
var version = "dev"

func main() {
	debug.SetMemoryLimit(memoryLimit)
	if len(os.Args) == 3 && os.Args[1] == probeArg {
		os.Exit(runProbe(os.Args[2], os.Stdin))
	}
	os.Exit(execute(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// memoryLimit is a soft limit, far above what Athar usually needs; near it the
// collector runs as often as it must.
const memoryLimit = 192 << 20

// stayLean keeps Athar small beside a browser on a 4 GB laptop: the collector
// runs sooner than usual, and gives back at once what is free now. At the start
// that would cost more than it gives.
func stayLean() {
	debug.SetGCPercent(50)
	debug.FreeOSMemory()
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}
