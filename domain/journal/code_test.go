package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// full returns a commit that uses everything a commit can hold.
func full(t testing.TB) *Commit {
	w := newWorld(1)
	s := w.sites[0]
	ref := Ref{testKind, ID{1}}
	first := w.set(t, s, ref, Fields{"title": String("مرحبا")})
	return w.write(t, s, Edit{Label: "edit", Merge: "m", Undoes: []ID{first.ID}, Changes: s.changesTo(ref, Fields{
		"title": String("hello"), "core": Text("a\nb"), "n": Int(-3), "f": Float(2.5), "b": Bool(true),
		"t": Time(time.UnixMilli(1_700_000_000_123)), "order": Order("V"), "set": Set("x", "y"),
	})})
}

func TestACommitIsReadAsItWasWritten(t *testing.T) {
	rarely(t, func(t *rapid.T) {
		w := anyWorld(t, true)
		for _, c := range w.all {
			b := c.Encode()
			got, err := Decode(b)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Encode(), b) || got.Hash() != c.Hash() || !got.At.Equal(c.At) {
				t.Fatal("another commit comes back")
			}
		}
	})
}

func TestACommitThatWasAlteredIsRefused(t *testing.T) {
	b := full(t).Encode()
	for i := range b {
		for _, bit := range []byte{1, 0x80} {
			bad := bytes.Clone(b)
			bad[i] ^= bit
			if _, err := Decode(bad); err == nil {
				t.Errorf("byte %d altered by %#x is not noticed", i, bit)
			}
		}
	}
	for n := range b {
		if _, err := Decode(b[:n]); err == nil {
			t.Errorf("the first %d bytes are taken for a commit", n)
		}
	}
	if _, err := Decode(append(bytes.Clone(b), 0)); err == nil {
		t.Error("a byte too many is not noticed")
	}
	const seq = 1 + 3*16
	longer := slices.Concat(b[:seq], []byte{b[seq] | 0x80, 0}, b[seq+1:])
	if _, err := Decode(longer); err == nil {
		t.Error("a number with a zero too many is not noticed")
	}
}

func TestACommitOfANewerAtharSaysSo(t *testing.T) {
	b := full(t).Encode()
	b[0]++
	if _, err := Decode(b); !errors.Is(err, fail(ErrVersion, "")) {
		t.Errorf("got %v", err)
	}
}

func TestALengthFromElsewhereReservesNoMemory(t *testing.T) {
	head := append([]byte{commitVersion}, make([]byte, 48)...)
	head = binary.AppendUvarint(head, 1)
	for _, n := range []uint64{1 << 16, 1 << 40, math.MaxUint64} {
		b := binary.AppendUvarint(bytes.Clone(head), n) // of the author's name
		allocated := testing.AllocsPerRun(5, func() {
			if _, err := Decode(b); err == nil {
				t.Error("read")
			}
		})
		if allocated > 10 {
			t.Errorf("length %d: %v allocations", n, allocated)
		}
	}
}

func TestForgettingKeepsTheHashAndNothingElse(t *testing.T) {
	c := full(t)
	ref := c.Changes[0].Record
	blank := c.Forget(ref)
	if blank.Hash() != c.Hash() {
		t.Error("the hash changed")
	}
	for _, ch := range blank.Changes {
		if ch.salt != (Salt{}) {
			t.Error("the salt is still there: the value can be guessed")
		}
	}
	b := blank.Encode()
	for _, word := range []string{"hello", "مرحبا"} {
		if bytes.Contains(b, []byte(word)) || !bytes.Contains(c.Encode(), []byte(word)) {
			t.Errorf("%q is still there, or never was", word)
		}
	}
	got, err := Decode(b)
	if err != nil || !bytes.Equal(got.Encode(), b) || !got.Changes[0].Forgotten() {
		t.Errorf("%v", err)
	}
	if got.Author != c.Author || !got.At.Equal(c.At) {
		t.Error("who and when are gone")
	}
	if again := blank.Forget(ref); again != blank {
		t.Error("forgetting twice makes another commit")
	}
}

func FuzzDecode(f *testing.F) {
	c := full(f)
	f.Add(c.Encode())
	f.Add(c.Forget(c.Changes[0].Record).Encode())
	f.Add([]byte{commitVersion})
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Decode(b)
		if err == nil {
			if !bytes.Equal(c.Encode(), b) {
				t.Fatal("two encodings of one commit")
			}
			return
		}
		// Give the fuzzer a way past the hash, to the rest of the reader.
		d := &decoder{buf: b}
		c = d.commit()
		if d.err != nil || c.check() != nil {
			return
		}
		c.seal()
		if got, err := Decode(c.Encode()); err != nil || got.Hash() != c.Hash() {
			t.Fatalf("sealed again it is refused: %v", err)
		}
		s := NewState(c.Scope, nil)
		s.Add(c)
		dump(s)
	})
}

func FuzzLoadState(f *testing.F) {
	w := newWorld(2)
	ref := Ref{testKind, ID{1}}
	for i, s := range w.sites {
		w.set(f, s, ref, Fields{"title": String("a"), "n": Int(int64(i)), "set": Set("x")})
	}
	w.settle()
	s := w.sites[0].state
	f.Add(s.EncodeTips(), s.EncodeRecord(ref))
	f.Fuzz(func(t *testing.T, tips, record []byte) {
		s, err := LoadState(nil, tips, record)
		if err != nil {
			return
		}
		dump(s)
		for ref := range s.records {
			again, err := LoadState(nil, s.EncodeTips(), s.EncodeRecord(ref))
			if err != nil || !bytes.Equal(again.Encode(), s.Encode()) {
				t.Fatalf("loaded, encoded and loaded again it differs: %v", err)
			}
		}
	})
}
