package proofs

import (
	"errors"
	"slices"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/proofing"
	"athar/domain/spelling"
	"athar/domain/wording"
)

// work is what is done beside the window to put a team together. Nobody else
// touches it meanwhile.
type work struct {
	choices      proofing.Choices
	packs        []wording.Pack
	dictionaries Dictionaries
	look         bool
	usual        map[string]string
	langs        []string
	read         map[string]*spelling.Dictionary // is not changed
	regions      []string
	channels     channel.Catalog

	found []Dictionary
	kept  map[string]*spelling.Dictionary // those in use
	team  *proofing.Team
	err   error
}

func (w *work) do() {
	if w.look {
		w.found, w.usual = w.dictionaries.Find(), map[string]string{}
		for _, lang := range languagesOf(w.found) {
			if name := w.dictionaries.Usual(lang); name != "" {
				w.usual[lang] = name
			}
		}
	}
	byLang := map[string]*spelling.Dictionary{}
	w.kept = map[string]*spelling.Dictionary{}
	for _, lang := range w.langs {
		name := used(w.choices, w.usual, lang)
		if name == "" {
			continue
		}
		d := w.read[name]
		if d == nil {
			var err error
			if d, err = w.dictionaries.Read(name); err != nil {
				if domain.CodeOf(err) != domain.ErrNotFound { // one that is not on this computer is no news
					w.err = errors.Join(w.err, err)
				}
				continue
			}
		}
		w.kept[name], byLang[lang] = d, d
	}
	team, err := proofing.New(proofing.Options{
		Packs: w.packs, Dictionaries: byLang, Choices: w.choices, Regions: w.regions, Channels: w.channels,
	})
	w.team, w.err = team, errors.Join(w.err, err)
}

func languagesOf(found []Dictionary) []string {
	var all []string
	for _, d := range found {
		if !slices.Contains(all, d.Lang) {
			all = append(all, d.Lang)
		}
	}
	return all
}
