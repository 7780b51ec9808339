package persistence

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// Everything that is kept ends in a checksum, behind which a fuzzer never gets by
// itself. Who makes a file on purpose gets there at once, so these targets put the
// right checksum around whatever the fuzzer thinks of.

// letters are all that a key begins with.
const letters = "CAMENRIHPBQXLVYTUJGFWDZKOS"

// widths are those that keys have, and two that none has.
var widths = []int{1, 2, 1 + idSize, 1 + idSize + 4, 1 + 2*idSize, waitingKeySize, partKeySize, journalKeySize, 70}

func FuzzStoredValue(f *testing.F) {
	s := mustOpen(f, f.TempDir(), fast())
	newWriter(f, "somebody").keep(f, s, domain.Campaign{}, newCampaign("a", 2))
	if err := s.SetPreference(ctx, "checks", []byte("{}")); err != nil {
		f.Fatal(err)
	}
	if err := s.PutTable(ctx, tableID(0), newTable(3), nil); err != nil {
		f.Fatal(err)
	}
	err := s.db.View(func(txn *badger.Txn) error {
		return eachValue(ctx, txn, nil, func(key, value []byte) error {
			env, err := openEnvelope(key, value)
			f.Add(bytes.Clone(key), env.codec, env.schema, bytes.Clone(env.payload))
			return err
		})
	})
	if err != nil {
		f.Fatal(err)
	}
	for i, letter := range []byte(letters) {
		for _, width := range widths {
			key := append([]byte{letter}, make([]byte, width-1)...)
			f.Add(key, byte(1+i%4), uint16(1+i%2), []byte{0xA1, 1, 0x9B, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF}) // a list of 4 billion
			f.Add(key, byte(codecPart), uint16(1), binary.AppendUvarint([]byte{1}, 1<<40))
		}
	}
	f.Fuzz(func(t *testing.T, key []byte, codec byte, schema uint16, payload []byte) {
		if len(key) == 0 {
			return
		}
		value, err := envelope{codec, uint16(key[0]), schema, payload}.seal(key)
		if err != nil {
			return
		}
		v := newVerification(nil)
		good := v.value(key, value)
		_ = v.commits.end()
		if r, err := openRecord(key, value); good && err == nil {
			if _, err := encodeRecord(r); err != nil {
				t.Fatalf("read but cannot be written: %v", err)
			}
		}
		if w, err := openPreference(key, value); err == nil && w.check() != nil {
			t.Fatalf("a preference that cannot be kept: %q", w.Name)
		}
	})
}

// A record of the log whose checksum is right: length, flags and kind may be of any
// sort, and what is packed may be of any size unpacked.
func FuzzLogRecord(f *testing.F) {
	store := domain.DerivedID(domain.NoID, "store")
	head := segmentHead{store: store, first: 1}.encode()
	for _, kind := range []byte{entryCommit, entryEdit, entryDevice, entryChosen, entryEpoch, entryFormat, entryBase, entryKeys, entryBlocks, entryTable, entryDrop, entryLost, 0, '?'} {
		for flags := range byte(4) {
			f.Add(kind, flags, uint32(0), []byte{0xA1, 5, 0x9A, 0xFF, 0xFF, 0xFF, 0xFF})
		}
	}
	bomb, _ := squeeze(make([]byte, maxLogPayload+1))
	f.Add(byte(entryEdit), byte(flagZstd), uint32(0), bomb)
	f.Add(byte(entryBlocks), byte(0), uint32(0), encodeBlocks(domain.NewID(), 1<<31, [][]byte{{1}}))
	f.Add(byte(entryKeys), byte(0), uint32(0), []byte{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF})
	f.Add(byte(entryEdit), byte(0), uint32(1<<31), []byte{1})
	s := mustOpen(f, f.TempDir(), fast())
	f.Fuzz(func(t *testing.T, kind, flags byte, more uint32, payload []byte) {
		raw := binary.BigEndian.AppendUint32(nil, recordMagic)
		raw = binary.BigEndian.AppendUint32(raw, uint32(len(payload))+more)
		raw = binary.BigEndian.AppendUint64(raw, 1)
		raw = append(append(raw, kind, flags, 0, 0), payload...)
		raw = binary.BigEndian.AppendUint32(raw, crc32.Checksum(raw, castagnoli))
		e, size, err := decodeEntry(raw)
		if err == nil && (size != len(raw) || len(e.payload) > maxLogPayload) {
			t.Fatalf("%d bytes, of which %d were read, hold %d", len(raw), size, len(e.payload))
		}
		data := append(bytes.Clone(head), raw...)
		scan := segmentScan{next: 1, size: int64(len(data))}
		if err := scan.read(data, segment{path: "x", first: 1}, store, func(entry, []byte) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		_ = s.db.View(func(txn *badger.Txn) error {
			_, _ = stepOf(e, txn)
			return nil
		})
		_, _ = decodeOld(e.payload)
	})
}

// The small files beside the log are text, which anybody can write.
func FuzzNotes(f *testing.F) {
	store := domain.DerivedID(domain.NoID, "store")
	ref := scopedRef{store, journal.Ref{Kind: 'M', ID: store}}
	for _, text := range [][]byte{
		(&place{store: store}).formatted(storeFormat), (&place{store: store, keys: store}).formatted(1 << 30),
		epochs{{0, store}, {9, store}}.encode(), forgettingNote{[]scopedRef{ref}, true}.encode(),
		fmt.Appendf(nil, cleanHead, 7), []byte("athar clean\nseq 7"), []byte("athar clean\nseq 18446744073709551616\n"),
		[]byte(checkedHead + "2026-11-23T14:05:00Z\n"), []byte(noteFrom + "..\n"), []byte(noteReady), nil,
		roundNote{whole: []domain.ID{store}, tables: []checkedFile{{"000001.sst", 1, 2, 0}}, rest: true, last: []byte("K")}.encode(),
	} {
		f.Add(text)
	}
	dir := f.TempDir()
	s := &Store{opts: Options{}.complete(), place: &place{dir: dir}}
	f.Fuzz(func(t *testing.T, text []byte) {
		if said, err := parseFormat(text, dir); err == nil && said.store == domain.NoID {
			t.Error("a store without an ID")
		}
		if known := decodeEpochs(text); known != nil && !bytes.Equal(known.encode(), text) {
			t.Error("epochs that are not what was written")
		}
		_ = decodeForgetting(text).encode()
		for _, name := range []string{fileClean, fileChecked, fileChecking, fileRestoring} {
			if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if last, err := s.lastClosing(); err != nil || last.intact {
			t.Errorf("a store without files was closed: %+v, %v", last, err)
		}
		_ = s.Checked()
		_ = s.readRound()
		_ = decodeRound(text).encode()
		if _, from := readNote(dir); from != "" && filepath.Dir(filepath.Join(dir, from)) != dir {
			t.Errorf("a store would go to %q", from)
		}
	})
}
