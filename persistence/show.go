package persistence

import (
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// fileShow asks whoever has the store open to show its window. It is empty, and
// gone as soon as it is seen.
const fileShow = "show"

// knockPause is how often somebody who knocked looks whether that was heard.
const knockPause = 20 * time.Millisecond

// Knock asks the Athar of this computer that has the store in a directory open to
// show its window, and waits for an answer. It reports whether there was one: a
// command of the terminal that has the store open does not answer.
func Knock(dir string, patience time.Duration) bool {
	lock := filepath.Join(dir, fileLock)
	if _, err := os.Stat(lock); err != nil {
		return false
	}
	f := flock.New(lock)
	free, err := f.TryLock()
	if free {
		_ = f.Close()
	}
	if free || err != nil {
		return false
	}
	_, host := readLock(lock)
	if ours, _ := os.Hostname(); host != ours {
		return false
	}
	show := filepath.Join(dir, fileShow)
	if os.WriteFile(show, nil, 0o600) != nil {
		return false
	}
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(knockPause) {
		if _, err := os.Lstat(show); os.IsNotExist(err) {
			return true
		}
	}
	return os.Remove(show) != nil // when it went just now, somebody heard
}

// Knocked reports whether somebody knocked since it was last asked.
func (s *Store) Knocked() bool { return s.reading == "" && os.Remove(s.place.path(fileShow)) == nil }
