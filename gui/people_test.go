package gui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/memory"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// memoryIdentity is who works at a bench: the first computer in the store, which
// the next bench over the same store is as well.
type memoryIdentity struct {
	store *guitest.Memory
	now   domain.Device
}

func identityIn(t testing.TB, store *guitest.Memory) *memoryIdentity {
	t.Helper()
	all, err := store.Devices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if d.ID == thisComputer {
			return &memoryIdentity{store, d}
		}
	}
	return &memoryIdentity{store, domain.Device{ID: thisComputer}}
}

// thisComputer is the device of every bench.
var thisComputer = domain.ID{7}

func (m *memoryIdentity) Current() domain.Device { return m.now }

func (m *memoryIdentity) Become(ctx context.Context, author, device string) error {
	d := domain.Device{ID: m.now.ID, Name: device, Author: author}
	err := m.store.PutDevice(ctx, d)
	if err == nil {
		m.now = d
	}
	return err
}

func (m *memoryIdentity) device(now func() time.Time) func() *journal.Device {
	return func() *journal.Device {
		d := memory.Device(m.now.Author, now)()
		d.ID = m.now.ID
		return d
	}
}

// worksOn lets somebody be known from another computer.
func (b *bench) worksOn(author string) {
	b.t.Helper()
	if err := b.store.PutDevice(b.t.Context(), domain.Device{ID: domain.ID{8}, Name: "Laptop 2", Author: author}); err != nil {
		b.t.Fatal(err)
	}
}

// person sits somebody before the bench.
func (b *bench) person() *guitest.Person {
	p := guitest.NewPerson(b.t, b.env)
	p.Settle = b.settle
	return p
}

// inBothWindows runs a test over a store with one campaign of its own, in a window of each
// language.
func inBothWindows(t *testing.T, f func(t *testing.T, store *guitest.Memory, id domain.ID, s settings.Settings)) {
	t.Helper()
	for _, language := range i18n.Languages() {
		t.Run(language, func(t *testing.T) {
			store := guitest.NewMemory()
			c := stored(t, store, "Wells")
			f(t, store, c.ID(), settings.Settings{Lang: language, Welcomed: true, Campaign: c.ID(), Width: 1366, Height: 700})
		})
	}
}

func TestWhoWorksHereIsOfferedOnceAndIsInNobodysWay(t *testing.T) {
	inBothWindows(t, func(t *testing.T, store *guitest.Memory, _ domain.ID, s settings.Settings) {
		b := newBench(t, store, s)
		if b.Overlay() != nil || b.banner.Sentence() != b.env.T("people.offer") {
			t.Fatalf("the banner says %q", b.banner.Sentence())
		}
		b.person().Press("people.not_now")
		if !b.kept.AskedWho || b.banner.Sentence() != "" {
			t.Fatal("it is not remembered that this was asked")
		}
		if b = newBench(t, store, b.kept); b.banner.Sentence() != "" {
			t.Errorf("asked again: %q", b.banner.Sentence())
		}
	})
}

// Overlay returns what lies over the window.
func (b *bench) Overlay() fyne.CanvasObject { return b.window.Canvas().Overlays().Top() }

func TestWhoWorksHereIsNotOfferedTooEarly(t *testing.T) {
	for name, sample := range map[string]bool{"nothing there": false, "only the sample": true} {
		store := guitest.NewMemory()
		b := newBench(t, store, settings.Settings{Lang: "en"})
		if sample {
			b.openSample()
			b.settle()
			b = newBench(t, store, b.kept)
		}
		if b.banner.Sentence() != "" || b.kept.AskedWho {
			t.Errorf("%s: the banner says %q", name, b.banner.Sentence())
		}
	}
}

