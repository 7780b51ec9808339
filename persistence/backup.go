package persistence

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
	"athar/persistence/vault"
)

// Kinds of entries in a backup. Never reuse a letter.
const (
	entryKey     = 'K' // a key of the store and its value, both as they are kept
	entryHistory = 'J' // a record of the log as it is on disk; only of stores of format 1
)

// BackupOptions say how a backup is made.
type BackupOptions struct {
	Reason   backup.Reason
	Version  string        // of Athar
	Progress func(float64) // from 0 to 1; may be nil

	step func(string) // tests stop here
	as   *keyring     // whose keys it is sealed with; nil for those of the store
}

// keyring is keys and the file that they are in.
type keyring struct {
	keys *vault.Keys // nil for what is not encrypted
	file *vault.File
}

// Backup writes everything that is kept, with its history, into one file in
// the directory, which is made where it is missing. The file gets its name
// only after it was read back from the disk as a whole and verified. The store
// can be used meanwhile.
//
// Errors have the codes ErrReadOnly, ErrDiskFull, ErrStoreDamaged, ErrCancelled
// and ErrInternal; what was written is removed then.
func (s *Store) Backup(ctx context.Context, dir string, o BackupOptions) (backup.Info, error) {
	if o.step == nil {
		o.step = s.opts.step
	}
	s.backups.Lock()
	defer s.backups.Unlock()
	info, err := s.backup(ctx, dir, o)
	if err != nil {
		return backup.Info{}, fmt.Errorf("back up: %w", err)
	}
	return info, nil
}

func (s *Store) backup(ctx context.Context, dir string, o BackupOptions) (backup.Info, error) {
	if err := s.refuseInside(dir); err != nil {
		return backup.Info{}, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return backup.Info{}, notWritable(dir, err)
	}
	if o.as == nil {
		as, err := s.keyring()
		if err != nil {
			return backup.Info{}, err
		}
		o.as = &as
	}
	unbacked := s.Unbacked()
	snap, err := s.snapshot()
	if err != nil {
		return backup.Info{}, err
	}
	defer snap.release()
	if filepath.Dir(dir) == s.place.dir { // the same disk, where Badger needs room
		if err := s.room(minFreeCommit + snap.size()); err != nil {
			return backup.Info{}, err
		}
	}
	at := s.opts.Now().UTC().Truncate(time.Second)
	path := freeName(dir, &at, snap.state.Seq, o.Reason)
	tmp := path + ".tmp"
	info, err := s.writeVerified(ctx, snap, tmp, at, o)
	if err == nil {
		o.at("verified")
		err = fileError(path, os.Rename(tmp, path))
	}
	if err != nil {
		_ = os.Remove(tmp)
		return backup.Info{}, s.withRoom(err, dir, snap.size())
	}
	o.at("named")
	info.Path = path
	if err := syncBackupDir(dir); err != nil {
		return info, fileError(dir, err)
	}
	s.noteVerified(path)
	if filepath.Clean(dir) == s.place.path(DirBackups) && snap.format == storeFormat {
		s.journal.grown.Add(-unbacked)
		_ = s.rotateLog() // so that it can be shortened; a log that goes on as it is does no harm
	}
	return info, nil
}

// withRoom adds to a full disk what is free in the directory and what is needed.
func (s *Store) withRoom(err error, dir string, need uint64) error {
	if domain.CodeOf(err) != domain.ErrDiskFull {
		return err
	}
	free, _ := s.opts.FreeSpace(dir)
	full := diskFull(dir, free, max(need, free+1))
	full.Err = err
	return full
}

// freeName returns a name that no file has yet; at moves on where it must.
func freeName(dir string, at *time.Time, seq uint64, why backup.Reason) string {
	for {
		path := filepath.Join(dir, backup.Name(*at, seq, why.Tag()))
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		*at = at.Add(time.Second)
	}
}

