// Package settings is what the window remembers between two starts: language,
// look, size, and where the person was. It knows no file: it reads and writes
// bytes, and whoever holds it says where they are kept.
//
// Settings are no part of a campaign and are never merged or exported.
package settings

import (
	"encoding/json"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/calendar"
	"athar/domain/retention"
)

// Look is the appearance a person chose. The strings are stored.
type Look string

// The looks.
const (
	LookSystem   Look = "system"
	LookLight    Look = "light"
	LookDark     Look = "dark"
	LookContrast Look = "contrast"
)

// Looks returns every look in the order of the menu.
func Looks() []Look { return []Look{LookSystem, LookLight, LookDark, LookContrast} }

// Shown says whether something is shown. The strings are stored.
type Shown string

// What can be chosen; anything else leaves it to the language.
const (
	ShownByLang Shown = ""
	ShownAlways Shown = "on"
	ShownNever  Shown = "off"
)

// LockAfter is after how many minutes without anybody at the computer protected
// data is locked. The strings are stored.
type LockAfter string

// The choices; anything else is the usual one.
const (
	LockUsual LockAfter = "" // fifteen minutes
	LockNever LockAfter = "never"
	Lock5     LockAfter = "5"
	Lock15    LockAfter = "15"
	Lock60    LockAfter = "60"
)

// LockChoices returns what can be chosen, in the order of the list.
func LockChoices() []LockAfter { return []LockAfter{Lock5, Lock15, Lock60, LockNever} }

// Range and defaults.
const (
	MinScale, MaxScale, ScaleStep = 1.0, 2.0, 0.1

	DefaultWidth, DefaultHeight = 1280, 700
	MinWidth, MinHeight         = 640, 480
	MaxSide                     = 16_384
	MaxRecent                   = 5 // folders files were chosen from
)

// Settings is everything the window remembers.
type Settings struct {
	Lang     string       `json:"lang,omitempty"`   // "ar" or "en"; "" until chosen
	Digits   string       `json:"digits,omitempty"` // "western" or "arabic_indic"
	Region   string       `json:"region,omitempty"` // by its code; "" until chosen
	Hijri    Shown        `json:"hijri,omitempty"`  // dates in the calendar of the Hijra, too
	Look     Look         `json:"look,omitempty"`
	Scale    float64      `json:"scale,omitempty"` // text scale, MinScale to MaxScale
	Width    float32      `json:"width,omitempty"` // of the window's content
	Height   float32      `json:"height,omitempty"`
	Full     bool         `json:"full,omitempty"` // full screen
	Tab      string       `json:"tab,omitempty"`
	Campaign domain.ID    `json:"campaign"` // the one that was open, NoID for none
	Place    domain.Place `json:"place"`    // what was selected in the tab
	Folders  []string     `json:"folders,omitempty"`
	// CopyFolder is where a backup was copied to last.
	CopyFolder string `json:"copy_folder,omitempty"`
	// LockAfter is for protected data.
	LockAfter LockAfter `json:"lock_after,omitempty"`
	Welcomed  bool      `json:"welcomed,omitempty"`  // the first choice of language was made
	AskedWho  bool      `json:"asked_who,omitempty"` // who works here was asked once
	// Keep is how long campaigns stay in the trash, Trash how long they have been
	// there.
	Keep  retention.Keep  `json:"keep,omitempty"`
	Trash retention.Watch `json:"trash,omitzero"`
	// Directions are those that people forced on texts; see WithDirection.
	Directions Directions `json:"directions,omitempty"`
}

// Parse reads settings. Whatever is damaged, missing or out of range becomes
// the default: a bad settings file must never keep the window from opening.
func Parse(data []byte) Settings {
	var s Settings
	if err := json.Unmarshal(data, &s); err != nil {
		s = Settings{}
	}
	return s.repaired()
}

// Bytes returns the settings as they are kept.
func (s Settings) Bytes() []byte {
	data, err := json.MarshalIndent(s.repaired(), "", "  ")
	if err != nil {
		return nil // no field can fail to be written
	}
	return append(data, '\n')
}

func (s Settings) repaired() Settings {
	if s.Lang != "ar" && s.Lang != "en" {
		s.Lang = ""
	}
	if s.Digits != "arabic_indic" {
		s.Digits = "western"
	}
	if s.Region != calendar.World && !calendar.IsRegion(s.Region) {
		s.Region = ""
	}
	if s.Hijri != ShownAlways && s.Hijri != ShownNever {
		s.Hijri = ShownByLang
	}
	if !slices.Contains(Looks(), s.Look) {
		s.Look = LookLight // without a desktop's word, Fyne's own choice is dark
	}
	if !(s.Scale >= MinScale && s.Scale <= MaxScale) { // also NaN
		s.Scale = MinScale
	}
	if !(s.Width >= MinWidth && s.Width <= MaxSide && s.Height >= MinHeight && s.Height <= MaxSide) {
		s.Width, s.Height = DefaultWidth, DefaultHeight
	}
	if !slices.Contains(LockChoices(), s.LockAfter) {
		s.LockAfter = LockUsual
	}
	if len(s.Folders) > MaxRecent {
		s.Folders = s.Folders[:MaxRecent]
	}
	s.Directions = s.Directions.repaired()
	s.Keep, s.Trash = s.Keep.Or(), s.Trash.Repaired()
	return s
}

// ShowsHijri reports whether dates are shown in the calendar of the Hijra in a
// window of the language: in Arabic, unless it was chosen otherwise.
func (s Settings) ShowsHijri(lang string) bool {
	if s.Hijri == ShownByLang {
		return lang == "ar"
	}
	return s.Hijri == ShownAlways
}

// WithFolder returns the settings with a folder as the one last used.
func (s Settings) WithFolder(dir string) Settings {
	folders := []string{dir}
	for _, f := range s.Folders {
		if f != dir && len(folders) < MaxRecent {
			folders = append(folders, f)
		}
	}
	s.Folders = folders
	return s
}

// LockTime returns after how long protected data is locked, 0 for never.
func (s Settings) LockTime() time.Duration {
	switch s.LockAfter {
	case LockNever:
		return 0
	case Lock5:
		return 5 * time.Minute
	case Lock60:
		return time.Hour
	}
	return 15 * time.Minute
}

// Bare returns the settings without what a person named. That is how they are
// kept while the data is protected, for they are read before it is unlocked: a
// folder can be called after what is in it. IDs say nothing to anybody.
func (s Settings) Bare() Settings {
	s.Folders, s.CopyFolder = nil, ""
	return s
}
