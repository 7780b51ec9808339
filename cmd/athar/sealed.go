package main

import (
	"sync"

	"athar/domain"
	"athar/gui"
	"athar/persistence"
	"athar/persistence/vault"
)

// sealed holds the keys of backups that other keys seal than those of the data,
// for as long as the window works with them. It may be used from several
// goroutines.
type sealed struct {
	mu   sync.Mutex
	keys map[domain.ID]*vault.Keys // by their ID
}

var _ gui.Sealed = (*sealed)(nil)

// Open implements gui.Sealed.
func (s *sealed) Open(path string, pass []byte) error {
	defer clear(pass)
	file, err := persistence.SourceKeys(path)
	if err != nil {
		return err
	}
	return s.unseal(file, pass)
}

// unseal keeps the keys that a passphrase opens; nil for what is not sealed opens
// without.
func (s *sealed) unseal(file *vault.File, pass []byte) error {
	if file == nil {
		return nil
	}
	keys, err := file.Open(pass)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		s.keys = map[domain.ID]*vault.Keys{}
	}
	if was := s.keys[keys.ID()]; was != nil {
		was.Wipe()
	}
	s.keys[keys.ID()] = keys
	return nil
}

// Forget implements gui.Sealed.
func (s *sealed) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, keys := range s.keys {
		keys.Wipe()
	}
	s.keys = nil
}

// of returns the keys with an ID, nil when they are not known.
func (s *sealed) of(id domain.ID) *vault.Keys {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keys[id]
}

// take returns the keys with an ID, nil when they are not known, and leaves it to
// the caller to wipe them.
func (s *sealed) take(id domain.ID) *vault.Keys {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := s.keys[id]
	delete(s.keys, id)
	return keys
}

// keysFor returns the keys for a backup: those that were opened for it, or else
// those of the data, which it is tried with.
func (p *program) keysFor(path string) *vault.Keys {
	file, err := persistence.SourceKeys(path)
	if err != nil || file == nil {
		return p.keys
	}
	if keys := p.sealed.of(file.ID()); keys != nil {
		return keys
	}
	return p.keys
}

// reopen opens the data after something else was put in its place, with the keys
// that open it now. Those of before are wiped when they do not. Where nobody gave
// the keys yet, the error has the code ErrLocked.
func (p *program) reopen(dir string) (*persistence.Store, error) {
	file, err := persistence.KeyFile(dir)
	if err != nil {
		return nil, err
	}
	if file == nil || p.keys == nil || p.keys.ID() != file.ID() {
		if p.keys != nil {
			p.keys.Wipe()
		}
		p.keys = nil
		if file != nil {
			p.keys = p.sealed.take(file.ID())
		}
	}
	return persistence.Open(dir, openOptions(p.keys))
}

// remains opens backups, and what is left of data that cannot be opened.
type remains struct {
	*sealed
	data string // where that lies
}

var _ gui.Sealed = remains{}

// Open implements gui.Sealed.
func (r remains) Open(path string, pass []byte) error {
	if path != r.data {
		return r.sealed.Open(path, pass)
	}
	defer clear(pass)
	file, err := persistence.SalvageKeys(path)
	if err != nil {
		return err
	}
	return r.unseal(file, pass)
}

// keysOfRemains returns the keys of data that cannot be opened: those that were
// opened for it, or else those of the lock screen.
func (p *program) keysOfRemains() *vault.Keys {
	if file, err := persistence.SalvageKeys(p.in.data); err == nil && file != nil {
		if keys := p.sealed.of(file.ID()); keys != nil {
			return keys
		}
	}
	return p.keys
}
