package persistence

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"athar/domain"
	"athar/persistence/archive"
)

// readCheckpoints reads the checkpoints that are newer than what is known to be
// whole, the newest first, up to one that is whole itself: whatever is not in
// that one was removed before it, or came after.
func (s *Salvage) readCheckpoints(ctx context.Context) error {
	dir := s.place.path(DirBackups)
	files, _ := backupFiles(dir)
	known := s.epochs()
	for _, f := range files {
		place := DirBackups + "/" + f.Name
		file, src, err := lookAtBackup(filepath.Join(dir, f.Name))
		if err != nil {
			s.unread(Unread{Place: place})
			continue
		}
		whole, err := s.readCheckpoint(ctx, checkpointFile{file, src, place}, known)
		_ = file.Close()
		if err != nil {
			return err
		}
		if whole {
			return nil
		}
	}
	return nil
}

// checkpointFile is a checkpoint whose head can be read.
type checkpointFile struct {
	file  *os.File
	src   *archive.Source
	place string
}

// readCheckpoint reads a checkpoint, all of it when it is whole, and else what it
// gives. One of another time of the store, to which the log does not belong, is
// passed over.
func (s *Salvage) readCheckpoint(ctx context.Context, c checkpointFile, known epochs) (whole bool, err error) {
	r, err := c.src.Open(s.opts.Keys)
	if sealed := sealedOtherwise(err); sealed {
		s.unread(Unread{Place: c.place, Sealed: true})
		return false, nil
	}
	if err == nil {
		defer r.Close()
		head := r.Head
		if !s.belongs(head, known) || head.Seq <= s.floor && s.floor > 0 {
			return false, nil
		}
		if err = s.provesWhole(ctx, r); err == nil {
			s.passed(head.Seq)
		} else if bad := ctx.Err(); bad != nil {
			return false, cancelled(bad)
		}
		whole = err == nil
	}
	if !whole {
		s.unread(Unread{Place: c.place})
	}
	again, err := c.src.Rescue(s.opts.Keys)
	if err != nil {
		return false, nil
	}
	defer again.Close()
	if !s.belongs(again.Head, known) {
		return false, nil
	}
	s.expect(again.Head.Seq, countsOf(again.Head))
	return whole, s.takeEntries(ctx, again)
}

// sealedOtherwise reports whether a backup needs keys that are not there.
func sealedOtherwise(err error) bool {
	code := domain.CodeOf(err)
	return code == domain.ErrLocked || code == domain.ErrKeyOther
}

// belongs reports whether a checkpoint was made of this store, at the time of
// which its log tells.
func (s *Salvage) belongs(h archive.Head, known epochs) bool {
	ours := len(known) == 0 || known.at(h.Seq) == h.Epoch
	for name := range h.Counts {
		ours = ours && len(name) == 1
	}
	return ours && h.Store == s.place.store && h.StoreFormat <= storeFormat
}

// provesWhole reads a checkpoint to its end and returns an error for one that is
// damaged. Nothing is taken from it meanwhile: only its end tells.
func (s *Salvage) provesWhole(ctx context.Context, r *archive.Reader) error {
	b := backupFile{Reader: r}
	return b.each(ctx, nil, newBackupCheck(&b).entry)
}

// passed notes that everything up to a record of the log is about to be found.
// What was found before and is not newer goes: what is not found again was
// removed by then.
func (s *Salvage) passed(seq uint64) {
	s.floor = seq
	old := s.tables > 0 && s.tables <= seq
	for key, f := range s.found {
		if rank := s.rank(f); rank <= seq && (rank > 0 || old) {
			delete(s.found, key)
		}
	}
	if old {
		clear(s.bad)
	}
}

// takeEntries takes the values of a checkpoint up to where it ends.
func (s *Salvage) takeEntries(ctx context.Context, r *archive.Reader) error {
	for n := 0; ; n++ {
		if n%512 == 0 && ctx.Err() != nil {
			return cancelled(ctx.Err())
		}
		e, err := r.Next()
		if err != nil {
			return nil // whether that was the end is known already
		}
		switch {
		case e.Kind == entryKey && isWholeValue(e.Key, e.Value):
			err = s.keep(e.Key, e.Value, finding{seq: r.Head.Seq})
		case e.Kind == entryHistory: // of format 1, whose keys say the same
		}
		if err != nil {
			return err
		}
	}
}

