package messages

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/domain"
	"athar/domain/channel"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// noStore keeps nothing: what is tested here ends at the session.
type noStore struct{}

func (noStore) Summaries(context.Context) ([]domain.Summary, error) { return nil, nil }

func (noStore) Campaign(context.Context, domain.ID) (domain.Campaign, error) {
	return domain.Campaign{}, domain.Problem(domain.ErrNotFound, "campaign")
}

func (noStore) Commit(context.Context, ...domain.Commit) error { return nil }

// desk is a screen on an open campaign, with what it asked of the window.
type desk struct {
	t       testing.TB
	env     *kit.Env
	session *session.Session
	screen  *Screen
	went    []domain.Place
	errors  []error
}

// size of a tab's content on the smallest window.
const (
	width  = 1366
	height = 600
)

func open(t testing.TB, env *kit.Env, c domain.Campaign) *desk {
	t.Helper()
	d := &desk{t: t, env: env}
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	d.session = session.New(session.Deps{
		Store: noStore{}, NewID: domain.NewID,
		Now:        func() time.Time { return now },
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}, c, now)
	d.screen = New(Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Channels: channels(t),
		Report: func(err error) {
			if err != nil {
				d.errors = append(d.errors, err)
			}
		},
		GoTo: func(p domain.Place) { d.went = append(d.went, p) },
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), width, height)
	return d
}

func channels(t testing.TB) channel.Catalog {
	t.Helper()
	data, err := assets.Content.ReadFile("content/channels.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := channel.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// selected returns the message that is selected, as the campaign has it.
func (d *desk) selected() domain.Message {
	d.t.Helper()
	m, ok := d.session.Campaign().Message(d.screen.Place().ID)
	if !ok {
		d.t.Fatal("no message is selected")
	}
	return m
}

// titles returns the titles in list order.
func (d *desk) titles() []string {
	var all []string
	for _, m := range d.session.Campaign().SortedMessages() {
		all = append(all, m.Title)
	}
	return all
}

// press presses the button with the text of a catalog key.
func (d *desk) press(key string) {
	d.t.Helper()
	text := d.env.T(key)
	for _, b := range guitest.Find[*kit.Button](d.screen.Content()) {
		if b.Text() == text && b.Visible() {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	d.t.Fatalf("no button %q", text)
}

// write types into whatever has the focus.
func (d *desk) write(text string) {
	d.t.Helper()
	focused := d.env.Window.Canvas().Focused()
	if focused == nil {
		d.t.Fatal("nothing has the focus")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

// sees reports whether a person reads the text, as a part of what is shown.
func (d *desk) sees(text string) bool { return sees(d.screen.Content(), text) }

func sees(o fyne.CanvasObject, text string) bool {
	return slices.ContainsFunc(read(o), func(s string) bool { return strings.Contains(s, text) })
}

// read returns the logical texts of all that is visible, those inside of fields
// included.
func read(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	if w, ok := o.(interface{ Text() string }); ok {
		all := []string{w.Text()}
		for _, p := range guitest.Find[*kit.Paragraph](o) { // a problem under a field
			if p != o {
				all = append(all, read(p)...)
			}
		}
		return all
	}
	var all []string
	for _, child := range children(o) {
		all = append(all, read(child)...)
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

// campaign is a small one with people and three messages.
func campaign() domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: "Clean water in Wadi Noor"}}
	families := domain.Segment{ID: domain.NewID(), Name: "Families with a well", Order: "U"}
	donors := domain.Segment{ID: domain.NewID(), Name: "مانحون محليون", Order: "k"}
	c.Segments = []domain.Segment{families, donors}
	first := domain.Message{
		ID: domain.NewID(), Order: "U", Title: "Test your well", Status: domain.MessageReview,
		Core: domain.Text{
			Ar: "افحصوا مياه البئر قبل الشرب: الفحص مجاني ويستغرق 10 دقائق (Clean Water).",
			En: "Test your well before you drink: it’s free and takes 10 minutes.",
		},
		Action:   domain.Text{Ar: "احجزوا موعدًا عبر WhatsApp", En: "Book a date on WhatsApp"},
		Segments: []domain.ID{families.ID},
	}
	for _, v := range []domain.Variant{
		{Channel: "x", Text: domain.Text{Ar: strings.Repeat("ماء نظيف لكل بيت ", 18), En: "Test your well: https://example.org/a-long-link-to-the-form #CleanWater"}},
		{Channel: "instagram", Text: domain.Text{Ar: "الماء حياة #ماء #وادي_نور #صحة #أطفال #آبار #فحص"}},
		{Channel: "sms", Text: domain.Text{
			Ar: "فحص مياه البئر مجاني يوم الأحد في مدرسة وادي نور من الساعة 9 حتى 12. أحضروا زجاجة نظيفة واسم العائلة ورقم البئر.",
			En: "It’s free: test your well on Sunday at the Wadi Noor school.",
		}},
	} {
		first = first.WithVariant(v)
	}
	second := domain.Message{ID: domain.NewID(), Order: "k", Title: "شكر للمتطوعين", Status: domain.MessageReady, Core: domain.Text{Ar: "شكرًا"}}
	third := domain.Message{ID: domain.NewID(), Order: "s", Status: domain.MessageDraft}
	c.Messages = []domain.Message{third, first, second}
	return c
}
