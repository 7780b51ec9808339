package persistence

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// Reading says why a store can only be read; "" when it can be changed.
type Reading string

// The reasons.
const (
	ReadingAsked   Reading = "asked"   // Options.ReadOnly
	ReadingNetwork Reading = "network" // it lies on a drive of another computer
	ReadingCloud   Reading = "cloud"   // a service copies it to other computers
	ReadingFolder  Reading = "folder"  // the folder cannot be written
	ReadingNewer   Reading = "newer"   // a newer Athar wrote it
)

// Reading returns why the store can only be read, "" when it can be changed.
// What changes it is refused with ErrReadOnly then, and nothing in the directory
// is touched. Backups can be made into any other directory.
func (s *Store) Reading() Reading { return s.reading }

// Site returns what the store lies on.
func (s *Store) Site() Site { return s.site }

// A store that is only read is read from its log into memory. Badger could open
// its files for reading, but not on Windows, not after a kill, and not while
// somebody else writes; it would lock them, so that a reader keeps the writer
// out; and a copy of them on another drive would be content where nobody
// expects any. The log is only ever added to and checkpoints never change, so both
// can be read at any time: what is being written at the log's end just now is not
// there yet.

// openReading opens the store in a directory for reading.
func openReading(dir string, opts Options, why Reading, site Site) (*Store, error) {
	p := &place{dir: dir, untouched: true}
	newer, err := p.identifyNewer()
	if newer {
		why = ReadingNewer
	}
	if err == nil && p.store == domain.NoID {
		err = domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	if err == nil {
		err = p.unlock(opts.Keys)
	}
	if err != nil {
		return nil, err
	}
	s := &Store{opts: opts, place: p, log: &badgerLog{}, reading: why, site: site}
	s.journal = &diskLog{dir: p.path(dirJournal), store: p.store, seal: p.seal}
	if err := s.load(); err != nil {
		s.abandon()
		return nil, err
	}
	return s, nil
}

// identifyNewer is identify that knows a store of a newer Athar, too.
func (p *place) identifyNewer() (newer bool, err error) {
	err = p.identify()
	if domain.CodeOf(err) != domain.ErrStoreNewer {
		return false, err
	}
	head, found := p.firstHead()
	if !found {
		return false, err
	}
	p.store, p.keys = head.store, head.keys
	return true, nil
}

// load brings what the checkpoints and the log hold into memory. What cannot be
// read or is not known is told in the report, and the rest is there.
func (s *Store) load() error {
	segments, err := s.place.segments()
	if err != nil {
		return err
	}
	if len(segments) == 0 {
		return damaged(s.journal.dir)
	}
	if err := s.loadStart(segments); err != nil {
		return err
	}
	if _, s.state, _, err = readState(s.db); err != nil {
		return err
	}
	if err := s.loadTail(segments); err != nil {
		return err
	}
	s.report.Replayed = 0 // nothing was lost: this is how it is read
	meta, _, _, err := readState(s.db)
	if err != nil {
		return err
	}
	s.format = meta.Format
	s.epoch, err = readEpoch(s.db)
	return err
}

// loadStart makes the store in memory that the log goes on from: an empty one
// where the log has everything, else the newest checkpoint that is whole.
func (s *Store) loadStart(segments []segment) error {
	start, whole := s.wholeLog(segments)
	if !whole {
		list, _, err := s.ownCheckpoints(s.knownEpochs(segments))
		if err != nil {
			return err
		}
		for _, c := range list {
			if s.loadCheckpoint(c.path) == nil {
				return nil
			}
		}
	}
	var err error
	if s.db, err = s.memory(); err != nil {
		return err
	}
	return initState(s.db, s.place.store, start.format, start.before)
}

func (s *Store) loadCheckpoint(path string) error {
	b, err := openBackup(path, s.opts.Keys)
	if err != nil {
		return err
	}
	defer b.close()
	db, err := s.memory()
	if err != nil {
		return err
	}
	f := filling{db: db, check: newBackupCheck(b)}
	if err := b.each(context.Background(), nil, f.entry); err != nil {
		return errors.Join(err, storeError("close", db.Close()))
	}
	s.db = db
	return nil
}

// memory opens an empty Badger store that has no files.
func (s *Store) memory() (*badger.DB, error) {
	opts := badgerOptions("", s.log, nil).WithInMemory(true).WithSyncWrites(false)
	db, err := badger.Open(opts)
	return db, storeError("open in memory", err)
}

// loadTail does the records of the log that are not there yet.
func (s *Store) loadTail(segments []segment) error {
	if segments[0].first > s.state.Seq+1 {
		s.report.problem(dirJournal) // records before it are gone
	}
	r, from, unknown := replay{store: s}, s.state.Seq+1, 0
	for _, seg := range segments {
		scan, err := scanSegment(seg, s.place.store, from, func(e entry) error {
			err := r.add(e)
			if domain.CodeOf(err) == domain.ErrStoreDamaged {
				unknown++
				return nil
			}
			return err
		})
		if err != nil {
			return err
		}
		for range scan.holes {
			s.report.problem("journal/" + seg.name())
		}
	}
	if unknown > 0 {
		s.report.problem(dirJournal)
	}
	return r.flush()
}

// RefuseChange returns ErrReadOnly for a store that can only be read, and nil for
// any other.
func (s *Store) RefuseChange() error {
	if s.reading == "" {
		return nil
	}
	return domain.Problem(domain.ErrReadOnly, "").With("path", s.place.dir)
}

// refuseInside returns ErrReadOnly for a path within a store that can only be
// read: where two computers share it, whatever is written there is shared.
func (s *Store) refuseInside(path string) error {
	rest, err := filepath.Rel(s.place.dir, path)
	if err == nil && (rest == "." || filepath.IsLocal(rest)) {
		return s.RefuseChange()
	}
	return nil
}

// openSomehow opens the store in a directory: for changing where that can be,
// else for reading. A new one is never made where other computers write.
func openSomehow(dir string, opts Options) (*Store, error) {
	site := opts.Site(dir)
	why, err := mayChange(dir, opts, site)
	if err != nil {
		return nil, err
	}
	if why != "" {
		return openReading(dir, opts, why, site)
	}
	s, err := openToChange(dir, opts)
	if err == nil {
		s.site = site
		return s, nil
	}
	reasons := map[domain.Code]Reading{domain.ErrReadOnly: ReadingFolder, domain.ErrStoreNewer: ReadingNewer}
	if why := reasons[domain.CodeOf(err)]; why != "" {
		if s, bad := openReading(dir, opts, why, site); bad == nil {
			return s, nil
		}
	}
	return nil, err
}

// mayChange says why a store can only be read before anything is tried; a store
// that would be new there is refused.
func mayChange(dir string, opts Options, site Site) (Reading, error) {
	switch {
	case opts.ReadOnly:
		return ReadingAsked, nil
	case !site.Shared():
		return "", nil
	case isThere(dir):
		return map[SiteKind]Reading{SiteNetwork: ReadingNetwork, SiteCloud: ReadingCloud}[site.Kind], nil
	}
	return "", refuseShared(dir, site)
}

// refuseShared returns an error for a place where other computers write.
func refuseShared(dir string, site Site) error {
	switch site.Kind {
	case SiteNetwork:
		return domain.Problem(domain.ErrNetworkPlace, "").With("path", dir)
	case SiteCloud:
		return domain.Problem(domain.ErrCloudPlace, "").With("path", dir).With("service", site.Service)
	}
	return nil
}

// isThere reports whether there is a store in a directory, or something else
// that opening it will say.
func isThere(dir string) bool {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return false
	}
	p := &place{dir: dir}
	return p.identify() != nil || p.store != domain.NoID
}

func openToChange(dir string, opts Options) (*Store, error) {
	p, err := settledPlace(dir, opts)
	if err != nil {
		return nil, err
	}
	return openPlace(p, opts)
}
