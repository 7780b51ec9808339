package history

import (
	"context"
	"fmt"
	"slices"
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
func now() time.Time { return time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC) }

// desk is a device on which a campaign is edited. It is the session of the
// dialog, too.
type desk struct {
	testing.TB
	device *journal.Device
	state  *journal.State
	clock  time.Time
	made   []*journal.Commit
	saved  int
}

func newDesk(t testing.TB, campaign domain.ID, author string, clock time.Time) *desk {
	d := &desk{TB: t, state: journal.NewState(campaign, nil), clock: clock}
	d.device = &journal.Device{
		ID: domain.DerivedID(domain.NoID, author), Author: author, NewID: uuid.New,
		Now:  func() time.Time { d.clock = d.clock.Add(time.Minute); return d.clock },
		Salt: func() journal.Salt { return journal.Salt(uuid.New()) },
	}
	return d
}

// does makes records what they are given as.
func (d *desk) does(label string, all ...domain.Record) {
	d.Helper()
	after := d.state.Records()
	for _, r := range all {
		after[domain.RefOf(r.Kind(), r.RecordID())] = domain.FieldsOf(r)
	}
	d.writes(journal.Edit{Label: label, Changes: journal.Diff(d.state.Records(), after)})
}

func (d *desk) removes(label string, r domain.Record) {
	d.Helper()
	after := d.state.Records()
	delete(after, domain.RefOf(r.Kind(), r.RecordID()))
	d.writes(journal.Edit{Label: label, Changes: journal.Diff(d.state.Records(), after)})
}

// undoes takes the last commit back.
func (d *desk) undoes() {
	d.Helper()
	last := d.made[len(d.made)-1]
	changes, _ := d.state.Undo(last)
	d.writes(journal.Edit{Label: "edit.undo", Undoes: []journal.ID{last.ID}, Changes: changes})
}

func (d *desk) writes(e journal.Edit) {
	d.Helper()
	c, err := d.device.Write(d.state, e)
	if err != nil || c == nil {
		d.Fatalf("%s: %v", e.Label, err)
	}
	d.made = append(d.made, c)
}

func (d *desk) gets(from *desk) {
	d.Helper()
	d.made = append(d.made, d.device.Receive(d.state, from.made...).Applied...)
}

// Campaign, Flush and SetRecord are what the dialog asks of a session.

