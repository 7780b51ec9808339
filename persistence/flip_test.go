package persistence

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
)

// checkDir tells the test binary that it is the child that opens a damaged
// store: some damage makes Badger end the process.
const checkDir = "ATHAR_TEST_CHECK_DIR"

// checkDamaged opens the store and prints what it found: "whole" when
// everything is as it was, "told" when damage was reported, "silent" when
// something is wrong and nothing said so.
func checkDamaged(dir string) string {
	s, err := Open(dir, Options{FreeSpace: plenty})
	if err != nil {
		if domain.CodeOf(err) == domain.ErrStoreDamaged {
			return "told"
		}
		return "error " + err.Error()
	}
	defer s.Close()
	n, err := lastNumber(s)
	switch {
	case domain.CodeOf(err) == domain.ErrStoreDamaged:
		return "told"
	case err != nil || n != flipEdits:
		return fmt.Sprintf("silent: %d, %v", n, err)
	}
	table, err := s.Table(ctx, tableID(0))
	switch {
	case domain.CodeOf(err) == domain.ErrStoreDamaged:
		return "told"
	case err != nil || tableDiff(newTable(killedRows), table) != "":
		return fmt.Sprintf("silent: table, %v", err)
	}
	return "whole"
}

const flipEdits = 40

// One bit of any file changed: what was kept is there, or the damage is told.
// It is never passed over. Where Badger ends the process itself, nothing is
// passed over either; the count is logged.
func TestOneChangedBitIsNeverSilent(t *testing.T) {
	flips := 48
	if testing.Short() {
		flips = 12
	}
	for _, clean := range []bool{true, false} {
		t.Run(fmt.Sprintf("clean close %v", clean), func(t *testing.T) {
			dir := flipStore(t, clean)
			files := flipFiles(t, dir)
			if !clean {
				flips /= 3 // the logs of a killed process are large to copy
				files = slices.DeleteFunc(files, func(name string) bool {
					return !strings.Contains("MANIFEST .mem .sst .log", flipKind(name))
				})
			}
			outcomes := map[string]int{}
			for i := range flips {
				file := files[i%len(files)]
				outcome := flipAndCheck(t, dir, file)
				if strings.HasPrefix(outcome, "silent") || strings.HasPrefix(outcome, "error") {
					t.Errorf("%s: %s", file, outcome)
				}
				outcomes[flipKind(file)+" "+outcome]++
			}
			t.Log(outcomes)
		})
	}
}

func flipKind(file string) string {
	if ext := filepath.Ext(file); ext != "" {
		return ext
	}
	return filepath.Base(file)
}

// flipStore makes a store with commits and a table, closed or as a killed
// process leaves it.
func flipStore(t *testing.T, clean bool) string {
	t.Helper()
	s := mustOpen(t, t.TempDir(), Options{FreeSpace: plenty})
	if err := s.PutTable(ctx, tableID(0), newTable(killedRows), nil); err != nil {
		t.Fatal(err)
	}
	before := domain.Campaign{}
	for n := range flipEdits {
		if n == flipEdits/2 {
			s = reopen(t, s) // half of it in tables, half in the log
		}
		after := numbered(n + 1)
		if err := s.Commit(ctx, commitOf(before, after)); err != nil {
			t.Fatal(err)
		}
		before = after
	}
	if clean {
		mustClose(t, s)
		return s.Dir()
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(s.Dir())); err != nil {
		t.Fatal(err)
	}
	return dir
}

func flipFiles(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"store/*", "journal/*"} {
		list, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range list {
			if info, err := os.Stat(path); err == nil && info.Size() > 0 && info.Mode().IsRegular() {
				name, _ := filepath.Rel(dir, path)
				out = append(out, name)
			}
		}
	}
	return out
}

func flipAndCheck(t *testing.T, from, file string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, file)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	end := len(strings.TrimRight(string(data), "\x00")) // logs end in zeros, where nothing is
	bit := rand.IntN(max(end, 1) * 8)
	data[bit/8] ^= 1 << (bit % 8)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), checkDir+"="+dir)
	out, err := cmd.Output()
	if err != nil || len(out) == 0 {
		return "process ended"
	}
	return strings.TrimSpace(string(out))
}
