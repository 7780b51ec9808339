package journal

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"time"

	"athar/domain/text"
)

// Type says how a value is read, compared and merged. The numbers are stored:
// never reuse one.
type Type byte

// The types. A field may change its type; nothing is merged across types.
const (
	TypeNone   Type = 0 // no value: the field is empty
	TypeText   Type = 1 // prose, merged three ways
	TypeString Type = 2 // a name or key, replaced as a whole
	TypeInt    Type = 3
	TypeFloat  Type = 4
	TypeBool   Type = 5
	TypeTime   Type = 6  // a moment to the nanosecond, in UTC
	TypeOrder  Type = 7  // a place in a list as a fractional index
	TypeMember Type = 8  // an element is in a set
	TypeExists Type = 9  // a record is there
	TypeForget Type = 10 // a record was forgotten for ever
	TypeSet    Type = 11 // in Fields only: changes tell of single elements
)

// Value is what a field holds. Values are comparable with ==, which tells
// whether they are stored alike; Same tells whether they say the same.
type Value struct {
	typ  Type
	data string // canonical bytes of the type
}

// None is the value of an empty field.
var None = Value{}

// exists, member and forget are the values of changes to no ordinary field.
var (
	exists = Value{typ: TypeExists}
	member = Value{typ: TypeMember}
	forget = Value{typ: TypeForget}
)

// Text returns prose in the form in which text is stored. Empty prose is None:
// a field that was cleared equals one that was never filled.
func Text(s string) Value { return prose(TypeText, s) }

// String returns a short text that is replaced as a whole. An empty one is None.
func String(s string) Value { return prose(TypeString, s) }

func prose(typ Type, s string) Value {
	if s = text.Canonical(s); s == "" {
		return None
	}
	return Value{typ, s}
}

// Order returns a place in a list. Places compare byte by byte; records of
// equal place are in the order of their IDs.
func Order(key string) Value {
	if key == "" {
		return None
	}
	return Value{TypeOrder, strings.ToValidUTF8(key, "\uFFFD")}
}

// Int returns a whole number. Zero is a value, not None.
func Int(n int64) Value { return Value{TypeInt, string(binary.AppendVarint(nil, n))} }

// Float returns a number. There is one NaN and one zero.
func Float(f float64) Value {
	switch {
	case math.IsNaN(f):
		f = math.NaN()
	case f == 0:
		f = 0 // not the negative one
	}
	return Value{TypeFloat, string(binary.BigEndian.AppendUint64(nil, math.Float64bits(f)))}
}

// Bool returns yes or no. No is a value, not None.
func Bool(b bool) Value {
	if b {
		return Value{TypeBool, "\x01"}
	}
	return Value{TypeBool, "\x00"}
}

// Time returns a moment. The time zone is not kept; the zero time is None.
func Time(t time.Time) Value {
	if t.IsZero() {
		return None
	}
	b := binary.AppendVarint(nil, t.Unix())
	return Value{TypeTime, string(binary.AppendUvarint(b, uint64(t.Nanosecond())))}
}

// Set returns a set of elements, in whatever order and however often they are
// given. The empty element is left out; the empty set is None.
func Set(elements ...string) Value {
	all := make([]string, 0, len(elements))
	for _, e := range elements {
		if e = text.Canonical(e); e != "" {
			all = append(all, e)
		}
	}
	slices.Sort(all)
	return sortedSet(slices.Compact(all))
}

func sortedSet(elements []string) Value {
	if len(elements) == 0 {
		return None
	}
	var b []byte
	for _, e := range elements {
		b = appendString(b, e)
	}
	return Value{TypeSet, string(b)}
}

// Type returns the value's type.
func (v Value) Type() Type { return v.typ }

// Empty reports whether there is no value.
func (v Value) Empty() bool { return v.typ == TypeNone }

// Text returns what a text, string or order value holds, "" for any other.
func (v Value) Text() string {
	if v.typ == TypeText || v.typ == TypeString || v.typ == TypeOrder {
		return v.data
	}
	return ""
}

// Int returns the number of an int value, 0 for any other.
func (v Value) Int() int64 {
	if v.typ != TypeInt {
		return 0
	}
	n, _ := binary.Varint([]byte(v.data))
	return n
}

// Float returns the number of a float value, 0 for any other.
func (v Value) Float() float64 {
	if v.typ != TypeFloat {
		return 0
	}
	return math.Float64frombits(binary.BigEndian.Uint64([]byte(v.data)))
}

// Bool reports whether the value is the bool yes.
func (v Value) Bool() bool { return v.typ == TypeBool && v.data == "\x01" }

// Time returns the moment of a time value in UTC, the zero time for any other.
func (v Value) Time() time.Time {
	if v.typ != TypeTime {
		return time.Time{}
	}
	sec, n := binary.Varint([]byte(v.data))
	nano, _ := binary.Uvarint([]byte(v.data[n:]))
	return time.Unix(sec, int64(nano)).UTC()
}

// Elements returns the elements of a set in order, nil for any other value.
func (v Value) Elements() []string {
	if v.typ != TypeSet {
		return nil
	}
	var out []string
	for d := (decoder{buf: []byte(v.data)}); len(d.buf) > 0 && d.err == nil; {
		out = append(out, d.string(maxValue))
	}
	return out
}
