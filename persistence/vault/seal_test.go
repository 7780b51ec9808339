package vault

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"pgregory.net/rapid"
)

func newSealer(t testing.TB) *Sealer {
	t.Helper()
	_, keys, _ := newFile(t)
	s, err := keys.Sealer(ForJournal)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestASealedRecordOpensOnlyWhereItBelongs(t *testing.T) {
	s, other := newSealer(t), newSealer(t)
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.SliceOf(rapid.Byte()).Draw(t, "plain")
		about := rapid.SliceOf(rapid.Byte()).Draw(t, "about")
		sealed := s.Seal([]byte("head"), plain, about)[4:]
		if len(sealed) != len(plain)+SealSize {
			t.Fatalf("%d bytes became %d", len(plain), len(sealed))
		}
		if got, err := s.Open(sealed, about); err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("it comes back as %x: %v", got, err)
		}
		bad := bytes.Clone(sealed)
		bad[rapid.IntRange(0, len(bad)-1).Draw(t, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		for name, open := range map[string]func() ([]byte, error){
			"with a changed bit": func() ([]byte, error) { return s.Open(bad, about) },
			"cut":                func() ([]byte, error) { return s.Open(sealed[:len(sealed)-1], about) },
			"at another place":   func() ([]byte, error) { return s.Open(sealed, append(about, 0)) },
			"with another key":   func() ([]byte, error) { return other.Open(sealed, about) },
		} {
			if got, err := open(); !errors.Is(err, ErrBroken) || got != nil {
				t.Fatalf("%s it opens: %x, %v", name, got, err)
			}
		}
	})
}

func TestTheSameRecordIsNeverSealedTheSameTwice(t *testing.T) {
	s := newSealer(t)
	if bytes.Equal(s.Seal(nil, []byte("a"), nil), s.Seal(nil, []byte("a"), nil)) {
		t.Fatal("who sees both knows that they are the same")
	}
}

// streamed seals bytes, written in parts of a size.
func streamed(t testing.TB, keys *Keys, plain []byte, part int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := keys.NewStreamWriter(&b, ForBackup, []byte("head"))
	if err != nil {
		t.Fatal(err)
	}
	for rest := plain; len(rest) > 0; {
		n := min(part, len(rest))
		if _, err := w.Write(rest[:n]); err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("x")); err == nil || w.Close() == nil {
		t.Fatal("a closed stream goes on")
	}
	return b.Bytes()
}

func openStream(keys *Keys, sealed []byte, about string) ([]byte, error) {
	r, err := keys.NewStreamReader(bytes.NewReader(sealed), int64(len(sealed)), ForBackup, []byte(about))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(r, 0, r.Size()))
}

func pattern(n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(i * i >> 3)
	}
	return out
}

func TestAStreamComesBack(t *testing.T) {
	_, keys, _ := newFile(t)
	for _, size := range []int{0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 3*chunkSize + 5} {
		for _, part := range []int{777, chunkSize, 5 * chunkSize} {
			plain := pattern(size)
			got, err := openStream(keys, streamed(t, keys, plain, part), "head")
			if err != nil || !bytes.Equal(got, plain) {
				t.Fatalf("%d bytes in parts of %d came back as %d: %v", size, part, len(got), err)
			}
		}
	}
}

func TestAStreamIsReadAtAnyPlace(t *testing.T) {
	_, keys, _ := newFile(t)
	plain := pattern(2*chunkSize + 100)
	sealed := streamed(t, keys, plain, 9999)
	r, err := keys.NewStreamReader(bytes.NewReader(sealed), int64(len(sealed)), ForBackup, []byte("head"))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		off := rapid.IntRange(0, len(plain)+10).Draw(t, "off")
		buf := make([]byte, rapid.IntRange(0, chunkSize+50).Draw(t, "length"))
		n, err := r.ReadAt(buf, int64(off))
		want := plain[min(off, len(plain)):min(off+len(buf), len(plain))]
		if !bytes.Equal(buf[:n], want) || (n < len(buf)) != errors.Is(err, io.EOF) {
			t.Fatalf("%d bytes at %d: %d, %v", len(buf), off, n, err)
		}
	})
}

// Every byte that comes out of a stream that was meddled with must be one that
// was sealed at that place, and the whole must not come out without an error.
func TestAMeddledStreamIsFoundOut(t *testing.T) {
	_, keys, _ := newFile(t)
	_, others, _ := newFile(t)
	plain := pattern(3*chunkSize + 100)
	sealed := streamed(t, keys, plain, chunkSize)
	again := streamed(t, keys, plain, chunkSize)
	chunk := func(b []byte, n int) []byte {
		return b[streamSalt+n*sealedChunk : min(streamSalt+(n+1)*sealedChunk, len(b))]
	}
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	salt, c0, c1, c2, c3 := sealed[:streamSalt], chunk(sealed, 0), chunk(sealed, 1), chunk(sealed, 2), chunk(sealed, 3)
	for name, bad := range map[string][]byte{
		"cut after a chunk":       join(salt, c0, c1),
		"cut to the salt":         salt,
		"cut in a chunk":          sealed[:len(sealed)-60],
		"the last chunk missing":  join(salt, c0, c1, c2),
		"a chunk left out":        join(salt, c0, c2, c3),
		"chunks in another order": join(salt, c1, c0, c2, c3),
		"a chunk doubled":         join(salt, c0, c0, c1, c2, c3),
		"the last chunk doubled":  join(salt, c0, c1, c2, c3, c3),
		"something after it":      append(bytes.Clone(sealed), 0),
		"a chunk of another":      join(salt, c0, chunk(again, 1), c2, c3),
		"a salt of another":       join(again[:streamSalt], c0, c1, c2, c3),
		"nothing":                 {},
	} {
		got, err := openStream(keys, bad, "head")
		if !errors.Is(err, ErrBroken) || !bytes.HasPrefix(plain, got) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	if _, err := openStream(keys, sealed, "another head"); !errors.Is(err, ErrBroken) {
		t.Errorf("with another head: %v", err)
	}
	if _, err := openStream(others, sealed, "head"); !errors.Is(err, ErrBroken) {
		t.Errorf("with other keys: %v", err)
	}
}

func TestNoChangedBitOfAStreamPasses(t *testing.T) {
	_, keys, _ := newFile(t)
	plain := pattern(chunkSize + 40)
	sealed := streamed(t, keys, plain, chunkSize)
	rapid.Check(t, func(t *rapid.T) {
		bad := bytes.Clone(sealed)
		bad[rapid.IntRange(0, len(bad)-1).Draw(t, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		got, err := openStream(keys, bad, "head")
		if !errors.Is(err, ErrBroken) || !bytes.HasPrefix(plain, got) {
			t.Fatalf("%d bytes came out: %v", len(got), err)
		}
	})
}

func FuzzStreamReader(f *testing.F) {
	_, keys, _ := newFile(f)
	f.Add(streamed(f, keys, pattern(10), 10))
	f.Add(streamed(f, keys, nil, 1))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		if got, err := openStream(keys, sealed, "head"); err == nil {
			// Only what was sealed with these keys, in this process or as a seed.
			if !bytes.Equal(got, pattern(10)) && len(got) > 0 {
				t.Fatalf("%x was never sealed", got)
			}
		}
	})
}
