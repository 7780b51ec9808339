package home

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/ethics"
	"athar/domain/selfcheck"
	"athar/domain/starter"
	"athar/gui/guitest"
)

// fakeDesk keeps campaigns in memory, as the window's desk does in the store.
type fakeDesk struct {
	rules     selfcheck.Rules
	campaigns []domain.Campaign
	updated   map[domain.ID]time.Time
	loading   bool
	current   domain.ID
	refuses   error // what every edit is answered with
	changed   func()
}

func (d *fakeDesk) List() []domain.Summary {
	var all []domain.Summary
	for _, c := range d.campaigns {
		all = append(all, ethics.Summarise(c, d.updated[c.ID()], d.rules.Ethics))
	}
	slices.SortStableFunc(all, func(a, b domain.Summary) int { return b.Updated.Compare(a.Updated) })
	return all
}

func (d *fakeDesk) Loaded() bool { return !d.loading }

func (d *fakeDesk) Current() (domain.Campaign, bool) { return d.campaign(d.current) }

func (d *fakeDesk) campaign(id domain.ID) (domain.Campaign, bool) {
	i := d.index(id)
	if i < 0 {
		return domain.Campaign{}, false
	}
	return d.campaigns[i], true
}

func (d *fakeDesk) index(id domain.ID) int {
	return slices.IndexFunc(d.campaigns, func(c domain.Campaign) bool { return c.ID() == id })
}

func (d *fakeDesk) Open(id domain.ID, done func(error)) {
	d.current = id
	d.changed()
	done(nil)
}

func (d *fakeDesk) CloseCampaign(done func(error)) {
	d.current = domain.NoID
	d.changed()
	done(nil)
}

func (d *fakeDesk) Create(c domain.Campaign, done func(error)) {
	d.put(c, now)
	d.Open(c.ID(), done)
}

func (d *fakeDesk) put(c domain.Campaign, updated time.Time) {
	d.campaigns = append(d.campaigns, c)
	d.updated[c.ID()] = updated
}

func (d *fakeDesk) Apply(id domain.ID, e domain.Edit, done func(error)) {
	err := d.refuses
	if i := d.index(id); i >= 0 && err == nil {
		d.campaigns[i], err = e.Apply(d.campaigns[i])
		d.changed()
	}
	done(err)
}

func rules(t testing.TB) selfcheck.Rules {
	t.Helper()
	return selfcheck.Rules{Ethics: guitest.Checklist(t), Channels: guitest.Channels(t)}
}

// titled returns an empty campaign in a stage.
func titled(title string, stage domain.Stage) domain.Campaign {
	c := starter.Blank(domain.NewID, now, title)
	c.Header.Stage = stage
	return c
}

// shelfOfAll returns campaigns of every sort, the sample first.
func shelfOfAll(t testing.TB, lang string) []domain.Campaign {
	t.Helper()
	all := guitest.Templates(t)
	trashed := titled("حملة قديمة (Old) 2024", domain.StageDraft)
	trashed.Header.Trashed = now.Add(-80 * time.Hour)
	return []domain.Campaign{
		guitest.Sample(t, lang, now),
		all[0].Campaign(domain.NewID, now, lang, ""),
		titled("حملة 2026 للمياه (Clean Water) 75%", domain.StageLive),
		titled("A very long title of a campaign which surely does not fit into the width that the list has for it", domain.StageHold),
		titled("تطعيم الأطفال", domain.StageReady),
		titled("Back to school", domain.StageDone),
		titled("حملة الشتاء", domain.StageArchived),
		titled("Summer 2025", domain.StageArchived),
		trashed,
	}
}

// big is larger than what a team writes: 40 segments, and 100 messages for five
// channels each in both languages.
func big() domain.Campaign {
	c := titled("Big", domain.StageDraft)
	for i := range 40 {
		c.Segments = append(c.Segments, domain.Segment{
			ID: domain.NewID(), Name: fmt.Sprint("Segment ", i), Order: fmt.Sprintf("U%03d", i),
		})
	}
	for i := range 100 {
		m := domain.Message{ID: domain.NewID(), Title: fmt.Sprint("Message ", i), Order: fmt.Sprintf("U%03d", i)}
		for _, id := range []string{"x", "facebook", "instagram", "whatsapp", "sms"} {
			m = m.WithVariant(domain.Variant{Channel: id, Text: domain.Text{
				Ar: strings.Repeat("ماء نظيف لكل بيت ", 12), En: strings.Repeat("Clean water for every home ", 8),
			}})
		}
		c.Messages = append(c.Messages, m)
	}
	return c
}
