package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/zstd"

	"athar/domain"
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

// ReadHead reads what a file of a size says is in it, and nothing else.
func ReadHead(r io.ReaderAt, size int64) (Head, error) {
	h, _, err := readHead(r, size)
	return h, err
}

func readHead(r io.ReaderAt, size int64) (h Head, raw []byte, err error) {
	if size == 0 {
		return h, nil, ErrDamaged
	}
	prefix := make([]byte, min(size, prefixSize))
	if err := readAt(r, prefix, 0); err != nil {
		return h, nil, err
	}
	if !bytes.HasPrefix(prefix, []byte(magic)) {
		if bytes.HasPrefix([]byte(magic), prefix) {
			return h, nil, ErrDamaged // cut within its first bytes
		}
		return h, nil, ErrForeign
	}
	if len(prefix) < prefixSize {
		return h, nil, ErrDamaged
	}
	if v := int(binary.BigEndian.Uint16(prefix[8:])); v > Version {
		return h, nil, NewerError{v, Version}
	}
	length := int64(binary.BigEndian.Uint32(prefix[12:]))
	if length > maxHead || prefixSize+length+sumSize+trailerSize > size {
		return h, nil, ErrDamaged
	}
	raw = make([]byte, prefixSize+length+sumSize)
	if err := readAt(r, raw, 0); err != nil {
		return h, nil, err
	}
	body := raw[:prefixSize+length]
	if crc32.Checksum(body, castagnoli) != binary.BigEndian.Uint32(raw[len(body):]) ||
		binary.BigEndian.Uint16(raw[8:]) != Version || json.Unmarshal(body[prefixSize:], &h) != nil {
		return h, nil, ErrDamaged
	}
	return h, raw, nil
}

func readAt(r io.ReaderAt, buf []byte, off int64) error {
	n, err := r.ReadAt(buf, off)
	if n == len(buf) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		return ErrDamaged // it became shorter meanwhile
	}
	return err
}

// NewReader reads head and trailer of a file of a size.
func NewReader(r io.ReaderAt, size int64) (*Reader, error) {
	head, raw, err := readHead(r, size)
	if err != nil {
		return nil, err
	}
	tail := make([]byte, trailerSize)
	if err := readAt(r, tail, size-trailerSize); err != nil {
		return nil, err
	}
	end, ok := decodeTrailer(tail)
	packed := size - int64(len(raw)) - trailerSize
	if !ok || end.packed != uint64(packed) {
		return nil, ErrDamaged
	}
	a := &Reader{Head: head, end: end, hash: sha256.New(), tail: tail[:trailerSize-hashSize]}
	a.hash.Write(raw)
	a.raw = io.TeeReader(io.NewSectionReader(r, int64(len(raw)), packed), a.hash)
	a.packs, err = zstd.NewReader(a.raw, zstd.WithDecoderMaxWindow(window),
		zstd.WithDecoderMaxMemory(MaxValue), zstd.WithDecoderConcurrency(2), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, ErrDamaged
	}
	return a, nil
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
