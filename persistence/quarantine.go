package persistence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// putAside moves files that are not Badger's out of its directory.
func (s *Store) putAside(names []string) error {
	for _, name := range names {
		if err := s.quarantine(s.place.path(dirStore, name), name); err != nil {
			return err
		}
	}
	return nil
}

// quarantine moves a file or directory under a directory that is named for the
// time; nothing that may hold somebody's work is ever deleted.
func (s *Store) quarantine(path, name string) error {
	dir, err := s.quarantineDir()
	if err != nil {
		return err
	}
	if err := os.Rename(path, s.place.path(dir, name)); err != nil {
		return fileError(path, err)
	}
	return fileError(s.place.dir, syncDir(filepath.Dir(path)))
}

// quarantineDir makes the directory for what this start puts aside.
func (s *Store) quarantineDir() (string, error) {
	if s.report.Quarantine != "" {
		return s.report.Quarantine, nil
	}
	base := quarantinePrefix + s.opts.Now().UTC().Format("20060102T150405Z")
	dir := base
	for i := 2; ; i++ {
		err := os.Mkdir(s.place.path(dir), 0o700)
		if err == nil {
			break
		}
		if !errors.Is(err, os.ErrExist) || i > 1000 {
			return "", fileError(s.place.path(dir), err)
		}
		dir = fmt.Sprintf("%s-%d", base, i)
	}
	s.report.Quarantine = dir
	return dir, nil
}
