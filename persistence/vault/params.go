package vault

import "time"

// Params say how much work it is to try a secret, in the words of Argon2id
// (RFC 9106): passes over the memory, memory in KiB, and lanes.
type Params struct {
	Time    uint32 `json:"t"`
	Memory  uint32 `json:"m"`
	Threads uint8  `json:"p"`
}

// StandardParams are the second choice that RFC 9106 recommends, for machines
// that have little memory to spare.
func StandardParams() Params { return Params{Time: 3, Memory: 64 << 10, Threads: 4} }

// How far Tuned goes: a person waits about this long for each try, and a laptop
// with 4 GB can still give the memory.
const (
	tunedFor   = 700 * time.Millisecond
	tunedMost  = 256 << 10 // KiB
	tunedTimes = 16
)

// Bounds of what a file may ask for. A file is read before anybody proved
// anything, so one made by an enemy must not be able to eat the machine.
const (
	mostTime    = 64
	mostMemory  = 1 << 20 // KiB: 1 GiB
	mostThreads = 16
	mostWork    = 8 << 20 // KiB times passes: some ten seconds
)

// valid reports whether the parameters are within bounds. Argon2 itself needs
// eight KiB for each lane.
func (p Params) valid() bool {
	return p.Time >= 1 && p.Time <= mostTime &&
		p.Threads >= 1 && p.Threads <= mostThreads &&
		p.Memory >= 8*uint32(p.Threads) && p.Memory <= mostMemory &&
		uint64(p.Time)*uint64(p.Memory) <= mostWork
}

// Tuned returns parameters that take about 0.7 seconds on this machine, and
// never less work than StandardParams. measure does the work once and tells
// how long it took; Measure does for the program.
//
// Memory grows first, because it is what an attacker with many machines lacks.
func Tuned(measure func(Params) time.Duration) Params {
	p := StandardParams()
	took := measure(p)
	for p.Memory < tunedMost && 2*took <= tunedFor {
		p.Memory, took = 2*p.Memory, 2*took
	}
	if took > 0 {
		passes := min(float64(p.Time)*float64(tunedFor)/float64(took), tunedTimes)
		p.Time = max(p.Time, uint32(passes))
	} else {
		p.Time = tunedTimes
	}
	return p
}

// Measure returns how long this machine takes for one try.
func Measure(p Params) time.Duration {
	start := time.Now()
	wipe(p.derive([]byte("how long does it take?"), make([]byte, saltSize)))
	return time.Since(start)
}
