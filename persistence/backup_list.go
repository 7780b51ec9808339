package persistence

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
	"athar/persistence/vault"
)

// Backups returns the backups in a directory by their heads, newest first.
// Files that are no backups, or whose head cannot be read, are passed over. Of a
// sealed one that the keys do not open, the counts are not known.
func Backups(dir string, keys *vault.Keys) ([]backup.Info, error) {
	files, err := backupFiles(dir)
	if err != nil {
		return nil, err
	}
	var out []backup.Info
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if info, err := readBackupInfo(path, keys); err == nil {
			out = append(out, info)
		}
	}
	return out, nil
}

// backupFiles returns the files in a directory that are named like backups,
// newest first.
func backupFiles(dir string) ([]backup.File, error) {
	names, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fileError(dir, err)
	}
	var out []backup.File
	for i := len(names) - 1; i >= 0; i-- { // the names are in the order of their times
		f, ok := backup.ParseName(names[i].Name())
		info, err := names[i].Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue
		}
		f.Size = info.Size()
		out = append(out, f)
	}
	return out, nil
}

// RotateBackups removes the backups in a directory that rotation gives up, and
// what a write that was cut short left there. Where they are Athar's own, the log
// loses what two of them have.
func (s *Store) RotateBackups(ctx context.Context, dir string) error {
	if err := s.refuseInside(dir); err != nil {
		return err
	}
	s.backups.Lock()
	defer s.backups.Unlock()
	files, err := backupFiles(dir)
	if err != nil {
		return err
	}
	err = removeUnfinished(dir)
	for _, name := range backup.Surplus(files, backup.MaxBytes) {
		if bad := os.Remove(filepath.Join(dir, name)); bad != nil && err == nil {
			err = fileError(dir, bad)
		}
	}
	if err == nil && filepath.Clean(dir) == s.place.path(DirBackups) {
		err = s.shorten(ctx)
	}
	return err
}

// removeUnfinished removes backups whose writing was cut short.
func removeUnfinished(dir string) (err error) {
	names, _ := os.ReadDir(dir)
	for _, n := range names {
		base, tmp := strings.CutSuffix(n.Name(), ".tmp")
		if _, ours := backup.ParseName(base); !tmp || !ours {
			continue
		}
		if bad := os.Remove(filepath.Join(dir, n.Name())); bad != nil && err == nil {
			err = fileError(dir, bad)
		}
	}
	return err
}

func readBackupInfo(path string, keys *vault.Keys) (backup.Info, error) {
	f, src, err := lookAtBackup(path)
	if err != nil {
		return backup.Info{}, err
	}
	defer f.Close()
	head, err := src.Reveal(keys)
	if err != nil {
		head = src.Head
	}
	info := infoOf(head, path, src.Size)
	info.Encrypted = src.Keys != nil
	return info, nil
}

// readBackupHead returns the head of a backup, or of what is inside a sealed one.
func readBackupHead(path string, keys *vault.Keys) (archive.Head, error) {
	f, src, err := lookAtBackup(path)
	if err != nil {
		return archive.Head{}, err
	}
	defer f.Close()
	head, err := src.Reveal(keys)
	return head, archive.Code(err, path)
}

// unreadable says that a file that somebody chose cannot be read.
func unreadable(path string, err error) error {
	return &domain.Error{Code: domain.ErrFileRead, Args: map[string]any{"file": path}, Err: err}
}

func infoOf(h archive.Head, path string, size int64) backup.Info {
	info := backup.Info{
		Path: path, Size: size, Created: h.Created, Reason: backup.Reason(h.Reason), Version: clean(h.Version),
		Store: h.Store, Seq: h.Seq,
		Campaigns: h.Counts[string(rune(letterSummary))], Blocks: h.Counts[string(rune(letterTable))],
	}
	for _, kind := range recordKinds {
		info.Records += h.Counts[string(rune(kind))]
	}
	return info
}
