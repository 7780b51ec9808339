package home

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// now is when all tests happen.
var now = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// tab is a screen with its desk, the person before it, and what it asked of the
// window.
type tab struct {
	*guitest.Person
	desk   *fakeDesk
	screen *Screen

	trash   fakeTrash
	lang    string
	samples int
	renamed []domain.Summary
	copied  []domain.Summary
}

// open makes the tab with campaigns of which the i-th is open, none for -1. The
// first was changed last.
func open(t testing.TB, env *kit.Env, current int, campaigns ...domain.Campaign) *tab {
	t.Helper()
	desk := &fakeDesk{rules: rules(t), updated: map[domain.ID]time.Time{}, changed: func() {}}
	for i, c := range campaigns {
		desk.put(c, now.Add(-time.Duration(i)*26*time.Hour))
		if i == current {
			desk.current = c.ID()
		}
	}
	return openOn(t, env, desk)
}

func openOn(t testing.TB, env *kit.Env, desk *fakeDesk) *tab {
	t.Helper()
	b := &tab{Person: guitest.NewPerson(t, env), desk: desk}
	b.trash.left = ninety
	b.screen = New(Deps{
		Env: env, Desk: desk, Trash: &b.trash, NewID: domain.NewID, Now: func() time.Time { return now },
		Report: b.Report, GoTo: b.GoTo,
		Rules: desk.rules, Templates: guitest.Templates(t), DataDir: "/home/layla/بيانات أثر", Lang: env.Printer.Lang(),
		SetLanguage: func(lang string) { b.lang = lang }, OpenSample: func() { b.samples++ },
		Rename:    func(s domain.Summary) { b.renamed = append(b.renamed, s) },
		Duplicate: func(s domain.Summary) { b.copied = append(b.copied, s) },
	})
	desk.changed = b.screen.ListChanged
	t.Cleanup(b.screen.Close)
	guitest.Show(env, b.screen.Content(), guitest.Width, guitest.Height)
	return b
}

// titles returns the titles in the list, as last shown.
func (b *tab) titles() []string {
	var all []string
	for _, s := range b.screen.list {
		all = append(all, s.Title)
	}
	return all
}

// selected returns the campaign that is selected, as the desk has it.
func (b *tab) selected() domain.Campaign {
	b.Helper()
	c, ok := b.desk.campaign(b.screen.Place().ID)
	if !ok {
		b.Fatal("no campaign is selected")
	}
	return c
}

// choose goes to the i-th campaign of the list by the keyboard.
func (b *tab) choose(i int) {
	b.screen.view.list.list.Focus()
	b.Keys(fyne.KeyHome)
	for range i {
		b.Keys(fyne.KeyDown)
	}
}
