package gui

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/retention"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// thrownAway is a store with one campaign that is there, and so many in the
// trash.
func thrownAway(t *testing.T, n int) (store *guitest.Memory, ids []domain.ID) {
	t.Helper()
	store = guitest.NewMemory()
	stored(t, store, "Wells")
	for range n {
		c := stored(t, store, "Old")
		ids = append(ids, c.ID())
	}
	b := newBench(t, store, settings.Settings{Lang: "en"})
	library := session.NewLibrary(b.deps.Session)
	for _, id := range ids {
		if err := library.Apply(t.Context(), id, domain.Trash{At: b.now}); err != nil {
			t.Fatal(err)
		}
	}
	return store, ids
}

// nearly is settings in which campaigns have been in the trash for as long as can
// be without the next start removing them, seen a day ago.
func nearly(language string, ids []domain.ID) settings.Settings {
	s := settings.Settings{Lang: language, Welcomed: true, AskedWho: true, Keep: retention.Month}
	s.Trash.Seen = time.Date(2026, 11, 22, 14, 5, 0, 0, time.UTC)
	for _, id := range ids {
		s.Trash.Stays = append(s.Trash.Stays, retention.Stay{Campaign: id, For: 29 * 24 * time.Hour})
	}
	return s
}

func TestWhatIsOverInTheTrashGoesAtTheStartAndOnlyItsNumberIsSaid(t *testing.T) {
	for _, language := range i18n.Languages() {
		store, ids := thrownAway(t, 2)
		b := newBench(t, store, nearly(language, ids))
		if got, want := b.banner.Sentence(), b.env.Printer.N("trash.purged", 2); got != want {
			t.Errorf("%s: the banner says %q, want %q", language, got, want)
		}
		if left := store.Stored(); len(left) != 1 {
			t.Errorf("%s: %d campaigns are left", language, len(left))
		}
		if len(b.desk.List()) != 1 {
			t.Errorf("%s: %d are listed", language, len(b.desk.List()))
		}
		b = newBench(t, store, b.kept)
		if b.banner.Sentence() != "" || len(b.kept.Trash.Stays) != 0 {
			t.Errorf("%s: the next start says %q", language, b.banner.Sentence())
		}
	}
}

func TestAClockThatIsAYearAheadRemovesNothing(t *testing.T) {
	store, ids := thrownAway(t, 1)
	s := nearly("en", nil)
	for _, ahead := range []int{0, 365, 0} { // seen first, then wrong, then right again
		b := newBenchAt(t, store, s, time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC).AddDate(0, 0, ahead))
		if s = b.kept; len(store.Stored()) != 2 || b.banner.Sentence() != "" {
			t.Fatalf("%d days ahead: %d campaigns are left", ahead, len(store.Stored()))
		}
	}
	if s.Trash.Stays[0].Campaign != ids[0] || s.Trash.Stays[0].For > 10*24*time.Hour {
		t.Errorf("the wrong clock counts for %v", s.Trash.Stays[0].For)
	}
}

func TestWhatCannotBeRemovedIsTriedAgainAtTheNextStart(t *testing.T) {
	store, ids := thrownAway(t, 1)
	store.Fail(domain.Problem(domain.ErrDiskFull, ""))
	b := newBench(t, store, nearly("ar", ids))
	if b.banner.Sentence() != "" || len(store.Stored()) != 2 {
		t.Fatalf("the banner says %q", b.banner.Sentence())
	}
	store.Fail(nil)
	b = newBench(t, store, b.kept)
	if b.banner.Sentence() != b.env.Printer.N("trash.purged", 1) {
		t.Errorf("the banner says %q", b.banner.Sentence())
	}
}

func TestTheTrashIsEmptiedAfterAQuestion(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			store, _ := thrownAway(t, 2)
			b := newBench(t, store, settings.Settings{Lang: language, Welcomed: true, AskedWho: true, Width: 1366, Height: 700})
			p := b.person()
			b.showTrash()
			b.want(b.env.T("home.keep"), b.env.Printer.N("home.trash.note", 90))
			p.Press("home.trash.empty")
			b.want(b.env.Printer.N("trash.forget_campaigns", 2), b.env.T("trash.forget_stays"))
			b.escape()
			if len(store.Stored()) != 3 {
				t.Fatal("it was emptied without a yes")
			}
			p.Press("home.trash.empty")
			p.Press("trash.forget_accept")
			if len(store.Stored()) != 1 || b.banner.Sentence() != b.env.Printer.N("trash.done", 2) {
				t.Errorf("%d campaigns are left, the banner says %q", len(store.Stored()), b.banner.Sentence())
			}
		})
	}
}

func TestAnotherTimeIsKeptAndTakesNothingAtOnce(t *testing.T) {
	store, ids := thrownAway(t, 1)
	s := nearly("en", ids)
	s.Keep, s.Trash.Stays[0].For = retention.ForEver, 300*24*time.Hour
	b := newBench(t, store, s)
	trashCan{b.Window}.SetKeep(retention.Month)
	b.settle()
	if days, ends := (trashCan{b.Window}).Stays(ids[0]); days != 7 || !ends || b.kept.Keep != retention.Month {
		t.Errorf("%d days are left, kept %q", days, b.kept.Keep)
	}
}

