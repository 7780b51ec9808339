package persistence

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/google/uuid"

	"athar/domain"
)

// The file EPOCHS says with which record of the log each epoch began:
//
//	athar epochs
//	0 0193…
//	813 0194…
//
// A checkpoint belongs to the log beside it only when it was made in the epoch
// that was under way at its number. After a restore there are others: the
// numbers in them are those of a log that is not there any more.
const epochsHead = "athar epochs"

// epochs are the epochs of a store, the oldest first.
type epochs []epochStart

type epochStart struct {
	first uint64 // number of the record that began it; 0 when the store was made
	id    domain.ID
}

// at returns the epoch under way at a record; NoID when it is not known.
func (e epochs) at(seq uint64) domain.ID {
	for _, start := range slices.Backward(e) {
		if start.first <= seq {
			return start.id
		}
	}
	return domain.NoID
}

// learn returns the epochs with what a record of the log says. Those that began
// later, as far as was known, were of a log that is not there any more.
func (e epochs) learn(start epochStart) epochs {
	if e.at(start.first) == start.id {
		return e
	}
	for len(e) > 0 && e[len(e)-1].first >= start.first {
		e = e[:len(e)-1]
	}
	return append(e, start)
}

func (e epochs) encode() []byte {
	b := []byte(epochsHead + "\n")
	for _, start := range e {
		b = fmt.Appendf(b, "%d %s\n", start.first, start.id)
	}
	return b
}

// decodeEpochs returns nil for bytes that are not what encode makes.
func decodeEpochs(raw []byte) epochs {
	var out epochs
	lines := bufio.NewScanner(bytes.NewReader(raw))
	if !lines.Scan() || lines.Text() != epochsHead {
		return nil
	}
	for lines.Scan() {
		var start epochStart
		number, id, _ := strings.Cut(lines.Text(), " ")
		parsed, err := uuid.Parse(id)
		if _, bad := fmt.Sscan(number, &start.first); bad != nil || err != nil {
			return nil
		}
		start.id = parsed
		out = append(out, start)
	}
	if !bytes.Equal(out.encode(), raw) || !slices.IsSortedFunc(out, func(a, b epochStart) int {
		return compareNumbers(a.first, b.first)
	}) {
		return nil
	}
	return out
}

func compareNumbers(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// knownEpochs returns what EPOCHS and the log say. Where both speak of the same
// time, the log is newer: EPOCHS is written after it.
func (s *Store) knownEpochs(segments []segment) epochs {
	raw, _ := os.ReadFile(s.place.path(fileEpochs))
	known := decodeEpochs(raw)
	for _, seg := range segments {
		buf, err := os.ReadFile(seg.path)
		if err != nil {
			continue
		}
		scan := segmentScan{next: seg.first}
		_ = scan.read(buf, seg, s.place.store, func(e entry, raw []byte) error {
			if e.kind != entryEpoch {
				return nil
			}
			if e, _, err := decodeEntry(raw); err == nil && len(e.payload) == idSize {
				known = known.learn(epochStart{e.seq, domain.ID(e.payload)})
			}
			return nil
		})
	}
	return known
}

// noteEpoch has EPOCHS end in the epoch that is under way.
func (s *Store) noteEpoch() error {
	path := s.place.path(fileEpochs)
	raw, _ := os.ReadFile(path)
	known := decodeEpochs(raw)
	if n := len(known); n > 0 && known[n-1].id == s.epoch {
		return nil
	}
	segments, err := s.place.segments()
	if err != nil {
		return err
	}
	known = s.knownEpochs(segments)
	if n := len(known); n == 0 || known[n-1].id != s.epoch {
		known = epochs{{0, s.epoch}} // the log does not tell any more
	}
	if err := writeFileSynced(path, known.encode()); err != nil {
		return err
	}
	s.opts.step("epoch noted")
	return nil
}
