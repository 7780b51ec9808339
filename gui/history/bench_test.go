package history

import (
	"context"
	"fmt"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/guitest"
)

// long is a campaign with 300 messages, each of which was changed 50 times.
func long(b *testing.B) *desk {
	d := newDesk(b, domain.DerivedID(domain.NoID, "campaign"), "Sara", now().Add(-30*24*time.Hour))
	core := "The water of the well is clean only after it was boiled, and nobody knows for how long. "
	for i := range 300 * 50 {
		id := domain.DerivedID(domain.NoID, fmt.Sprint("message ", i%300))
		ref := domain.RefOf(domain.KindMessage, id)
		before := journal.Records{}
		if f, ok := d.state.Record(ref); ok {
			before[ref] = f
		}
		m := domain.Message{ID: id, Title: fmt.Sprint("Message ", i%300), Core: domain.Text{En: fmt.Sprint(core, i/300)}}
		d.writes(journal.Edit{
			Label: "edit.message.change", Changes: journal.Diff(before, journal.Records{ref: domain.FieldsOf(m)}),
		})
	}
	return d
}

// What is read in the background.
func BenchmarkReading15000Commits(b *testing.B) {
	d := long(b)
	s := &Dialog{ctx: context.Background(), deps: Deps{
		Devices: func(context.Context) ([]domain.Device, error) { return nil, nil },
	}, present: presenter{now: now()}}
	b.Run("lines", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.read(d.made); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("grouping", func(b *testing.B) {
		for b.Loop() {
			audit.Lines(d.made, now())
		}
	})
	b.Run("proof", func(b *testing.B) {
		for b.Loop() {
			if p, err := audit.Verify(context.Background(), d.state.Scope(), d.made); err != nil || !p.Whole() {
				b.Fatal(p, err)
			}
		}
	})
}

// What the window waits for.
func BenchmarkLookingAt15000Commits(b *testing.B) {
	o := newOpen(b, guitest.Env(b, "en"), long(b)).show(journal.Ref{})
	b.Run("filter", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			o.dialog.filtered(filter{part: []string{"", "messages"}[i%2]})
		}
	})
	b.Run("line", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			o.selects(1 + i%2)
		}
	})
}
