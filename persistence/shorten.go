package persistence

import (
	"context"
	"os"

	"athar/domain"
)

// The log is shortened when a checkpoint of our own was made: it goes on in a
// new segment, and segments go all of whose records the older of the two newest
// verified checkpoints has. So each of the two is enough, with the log after it,
// to make the store anew.

// Unbacked returns how much of the log no checkpoint has, in bytes: what a start
// after a kill reads; 0 when the store can only be read. It does not wait for a
// write that is under way.
func (s *Store) Unbacked() int64 { return s.journal.grown.Load() }

// countUnbacked finds out what Unbacked returns. The log goes on in a new segment after
// each checkpoint, so that whole segments count. It goes by the names of the
// checkpoints, since it decides over nothing but when the next one is made.
func (s *Store) countUnbacked(segments []segment) {
	files, _ := backupFiles(s.place.path(DirBackups))
	var newest uint64
	for _, f := range files {
		newest = max(newest, f.Seq)
	}
	var sum int64
	for i, seg := range segments {
		if i+1 < len(segments) && segments[i+1].first <= newest+1 {
			continue
		}
		if info, err := os.Stat(seg.path); err == nil {
			sum += max(0, info.Size()-int64(seg.seal.headerSize()))
		}
	}
	s.journal.grown.Store(sum)
}

// rotateLog has the log go on in a new segment.
func (s *Store) rotateLog() error {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return internal("store is closed")
	}
	if s.journal.size <= int64(s.journal.seal.headerSize()) {
		return nil // there is nothing in it yet
	}
	return s.journal.rotate()
}

// shorten removes the segments that are not needed any more. The lock of the
// backups must be held: no checkpoint comes or goes meanwhile.
func (s *Store) shorten(ctx context.Context) error {
	segments, err := s.closedSegments()
	if err != nil || len(segments) < 2 {
		return err
	}
	limit, err := s.coveredTwice(ctx, segments)
	if err != nil || limit < segments[1].first-1 {
		return err
	}
	return s.removeSegments(segments, limit)
}

// closedSegments returns the segments; only the last one is written to.
func (s *Store) closedSegments() ([]segment, error) {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return nil, internal("store is closed")
	}
	return s.place.segments()
}

// coveredTwice returns the number of the newest record that two checkpoints
// have, both read as a whole; 0 when there are no two, or the newest is damaged.
func (s *Store) coveredTwice(ctx context.Context, segments []segment) (uint64, error) {
	list, _, err := s.ownCheckpoints(s.knownEpochs(segments))
	if err != nil {
		return 0, err
	}
	whole := 0
	for i, c := range list {
		if c.head.Seq < segments[1].first-1 {
			return 0, nil // whatever it is, it is no reason to remove anything
		}
		good, err := s.isVerified(ctx, c.path)
		switch {
		case err != nil:
			return 0, err
		case good:
			if whole++; whole == 2 {
				return c.head.Seq, nil
			}
		case i == 0:
			return 0, nil
		}
	}
	return 0, nil
}

// isVerified reports whether a checkpoint is whole. One that was read by this
// process and did not change since is not read again.
func (s *Store) isVerified(ctx context.Context, path string) (bool, error) {
	now, err := fingerprintOf(path)
	if err != nil {
		return false, nil
	}
	if s.verified[path] == now {
		return true, nil
	}
	_, err = ReadBackup(ctx, path, s.opts.Keys, nil)
	switch domain.CodeOf(err) {
	case "":
		s.noteVerified(path)
		return true, nil
	case domain.ErrCancelled:
		return false, err
	}
	return false, nil
}

// noteVerified remembers that a backup was read as a whole.
func (s *Store) noteVerified(path string) {
	if s.verified == nil {
		s.verified = map[string]fingerprint{}
	}
	if f, err := fingerprintOf(path); err == nil {
		s.verified[path] = f
	}
}

// fingerprint tells a file that changed from one that did not.
type fingerprint struct {
	size, modified int64
}

func fingerprintOf(path string) (fingerprint, error) {
	info, err := os.Stat(path)
	if err != nil {
		return fingerprint{}, err
	}
	return fingerprint{info.Size(), info.ModTime().UnixNano()}, nil
}

// removeSegments removes the segments all of whose records are at or below the
// limit, the oldest first: what is left is without a gap at any moment. The last
// one stays.
func (s *Store) removeSegments(segments []segment, limit uint64) error {
	s.write.Lock() // nobody reads the log meanwhile
	defer s.write.Unlock()
	if s.closed {
		return internal("store is closed")
	}
	if err := s.db.Sync(); err != nil { // what only these segments lead to must be on the disk
		return storeError("sync", err)
	}
	s.opts.step("badger synced")
	dir := s.place.path(dirJournal)
	for i := 0; i+1 < len(segments) && segments[i+1].first-1 <= limit; i++ {
		if err := os.Remove(segments[i].path); err != nil {
			return fileError(segments[i].path, err)
		}
		if err := syncDir(dir); err != nil {
			return fileError(dir, err)
		}
		s.opts.step("log shortened")
	}
	return nil
}

// logBegins returns the number of the record that the log should begin with: the
// first, unless it begins with everything that was kept by then, or a checkpoint
// has what was before it.
func (s *Store) logBegins(segments []segment) uint64 {
	if len(segments) == 0 || segments[0].first == 1 {
		return 1
	}
	first := segments[0].first
	list, _, err := s.ownCheckpoints(s.knownEpochs(segments))
	if err == nil && len(list) > 0 && list[0].head.Seq >= first-1 {
		return first
	}
	if _, whole := s.wholeLog(segments); whole {
		return first
	}
	return 1
}
