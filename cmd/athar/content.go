package main

import (
	"fmt"
	"io/fs"

	"athar/assets"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/framework"
	"athar/domain/metric"
	"athar/domain/starter"
	"athar/domain/wording"
	"athar/gui"
	"athar/gui/i18n"
)

func loadCatalog(lang string) (*i18n.Catalog, error) { return i18n.Load(assets.Locale, "locale", lang) }

// content reads a content pack.
func content[T any](name string, parse func([]byte) (T, error)) (T, error) {
	data, err := fs.ReadFile(assets.Content, "content/"+name)
	if err != nil {
		var none T
		return none, fmt.Errorf("content %s: %w", name, err)
	}
	v, err := parse(data)
	if err != nil {
		return v, fmt.Errorf("content %s: %w", name, err)
	}
	return v, nil
}

func loadChannels() (channel.Catalog, error)     { return content("channels.json", channel.Parse) }
func loadChecklist() (ethics.Checklist, error)   { return content("ethics.json", ethics.Parse) }
func loadTemplates() ([]starter.Template, error) { return content("templates.json", starter.Parse) }
func loadMetricNames() (metric.Names, error)     { return content("metrics.json", metric.ParseNames) }

func loadFrameworks() (framework.Library, error) {
	return content("frameworks.json", framework.Parse)
}

// loadWording reads the rules of wording.
func loadWording() ([]wording.Pack, error) {
	var packs []wording.Pack
	for _, name := range []string{"wording-all.json", "wording-ar.json", "wording-en.json"} {
		pack, err := content(name, wording.Parse)
		if err != nil {
			return nil, err
		}
		packs = append(packs, pack)
	}
	return packs, nil
}

// loadContent reads everything the window shows.
func loadContent() (c gui.Content, err error) {
	if c.Channels, err = loadChannels(); err != nil {
		return c, err
	}
	if c.Checklist, err = loadChecklist(); err != nil {
		return c, err
	}
	if c.Frameworks, err = loadFrameworks(); err != nil {
		return c, err
	}
	if c.Templates, err = loadTemplates(); err != nil {
		return c, err
	}
	if c.Metrics, err = loadMetricNames(); err != nil {
		return c, err
	}
	c.Wording = loadWording
	c.Catalogs, c.FyneWords = map[string]*i18n.Catalog{}, map[string][]byte{}
	for _, lang := range i18n.Languages() {
		if c.Catalogs[lang], err = loadCatalog(lang); err != nil {
			return c, err
		}
		if c.FyneWords[lang], err = fs.ReadFile(assets.Locale, "locale/"+lang+"/fyne.json"); err != nil {
			return c, err
		}
	}
	return c, nil
}
