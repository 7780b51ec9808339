package persistence

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain"
)

var _ domain.Preferences = (*Store)(nil)

func wantPreference(t testing.TB, s *Store, name, want string) {
	t.Helper()
	if got, err := s.Preference(ctx, name); err != nil || string(got) != want {
		t.Errorf("preference %s is %q, %v, want %q", name, got, err, want)
	}
}

func mustPrefer(t testing.TB, s *Store, name, data string) {
	t.Helper()
	if err := s.SetPreference(ctx, name, []byte(data)); err != nil {
		t.Fatal(err)
	}
}

func TestTheNewestPreferenceCountsAfterACrashAndARebuild(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	wantPreference(t, s, "checks", "")
	mustPrefer(t, s, "checks", "older")
	for range 2 {
		mustPrefer(t, s, "checks", everyText)
	}
	mustPrefer(t, s, "limits", "others")
	mustPrefer(t, s, "gone", "for now")
	mustPrefer(t, s, "gone", "")
	if s.state.Seq != 5 {
		t.Errorf("the log has %d records, want 5", s.state.Seq)
	}
	crash(t, s)
	s = mustOpen(t, s.Dir(), s.opts)
	for range 2 {
		wantPreference(t, s, "checks", everyText)
		wantPreference(t, s, "limits", "others")
		wantPreference(t, s, "gone", "")
		wantVerified(t, s)
		s = rebuilt(t, reopen(t, s))
	}
}

func TestAPreferenceComesBackWithABackup(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "data"), fast())
	history(t, s, 3)
	mustPrefer(t, s, "checks", everyText)
	info, err := s.Backup(ctx, t.TempDir(), BackupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	mustPrefer(t, s, "checks", "later")
	mustClose(t, s)
	if _, err := Restore(ctx, s.Dir(), info.Path, s.opts, RestoreOptions{}); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	wantPreference(t, s, "checks", everyText)
	wantVerified(t, s)
}

func TestAPreferenceOfAnySizeUpToTheLimitIsKept(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	large := strings.Repeat("كلمة ", maxPreference/9)
	mustPrefer(t, s, "words", large)
	s = reopen(t, s)
	wantPreference(t, s, "words", large)
	wantCode(t, s.SetPreference(ctx, "words", bytes.Repeat([]byte("x"), maxPreference+1)), domain.ErrTooLong)
	for _, name := range []string{"", "كلمات", "a b", "A", strings.Repeat("x", maxPreferenceName+1)} {
		wantCode(t, s.SetPreference(ctx, name, []byte("x")), domain.ErrUnknownValue)
	}
}
