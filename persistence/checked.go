package persistence

import (
	"os"
	"strings"
	"time"
)

// The file CHECKED says when everything was last verified and nothing was found
// to be wrong:
//
//	athar checked
//	2026-11-23T14:05:00Z
//
// It is of no use to a store that is made of a backup, and never gets there.
const checkedHead = "athar checked\n"

// Checked returns when a deep verification last found nothing to be wrong; the
// zero time when that is not known.
func (s *Store) Checked() time.Time {
	text, err := os.ReadFile(s.place.path(fileChecked))
	rest, ours := strings.CutPrefix(string(text), checkedHead)
	if err != nil || !ours {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339, strings.TrimSpace(rest))
	if err != nil {
		return time.Time{}
	}
	return at
}

// noteChecked notes when nothing was found to be wrong. Where that cannot be
// kept, everything is verified once more than it need be.
func (s *Store) noteChecked(at time.Time) {
	if s.reading != "" {
		return
	}
	text := checkedHead + at.UTC().Format(time.RFC3339) + "\n"
	_ = writeFileSynced(s.place.path(fileChecked), []byte(text))
}
