package persistence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// testJournal makes a journal in a directory with a number of records.
func testJournal(t testing.TB, dir string, records int) *diskLog {
	t.Helper()
	j := &diskLog{dir: dir, store: domain.DerivedID(domain.NoID, "store"), limit: 1000, sync: false}
	if err := j.startSegment(1); err != nil {
		t.Fatal(err)
	}
	for i := range records {
		if err := j.append(uint64(i+1), testEntry(i+1)); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.flush(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.close() })
	return j
}

func testEntry(n int) []byte {
	return entry{uint64(n), entryCommit, fmt.Appendf(nil, "payload %d", n)}.encode()
}

// readJournal returns the numbers of all records in the directory.
func readJournal(t testing.TB, j *diskLog) (numbers []uint64, holes int, torn int64) {
	t.Helper()
	segments, err := listSegments(j.dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, seg := range segments {
		scan, err := scanSegment(seg, j.store, 0, func(e entry) error {
			numbers = append(numbers, e.seq)
			if want := fmt.Sprintf("payload %d", e.seq); string(e.payload) != want {
				t.Errorf("record %d holds %q", e.seq, e.payload)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		holes += len(scan.holes)
		torn = scan.torn()
	}
	return numbers, holes, torn
}

func upTo(n int) []uint64 {
	var out []uint64
	for i := range n {
		out = append(out, uint64(i+1))
	}
	return out
}

func TestJournalRotatesAndKeepsTheOrder(t *testing.T) {
	j := testJournal(t, t.TempDir(), 200)
	segments, _ := listSegments(j.dir, nil)
	if len(segments) < 5 {
		t.Errorf("%d segments: it did not rotate", len(segments))
	}
	if got, holes, torn := readJournal(t, j); !slices.Equal(got, upTo(200)) || holes+int(torn) > 0 {
		t.Errorf("read %d records, %d holes, %d bytes torn", len(got), holes, torn)
	}
}

func TestJournalWriteThatFailsIsDoneAgainByTheNext(t *testing.T) {
	for _, rotates := range []bool{false, true} {
		t.Run(fmt.Sprintf("rotates %v", rotates), func(t *testing.T) {
			j := testJournal(t, t.TempDir(), 3)
			dir := j.dir
			if rotates {
				j.limit = 1
				j.dir = filepath.Join(dir, "gone")
			}
			_ = j.file.Close() // as if the drive were gone
			if err := j.append(4, testEntry(4)); err == nil {
				t.Fatal("a write to a closed file succeeded")
			}
			j.dir = dir
			if err := j.append(5, testEntry(5)); err != nil {
				t.Fatal(err)
			}
			if err := j.flush(); err != nil {
				t.Fatal(err)
			}
			if got, holes, torn := readJournal(t, j); !slices.Equal(got, upTo(5)) || holes+int(torn) > 0 {
				t.Errorf("read %v, %d holes, %d bytes torn", got, holes, torn)
			}
		})
	}
}

func TestHalfAWriteIsCutBeforeItIsDoneAgain(t *testing.T) {
	j := testJournal(t, t.TempDir(), 3)
	if _, err := j.file.Write(testEntry(4)[:9]); err != nil {
		t.Fatal(err)
	}
	j.broken = true
	if err := j.append(4, testEntry(4)); err != nil {
		t.Fatal(err)
	}
	if got, holes, torn := readJournal(t, j); !slices.Equal(got, upTo(4)) || holes+int(torn) > 0 {
		t.Errorf("read %v, %d holes, %d bytes torn", got, holes, torn)
	}
}

func TestJournalRefusesARecordOutOfOrder(t *testing.T) {
	j := testJournal(t, t.TempDir(), 3)
	for _, n := range []int{0, 3, 5} {
		if err := j.append(uint64(n), testEntry(n)); err == nil {
			t.Errorf("record %d after 3 was taken", n)
		}
	}
}

// Every bit of a segment, changed on its own, shows: as a hole, as a torn end
// or as a segment that is not the journal's. What is before it is still read.
func TestNoChangedBitOfAJournalIsSilent(t *testing.T) {
	j := testJournal(t, t.TempDir(), 6)
	whole, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	seg := segment{path: filepath.Join(t.TempDir(), filepath.Base(j.path)), first: 1}
	for bit := range len(whole) * 8 {
		bad := bytes.Clone(whole)
		bad[bit/8] ^= 1 << (bit % 8)
		if err := os.WriteFile(seg.path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		var got []uint64
		scan, err := scanSegment(seg, j.store, 0, func(e entry) error {
			got = append(got, e.seq)
			return nil
		})
		if err == nil && len(scan.holes) == 0 && scan.torn() == 0 {
			t.Fatalf("bit %d of byte %d changed and nothing noticed", bit%8, bit/8)
		}
		if len(got) < 5 {
			t.Fatalf("byte %d: only %v could be read", bit/8, got)
		}
	}
}

func TestJournalCutAnywhereGivesWhatIsBeforeTheCut(t *testing.T) {
	j := testJournal(t, t.TempDir(), 6)
	whole, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	seg := segment{path: filepath.Join(t.TempDir(), filepath.Base(j.path)), first: 1}
	size := len(testEntry(1))
	for cut := segmentHeader; cut < len(whole); cut++ {
		if err := os.WriteFile(seg.path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		scan, err := scanSegment(seg, j.store, 0, nil)
		records := (cut - segmentHeader) / size
		if err != nil || len(scan.holes) > 0 || scan.next != uint64(records+1) ||
			scan.torn() != int64((cut-segmentHeader)%size) {
			t.Fatalf("cut at %d: %+v, %v", cut, scan, err)
		}
	}
}

func TestSegmentOfAnotherStoreIsNotRead(t *testing.T) {
	j := testJournal(t, t.TempDir(), 3)
	scan, err := scanSegment(segment{path: j.path, first: 1}, domain.NewID(), 0, nil)
	if err != nil || len(scan.holes) == 0 {
		t.Errorf("%+v, %v", scan, err)
	}
}

func FuzzJournal(f *testing.F) {
	store := domain.DerivedID(domain.NoID, "store")
	seed := segmentHead{store: store, first: 1}.encode()
	for n := range 3 {
		seed = append(seed, testEntry(n+1)...)
	}
	f.Add(seed)
	f.Add(seed[:len(seed)-3])
	f.Add(append(bytes.Clone(seed), seed[segmentHeader:]...))
	f.Fuzz(func(t *testing.T, data []byte) {
		scan := segmentScan{next: 1, size: int64(len(data))}
		last := uint64(0)
		err := scan.read(data, segment{path: "x", first: 1}, store, func(e entry, raw []byte) error {
			if e.seq <= last {
				t.Fatalf("record %d after %d", e.seq, last)
			}
			last = e.seq
			if _, _, err := decodeEntry(raw); err != nil && !errors.Is(err, errRecordBad) {
				return err
			}
			return nil
		})
		if err != nil || scan.good > scan.size {
			t.Fatalf("%+v, %v", scan, err)
		}
	})
}

func FuzzJournalPayload(f *testing.F) {
	c := newCampaign("a", 2)
	w := newWriter(f, "somebody")
	whole, _ := editOf(w.commit(f, domain.Campaign{}, c))
	payload, _ := whole.encode()
	f.Add(byte(entryEdit), payload)
	f.Add(byte(entryDevice), []byte{0xA1, 1, 0x50, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	f.Add(byte(entryChosen), []byte{0xA2, 1, 0x61, 'a', 2, 0x41, 'b'})
	f.Add(byte(entryEpoch), make([]byte, 16))
	f.Add(byte(entryFormat), make([]byte, 18))
	f.Add(byte(entryKeys), appendKey(nil, summaryKey(c.ID()), []byte{1, 2, 3}))
	f.Add(byte(entryBlocks), encodeBlocks(domain.NewID(), 1, [][]byte{{1, 2}, {3}}))
	f.Add(byte(entryTable), binary.BigEndian.AppendUint64(make([]byte, 16), 7))
	whole, _ = editOf(golden(f))
	payload, _ = whole.encode()
	f.Add(byte(entryEdit), payload)
	s := mustOpen(f, f.TempDir(), fast())
	f.Fuzz(func(_ *testing.T, kind byte, payload []byte) {
		_ = s.db.View(func(txn *badger.Txn) error {
			_, _ = stepOf(entry{1, kind, payload}, txn)
			return nil
		})
	})
}
