package persistence

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/klauspost/compress/snappy"

	"athar/domain"
)

// versionFlips returns bits of a table of Badger's whose change does nothing
// but give the key another version, by their places in the file. The key is the
// first of its block.
func versionFlips(t *testing.T, table, key []byte) []int64 {
	t.Helper()
	var out []int64
	err := readSST(bytes.NewReader(table), int64(len(table)), nil, func(b sstBlock) error {
		flipped := bytes.Clone(b.packed)
		for bit := range min(len(flipped), 128) * 8 { // the first key ends before
			flipped[bit/8] ^= 1 << (bit % 8)
			now, err := snappy.Decode(nil, flipped)
			flipped[bit/8] ^= 1 << (bit % 8)
			if err == nil && len(now) >= len(b.plain) && isVersionChange(b.plain, now[:len(b.plain)], key) {
				out = append(out, b.at*8+int64(bit))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// isVersionChange reports whether two unpacked blocks differ in nothing but the
// version of the key. An entry starts with how many bytes of its key are those
// of the block's first key, and how many follow.
func isVersionChange(was, now, key []byte) bool {
	count := int(binary.BigEndian.Uint32(was[len(was)-4:]))
	offsets := was[len(was)-4-4*count:]
	first := []byte(nil)
	for i := range count {
		at := int(binary.LittleEndian.Uint32(offsets[4*i:]))
		shared := int(binary.LittleEndian.Uint16(was[at:]))
		rest := was[at+4:][:binary.LittleEndian.Uint16(was[at+2:])]
		whole := append(bytes.Clone(first[:shared]), rest...)
		if i == 0 {
			first = whole
		}
		if !bytes.Equal(whole[:len(whole)-8], key) {
			continue
		}
		from, to := at+4+max(len(rest)-8, 0), at+4+len(rest)
		if bytes.Equal(was[:from], now[:from]) && bytes.Equal(was[to:], now[to:]) &&
			!bytes.Equal(was[from:to], now[from:to]) {
			return true
		}
	}
	return false
}

// twoTables makes a store whose newest version of a message lies in another
// table than the versions before it. The message hardly compresses and fills a
// block by itself, so that its version stands there plainly.
func twoTables(t *testing.T) (*Store, domain.Campaign) {
	t.Helper()
	s := mustOpen(t, t.TempDir(), fast())
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 10_000)
	for i := range noise {
		noise[i] = byte('!' + r.IntN(90))
	}
	c := newCampaign("two tables", 3)
	c.Messages[0].Core.En = string(noise)
	if err := s.Commit(ctx, commitOf(domain.Campaign{}, c)); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	return s, edit(t, s, c, 1)
}

// newestTable returns the path of the table with the highest number.
func newestTable(t *testing.T, s *Store) string {
	t.Helper()
	tables, err := filepath.Glob(s.place.path(dirStore, "*.sst"))
	if err != nil || len(tables) < 2 {
		t.Fatal("the store has not two tables", err)
	}
	return slices.Max(tables)
}

// The version of a record stands outside its envelope. One changed bit of it
// made an older version of the record the newest, and every other check passed.
func TestOldVersionIsNotServedForANewerOne(t *testing.T) {
	if testsEncrypted() {
		t.Skip("looks for bits in what is not encrypted")
	}
	s, c := twoTables(t)
	mustClose(t, s)
	key := recordKey(domain.KindMessage, c.ID(), c.Messages[0].ID)
	table := newestTable(t, s)
	bits := versionFlips(t, readTable(t, table), key)
	if len(bits) < 8 {
		t.Fatalf("%d bits to try", len(bits))
	}
	for i := 0; i < len(bits); i += len(bits) / 4 {
		for _, clean := range []bool{true, false} {
			t.Run(fmt.Sprintf("bit %d clean %v", i, clean), func(t *testing.T) {
				wantHealed(t, s.Dir(), filepath.Base(table), bits[i], clean, c)
			})
		}
	}
}

func wantHealed(t *testing.T, from, table string, bit int64, clean bool, want domain.Campaign) {
	t.Helper()
	dir := t.TempDir()
	imageOf(t, from).write(t, dir)
	flipBit(t, filepath.Join(dir, dirStore, table), bit)
	if !clean {
		if err := os.Remove(filepath.Join(dir, fileClean)); err != nil {
			t.Fatal(err)
		}
	}
	s := mustOpen(t, dir, fast())
	if r := s.OpenReport(); !r.Rebuilt || r.Quarantine == "" {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, want)
	wantVerified(t, s)
}

func flipBit(t *testing.T, path string, bit int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b [1]byte
	if _, err := f.ReadAt(b[:], bit/8); err != nil {
		t.Fatal(err)
	}
	b[0] ^= 1 << (bit % 8)
	if _, err := f.WriteAt(b[:], bit/8); err != nil {
		t.Fatal(err)
	}
}

func readTable(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// unpackSST returns what stands in the blocks of a table.
func unpackSST(table, key []byte) ([]byte, error) {
	var out []byte
	err := readSST(bytes.NewReader(table), int64(len(table)), key, func(b sstBlock) error {
		out = append(out, b.plain...)
		return nil
	})
	return out, err
}

func TestNoChangedBitOfATableIsSilent(t *testing.T) {
	s, _ := twoTables(t)
	mustClose(t, s)
	table := readTable(t, newestTable(t, s))
	keys, err := readTableKeys(s.place.path(dirStore), testBadgerKey())
	if err != nil {
		t.Fatal(err)
	}
	key, _ := keys.of(1)
	want, err := unpackSST(table, key)
	if err != nil {
		t.Fatal(err)
	}
	step := 7 // every bit of a byte has its turn
	if raced || testing.Short() {
		step = 127
	}
	for bit := 0; bit < len(table)*8; bit += step {
		table[bit/8] ^= 1 << (bit % 8)
		if got, err := unpackSST(table, key); err == nil && !bytes.Equal(got, want) {
			t.Errorf("bit %d changes the table and nothing tells", bit)
		}
		table[bit/8] ^= 1 << (bit % 8)
	}
}

func TestTablesAreCheckedWhileBadgerHasThemOpen(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 3)
	s = reopen(t, s)
	wantVerified(t, s)
	flipBit(t, s.place.path(dirStore, fmt.Sprintf(sstName, 1)), 1000)
	if r, err := s.Verify(ctx, VerifyOptions{}); err != nil || r.OK() {
		t.Errorf("Verify = %+v, %v", r, err)
	}
	s = reopen(t, s)
	if r := s.OpenReport(); !r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
}

// FuzzReadSST looks for bytes that make reading a table panic or take memory
// without bound.
func FuzzReadSST(f *testing.F) {
	s := mustOpen(f, f.TempDir(), fast())
	history(f, s, 3)
	mustClose(f, s)
	table := readTable(f, s.place.path(dirStore, fmt.Sprintf(sstName, 1)))
	f.Add(table)
	f.Add(table[len(table)/2:])
	f.Add([]byte{})
	f.Fuzz(func(_ *testing.T, table []byte) { _, _ = unpackSST(table, nil) })
}
