package persistence

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"athar/domain"
	"athar/persistence/vault"
)

// Salvage is what can still be read of a data directory that cannot be opened.
// It is read from the files themselves, without Badger, which trusts every byte
// of them, and nothing in the directory is changed.
//
// Of each record it has the newest version that has its checksum and can be
// decoded. The values lie in a file of their own, sealed with a key that nobody
// keeps; in memory is only where each of them is.
//
// It implements domain.Store, as far as that reads, and metric.Store.
type Salvage struct {
	place *place
	opts  Options
	spool *spool
	found map[string]finding
	bad   map[string]bool // keys of values that are there and cannot be read

	floor    uint64            // everything up to this record of the log is in what was read
	tables   uint64            // the record up to which Badger's tables go; 0 when not known
	records  map[uint64]uint64 // numbers of records of the log, by the version that Badger gave what they did
	expected wireState

	campaigns map[domain.ID][]string // keys of the records of each
	blocks    map[domain.ID][]uint32 // blocks of data sets, in their order
	report    SalvageReport
}

// SalvageReport says what could not be read.
type SalvageReport struct {
	Unread  []Unread            // what is missing or damaged, wholly or in part
	Lost    map[domain.Kind]int // records that there were and that are not among those that can be read
	NoTitle int                 // campaigns of which there are records, but not what is true of them as a whole
	Rows    int                 // rows of data sets that are gone
}

// Unread is a file or a part of the data directory that could not be read as a
// whole.
type Unread struct {
	Place   string // within the data directory; never what stood there
	Missing bool   // it is gone; else it is damaged
	Sealed  bool   // it is sealed with other keys
}

// Why says in a word what is wrong: "missing", "sealed" or "damaged".
func (u Unread) Why() string {
	switch {
	case u.Missing:
		return "missing"
	case u.Sealed:
		return "sealed"
	}
	return "damaged"
}

// Whole reports whether nothing is known to be missing.
func (r SalvageReport) Whole() bool {
	return len(r.Unread) == 0 && len(r.Lost) == 0 && r.NoTitle == 0 && r.Rows == 0
}

// finding is the newest version of a value that was found.
type finding struct {
	seq     uint64 // record of the log it is of, or a later one up to which it stayed; 0 for one in a table
	version uint64 // of one in a table
	at      int64  // where it lies in the spool
	size    int32  // -1 for one that was removed
}

// maxSalvaged bounds how many values are kept account of, and with that the
// memory it takes: about 200 MB.
const maxSalvaged = 1_500_000

// SalvageKeys returns the key file that opens what is left in a data directory;
// nil where nothing is sealed. Where there is no key file, a backup has it.
func SalvageKeys(dir string) (*vault.File, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, unreadable(dir, err)
	}
	f, err := readKeys(dir, domain.NoID)
	if err == nil {
		return f, nil
	}
	files, _ := backupFiles(filepath.Join(dir, DirBackups))
	for _, b := range files {
		if f, bad := BackupKeys(filepath.Join(dir, DirBackups, b.Name)); bad == nil && f != nil {
			return f, nil
		}
	}
	p := &place{dir: dir}
	if head, there := p.firstHead(); there && head.keys != domain.NoID {
		return nil, err
	}
	return nil, nil
}

// OpenSalvage reads what can be read of the data in a directory. Options.Keys
// open what is sealed. aside is a directory for what is read meanwhile; nothing
// is left there after Close.
//
// Errors have the codes ErrNotAthar where there is nothing of a store,
// ErrStoreNewer, ErrLocked, ErrCancelled, and those of the disk about aside.
func OpenSalvage(ctx context.Context, dir, aside string, opts Options) (*Salvage, error) {
	s, err := newSalvage(dir, opts.complete())
	if err != nil {
		return nil, fmt.Errorf("salvage: %w", err)
	}
	if s.spool, err = newSpool(aside); err == nil {
		err = s.read(ctx)
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("salvage: %w", err)
	}
	return s, nil
}

func newSalvage(dir string, opts Options) (*Salvage, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, unreadable(dir, err)
	}
	s := &Salvage{
		place: &place{dir: dir}, opts: opts, found: map[string]finding{}, bad: map[string]bool{},
		records: map[uint64]uint64{}, expected: wireState{Counts: map[byte]int64{}}, report: SalvageReport{Lost: map[domain.Kind]int{}},
	}
	if err := s.identify(); err != nil {
		return nil, err
	}
	return s, s.unlock()
}

