package persistence

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"athar/domain"
	"athar/persistence/vault"
)

// The key file of an encrypted store, and its copy. Without one of them, or a
// backup, which has it in its head, nobody can read the store again.
const (
	fileKeys     = "key.json"
	fileKeysCopy = "key.copy.json"
)

// isKeys reports whether a name is of a key file, or of one that was being written.
func isKeys(name string) bool {
	return strings.HasPrefix(name, fileKeys) || strings.HasPrefix(name, fileKeysCopy)
}

// readKeys returns the key file in a directory. Where one of the two is missing,
// damaged or older, it is made again from the other. keys says whose keys they
// must be; NoID for any.
//
// Errors have the codes ErrKeyMissing, ErrKeyDamaged, ErrKeyOther and
// ErrStoreNewer.
func readKeys(dir string, keys domain.ID) (*vault.File, error) {
	found, stale, err := lookForKeys(dir, keys)
	if err == nil && stale {
		// Reading goes on without: the next start tries again.
		_ = writeKeys(dir, found)
	}
	return found, err
}

// lookForKeys is readKeys that changes nothing. stale reports that one of the two
// files is to be made again.
func lookForKeys(dir string, keys domain.ID) (found *vault.File, stale bool, err error) {
	var worst error
	for _, name := range []string{fileKeys, fileKeysCopy} {
		f, err := readKeyFile(filepath.Join(dir, name), keys)
		switch {
		case err == nil && found == nil:
			found = f
		case err == nil:
			stale = stale || !f.Same(found)
		default:
			stale = true
			worst = worseKeys(worst, err)
		}
	}
	if found == nil {
		return nil, false, worst
	}
	return found, stale, nil
}

// worseKeys chooses what to tell of two files that both cannot be used: what
// is there says more than what is not.
func worseKeys(a, b error) error {
	if a == nil || domain.CodeOf(a) == domain.ErrKeyMissing {
		return b
	}
	return a
}

func readKeyFile(path string, keys domain.ID) (*vault.File, error) {
	about := func(code domain.Code) error {
		return domain.Problem(code, "").With("path", path)
	}
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, about(domain.ErrKeyMissing)
	}
	if err != nil {
		return nil, fileError(path, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, vault.MaxFile+1))
	if err != nil {
		return nil, fileError(path, err)
	}
	file, err := vault.Parse(text)
	switch {
	case domain.CodeOf(err) == domain.ErrKeyDamaged:
		return nil, about(domain.ErrKeyDamaged)
	case err != nil:
		return nil, err
	case keys != domain.NoID && file.ID() != keys:
		return nil, about(domain.ErrKeyOther)
	}
	return file, nil
}

// writeKeys writes the key file, then its copy. After a crash between the two
// the file is the newer, and so it is the one that is taken.
func writeKeys(dir string, f *vault.File) error {
	for _, name := range []string{fileKeys, fileKeysCopy} {
		if err := writeFileSynced(filepath.Join(dir, name), f.Text()); err != nil {
			return err
		}
	}
	return nil
}
