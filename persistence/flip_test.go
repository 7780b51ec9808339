package persistence

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
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

// flipSeed names the environment variable that says which bits are changed: a
// number, or "random". Without it they are always the same.
const flipSeed = "ATHAR_FLIP_SEED"

// flipBits returns the source of the places where bits are changed.
func flipBits(t *testing.T) *rand.Rand {
	t.Helper()
	seed := uint64(1)
	switch text := os.Getenv(flipSeed); text {
	case "":
	case "random":
		seed = rand.Uint64()
	default:
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%s=%d", flipSeed, seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// One bit of any file changed: what was kept is there, or the damage is told.
// It is never passed over. Where Badger ends the process itself, nothing is
// passed over either; the count is logged.
func TestOneChangedBitIsNeverSilent(t *testing.T) {
	t.Parallel() // it mostly waits for processes
	flips := 40
	if raced || testing.Short() {
		flips = 12
	}
	for _, clean := range []bool{true, false} {
		t.Run(fmt.Sprintf("clean close %v", clean), func(t *testing.T) {
			bits := flipBits(t)
			im := flipStore(t, clean)
			files := im.flippable()
			outcomes := map[string]int{}
			for i := range flips {
				file := files[i%len(files)]
				outcome := im.flipAndCheck(t, file, bits)
				if isBadOutcome(file, outcome) {
					t.Errorf("%s: %s", file, outcome)
				}
				outcomes[flipKind(file)+" "+outcome]++
			}
			t.Log(outcomes)
		})
	}
}

// isBadOutcome reports whether damage was passed over, or reached Badger where
// it should not have.
func isBadOutcome(file, outcome string) bool {
	ours := strings.Contains("MANIFEST .sst", flipKind(file))
	return outcome != "whole" && outcome != "told" && (ours || outcome != processEnded)
}

const processEnded = "process ended"

func flipKind(file string) string {
	if ext := filepath.Ext(file); ext != "" {
		return ext
	}
	return filepath.Base(file)
}

// flipStore makes a store with commits and a table, closed or as a killed
// process leaves it.
func flipStore(t *testing.T, clean bool) image {
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
	}
	return imageOf(t, s.Dir())
}

// image is a data directory in memory, by the names of its files.
type image map[string]imageFile

// imageFile is a file without the zeros at its end, because Badger's logs are
// made of little else.
type imageFile struct {
	data []byte
	size int64
}

func imageOf(t *testing.T, dir string) image {
	t.Helper()
	im := image{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		im[name] = imageFile{bytes.Clone(bytes.TrimRight(data, "\x00")), int64(len(data))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return im
}

func (im image) write(t *testing.T, dir string) {
	t.Helper()
	for name, file := range im {
		path := filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		if err == nil {
			err = os.WriteFile(path, file.data, 0o600)
		}
		if err == nil {
			err = os.Truncate(path, file.size)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// flippable returns the files that hold something, in order of their names.
func (im image) flippable() []string {
	var out []string
	for name, file := range im {
		dir := filepath.Dir(name)
		if len(file.data) > 0 && (dir == dirStore || dir == dirJournal || name == fileClean) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func (im image) flipAndCheck(t *testing.T, file string, bits *rand.Rand) string {
	t.Helper()
	dir := t.TempDir()
	im.write(t, dir)
	flipBit(t, filepath.Join(dir, file), bits.Int64N(int64(len(im[file].data))*8))
	cmd := exec.Command(os.Args[0])
	// The race detector waits a second before a process ends.
	cmd.Env = append(os.Environ(), checkDir+"="+dir, "GORACE=atexit_sleep_ms=0")
	out, err := cmd.Output()
	if err != nil || len(out) == 0 {
		return processEnded
	}
	return strings.TrimSpace(string(out))
}
