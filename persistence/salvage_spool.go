package persistence

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"os"
)

// spool is a file for values that are read later. It is sealed with a key that
// only this process has, so that what stays behind of a process that was killed
// says nothing.
type spool struct {
	file *os.File
	seal cipher.AEAD
	size int64
}

func newSpool(dir string) (*spool, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, notWritable(dir, err)
	}
	f, err := os.CreateTemp(dir, "athar-export-*.tmp")
	if err != nil {
		return nil, notWritable(dir, err)
	}
	key := make([]byte, 32)
	_, _ = rand.Read(key)           // which never fails
	block, _ := aes.NewCipher(key)  // for 32 bytes it cannot fail either
	seal, _ := cipher.NewGCM(block) // nor this
	return &spool{file: f, seal: seal}, nil
}

// put keeps a value and returns where.
func (s *spool) put(value []byte) (at int64, err error) {
	sealed := s.seal.Seal(nil, s.nonce(s.size), value, nil)
	if _, err := s.file.WriteAt(sealed, s.size); err != nil {
		return 0, fileError(s.file.Name(), err)
	}
	at, s.size = s.size, s.size+int64(len(sealed))
	return at, nil
}

// get returns a value of a size.
func (s *spool) get(at int64, size int32) ([]byte, error) {
	sealed := make([]byte, int(size)+s.seal.Overhead())
	if _, err := s.file.ReadAt(sealed, at); err != nil {
		return nil, fileError(s.file.Name(), err)
	}
	value, err := s.seal.Open(sealed[:0], s.nonce(at), sealed, nil)
	if err != nil {
		return nil, internal("what was put aside was changed")
	}
	return value, nil
}

// nonce is where a value lies: no two lie at one place.
func (s *spool) nonce(at int64) []byte {
	n := make([]byte, s.seal.NonceSize())
	binary.BigEndian.PutUint64(n, uint64(at))
	return n
}

func (s *spool) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
