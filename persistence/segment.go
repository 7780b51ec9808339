package persistence

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"athar/domain"
)

// The journal is a row of segment files, each named for the number of its
// first record: journal-00000001.log. A segment starts with
//
//	"ATHJ" 4 | version 2 | zero 2 | store 16 | first 8 | CRC-32C 4
//
// Those of an encrypted store have version 2, and before the checksum the ID of
// the keys, 16 bytes. All of their records are sealed.
const (
	segmentMagic   = "ATHJ"
	segmentVersion = 1
	sealedVersion  = 2
	segmentHeader  = 36
	sealedHeader   = segmentHeader + idSize
	segmentPattern = "journal-%08d.log"

	// maxSegment is the size above which a segment is not ours: rotation
	// happens before one grows past segmentLimit plus one record.
	maxSegment = segmentLimit + maxLogPayload + 1<<20
)

// segmentLimit is the size at which a segment is full, in bytes.
const segmentLimit = 8 << 20

// segment is a segment file that was found.
type segment struct {
	path  string
	first uint64
	seal  *recordSeal // of the store it belongs to
}

// headerSize returns how long the headers of a store's segments are.
func (r *recordSeal) headerSize() int {
	if r == nil {
		return segmentHeader
	}
	return sealedHeader
}

func (s segment) name() string { return filepath.Base(s.path) }

// listSegments returns the segments in the directory in order of their
// records. seal opens them.
func listSegments(dir string, seal *recordSeal) ([]segment, error) {
	names, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fileError(dir, err)
	}
	var out []segment
	for _, n := range names {
		digits := strings.TrimSuffix(strings.TrimPrefix(n.Name(), "journal-"), ".log")
		first, err := strconv.ParseUint(digits, 10, 64)
		if err != nil || fmt.Sprintf(segmentPattern, first) != n.Name() {
			continue
		}
		out = append(out, segment{filepath.Join(dir, n.Name()), first, seal})
	}
	slices.SortFunc(out, func(a, b segment) int {
		switch {
		case a.first < b.first:
			return -1
		case a.first > b.first:
			return 1
		}
		return 0
	})
	return out, nil
}

// segmentHead is what the header of a segment says.
type segmentHead struct {
	store domain.ID
	first uint64    // number of its first record
	keys  domain.ID // that its records are sealed with; NoID for none
}

func (h segmentHead) encode() []byte {
	version := uint16(segmentVersion)
	if h.keys != domain.NoID {
		version = sealedVersion
	}
	out := make([]byte, 0, sealedHeader)
	out = append(out, segmentMagic...)
	out = binary.BigEndian.AppendUint16(out, version)
	out = append(out, 0, 0)
	out = append(out, h.store[:]...)
	out = binary.BigEndian.AppendUint64(out, h.first)
	if h.keys != domain.NoID {
		out = append(out, h.keys[:]...)
	}
	return binary.BigEndian.AppendUint32(out, crc32.Checksum(out, castagnoli))
}

func decodeSegmentHead(buf []byte) (h segmentHead, err error) {
	if len(buf) < segmentHeader || !bytes.HasPrefix(buf, []byte(segmentMagic)) {
		return h, errRecordBad
	}
	size := segmentHeader
	switch binary.BigEndian.Uint16(buf[4:]) {
	case segmentVersion:
	case sealedVersion:
		size = sealedHeader
	default:
		return h, errRecordBad
	}
	if len(buf) < size {
		return h, errRecordBad
	}
	body := buf[:size-recordSum]
	if crc32.Checksum(body, castagnoli) != binary.BigEndian.Uint32(buf[len(body):]) {
		return h, errRecordBad
	}
	h.store, h.first = domain.ID(body[8:8+idSize]), binary.BigEndian.Uint64(body[8+idSize:])
	if size == sealedHeader {
		h.keys = domain.ID(body[size-recordSum-idSize:])
		if h.keys == domain.NoID {
			return segmentHead{}, errRecordBad
		}
	}
	return h, nil
}