func TestWhatWasRemovedFromACampaignComesBackAsOneStep(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			b, first, _ := writing(t, language, "title")
			b.report(b.desk.open.Apply(domain.RemoveMessages{IDs: []domain.ID{first}}))
			b.do("removed")
			b.want("old")
			p := b.person()
			p.Press("trash.restore")
			p.Press("help.close")
			if m := b.message(first); m.Title != "old" {
				t.Fatalf("it came back as %+v", m)
			}
			b.do("undo")
			if _, ok := b.desk.open.Campaign().Message(first); ok {
				t.Error("putting back cannot be undone")
			}
		})
	}
}

func TestASegmentComesBackToItsMessagesAsOneStep(t *testing.T) {
	for _, language := range i18n.Languages() {
		b, first, _ := writing(t, language, "title")
		segment := domain.Segment{ID: domain.NewID(), Name: "Families"}
		for _, e := range []domain.Edit{
			domain.AddSegment{Segment: segment},
			domain.ChangeMessage{Message: b.message(first).WithSegment(segment.ID, true)},
			domain.RemoveSegment{ID: segment.ID},
		} {
			if err := b.desk.open.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		b.do("removed")
		b.want(b.env.Printer.N("trash.to_messages", 1))
		b.person().Press("trash.restore")
		if !b.message(first).ForSegment(segment.ID) {
			t.Errorf("%s: the message is for %v", language, b.message(first).Segments)
		}
		b.escape()
		b.do("undo")
		if _, there := b.desk.open.Campaign().Segment(segment.ID); there || b.message(first).ForSegment(segment.ID) {
			t.Errorf("%s: it took more than one step", language)
		}
	}
}

func TestAnIndicatorComesBackWithItsReadings(t *testing.T) {
	b, _, _ := writing(t, "en", "title")
	i := domain.Indicator{ID: domain.NewID(), Name: "Households that boil their water"}
	r := domain.Reading{ID: domain.NewID(), Indicator: i.ID, At: b.now, Value: 12}
	for _, e := range []domain.Edit{domain.AddIndicator{Indicator: i}, domain.PutReading{Reading: r}, domain.RemoveIndicator{ID: i.ID}} {
		if err := b.desk.open.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	b.do("removed")
	b.want(b.env.Printer.N("trash.with_readings", 1))
	b.person().Press("trash.restore")
	c := b.desk.open.Campaign()
	if len(c.Indicators) != 1 || len(c.Readings) != 1 || c.Readings[0].Value != 12 {
		t.Fatalf("came back: %+v, %+v", c.Indicators, c.Readings)
	}
	b.escape()
	b.do("undo")
	if c := b.desk.open.Campaign(); len(c.Indicators) != 0 || len(c.Readings) != 0 {
		t.Error("it took more than one step")
	}
}

func TestWhatIsRemovedForEverIsInTheHistoryNoMore(t *testing.T) {
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			b, first, _ := writing(t, language, "title")
			b.report(b.desk.open.Apply(domain.RemoveMessages{IDs: []domain.ID{first}}))
			b.do("removed")
			p := b.person()
			p.Press("trash.forget")
			p.Press("trash.forget_accept")
			b.want(b.env.T("trash.forgotten"))
			ref := domain.RefOf(domain.KindMessage, first)
			told := false
			for c, err := range b.store.History(t.Context(), b.desk.open.Campaign().ID()) {
				if err != nil {
					t.Fatal(err)
				}
				for _, ch := range c.Changes {
					if ch.Record == ref && ch.Before.Text()+ch.After.Text() != "" {
						t.Errorf("the history still says %q", ch.After.Text())
					}
					told = told || ch.Record == ref && ch.After.Type() == journal.TypeForget
				}
			}
			if !told {
				t.Error("the history does not say that something was removed")
			}
			p.Press("help.close")
			b.do("removed")
			b.want(b.env.T("trash.none"))
		})
	}
}

func TestFromWhatWasRemovedToTheCampaignsInTheTrash(t *testing.T) {
	for _, language := range i18n.Languages() {
		b, _, _ := writing(t, language, "title")
		b.do("removed")
		b.person().Press("trash.campaigns")
		if b.tabs.Selected() != tabHome || !b.reads(b.env.T("home.keep")) {
			t.Errorf("%s: reads %q", language, b.texts())
		}
	}
}

func TestDataThatCanOnlyBeReadKeepsItsTrash(t *testing.T) {
	store, ids := thrownAway(t, 1)
	s := nearly("en", ids)
	s.AskedWho = false
	b := newBenchIn(t, store, s, at(locked))
	if len(store.Stored()) != 2 || b.banner.Sentence() != "" {
		t.Fatalf("%d campaigns are left, the banner says %q", len(store.Stored()), b.banner.Sentence())
	}
	b.showTrash()
	b.person().Press("home.trash.empty")
	if b.Overlay() != nil {
		t.Error("there is a question whose answer changes nothing")
	}
	b.want(b.env.T("place.refused", "reason", b.lockedReason()))
}
