package persistence

import (
	"os"
	"path/filepath"

	"athar/domain"
	"athar/persistence/vault"
)

// KeyFile returns the key file of the store in a directory; nil for one that is
// not encrypted or not there. It changes nothing but a key file that is missing
// or damaged, and needs the directory to itself no more than a moment.
//
// Errors have the codes ErrKeyMissing, ErrKeyDamaged, ErrKeyOther, and those of
// Open for a directory that holds something else.
func KeyFile(dir string) (*vault.File, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, notWritable(dir, err)
	}
	if err := FinishRestore(dir); err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); os.IsNotExist(err) {
		return nil, nil
	}
	p := &place{dir: dir}
	if err := p.identify(); err != nil {
		return nil, err
	}
	if p.keys == domain.NoID {
		return nil, nil
	}
	return p.keyFile()
}

// SourceKeys returns the key file of what OpenSource opens, a data directory or a
// backup; nil for one that is not encrypted. It changes nothing there.
//
// Errors have the codes of KeyFile and BackupKeys.
func SourceKeys(path string) (*vault.File, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case !info.IsDir():
		return BackupKeys(path)
	}
	p := &place{dir: path, untouched: true}
	if _, err := p.identifyNewer(); err != nil || p.keys == domain.NoID {
		return nil, err
	}
	return p.keyFile()
}

// keyFile returns the key file of an encrypted store. Where both are gone, the
// newest backup of Athar's own has it, with the passphrase it had then.
func (p *place) keyFile() (*vault.File, error) {
	read, write := readKeys, writeKeys
	if p.untouched {
		write = func(string, *vault.File) error { return nil }
		read = func(dir string, keys domain.ID) (*vault.File, error) {
			f, _, err := lookForKeys(dir, keys)
			return f, err
		}
	}
	f, err := read(p.dir, p.keys)
	switch domain.CodeOf(err) {
	case domain.ErrKeyMissing, domain.ErrKeyDamaged, domain.ErrKeyOther:
	default:
		return f, err
	}
	dir := p.path(DirBackups)
	files, _ := backupFiles(dir)
	for _, b := range files {
		if f, bad := BackupKeys(filepath.Join(dir, b.Name)); bad == nil && f != nil && f.ID() == p.keys {
			return f, write(p.dir, f)
		}
	}
	return nil, err
}

// WriteKeyFile keeps a changed key file, with another passphrase or recovery
// code, of the store in a directory. The store may be open. Backups have the key
// file they were made with.
func WriteKeyFile(dir string, f *vault.File) error {
	was, err := KeyFile(dir)
	switch {
	case err != nil:
		return err
	case was == nil:
		return domain.Problem(domain.ErrNotEncrypted, "")
	case was.ID() != f.ID():
		return domain.Problem(domain.ErrKeyOther, "").With("path", filepath.Join(dir, fileKeys))
	}
	return writeKeys(dir, f)
}

// unlock readies what opens the store.
//
// Errors have the codes ErrLocked, ErrKeyOther, and ErrNotEncrypted for a store
// that is not, when keys are given: somebody who thinks that it is would not be
// told otherwise.
func (p *place) unlock(keys *vault.Keys) error {
	switch {
	case keys == nil && p.keys == domain.NoID:
		return nil
	case keys == nil:
		return domain.Problem(domain.ErrLocked, "")
	case p.keys == domain.NoID && p.store != domain.NoID:
		return domain.Problem(domain.ErrNotEncrypted, "")
	case p.keys != domain.NoID && p.keys != keys.ID():
		return domain.Problem(domain.ErrKeyOther, "").With("path", p.path(fileKeys))
	}
	sealer, err := keys.Sealer(vault.ForJournal)
	if err != nil {
		return err
	}
	if p.keys != domain.NoID {
		if p.file, err = p.keyFile(); err != nil {
			return err
		}
	}
	p.keys = keys.ID()
	p.seal = &recordSeal{p.store, p.keys, sealer}
	p.badgerKey = keys.Subkey(vault.ForBadger)
	return nil
}

// begin gives a new store an ID and, if it is to be encrypted, its key file:
// that must be there before anything that needs it.
func (p *place) begin(store domain.ID, opts Options) error {
	p.store = store
	if p.seal == nil {
		return nil
	}
	p.seal.store, p.file = store, opts.NewKeys
	if opts.NewKeys == nil || opts.NewKeys.ID() != p.keys {
		return domain.Problem(domain.ErrKeyMissing, "").With("path", p.path(fileKeys))
	}
	if _, err := readKeys(p.dir, p.keys); err != nil && domain.CodeOf(err) != domain.ErrKeyMissing {
		return err // of something else: it may be the only one there is
	}
	return writeKeys(p.dir, opts.NewKeys)
}

// keyring returns the keys of the store. A key file that was lost while the
// store is open is written again.
func (s *Store) keyring() (keyring, error) {
	if s.place.keys == domain.NoID {
		return keyring{}, nil
	}
	if f, err := s.place.keyFile(); err == nil {
		s.place.file = f
	} else if err := writeKeys(s.place.dir, s.place.file); err != nil {
		return keyring{}, err
	}
	return keyring{s.opts.Keys, s.place.file}, nil
}

// segments returns the segments of the journal.
func (p *place) segments() ([]segment, error) {
	return listSegments(p.path(dirJournal), p.seal)
}

// Keys returns the keys that opened the store; nil for one that is not
// encrypted.
func (s *Store) Keys() *vault.Keys { return s.opts.Keys }
