package home

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// now is when all tests happen.
var now = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// size of a tab's content on the smallest window.
const (
	width  = 1366
	height = 600
)

// tab is a screen with its desk and what it asked of the window.
type tab struct {
	t      testing.TB
	env    *kit.Env
	desk   *fakeDesk
	screen *Screen

	went    []domain.Place
	errors  []error
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
	b := &tab{t: t, env: env, desk: desk}
	b.screen = New(Deps{
		Env: env, Desk: desk, NewID: domain.NewID, Now: func() time.Time { return now },
		Report: func(err error) {
			if err != nil {
				b.errors = append(b.errors, err)
			}
		},
		GoTo:  func(p domain.Place) { b.went = append(b.went, p) },
		Rules: desk.rules, Templates: templates(t), DataDir: "/home/layla/بيانات أثر", Lang: env.Printer.Lang(),
		SetLanguage: func(lang string) { b.lang = lang }, OpenSample: func() { b.samples++ },
		Rename:    func(s domain.Summary) { b.renamed = append(b.renamed, s) },
		Duplicate: func(s domain.Summary) { b.copied = append(b.copied, s) },
	})
	desk.changed = b.screen.ListChanged
	t.Cleanup(b.screen.Close)
	guitest.Show(env, b.screen.Content(), width, height)
	return b
}

// press presses the button with the text of a catalog key, in the tab or in an
// open dialog.
func (b *tab) press(key string) {
	b.t.Helper()
	text := b.env.T(key)
	for _, o := range b.roots() {
		for _, button := range buttons(o) {
			if button.Text() == text {
				button.Tapped(&fyne.PointEvent{})
				return
			}
		}
	}
	b.t.Fatalf("no button %q", text)
}

// roots are what a person sees, from the front to the back.
func (b *tab) roots() []fyne.CanvasObject {
	c := b.env.Window.Canvas()
	all := append([]fyne.CanvasObject{}, c.Overlays().List()...)
	slices.Reverse(all)
	return append(all, b.screen.Content())
}

func buttons(o fyne.CanvasObject) []*kit.Button {
	if !o.Visible() {
		return nil
	}
	if b, ok := o.(*kit.Button); ok {
		return []*kit.Button{b}
	}
	var all []*kit.Button
	for _, child := range children(o) {
		all = append(all, buttons(child)...)
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

// offers reports whether there is a button with the text of a catalog key.
func (b *tab) offers(key string) bool {
	text := b.env.T(key)
	return slices.ContainsFunc(buttons(b.screen.Content()), func(o *kit.Button) bool { return o.Text() == text })
}

// write types into whatever has the focus.
func (b *tab) write(text string) {
	b.t.Helper()
	for _, r := range text {
		b.focused().TypedRune(r)
	}
}

func (b *tab) keys(keys ...fyne.KeyName) {
	b.t.Helper()
	for _, k := range keys {
		b.focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (b *tab) focused() fyne.Focusable {
	b.t.Helper()
	f := b.env.Window.Canvas().Focused()
	if f == nil {
		b.t.Fatal("nothing has the focus")
	}
	return f
}

// reads reports whether a person reads the text, as a part of what is shown.
func (b *tab) reads(text string) bool { return readsIn(b.screen.Content(), text) }

func readsIn(o fyne.CanvasObject, text string) bool {
	return slices.ContainsFunc(guitest.Texts(o), func(s string) bool { return strings.Contains(plain(s), text) })
}

// plain returns a text without the marks that keep names apart.
func plain(s string) string {
	return strings.NewReplacer("\u2066", "", "\u2068", "", "\u2069", "").Replace(s)
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
	b.t.Helper()
	c, ok := b.desk.campaign(b.screen.Place().ID)
	if !ok {
		b.t.Fatal("no campaign is selected")
	}
	return c
}

// choose goes to the i-th campaign of the list by the keyboard.
func (b *tab) choose(i int) {
	b.screen.view.list.list.Focus()
	b.keys(fyne.KeyHome)
	for range i {
		b.keys(fyne.KeyDown)
	}
}
