package persistence

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"

	"athar/domain"
	"athar/domain/backup"
)

// A store of an older format is brought up to this one's when it is opened,
// format by format:
//
//  1. A backup of it as it is, which rotation never removes.
//  2. FORMAT says the next number: from now on an older Athar refuses it.
//  3. Step by step, each a record of the log like any other write.
//  4. The store's own record says the next number.
//
// After a crash the next start goes on where it stopped: between 2 and 4 the two
// numbers differ.
func (s *Store) migrate() error {
	for s.format < storeFormat {
		run, known := map[int]func(*Store) error{1: (*Store).migrateTo2}[s.format]
		if !known {
			return damaged(placeOf(keyMeta))
		}
		next := s.format + 1
		if err := s.beginMigration(next); err != nil {
			return fmt.Errorf("migrate to format %d: %w", next, err)
		}
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
func (s *Store) beginMigration(next int) error {
	if s.formatSays(next) {
		return nil
	}
	if err := s.backUpBefore(); err != nil {
		return err
	}
	s.opts.step("migration backed up")
	if err := s.place.writeFormat(next); err != nil {
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
