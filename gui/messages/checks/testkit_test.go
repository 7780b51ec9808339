package checks

import (
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/proofs"
	"athar/gui/run"
)

// desk is the checks of an open campaign with the editors of one message, and the
// queue that stands for the window's goroutine.
type desk struct {
	*guitest.Person
	session *session.Session
	checks  *Checks
	room    *proofs.Room
	runner  *run.Runner
	queue   *run.Queue
	core    map[string]*kit.Editor
	resized int

	revealed fyne.CanvasObject // scrolled to last
}

var today = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// open shows the first message of a campaign.
func open(t testing.TB, lang string, c domain.Campaign) *desk {
	t.Helper()
	env := guitest.Env(t, lang)
	queue, runner := run.NewQueue()
	env.Background = runner.Background
	d := &desk{
		Person: guitest.NewPerson(t, env), session: guitest.Session(c, today), runner: runner, queue: queue,
		core: map[string]*kit.Editor{}, room: guitest.Room(t, runner.Background, guitest.Wording(t)...),
	}
	d.checks = New(Deps{
		Env: env, Session: d.session, NewID: domain.NewID, Now: func() time.Time { return today }, Report: d.Report, GoTo: d.GoTo,
		Channels: guitest.Channels(t), Room: d.room, Resized: func() { d.resized++ }, Reveal: func(o fyne.CanvasObject) { d.revealed = o }, ShowList: func() {},
	})
	t.Cleanup(d.checks.Close)
	for _, lang := range []string{"ar", "en"} {
		d.core[lang] = kit.NewEditor(env, kit.EditorOptions{OnChanged: func(text string) { d.write(lang, text) }})
		d.checks.Watch(proofing.Text{Field: "core", Lang: lang}, d.core[lang])
	}
	guitest.Show(env, kit.Column(d.core["ar"], d.core["en"], d.checks.Content()), guitest.Width, guitest.Height)
	stop := d.session.OnChange(func(session.Event) { d.show() })
	t.Cleanup(stop)
	d.show()
	return d
}

// show shows the first message as it is now, as a screen does.
func (d *desk) show() {
	c := d.session.Campaign()
	m := c.SortedMessages()[0]
	for lang, e := range d.core {
		e.SetText(m.Core.Of(lang))
	}
	d.checks.Show(c, m)
}

// write changes the core text of the first message.
func (d *desk) write(lang, text string) {
	m := d.session.Campaign().SortedMessages()[0]
	m.Core = m.Core.With(lang, text)
	d.Report(d.session.Apply(domain.ChangeMessage{Message: m, Field: "core." + lang}))
}

func (d *desk) settle() { d.queue.Settle(d.runner) }

// finding returns the finding of a rule that is shown.
func (d *desk) finding(rule string) proofing.Finding {
	d.Helper()
	for _, f := range d.checks.result.Findings {
		if f.Rule == rule {
			return f
		}
	}
	d.Fatalf("%s is not shown in %v", rule, d.rules())
	return proofing.Finding{}
}

// rules returns the rules of the findings that are shown.
func (d *desk) rules() []string {
	var out []string
	for _, f := range d.checks.result.Findings {
		out = append(out, f.Rule)
	}
	return out
}

// campaign has messages with core texts in English.
func campaign(texts ...string) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
	for i, text := range texts {
		c.Messages = append(c.Messages, domain.Message{
			ID: domain.NewID(), Order: string(rune('A' + i)), Status: domain.MessageDraft, Core: domain.Text{En: text},
		})
	}
	return c
}

func TestMain(m *testing.M) {
	os.Setenv("LANG", "en_US.UTF-8") // Fyne asks for it
	os.Exit(m.Run())
}
