package vault

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"

	"athar/domain"
)

// Version numbers the key file. A higher one is refused.
const Version = 1

// MaxFile bounds the text of a key file, in bytes.
const MaxFile = 16 << 10

const (
	appName  = "athar keys"
	maxSlots = 8
)

// File is a key file: what is needed to open a workspace, besides a secret. It
// is no secret itself. A File does not change; what changes it returns another.
type File struct {
	id    domain.ID
	slots []slot
}

// wireFile is the text of a key file.
type wireFile struct {
	App     string    `json:"app"`
	Version int       `json:"version"`
	ID      domain.ID `json:"id"`
	Slots   []slot    `json:"slots"`
	// Sum is over everything else. It tells damage from a wrong passphrase, and
	// proves nothing against somebody who wants to mislead.
	Sum string `json:"sum"`
}

// ID says which keys the file holds. It stays when a passphrase is changed.
func (f *File) ID() domain.ID { return f.id }

// Text returns the file as JSON.
func (f *File) Text() []byte {
	w := wireFile{App: appName, Version: Version, ID: f.id, Slots: f.slots}
	w.Sum = w.sum()
	return w.text()
}

func (w wireFile) text() []byte {
	text, err := json.MarshalIndent(w, "", "  ")
	if err != nil {
		panic("vault: a key file that is no JSON") // it has only strings and numbers
	}
	return append(text, '\n')
}

func (w wireFile) sum() string {
	w.Sum = ""
	sum := sha256.Sum256(w.text())
	return hex.EncodeToString(sum[:8])
}

// Parse reads the text of a key file. Errors have the codes ErrKeyDamaged, and
// ErrStoreNewer for one that a newer Athar wrote.
func Parse(text []byte) (*File, error) {
	if len(text) > MaxFile {
		return nil, damaged()
	}
	var about struct {
		App     string `json:"app"`
		Version int    `json:"version"`
	}
	if json.Unmarshal(text, &about) != nil || about.App != appName || about.Version < 1 {
		return nil, damaged()
	}
	if about.Version > Version {
		return nil, domain.Problem(domain.ErrStoreNewer, "").
			With("found", about.Version).With("known", Version)
	}
	var w wireFile
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if dec.Decode(&w) != nil || w.ID == domain.NoID || len(w.Slots) == 0 || len(w.Slots) > maxSlots {
		return nil, damaged()
	}
	for _, s := range w.Slots {
		if !s.valid() {
			return nil, damaged()
		}
	}
	if subtle.ConstantTimeCompare([]byte(w.Sum), []byte(w.sum())) != 1 {
		return nil, damaged()
	}
	return &File{w.ID, w.Slots}, nil
}

func damaged() *domain.Error { return domain.Problem(domain.ErrKeyDamaged, "") }
