package persistence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"athar/domain"
	"athar/domain/backup"
)

func format2(t testing.TB, name string) string { return unpacked(t, "testdata/format-2.zip", name) }

// wantFormat2 checks that a store holds what the store of format 2 held.
func wantFormat2(t testing.TB, s *Store) {
	t.Helper()
	raw, err := os.ReadFile(format2(t, "campaigns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want []domain.Campaign
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	for _, c := range want {
		got, err := s.Campaign(ctx, c.ID())
		if err != nil {
			t.Fatal(err)
		}
		for _, ch := range domain.Diff(c, got) {
			if diff := cmp.Diff(domain.FieldsOf(ch.Before), domain.FieldsOf(ch.After), cmp.Comparer(sameValue)); diff != "" {
				t.Errorf("%c differs:\n%s", ch.Kind, diff)
			}
		}
	}
	wantDeeplyVerified(t, s)
}

func TestAStoreOfFormat2IsBroughtUp(t *testing.T) {
	dir := format2(t, "data")
	s := mustOpen(t, dir, plainly())
	if r := s.OpenReport(); !r.Migrated || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantFormat2(t, s)
	wantFormat(t, dir, storeFormat)
	list, err := Backups(filepath.Join(dir, DirBackups), nil)
	if err != nil || !slices.ContainsFunc(list, func(b backup.Info) bool { return b.Reason == backup.BeforeMigration }) {
		t.Errorf("backups are %+v, %v", list, err)
	}
	done := 0
	all, err := s.Summaries(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d campaigns, %v", len(all), err)
	}
	for _, summary := range all {
		c, err := s.Campaign(ctx, summary.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range c.Messages {
			if m.Status == domain.MessageDone {
				done++
			}
		}
	}
	if done != 2 {
		t.Errorf("%d messages are done, and 2 were published", done)
	}
	s = reopen(t, s)
	if r := s.OpenReport(); r.Migrated || r.Replayed > 0 {
		t.Errorf("the next start did it again: %+v", r)
	}
	wantFormat2(t, s)
}

// There never was an encrypted store of format 1.
func sealedFormat2(t testing.TB, name string) string {
	return unpacked(t, "testdata/format-2-sealed.zip", name)
}

func TestAnEncryptedStoreOfFormat2IsBroughtUp(t *testing.T) {
	dir := sealedFormat2(t, "data")
	_, err := Open(dir, plainly())
	wantCode(t, err, domain.ErrLocked)
	wantFormat(t, dir, 2)
	s := mustOpen(t, dir, locked(plainly()))
	if r := s.OpenReport(); !r.Migrated || r.Rebuilt || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantFormat2(t, s)
	wantFormat(t, dir, storeFormat)
	list, err := Backups(filepath.Join(dir, DirBackups), s.opts.Keys)
	if err != nil || len(list) != 1 || list[0].Reason != backup.BeforeMigration || !list[0].Encrypted {
		t.Fatalf("backups are %+v, %v", list, err)
	}
	mustClose(t, s)
	mustDo(t, os.RemoveAll(filepath.Join(dir, dirStore))) // the log alone is enough
	s = mustOpen(t, dir, locked(plainly()))
	if r := s.OpenReport(); !r.Rebuilt || r.Migrated || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	wantFormat2(t, s)
}

func TestASealedBackupOfFormat2IsRestoredAndCanBeMerged(t *testing.T) {
	old := sealedFormat2(t, "format-2.atharbackup")
	opts := locked(plainly())
	dir := filepath.Join(t.TempDir(), "data")
	if _, err := Restore(ctx, dir, old, opts, RestoreOptions{}); err != nil {
		t.Fatal(err)
	}
	wantFormat(t, dir, 2)
	wantFormat2(t, mustOpen(t, dir, opts))
	source, err := OpenSource(ctx, old, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	if scopes, err := source.Scopes(ctx); err != nil || len(scopes) != 2 {
		t.Errorf("%d campaigns to merge, %v", len(scopes), err)
	}
}

// wantContent checks what a store of format 1 holds, which has no history before it is
// brought up.
func wantContent(t testing.TB, s *Store) {
	t.Helper()
	list, err := s.Summaries(ctx)
	if err != nil || len(list) != 4 {
		t.Fatalf("%d campaigns, %v", len(list), err)
	}
	for _, summary := range list {
		if c, err := s.Campaign(ctx, summary.ID); err != nil || c.Header.Title != summary.Title {
			t.Errorf("%v, %v", c.Header, err)
		}
	}
}

// What cannot be changed cannot be brought up, and is read as it is.
func TestAStoreOfAnOlderFormatIsReadWhereItCannotBeChanged(t *testing.T) {
	network := func(o Options) Options {
		o.Site = lyingOn(Site{Kind: SiteNetwork}).Site
		return o
	}
	for name, old := range map[string]struct {
		dir  string
		opts Options
		want func(testing.TB, *Store)
	}{
		"format 1":            {format1(t, "data"), plainly(), wantContent},
		"format 2":            {format2(t, "data"), plainly(), wantFormat2},
		"format 2, encrypted": {sealedFormat2(t, "data"), locked(plainly()), wantFormat2},
	} {
		t.Run(name, func(t *testing.T) {
			before := picture(t, old.dir)
			s := mustOpen(t, old.dir, network(old.opts))
			if s.Reading() != ReadingNetwork || len(s.OpenReport().Problems) > 0 {
				t.Errorf("reading %q, report %+v", s.Reading(), s.OpenReport())
			}
			old.want(t, s)
			mustClose(t, s)
			if picture(t, old.dir) != before {
				t.Error("something in the folder changed")
			}
		})
	}
}

func TestAnEncryptedStoreOfANewerFormatIsOpenedForReading(t *testing.T) {
	opts := locked(plainly())
	s := mustOpen(t, t.TempDir(), opts)
	c := history(t, s, 1)
	mustClose(t, s)
	path := s.place.path(fileFormat)
	mustDo(t, os.WriteFile(path, s.place.formatted(storeFormat+1), 0o600))
	before := picture(t, s.Dir())
	_, err := Open(s.Dir(), plainly())
	if code := domain.CodeOf(err); code != domain.ErrLocked && code != domain.ErrStoreNewer {
		t.Errorf("without keys: %v", err)
	}
	r := mustOpen(t, s.Dir(), opts)
	if r.Reading() != ReadingNewer {
		t.Errorf("reading %q", r.Reading())
	}
	wantCampaign(t, r, c)
	mustClose(t, r)
	if picture(t, s.Dir()) != before {
		t.Error("something in the folder changed")
	}
}

func TestABackupOfFormat2IsRestoredAndCanBeMerged(t *testing.T) {
	old := format2(t, "format-2.atharbackup")
	dir := filepath.Join(t.TempDir(), "data")
	restorePlainly(t, dir, old)
	wantFormat(t, dir, 2)
	wantFormat2(t, mustOpen(t, dir, plainly()))
	source, err := OpenSource(ctx, old, plainly())
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	if scopes, err := source.Scopes(ctx); err != nil || len(scopes) != 2 {
		t.Errorf("%d campaigns to merge, %v", len(scopes), err)
	}
}

// An older Athar takes kinds and fields that it does not know into the journal, and
// makes no records of them.
func TestWhatOnlyTheJournalKnowsIsShownAfterTheMigration(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("a", 1)
	first := w.commit(t, domain.Campaign{}, c)
	if err := s.Commit(ctx, first); err != nil {
		t.Fatal(err)
	}
	after := c
	after.Claims = []domain.Claim{{ID: domain.NewID(), Order: "V", Text: domain.Text{Ar: "بئران ملوثتان"}}}
	after.Messages = slices.Clone(c.Messages)
	after.Messages[0].Purpose = "warn"
	second := w.commit(t, c, after)
	second.Changes = nil
	if err := s.Commit(ctx, second); err != nil {
		t.Fatal(err)
	}
	if err := s.migrateTo3(); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, after)
	if changes, err := s.unshown(ctx, c.ID()); err != nil || len(changes) > 0 {
		t.Errorf("%d records are still other than the journal says, %v", len(changes), err)
	}
	wantVerified(t, s)
}
