package persistence

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// manyParts is a store with some campaigns, a data set, and more than one segment of
// the log.
func manyParts(t *testing.T, opts Options) *Store {
	t.Helper()
	opts.segmentLimit = 8 << 10
	s := mustOpen(t, t.TempDir(), opts)
	w := newWriter(t, "somebody")
	for _, title := range []string{"wells", "springs", "ماء"} {
		c := newCampaign(title, 4)
		w.keep(t, s, domain.Campaign{}, c)
		for n := range 10 {
			after := withTitle(c, fmt.Sprint(title, n))
			w.keep(t, s, c, after)
			c = after
		}
	}
	mustDo(t, s.PutTable(ctx, tableID(0), newTable(1500), nil))
	mustDo(t, s.SetPreference(ctx, "checks", []byte("{}")))
	return reopen(t, s) // so that there are tables
}

// paces returns how often a whole verification pauses.
func paces(t *testing.T, s *Store) (n int) {
	t.Helper()
	if r, err := s.VerifyOn(ctx, func() { n++ }); err != nil || !r.OK() {
		t.Fatalf("report is %+v, %v", r, err)
	}
	return n
}

func TestAVerificationGoesOnWhereItWasCutShort(t *testing.T) {
	opts, now := fast(), time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)
	opts.Now = func() time.Time { return now }
	s := manyParts(t, opts)
	whole := paces(t, s)
	first := now
	mustDo(t, os.Remove(s.place.path(fileChecked)))

	now = now.Add(time.Hour)
	rounds, did := 0, 0
	for range 4 * whole {
		ended, cancel := context.WithCancel(ctx)
		n := 0
		_, err := s.VerifyOn(ended, func() {
			if n++; n == 8 { // far less than all of it
				cancel()
			}
		})
		cancel()
		did += n
		rounds++
		if err == nil {
			break
		}
		wantCode(t, err, domain.ErrCancelled)
		if !s.Checked().IsZero() {
			t.Fatal("it was cut short and counts")
		}
		now = now.Add(24 * time.Hour / 4)
		s = reopen(t, s)
	}
	if at := s.Checked(); !at.Equal(first.Add(time.Hour)) {
		t.Errorf("checked %v in %d rounds of %d pauses, and it began %v", at, rounds, did, first.Add(time.Hour))
	}
	if rounds < 3 || did > 4*whole {
		t.Errorf("%d rounds with %d pauses do what one does with %d", rounds, did, whole)
	}
	if _, err := os.Stat(s.place.path(fileChecking)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the note is left: %v", err)
	}
}

// cutShort verifies all but the log, and returns what is known then.
func cutShort(t *testing.T, s *Store) roundNote {
	t.Helper()
	r := round{store: s, roundNote: s.readRound()}
	for _, part := range []func(context.Context) (bool, error){r.files, r.campaigns, r.others, r.ids} {
		if whole, err := part(ctx); err != nil || !whole {
			t.Fatal(whole, err)
		}
	}
	s.writeRound(r.roundNote)
	return s.readRound()
}

