package persistence

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"

	"athar/domain"
)

// The file CHECKING says what a verification in parts found to be whole before it was
// cut short:
//
//	athar checking
//	began 2026-11-23T14:05:00Z
//	table 000012.sst 1048576 1795442700000000000
//	campaign 0193…
//	rest
//	ids 4b0193…
//	segment journal-00000001.log 8388608 1795442700000000000 813
//
// Files stand there with their size and when they were changed, in nanoseconds since
// 1970, segments with the number of the first record after them; "ids" is the key up to which the IDs of commits were looked up. It holds
// nothing that anybody wrote, and is of no use to another store.
type roundNote struct {
	began            time.Time
	tables, segments []checkedFile
	whole            []domain.ID // campaigns
	rest             bool        // what belongs to no campaign
	last             []byte      // the last key of the IDs
}

const (
	roundHead = "athar checking"
	roundTime = "began "

	tableLine   = "%s %d %d"    // name, size, time
	segmentLine = "%s %d %d %d" // name, size, time, number of the first record after it

	// maxRound bounds the file, in bytes; far above what thousands of campaigns need.
	maxRound = 1 << 20
)

// checkedFile is a file as it was found to be whole.
type checkedFile struct {
	name     string
	size     int64
	modified int64  // nanoseconds since 1970
	next     uint64 // of a segment: number of the first record after it
}

// same reports whether it is the same file and was not changed.
func (f checkedFile) same(o checkedFile) bool {
	return f.name == o.name && f.size == o.size && f.modified == o.modified
}

// fileNow returns a file as it is.
func fileNow(path string) (checkedFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return checkedFile{}, fileError(path, err)
	}
	return checkedFile{name: filepath.Base(path), size: info.Size(), modified: info.ModTime().UnixNano()}, nil
}

func (n roundNote) encode() []byte {
	b := fmt.Appendf(nil, "%s\n%s%s\n", roundHead, roundTime, n.began.UTC().Format(time.RFC3339))
	for _, f := range n.tables {
		b = fmt.Appendf(b, "table "+tableLine+"\n", f.name, f.size, f.modified)
	}
	for _, id := range n.whole {
		b = fmt.Appendf(b, "campaign %s\n", id)
	}
	if n.rest {
		b = append(b, "rest\n"...)
	}
	if len(n.last) > 0 {
		b = fmt.Appendf(b, "ids %x\n", n.last)
	}
	for _, f := range n.segments {
		b = fmt.Appendf(b, "segment "+segmentLine+"\n", f.name, f.size, f.modified, f.next)
	}
	return b
}

// decodeRound reads what encode makes; began is zero for anything else.
func decodeRound(raw []byte) (n roundNote) {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	if !lines.Scan() || lines.Text() != roundHead || !lines.Scan() {
		return roundNote{}
	}
	began, is := strings.CutPrefix(lines.Text(), roundTime)
	at, err := time.Parse(time.RFC3339, began)
	if !is || err != nil {
		return roundNote{}
	}
	n.began = at
	for lines.Scan() {
		if !n.learn(lines.Text()) {
			return roundNote{}
		}
	}
	if !bytes.Equal(n.encode(), raw) {
		return roundNote{}
	}
	return n
}

// learn reads a line and reports whether it is one.
func (n *roundNote) learn(line string) (ok bool) {
	word, rest, _ := strings.Cut(line, " ")
	var f checkedFile
	var err error
	switch word {
	case "table":
		_, err = fmt.Sscanf(rest, tableLine, &f.name, &f.size, &f.modified)
		n.tables = append(n.tables, f)
	case "segment":
		_, err = fmt.Sscanf(rest, segmentLine, &f.name, &f.size, &f.modified, &f.next)
		n.segments = append(n.segments, f)
	case "campaign":
		var id uuid.UUID
		id, err = uuid.Parse(rest)
		n.whole = append(n.whole, id)
	case "rest":
		n.rest = true
	case "ids":
		n.last, err = hex.DecodeString(rest)
	default:
		return false
	}
	return err == nil
}

// readRound returns the round that is under way, or a new one: where it began too long
// ago, or later than now, nothing of it counts.
func (s *Store) readRound() roundNote {
	now := s.opts.Now()
	fresh := roundNote{began: now}
	f, err := os.Open(s.place.path(fileChecking))
	if err != nil {
		return fresh
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxRound))
	n := decodeRound(raw)
	if age := now.Sub(n.began); err != nil || age < -time.Minute || age > roundLimit {
		return fresh
	}
	return n
}

// writeRound keeps a note. Where that cannot be done, more is verified again than
// need be.
func (s *Store) writeRound(n roundNote) {
	if text := n.encode(); s.reading == "" && len(text) < maxRound {
		_ = writeFileSynced(s.place.path(fileChecking), text)
	}
}

// dropRound ends a round.
func (s *Store) dropRound() {
	if s.reading == "" {
		if err := os.Remove(s.place.path(fileChecking)); err != nil && !errors.Is(err, os.ErrNotExist) {
			s.writeRound(roundNote{}) // which is too old to count
		}
	}
}
