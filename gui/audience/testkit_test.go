package audience

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

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

// selected returns the segment that is selected, as the campaign has it.
func (d *desk) selected() domain.Segment {
	d.t.Helper()
	s, ok := d.session.Campaign().Segment(d.screen.Place().ID)
	if !ok {
		d.t.Fatal("no segment is selected")
	}
	return s
}

// names returns the names in list order.
func (d *desk) names() []string {
	var all []string
	for _, s := range d.session.Campaign().SortedSegments() {
		all = append(all, s.Name)
	}
	return all
}

// press presses the button with the text.
func (d *desk) press(text string) {
	d.t.Helper()
	for _, b := range guitest.Find[*kit.Button](d.screen.Content()) {
		if b.Text() == text && b.Visible() {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	d.t.Fatalf("no button %q", text)
}

// enter puts the caret into a field of the selected segment and types.
func (d *desk) enter(field, text string) {
	d.t.Helper()
	d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: d.screen.Place().ID, Field: field})
	d.write(text)
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

// keys presses keys in whatever has the focus.
func (d *desk) keys(names ...fyne.KeyName) {
	d.t.Helper()
	for _, name := range names {
		d.env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// sees reports whether a person reads the text, as a part of what is shown.
func (d *desk) sees(text string) bool {
	return slices.ContainsFunc(guitest.Texts(d.screen.Content()), func(s string) bool {
		return strings.Contains(s, text)
	})
}

// complains reports whether the sentence stands under a field. A field speaks for
// itself only, so its problem is looked for inside.
func (d *desk) complains(sentence string) bool {
	return slices.ContainsFunc(guitest.Find[*kit.Paragraph](d.screen.view.form.body), func(p *kit.Paragraph) bool {
		return p.Text() == sentence
	})
}

// shown returns the text that stands in a field.
func (d *desk) shown(field string) string {
	switch in := d.screen.view.form.inputs[field].(type) {
	case *numberInput:
		return in.line.Text()
	case *textInput:
		return in.writer.(interface{ Text() string }).Text()
	}
	d.t.Fatalf("%s is no field of text", field)
	return ""
}

// campaign is a small one with two segments, the first spoken to by a message.
func campaign() domain.Campaign {
	families := domain.Segment{
		ID: domain.NewID(), Order: "U", Name: "أسر القرى العليا (Upper Noor)", Role: "beneficiaries",
		SizeLow: 4200, SizeHigh: 4800, SizeSource: "سجلات 2026", AgeMin: 18, Gender: "all",
		Languages: []string{"ar"}, Literacy: "high", Connectivity: "intermittent",
		Channels: []string{"facebook", "sms"}, Stance: "passive_ally", Power: 2, Interest: 5,
	}
	donors := domain.Segment{ID: domain.NewID(), Order: "k", Name: "Donors abroad", Role: "donors", SizeLow: 3, SizeSource: "2025"}
	return domain.Campaign{
		Header:   domain.Header{ID: domain.NewID(), Title: "Clean water in Wadi Noor"},
		Segments: []domain.Segment{donors, families},
		Messages: []domain.Message{{
			ID: domain.NewID(), Order: "U", Title: "افحصوا البئر (Test your well)", Segments: []domain.ID{families.ID},
		}},
	}
}
