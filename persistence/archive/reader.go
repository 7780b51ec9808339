package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"

	"athar/domain"
	"athar/persistence/vault"
)

// Why bytes are not a backup that can be read.
var (
	ErrDamaged = errors.New("backup is damaged")
	ErrForeign = errors.New("not a backup of Athar")
)

// NewerError says that a newer Athar wrote the backup.
type NewerError struct{ Found, Known int }

func (NewerError) Error() string { return "backup was written by a newer version" }

// Reader reads a backup. It keeps no more than one entry in memory.
type Reader struct {
	Head Head

	end     trailer
	raw     io.Reader // the packed entries, through the hash
	hash    hasher
	packs   *zstd.Decoder
	tail    []byte // trailer without its hash
	entries uint64
	bytes   uint64
	buf     []byte
}

type hasher interface {
	io.Writer
	Sum([]byte) []byte
}

// sealBroken is ErrDamaged for what a stream of package vault cannot prove.
func sealBroken(err error) error {
	if errors.Is(err, vault.ErrBroken) {
		return ErrDamaged
	}
	return err
}

func readAt(r io.ReaderAt, buf []byte, off int64) error {
	n, err := r.ReadAt(buf, off)
	if n == len(buf) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		return ErrDamaged // it became shorter meanwhile
	}
	return sealBroken(err)
}

// newReader reads the trailer of a backup that is not sealed.
func newReader(s *Source) (*Reader, error) {
	tail := make([]byte, trailerSize)
	if err := readAt(s.r, tail, s.Size-trailerSize); err != nil {
		return nil, err
	}
	end, ok := decodeTrailer(tail)
	packed := s.Size - int64(len(s.raw)) - trailerSize
	if !ok || end.packed != uint64(packed) {
		return nil, ErrDamaged
	}
	a := &Reader{Head: s.Head, end: end, hash: sha256.New(), tail: tail[:trailerSize-hashSize]}
	a.hash.Write(s.raw)
	a.raw = io.TeeReader(io.NewSectionReader(s.r, int64(len(s.raw)), packed), a.hash)
	return a, a.unpack(zstd.WithDecoderConcurrency(2))
}

// unpack readies the decoder.
func (a *Reader) unpack(how zstd.DOption) error {
	var err error
	a.packs, err = zstd.NewReader(a.raw, zstd.WithDecoderMaxWindow(window),
		zstd.WithDecoderMaxMemory(MaxValue), zstd.WithDecoderLowmem(true), how)
	if err != nil {
		return ErrDamaged
	}
	return nil
}

// Unpacked returns how many bytes the entries take, as the trailer says.
func (a *Reader) Unpacked() uint64 { return a.end.unpacked }

// Share returns how much of the backup was read, from 0 to 1.
func (a *Reader) Share() float64 {
	if a.end.unpacked == 0 {
		return 1
	}
	return min(1, float64(a.bytes)/float64(a.end.unpacked))
}

// Next returns the next entry, whose slices are good until the next call. Only
// io.EOF says that all of them were what was written: until then nothing that
// came from here may be trusted.
func (a *Reader) Next() (Entry, error) {
	var head [entryHead]byte
	_, err := io.ReadFull(a.packs, head[:])
	if errors.Is(err, io.EOF) {
		return Entry{}, a.finish()
	}
	if err != nil {
		return Entry{}, broken(err)
	}
	key := int(binary.BigEndian.Uint16(head[1:]))
	value := binary.BigEndian.Uint32(head[3:])
	size := uint64(entryHead+key) + uint64(value)
	if key > MaxKey || value > MaxValue || a.entries == a.end.entries || a.bytes+size > a.end.unpacked {
		return Entry{}, ErrDamaged
	}
	a.entries++
	a.bytes += size
	if need := key + int(value); cap(a.buf) < need {
		a.buf = make([]byte, need, max(need, 64<<10))
	} else {
		a.buf = a.buf[:need]
	}
	if _, err := io.ReadFull(a.packs, a.buf); err != nil {
		return Entry{}, broken(err)
	}
	return Entry{Kind: head[0], Key: a.buf[:key], Value: a.buf[key:]}, nil
}

// finish compares what was read with the trailer.
func (a *Reader) finish() error {
	if _, err := io.Copy(io.Discard, a.raw); err != nil { // what the decoder had no use for
		return broken(err)
	}
	a.hash.Write(a.tail)
	if a.entries != a.end.entries || a.bytes != a.end.unpacked || !bytes.Equal(a.hash.Sum(nil), a.end.hash[:]) {
		return ErrDamaged
	}
	return io.EOF
}

// Close lets go of what the reader holds, but not of the file.
func (a *Reader) Close() { a.packs.Close() }

// broken tells a file that cannot be read from bytes that make no sense.
func broken(err error) error {
	var known interface{ Timeout() bool } // os errors; the decoder's own have no such thing
	if errors.As(err, &known) {
		return err
	}
	return ErrDamaged
}

// Code returns the error for a person: ErrBackupDamaged, ErrNotBackup or
// ErrBackupNewer about the file, and any other error as it is.
func Code(err error, file string) error {
	var newer NewerError
	switch {
	case errors.Is(err, ErrDamaged):
		return &domain.Error{Code: domain.ErrBackupDamaged, Args: map[string]any{"file": file}, Err: err}
	case errors.Is(err, ErrForeign):
		return &domain.Error{Code: domain.ErrNotBackup, Args: map[string]any{"file": file}, Err: err}
	case errors.As(err, &newer):
		return domain.Problem(domain.ErrBackupNewer, "").
			With("file", file).With("found", newer.Found).With("known", newer.Known)
	}
	return err
}
