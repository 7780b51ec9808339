package persistence

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/journal"
)

// format1 unpacks the store of format 1 and returns the path of something in it.
func format1(t testing.TB, name string) string { return unpacked(t, "testdata/format-1.zip", name) }

func unpacked(t testing.TB, file, name string) string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	dir := t.TempDir()
	for _, f := range z.File {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, name)
}

// plainly is how a store of format 1 is opened: none of them is encrypted.
func plainly() Options { return Options{FreeSpace: plenty, noSync: true} }

func restorePlainly(t testing.TB, dir, path string) {
	t.Helper()
	if _, err := Restore(ctx, dir, path, plainly(), RestoreOptions{}); err != nil {
		t.Fatal(err)
	}
}

// wantFixture checks that a store holds what the store of format 1 held, with a
// journal of how it came to that.
func wantFixture(t testing.TB, s *Store) {
	t.Helper()
	raw, err := os.ReadFile(format1(t, "campaigns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want []domain.Campaign
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	list, err := s.Summaries(ctx)
	if err != nil || len(list) != len(want) {
		t.Fatalf("%d campaigns, want %d; %v", len(list), len(want), err)
	}
	for _, c := range want {
		got, err := s.Campaign(ctx, c.ID())
		if err != nil {
			t.Fatal(err)
		}
		for _, ch := range domain.Diff(c, got) { // but for the form of what is empty or unsorted
			if diff := cmp.Diff(domain.FieldsOf(ch.Before), domain.FieldsOf(ch.After), cmp.Comparer(sameValue)); diff != "" {
				t.Errorf("%c differs:\n%s", ch.Kind, diff)
			}
		}
		for _, set := range got.DataSets {
			if _, err := s.Table(ctx, set.ID); err != nil {
				t.Errorf("rows: %v", err)
			}
		}
		wantHistory(t, s, c)
	}
	wantDeeplyVerified(t, s)
}

func sameValue(a, b journal.Value) bool { return a == b }

// wantHistory checks that the past of a migrated campaign is told.
func wantHistory(t testing.TB, s *Store, c domain.Campaign) {
	t.Helper()
	var labels []string
	for commit, err := range s.History(ctx, c.ID()) {
		if err != nil {
			t.Fatal(err)
		}
		if commit.Author != "" || commit.At.Before(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s by %q at %v", commit.Label, commit.Author, commit.At)
		}
		labels = append(labels, commit.Label)
	}
	want := []string{"edit.campaign.create", "edit.message.add", "edit.message.remove", "edit.undo", "edit.campaign.rename"}
	if c.Header.Title == "Copy / نسخة" {
		want = []string{"edit.campaign.duplicate"}
	}
	for _, label := range want {
		if !slices.Contains(labels, label) {
			t.Errorf("%s is missing in %v", label, labels)
		}
	}
	if slices.Contains(labels, domain.LabelMigrated) {
		t.Errorf("the log told everything, and still: %v", labels)
	}
}

func wantDeeplyVerified(t testing.TB, s *Store) {
	t.Helper()
	r, err := s.Verify(ctx, VerifyOptions{Deep: true})
	if err != nil || !r.OK() {
		t.Fatalf("deep verify found %v, %v", r.Problems, err)
	}
}

func wantFormat(t testing.TB, dir string, format int) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, fileFormat))
	if err != nil || !bytes.Contains(raw, fmt.Appendf(nil, "\nformat %d\n", format)) {
		t.Errorf("FORMAT says %q, %v", raw, err)
	}
}