func TestWhatIsVerifiedInPartsFindsWhatVerifyFinds(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, s *Store){
		"a value of a campaign": func(t *testing.T, s *Store) { meddleWith(t, s, byte(domain.KindMessage)) },
		"a summary":             func(t *testing.T, s *Store) { meddleWith(t, s, letterSummary) },
		"a commit":              func(t *testing.T, s *Store) { meddleWith(t, s, letterJournal) },
		"the state":             func(t *testing.T, s *Store) { meddleWith(t, s, letterPart) },
		"an ID":                 func(t *testing.T, s *Store) { meddleWith(t, s, letterCommit) },
		"a row":                 func(t *testing.T, s *Store) { meddleWith(t, s, letterTable) },
		"a preference":          func(t *testing.T, s *Store) { meddleWith(t, s, letterPreference) },
		"a key nobody knows":    func(t *testing.T, s *Store) { meddle(t, s, op{key: []byte("a"), value: []byte("b")}) },
		"a segment": func(t *testing.T, s *Store) {
			segments, err := s.place.segments()
			mustDo(t, err)
			mustDo(t, flip(segments[0].path, 80))
		},
		"a segment that is gone": func(t *testing.T, s *Store) {
			segments, err := s.place.segments()
			mustDo(t, err)
			mustDo(t, os.Remove(segments[1].path))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := manyParts(t, fast())
			spoil(t, s)
			r, err := s.VerifyOn(ctx, nil)
			if err != nil || r.OK() {
				t.Errorf("report is %+v, %v", r, err)
			}
			if !s.Checked().IsZero() {
				t.Error("it counts as checked")
			}
			if _, err := os.Stat(s.place.path(fileChecking)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the note is left: %v", err)
			}
		})
	}
}

// meddleWith changes the middle of a value of a kind.
func meddleWith(t *testing.T, s *Store, letter byte) {
	t.Helper()
	var o op
	err := s.read("test", func(txn *badger.Txn) error {
		return eachValue(ctx, txn, []byte{letter}, func(key, value []byte) error {
			o = op{key: slices.Clone(key), value: slices.Clone(value)}
			return nil
		})
	})
	mustDo(t, err)
	o.value[len(o.value)/2] ^= 1
	meddle(t, s, o)
}

// A segment that was whole and is gone since is missed all the same.
func TestAVerificationThatGoesOnMissesWhatWentSince(t *testing.T) {
	s := manyParts(t, fast())
	segments, err := s.place.segments()
	mustDo(t, err)
	if len(segments) < 4 {
		t.Fatalf("%d segments", len(segments))
	}
	note := cutShort(t, s)
	for _, seg := range segments[:len(segments)-1] {
		file, err := fileNow(seg.path)
		mustDo(t, err)
		scan, err := scanSegment(seg, s.place.store, 0, nil)
		mustDo(t, err)
		file.next = scan.next
		note.segments = append(note.segments, file)
	}
	s.writeRound(note)
	mustDo(t, os.Remove(segments[1].path))
	if r, err := s.VerifyOn(ctx, nil); err != nil || r.OK() {
		t.Errorf("report is %+v, %v", r, err)
	}
}

func TestWhatWasFoundLongAgoDoesNotCount(t *testing.T) {
	opts, now := fast(), time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)
	opts.Now = func() time.Time { return now }
	s := manyParts(t, opts)
	if note := cutShort(t, s); len(note.whole) != 3 || !note.rest || len(note.tables) == 0 {
		t.Fatalf("the note is %+v", note)
	}
	for name, later := range map[string]time.Duration{"long ago": roundLimit + time.Minute, "in the future": -time.Hour} {
		at := now
		now = now.Add(later)
		if note := s.readRound(); len(note.whole) > 0 || !note.began.Equal(now) {
			t.Errorf("%s: the note is %+v", name, note)
		}
		now = at
	}
	raw, err := os.ReadFile(s.place.path(fileChecking))
	mustDo(t, err)
	for _, bad := range []string{"", "athar", string(raw) + "more\n", strings.Replace(string(raw), "campaign ", "campaign", 1), string(raw[:len(raw)-1])} {
		mustDo(t, os.WriteFile(s.place.path(fileChecking), []byte(bad), 0o600))
		if note := s.readRound(); len(note.whole) > 0 {
			t.Errorf("%q is believed: %+v", bad, note)
		}
	}
}

func TestEveryLetterIsVerifiedInParts(t *testing.T) {
	for _, kind := range recordKinds {
		if !strings.ContainsRune(campaignLetters, rune(kind)) {
			t.Errorf("records %c are passed over", kind)
		}
	}
	if !slices.IsSorted([]byte(campaignLetters)) {
		t.Error("they are not in the order of the keys")
	}
}
