package persistence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/metric"
)

var (
	_ domain.JournalStore = (*Store)(nil)
	_ metric.Store        = (*Store)(nil)
)

// closeLimit is how long Close waits for Badger, which retries a flush that
// fails for ever. Giving up is safe: the journal has everything.
const closeLimit = 10 * time.Second

// Store keeps campaigns and data sets in a directory. It may be used from
// several goroutines; writes are done one at a time.
type Store struct {
	opts    Options
	place   *place
	db      *badger.DB
	log     *badgerLog
	report  OpenReport
	reading Reading // why it can only be read; "" when it can be changed
	site    Site

	backups   sync.Mutex             // held while a backup is made or backups are removed
	verified  map[string]fingerprint // backups that were read as a whole; guarded by backups
	snapshots sync.RWMutex           // held while a snapshot is used; Close waits for it

	tables sync.Mutex   // held while a table is put
	write  sync.Mutex   // guards what follows and everything that writes
	view   sync.RWMutex // held by readers; taken whole where they must not look

	journal *diskLog
	format  int // of what is kept; below storeFormat only while it is opened
	epoch   domain.ID
	state   wireState
	slot    int         // next free slot of the outbox
	pending *step       // what the journal has and the store has not, or only in part
	torn    bool        // pending is done in part; guarded by view
	later   later       // what only the log has; guarded by write, and by view for those who read
	home    os.FileInfo // the folder when it was opened; nil when that is not known
	lost    bool        // the drive was away, and what Badger has open with it; guarded by view
	closed  bool        // guarded by write and view

	closedAt uint64 // number of the newest record when it was last closed; 0 when that is not known
}

// Open opens the store in the directory, creating it when the directory is
// missing or empty. What the journal has and Badger lost is brought back; the
// OpenReport tells. Where the store must not or cannot be changed, it is opened
// for reading; Reading tells why.
//
// Errors have the codes ErrReadOnly, ErrDiskFull, ErrAlreadyOpen, ErrOpenElsewhere,
// ErrNotAthar, ErrNetworkPlace, ErrCloudPlace, ErrStoreNewer, ErrStoreDamaged and
// ErrInternal.
func Open(dir string, opts Options) (*Store, error) {
	opts = opts.complete()
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, notWritable(dir, err)
	}
	return openSomehow(dir, opts)
}

// openPlace opens the store in a directory that is taken; when it fails, it
// lets go of it.
func openPlace(p *place, opts Options) (*Store, error) {
	s := &Store{opts: opts, place: p, log: &badgerLog{}, report: OpenReport{Removed: p.removed}}
	err := p.unlock(opts.Keys)
	if err == nil {
		err = s.open()
	}
	if err != nil {
		s.abandon()
		return nil, fmt.Errorf("open store: %w", err)
	}
	return s, nil
}

// Close makes everything durable and lets go of the directory. The store
// cannot be used afterwards. Closing twice does nothing.
func (s *Store) Close() error {
	s.snapshots.Lock()
	defer s.snapshots.Unlock()
	s.tables.Lock()
	defer s.tables.Unlock()
	s.write.Lock()
	defer s.write.Unlock()
	s.view.Lock()
	defer s.view.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	err := s.journal.close()
	s.opts.step("journal closed")
	whole := s.pending == nil && len(s.later.entries) == 0
	if s.lost || s.room(minFreeClose) != nil && s.reading == "" {
		whole = false // Badger would write to what is not there, and end the process; the log has it all
	} else if bad := s.closeBadger(); err == nil {
		err = bad
	}
	s.dropReserve()
	if err == nil && whole && s.reading == "" {
		s.opts.step("badger closed")
		err = s.markClean()
	}
	s.place.release()
	if err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// abandon lets go of what a failed open holds.
func (s *Store) abandon() {
	if s.journal != nil && s.journal.file != nil {
		_ = s.journal.file.Close()
	}
	if s.db != nil {
		_ = s.closeBadger()
	}
	s.place.release()
}

func (s *Store) closeBadger() error {
	done := make(chan error, 1)
	go func() { done <- s.db.Close() }()
	timer := time.NewTimer(closeLimit)
	defer timer.Stop()
	select {
	case err := <-done:
		return storeError("close", err)
	case <-timer.C:
		return internal("badger did not close in time")
	}
}

// OpenReport tells what happened when the store was opened.
func (s *Store) OpenReport() OpenReport { return s.report }

// Healthy reports whether Badger has logged no error since the store was
// opened. Some failures show nowhere else: a reason to run Verify.
func (s *Store) Healthy() bool { return s.log.errors.Load() == 0 }

// ID returns the ID of the store.
func (s *Store) ID() domain.ID { return s.place.store }

// Seq returns the number of the newest change that is kept.
func (s *Store) Seq() uint64 {
	s.write.Lock()
	defer s.write.Unlock()
	return s.state.Seq
}

// Dir returns the data directory.
func (s *Store) Dir() string { return s.place.dir }

// read runs f on a consistent view of the store.
func (s *Store) read(op string, f func(*badger.Txn) error) error {
	s.view.RLock()
	defer s.view.RUnlock()
	if err := s.readable(); err != nil {
		return err
	}
	return s.readError(op, s.db.View(f))
}

// readable reports why the store cannot be read now. A view must be held.
func (s *Store) readable() error {
	switch {
	case s.closed:
		return internal("store is closed")
	case s.lost:
		return s.goneError()
	case s.torn:
		return internal("a write is not finished") // the next one finishes it
	}
	return nil
}

// readError gives an error that came up in reading its code.
func (s *Store) readError(op string, err error) error {
	if errors.Is(err, errEnough) {
		return nil
	}
	err = storeError(op, err)
	if domain.CodeOf(err) == domain.ErrStoreDamaged {
		s.distrust()
	}
	return err
}

// hold returns a view of the store as it is now for a reader who takes time.
// The store can be written to until release is called, but not closed.
func (s *Store) hold() (txn *badger.Txn, release func(), err error) {
	s.snapshots.RLock()
	s.view.RLock()
	defer s.view.RUnlock()
	if err := s.readable(); err != nil {
		s.snapshots.RUnlock()
		return nil, nil, err
	}
	txn = s.db.NewTransaction(false)
	return txn, func() { txn.Discard(); s.snapshots.RUnlock() }, nil
}

// distrust leaves a note that makes the next Open rebuild Badger's part from
// the journal. It is not done here, under the feet of whoever reads.
func (s *Store) distrust() {
	if s.reading != "" {
		return
	}
	_ = writeFileSynced(s.place.path(fileRebuild), []byte("damage was found\n")) // else it is found again
}

// newDir makes a directory of the store durable.
func newDir(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return fileError(path, err)
	}
	return fileError(path, syncDir(filepath.Dir(path)))
}
