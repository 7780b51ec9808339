package vault

import (
	"crypto/cipher"
	"crypto/sha256"
	"encoding/binary"
	"io"

	"golang.org/x/crypto/chacha20poly1305"

	"athar/domain"
)

// A long file is sealed in chunks, in the STREAM construction (Hoang,
// Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its
// Nonce-Reuse Misuse-Resistance", 2015):
//
//	salt 32 | chunk … | last chunk
//
// Each chunk is 64 KB and a tag of 16; the last may be shorter, and is empty
// only when everything is. A stream has a key of its own, from the subkey, the
// salt and what the caller says it is about. The nonce of a chunk is its number
// in eleven bytes and whether it is the last: chunks cannot be left out, moved,
// doubled or taken from another stream.
const (
	streamSalt  = 32
	chunkSize   = 64 << 10
	sealedChunk = chunkSize + chacha20poly1305.Overhead
)

// streamCipher seals or opens the chunks of one stream.
type streamCipher struct{ cipher.AEAD }

func newStreamCipher(k *Keys, use Use, salt, about []byte) (streamCipher, error) {
	base := k.Subkey(use)
	if base == nil {
		return streamCipher{}, domain.Problem(domain.ErrLocked, "")
	}
	defer wipe(base)
	sum := sha256.Sum256(about)
	key := subkey(base, salt, "athar stream 1"+string(sum[:]))
	defer wipe(key)
	c, err := chacha20poly1305.New(key)
	return streamCipher{c}, err
}

func chunkNonce(n uint64, last bool) []byte {
	nonce := make([]byte, chacha20poly1305.NonceSize)
	binary.BigEndian.PutUint64(nonce[3:], n)
	if last {
		nonce[11] = 1
	}
	return nonce
}

// StreamWriter seals what is written to it. Nothing is whole before Close,
// which does not close the writer below.
type StreamWriter struct {
	w    io.Writer
	seal streamCipher
	next uint64
	buf  []byte // what waits; a full chunk waits too, for it may be the last
	out  []byte
	err  error
}

// NewStreamWriter begins a stream for a use. about says what it is, as for
// Sealer.Seal.
func (k *Keys) NewStreamWriter(w io.Writer, use Use, about []byte) (*StreamWriter, error) {
	salt := random(streamSalt)
	seal, err := newStreamCipher(k, use, salt, about)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(salt); err != nil {
		return nil, err
	}
	return &StreamWriter{
		w: w, seal: seal, buf: make([]byte, 0, chunkSize), out: make([]byte, 0, sealedChunk),
	}, nil
}

// Write implements io.Writer.
func (s *StreamWriter) Write(p []byte) (int, error) {
	done := 0
	for len(p) > 0 && s.err == nil {
		if len(s.buf) == chunkSize {
			s.chunk(false)
			continue
		}
		n := min(len(p), chunkSize-len(s.buf))
		s.buf = append(s.buf, p[:n]...)
		p, done = p[n:], done+n
	}
	return done, s.err
}

func (s *StreamWriter) chunk(last bool) {
	s.out = s.seal.Seal(s.out[:0], chunkNonce(s.next, last), s.buf, nil)
	_, s.err = s.w.Write(s.out)
	s.next++
	s.buf = s.buf[:0]
}

// Close writes the last chunk.
func (s *StreamWriter) Close() error {
	if s.err == nil {
		s.chunk(true)
	}
	clear(s.buf[:cap(s.buf)])
	err := s.err
	if s.err == nil {
		s.err = io.ErrClosedPipe
	}
	return err
}