func (s *Store) writeVerified(
	ctx context.Context, snap *snapshot, tmp string, at time.Time, o BackupOptions,
) (backup.Info, error) {
	head := archive.Head{
		App: "athar", Version: o.Version, StoreFormat: snap.format, Store: s.place.store, Epoch: snap.epoch,
		Seq: snap.state.Seq, Created: at, Reason: string(o.Reason),
	}
	head.Counts, head.Sum = headCounts(snap.state), sumText(snap.state.Sum)
	if err := snap.writeTo(ctx, tmp, head, o); err != nil {
		return backup.Info{}, err
	}
	o.at("written")
	read, err := ReadBackup(ctx, tmp, o.as.keys, func(share float64) { o.progress(0.5 + share/2) })
	return read.Info, err
}

// writeTo writes the snapshot into a file, durably.
func (n *snapshot) writeTo(ctx context.Context, path string, head archive.Head, o BackupOptions) error {
	a := archiveFile{path, head, o.as, !n.store.opts.noSync}
	return a.write(func(put func(archive.Entry) error) error { return n.entries(ctx, o, put) })
}

// archiveFile is the file of a backup that is being written.
type archiveFile struct {
	path string
	head archive.Head
	as   *keyring // whose keys it is sealed with
	sync bool
}

// write writes what fill puts, durably.
func (a archiveFile) write(fill func(put func(archive.Entry) error) error) error {
	f, err := os.OpenFile(a.path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return notWritable(a.path, err)
	}
	buf := bufio.NewWriterSize(f, readBuffer)
	err = a.fill(buf, fill)
	if err == nil {
		err = buf.Flush()
	}
	if err == nil && a.sync {
		err = f.Sync()
	}
	forget(f) // so that reading it back reads the disk
	if bad := f.Close(); err == nil {
		err = bad
	}
	return fileError(a.path, err)
}

func (a archiveFile) fill(w io.Writer, fill func(put func(archive.Entry) error) error) error {
	to, err := newArchive(w, a.head, a.as)
	if err != nil {
		return err
	}
	if err := fill(to.Entry); err != nil {
		to.Abandon()
		return err
	}
	return to.Finish()
}

func newArchive(w io.Writer, head archive.Head, as *keyring) (*archive.Writer, error) {
	if as.keys == nil {
		return archive.NewWriter(w, head)
	}
	return archive.NewSealedWriter(w, head, as.file, as.keys)
}

// entries gives everything a backup holds to put.
func (n *snapshot) entries(ctx context.Context, o BackupOptions, put func(archive.Entry) error) error {
	var done, all int64
	for _, count := range n.state.Counts {
		all += count
	}
	if n.format == 1 {
		all += int64(n.state.Seq)
	}
	tell := func() {
		if done++; done%512 == 1 {
			o.at("writing")
			o.progress(float64(done) / float64(all+1) / 2)
		}
	}
	err := n.keys(ctx, func(key, value []byte) error {
		tell()
		return put(archive.Entry{Kind: entryKey, Key: key, Value: value})
	})
	if err != nil || n.format > 1 {
		return err
	}
	return n.journal(ctx, func(raw []byte) error {
		tell()
		return put(archive.Entry{Kind: entryHistory, Value: raw})
	})
}

func (o BackupOptions) progress(share float64) {
	if o.Progress != nil {
		o.Progress(min(share, 1))
	}
}

func (o BackupOptions) at(step string) {
	if o.step != nil {
		o.step(step)
	}
}

// headCounts returns what a head says of the keys.
func headCounts(state wireState) map[string]int64 {
	out := map[string]int64{}
	for letter, n := range state.Counts {
		if n != 0 {
			out[string(rune(letter))] = n
		}
	}
	return out
}

func sumText(sum uint64) string { return fmt.Sprintf("%016x", sum) }

// syncBackupDir makes the name of a backup durable. Some network drives and
// sticks have no such call; what is in the file is durable all the same.
func syncBackupDir(dir string) error {
	err := syncDir(dir)
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
