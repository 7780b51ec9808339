package main

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/dgraph-io/badger/v4"
	bolt "go.etcd.io/bbolt"
	_ "modernc.org/sqlite" // the driver
)

// A harness proves nothing that cannot fail, and nothing that fails whatever
// it is given. So other databases go through the same faults in the same run:
// those that must keep everything, and one that must lose.

// control is a database that keeps the number of the newest edit under several
// keys, all set in one transaction.
type control struct {
	get func(key string) (string, error) // "" when there is none
	set func(pairs map[string]string) error
	end func() error
}

// controlKeys is how many records an edit of a control has.
const controlKeys = 4

func (c control) last() (int, error) {
	v := c.judge(order{})
	if v.Torn != "" || v.Code != "" {
		return 0, errors.New(v.Torn + v.Code)
	}
	return v.Last, nil
}

func (c control) write(n int) (int, error) {
	pairs := map[string]string{}
	for i := range controlKeys {
		pairs[strconv.Itoa(i)] = fmt.Sprintf("%d %s", n+1, noise(n, 200))
	}
	return n + 1, c.set(pairs)
}

func (c control) between(int) error { return nil }

func (c control) judge(order) (v verdict) {
	for i := range controlKeys {
		text, err := c.get(strconv.Itoa(i))
		var n int
		if err == nil && text != "" {
			_, err = fmt.Sscanf(text, "%d", &n)
		}
		if err != nil {
			v.Code = "unreadable"
		}
		if i == 0 {
			v.Last = n
		}
		if n != v.Last {
			v.Torn = fmt.Sprintf("%d beside %d", n, v.Last)
		}
	}
	return v
}

func (c control) close() error { return c.end() }

func openBolt(dir string) (subject, error) {
	db, err := bolt.Open(filepath.Join(dir, "control.bolt"), 0o600, nil)
	if err != nil {
		return nil, err
	}
	bucket := []byte("edits")
	err = db.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(bucket)
		return err
	})
	return control{
		get: func(key string) (value string, err error) {
			err = db.View(func(tx *bolt.Tx) error {
				value = string(tx.Bucket(bucket).Get([]byte(key)))
				return nil
			})
			return value, err
		},
		set: func(pairs map[string]string) error {
			return db.Update(func(tx *bolt.Tx) error {
				for key, value := range pairs {
					if err := tx.Bucket(bucket).Put([]byte(key), []byte(value)); err != nil {
						return err
					}
				}
				return nil
			})
		},
		end: db.Close,
	}, err
}

func openSQLite(dir string) (subject, error) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "control.sqlite")+
		"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE TABLE IF NOT EXISTS edits (key TEXT PRIMARY KEY, value TEXT)")
	return control{
		get: func(key string) (value string, err error) {
			err = db.QueryRow("SELECT value FROM edits WHERE key = ?", key).Scan(&value)
			if errors.Is(err, sql.ErrNoRows) {
				err = nil
			}
			return value, err
		},
		set: func(pairs map[string]string) error { return setSQL(db, pairs) },
		end: db.Close,
	}, err
}

func setSQL(db *sql.DB, pairs map[string]string) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	for key, value := range pairs {
		if _, err := tx.Exec("INSERT OR REPLACE INTO edits VALUES (?, ?)", key, value); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

// openBadger opens a Badger store as Badger comes: it does not sync its writes.
func openBadger(dir string) (subject, error) {
	opts := badger.DefaultOptions(dir).WithLogger(nil).WithValueLogFileSize(4 << 20).WithMemTableSize(16 << 20)
	db, err := badger.Open(opts)
	return control{
		get: func(key string) (value string, err error) {
			err = db.View(func(txn *badger.Txn) error {
				item, err := txn.Get([]byte(key))
				if err != nil {
					return err
				}
				raw, err := item.ValueCopy(nil)
				value = string(raw)
				return err
			})
			if errors.Is(err, badger.ErrKeyNotFound) {
				err = nil
			}
			return value, err
		},
		set: func(pairs map[string]string) error {
			return db.Update(func(txn *badger.Txn) error {
				for key, value := range pairs {
					if err := txn.Set([]byte(key), []byte(value)); err != nil {
						return err
					}
				}
				return nil
			})
		},
		end: func() error { return db.Close() },
	}, err
}
