package persistence

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"athar/domain"
	"athar/domain/backup"
)

// ConvertOptions say how encryption is switched on or off.
type ConvertOptions struct {
	Version  string        // of Athar
	Progress func(float64) // from 0 to 1; may be nil
}

// Converted is what switching encryption on or off did.
type Converted struct {
	// Removed are the places that held data anybody could read: the store there
	// was, what earlier restores put aside, backups. The bytes may be on the disk
	// for a while yet.
	Removed []string
	// Left are such places that are still there. The next Open tries again.
	Left []string
	// Kept is where the encrypted store is kept that is not encrypted any more.
	Kept string
}

// Encrypt makes the store in a directory an encrypted one, with the keys of the
// options. The store must be closed. A sealed backup of it is made and verified,
// a new store is made of that, as by Restore, and only when it has its place is
// anything removed. A crash at any moment leaves the one or the other.
//
// The epoch goes on, because nothing was set back: the device stays what it was,
// and what it did can be undone. The store that was replaced begins another one
// should anybody ever open it.
//
// Errors have the codes of Open, Backup and Restore, ErrEncrypted, and
// ErrAlreadyOpen where somebody else writes meanwhile.
func Encrypt(ctx context.Context, dir string, opts Options, o ConvertOptions) (Converted, error) {
	to := opts.complete()
	from := to
	from.Keys, from.NewKeys = nil, nil
	file, err := KeyFile(dir)
	switch {
	case err == nil && file != nil:
		err = domain.Problem(domain.ErrEncrypted, "")
	case err == nil && (to.Keys == nil || to.NewKeys == nil):
		err = domain.Problem(domain.ErrLocked, "")
	}
	if err != nil {
		return Converted{}, fmt.Errorf("encrypt: %w", err)
	}
	c := conversion{from: from, to: to, o: o}
	out, err := c.run(ctx, dir)
	if err != nil {
		return Converted{}, fmt.Errorf("encrypt: %w", err)
	}
	out.Removed, out.Left, err = RemoveReadable(dir, to)
	out.Kept = ""
	return out, err
}

// Decrypt makes the store in a directory one that is not encrypted. The keys of
// the options are those it has. Backups and the store there was stay, as they
// are. The epoch goes on as with Encrypt.
//
// Errors have the codes of Open, Backup and Restore, ErrNotEncrypted, and
// ErrAlreadyOpen where somebody else writes meanwhile.
func Decrypt(ctx context.Context, dir string, opts Options, o ConvertOptions) (Converted, error) {
	from := opts.complete()
	to := from
	to.Keys, to.NewKeys = nil, nil
	file, err := KeyFile(dir)
	if err == nil && file == nil {
		err = domain.Problem(domain.ErrNotEncrypted, "")
	}
	c := conversion{from: from, to: to, o: o}
	var out Converted
	if err == nil {
		out, err = c.run(ctx, dir)
	}
	if err != nil {
		return Converted{}, fmt.Errorf("decrypt: %w", err)
	}
	return out, nil
}

// conversion makes a store of a store, with other keys or none.
type conversion struct {
	from, to Options
	o        ConvertOptions
}

func (c *conversion) run(ctx context.Context, dir string) (Converted, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Converted{}, notWritable(dir, err)
	}
	path, epoch, err := c.copy(ctx, dir)
	if err != nil {
		return Converted{}, err
	}
	c.to.step("copied")
	kept, err := c.replace(ctx, dir, path, epoch)
	if err != nil {
		_ = os.Remove(path) // of a store that there will not be
	}
	return Converted{Kept: kept}, err
}

// copy makes a backup of the store as the new one will be, verified, and returns
// it with the epoch of the store.
func (c *conversion) copy(ctx context.Context, dir string) (path string, epoch domain.ID, err error) {
	s, err := Open(dir, c.from)
	if err != nil {
		return "", epoch, err
	}
	epoch = s.Epoch()
	info, err := s.Backup(ctx, s.place.path(DirBackups), BackupOptions{
		Reason: backup.Converting, Version: c.o.Version, step: c.to.step,
		Progress: func(share float64) { c.progress(share / 2) },
		as:       &keyring{c.to.Keys, c.to.NewKeys},
	})
	if bad := s.Close(); err == nil {
		err = bad
	}
	return info.Path, epoch, err
}

// replace makes the new store of the backup and puts it in the place of the old.
func (c *conversion) replace(ctx context.Context, dir, path string, epoch domain.ID) (kept string, err error) {
	old, err := settledPlace(dir, c.to)
	if err != nil {
		return "", err
	}
	defer old.release()
	file, err := openBackup(path, c.to.Keys)
	if err != nil {
		return "", err
	}
	defer file.close()
	if err := c.unchanged(old, file.Head.Seq); err != nil {
		return "", err
	}
	b := building{
		dir: dir + suffixRestoring, opts: c.to, file: file, epoch: epoch,
		progress: func(share float64) { c.progress(0.5 + share/2) },
	}
	next, err := b.run(ctx)
	if err == nil {
		err = b.takeSettings(dir)
	}
	if err == nil && c.to.Keys != nil {
		err = writeFileSynced(filepath.Join(b.dir, fileReadable), []byte("what can be read is to be removed\n"))
	}
	if err == nil {
		err = old.giveUpEpoch()
	}
	if err != nil {
		b.remove()
		return "", err
	}
	c.to.step("given up")
	file.close() // it moves, and Windows moves no open file
	ch := change{dir: dir, opts: c.to, old: old, next: next}
	if kept, err = ch.run(); err != nil {
		if old.keepEpoch() == nil { // else the next start does both
			b.remove()
		}
		return "", err
	}
	c.progress(1)
	return kept, nil
}

// unchanged refuses a store in which something was kept after the copy was made:
// the new one would lack it, and give its numbers out once more.
func (c *conversion) unchanged(p *place, seq uint64) error {
	if err := p.unlock(c.from.Keys); err != nil {
		return err
	}
	segments, err := p.segments()
	if err != nil || len(segments) == 0 {
		return err
	}
	scan, err := scanSegment(segments[len(segments)-1], p.store, 0, nil)
	if err == nil && scan.next > seq+1 {
		err = domain.Problem(domain.ErrAlreadyOpen, "").With("path", p.dir)
	}
	return err
}

func (c *conversion) progress(share float64) {
	if c.o.Progress != nil {
		c.o.Progress(share)
	}
}
