package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/persistence/vault"
)

func head() Head {
	return Head{
		App: "athar", Version: "1.0", StoreFormat: 1, Store: domain.DerivedID(domain.NoID, "store"), Seq: 7,
		Created: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC), Reason: "asked",
		Counts: map[string]int64{"C": 2}, Sum: "00000000000000ff",
	}
}

func written(t testing.TB, entries ...Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := NewWriter(&b, head())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := w.Entry(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Finish(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(data []byte) (Head, []Entry, error) { return readWith(nil, data) }

func readWith(keys *vault.Keys, data []byte) (h Head, entries []Entry, err error) {
	src, err := Look(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return h, nil, err
	}
	r, err := src.Open(keys)
	if err != nil {
		return h, nil, err
	}
	defer r.Close()
	for {
		e, err := r.Next()
		if errors.Is(err, io.EOF) {
			return r.Head, entries, nil
		}
		if err != nil {
			return r.Head, entries, err
		}
		entries = append(entries, Entry{e.Kind, bytes.Clone(e.Key), bytes.Clone(e.Value)})
	}
}

func some(n int) []Entry {
	var out []Entry
	for i := range n {
		out = append(out, Entry{'C', fmt.Appendf(nil, "key %d", i), []byte(strings.Repeat("ماء ", i%50))})
	}
	return out
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	for _, entries := range [][]Entry{nil, some(1), some(5000), {{'J', nil, bytes.Repeat([]byte("x"), 3<<20)}, {'C', []byte{1}, nil}}} {
		h, got, err := read(written(t, entries...))
		if err != nil || fmt.Sprint(h) != fmt.Sprint(head()) || len(got) != len(entries) {
			t.Fatalf("%d entries came back as %d, %+v: %v", len(entries), len(got), h, err)
		}
		for i, e := range entries {
			if got[i].Kind != e.Kind || !bytes.Equal(got[i].Key, e.Key) || !bytes.Equal(got[i].Value, e.Value) {
				t.Fatalf("entry %d is %q", i, got[i])
			}
		}
	}
}

func TestNoCutOfABackupIsSilent(t *testing.T) {
	whole := written(t, some(40)...)
	for n := range whole {
		if _, _, err := read(whole[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d of %d bytes: %v", n, len(whole), err)
		}
	}
}

func TestNoChangedBitOfABackupIsSilent(t *testing.T) {
	whole := written(t, some(40)...)
	for bit := range len(whole) * 8 {
		bad := bytes.Clone(whole)
		bad[bit/8] ^= 1 << (bit % 8)
		if _, _, err := read(bad); err == nil {
			t.Fatalf("bit %d of byte %d changed and nothing noticed", bit%8, bit/8)
		}
	}
}

func TestWhatFollowsABackupIsRefused(t *testing.T) {
	whole := written(t, some(3)...)
	for _, tail := range []string{"\x00", "garbage", string(whole), endMagic} {
		if _, _, err := read(append(bytes.Clone(whole), tail...)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes more: %v", len(tail), err)
		}
	}
}

func TestOtherFilesAndNewerOnesAreTold(t *testing.T) {
	if _, _, err := read([]byte("date,likes\n2026-01-01,5\n")); !errors.Is(err, ErrForeign) {
		t.Errorf("a table was read: %v", err)
	}
	newer := written(t)
	newer[9] = Version + 1
	var told NewerError
	if _, _, err := read(newer); !errors.As(err, &told) || told.Found != Version+1 {
		t.Errorf("a newer one was read: %v", err)
	}
}

func TestAnEntryAboveItsBoundsIsRefused(t *testing.T) {
	w, err := NewWriter(io.Discard, head())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abandon()
	if err := w.Entry(Entry{'C', make([]byte, MaxKey+1), nil}); err == nil {
		t.Error("a long key was taken")
	}
	if err := w.Entry(Entry{'C', nil, make([]byte, MaxValue+1)}); err == nil {
		t.Error("a long value was taken")
	}
}

func FuzzReader(f *testing.F) {
	whole := written(f, some(20)...)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(append(bytes.Clone(whole), whole...))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, entries, err := read(data)
		if err != nil {
			return
		}
		if again, _, err := read(data); err != nil {
			t.Fatalf("%+v with %d entries is read once only: %v", again, len(entries), err)
		}
	})
}
