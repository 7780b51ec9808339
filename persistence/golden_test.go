package persistence

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// counting returns IDs and salts that are the same each time.
func counting(w *writer) {
	n := 0
	w.device.NewID = func() domain.ID { n++; return domain.DerivedID(domain.NoID, fmt.Sprint("id ", n)) }
	w.device.Salt = func() journal.Salt { return journal.Salt(domain.DerivedID(domain.NoID, "salt")) }
}

// golden returns a commit with everything that one can hold.
func golden(t testing.TB) domain.Commit {
	t.Helper()
	campaign := domain.DerivedID(domain.NoID, "campaign")
	c := domain.Campaign{Header: domain.Header{ID: campaign, Title: "مياه نظيفة", Stage: domain.StageDraft}}
	c.Messages = []domain.Message{{
		ID: domain.DerivedID(campaign, "message"), Order: "a", Title: "one", Core: domain.Text{Ar: "ماء", En: "Water"},
	}}
	w, other := newWriter(t, "somebody"), newWriter(t, "somebody else")
	counting(w)
	first := w.commit(t, domain.Campaign{}, c)
	after := withTitle(c, "two")
	out := w.commit(t, c, after)
	out.Journal = append(first.Journal, out.Journal...)
	out.Changes = append(domain.Diff(domain.Campaign{}, after),
		domain.Change{Kind: domain.KindSegment, ID: domain.DerivedID(campaign, "s"), Before: domain.Segment{ID: domain.DerivedID(campaign, "s")}})
	out.State = stateAfter(w.state(campaign), out.Journal...)
	counting(other)
	out.Waiting = other.commit(t, domain.Campaign{}, withTitle(c, "three")).Journal
	out.Forgotten = []journal.Ref{domain.RefOf(domain.KindSegment, domain.DerivedID(campaign, "s"))}
	return out
}

// What was once written into a log must always do the same to a store. The file
// holds the payload of a record, and then what became of it.
func TestACommitOfEveryVersionDoesWhatItDid(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	files, _ := filepath.Glob("testdata/edit-v*.txt")
	if len(files) == 0 {
		t.Fatal("no fixtures")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		line, want, _ := strings.Cut(string(raw), "\n")
		payload, err := hex.DecodeString(line)
		if err != nil {
			t.Fatal(err)
		}
		if got := opsText(t, payload); got != want {
			t.Errorf("%s does\n%s\nwant\n%s", name, got, want)
		}
	}
}

// opsText tells what a commit does to a store, a line for each key.
func opsText(t testing.TB, payload []byte) string {
	t.Helper()
	st := stepIn(t, mustOpen(t, t.TempDir(), fast()), entry{7, entryEdit, payload})
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q %v\n", st.campaign, st.summary.Title, st.gone)
	for _, o := range st.ops {
		fmt.Fprintf(&b, "%s %x %v", placeOf(o.key), o.key, o.last)
		if o.value != nil {
			env, err := openEnvelope(o.key, o.value)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, " %d %d %x", env.codec, env.schema, env.payload)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// stepIn returns what a record of the log does to a store.
func stepIn(t testing.TB, s *Store, e entry) step {
	t.Helper()
	var st step
	err := s.db.View(func(txn *badger.Txn) error {
		var err error
		st, err = stepOf(e, txn)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func writeGolden(t testing.TB) {
	t.Helper()
	name := filepath.Join("testdata", "edit-v1.txt")
	if _, err := os.Stat(name); err == nil {
		t.Fatalf("%s is there already", name)
	}
	e, err := editOf(golden(t))
	if err != nil {
		t.Fatal(err)
	}
	payload, err := e.encode()
	if err != nil {
		t.Fatal(err)
	}
	text := hex.EncodeToString(payload) + "\n" + opsText(t, payload)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Parts that nobody wrote are refused without a panic, and never put together
// to more than came.
func FuzzParts(f *testing.F) {
	f.Add([]byte{0, 0, 0, 2, 1, 2}, uint16(0), []byte{}, uint16(0))
	f.Add([]byte{0, 0, 0, 4, 1, 2}, uint16(0), []byte{3, 4}, uint16(1))
	f.Add([]byte{255, 255, 255, 255}, uint16(0), []byte{3, 4}, uint16(9))
	base := partKey(domain.DerivedID(domain.NoID, "c"), journal.Ref{Kind: 'M'})
	f.Fuzz(func(t *testing.T, a []byte, n uint16, b []byte, m uint16) {
		var p parted
		for _, part := range []struct {
			data []byte
			n    uint16
		}{{a, n}, {b, m}} {
			key := withPart(base, int(part.n))
			value, err := envelope{codecPart, letterPart, partSchema, part.data}.seal(key)
			if err != nil {
				return
			}
			whole, err := p.add(key, value)
			if err != nil && domain.CodeOf(err) != domain.ErrStoreDamaged {
				t.Fatal(err)
			}
			if err != nil {
				return
			}
			if len(whole) > len(a)+len(b) {
				t.Fatalf("%d bytes of %d", len(whole), len(a)+len(b))
			}
		}
		_ = p.end()
	})
}
