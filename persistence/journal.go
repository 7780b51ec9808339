package persistence

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"athar/domain"
)

// diskLog appends records to the newest segment. It is not safe for use from
// several goroutines; the store's write lock guards it.
//
// A write or a sync that fails leaves it unknown what reached the disk; after a
// failed sync the system may even take pages for clean that never got there.
// So everything since the last good sync is kept in memory, and the next call
// cuts the file back to that point and writes it again.
type diskLog struct {
	dir   string
	store domain.ID
	limit int64 // size at which a segment is full
	sync  bool  // false only in tests that measure or repeat a lot
	seal  *recordSeal
	step  func(string)

	file     *os.File
	path     string
	next     uint64 // number of the next record
	size     int64  // bytes written, or meant to be, to the newest segment
	synced   int64  // bytes of it that are durable
	unsynced [][]byte
	broken   bool

	grown atomic.Int64 // bytes of records since the newest checkpoint; read without the lock
}

// at tells of a step; tests stop there.
func (j *diskLog) at(step string) {
	if j.step != nil {
		j.step(step)
	}
}

// startSegment makes a segment for the records from first on, and appends to
// it from now on. It gets its name only when its header is durable.
func (j *diskLog) startSegment(first uint64) error {
	path := filepath.Join(j.dir, fmt.Sprintf(segmentPattern, first))
	head := segmentHead{j.store, first, j.seal.keysID()}.encode()
	_, none := os.Lstat(path)
	err := writeFileSynced(path, head)
	if err == nil {
		j.next = first
		j.at("segment named")
		err = j.openSegment(path, int64(len(head)))
	}
	if err != nil && none != nil { // it may have its name: the log goes on in the old one, and this would be a gap in it
		_ = os.Remove(path)
		_ = syncDir(j.dir)
	}
	return err
}

// openSegment appends to an existing segment after its first size bytes, and
// cuts off what follows them.
func (j *diskLog) openSegment(path string, size int64) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fileError(path, err)
	}
	if err := cutTo(f, size); err != nil {
		_ = f.Close()
		return fileError(path, err)
	}
	if j.file != nil {
		_ = j.file.Close() // nothing in it is waiting: it was synced or is broken
	}
	j.file, j.path, j.size, j.synced = f, path, size, size
	return nil
}

// cutTo makes the file size bytes long, durably, and moves to its end.
func cutTo(f *os.File, size int64) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < size {
		return errRecordShort
	}
	if info.Size() > size {
		if err := f.Truncate(size); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
	}
	_, err = f.Seek(size, 0)
	return err
}

// append writes an encoded record, which has the next number. It is durable
// after flush. When
// it fails the record waits in memory for the next call, so that the numbers
// stay without gaps.
func (j *diskLog) append(seq uint64, raw []byte) error {
	if seq != j.next {
		return internal("journal record out of order")
	}
	var err error
	if j.size >= j.limit {
		err = j.rotate()
	}
	raw = j.seal.seal(raw)
	j.unsynced = append(j.unsynced, raw)
	j.size += int64(len(raw))
	j.grown.Add(int64(len(raw)))
	j.next++
	switch {
	case err != nil:
		j.broken = true
		return err
	case j.broken:
		return j.heal()
	}
	if _, err := j.file.Write(raw); err != nil {
		j.broken = true
		return fileError(j.path, err)
	}
	j.at("appended")
	return nil
}

// rotate closes the full segment and starts the next one.
func (j *diskLog) rotate() error {
	if err := j.flush(); err != nil {
		return err
	}
	j.at("segment full")
	return j.startSegment(j.next)
}

// flush makes every record appended so far durable.
func (j *diskLog) flush() error {
	if err := j.heal(); err != nil {
		return err
	}
	if len(j.unsynced) == 0 {
		return nil
	}
	if j.sync {
		if err := j.file.Sync(); err != nil {
			j.broken = true
			return fileError(j.path, err)
		}
	}
	j.synced, j.unsynced = j.size, nil
	return nil
}

// heal writes again what an earlier failure left uncertain.
func (j *diskLog) heal() error {
	if !j.broken {
		return nil
	}
	waiting := j.unsynced
	if err := j.openSegment(j.path, j.synced); err != nil {
		return err
	}
	for _, raw := range waiting {
		j.size += int64(len(raw))
		if _, err := j.file.Write(raw); err != nil {
			return fileError(j.path, err)
		}
	}
	if err := j.file.Sync(); err != nil {
		return fileError(j.path, err)
	}
	j.synced, j.unsynced, j.broken = j.size, nil, false
	return nil
}

// close makes everything durable and lets go of the file.
func (j *diskLog) close() error {
	if j.file == nil {
		return nil
	}
	err := j.flush()
	if bad := j.file.Close(); err == nil && bad != nil {
		err = fileError(j.path, bad)
	}
	j.file = nil
	return err
}

// writeFileSynced writes a whole file so that after a power cut it is there
// complete or not at all.
func writeFileSynced(path string, data []byte) error {
	tmp := path + ".tmp"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fileError(path, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if bad := f.Close(); err == nil {
		err = bad
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		_ = os.Remove(tmp)
	}
	return fileError(path, err)
}
