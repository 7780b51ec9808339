package ethics

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/domain"
	checklist "athar/domain/ethics"
	"athar/domain/session"
	"athar/domain/starter"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

var (
	moment    = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	languages = []string{"en", "ar"}
)

func content(t testing.TB, name string) []byte {
	t.Helper()
	data, err := assets.Content.ReadFile("content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func shipped(t testing.TB) checklist.Checklist {
	t.Helper()
	list, err := checklist.Parse(content(t, "ethics.json"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func printer(t testing.TB, lang string) *i18n.Printer {
	t.Helper()
	catalog, err := i18n.Load(assets.Locale, "locale", lang)
	if err != nil {
		t.Fatal(err)
	}
	return i18n.NewPrinter(catalog, i18n.Western)
}

// said returns a campaign whose plan answers every question with no, but those
// named with yes.
func said(yes ...domain.Fact) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.ID{1}, Title: "Water", Facts: map[domain.Fact]bool{}}}
	for _, f := range domain.Facts() {
		c.Header.Facts[f] = slices.Contains(yes, f)
	}
	return c
}

// with adds an answer to a campaign.
func with(c domain.Campaign, item string, v domain.AnswerValue, reason string) domain.Campaign {
	c.Answers = append(slices.Clone(c.Answers), domain.Answer{
		ID: domain.AnswerID(c.ID(), item), Item: item, Value: v, Reason: reason,
	})
	return c
}

func sample(t testing.TB, lang string) domain.Campaign {
	t.Helper()
	c, err := starter.Sample(content(t, "sample.json"), domain.NewID, moment, lang)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// nowhere is a store that keeps nothing: the session's own tests are about
// keeping.
type nowhere struct{}

func (nowhere) Summaries(context.Context) ([]domain.Summary, error) { return nil, nil }

func (nowhere) Campaign(context.Context, domain.ID) (domain.Campaign, error) {
	return domain.Campaign{}, nil
}
func (nowhere) Commit(context.Context, ...domain.Commit) error { return nil }

func openSession(c domain.Campaign) *session.Session {
	return session.New(session.Deps{
		Store: nowhere{}, Now: func() time.Time { return moment }, NewID: domain.NewID,
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}, c, moment)
}

// bench is the tab in a window, with the means of a person.
type bench struct {
	*testing.T
	env     *kit.Env
	session *session.Session
	screen  *Screen
	errs    []error
}

func newBench(t *testing.T, lang string, c domain.Campaign) *bench {
	return newBenchOf(t, lang, c, theme.Options{Variant: theme.Light}, fyne.NewSize(1366, 600))
}

func newBenchOf(t *testing.T, lang string, c domain.Campaign, look theme.Options, size fyne.Size) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(look))
	b := &bench{T: t, env: &kit.Env{Printer: printer(t, lang)}, session: openSession(c)}
	b.env.Window = test.NewTempWindow(t, nil)
	b.env.Window.SetPadded(false)
	b.screen = New(Deps{
		Env: b.env, Session: b.session, Now: func() time.Time { return moment },
		Report: func(err error) { b.errs = append(b.errs, err) }, Checklist: shipped(t),
	})
	t.Cleanup(b.screen.Close)
	b.env.Window.SetContent(b.screen.Content())
	b.env.Window.Resize(size)
	return b
}

func (b *bench) picture(name string) {
	b.Helper()
	folder := os.Getenv("ATHAR_SHOTS")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, b.env.Window.Canvas().Capture()); err != nil {
		b.Fatal(err)
	}
}

// press types keys into what has the focus.
func (b *bench) press(names ...fyne.KeyName) {
	b.Helper()
	for _, name := range names {
		b.env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// typed types text into what has the focus.
func (b *bench) typed(text string) {
	b.Helper()
	for _, r := range text {
		b.env.Window.Canvas().Focused().TypedRune(r)
	}
}

func (b *bench) answerTo(item string) domain.Answer { return b.session.Campaign().Answer(item) }

// read returns what a person reads: the logical strings of all visible widgets.
func (b *bench) read() []string { return texts(b.screen.Content()) }

func (b *bench) reads(want string) {
	b.Helper()
	if got := b.read(); !slices.Contains(got, want) {
		b.Errorf("%q is not to be read in %q", want, got)
	}
}

func (b *bench) doesNotRead(unwanted string) {
	b.Helper()
	if slices.Contains(b.read(), unwanted) {
		b.Errorf("%q is to be read", unwanted)
	}
}

func texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var all []string
	if a, ok := o.(interface{ AccessibilityLabel() string }); ok {
		if label := a.AccessibilityLabel(); label != "" {
			all = append(all, label)
		}
	}
	for _, child := range children(o) {
		all = append(all, texts(child)...)
	}
	return all
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