func TestAStoreOfFormat1IsBroughtUpWithItsHistory(t *testing.T) {
	dir := format1(t, "data")
	s := mustOpen(t, dir, plainly())
	if r := s.OpenReport(); !r.Migrated || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantFixture(t, s)
	wantFormat(t, dir, storeFormat)
	if s.Epoch() == domain.NoID || s.Epoch() == s.ID() {
		t.Errorf("the epoch is %v", s.Epoch())
	}
	epoch := s.Epoch()
	s = reopen(t, s)
	if r := s.OpenReport(); r.Migrated || r.Replayed > 0 {
		t.Errorf("the next start did it again: %+v", r)
	}
	wantFixture(t, s)
	list, err := Backups(filepath.Join(dir, DirBackups), fast().Keys)
	if err != nil || len(list) != 1 || list[0].Reason != backup.BeforeMigration {
		t.Fatalf("backups are %+v, %v", list, err)
	}
	mustClose(t, s)

	// The log alone is enough.
	if err := os.RemoveAll(filepath.Join(dir, dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, dir, plainly())
	if r := s.OpenReport(); !r.Rebuilt || r.Migrated {
		t.Errorf("report is %+v", r)
	}
	if s.Epoch() != epoch {
		t.Error("nothing was lost, and the epoch is another")
	}
	wantFixture(t, s)
}

func TestABackupOfFormat1IsRestoredAndMigrated(t *testing.T) {
	old := format1(t, "format-1.atharbackup")
	list := mustReadBackup(t, old)
	if len(list.Campaigns) != 4 || list.Gaps || list.History != 42 {
		t.Errorf("contents are %+v", list)
	}
	dir := filepath.Join(t.TempDir(), "data")
	restorePlainly(t, dir, old)
	wantFormat(t, dir, 1)
	s := mustOpen(t, dir, plainly())
	if r := s.OpenReport(); !r.Migrated || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantFixture(t, s)
	again := mustBackup(t, s, t.TempDir())
	mustClose(t, s)
	restorePlainly(t, dir, again.Path)
	s = mustOpen(t, dir, plainly())
	if s.OpenReport().Migrated {
		t.Error("a backup of this format was migrated")
	}
	wantFixture(t, s)
}

func TestTheBackupBeforeAMigrationIsOfTheOldFormat(t *testing.T) {
	s := mustOpen(t, format1(t, "data"), plainly())
	list, err := Backups(filepath.Join(s.Dir(), DirBackups), nil)
	if err != nil || len(list) != 1 {
		t.Fatalf("backups are %+v, %v", list, err)
	}
	head, _ := readAll(t, list[0].Path)
	if head.StoreFormat != 1 || mustReadBackup(t, list[0].Path).History != 42 {
		t.Errorf("the backup has format %d", head.StoreFormat)
	}
	dir := filepath.Join(t.TempDir(), "data")
	restorePlainly(t, dir, list[0].Path)
	wantFixture(t, mustOpen(t, dir, plainly()))
}

func mustReadBackup(t testing.TB, path string) backup.Contents {
	t.Helper()
	c, err := ReadBackup(ctx, path, fast().Keys, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The other two of switchDir: migrateDir has the child open a store, and
// migrateStep says where it dies.
const (
	migrateDir  = "ATHAR_TEST_MIGRATE_DIR"
	migrateStep = "ATHAR_TEST_MIGRATE_STEP"
)

// dieMigrating opens a store of format 1 and dies on the way, the n-th time
// that it comes to a step.
func dieMigrating(dir string) {
	var name string
	var times int
	_, _ = fmt.Sscanf(os.Getenv(migrateStep), "%d %q", &times, &name)
	opts := plainly()
	opts.step = func(step string) {
		if step == name {
			if times--; times == 0 {
				os.Exit(died)
			}
		}
	}
	_, err := Open(dir, opts)
	fmt.Println(err)
	os.Exit(1)
}

func TestADeathAtAnyStepOfAMigrationLosesNothing(t *testing.T) {
	for _, step := range []string{
		`1 "writing"`, `1 "written"`, `1 "verified"`, `1 "named"`, `1 "migration backed up"`, `1 "migration begun"`,
		`1 "campaign migrated"`, `2 "campaign migrated"`, `4 "campaign migrated"`, `1 "migration done"`,
	} {
		t.Run(step, func(t *testing.T) {
			t.Parallel()
			dir := format1(t, "data")
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), migrateDir+"="+dir, migrateStep+"="+step)
			out, _ := cmd.CombinedOutput()
			if cmd.ProcessState.ExitCode() != died {
				t.Fatalf("the child did not get to its step: %s", out)
			}
			s := mustOpen(t, dir, plainly())
			if r := s.OpenReport(); len(r.Problems) > 0 || r.Rebuilt {
				t.Errorf("report is %+v", r)
			}
			wantFixture(t, s)
			wantFormat(t, dir, storeFormat)
			if list, err := Backups(filepath.Join(dir, DirBackups), fast().Keys); err != nil || len(list) != 1 {
				t.Errorf("backups are %+v, %v", list, err)
			}
		})
	}
}

func TestACampaignWithoutAPastInTheLogIsMigratedAsItIs(t *testing.T) {
	dir := format1(t, "data")
	if err := os.RemoveAll(filepath.Join(dir, dirJournal)); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, dir, plainly())
	list, err := s.Summaries(ctx)
	if err != nil || len(list) != 4 {
		t.Fatalf("%d campaigns, %v", len(list), err)
	}
	for _, c := range list {
		for commit, err := range s.History(ctx, c.ID) {
			if err != nil || commit.Label != domain.LabelMigrated {
				t.Errorf("%v, %v", commit, err)
			}
		}
	}
	r, err := s.Verify(ctx, VerifyOptions{Deep: true})
	if err != nil || len(r.Problems) != 1 || r.Problems[0].Place[:7] != "journal" { // only of the log that is gone
		t.Errorf("verify found %v, %v", r.Problems, err)
	}
}
