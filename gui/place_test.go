package gui

import (
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/settings"
)

func newBenchIn(t *testing.T, store *guitest.Memory, s settings.Settings, change func(*Deps)) *bench {
	t.Helper()
	return newBenchWith(t, store, s, content(t), change)
}

// at is a change of a window's dependencies: where its data lies.
func at(p Place) func(*Deps) { return func(d *Deps) { d.Place = p } }

var locked = Place{Standing: Standing{Key: "place.cloud", Service: "Dropbox", Locked: true}}

func TestWhatIsSoAllTheTimeStaysInTheWindow(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		b := newBenchIn(t, guitest.NewMemory(), settings.Settings{Lang: lang}, at(locked))
		for range 2 {
			b.want("Dropbox", b.env.T("place.copy"))
			b.rebuild()
			b.settle()
		}
	}
}

func TestDataThatCanOnlyBeReadIsNotChanged(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Clean water")
	b := newBenchIn(t, store, settings.Settings{Campaign: c.ID(), Tab: tabHome}, at(locked))
	for key := range changing {
		a, known := b.commands.byKey[key]
		if !known {
			t.Errorf("there is no command %q", key)
		}
		if got := a.reason(); got != b.lockedReason() {
			t.Errorf("%s: %q", key, got)
		}
	}
	if got := b.commands.byKey["backup_copy"].reason(); got != "" {
		t.Errorf("a copy cannot be saved: %s", got)
	}
	b.report(domain.Problem(domain.ErrReadOnly, "").With("path", "/data"))
	b.settle()
	b.want(b.env.T("place.refused", "reason", b.lockedReason()))
}

func TestTextsOfDataThatCanOnlyBeReadTakeNoTyping(t *testing.T) {
	store := guitest.NewMemory()
	c := stored(t, store, "Clean water")
	b := newBenchIn(t, store, settings.Settings{Campaign: c.ID(), Tab: tabHome}, at(locked))
	editors := guitest.FindVisible[*kit.Editor](b.window.Content())
	if len(editors) == 0 {
		t.Fatal("the goal is not shown")
	}
	for _, e := range editors {
		for _, o := range guitest.FindVisible[fyne.CanvasObject](e) {
			if box, takes := o.(fyne.Focusable); takes {
				test.Type(box, "more")
			}
		}
		b.settle()
		if e.Text() != "" {
			t.Errorf("typing was taken: %q", e.Text())
		}
	}
	if got := b.desk.open.Campaign(); !reflect.DeepEqual(got, c) {
		t.Errorf("the campaign became %+v", got)
	}
}

func TestALookAtTheFolderChangesWhatIsSaid(t *testing.T) {
	b := newBenchIn(t, guitest.NewMemory(), settings.Settings{}, at(Place{}))
	gone := Standing{Key: "place.gone", Grave: true}
	b.signed(Sign{Standing: gone})
	b.want(b.env.T("place.gone"))
	b.signed(Sign{})
	if b.reads(b.env.T("place.gone")) {
		t.Error("the sentence stays when it is not so any more")
	}
}

func TestTheFolderIsLookedAtWhileTheWindowIsThere(t *testing.T) {
	looks := 0
	sign := Sign{Standing: Standing{Key: "place.full", Room: 128 << 20, Grave: true}}
	var next func()
	b := newBenchIn(t, guitest.NewMemory(), settings.Settings{}, at(Place{Look: func() Sign { looks++; return sign }}))
	b.after = func(_ time.Duration, f func()) (stop func()) { next = f; return func() { next = nil } }
	b.unwatch()
	b.gone = false
	b.watch()
	for range 3 {
		next()
		b.settle()
	}
	if looks != 3 {
		t.Errorf("looked %d times", looks)
	}
	b.want(b.env.Printer.Bytes(128 << 20))
	b.close()
	if !b.gone {
		t.Error("a closed window is still looked after")
	}
}
