package journal

import (
	"encoding/binary"
	"math"
	"time"
	"unicode/utf8"
)

// Decode reads one commit and checks its hash. Bytes that are not exactly what
// Encode makes are refused; memory stays in proportion to their length.
func Decode(b []byte) (*Commit, error) {
	if len(b) > MaxEncoded {
		return nil, fail(ErrTooBig, "encoded commit")
	}
	d := &decoder{buf: b}
	c := d.commit()
	if d.err == nil && len(d.buf) > 0 {
		d.fail("bytes after the commit")
	}
	if d.err != nil {
		return nil, d.err
	}
	if bad := c.verify(); bad != nil {
		return nil, bad
	}
	return c, nil
}

// decoder reads from a buffer; after the first failure everything reads as zero.
type decoder struct {
	buf []byte
	err *Error
}

func (d *decoder) fail(detail string) {
	if d.err == nil {
		d.err = fail(ErrDecode, detail)
	}
	d.buf = nil
}

func (d *decoder) commit() *Commit {
	if v := d.byte(); v != commitVersion && d.err == nil {
		d.fail("version")
		d.err = fail(ErrVersion, "commit")
	}
	c := &Commit{ID: d.id(), Scope: d.id(), Device: d.id(), Seq: d.uvarint()}
	if c.Seq != 1 {
		c.Prev = d.digest()
	}
	c.Author = d.string(maxName)
	c.At = d.millis()
	c.Clock = d.clock()
	c.Raised = d.bool()
	c.Label, c.Merge = d.string(maxName), d.string(maxName)
	c.Undoes = d.ids()
	const smallest = 1 + 16 + 3 + 1 + 18 // bytes of a change
	n := d.count(smallest, MaxChanges)
	c.Changes = make([]Change, n)
	for i := range c.Changes {
		d.change(&c.Changes[i])
	}
	c.hash = d.digest()
	return c
}

func (d *decoder) change(c *Change) {
	c.Record = d.ref()
	c.Field = Field{Path: d.string(maxName), Element: d.string(maxName)}
	c.Parents = d.ids()
	if c.gone = d.bool(); c.gone {
		c.digest = d.digest()
		return
	}
	c.salt = Salt(d.id())
	c.Before, c.After = d.value(), d.value()
	c.digest = c.sum()
}

// take returns the next n bytes, nil when there are fewer.
func (d *decoder) take(n int) []byte {
	if n > len(d.buf) {
		d.fail("cut short")
		return nil
	}
	out := d.buf[:n]
	d.buf = d.buf[n:]
	return out
}

func (d *decoder) byte() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *decoder) bool() bool {
	b := d.byte()
	if b > 1 {
		d.fail("neither yes nor no")
	}
	return b == 1
}

func (d *decoder) id() (id ID) {
	copy(id[:], d.take(len(id)))
	return id
}

func (d *decoder) digest() (sum Digest) {
	copy(sum[:], d.take(len(sum)))
	return sum
}

func (d *decoder) ref() Ref { return Ref{Kind(d.byte()), d.id()} }

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.buf)
	if n <= 0 || n > 1 && d.buf[n-1] == 0 {
		d.fail("number")
		return 0
	}
	d.buf = d.buf[n:]
	return v
}

// count reads how many things follow that take at least size bytes each.
func (d *decoder) count(size, most int) int {
	n := d.uvarint()
	if n > uint64(most) || n > uint64(len(d.buf)/size) {
		d.fail("count")
		return 0
	}
	return int(n)
}

func (d *decoder) string(most int) string {
	s := string(d.take(d.count(1, most)))
	if !utf8.ValidString(s) {
		d.fail("not UTF-8")
	}
	return s
}

func (d *decoder) ids() []ID {
	n := d.count(16, maxParents)
	if n == 0 {
		return nil
	}
	out := make([]ID, n)
	for i := range out {
		out[i] = d.id()
	}
	return out
}

func (d *decoder) millis() time.Time {
	ms := d.uvarint()
	if ms > maxMillis {
		d.fail("time")
		return time.Time{}
	}
	return time.UnixMilli(int64(ms)).UTC()
}

func (d *decoder) clock() Clock {
	ms, count := d.uvarint(), d.uvarint()
	if ms > maxMillis || count > math.MaxUint32 {
		d.fail("clock")
	}
	return Clock{ms, uint32(count)}
}

// value reads a value in its canonical bytes.
func (d *decoder) value() Value {
	typ, start := Type(d.byte()), d.buf
	switch typ {
	case TypeNone, TypeMember, TypeExists, TypeForget:
		return Value{typ: typ}
	case TypeText, TypeString, TypeOrder:
		s := d.string(maxValue)
		if s == "" {
			d.fail("empty text")
		}
		return Value{typ, s}
	case TypeInt:
		d.uvarint()
	case TypeBool:
		d.bool()
	case TypeFloat:
		if b := d.take(8); b != nil {
			if v := (Value{TypeFloat, string(b)}); Float(v.Float()) != v {
				d.fail("number of another form")
			}
		}
	case TypeTime:
		d.uvarint()
		if d.uvarint() >= 1e9 {
			d.fail("nanoseconds")
		}
	default:
		d.fail("type of value")
	}
	if d.err != nil {
		return None
	}
	v := Value{typ, string(start[:len(start)-len(d.buf)])}
	if typ == TypeTime && v.Time().IsZero() {
		d.fail("no time")
	}
	return v
}
