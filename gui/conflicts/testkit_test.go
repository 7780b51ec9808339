package conflicts

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/wording"
)

// now is when all tests happen.
var now = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// desk is one of two devices on which a campaign is edited.
type desk struct {
	testing.TB
	device *journal.Device
	state  *journal.State
	clock  time.Time
	wrote  []*journal.Commit
}

func newDesk(t testing.TB, campaign domain.ID, author string, clock time.Time) *desk {
	d := &desk{TB: t, state: journal.NewState(campaign, nil), clock: clock}
	d.device = &journal.Device{
		ID: uuid.New(), Author: author, NewID: uuid.New,
		Now:  func() time.Time { d.clock = d.clock.Add(time.Minute); return d.clock },
		Salt: func() journal.Salt { return journal.Salt(uuid.New()) },
	}
	return d
}

// put makes records what they are given as; nil removes one.
func (d *desk) put(all ...domain.Record) {
	after := d.state.Records()
	for _, r := range all {
		after[domain.RefOf(r.Kind(), r.RecordID())] = domain.FieldsOf(r)
	}
	d.write(journal.Diff(d.state.Records(), after))
}

func (d *desk) remove(k domain.Kind, id domain.ID) {
	after := d.state.Records()
	delete(after, domain.RefOf(k, id))
	d.write(journal.Diff(d.state.Records(), after))
}

func (d *desk) write(changes []journal.Change) {
	d.Helper()
	c, err := d.device.Write(d.state, journal.Edit{Label: "edit.message.change", Changes: changes})
	if err != nil {
		d.Fatal(err)
	}
	d.wrote = append(d.wrote, c)
}

// Campaign, Conflicts and Resolve are what the dialog asks of a session.

func (d *desk) Campaign() domain.Campaign {
	var c domain.Campaign
	var changes []domain.Change
	for ref, fields := range d.state.All() {
		r, err := domain.RecordOf(domain.Kind(ref.Kind), ref.ID, fields)
		if err != nil {
			d.Fatal(err)
		}
		changes = append(changes, domain.Change{Kind: r.Kind(), ID: r.RecordID(), After: r})
	}
	c, err := c.With(changes)
	if err != nil {
		d.Fatal(err)
	}
	return c
}

func (d *desk) Conflicts() []journal.Conflict { return d.state.Conflicts() }

func (d *desk) Resolve(ref journal.Ref, field journal.Field, v journal.Value) error {
	changes, err := d.state.Resolve(ref, field, v)
	if err == nil {
		d.write(changes)
	}
	return err
}

// texts are what two people write, by language: before, Sara's, Omar's, and what
// they could have written together.
var texts = map[string][4]string{
	"en": {"Boil the water before you drink it.", "Boil the water for a minute before you drink it.", "Boil the water for ten minutes before you drink it.", "Boil the water for a minute; in the mountains, for three."},
	"ar": {"اغلوا الماء قبل شربه.", "اغلوا الماء دقيقة قبل شربه.", "اغلوا الماء أو رشّحوه قبل شربه.", "اغلوا الماء دقيقة أو رشّحوه."},
}

// apart is a campaign that Sara and Omar changed without knowing of each other:
// the core text and the stage, and a message that he removed and she changed.
func apart(t testing.TB, lang string) (sara, omar *desk, first, second domain.ID) {
	campaign := uuid.New()
	first, second = domain.NewID(), domain.NewID()
	sara, omar = newDesk(t, campaign, "Sara", now.Add(-50*time.Hour)), newDesk(t, campaign, "عمر", now.Add(-3*time.Hour))
	words := texts[lang]
	header := domain.Header{ID: campaign, Title: "Wadi Noor", Stage: domain.StageDraft}
	message := func(core string) domain.Message {
		m := domain.Message{ID: first, Order: "a", Title: "Test your well", Status: domain.MessageDraft}
		if m.Core.En = core; lang == "ar" {
			m.Core = domain.Text{Ar: core}
		}
		return m
	}
	sara.put(header, message(words[0]), domain.Message{ID: second, Order: "b", Title: "Wash your hands"})
	omar.device.Receive(omar.state, sara.wrote...)
	header.Stage = domain.StageReview
	sara.put(header, message(words[1]), domain.Message{ID: second, Order: "b", Title: "Wash your hands often"})
	header.Stage = domain.StageLive
	omar.put(header, message(words[2]))
	omar.remove(domain.KindMessage, second)
	theirs := sara.wrote
	sara.device.Receive(sara.state, omar.wrote...)
	omar.device.Receive(omar.state, theirs...)
	return sara, omar, first, second
}

// open is the dialog and the person before it.
type open struct {
	*guitest.Person
	dialog  *Dialog
	session *desk
	changed int
	found   func() // lets who it was be found
}

func show(t testing.TB, env *kit.Env, d *desk, all ...*desk) *open {
	t.Helper()
	b := &open{Person: guitest.NewPerson(t, env), session: d}
	guitest.Show(env, kit.Stack(), guitest.Width, 700)
	b.dialog = Show(Deps{
		Env: env, Session: d, Now: func() time.Time { return now }, GoTo: b.GoTo, Report: b.Report,
		Words: wording.New(env.Printer, wording.Content{
			Channels: guitest.Channels(t), Checklist: guitest.Checklist(t), Metrics: guitest.Metrics(t),
		}),
		Who: func(ids []journal.ID, done func(Hands)) {
			b.found = func() { done(who(append(all, d), ids)) }
		},
		Changed: func() { b.changed++ },
	})
	return b
}

func who(desks []*desk, ids []journal.ID) Hands {
	hands := Hands{}
	for _, d := range desks {
		for _, c := range d.wrote {
			for _, id := range ids {
				if c.ID == id {
					hands[id] = Hand{Author: c.Author, Device: "Office", At: c.At}
				}
			}
		}
	}
	return hands
}

// settleOn chooses the contradiction about a field.
func (b *open) settleOn(path string) {
	b.Helper()
	for i, it := range b.dialog.items {
		if it.field.Path == path {
			b.dialog.view.list.Select(i)
			b.dialog.choose(i)
			return
		}
	}
	b.Fatalf("no contradiction about %q", path)
}
