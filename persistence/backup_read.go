package persistence

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
	"athar/persistence/vault"
)

// BackupKeys returns the key file in the head of a sealed backup; nil for a
// backup that is not sealed.
func BackupKeys(path string) (*vault.File, error) {
	f, src, err := lookAtBackup(path)
	if err != nil {
		return nil, err
	}
	return src.Keys, f.Close()
}

// ReadBackup reads a backup as a whole and proves that a store can be made of
// it: its checksum, the counts and the sum of its head, every value by its
// checksum and by decoding it, every table whole, the history in order. keys open
// a sealed one.
//
// Errors have the codes ErrFileRead, ErrNotBackup, ErrBackupDamaged,
// ErrBackupNewer, ErrLocked, ErrKeyOther and ErrCancelled.
func ReadBackup(
	ctx context.Context, path string, keys *vault.Keys, progress func(float64),
) (backup.Contents, error) {
	r, err := openBackup(path, keys)
	if err != nil {
		return backup.Contents{}, err
	}
	defer r.close()
	c := newBackupCheck(r)
	if err := r.each(ctx, progress, c.entry); err != nil {
		return backup.Contents{}, err
	}
	return c.contents, nil
}

// backupFile is a backup that is being read.
type backupFile struct {
	*archive.Reader
	file *os.File
	path string
	size int64
	keys *vault.File // of a sealed one; nil for any other
}

// lookAtBackup opens a file and reads what it says is in it.
func lookAtBackup(path string) (*os.File, *archive.Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, unreadable(path, err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a file")
	}
	if err != nil {
		_ = f.Close()
		return nil, nil, unreadable(path, err)
	}
	src, err := archive.Look(f, info.Size())
	if err == nil && src.Head.StoreFormat > storeFormat {
		err = archive.NewerError{Found: src.Head.StoreFormat, Known: storeFormat}
	}
	if err != nil {
		_ = f.Close()
		return nil, nil, archive.Code(err, path)
	}
	return f, src, nil
}

func openBackup(path string, keys *vault.Keys) (*backupFile, error) {
	f, src, err := lookAtBackup(path)
	if err != nil {
		return nil, err
	}
	r, err := src.Open(keys)
	if err != nil {
		_ = f.Close()
		return nil, archive.Code(err, path)
	}
	return &backupFile{r, f, path, src.Size, src.Keys}, nil
}

func (b *backupFile) info() backup.Info {
	info := infoOf(b.Head, b.path, b.size)
	info.Encrypted = b.keys != nil
	return info
}

func (b *backupFile) close() {
	b.Close()
	_ = b.file.Close()
}

// each gives every entry to f, and after the last one, when the file proved to
// be whole, an entry of kind 0.
func (b *backupFile) each(ctx context.Context, progress func(float64), f func(archive.Entry) error) error {
	for n := 0; ; n++ {
		if n%512 == 0 {
			if err := ctx.Err(); err != nil {
				return cancelled(err)
			}
			if progress != nil {
				progress(b.Share())
			}
		}
		e, err := b.Next()
		if errors.Is(err, io.EOF) {
			return archive.Code(f(archive.Entry{}), b.path)
		}
		if err == nil {
			err = f(e)
		}
		if err != nil {
			return archive.Code(err, b.path)
		}
	}
}

// backupCheck looks at the entries of a backup as they come. It keeps the
// summaries and nothing else.
type backupCheck struct {
	head     archive.Head
	contents backup.Contents
	state    wireState // counts and sum of what came so far
	last     []byte    // the key before
	table    tableCheck
	journal  *journalCheck
	next     uint64 // number of the next record of the history
	commits  bool   // the history has begun: no key may follow
}

func newBackupCheck(b *backupFile) *backupCheck {
	return &backupCheck{
		head:     b.Head,
		contents: backup.Contents{Info: b.info()},
		state:    wireState{Counts: map[byte]int64{}},
		journal:  newJournalCheck(),
		next:     1,
	}
}

