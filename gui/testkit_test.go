package gui

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"athar/assets"
	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/gui/guitest"
	"athar/gui/guitest/apptest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/metrics"
	"athar/gui/run"
	"athar/gui/settings"
)

// bench is a window over a store in memory, with the queue that stands for its
// goroutine.
type bench struct {
	*Window
	t     testing.TB
	store *guitest.Memory
	queue *run.Queue
	kept  settings.Settings

	who     *memoryIdentity
	backups memoryBackups
	limits  []channel.Limit   // as they were kept last
	copies  []domain.Campaign // that were saved elsewhere
	copying error             // why they cannot be
	guard   memoryGuard
	sealed  memorySealed
	locked  *settings.Settings // with which the data was locked, nil while it is open
	first   First              // what was said first of a window that was shown anew
	now     time.Time
}

type noTables struct{}

func (noTables) PutTable(context.Context, domain.ID, *metric.Table, func(float64)) error { return nil }

func (noTables) Table(context.Context, domain.ID) (*metric.Table, error) {
	return nil, domain.Problem(domain.ErrNotFound, "table")
}

type noImporter struct{}

func (noImporter) Read(context.Context, metrics.ReadOptions, func(float64)) (metrics.Preview, error) {
	return metrics.Preview{}, nil
}

func (noImporter) Keep(context.Context, []metrics.Incoming, func(float64)) ([]domain.DataSet, error) {
	return nil, nil
}

func noMerge(context.Context, string, bool, func(float64)) (session.Merged, error) {
	return session.Merged{}, nil
}

func content(t testing.TB) Content {
	t.Helper()
	c := Content{
		Channels: guitest.Channels(t), Checklist: guitest.Checklist(t),
		Templates: guitest.Templates(t), Metrics: guitest.Metrics(t), Wording: guitest.NoWording,
		Catalogs: map[string]*i18n.Catalog{}, FyneWords: map[string][]byte{},
	}
	for _, language := range i18n.Languages() {
		c.Catalogs[language] = guitest.Catalog(t, language)
		words, err := assets.Locale.ReadFile("locale/" + language + "/fyne.json")
		if err != nil {
			t.Fatal(err)
		}
		c.FyneWords[language] = words
	}
	return c
}

func newBench(t testing.TB, store *guitest.Memory, s settings.Settings) *bench {
	t.Helper()
	return newBenchWith(t, store, s, content(t))
}

// fonts are read once, as the program does at its start: some megabytes a window.
var fonts = sync.OnceValue(kit.ReadFonts)

// newBenchWith is newBench with content of its own.
func newBenchWith(t testing.TB, store *guitest.Memory, s settings.Settings, c Content, changes ...func(*Deps)) *bench {
	t.Helper()
	return startBench(&bench{t: t, store: store, now: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)}, s, c, changes...)
}

// newBenchAt is newBench at another time.
func newBenchAt(t testing.TB, store *guitest.Memory, s settings.Settings, now time.Time) *bench {
	t.Helper()
	return startBench(&bench{t: t, store: store, now: now}, s, content(t))
}

func startBench(b *bench, s settings.Settings, c Content, changes ...func(*Deps)) *bench {
	t, store := b.t, b.store
	t.Helper()
	b.who = identityIn(t, store)
	queue, runner := run.NewQueue()
	b.queue = queue
	deps := session.Deps{
		Store: store, Now: func() time.Time { return b.now }, NewID: domain.NewID,
		Device:     b.who.device(func() time.Time { return b.now }),
		Summarise:  func(cc domain.Campaign, at time.Time) domain.Summary { return ethics.Summarise(cc, at, c.Checklist) },
		Background: runner.Background,
		After:      func(time.Duration, func()) func() { return func() {} }, // saved by Flush only
	}
	all := Deps{
		App: apptest.New(t), Run: runner, Session: deps, Who: b.who, Computer: "laptop-7", Tables: noTables{}, Importer: noImporter{}, Content: c, Preferences: store, Dictionaries: guitest.Dictionaries{}, Fonts: fonts(),
		Sample: func(ctx context.Context, lang string) (domain.Campaign, error) {
			sample, err := starter.Sample(guitest.Pack(t, "sample.json"), domain.NewID, b.now, lang)
			if err != nil {
				return sample, err
			}
			return sample, session.NewLibrary(deps).Add(ctx, sample)
		},
		Backups:   Backups{Keeper: &b.backups},
		Limits:    Limits{Keep: func(_ context.Context, all []channel.Limit) error { b.limits = all; return b.copying }},
		Merge:     noMerge,
		Sealed:    &b.sealed,
		SaveCopy:  b.saveCopyTo,
		Guard:     &b.guard,
		Lock:      func(again settings.Settings) { b.locked = &again },
		Again:     b.anew,
		WriteFile: func(path string, data []byte) error { return os.WriteFile(path, data, 0o600) },
		Settings:  settings.Parse(s.Bytes()), SystemLang: "en", DataDir: "/data", Version: "test", Log: slog.New(slog.DiscardHandler),
		SaveSettings: func(s settings.Settings) error { b.kept = s; return nil },
	}
	for _, change := range changes {
		change(&all)
	}
	b.Window = New(all)
	b.Show()
	b.settle()
	return b
}

// anew puts a new window in the place of the one there was, as the program does.
func (b *bench) anew(again settings.Settings, first First) {
	b.first = first
	deps := b.deps
	deps.Settings, deps.First = again, first
	b.Window = New(deps)
	b.Show()
}

func (b *bench) saveCopyTo(_ context.Context, dir string, c domain.Campaign) (string, error) {
	if b.copying == nil {
		b.copies = append(b.copies, c)
	}
	return dir + "/copy", b.copying
}

func (b *bench) settle() { b.queue.Settle(b.deps.Run) }

// reads reports whether a person can read a text somewhere in the window.
func (b *bench) reads(text string) bool {
	return slices.ContainsFunc(b.texts(), func(s string) bool { return strings.Contains(s, text) })
}

func (b *bench) texts() []string {
	if top := b.window.Canvas().Overlays().Top(); top != nil {
		return guitest.Texts(top)
	}
	return guitest.Texts(b.window.Content())
}

func (b *bench) want(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !b.reads(text) {
			b.t.Fatalf("%q is not to be read in %q", text, b.texts())
		}
	}
}

func (b *bench) do(key string) {
	b.t.Helper()
	a := b.commands.byKey[key]
	if reason := a.reason(); reason != "" {
		b.t.Fatalf("%s cannot be done: %s", key, reason)
	}
	a.do()
	b.settle()
}

// stored puts a campaign into the store and returns it.
func stored(t *testing.T, store *guitest.Memory, title string) domain.Campaign {
	t.Helper()
	c := starter.Blank(domain.NewID, time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), title)
	commit := domain.Commit{Campaign: c.ID(), Changes: domain.Diff(domain.Campaign{}, c), Summary: domain.Summary{ID: c.ID(), Title: title, Stage: c.Header.Stage}}
	if err := store.Commit(t.Context(), commit); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestMain(m *testing.M) {
	os.Setenv("LANG", "en_US.UTF-8") // Fyne asks for it
	os.Exit(m.Run())
}
