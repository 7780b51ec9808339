package journal

import (
	"cmp"
	"math"
	"time"
)

// Clock is a hybrid logical clock: close to the wall clock, but never running
// back, and greater than every clock it was made in knowledge of. After
// Kulkarni, Demirbas, Madappa, Avva and Leone, "Logical Physical Clocks", 2014.
type Clock struct {
	Millis uint64 // since 1970 UTC
	Count  uint32 // steps within the millisecond
}

// Compare returns -1, 0 or 1.
func (c Clock) Compare(d Clock) int {
	return cmp.Or(cmp.Compare(c.Millis, d.Millis), cmp.Compare(c.Count, d.Count))
}

// Time returns the wall time near which the clock was read.
func (c Clock) Time() time.Time { return time.UnixMilli(int64(c.Millis)).UTC() }

// next returns the smallest greater clock.
func (c Clock) next() Clock {
	if c.Count == math.MaxUint32 {
		return Clock{Millis: c.Millis + 1}
	}
	return Clock{c.Millis, c.Count + 1}
}

// maxMillis bounds clocks (the year 10889), so that there is always a next one.
const maxMillis = 1 << 48

// DefaultAhead is how far in the future another device's clock may be.
const DefaultAhead = 24 * time.Hour

// Ticker reads the hybrid logical clock of one device. The zero Ticker is ready
// to use and allows others to be ahead by DefaultAhead.
type Ticker struct {
	last  Clock
	Ahead time.Duration // limit for Observe; 0 means DefaultAhead
}

// Skew warns of a device whose clock, or ours, is wrong.
type Skew struct {
	Device ID
	Clock  Clock         // what the other device said
	Ahead  time.Duration // by how much that is after our wall clock
}

// Next returns a clock greater than all it returned and observed before, no
// matter where the wall clock has gone since.
func (t *Ticker) Next(wall time.Time) Clock {
	if now := clockAt(wall); now.Compare(t.last) > 0 {
		t.last = now
	} else {
		t.last = t.last.next()
	}
	return t.last
}

// Observe makes later readings greater than another device's clock. One that is
// too far ahead is not adopted: it would spread a wrong date from device to
// device. Then ahead says how far it is, and ok is false.
func (t *Ticker) Observe(other Clock, wall time.Time) (ahead time.Duration, ok bool) {
	limit := t.Ahead
	if limit == 0 {
		limit = DefaultAhead
	}
	now := clockAt(wall).Millis
	if other.Millis > now && other.Millis-now > uint64(limit/time.Millisecond) {
		most := uint64(math.MaxInt64 / time.Millisecond)
		return time.Duration(min(other.Millis-now, most)) * time.Millisecond, false
	}
	t.resume(other)
	return 0, true
}

// resume makes later readings greater than a clock of this device itself.
func (t *Ticker) resume(own Clock) {
	if own.Compare(t.last) > 0 {
		t.last = own
	}
}

func clockAt(wall time.Time) Clock {
	return Clock{Millis: uint64(min(max(wall.UnixMilli(), 0), maxMillis))}
}
