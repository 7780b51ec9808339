package vault

import (
	"crypto/hkdf"
	"crypto/sha256"
	"sync"

	"athar/domain"
)

// Use is what a subkey is for. Names go into the keys: never change one.
type Use string

// The uses there are.
const (
	ForBadger  Use = "badger"
	ForJournal Use = "journal"
	ForBackup  Use = "backup"
	ForAudit   Use = "audit"
)

// Keys are the opened keys of a workspace. They may be used from several
// goroutines.
type Keys struct {
	id   domain.ID
	mu   sync.RWMutex
	data []byte // nil once wiped
}

// ID says which key file the keys come from. It is no secret.
func (k *Keys) ID() domain.ID { return k.id }

// Subkey returns the key for a use, 32 bytes, a copy that is the caller's to
// wipe; nil once the keys are wiped.
func (k *Keys) Subkey(use Use) []byte {
	k.mu.RLock()
	defer k.mu.RUnlock()
	if k.data == nil {
		return nil
	}
	return subkey(k.data, nil, "athar 1 "+string(use))
}

// subkey makes a key of one that is random already, for which HKDF needs no
// salt; with one, it makes as many as there are salts.
func subkey(key, salt []byte, info string) []byte {
	out, err := hkdf.Key(sha256.New, key, salt, info, keySize)
	if err != nil {
		panic("vault: no key of 32 bytes") // only for lengths above 8 KB
	}
	return out
}

// Wipe overwrites the data key. Subkeys and sealers that were handed out live
// on with those who hold them.
func (k *Keys) Wipe() {
	k.mu.Lock()
	defer k.mu.Unlock()
	wipe(k.data)
	k.data = nil
}

// use runs f with the data key; false once it is wiped.
func (k *Keys) use(f func(key []byte)) bool {
	k.mu.RLock()
	defer k.mu.RUnlock()
	if k.data == nil {
		return false
	}
	f(k.data)
	return true
}
