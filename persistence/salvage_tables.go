package persistence

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// badgerDeleted is set in what Badger keeps of a key that was deleted.
const badgerDeleted = 1

// badgerStamp is the length of the version that Badger appends to a key: all
// ones minus its number.
const badgerStamp = 8

// readTables reads Badger's files, block by block and entry by entry.
func (s *Salvage) readTables(ctx context.Context) error {
	dir := s.place.path(dirStore)
	names, err := os.ReadDir(dir)
	if err != nil || len(names) == 0 {
		s.unread(Unread{Place: dirStore, Missing: true})
		return nil
	}
	keys, err := readTableKeys(dir, s.place.badgerKey)
	if err != nil {
		s.unread(Unread{Place: dirStore + "/" + badger.KeyRegistryFileName})
	}
	s.missTables(dir)
	t := tableSalvage{s: s, keys: keys.all()}
	for _, n := range names {
		if ctx.Err() != nil {
			return cancelled(ctx.Err())
		}
		path := filepath.Join(dir, n.Name())
		switch {
		case !badgerFile.MatchString(n.Name()) || !n.Type().IsRegular():
			continue
		case filepath.Ext(path) == ".sst":
			err = t.table(path)
		case filepath.Ext(path) == ".mem":
			err = t.log(path)
		default:
			continue
		}
		if err != nil {
			return err
		}
	}
	t.finish()
	return nil
}

// missTables notes tables that there should be, as far as the MANIFEST says.
func (s *Salvage) missTables(dir string) {
	f, err := os.Open(filepath.Join(dir, badger.ManifestFilename))
	if err != nil {
		s.unread(Unread{Place: dirStore + "/" + badger.ManifestFilename, Missing: os.IsNotExist(err)})
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() > maxManifest {
		err = errUnusable
	}
	var manifest badger.Manifest
	end := int64(0)
	if err == nil {
		manifest, end, err = badger.ReplayManifestFile(f, badgerMagic, badgerOptions(dir, &badgerLog{}, s.place.badgerKey))
	}
	if err != nil || end != info.Size() {
		s.unread(Unread{Place: dirStore + "/" + badger.ManifestFilename})
	}
	for id := range manifest.Tables {
		name := fmt.Sprintf(sstName, id)
		if _, err := os.Lstat(filepath.Join(dir, name)); err != nil {
			s.unread(Unread{Place: dirStore + "/" + name, Missing: true})
		}
	}
}

// maxManifest bounds what is read of a MANIFEST, in bytes.
const maxManifest = 64 << 20

// all returns the keys of tables by their numbers; that of what is not encrypted
// is nil.
func (k *tableKeys) all() map[uint64][]byte {
	if k == nil {
		return map[uint64][]byte{0: nil}
	}
	out := map[uint64][]byte{}
	for id := uint64(1); id <= maxRegistry/8; id++ {
		key, known := k.of(id)
		if !known {
			break
		}
		out[id] = key
	}
	return out
}

// tableSalvage takes what is in Badger's files.
type tableSalvage struct {
	s       *Salvage
	keys    map[uint64][]byte
	state   wireState // the newest that was found
	version uint64    // of it
}

// entry takes one version of one key.
func (t *tableSalvage) entry(stamped, value []byte, deleted bool) error {
	if len(stamped) <= badgerStamp {
		return nil
	}
	key := stamped[:len(stamped)-badgerStamp]
	version := ^binary.BigEndian.Uint64(stamped[len(key):])
	if deleted {
		value = nil
	}
	switch {
	case letterOf(key) == letterCommit && len(key) == 1+idSize && len(t.s.records) < maxSalvaged:
		if env, err := openEnvelope(key, value); err == nil && goodCommitValue(env) {
			seq := binary.BigEndian.Uint64(env.payload)
			t.s.records[version] = max(t.s.records[version], seq)
		}
	case slices.Equal(key, keyState) && version >= t.version:
		var w wireState
		if env, err := openEnvelope(key, value); err == nil && cborDec.Unmarshal(env.payload, &w) == nil {
			t.state, t.version = w, version
		}
	case version > 0:
		return t.s.keep(key, value, finding{version: version})
	}
	return nil
}

// finish notes how far the tables go, and whether all is there.
func (t *tableSalvage) finish() {
	s := t.s
	if t.version == 0 {
		return
	}
	s.tables = t.state.Seq
	s.expect(t.state.Seq, t.state.Counts)
	if len(s.report.Unread) > 0 || len(s.bad) > 0 || len(s.lost()) > 0 {
		return
	}
	s.floor = t.state.Seq
}

// table takes what is in the blocks of a table that can be read.
func (t *tableSalvage) table(path string) error {
	place := dirStore + "/" + filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		t.s.unread(Unread{Place: place})
		return nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.s.unread(Unread{Place: place})
		return nil
	}
	sizes, key, err := t.blocks(f, info.Size())
	if err != nil {
		t.s.unread(Unread{Place: place})
		return nil
	}
	open, at := sstOpener{key: key}, int64(0)
	for _, size := range sizes {
		packed := make([]byte, size)
		_, err := f.ReadAt(packed, at)
		at += int64(size)
		var plain []byte
		if err == nil {
			plain, err = open.block(packed)
		}
		if err != nil {
			t.s.unread(Unread{Place: place})
			continue
		}
		if err := t.block(plain); err != nil {
			return err
		}
	}
	return nil
}

