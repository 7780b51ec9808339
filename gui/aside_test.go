package gui

import (
	"testing"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/gui/guitest"
	"athar/gui/settings"
)

const asidePath = "/home/amal/.local/share/athar/data.before-restore-20261120T093000Z"

// putAside puts data aside as a restore does.
func (b *bench) putAside() {
	at := time.Date(2026, 11, 20, 9, 30, 0, 0, time.UTC)
	b.backups.kept = at
	b.backups.aside = []backup.Aside{
		{Path: asidePath, Put: at, Size: 45e6},
		{Path: asidePath, Put: at.Add(-time.Hour), Size: 2e6, Halved: true},
	}
	b.safety.look()
	b.settle()
}

func TestWhatWasPutAsideIsListedAndRemoved(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		b.putAside()
		b.backups.aside = b.backups.aside[:1]
		b.do("data")
		when := b.moment(b.backups.kept)
		b.want(b.env.T("aside.name", "when", when, "size", b.env.Printer.Bytes(45e6)), asidePath)
		person := guitest.NewPerson(t, b.env)
		person.Settle = b.settle
		person.Press("aside.remove")
		b.want(b.env.T("aside.remove_what", "when", when), b.env.T("aside.remove_last"), asidePath)
		person.Press("aside.remove_accept")
		b.settle()
		if len(b.backups.aside) > 0 || b.commands.byKey["revert"].reason() != b.env.T("reason.no_revert") {
			t.Error("it is still there, or a revert would bring it back")
		}
		if b.reads(asidePath) || b.reads(b.env.T("aside.what")) {
			t.Error("it is still listed")
		}
	})
}

func TestWhatCannotBeRemovedIsSaidAndStays(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		b.putAside()
		b.backups.stays = domain.Problem(domain.ErrNotOurs, "").With("path", asidePath).With("file", "letter.txt")
		b.do("data")
		(&asideList{w: b.Window}).remove(b.backups.aside[0])
		b.settle()
		b.want(b.env.Printer.Error(b.backups.stays))
		b.escape()
		b.want(asidePath)
	})
}

func TestNothingIsRemovedOfDataThatCanOnlyBeRead(t *testing.T) {
	b := newBenchIn(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true}, at(locked))
	b.putAside()
	(&asideList{w: b.Window}).ask(b.backups.aside[0])
	b.settle()
	b.want(b.env.T("place.refused", "reason", b.lockedReason()))
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("it asks all the same")
	}
}
