package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/spelling"
	"athar/gui/proofs"
	"athar/persistence"
	"athar/persistence/dictionaries"
)

// dirDictionaries is the folder in the data directory in which dictionaries lie
// that somebody added. They are files from elsewhere, as they were: nothing of a
// campaign.
const dirDictionaries = "dictionaries"

// bookshelf is the spelling dictionaries of this computer and of a data directory.
type bookshelf struct {
	own    string // where those lie that somebody added
	region string // whose spelling is taken where there are several
}

var _ proofs.Dictionaries = bookshelf{}

func newBookshelf(data string) bookshelf {
	b := bookshelf{region: systemRegion()}
	if data != "" { // it is not known where there is none
		b.own = filepath.Join(data, dirDictionaries)
	}
	return b
}

// Find implements proofs.Dictionaries.
func (b bookshelf) Find() []proofs.Dictionary {
	var all []proofs.Dictionary
	for _, f := range b.found() {
		all = append(all, proofs.Dictionary{Name: f.Name, Lang: f.Lang, Own: b.isOwn(f)})
	}
	return all
}

// Usual implements proofs.Dictionaries.
func (b bookshelf) Usual(lang string) string {
	f, _ := dictionaries.Choose(b.found(), lang, b.region)
	return f.Name
}

// Read implements proofs.Dictionaries.
func (b bookshelf) Read(name string) (*spelling.Dictionary, error) {
	all := b.found()
	i := slices.IndexFunc(all, func(f dictionaries.Found) bool { return f.Name == name })
	if i < 0 {
		return nil, domain.Problem(domain.ErrNotFound, "dictionary")
	}
	return readDictionary(all[i])
}

// Add implements proofs.Dictionaries. What cannot be read as a dictionary is not
// kept.
func (b bookshelf) Add(path string) (proofs.Dictionary, error) {
	base := strings.TrimSuffix(path, filepath.Ext(path))
	given := dictionaries.Found{Name: filepath.Base(base), Aff: base + ".aff", Dic: base + ".dic"}
	named := dictionaries.Named(given.Name)
	if named.Lang == "" {
		return proofs.Dictionary{}, domain.Problem(domain.ErrUnknownValue, "dictionary")
	}
	if _, err := readDictionary(given); err != nil {
		return proofs.Dictionary{}, err
	}
	aff, dic, err := given.Read()
	if err != nil {
		return proofs.Dictionary{}, err
	}
	to := filepath.Join(b.own, given.Name)
	err = os.MkdirAll(b.own, 0o700)
	for _, file := range []struct {
		ext  string
		data []byte
	}{{".aff", aff}, {".dic", dic}} {
		err = errors.Join(err, persistence.WriteFile(to+file.ext, file.data))
	}
	if err != nil {
		return proofs.Dictionary{}, persistence.FileError(to, err)
	}
	return proofs.Dictionary{Name: given.Name, Lang: named.Lang, Own: true}, nil
}

func (b bookshelf) isOwn(f dictionaries.Found) bool { return filepath.Dir(f.Dic) == b.own }

// found lists the dictionaries; of two of one name the first counts.
func (b bookshelf) found() []dictionaries.Found {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // then none of the person's own are found
	}
	system := dictionaries.System{Name: runtime.GOOS, Home: home, Getenv: os.Getenv}
	var all []dictionaries.Found
	for _, f := range dictionaries.Find(dictionaries.Folders(system, b.own)) {
		if !slices.ContainsFunc(all, func(o dictionaries.Found) bool { return o.Name == f.Name }) {
			all = append(all, f)
		}
	}
	return all
}

func readDictionary(f dictionaries.Found) (*spelling.Dictionary, error) {
	aff, dic, err := f.Read()
	if err != nil {
		return nil, err
	}
	return spelling.Parse(aff, dic)
}

// spellers returns the dictionaries for languages, as somebody chose.
func (b bookshelf) spellers(c proofing.Choices, langs ...string) map[string]*spelling.Dictionary {
	out := map[string]*spelling.Dictionary{}
	for _, lang := range langs {
		name := c.Spelling[lang]
		if name == "" {
			name = b.Usual(lang)
		}
		if name == "" || name == proofing.NoDictionary {
			continue
		}
		if d, err := b.Read(name); err == nil { // without it the rest is checked all the same
			out[lang] = d
		}
	}
	return out
}
