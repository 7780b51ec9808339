package persistence

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

func TestStoreIsRebuiltFromTheJournalAlone(t *testing.T) {
	sst := func(dir string) string {
		list, _ := filepath.Glob(filepath.Join(dir, "*.sst"))
		return list[0]
	}
	tests := map[string]func(dir string) error{
		"directory deleted":  os.RemoveAll,
		"manifest deleted":   func(dir string) error { return os.Remove(filepath.Join(dir, "MANIFEST")) },
		"manifest emptied":   func(dir string) error { return os.Truncate(filepath.Join(dir, "MANIFEST"), 0) },
		"manifest cut":       func(dir string) error { return shorten(filepath.Join(dir, "MANIFEST"), 3) },
		"manifest changed":   func(dir string) error { return flip(filepath.Join(dir, "MANIFEST"), 20) },
		"table deleted":      func(dir string) error { return os.Remove(sst(dir)) },
		"table emptied":      func(dir string) error { return os.Truncate(sst(dir), 0) },
		"table cut":          func(dir string) error { return shorten(sst(dir), 100) },
		"table zeroed":       func(dir string) error { return zero(sst(dir)) },
		"table end changed":  func(dir string) error { return flip(sst(dir), -20) },
		"store of no one":    emptyStore,
		"all files zeroed":   zeroAll,
		"state is not there": func(dir string) error { return deleteKey(dir, keyState) },
		"record vanished":    func(dir string) error { return deleteKey(dir, nil) },
	}
	for name, ruin := range tests {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t, t.TempDir(), fast())
			c := history(t, s, 20)
			id, table := domain.NewID(), newTable(5000)
			if err := s.PutTable(ctx, id, table, nil); err != nil {
				t.Fatal(err)
			}
			mustClose(t, s)
			if err := ruin(s.place.path(dirStore)); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, s.Dir(), s.opts)
			r := s.OpenReport()
			if !r.Rebuilt || r.Replayed < 22 || len(r.Problems) > 0 {
				t.Errorf("report is %+v", r)
			}
			if name != "directory deleted" && r.Quarantine == "" {
				t.Error("what was there was not kept")
			}
			wantCampaign(t, s, c)
			wantTable(t, s, id, table)
			wantVerified(t, s)
			edit(t, s, c, 3)
			s = reopen(t, s)
			if r := s.OpenReport(); r.Rebuilt || r.Replayed > 0 {
				t.Errorf("the next start did it again: %+v", r)
			}
		})
	}
}

func shorten(path string, by int64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.Truncate(path, info.Size()-by)
}

// flip changes one bit, counted from the end when at is negative.
func flip(path string, at int) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if at < 0 {
		at += len(data)
	}
	data[at] ^= 4
	return os.WriteFile(path, data, 0o600)
}

func zero(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, make([]byte, info.Size()), 0o600)
}

func zeroAll(dir string) error {
	list, err := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range list {
		if err == nil {
			err = zero(path)
		}
	}
	return err
}

func emptyStore(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	db, err := badger.Open(badgerOptions(dir, &badgerLog{}, testBadgerKey()))
	if err != nil {
		return err
	}
	return db.Close()
}

// deleteKey takes a key out behind the store's back; nil is the first record.
func deleteKey(dir string, key []byte) error {
	db, err := badger.Open(badgerOptions(dir, &badgerLog{}, testBadgerKey()))
	if err != nil {
		return err
	}
	err = db.Update(func(txn *badger.Txn) error {
		if key == nil {
			it := txn.NewIterator(keysOnly([]byte{byte(domain.KindMessage)}))
			defer it.Close()
			it.Rewind()
			key = it.Item().KeyCopy(nil)
		}
		return txn.Delete(key)
	})
	if err != nil {
		return err
	}
	return db.Close()
}
