package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"athar/domain"
	"athar/persistence"
)

// chosenFolder returns the data folder that was chosen in place of the usual one,
// which could not be opened; "" when none was.
func chosenFolder() string {
	note, err := folderNote()
	if err != nil {
		return ""
	}
	data, err := os.ReadFile(note)
	if err != nil {
		return ""
	}
	dir := strings.TrimRight(string(data), "\r\n")
	if !filepath.IsAbs(dir) {
		return "" // damaged: the usual folder is better than one beside the program
	}
	return dir
}

// usualFolder returns the folder that is opened when none is named.
func usualFolder() string {
	if dir := chosenFolder(); dir != "" {
		return dir
	}
	return defaultDataDir()
}

// rememberFolder makes a data folder the one that the next start opens.
func rememberFolder(dir string) error {
	note, err := folderNote()
	if err != nil {
		return err
	}
	if dir == defaultDataDir() {
		if err := os.Remove(note); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(note), 0o700); err != nil {
		return err
	}
	return persistence.WriteFile(note, []byte(dir+"\n"))
}

// folderNote is where the choice is kept: not in a data folder, for it says which
// one is to be opened.
func folderNote() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "athar", "data-folder"), nil
}

// findData decides which folder to open, unless it was named. A chosen folder that
// is gone, as on a drive that was unplugged, is never made anew: that would look
// as if everything were lost.
func (in *invocation) findData() error {
	if in.data == "" {
		in.data, in.dataChosen = chosenFolder(), true
	}
	if in.data == "" {
		in.data, in.dataChosen = defaultDataDir(), false
	}
	if !in.dataChosen {
		return nil
	}
	if err := persistence.FinishRestore(in.data); err != nil {
		return err
	}
	if info, err := os.Stat(in.data); err != nil || !info.IsDir() {
		return domain.Problem(domain.ErrFolderGone, "").With("path", in.data)
	}
	return nil
}