// hole is a stretch of a journal that cannot be read, followed by more that
// can: damage, not a write that was cut short.
type hole struct {
	segment  string
	from, to uint64 // numbers of the records in it; from > to when not known
}

// segmentScan is what reading a segment found.
type segmentScan struct {
	next  uint64 // number after the last readable record
	good  int64  // bytes up to the end of the last readable record
	size  int64  // bytes of the file
	at    int64  // where the record begins that is being given to a visitor
	end   int64  // and where it ends
	holes []hole
}

// torn is the number of bytes after the last readable record.
func (s segmentScan) torn() int64 { return s.size - s.good }

// scanSegment reads a segment and gives each readable record to visit, in
// order. Records before from are checked, but neither unpacked nor given; visit
// may be nil. visit's error ends the scan.
func scanSegment(seg segment, store domain.ID, from uint64, visit func(entry) error) (segmentScan, error) {
	scan := segmentScan{next: seg.first}
	info, err := os.Stat(seg.path)
	if err != nil {
		return scan, fileError(seg.path, err)
	}
	scan.size = info.Size()
	if scan.size > maxSegment {
		return scan, damaged("journal/" + seg.name())
	}
	buf, err := os.ReadFile(seg.path)
	if err != nil {
		return scan, fileError(seg.path, err)
	}
	scan.size = int64(len(buf))
	if visit == nil {
		from = math.MaxUint64
	}
	err = scan.read(buf, seg, store, func(e entry, raw []byte) error {
		if e.seq < from {
			return nil
		}
		e, _, err := decodeEntry(raw)
		if err != nil {
			return damaged("journal/" + seg.name())
		}
		return visit(e)
	})
	return scan, err
}

// read finds the records in a segment's bytes and gives each, opened. Of the
// entries the payload is not set.
func (s *segmentScan) read(buf []byte, seg segment, store domain.ID, visit func(e entry, raw []byte) error) error {
	off := seg.seal.headerSize()
	if h, err := decodeSegmentHead(buf); err != nil || h != (segmentHead{store, seg.first, seg.seal.keysID()}) {
		// The header is written and synced before the file gets its name, so
		// it cannot be torn. Its records may still be good.
		s.holes = append(s.holes, hole{seg.name(), 1, 0})
		off = min(off, len(buf))
	}
	s.good = int64(off)
	budget := resyncBudget
	for off < len(buf) {
		e, raw, size, err := seg.seal.check(buf[off:])
		follows := err == nil && (e.seq == s.next || (e.kind == entryLost && e.seq > s.next))
		if !follows {
			skip, found := seg.seal.resync(buf[off:], s.next, &budget)
			if !found {
				return nil
			}
			off += skip
			e, raw, size, _ = seg.seal.check(buf[off:])
			s.holes = append(s.holes, hole{seg.name(), s.next, e.seq - 1})
		}
		s.at, s.end = int64(off), int64(off+size)
		if err := visit(e, raw); err != nil {
			return err
		}
		off += size
		s.next, s.good = e.seq+1, int64(off)
	}
	return nil
}

// resyncBudget bounds the bytes that are checked while looking for the next
// readable record, so that a crafted file cannot hold up the start.
const resyncBudget = 256 << 20

// resync looks for a readable record after a bad one. Records only ever count
// up, so an older one that lies inside some payload is not taken for it.
func (r *recordSeal) resync(buf []byte, next uint64, budget *int) (skip int, found bool) {
	magic := binary.BigEndian.AppendUint32(nil, recordMagic)
	for at := 1; at < len(buf); {
		i := bytes.Index(buf[at:], magic)
		if i < 0 {
			return 0, false
		}
		at += i
		e, _, size, err := r.check(buf[at:])
		if err == nil && e.seq >= next {
			return at, true
		}
		*budget -= max(size, recordHeader)
		if len(buf)-at >= recordHeader {
			*budget -= int(min(binary.BigEndian.Uint32(buf[at+4:]), uint32(len(buf)-at)))
		}
		if *budget < 0 {
			return 0, false
		}
		at++
	}
	return 0, false
}
