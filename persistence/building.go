package persistence

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"athar/domain"
	"athar/persistence/archive"
)

// building is a store that is being made of a backup.
type building struct {
	dir      string
	opts     Options
	file     *backupFile
	progress func(float64)
	// epoch is the one that goes on in the new store; NoID where a new one begins.
	// Only a store that takes over everything of another, which is never worked
	// on again, may go on in its epoch.
	epoch domain.ID

	check *backupCheck
	store *Store
	place *place
	base  []byte // keys and values on their way into the log
	ops   []op
	size  int
}

// run makes the store and returns its place, which is locked.
func (b *building) run(ctx context.Context) (*place, error) {
	if err := b.begin(); err != nil {
		return nil, err
	}
	b.opts.step("begun")
	b.check = newBackupCheck(b.file)
	err := b.file.each(ctx, b.progress, func(e archive.Entry) error {
		if err := b.check.entry(e); err != nil {
			return err
		}
		return b.keep(e)
	})
	if err == nil {
		err = b.finish()
	}
	if bad := b.store.Close(); err == nil {
		err = bad
	}
	if err != nil {
		return nil, err
	}
	b.opts.step("built")
	if err := b.prove(ctx); err != nil {
		return nil, err
	}
	if b.place, err = takePlace(b.dir); err != nil {
		return nil, err
	}
	return b.place, writeNote(b.dir, noteReady)
}

// begin makes an empty store to fill.
func (b *building) begin() error {
	parent := filepath.Dir(b.dir)
	need := minFreeOpen + 2*b.file.Unpacked()
	free, err := b.opts.FreeSpace(parent)
	if err == nil && free < need {
		return diskFull(parent, free, need)
	}
	if err := os.Mkdir(b.dir, 0o700); err != nil {
		return notWritable(parent, err)
	}
	if err := writeNote(b.dir, noteMade); err != nil {
		return err
	}
	p, err := takePlace(b.dir)
	if err != nil {
		return err
	}
	if err := p.unlock(b.opts.Keys); err != nil {
		p.release()
		return err
	}
	s := &Store{opts: b.opts, place: p, log: &badgerLog{}}
	b.store = s
	format := b.file.Head.StoreFormat
	if err := p.begin(b.file.Head.Store, b.opts); err != nil {
		return err
	}
	if err := p.writeFormat(format); err != nil {
		return err
	}
	for _, dir := range []string{dirJournal, dirStore} {
		if err := newDir(p.path(dir)); err != nil {
			return err
		}
	}
	// What is written is synced at the end, all of it.
	s.journal = &diskLog{dir: p.path(dirJournal), store: p.store, limit: b.opts.segmentLimit, seal: p.seal}
	if format == 1 { // whose log is in the backup
		return errors.Join(s.journal.startSegment(1), s.openBadger(closing{}, &logStart{format: 1}))
	}
	start := logStart{b.file.Head.Seq, format}
	if err := errors.Join(s.journal.startSegment(start.before+1), s.openBadger(closing{}, &start)); err != nil {
		return err
	}
	return s.keepNow(entryBase, nil)
}

// keep puts one entry into the store.
func (b *building) keep(e archive.Entry) error {
	switch {
	case e.Kind == entryKey && b.file.Head.StoreFormat == 1:
		return b.keepKey1(e)
	case e.Kind == entryKey:
		return b.keepKey(e)
	case e.Kind == entryHistory:
		return b.keepHistory(e)
	}
	return nil
}

// basePart is how many bytes of keys and values go into one record of the log.
const basePart = 600 << 10

// keepKey keeps a key in the log as well, so that the log alone is enough.
func (b *building) keepKey(e archive.Entry) error {
	if len(b.base)+len(e.Key)+len(e.Value)+keysHead > basePart {
		if err := b.flushBase(); err != nil {
			return err
		}
	}
	b.base = appendKey(b.base, e.Key, e.Value)
	return nil
}

func (b *building) flushBase() error {
	if len(b.base) == 0 {
		return nil
	}
	err := b.store.keepNow(entryKeys, b.base)
	b.base = nil
	return err
}

// keepKey1 keeps a key of format 1, whose log comes later.
func (b *building) keepKey1(e archive.Entry) error {
	size := len(e.Key) + len(e.Value) + 16
	if b.size+size > txnBudget || len(b.ops) == txnMaxOps {
		if err := b.flush(0); err != nil {
			return err
		}
	}
	b.ops = append(b.ops, op{key: bytes.Clone(e.Key), value: bytes.Clone(e.Value)})
	b.size += size
	return nil
}

func (b *building) keepHistory(e archive.Entry) error {
	seq, _, err := decodeEntry(e.Value)
	if err == nil {
		err = b.store.journalLost(seq.seq - 1)
	}
	if err == nil {
		err = b.store.journal.append(seq.seq, bytes.Clone(e.Value))
	}
	if err != nil {
		return err
	}
	return b.store.journal.flush()
}

// flush does what was gathered in one transaction; seq is the number of the
// newest record once everything is there.
func (b *building) flush(seq uint64) error {
	err := b.store.transact([]step{{seq: seq, ops: b.ops}}, op{})
	b.ops, b.size = nil, 0
	return err
}

func (b *building) finish() error {
	s := b.store
	err := b.finishKeys()
	if err == nil {
		err = s.journal.flush()
	}
	if err == nil && sumText(s.state.Sum) != b.file.Head.Sum {
		err = archive.Code(archive.ErrDamaged, b.file.path)
	}
	if err != nil || b.opts.noSync {
		return err
	}
	return syncFiles(s.place.path(dirJournal))
}

func (b *building) finishKeys() error {
	s := b.store
	if b.file.Head.StoreFormat > 1 {
		if err := b.flushBase(); err != nil {
			return err
		}
		if b.epoch != domain.NoID {
			return s.enterEpoch(b.epoch)
		}
		return s.renewEpoch()
	}
	if err := b.flush(b.file.Head.Seq); err != nil {
		return err
	}
	return s.journalLost(s.state.Seq)
}

// prove opens the new store as it is and compares it with the backup.
func (b *building) prove(ctx context.Context) error {
	p, err := takePlace(b.dir)
	if err != nil {
		return err
	}
	opts := b.opts
	opts.asIs = true
	s, err := openPlace(p, opts)
	if err != nil {
		return err
	}
	report, err := s.Verify(ctx, VerifyOptions{})
	state := s.state
	if bad := s.Close(); err == nil {
		err = bad
	}
	if err != nil {
		return err
	}
	wrong := !report.OK() && !b.check.contents.Gaps // what is missing of the past is told, and no reason to refuse
	if wrong || sumText(state.Sum) != b.file.Head.Sum {
		return domain.Problem(domain.ErrBackupDamaged, "").With("file", b.file.path)
	}
	return nil
}

// takeSettings takes along what the window remembers.
func (b *building) takeSettings(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, fileSettings))
	if err != nil {
		return nil // there is none, or the defaults do
	}
	return writeFileSynced(filepath.Join(b.dir, fileSettings), data)
}

// remove removes what was made, after the store in it was let go of.
func (b *building) remove() {
	if b.store == nil {
		return // nothing was made, or what is there is not ours
	}
	if b.store.db != nil && !b.store.closed {
		_ = b.store.Close()
	}
	b.store.place.release()
	if b.place != nil {
		b.place.release()
	}
	removeMade(b.dir)
}

// removeMade removes a store that a restore made and that never got its place,
// but never the backups that were moved there.
func removeMade(dir string) {
	if _, err := os.Lstat(filepath.Join(dir, DirBackups)); os.IsNotExist(err) {
		_ = os.RemoveAll(dir)
	}
}
