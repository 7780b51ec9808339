package persistence

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"

	"athar/domain"
	"athar/domain/backup"
	"athar/domain/journal"
)

// A store of an older format is brought up to this one's when it is opened:
//
//  1. A backup of it as it is, which rotation never removes.
//  2. FORMAT says this format's number: from now on an older Athar refuses it.
//  3. Format by format, step by step, each a record of the log like any other write.
//  4. After each format the store's own record says its number.
//
// After a crash the next start goes on where it stopped: between 2 and the last 4
// the two numbers differ.
func (s *Store) migrate() error {
	if s.format >= storeFormat {
		return nil
	}
	if err := s.beginMigration(); err != nil {
		return fmt.Errorf("migrate to format %d: %w", storeFormat, err)
	}
	for s.format < storeFormat {
		run, known := map[int]func(*Store) error{1: (*Store).migrateTo2, 2: (*Store).migrateTo3}[s.format]
		if !known {
			return damaged(placeOf(keyMeta))
		}
		next := s.format + 1
		if err := run(s); err != nil {
			return fmt.Errorf("migrate to format %d: %w", next, err)
		}
		if err := s.endMigration(next); err != nil {
			return fmt.Errorf("migrate to format %d: %w", next, err)
		}
	}
	return nil
}

// beginMigration does the first two steps unless they were done.
func (s *Store) beginMigration() error {
	if s.formatSays(storeFormat) {
		return nil
	}
	if err := s.backUpBefore(); err != nil {
		return err
	}
	s.opts.step("migration backed up")
	if err := s.place.writeFormat(storeFormat); err != nil {
		return err
	}
	s.opts.step("migration begun")
	return nil
}

func (s *Store) endMigration(next int) error {
	payload := binary.BigEndian.AppendUint16(nil, uint16(next))
	if err := s.keepNow(entryFormat, append(payload, s.place.store[:]...)); err != nil {
		return err
	}
	s.format, s.report.Migrated = next, true
	s.opts.step("migration done")
	return nil
}

// backUpBefore makes a backup of what is kept before anything is changed.
func (s *Store) backUpBefore() error {
	if s.state.Seq == 0 {
		return nil // there is nothing
	}
	ctx, dir := context.Background(), s.place.path(DirBackups)
	list, err := Backups(dir, s.opts.Keys)
	if err != nil {
		return err
	}
	for _, b := range list { // one that a start made which then died
		if b.Reason == backup.BeforeMigration && b.Store == s.place.store && b.Seq == s.state.Seq {
			if _, err := ReadBackup(ctx, b.Path, s.opts.Keys, nil); err == nil {
				return nil
			}
		}
	}
	_, err = s.Backup(ctx, dir, BackupOptions{Reason: backup.BeforeMigration, Version: s.opts.Version})
	return err
}

// formatSays reports whether FORMAT has the number.
func (s *Store) formatSays(format int) bool {
	raw, err := os.ReadFile(s.place.path(fileFormat))
	return err == nil && bytes.Equal(raw, s.place.formatted(format))
}

// settleFormat has FORMAT say what the store is.
func (s *Store) settleFormat() error {
	if s.formatSays(storeFormat) {
		return nil
	}
	return s.place.writeFormat(storeFormat)
}

// campaignIDs returns every campaign that is kept.
func (s *Store) campaignIDs() ([]domain.ID, error) {
	list, err := s.Summaries(context.Background())
	ids := make([]domain.ID, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	return ids, err
}

// migrateTo3 makes records of what only the journal has: kinds and fields that an
// older Athar took from a newer one without knowing them. What it did know lies as
// before and is read as before; see wireMessage.
func (s *Store) migrateTo3() error {
	ctx := context.Background()
	list, err := s.Summaries(ctx)
	if err != nil {
		return err
	}
	for _, summary := range list {
		changes, err := s.unshown(ctx, summary.ID)
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			continue
		}
		commit := domain.Commit{ID: domain.NewID(), Campaign: summary.ID, Changes: changes, Summary: summary}
		if err := s.Commit(ctx, commit); err != nil {
			return err
		}
		s.opts.step("campaign migrated")
	}
	return nil
}

// unshown returns how the records of a campaign differ from what its journal says.
func (s *Store) unshown(ctx context.Context, campaign domain.ID) ([]domain.Change, error) {
	c, err := s.Campaign(ctx, campaign)
	if err != nil {
		return nil, err
	}
	state, err := s.Journal(ctx, campaign)
	if err != nil {
		return nil, err
	}
	kept := map[journal.Ref]domain.Record{}
	for _, r := range c.Records() {
		kept[domain.RefOf(r.Kind(), r.RecordID())] = r
	}
	all := state.Records()
	var changes []domain.Change
	for _, ref := range slices.SortedFunc(maps.Keys(all), journal.Ref.Compare) {
		r, err := domain.RecordOf(domain.Kind(ref.Kind), ref.ID, all[ref])
		if err != nil || reflect.DeepEqual(r, kept[ref]) {
			continue // of a kind that is not known here either, or as it is
		}
		changes = append(changes, domain.Change{Kind: r.Kind(), ID: ref.ID, Before: kept[ref], After: r})
	}
	return changes, nil
}
