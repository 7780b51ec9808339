package journal

import "encoding/binary"

// A commit is encoded as
//
//	version 1 | id 16 | scope 16 | device 16 | seq | prev 32 (unless seq is 1) |
//	author | at (ms) | clock (ms, count) | raised 1 | label | merge |
//	undoes: n, n × 16 | changes: n, n × change | hash 32
//
// and a change as
//
//	kind 1 | record 16 | path | element | parents: n, n × 16 |
//	0 | salt 16 | before | after      or, when its values were forgotten,
//	1 | digest 32
//
// Numbers are unsigned varints of the shortest form, strings a length and UTF-8,
// values a type byte and their canonical bytes (with a length before those of
// no fixed end). There is one encoding for each commit: decoding and encoding
// gives the same bytes. The hash covers everything up to the changes, and of
// each change its place and the digest of salt, before and after.
const commitVersion = 1

// Encode returns the commit's bytes.
func (c *Commit) Encode() []byte {
	b := appendHead(make([]byte, 0, 512), c)
	for i := range c.Changes {
		ch := &c.Changes[i]
		b = appendPlace(b, ch)
		if ch.gone {
			b = append(append(b, 1), ch.digest[:]...)
			continue
		}
		b = append(append(b, 0), ch.salt[:]...)
		b = appendValue(appendValue(b, ch.Before), ch.After)
	}
	return append(b, c.hash[:]...)
}

// appendHead adds what a commit holds before its changes.
func appendHead(b []byte, c *Commit) []byte {
	b = append(b, commitVersion)
	b = append(b, c.ID[:]...)
	b = append(b, c.Scope[:]...)
	b = append(b, c.Device[:]...)
	b = binary.AppendUvarint(b, c.Seq)
	if c.Seq != 1 {
		b = append(b, c.Prev[:]...)
	}
	b = appendString(b, c.Author)
	b = binary.AppendUvarint(b, uint64(c.At.UnixMilli()))
	b = appendClock(b, c.Clock)
	b = appendBool(b, c.Raised)
	b = appendString(appendString(b, c.Label), c.Merge)
	b = appendIDs(b, c.Undoes)
	return binary.AppendUvarint(b, uint64(len(c.Changes)))
}

// appendPlace adds what a change is about and what it replaces.
func appendPlace(b []byte, c *Change) []byte {
	b = appendRef(b, c.Record)
	b = appendString(appendString(b, c.Field.Path), c.Field.Element)
	return appendIDs(b, c.Parents)
}

func appendRef(b []byte, r Ref) []byte { return append(append(b, byte(r.Kind)), r.ID[:]...) }

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendClock(b []byte, c Clock) []byte {
	return binary.AppendUvarint(binary.AppendUvarint(b, c.Millis), uint64(c.Count))
}

func appendIDs(b []byte, ids []ID) []byte {
	b = binary.AppendUvarint(b, uint64(len(ids)))
	for _, id := range ids {
		b = append(b, id[:]...)
	}
	return b
}

func appendValue(b []byte, v Value) []byte {
	b = append(b, byte(v.typ))
	switch v.typ {
	case TypeText, TypeString, TypeOrder:
		return appendString(b, v.data)
	}
	return append(b, v.data...)
}
