package gui

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/domain"
	"athar/domain/ethics"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/gui/guitest"
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

	backups memoryBackups
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

func content(t testing.TB) Content {
	t.Helper()
	c := Content{
		Channels: guitest.Channels(t), Checklist: guitest.Checklist(t),
		Templates: guitest.Templates(t), Metrics: guitest.Metrics(t),
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

// newBenchWith is newBench with content of its own.
func newBenchWith(t testing.TB, store *guitest.Memory, s settings.Settings, c Content) *bench {
	t.Helper()
	b := &bench{t: t, store: store, now: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)}
	queue, runner := run.NewQueue()
	b.queue = queue
	deps := session.Deps{
		Store: store, Now: func() time.Time { return b.now }, NewID: domain.NewID,
		Summarise:  func(cc domain.Campaign, at time.Time) domain.Summary { return ethics.Summarise(cc, at, c.Checklist) },
		Background: runner.Background,
		After:      func(time.Duration, func()) func() { return func() {} }, // saved by Flush only
	}
	b.Window = New(Deps{
		App: test.NewTempApp(t), Run: runner, Session: deps, Tables: noTables{}, Importer: noImporter{}, Content: c,
		Sample: func(ctx context.Context, lang string) (domain.Campaign, error) {
			sample, err := starter.Sample(guitest.Pack(t, "sample.json"), domain.NewID, b.now, lang)
			if err != nil {
				return sample, err
			}
			return sample, session.NewLibrary(deps).Add(ctx, sample)
		},
		Backups:  Backups{Keeper: &b.backups},
		Settings: settings.Parse(s.Bytes()), SystemLang: "en", DataDir: "/data", Version: "test", Log: slog.New(slog.DiscardHandler),
		SaveSettings: func(s settings.Settings) error { b.kept = s; return nil },
	})
	b.Show()
	b.settle()
	return b
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

func TestFirstStartOffersLanguageSampleAndNewCampaign(t *testing.T) {
	for _, language := range i18n.Languages() {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language})
		p := b.env.Printer
		b.want(p.T("home.welcome.title"), p.T("home.new"), "/data")
		b.openSample()
		b.settle()
		b.want(p.T("save.saved_at", "time", "14:05"), p.T("sample.opened"))
		if len(b.store.Stored()) != 1 {
			t.Fatalf("%s: %d campaigns are stored", language, len(b.store.Stored()))
		}
	}
}

func TestTheWindowComesBackToWhatWasOpen(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID(), Tab: tabMessages})
	b.want("Wells")
	if got := b.tabs.Selected(); got != tabMessages {
		t.Fatalf("tab %q", got)
	}
	gone := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Campaign: c.ID(), Tab: tabMessages})
	if got := gone.tabs.Selected(); got != tabHome {
		t.Fatalf("a campaign that is gone leads to %q, want home", got)
	}
}

func TestChangingTheLanguageKeepsPlaceAndWork(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID()})
	b.do("tab.audience")
	b.do("add")
	b.want(b.env.T("audience.new"))
	place := b.place()
	b.do("language")
	if !b.env.RTL() || b.lang() != "ar" || b.place() != place || b.tabs.Selected() != tabAudience {
		t.Fatalf("lang %s, place %+v, tab %s", b.lang(), b.place(), b.tabs.Selected())
	}
	b.want("تراجع", "الجمهور")
	if got := lang.L("Cut"); got != "قص" {
		t.Fatalf("the context menu of a text field says %q", got)
	}
	b.do("language")
	if got := lang.L("Cut"); got != "Cut" {
		t.Fatalf("back in English the context menu says %q", got)
	}
	b.do("language")
	if b.kept.Lang != "ar" {
		t.Fatalf("the language is not remembered: %+v", b.kept)
	}
}

func TestUndoAndRedoFromTheShortcutsOfATextField(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID()})
	if err := b.desk.open.Apply(domain.Rename{Title: "Springs"}); err != nil {
		t.Fatal(err)
	}
	b.want("Springs")
	if got := b.undoHint(); got != "Undo: rename campaign" {
		t.Fatalf("undo is called %q", got)
	}
	if !b.shortcut(&fyne.ShortcutUndo{}) {
		t.Fatal("undo is not taken")
	}
	b.want("Wells")
	b.shortcut(&fyne.ShortcutRedo{})
	b.want("Springs")
	if b.shortcut(ctrl(fyne.KeyJ)) {
		t.Fatal("a shortcut nobody has was taken")
	}
}

