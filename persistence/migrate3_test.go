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