// entry checks one entry. Everything that is wrong is archive.ErrDamaged.
func (c *backupCheck) entry(e archive.Entry) error {
	ok := false
	switch e.Kind {
	case 0:
		ok = c.end()
	case entryKey:
		ok = !c.commits && string(c.last) < string(e.Key) && c.key(e.Key, e.Value)
		c.last = append(c.last[:0], e.Key...)
		c.state.add(e.Key, e.Value)
	case entryHistory:
		c.commits = true
		ok = c.head.StoreFormat == 1 && len(e.Key) == 0 && c.history(e.Value)
	}
	if !ok {
		return archive.ErrDamaged
	}
	return nil
}

func (c *backupCheck) key(key, value []byte) bool {
	switch letter := letterOf(key); {
	case isRecordLetter(letter):
		_, err := openRecord(key, value)
		return err == nil && len(key) == 1+2*idSize
	case letter == letterSummary && len(key) == 1+idSize:
		w, err := openSummary(key, value)
		if err != nil {
			return false
		}
		s, err := w.summary()
		c.contents.Campaigns = append(c.contents.Campaigns, s)
		return err == nil && s.ID == idAt(key, 1)
	case letter == letterTable && len(key) == 1+idSize+4:
		return c.table.add(key, value)
	case c.journal.holds(key):
		return c.journal.add(key, value)
	case letter == letterUnfinished && len(key) == 1+idSize:
		_, err := openEnvelope(key, value)
		return err == nil
	}
	return false
}

// tableCheck follows the blocks of tables, which come head first.
type tableCheck struct {
	id   domain.ID
	head *wireTable // nil for rows that were not complete
	next uint32
	sum  uint32
}

func (t *tableCheck) add(key, value []byte) bool {
	id, block := idAt(key, 1), binary.BigEndian.Uint32(key[1+idSize:])
	env, err := openEnvelope(key, value)
	if err != nil {
		return false
	}
	if id != t.id {
		if !t.whole() {
			return false
		}
		*t = tableCheck{id: id, next: 1}
	}
	if block == 0 {
		t.head = &wireTable{}
		return cborDec.Unmarshal(env.payload, t.head) == nil
	}
	good := env.codec == codecBlock && (block == t.next || t.head == nil)
	t.next, t.sum = block+1, crc32.Update(t.sum, castagnoli, env.payload)
	return good
}

// whole reports whether the table that came last has all of its blocks.
func (t *tableCheck) whole() bool {
	return t.head == nil || (t.next == t.head.Blocks+1 && t.sum == t.head.Sum)
}

func (c *backupCheck) history(raw []byte) bool {
	e, size, err := decodeEntry(raw)
	if err != nil || size != len(raw) || e.seq < c.next || e.seq > c.head.Seq {
		return false
	}
	c.contents.Gaps = c.contents.Gaps || e.seq != c.next || e.kind == entryLost
	c.contents.History++
	c.next = e.seq + 1
	switch e.kind {
	case entryCommit:
		return decodesCommit(e.payload)
	case entryBlocks, entryTable:
		_, err := stepOf(e, nil)
		return err == nil
	case entryDrop:
		return len(e.payload) == idSize
	case entryLost:
		return true
	}
	return false
}

// decodesCommit reports whether a commit and every record after it can be
// read. The records before it are those after an earlier one.
func decodesCommit(payload []byte) bool {
	var w wireCommit
	if cborDec.Unmarshal(payload, &w) != nil {
		return false
	}
	for _, ch := range w.Changes {
		if len(ch.ID) != idSize || !isRecordLetter(ch.Kind) {
			return false
		}
		if ch.AfterSchema == 0 {
			continue
		}
		if _, err := (encoded{ch.AfterSchema, ch.After}).decode(domain.Kind(ch.Kind)); err != nil {
			return false
		}
	}
	return len(w.ID) == idSize && len(w.Campaign) == idSize
}

// end checks what only shows in the whole.
func (c *backupCheck) end() bool {
	whole := c.journal.end() && c.table.whole()
	if c.head.StoreFormat == 1 {
		c.contents.Gaps = c.contents.Gaps || c.next != c.head.Seq+1
	} else {
		c.contents.History, c.contents.Gaps = c.journal.commits, c.journal.gaps
	}
	for name, n := range c.head.Counts {
		if len(name) != 1 || c.state.Counts[name[0]] != n {
			return false
		}
		delete(c.state.Counts, name[0])
	}
	return len(c.state.Counts) == 0 && sumText(c.state.Sum) == c.head.Sum && whole
}