func TestNamesAreKeptWithTheDataAndCountFromThenOn(t *testing.T) {
	inBothWindows(t, func(t *testing.T, store *guitest.Memory, id domain.ID, s settings.Settings) {
		b := newBench(t, store, s)
		p := b.person()
		b.retitle("before")
		p.Press("people.offer_yes")
		if !b.reads(b.env.T("people.why")) || !b.reads("laptop-7") {
			t.Fatalf("reads %q", b.texts())
		}
		p.Write("سارة")
		p.Press("people.accept")
		want := domain.Device{ID: thisComputer, Name: "laptop-7", Author: "سارة"}
		if all, _ := store.Devices(t.Context()); len(all) != 1 || all[0] != want {
			t.Fatalf("the store knows %+v", all)
		}
		b.retitle("after")
		if got := authors(t, store, id); got[len(got)-2] != "" || got[len(got)-1] != "سارة" {
			t.Errorf("the edits are by %q", got)
		}
		items := b.editItems()
		if got := guitest.Plain(items[len(items)-1].Label); got != guitest.Plain(b.env.T("people.menu", "name", "سارة")) {
			t.Errorf("the menu says %q", got)
		}
	})
}

func (b *bench) retitle(title string) {
	b.t.Helper()
	b.report(b.desk.open.Apply(domain.Rename{Title: title}))
	b.flush()
	b.settle()
}

// authors are who made the commits of a campaign, the first one first.
func authors(t *testing.T, store *guitest.Memory, id domain.ID) (all []string) {
	t.Helper()
	for c, err := range store.History(t.Context(), id) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c.Author)
	}
	return all
}

func TestOnASharedComputerANameIsChosenAgain(t *testing.T) {
	inBothWindows(t, func(t *testing.T, store *guitest.Memory, id domain.ID, s settings.Settings) {
		b := newBench(t, store, s)
		for _, name := range []string{"Sara", "عمر", ""} {
			b.becomeNames(name, "Office")
			b.settle()
			b.retitle("by " + name)
		}
		b.do("people")
		if !b.reads(b.env.T("people.used")) {
			t.Fatalf("reads %q", b.texts())
		}
		choice := guitest.FindVisible[*kit.Select](b.Overlay())[0]
		choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		p := b.person()
		p.Keys(fyne.KeyHome, fyne.KeyReturn)
		p.Press("people.accept")
		if got := b.who.now.Author; got != "Sara" {
			t.Errorf("%q works here", got)
		}
	})
}

func TestWithoutOtherNamesNoneAreOffered(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en"})
	b.do("people")
	if b.reads(b.env.T("people.used")) {
		t.Errorf("reads %q", b.texts())
	}
	b.person().Press("kit.cancel")
	if b.who.now.Author != "" || b.who.now.Name != "" {
		t.Error("cancelled, and kept all the same")
	}
}

func TestNamesThatCannotBeKeptAreReported(t *testing.T) {
	inBothWindows(t, func(t *testing.T, store *guitest.Memory, _ domain.ID, s settings.Settings) {
		b := newBench(t, store, s)
		full := domain.Problem(domain.ErrReadOnly, "").With("path", "/data")
		store.Fail(full)
		b.becomeNames("Sara", "Office")
		b.settle()
		if b.banner.Sentence() != b.env.Printer.Error(full) || b.who.now.Author != "" {
			t.Errorf("the banner says %q", b.banner.Sentence())
		}
	})
}

func TestPicturesOfWorkingTogether(t *testing.T) {
	dir := guitest.Shots(t)
	for _, language := range i18n.Languages() {
		b, theirs := torn(t, language)
		b.receive(theirs)
		guitest.Picture(t, b.env, dir, "shell-received-"+language)
		b.banner.Hide()
		b.settings.AskedWho = false
		b.becomeNames("", "")
		b.settle()
		b.settings.AskedWho = false
		b.offerNames()
		guitest.Picture(t, b.env, dir, "shell-offer-"+language)
		b.worksOn("Sara")
		b.do("people")
		guitest.Picture(t, b.env, dir, "shell-people-"+language)
	}
}
