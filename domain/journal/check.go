package journal

import (
	"bytes"
	"time"
	"unicode/utf8"
)

// check reports why the commit cannot be right by itself, nil when it can.
func (c *Commit) check() *Error {
	switch {
	case c.ID == ID{} || c.Device == ID{} || c.Seq == 0:
		return fail(ErrInvalid, "no id, device or number")
	case (c.Seq == 1) != (c.Prev == Digest{}):
		return fail(ErrChain, "first of its device or not")
	case c.Clock.Millis > maxMillis || !validAt(c.At):
		return fail(ErrInvalid, "time out of range")
	case !validName(c.Author) || !validName(c.Label) || !validName(c.Merge):
		return fail(ErrInvalid, "author, label or merge key")
	case len(c.Changes) == 0:
		return fail(ErrInvalid, "no changes")
	case len(c.Changes) > MaxChanges || len(c.Undoes) > maxParents:
		return fail(ErrTooBig, "changes or undone commits")
	}
	for i := range c.Changes {
		if i > 0 && c.Changes[i-1].compare(c.Changes[i]) >= 0 {
			return fail(ErrInvalid, "changes out of order")
		}
		if bad := c.Changes[i].check(); bad != nil {
			return bad
		}
	}
	return nil
}

func validAt(t time.Time) bool { return t.UnixMilli() >= 0 && t.UnixMilli() <= maxMillis }

func validName(s string) bool { return len(s) <= maxName && utf8.ValidString(s) }

func (c *Change) check() *Error {
	switch {
	case c.Record.ID == ID{}:
		return fail(ErrInvalid, "no record")
	case !validName(c.Field.Path) || !validName(c.Field.Element):
		return fail(ErrInvalid, "field")
	case c.Field.Element != "" && c.Field.Path == "":
		return fail(ErrInvalid, "element of no set")
	case len(c.Parents) > maxParents:
		return fail(ErrTooBig, "parents")
	case len(c.Before.data) > maxValue || len(c.After.data) > maxValue:
		return fail(ErrTooBig, "value")
	}
	for i := range c.Parents {
		if i > 0 && bytes.Compare(c.Parents[i-1][:], c.Parents[i][:]) >= 0 {
			return fail(ErrInvalid, "parents out of order")
		}
	}
	if !c.Field.takes(c.Before) || !c.Field.takes(c.After) {
		return fail(ErrInvalid, "value of the wrong type")
	}
	return nil
}

// takes reports whether the field can hold the value.
func (f Field) takes(v Value) bool {
	switch {
	case v.typ == TypeNone:
		return true
	case f.Path == "":
		return v.typ == TypeExists || v.typ == TypeForget
	case f.Element != "":
		return v.typ == TypeMember
	}
	return v.typ < TypeMember
}