// blocks returns how long the blocks of a table are, and what opens them. Which
// key that is stands in the MANIFEST alone, so each is tried.
func (t *tableSalvage) blocks(f io.ReaderAt, size int64) (sizes []int, key []byte, err error) {
	sealed, end, err := readSSTIndex(f, size)
	if err != nil {
		return nil, nil, err
	}
	for _, key := range t.keys {
		index, err := decryptSST(nil, sealed, key)
		if err != nil {
			continue
		}
		if sizes, err := blockSizes(index, end); err == nil {
			return sizes, key, nil
		}
	}
	return nil, nil, errUnusable
}

// block takes the entries of a block:
//
//	shared 2 | rest 2 | rest of the key | kind 1 | unused 1 | time 1 to 10 | value
//
// The numbers are little endian. What is shared is the beginning of the block's
// first key. The entries are followed by where each begins, 4 bytes each, and by
// their number, 4 bytes, big endian.
func (t *tableSalvage) block(plain []byte) error {
	starts, end := entryStarts(plain)
	var first []byte
	for i, at := range starts {
		to := end
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if at+4 > to || to > end {
			return nil // whole, and not what Badger writes
		}
		shared := int(binary.LittleEndian.Uint16(plain[at:]))
		rest := int(binary.LittleEndian.Uint16(plain[at+2:]))
		body := plain[at+4 : to]
		if shared > len(first) || rest > len(body) {
			return nil
		}
		key := slices.Concat(first[:shared], body[:rest])
		if i == 0 {
			first = key
		}
		meta, value, ok := tableValue(body[rest:])
		if !ok {
			return nil
		}
		if err := t.entry(key, value, meta&badgerDeleted != 0); err != nil {
			return err
		}
	}
	return nil
}

// entryStarts returns where the entries of a block begin, and where the last one
// ends.
func entryStarts(plain []byte) (starts []int, end int) {
	if len(plain) < 4 {
		return nil, 0
	}
	n := uint64(binary.BigEndian.Uint32(plain[len(plain)-4:]))
	if n > uint64(len(plain)-4)/4 {
		return nil, 0
	}
	end = len(plain) - 4 - 4*int(n)
	for i := range int(n) {
		starts = append(starts, int(binary.LittleEndian.Uint32(plain[end+4*i:])))
	}
	return starts, end
}

func tableValue(raw []byte) (meta byte, value []byte, ok bool) {
	if len(raw) < 3 {
		return 0, nil, false
	}
	_, n := binary.Uvarint(raw[2:]) // when it expires: never
	if n <= 0 {
		return 0, nil, false
	}
	return raw[0], raw[2+n:], true
}
