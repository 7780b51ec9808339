package gui

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/framework"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/domain/wording"
	"athar/gui/i18n"
	"athar/gui/metrics"
	"athar/gui/proofs"
	"athar/gui/run"
	"athar/gui/settings"
	"athar/gui/typeset"
)

// Content is the data the program ships, as read.
type Content struct {
	Channels   channel.Catalog
	Checklist  ethics.Checklist
	Frameworks framework.Library
	Templates  []starter.Template
	Metrics    metric.Names
	Wording    func() ([]wording.Pack, error) // reads the rules of wording, in the background
	Catalogs   map[string]*i18n.Catalog       // by language
	FyneWords  map[string][]byte              // Fyne's own words by language, in Fyne's format
}

// First is what a window says when it is shown.
type First struct {
	Notice  string // a key of the catalog, "" for none
	Opened  Opened // said when there is no notice
	Problem error  // what went wrong before, nil for nothing
	// Protection is what came of protecting the data just now: its code was not
	// seen by anybody yet.
	Protection
}

// Deps is everything the window works with; all fields are required.
type Deps struct {
	App      fyne.App
	Run      *run.Runner
	Session  session.Deps
	Who      Identity
	Tables   metric.Store
	Importer metrics.Importer
	Backups  Backups
	Merge    Merge
	Sealed   Sealed
	Content  Content
	// Preferences keeps what is chosen for the whole workspace and may be a
	// person's own words.
	Preferences  domain.Preferences
	Dictionaries proofs.Dictionaries
	Fonts        *typeset.Fonts // kit.ReadFonts; may be nil

	// Guard protects the data with a passphrase; nil where that is not offered.
	Guard Guard
	// Checker verifies the data once a week; nil where that is not done.
	Checker Checker
	// Lock closes the data and shows the screen to unlock it in place of the
	// window, which holds nothing of the data any more; again is what the window
	// is to be opened with after that.
	Lock func(again settings.Settings)
	// Again shows the window anew after the data was closed and opened again.
	Again func(again settings.Settings, first First)
	// Cleanse removes what was removed for ever from backups and from the past; a
	// later start goes on where it was cancelled. nil when there is no past.
	Cleanse func(ctx context.Context, progress func(float64)) error
	// Limits are those that people gave in place of the channels' own.
	Limits Limits

	// SaveCopy writes a campaign as it is into a new folder in dir, which may be
	// anywhere, and returns that. It works when the data folder is full or gone,
	// and leaves nothing half-written.
	SaveCopy func(ctx context.Context, dir string, c domain.Campaign) (path string, err error)

	// WriteFile writes a whole file of the person's, or leaves what was there.
	WriteFile func(path string, data []byte) error

	// Sample keeps the sample campaign, worded in the language, and returns it.
	Sample func(ctx context.Context, lang string) (domain.Campaign, error)

	Settings     settings.Settings
	SaveSettings func(settings.Settings) error
	SystemLang   string // the desktop's language, "ar" or "en"
	SystemRegion string // the desktop's region by its code of two letters, "" when it tells none
	Computer     string // what the desktop calls this computer, "" when it does not say
	Place        Place
	DataDir      string // shown to the person: where the data lives
	Version      string
	First        First // what to say at the start
	Log          *slog.Logger
}