// isWholeValue reports whether a value has its checksum, which covers its key.
// After damage in a stream that is compressed there is no telling what a key
// would have been.
func isWholeValue(key, value []byte) bool {
	_, err := openEnvelope(key, value)
	return err == nil
}

// epochs returns what is known of the epochs of the store.
func (s *Salvage) epochs() epochs {
	segments, _ := s.place.segments()
	return (&Store{place: s.place}).knownEpochs(segments)
}

// readLog reads the records of the log after what is known to be whole.
func (s *Salvage) readLog(ctx context.Context) error {
	segments, err := s.place.segments()
	if err != nil {
		segments = nil
	}
	next := s.floor + 1
	if len(segments) == 0 || segments[0].first > next {
		s.unread(Unread{Place: dirJournal, Missing: true})
	}
	for i, seg := range segments {
		if i+1 < len(segments) && segments[i+1].first <= s.floor+1 {
			continue // all of it is known
		}
		if ctx.Err() != nil {
			return cancelled(ctx.Err())
		}
		if i > 0 && seg.first > max(next, s.floor+1) {
			s.unread(Unread{Place: dirJournal, Missing: true})
		}
		if next, err = s.readSegment(seg, i == len(segments)-1); err != nil {
			return err
		}
	}
	if max(next-1, s.floor) < s.expected.Seq {
		s.unread(Unread{Place: dirJournal, Missing: true}) // it ends before it should
	}
	return nil
}

// readSegment reads what it can of a segment and returns the number after its
// last record that can be read. A write that was cut short at the end of the
// newest one was never acknowledged, and is not missed.
func (s *Salvage) readSegment(seg segment, newest bool) (next uint64, err error) {
	place, bad := dirJournal+"/"+seg.name(), false
	info, err := os.Stat(seg.path)
	if err != nil || info.Size() > maxSegment {
		s.unread(Unread{Place: place})
		return seg.first, nil
	}
	buf, err := os.ReadFile(seg.path)
	if err != nil {
		s.unread(Unread{Place: place})
		return seg.first, nil
	}
	scan := segmentScan{next: seg.first, size: int64(len(buf))}
	err = scan.read(buf, seg, s.place.store, func(e entry, raw []byte) error {
		if e.seq <= s.floor {
			return nil
		}
		e, _, err := decodeEntry(raw)
		if err == nil {
			err = s.takeRecord(e)
		}
		if errors.Is(err, errWire) || errors.Is(err, errRecordBad) {
			bad, err = true, nil
		}
		return err
	})
	if bad || len(scan.holes) > 0 || scan.torn() > 0 && !newest {
		s.unread(Unread{Place: place})
	}
	return scan.next, err
}

// takeRecord takes what a record of the log says that is kept afterwards.
func (s *Salvage) takeRecord(e entry) error {
	switch e.kind {
	case entryBase:
		s.passed(e.seq) // what is kept follows, all of it
		return nil
	case entryLost:
		s.unread(Unread{Place: dirJournal, Missing: true})
		return nil
	case entryDrop:
		return nil // rows without a head are not shown anyway
	case entryEdit:
		return s.takeEdit(e)
	}
	st, err := stepOf(e, nil)
	if err != nil {
		return errWire
	}
	return s.takeOps(st)
}

// takeEdit takes the records of a commit. The commits of the journal in it are
// not looked at: one that cannot be read is no reason against its records.
func (s *Salvage) takeEdit(e entry) error {
	var w wireEdit
	if cborDec.Unmarshal(e.payload, &w) != nil {
		return errWire
	}
	campaign, err := w.Campaign.id()
	if err != nil || campaign == domain.NoID {
		return errWire
	}
	st := step{seq: e.seq}
	for _, r := range w.Records {
		o, bad := recordOp(campaign, r)
		if bad != nil {
			err = errWire
			continue
		}
		st.ops = append(st.ops, o)
	}
	for _, f := range w.Forgotten {
		if ref, bad := refOf(f.Kind, f.ID); bad == nil {
			st.ops = append(st.ops, op{key: recordKey(domain.Kind(ref.Kind), campaign, ref.ID)})
		}
	}
	return errors.Join(s.takeOps(st), err)
}

func (s *Salvage) takeOps(st step) error {
	for _, o := range st.ops {
		if err := s.keep(o.key, o.value, finding{seq: st.seq}); err != nil {
			return err
		}
	}
	return nil
}