// identify finds out whose store it was, from any part that says so.
func (s *Salvage) identify() error {
	p := s.place
	err := p.identify()
	switch {
	case err == nil && p.store != domain.NoID, domain.CodeOf(err) == domain.ErrStoreNewer:
		return err
	}
	files, _ := backupFiles(p.path(DirBackups))
	for _, f := range files {
		file, src, err := lookAtBackup(p.path(DirBackups, f.Name))
		if err != nil {
			continue
		}
		_ = file.Close()
		p.store = src.Head.Store
		if src.Keys != nil {
			p.keys = src.Keys.ID()
		}
		return nil
	}
	segments, _ := listSegments(p.path(dirJournal), nil)
	tables, _ := filepath.Glob(p.path(dirStore, "*"))
	if len(segments)+len(files)+len(tables) == 0 {
		return domain.Problem(domain.ErrNotAthar, "").With("path", p.dir)
	}
	if s.opts.Keys != nil {
		p.keys = s.opts.Keys.ID()
	}
	return nil
}

// unlock readies what opens the parts that are sealed. Those of a store that is
// not encrypted are read without keys, whatever is given.
func (s *Salvage) unlock() error {
	p, keys := s.place, s.opts.Keys
	switch {
	case p.keys == domain.NoID:
		s.opts.Keys = nil
		return nil
	case keys == nil:
		return domain.Problem(domain.ErrLocked, "")
	case keys.ID() != p.keys:
		return domain.Problem(domain.ErrKeyOther, "").With("path", p.path(fileKeys))
	}
	sealer, err := keys.Sealer(vault.ForJournal)
	if err != nil {
		return err
	}
	p.seal, p.badgerKey = &recordSeal{p.store, p.keys, sealer}, keys.Subkey(vault.ForBadger)
	return nil
}

// read reads every part, and then sorts what was found.
func (s *Salvage) read(ctx context.Context) error {
	for _, part := range []func(context.Context) error{s.readTables, s.readCheckpoints, s.readLog} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	s.sort()
	return nil
}

// unread notes a file or a part that could not be read, once.
func (s *Salvage) unread(u Unread) {
	if !slices.Contains(s.report.Unread, u) {
		s.report.Unread = append(s.report.Unread, u)
	}
}

// rank returns the record of the log that a finding is of, 0 when that is not
// known: such a one counts only where there is no other.
func (s *Salvage) rank(f finding) uint64 {
	if f.version > 0 {
		return s.records[f.version]
	}
	return f.seq
}

// keep keeps a value, nil for one that was removed, unless a newer one is known.
// What cannot be read is passed over.
func (s *Salvage) keep(key, value []byte, f finding) error {
	if !salvageable(key) {
		return nil
	}
	was, known := s.found[string(key)]
	if known && (was.version > 0 && f.version > 0 && was.version >= f.version || f.version == 0 && s.rank(was) > s.rank(f)) {
		return nil
	}
	if !known && len(s.found) >= maxSalvaged {
		s.unread(Unread{Place: placeOf(key[:1])})
		return nil
	}
	if f.size = -1; value != nil {
		if !readable(key, value) {
			s.bad[string(key)] = true
			return nil
		}
		var err error
		if f.at, err = s.spool.put(value); err != nil {
			return err
		}
		f.size = int32(len(value))
	}
	s.found[string(key)] = f
	return nil
}

// salvageable reports whether a key is one of a record or of a data set's rows.
// The past is not exported.
func salvageable(key []byte) bool {
	letter := letterOf(key)
	return isRecordLetter(letter) && len(key) == 1+2*idSize || letter == letterTable && len(key) == 1+idSize+4
}

// readable reports whether a value has its checksum and can be decoded.
func readable(key, value []byte) bool {
	if letterOf(key) != letterTable {
		_, err := openRecord(key, value)
		return err == nil
	}
	_, err := openEnvelope(key, value)
	return err == nil
}

// expect notes how many records there were, as the newest part that says so has
// it.
func (s *Salvage) expect(seq uint64, counts map[byte]int64) {
	if seq >= s.expected.Seq {
		s.expected = wireState{Seq: seq, Counts: counts}
	}
}

// Report says what could not be read. It is complete when everything was read
// from here.
func (s *Salvage) Report() SalvageReport { return s.report }

// Close removes what was put aside.
func (s *Salvage) Close() {
	if s.spool != nil {
		s.spool.close()
	}
}
