package persistence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"athar/domain"
)

func TestSecondOpenIsToldWhoHasTheStore(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	_, err := Open(s.Dir(), fast())
	wantCode(t, err, domain.ErrAlreadyOpen)
	var e *domain.Error
	host, _ := os.Hostname()
	if !errors.As(err, &e) || e.Args["pid"] != os.Getpid() || e.Args["host"] != host {
		t.Errorf("the error names %v", e.Args)
	}
	c := history(t, s, 1) // and the first goes on
	mustClose(t, s)
	wantCampaign(t, mustOpen(t, s.Dir(), fast()), c)
}

func TestFolderThatHoldsSomethingElseIsRefusedAndLeftAlone(t *testing.T) {
	tests := map[string]struct{ name, text string }{
		"a document":          {"report.docx", "x"},
		"another program":     {fileFormat, "photo library 3\n"},
		"an empty marker":     {fileFormat, ""},
		"a marker without id": {fileFormat, "athar store\nformat 1\n"},
		"format zero":         {fileFormat, "athar store\nformat 0\nid 018f3c5a-0000-7000-8000-000000000001\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, test.name), []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Open(dir, fast())
			wantCode(t, err, domain.ErrNotAthar)
			list, _ := os.ReadDir(dir)
			for _, entry := range list {
				if entry.Name() != test.name {
					t.Errorf("%s was left in the folder", entry.Name())
				}
			}
		})
	}
}

func TestFolderThatIsAsGoodAsEmptyIsTaken(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".DS_Store", "desktop.ini", "Thumbs.db"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mustOpen(t, dir, fast())
}

func TestNewerFormatIsOpenedForReading(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 1)
	mustClose(t, s)
	path := s.place.path(fileFormat)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	newer := strings.Replace(string(text), fmt.Sprintf("format %d", storeFormat), fmt.Sprintf("format %d", storeFormat+1), 1)
	if err := os.WriteFile(path, []byte(newer), 0o600); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), fast())
	if got := s.Reading(); got != ReadingNewer {
		t.Errorf("reading: %q", got)
	}
	wantCampaign(t, s, c)
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirJournal)); err != nil { // nothing this version can read
		t.Fatal(err)
	}
	_, err = Open(s.Dir(), fast())
	wantCode(t, err, domain.ErrStoreNewer)
}

func TestLostMarkerIsWrittenAgain(t *testing.T) {
	for name, lose := range map[string]func(string) error{
		"deleted": os.Remove,
		"emptied": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t, t.TempDir(), fast())
			c := history(t, s, 1)
			mustClose(t, s)
			if err := lose(s.place.path(fileFormat)); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, s.Dir(), fast())
			wantCampaign(t, s, c)
			if id, err := readFormat(s.place.path(fileFormat)); err != nil || id.store != s.place.store {
				t.Errorf("marker is %v, %v", id, err)
			}
		})
	}
}

func TestPlaceThatCannotBeWrittenIsReadOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		_, err := Open(dir, fast())
		wantCode(t, err, domain.ErrReadOnly)
	}
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		dir := t.TempDir()
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		_, err := Open(dir, fast())
		wantCode(t, err, domain.ErrReadOnly)
	} else {
		t.Log("a folder without write permission is not tried: the owner of this process may write everywhere")
	}
}

func TestNamesOfFoldersMayBeInAnyScript(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "حملات المنظمة", "données")
	s := mustOpen(t, dir, fast())
	c := history(t, s, 1)
	wantCampaign(t, reopen(t, s), c)
}

// Windows has an old limit of 260 characters for a whole path. Whatever names
// files and folders is tried: the room on the disk, the store, a backup, a
// restore and its way back, a rebuild.
func TestThePathOfAStoreMayBeLong(t *testing.T) {
	dir := t.TempDir()
	for len([]rune(dir)) <= 260 {
		dir = filepath.Join(dir, "حملات المنظمة للمياه النظيفة في القرى")
	}
	dir = filepath.Join(dir, "data")
	s := workedIn(t, dir)
	if _, err := freeSpace(dir); err != nil {
		t.Error(err)
	}
	info := mustBackup(t, s, filepath.Join(dir, DirBackups))
	backedUp := everything(t, s)
	commit(t, s, domain.Campaign{}, newCampaign("later", 1))
	later := everything(t, s)
	mustClose(t, s)

	kept := mustRestore(t, dir, info.Path).Kept
	if len([]rune(kept)) <= 260 || wholeStore(t, dir) == later {
		t.Errorf("the restore brought back nothing, and put aside %s", kept)
	}
	if _, err := Revert(dir, fast()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, dirStore, "MANIFEST")); err != nil {
		t.Fatal(err)
	}
	if got := wholeStore(t, dir); got != later || got == backedUp {
		t.Error("the rebuilt store is not the one that the restore put aside")
	}
}

// Badger's errors quote keys and values.
func TestTextOfBadgerIsCovered(t *testing.T) {
	secret := errors.New("Value with size 9 exceeded 4 limit:\n63 6c 65 61 6e 20 |clean water|")
	err := storeError("write", fmt.Errorf("y: %w", secret))
	if text := fmt.Sprintf("%v %+v %s", err, err, err); strings.Contains(text, "clean") {
		t.Errorf("%s", text)
	}
	if !errors.Is(err, secret) {
		t.Error("the cause is lost")
	}
}

func TestErrorsOfBadgerGetCodes(t *testing.T) {
	for text, code := range map[string]domain.Code{
		"while opening: permission denied":                           domain.ErrReadOnly,
		"write x: no space left on device":                           domain.ErrDiskFull,
		`Cannot acquire directory lock on "x". Another process is …`: domain.ErrAlreadyOpen,
		"something else": domain.ErrInternal,
	} {
		if got := domain.CodeOf(storeError("open", errors.New(text))); got != code {
			t.Errorf("%q has code %q, want %q", text, got, code)
		}
	}
}

func TestWhatBadgerLogsIsCountedAndForgotten(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	if !s.Healthy() {
		t.Error("a new store is not healthy")
	}
	s.log.Infof("Lifetime L0 stalled for: %s", "clean water")
	s.log.Warningf("x")
	if !s.Healthy() {
		t.Error("a warning is not an illness")
	}
	s.log.Errorf("Error while curlf sync: %s", "clean water")
	if s.Healthy() || strings.Contains(fmt.Sprintf("%+v", s.log), "water") {
		t.Error("the error is not noticed, or its words are kept")
	}
}