func (d *desk) Campaign() domain.Campaign {
	d.Helper()
	c := domain.Campaign{Header: domain.Header{ID: d.state.Scope()}}
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

func (d *desk) Flush(done func(error)) {
	d.saved++
	done(nil)
}

func (d *desk) SetRecord(label string, ref journal.Ref, f journal.Fields) error {
	d.Helper()
	after := d.state.Records()
	after[ref] = f
	d.writes(journal.Edit{Label: label, Changes: journal.Diff(d.state.Records(), after)})
	return nil
}

// open is the dialog and the person before it.
type open struct {
	*guitest.Person
	dialog  *Dialog
	session *desk

	fail    error             // of reading
	waiting []func()          // what runs in the background, when held
	hold    bool              // nothing comes back from the background
	files   map[string]string // that were written
	disk    error             // of writing
	folder  string
}

func newOpen(t testing.TB, env *kit.Env, d *desk) *open {
	return &open{Person: guitest.NewPerson(t, env), session: d, files: map[string]string{}}
}

func (o *open) show(ref journal.Ref) *open {
	o.Helper()
	guitest.Show(o.Env, kit.Stack(), guitest.Width, 768)
	o.dialog = Show(Deps{
		Env: o.Env, Session: o.session, Now: now, Report: o.Report, Folder: o.TempDir(),
		Words: wording.New(o.Env.Printer, wording.Content{
			Channels: guitest.Channels(o), Checklist: guitest.Checklist(o), Metrics: guitest.Metrics(o),
		}),
		Background: func(work, done func()) {
			if o.hold {
				o.waiting = append(o.waiting, func() { work(); done() })
				return
			}
			work()
			done()
		},
		History: func(ctx context.Context, campaign domain.ID) ([]*journal.Commit, error) {
			if campaign != o.session.state.Scope() {
				return nil, domain.Problem(domain.ErrNotFound, "campaign")
			}
			return slices.Clone(o.session.made), o.fail
		},
		Devices: func(context.Context) ([]domain.Device, error) {
			return []domain.Device{{ID: domain.DerivedID(domain.NoID, "Sara"), Name: "Office"}}, nil
		},
		WriteFile: func(path string, data []byte) error {
			o.files[path] = string(data)
			return o.disk
		},
		UsedFolder: func(dir string) { o.folder = dir },
	}, ref)
	return o
}

// comeBack lets what runs in the background end, and what that sets going.
func (o *open) comeBack() {
	o.hold = false
	for len(o.waiting) > 0 {
		next := o.waiting[0]
		o.waiting = o.waiting[1:]
		next()
	}
}

// selects chooses the i-th line.
func (o *open) selects(i int) {
	o.Helper()
	if i >= len(o.dialog.shown) {
		o.Fatalf("there are %d lines", len(o.dialog.shown))
	}
	o.dialog.view.list.Select(i)
	o.dialog.choose(i)
}

// lines returns what the list says was done, the newest first.
func (o *open) lines() []string {
	var all []string
	for i := range o.dialog.shown {
		all = append(all, guitest.Plain(o.dialog.row(i).What))
	}
	return all
}

// texts are a core text before and after, by language.
func texts(lang string) (before, after string) {
	if lang == "ar" {
		return "اغلوا الماء قبل شربه، ثم اتركوه يبرد في وعاء مغطى.", "اغلوا الماء دقيقة كاملة قبل شربه، ثم اتركوه يبرد."
	}
	return "Boil the water before you drink it, then let it cool in a covered pot.", "Boil the water for a whole minute before you drink it, then let it cool."
}

func messageID() domain.ID { return domain.DerivedID(domain.NoID, "message") }

func messageRef() journal.Ref { return domain.RefOf(domain.KindMessage, messageID()) }

// worked is a campaign that two people have worked on for some days.
func worked(t testing.TB, lang string) *desk {
	campaign := domain.DerivedID(domain.NoID, "campaign")
	sara, omar := newDesk(t, campaign, "Sara", now().Add(-74*time.Hour)), newDesk(t, campaign, "عمر", now().Add(-5*time.Hour))
	before, after := texts(lang)
	message := func(core string) domain.Message {
		m := domain.Message{ID: messageID(), Order: "V", Title: "Test your well", Status: domain.MessageDraft}
		if m.Core.En = core; lang == "ar" {
			m.Core = domain.Text{Ar: core}
		}
		return m
	}
	header := domain.Header{ID: campaign, Title: "Wadi Noor", Stage: domain.StageDraft}
	families := domain.Segment{ID: domain.DerivedID(campaign, "s"), Order: "V", Name: "Families", Languages: []string{"ar"}}
	sara.does("edit.campaign.create", header)
	sara.does("edit.message.add", message(before))
	sara.does("edit.segment.add", families)
	omar.gets(sara)
	omar.does("edit.message.change", message(after))
	families.Languages, families.AgeMin, families.DataCost = []string{"en", "so"}, 18, true
	omar.does("edit.segment.change", families)
	header.Stage, header.Facts = domain.StageReview, map[domain.Fact]bool{domain.FactChildren: true}
	omar.does("edit.campaign.fact", header)
	omar.removes("edit.segment.remove", families)
	return omar
}

// busy is a campaign with a long history.
func busy(t testing.TB, n int) *desk {
	d := newDesk(t, domain.DerivedID(domain.NoID, "campaign"), "Sara", now().Add(-time.Duration(n)*2*time.Minute))
	for i := range n {
		d.does("edit.message.change", domain.Message{ID: messageID(), Title: fmt.Sprint("Test ", i)})
	}
	return d
}
