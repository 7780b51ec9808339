package persistence

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/backup"
)

// switchDir tells the test binary that it is the child that dies in the middle
// of a restore or a revert; the other two say of what and where.
const (
	switchDir  = "ATHAR_TEST_SWITCH_DIR"
	switchFile = "ATHAR_TEST_SWITCH_FILE" // "" for a revert
	switchStep = "ATHAR_TEST_SWITCH_STEP"
	backupDir  = "ATHAR_TEST_BACKUP_DIR"
)

// What a child does instead of a restore.
const (
	encryptIt = "encrypt"
	decryptIt = "decrypt"
)

// died is the exit code of a child that got to its step.
const died = 7

// dieSwitching restores or reverts until the step, and dies there with
// everything open and locked, as a killed process does.
func dieSwitching(dir string) {
	opts := fast()
	opts.step = func(step string) {
		if step == os.Getenv(switchStep) {
			os.Exit(died)
		}
	}
	var err error
	switch file := os.Getenv(switchFile); file {
	case encryptIt:
		opts.Keys, opts.NewKeys = locked(opts).Keys, locked(opts).NewKeys
		_, err = Encrypt(ctx, dir, opts, ConvertOptions{})
	case decryptIt:
		opts.Keys = locked(opts).Keys
		_, err = Decrypt(ctx, dir, opts, ConvertOptions{})
	case "":
		_, err = Revert(dir, opts)
	default:
		_, err = Restore(ctx, dir, file, opts, RestoreOptions{})
	}
	fmt.Println(err)
	os.Exit(1)
}

// backUpUntilKilled makes one backup after the other.
func backUpUntilKilled(dir string) error {
	s, err := Open(dir, killOptions())
	if err != nil {
		return err
	}
	for {
		info, err := s.Backup(ctx, filepath.Join(dir, DirBackups), BackupOptions{
			Reason: backup.Working, step: func(step string) { fmt.Println(step) },
		})
		if err != nil {
			return err
		}
		fmt.Println("verified", info.Path)
	}
}

func TestADeathAtAnyStepOfARestoreLeavesOneOfTheStores(t *testing.T) {
	for _, c := range []struct {
		step   string
		revert bool
		isNext bool // which of the two is there afterwards
	}{
		{step: "begun"},
		{step: "built"},
		{step: "ready"},
		{step: "backups moved"},
		{step: "old aside", isNext: true},
		{step: "new in place", isNext: true},
		{step: "noted", revert: true},
		{step: "ready", revert: true},
		{step: "backups moved", revert: true},
		{step: "old aside", revert: true, isNext: true},
		{step: "new in place", revert: true, isNext: true},
	} {
		t.Run(fmt.Sprintf("%s, revert %v", c.step, c.revert), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "data")
			s := workedIn(t, dir)
			info := mustBackup(t, s, filepath.Join(dir, DirBackups))
			next := everything(t, s)
			commit(t, s, domain.Campaign{}, newCampaign("later", 1))
			old := everything(t, s)
			mustClose(t, s)
			file := info.Path
			if c.revert {
				mustRestore(t, dir, file)
				old, next, file = next, old, ""
			}
			dieAt(t, dir, file, c.step)
			want := old
			if c.isNext {
				want = next
			}
			if wholeStore(t, dir) != want {
				t.Error("the store is not the one it should be")
			}
			wantNothingLeft(t, dir, c.revert, c.isNext)
			if list, err := Backups(filepath.Join(dir, DirBackups), fast().Keys); err != nil || len(list) != 1 {
				t.Errorf("%d backups are left, %v", len(list), err)
			}
		})
	}
}

// wantNothingLeft checks what a restore leaves beside the store.
func wantNothingLeft(t *testing.T, dir string, revert, isNext bool) {
	t.Helper()
	kept, _ := KeptStore(dir)
	if (kept != "") != (revert || isNext) {
		t.Errorf("kept is %q", kept)
	}
	for _, path := range []string{dir + suffixRestoring, filepath.Join(dir, fileRestoring)} {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is left", path)
		}
	}
}

func dieAt(t *testing.T, dir, file, step string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), switchDir+"="+dir, switchFile+"="+file, switchStep+"="+step)
	out, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != died {
		t.Fatalf("the child did not get to its step: %s", out)
	}
}

func TestAKillDuringABackupHarmsNeitherTheStoreNorOlderBackups(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	want := everything(t, s)
	mustClose(t, s)
	kills := 12
	if raced || testing.Short() {
		kills = 4
	}
	named := map[string]bool{}
	for range kills {
		for _, path := range killBackup(t, dir, rand.IntN(9)) {
			named[path] = true
		}
		if wholeStore(t, dir) != want {
			t.Fatal("the store changed")
		}
	}
	list, err := Backups(filepath.Join(dir, DirBackups), fast().Keys)
	if err != nil || len(list) < len(named) || len(list) == 0 {
		t.Fatalf("%d of %d backups are left, %v", len(list), len(named), err)
	}
	for _, info := range list {
		if _, err := ReadBackup(ctx, info.Path, fast().Keys, nil); err != nil {
			t.Errorf("%s: %v", info.Path, err)
		}
	}
}

// killBackup kills a child that makes backups after some steps, and returns
// those it said were made.
func killBackup(t *testing.T, dir string, steps int) (named []string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), backupDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		what, path, _ := strings.Cut(lines.Text(), " ")
		if what == "error" {
			t.Errorf("child: %s", lines.Text())
		}
		if path != "" {
			named = append(named, path)
		}
		if steps--; steps == 0 {
			timer := time.AfterFunc(time.Duration(rand.IntN(8000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
			defer timer.Stop()
		}
		if steps < -20 {
			_ = cmd.Process.Kill()
		}
	}
	_ = cmd.Wait()
	return named
}