func TestAFailedSaveIsToldAndClosingAsks(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	for _, language := range i18n.Languages() {
		b := newBench(t, store, settings.Settings{Lang: language, Campaign: c.ID()})
		store.Fail(domain.Problem(domain.ErrDiskFull, "").With("free", int64(1)).With("need", int64(128e6)))
		if err := b.desk.open.Apply(domain.Rename{Title: "Springs " + language}); err != nil {
			t.Fatal(err)
		}
		b.flush()
		b.settle()
		p := b.env.Printer
		b.want(p.T("save.failed", "reason", p.T("save.reason.disk_full")), p.T("save.try_again"))
		b.quit()
		b.settle()
		b.want(p.T("quit.unsaved_title"), p.T("quit.stay"))
		store.Fail(nil)
		b.window.Canvas().Overlays().Top().Hide()
		b.flush()
		b.settle()
		if got := store.Stored()[c.ID()].Header.Title; got != "Springs "+language {
			t.Fatalf("after the retry %q is stored", got)
		}
	}
}

func TestTrashCanBeUndoneFromTheBanner(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	b := newBench(t, store, settings.Settings{Lang: "en", Campaign: c.ID()})
	b.do("trash")
	if !store.Stored()[c.ID()].Header.InTrash() || b.desk.open != nil {
		t.Fatal("not in the trash, or still open")
	}
	b.want(b.env.T("trash.undo"))
}

func TestCommandsThatNeedACampaignSaySo(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en"})
	for _, key := range []string{"save", "import", "close", "undo", "rename", "duplicate", "archive", "trash", "add"} {
		if reason := b.commands.byKey[key].reason(); reason == "" || strings.HasPrefix(reason, "[") {
			t.Errorf("%s: reason %q", key, reason)
		}
	}
}

func TestSearchFindsAndGoesThere(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Wells")
	seg := domain.Segment{ID: domain.NewID(), Name: "أمهات القرية"}
	added, err := domain.AddSegment{Segment: seg}.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Commit(t.Context(), domain.Commit{Campaign: c.ID(), Changes: domain.Diff(c, added), Summary: domain.Summary{ID: c.ID(), Title: "Wells"}}); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, store, settings.Settings{Lang: "en"})
	b.find()
	b.settle()
	b.want(b.env.T("find.hint"))
	test.Type(b.window.Canvas().Focused(), "امهات")
	b.want("أمهات القرية", " · segment")
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.settle()
	if b.tabs.Selected() != tabAudience || b.place().ID != seg.ID {
		t.Fatalf("tab %s, place %+v", b.tabs.Selected(), b.place())
	}
}

// Every tab fits a 1366×768 screen with a task bar and a title bar, in both
// languages and with text of every size: what is higher scrolls.
func TestEveryTabFitsASmallLaptop(t *testing.T) {
	store := guitest.NewMemory()
	for _, language := range i18n.Languages() {
		for _, scale := range []float64{1, 1.3, 2} {
			b := newBench(t, store, settings.Settings{Lang: language, Scale: scale, Width: 1366, Height: 700})
			b.openSample()
			b.settle()
			for _, tab := range tabs() {
				b.selectTab(tab)
				b.settle()
				if need := b.window.Content().MinSize(); need.Width > 1366 || need.Height > 700 {
					t.Errorf("%s at %v: the tab %s needs %v", language, scale, tab, need)
				}
				if scale == 2 { // a tab scrolls: nothing may stay out of reach
					guitest.Walk(t, b.env)
				}
			}
		}
	}
}

// With text of double size a tab scrolls; what is scrolled under the header is
// not pressed by a click on the header.
func TestWhatIsScrolledUnderTheHeaderIsNotPressed(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Scale: 2, Width: 1366, Height: 700})
	b.openSample()
	b.settle()
	b.selectTab(tabMessages)
	b.settle()
	scroll := b.pages[tabMessages].Objects[0].(*kit.Scroller)
	scroll.ScrollToBottom()
	if scroll.Offset.Y < 100 {
		t.Fatalf("the tab scrolls by %v", scroll.Offset.Y)
	}
	before := b.place()
	header := b.frame.Objects[frameHeader].Size()
	for y := float32(4); y < header.Height; y += 8 { // at the empty middle, over the list
		test.TapCanvas(b.window.Canvas(), fyne.NewPos(header.Width/7, y))
		test.TapCanvas(b.window.Canvas(), fyne.NewPos(header.Width/2.2, y))
	}
	if got := b.place(); got != before {
		t.Errorf("a click on the header went from %v to %v", before, got)
	}
	if f, ok := b.window.Canvas().Focused().(fyne.CanvasObject); ok && guitest.Top(f) > header.Height {
		t.Errorf("a click on the header gave %T the keyboard", f)
	}
}

func TestPictures(t *testing.T) {
	dir := guitest.Shots(t)
	for _, language := range i18n.Languages() {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700, Look: settings.LookLight})
		b.openSample()
		b.settle()
		for _, tab := range tabs() {
			b.selectTab(tab)
			b.settle()
			guitest.Picture(t, b.env, dir, "shell-"+tab+"-"+language)
		}
	}
}

func TestMain(m *testing.M) {
	os.Setenv("LANG", "en_US.UTF-8") // Fyne asks for it
	os.Exit(m.Run())
}
