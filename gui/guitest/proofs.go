package guitest

import (
	"testing"

	"athar/domain"
	"athar/domain/spelling"
	"athar/domain/wording"
	"athar/gui/proofs"
)

// Wording returns the rules in data that Athar ships with.
func Wording(t testing.TB) []wording.Pack {
	t.Helper()
	var all []wording.Pack
	for _, name := range []string{"wording-all.json", "wording-ar.json", "wording-en.json"} {
		all = append(all, must(wording.Parse(Pack(t, name)))(t))
	}
	return all
}

// NoWording returns no rules in data: making them ready takes longer than most tests.
func NoWording() ([]wording.Pack, error) { return nil, nil }

// Room returns checks without dictionaries, with the rules in data that are given.
// What is chosen is kept in a store in memory.
func Room(t testing.TB, background func(work, done func()), packs ...wording.Pack) *proofs.Room {
	t.Helper()
	return proofs.New(proofs.Deps{
		Background: background, Preferences: NewMemory(), Dictionaries: Dictionaries{},
		Packs:    func() ([]wording.Pack, error) { return packs, nil },
		Channels: Channels(t), Regions: func() []string { return nil },
		Report: func(err error) {
			if err != nil {
				t.Error(err)
			}
		},
	})
}

// AtOnce runs work and then what comes of it, as if it took no time.
func AtOnce(work, done func()) {
	work()
	if done != nil {
		done()
	}
}

// Dictionaries are word lists by language; each is a dictionary called like it.
type Dictionaries map[string][]string

// Find implements proofs.Dictionaries.
func (d Dictionaries) Find() []proofs.Dictionary {
	var all []proofs.Dictionary
	for _, lang := range domain.Languages() {
		if d[lang] != nil {
			all = append(all, proofs.Dictionary{Name: lang, Lang: lang})
		}
	}
	return all
}

// Usual implements proofs.Dictionaries.
func (d Dictionaries) Usual(lang string) string {
	if d[lang] == nil {
		return ""
	}
	return lang
}

// Read implements proofs.Dictionaries.
func (d Dictionaries) Read(name string) (*spelling.Dictionary, error) {
	words := d[name]
	if words == nil {
		return nil, domain.Problem(domain.ErrNotFound, "dictionary")
	}
	list := "1\n"
	for _, w := range words {
		list += w + "\n"
	}
	return spelling.Parse([]byte("SET UTF-8\nTRY aeiou\n"), []byte(list))
}

// Add implements proofs.Dictionaries: the file is called like its language.
func (d Dictionaries) Add(path string) (proofs.Dictionary, error) {
	if len(path) < 6 {
		return proofs.Dictionary{}, domain.Problem(domain.ErrFileRead, "").With("file", path)
	}
	lang := path[len(path)-6 : len(path)-4]
	d[lang] = []string{"added"}
	return proofs.Dictionary{Name: lang, Lang: lang, Own: true}, nil
}
