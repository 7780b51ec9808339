package vault

import (
	"errors"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// StreamReader opens a sealed stream, at any place. It gives no byte that it
// has not proved. It is not safe for use from several goroutines.
type StreamReader struct {
	r     io.ReaderAt
	seal  streamCipher
	size  int64 // of the plain bytes
	last  int64 // number of the last chunk
	now   int64 // number of the chunk in plain; -1 for none
	plain []byte
	buf   []byte
}

// NewStreamReader reads a stream that takes size bytes of r. The last chunk is
// proved at once: a stream that was cut is ErrBroken. So is one for another
// use, about something else, or sealed with other keys.
func (k *Keys) NewStreamReader(r io.ReaderAt, size int64, use Use, about []byte) (*StreamReader, error) {
	s, err := k.NewCutStreamReader(r, size, use, about)
	if err != nil {
		return nil, err
	}
	return s, s.load(s.last)
}

// NewCutStreamReader reads what there is of a stream that may have been cut. It
// gives no byte that it has not proved either, but that there were no more after
// them is not known.
func (k *Keys) NewCutStreamReader(r io.ReaderAt, size int64, use Use, about []byte) (*StreamReader, error) {
	sealed := size - streamSalt
	if sealed < chacha20poly1305.Overhead {
		return nil, ErrBroken
	}
	salt := make([]byte, streamSalt)
	if err := readFull(r, salt, 0); err != nil {
		return nil, err
	}
	seal, err := newStreamCipher(k, use, salt, about)
	if err != nil {
		return nil, err
	}
	last := (sealed - 1) / sealedChunk
	tail := sealed - last*sealedChunk
	if tail < chacha20poly1305.Overhead || (tail == chacha20poly1305.Overhead && last > 0) {
		return nil, ErrBroken
	}
	return &StreamReader{
		r: r, seal: seal, last: last, now: -1,
		size: last*chunkSize + tail - chacha20poly1305.Overhead,
	}, nil
}

// Size returns how many bytes were sealed.
func (s *StreamReader) Size() int64 { return s.size }

// ReadAt implements io.ReaderAt. Chunks that were changed are ErrBroken.
func (s *StreamReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("vault: a place before the beginning")
	}
	for n < len(p) {
		if off >= s.size {
			return n, io.EOF
		}
		if err := s.load(off / chunkSize); err != nil {
			return n, err
		}
		part := copy(p[n:], s.plain[off%chunkSize:])
		n, off = n+part, off+int64(part)
	}
	return n, nil
}

// load opens a chunk.
func (s *StreamReader) load(chunk int64) error {
	if chunk == s.now {
		return nil
	}
	if s.buf == nil {
		s.buf, s.plain = make([]byte, sealedChunk), make([]byte, 0, chunkSize)
	}
	s.now = -1
	sealed := s.buf
	if chunk == s.last {
		sealed = sealed[:s.size-chunk*chunkSize+chacha20poly1305.Overhead]
	}
	if err := readFull(s.r, sealed, streamSalt+chunk*sealedChunk); err != nil {
		return err
	}
	plain, err := s.seal.Open(s.plain[:0], chunkNonce(uint64(chunk), chunk == s.last), sealed, nil)
	if err != nil {
		clear(s.plain[:cap(s.plain)])
		return ErrBroken
	}
	s.plain, s.now = plain, chunk
	return nil
}

// readFull fills a buffer from a place. What became shorter is broken.
func readFull(r io.ReaderAt, buf []byte, off int64) error {
	n, err := r.ReadAt(buf, off)
	switch {
	case n == len(buf):
		return nil
	case err == nil, errors.Is(err, io.EOF):
		return ErrBroken
	}
	return err
}
