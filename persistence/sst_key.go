package persistence

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// Badger encrypts tables with keys of its own, which it keeps in KEYREGISTRY,
// encrypted with ours:
//
//	vector 16 | "Hello Badger", encrypted | key …
//	key: length 4 | CRC-32C 4 | protocol buffer
//
// It believes every length in there, so the file is checked before.
const (
	registryHead   = aes.BlockSize + len("Hello Badger")
	maxRegistryKey = 1 << 10
	maxRegistry    = 1 << 20
)

// tableKeys are the keys of an encrypted store's tables; nil for a store that is
// not encrypted.
type tableKeys struct{ registry *badger.KeyRegistry }

// readTableKeys returns errUnusable for a KEYREGISTRY that was damaged, or that
// is not that of the key. A missing one has no keys.
func readTableKeys(dir string, key []byte) (*tableKeys, error) {
	path := filepath.Join(dir, badger.KeyRegistryFileName)
	raw, err := readShared(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && key != nil:
		return &tableKeys{}, nil
	case errors.Is(err, os.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fileError(path, err)
	case !isRegistry(raw):
		return nil, errUnusable
	case key == nil:
		return nil, nil
	}
	registry, err := badger.OpenKeyRegistry(badger.KeyRegistryOptions{
		Dir: dir, ReadOnly: true, EncryptionKey: key, EncryptionKeyRotationDuration: tableKeyLife,
	})
	if err != nil {
		return nil, errUnusable
	}
	return &tableKeys{registry}, nil
}

// isRegistry reports whether a KEYREGISTRY is whole.
func isRegistry(raw []byte) bool {
	if len(raw) < registryHead || len(raw) > maxRegistry {
		return false
	}
	for raw = raw[registryHead:]; len(raw) > 0; {
		if len(raw) < 8 {
			return false
		}
		size := binary.BigEndian.Uint32(raw)
		if size > maxRegistryKey || int(size) > len(raw)-8 ||
			crc32.Checksum(raw[8:8+size], castagnoli) != binary.BigEndian.Uint32(raw[4:]) {
			return false
		}
		raw = raw[8+size:]
	}
	return true
}

// of returns the key with a number, nil for a table that is not encrypted.
// known is false for one that must not be there.
func (k *tableKeys) of(id uint64) (key []byte, known bool) {
	if k == nil || k.registry == nil {
		return nil, k == nil && id == 0
	}
	found, err := k.registry.DataKey(id)
	if err != nil || found == nil {
		return nil, false
	}
	return found.Data, true
}

// decryptSST decrypts an index or a block into dst, which may be nil. Without a
// key it returns it as it is.
func decryptSST(dst, sealed, key []byte) ([]byte, error) {
	if key == nil {
		return sealed, nil
	}
	size := len(sealed) - aes.BlockSize
	block, err := aes.NewCipher(key)
	if err != nil || size < 0 {
		return nil, errUnusable
	}
	dst = slices.Grow(dst[:0], size)[:size]
	cipher.NewCTR(block, sealed[size:]).XORKeyStream(dst, sealed[:size])
	return dst, nil
}
