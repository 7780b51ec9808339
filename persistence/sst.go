package persistence

import (
	"bufio"
	"crypto/aes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"slices"

	"github.com/dgraph-io/badger/v4/fb"
	"github.com/klauspost/compress/snappy"
)

// Badger's tables are read here without Badger, because Badger either trusts
// every byte of a table or ends the process over a wrong one. A table is
//
//	block … | index | length 4 | checksum of the index | length 4
//
// A block is compressed with Snappy. Unpacked it is
//
//	entries, offsets, number of entries 4 | checksum of what is before | length 4
//
// In an encrypted store, blocks (once compressed) and the index are encrypted,
// and their initialisation vector of 16 bytes follows them. The checksum of the
// index is over its encrypted form, that of a block over what is unpacked.
//
// The keys and their versions stand in the entries. The envelope of a value
// says nothing about its version: one changed bit of a version makes an old
// value the newest, and the block's checksum is the only one that covers it.

// sstName is the name of the table with a number.
const sstName = "%06d.sst"

// maxSSTBlock bounds what a block unpacks to, in bytes. A block ends at 4 KB or
// after the first value that goes beyond.
const maxSSTBlock = 2*maxValue + 64<<10

// checkSST returns errUnusable for a table that does not hold what Badger wrote
// into it.
// visit gets every block and may end it.
func checkSST(path string, key []byte, visit func(sstBlock) error) error {
	f, err := openShared(path)
	if err != nil {
		return errUnusable
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fileError(path, err)
	}
	return readSST(f, info.Size(), key, visit)
}

// anyBlock is content with every block.
func anyBlock(sstBlock) error { return nil }

// sstBlock is a block of a table.
type sstBlock struct {
	at     int64  // where it stands
	packed []byte // as it stands there
	plain  []byte // unpacked, without the checksum
}

// readSST checks a table of a size and gives each of its blocks to visit. They
// are only valid during the call. key is that of an encrypted table.
func readSST(f io.ReaderAt, size int64, key []byte, visit func(sstBlock) error) error {
	index, end, err := readSSTIndex(f, size)
	if err == nil {
		index, err = decryptSST(nil, index, key)
	}
	if err != nil {
		return err
	}
	sizes, err := blockSizes(index, end)
	if err != nil {
		return err
	}
	return readSSTBlocks(io.NewSectionReader(f, 0, end), sizes, key, visit)
}

// readSSTIndex returns the index of a table as it stands there, and where it
// begins.
func readSSTIndex(f io.ReaderAt, size int64) (index []byte, at int64, err error) {
	end := sstEnd{f: f, at: size}
	sum := end.before(int64(end.number()))
	index = end.before(int64(end.number()))
	if end.bad || len(index) == 0 || protoSum(sum) != uint64(crc32.Checksum(index, castagnoli)) {
		return nil, 0, errUnusable
	}
	return index, end.at, nil
}

// blockSizes returns how long each block is. They must fill the file up to the
// index without a gap: a byte in a gap would belong to no checksum.
func blockSizes(index []byte, end int64) (sizes []int, err error) {
	defer func() {
		if recover() != nil { // the generated reader trusts the offsets in the index
			sizes, err = nil, errUnusable
		}
	}()
	table := fb.GetRootAsTableIndex(index, 0)
	var at int64
	for i := range table.OffsetsLength() {
		var block fb.BlockOffset
		if !table.Offsets(&block, i) || int64(block.Offset()) != at || block.Len() == 0 {
			return nil, errUnusable
		}
		at += int64(block.Len())
		if at > end || int(block.Len()) > snappy.MaxEncodedLen(maxSSTBlock)+aes.BlockSize {
			return nil, errUnusable
		}
		sizes = append(sizes, int(block.Len()))
	}
	if at != end || len(sizes) == 0 {
		return nil, errUnusable
	}
	return sizes, nil
}

func readSSTBlocks(f *io.SectionReader, sizes []int, key []byte, visit func(sstBlock) error) error {
	r := bufio.NewReaderSize(f, int(min(f.Size(), readBuffer)))
	b := sstBlock{}
	open := sstOpener{key: key}
	for _, size := range sizes {
		b.packed = slices.Grow(b.packed[:0], size)[:size]
		if _, err := io.ReadFull(r, b.packed); err != nil {
			return errUnusable
		}
		var err error
		if b.plain, err = open.block(b.packed); err != nil {
			return err
		}
		if err := visit(b); err != nil {
			return err
		}
		b.at += int64(size)
	}
	return nil
}

// sstOpener opens blocks one by one, in the same memory.
type sstOpener struct {
	key                 []byte
	unpacked, decrypted []byte
}

// block returns what is in a block, which is good until the next one.
func (o *sstOpener) block(packed []byte) ([]byte, error) {
	packed, err := decryptSST(o.decrypted, packed, o.key)
	if err != nil {
		return nil, err
	}
	if o.key != nil {
		o.decrypted = packed
	}
	if n, err := snappy.DecodedLen(packed); err != nil || n > maxSSTBlock {
		return nil, errUnusable
	}
	if o.unpacked, err = snappy.Decode(o.unpacked[:cap(o.unpacked)], packed); err != nil {
		return nil, errUnusable
	}
	return checkSSTBlock(o.unpacked)
}

// checkSSTBlock returns an unpacked block without its checksum.
func checkSSTBlock(unpacked []byte) ([]byte, error) {
	end := len(unpacked) - 4
	if end < 0 {
		return nil, errUnusable
	}
	size := int64(binary.BigEndian.Uint32(unpacked[end:]))
	if size > int64(end) {
		return nil, errUnusable
	}
	plain := unpacked[:int64(end)-size]
	if protoSum(unpacked[len(plain):end]) != uint64(crc32.Checksum(plain, castagnoli)) {
		return nil, errUnusable
	}
	return plain, nil
}

// sstEnd reads a table backwards.
type sstEnd struct {
	f   io.ReaderAt
	at  int64
	bad bool
}

// before returns the n bytes before the current place and moves there.
func (e *sstEnd) before(n int64) []byte {
	if e.bad || n <= 0 || n > e.at || n > math.MaxInt32 {
		e.bad = true
		return nil
	}
	e.at -= n
	buf := make([]byte, n)
	if _, err := e.f.ReadAt(buf, e.at); err != nil {
		e.bad = true
		return nil
	}
	return buf
}

func (e *sstEnd) number() uint32 {
	b := e.before(4)
	if e.bad {
		return 0
	}
	return binary.BigEndian.Uint32(b)
}

// protoSum returns the sum of Badger's checksum message, whose algorithm is
// CRC-32C and so left out; no sum of 32 bits when it is anything else.
func protoSum(raw []byte) uint64 {
	if len(raw) == 0 {
		return 0 // a sum of zero is left out as well
	}
	sum, n := binary.Uvarint(raw[1:])
	if raw[0] != 2<<3 || n != len(raw)-1 {
		return math.MaxUint64
	}
	return sum
}
