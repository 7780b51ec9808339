package persistence

import (
	"context"
	"os"
	"testing"
	"time"

	"athar/domain"
)

func TestADeepVerificationThatFindsNothingIsRemembered(t *testing.T) {
	opts := fast()
	opts.Now = func() time.Time { return time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC) }
	s := mustOpen(t, t.TempDir(), opts)
	history(t, s, 30)
	if !s.Checked().IsZero() {
		t.Error("a new store was checked")
	}
	if _, err := s.Verify(ctx, VerifyOptions{}); err != nil || !s.Checked().IsZero() {
		t.Errorf("one that is not deep counts: %v", err)
	}
	paces := 0
	ended, cancel := context.WithCancel(ctx)
	_, err := s.Verify(ended, VerifyOptions{Deep: true, Pace: func() { paces++; cancel() }})
	wantCode(t, err, domain.ErrCancelled)
	if paces != 1 || !s.Checked().IsZero() {
		t.Errorf("after it was cancelled it went on %d times, checked %v", paces-1, s.Checked())
	}
	if r, err := s.Verify(ctx, VerifyOptions{Deep: true, Pace: func() { paces++ }}); err != nil || !r.OK() || paces < 3 {
		t.Fatalf("report is %+v, %v, after %d paces", r, err, paces)
	}
	s = reopen(t, s)
	if !s.Checked().Equal(opts.Now()) {
		t.Errorf("checked %v", s.Checked())
	}
	for _, text := range []string{"", "athar checked\n", "athar checked\nyesterday\n", "2026-11-23T14:05:00Z\n"} {
		mustDo(t, os.WriteFile(s.place.path(fileChecked), []byte(text), 0o600))
		if !s.Checked().IsZero() {
			t.Errorf("%q says %v", text, s.Checked())
		}
	}
}

func TestADeepVerificationThatFindsDamageIsNotRemembered(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 30)
	s = reopen(t, s)
	segments, err := s.place.segments()
	mustDo(t, err)
	mustDo(t, flip(segments[0].path, 80))
	if r, err := s.Verify(ctx, VerifyOptions{Deep: true}); err != nil || r.OK() {
		t.Fatalf("report is %+v, %v", r, err)
	}
	if !s.Checked().IsZero() {
		t.Errorf("checked %v", s.Checked())
	}
}
