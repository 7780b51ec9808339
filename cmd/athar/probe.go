package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime/debug"

	"athar/persistence"
)

// probeArg, followed by a directory, makes the program try whether the store in
// it can be used. It is no command for people and not in the help.
const probeArg = "--probe-store"

// Exit codes of a probe. Any other means that it died.
const (
	probeGood   = 0
	probeFailed = 1
)

// maxKey is the most that is read of a key, in bytes.
const maxKey = 64

// probeInChild is a persistence.Probe: the program itself, started once more,
// opens the store. What it prints is not looked at: when it dies, the library's
// last words can quote what somebody wrote.
func probeInChild(ctx context.Context, dir string, key []byte) error {
	self, err := os.Executable()
	if err != nil {
		return persistence.ErrNoProbe
	}
	cmd := exec.CommandContext(ctx, self, probeArg, dir)
	cmd.Stdin = bytes.NewReader(key) // never an argument: everybody sees those
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil, errors.As(err, &exit), ctx.Err() != nil:
		return err
	}
	return persistence.ErrNoProbe
}

// runProbe is what the child does. It returns the exit code.
func runProbe(dir string, in io.Reader) int {
	debug.SetTraceback("none")
	key, err := io.ReadAll(io.LimitReader(in, maxKey))
	if err != nil || persistence.ProbeStore(context.Background(), dir, key) != nil {
		return probeFailed
	}
	return probeGood
}
