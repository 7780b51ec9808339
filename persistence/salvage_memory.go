package persistence

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
)

// What Badger has not yet put into a table lies in logs of its own:
//
//	number of the key 8 | first 12 bytes of every vector | entry …
//	entry: kind 1 | unused 1 | length of the key | of the value | time | key | value | CRC-32C 4
//
// The three numbers are varints. In an encrypted store key and value are
// encrypted, with a vector that ends in where the entry begins, 4 bytes. The
// entries of a transaction have a kind of their own, and another one ends it.
// After the last one follow zeros.
const (
	memHead   = 20
	memInTxn  = 1 << 6
	memEndTxn = 1 << 7
	maxMem    = 4 * memTableSize
)

// memEntry is an entry of a log of Badger's.
type memEntry struct {
	kind       byte
	key, value []byte
}

// log takes what is in a log of Badger's up to where it ends or is damaged. An
// end that was cut short cannot be told from damage, and the log of the store
// has what was acknowledged, so it is no loss.
func (t *tableSalvage) log(path string) error {
	place := dirStore + "/" + filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil || info.Size() > maxMem {
		t.s.unread(Unread{Place: place})
		return nil
	}
	buf, err := os.ReadFile(path)
	if err != nil {
		t.s.unread(Unread{Place: place})
		return nil
	}
	if len(buf) < memHead {
		return nil
	}
	key, known := t.keys[binary.BigEndian.Uint64(buf)]
	if !known {
		t.s.unread(Unread{Place: place})
		return nil
	}
	var open []memEntry // of the transaction that has not ended
	for at := memHead; ; {
		e, size, ok := readMemEntry(buf, at, key)
		if !ok {
			return nil
		}
		at += size
		switch {
		case e.kind&memInTxn != 0:
			open = append(open, e)
			continue
		case e.kind&memEndTxn == 0:
			open = append(open[:0], e)
		}
		for _, e := range open {
			if err := t.entry(e.key, e.value, e.kind&badgerDeleted != 0); err != nil {
				return err
			}
		}
		open = open[:0]
	}
}

// readMemEntry reads the entry at a place of a log and returns how long it is.
func readMemEntry(buf []byte, at int, key []byte) (e memEntry, size int, ok bool) {
	rest := buf[at:]
	if len(rest) < 2 {
		return e, 0, false
	}
	size = 2
	var numbers [3]uint64
	for i := range numbers {
		v, n := binary.Uvarint(rest[size:])
		if n <= 0 || v > maxMem && i < 2 {
			return e, 0, false
		}
		numbers[i], size = v, size+n
	}
	head, keySize := size, int(numbers[0])
	size += keySize + int(numbers[1])
	if keySize == 0 || size+crc32.Size > len(rest) ||
		crc32.Checksum(rest[:size], castagnoli) != binary.BigEndian.Uint32(rest[size:]) {
		return e, 0, false
	}
	body := rest[head:size]
	if key != nil {
		block, err := aes.NewCipher(key)
		if err != nil {
			return e, 0, false
		}
		vector := append(append(make([]byte, 0, aes.BlockSize), buf[8:memHead]...), 0, 0, 0, 0)
		binary.BigEndian.PutUint32(vector[12:], uint32(at))
		plain := make([]byte, len(body))
		cipher.NewCTR(block, vector).XORKeyStream(plain, body)
		body = plain
	}
	return memEntry{rest[0], body[:keySize], body[keySize:]}, size + crc32.Size, true
}
