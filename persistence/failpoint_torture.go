//go:build torture

package persistence

import (
	"os"
	"strconv"
	"strings"
	"sync/atomic"
)

// What a build with the tag torture takes from its environment.
const (
	// envFailpoint is the name of a step, or "name:n" for the n-th time it is
	// reached: there the process kills itself.
	envFailpoint = "ATHAR_TORTURE_FAILPOINT"
	// envSegment is the size at which a segment of the journal is full, in bytes.
	envSegment = "ATHAR_TORTURE_SEGMENT"
)

// tortured returns the options with a step that kills the process and with
// segments of the size that the environment asks for.
func (o Options) tortured() Options {
	if o.step == nil {
		o.step = failpoint(os.Getenv(envFailpoint))
	}
	if n, err := strconv.ParseInt(os.Getenv(envSegment), 10, 64); err == nil && o.segmentLimit == 0 {
		o.segmentLimit = n
	}
	return o
}

// failpoint returns a step that kills the process, with nothing flushed, closed
// or unlocked, where the text says.
func failpoint(text string) func(string) {
	name, times, found := strings.Cut(text, ":")
	var left atomic.Int64
	left.Store(1)
	if n, err := strconv.ParseInt(times, 10, 64); err == nil && found {
		left.Store(n)
	}
	return func(step string) {
		if step != name || left.Add(-1) != 0 {
			return
		}
		if self, err := os.FindProcess(os.Getpid()); err == nil {
			_ = self.Kill()
		}
		select {} // until the signal arrives
	}
}
