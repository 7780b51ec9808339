package archive

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"io"

	"github.com/klauspost/compress/zstd"
)

// errTooLarge says that an entry is above its bounds.
var errTooLarge = errors.New("entry is too large for a backup")

// Writer writes a backup. Nothing is whole before Finish.
type Writer struct {
	out   counter
	packs *zstd.Encoder
	seal  io.Closer // of a sealed backup; nil for any other
	trailer
	head    uint64 // bytes of the head
	scratch [entryHead]byte
}

// NewWriter writes the head.
func NewWriter(w io.Writer, h Head) (*Writer, error) {
	head, err := h.encode()
	if err != nil {
		return nil, err
	}
	a := &Writer{out: counter{w: w, hash: sha256.New()}, head: uint64(len(head))}
	if _, err := a.out.Write(head); err != nil {
		return nil, err
	}
	a.packs, err = zstd.NewWriter(&a.out, zstd.WithEncoderLevel(zstd.SpeedFastest),
		zstd.WithWindowSize(window), zstd.WithEncoderConcurrency(2),
		zstd.WithEncoderCRC(false)) // the SHA-256 covers it
	return a, err
}

// Entry writes an entry. It does not keep the slices.
func (a *Writer) Entry(e Entry) error {
	if len(e.Key) > MaxKey || len(e.Value) > MaxValue {
		return errTooLarge
	}
	a.scratch[0] = e.Kind
	binary.BigEndian.PutUint16(a.scratch[1:], uint16(len(e.Key)))
	binary.BigEndian.PutUint32(a.scratch[3:], uint32(len(e.Value)))
	for _, part := range [][]byte{a.scratch[:], e.Key, e.Value} {
		if _, err := a.packs.Write(part); err != nil {
			return err
		}
	}
	a.entries++
	a.unpacked += uint64(entryHead + len(e.Key) + len(e.Value))
	return nil
}

// Finish writes the trailer. It closes nothing.
func (a *Writer) Finish() error {
	if err := a.packs.Close(); err != nil {
		return err
	}
	a.packed = a.out.n - a.head
	if _, err := a.out.Write(a.encode()); err != nil {
		return err
	}
	if _, err := a.out.w.Write(a.out.hash.Sum(nil)); err != nil || a.seal == nil {
		return err
	}
	return a.seal.Close()
}

// Abandon lets go of what a writer holds that will not be finished.
func (a *Writer) Abandon() {
	if a.packs != nil {
		a.packs.Reset(nil)
	}
}

// counter adds up what is written through it.
type counter struct {
	w    io.Writer
	hash hash.Hash
	n    uint64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.hash.Write(p[:n])
	c.n += uint64(n)
	return n, err
}
