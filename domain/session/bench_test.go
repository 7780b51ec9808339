package session_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/memory"
	"athar/domain/session"
)

// bigCampaign has as many messages as a busy year.
func bigCampaign() domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID(), Title: "ماء", Stage: domain.StageDraft}}
	for i := range 300 {
		text := strings.Repeat("الماء النظيف حق لكل قرية. ", 20)
		c.Messages = append(c.Messages, domain.Message{
			ID: domain.NewID(), Order: fmt.Sprintf("V%04d", i), Title: fmt.Sprint("رسالة ", i), Status: domain.MessageDraft,
			Core:     domain.Text{Ar: text, En: text},
			Variants: []domain.Variant{{Channel: "facebook", Text: domain.Text{Ar: text}}},
		})
	}
	return c
}

func benchSession(b *testing.B) (*session.Session, domain.Campaign) {
	b.Helper()
	now := time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)
	store, c := memory.New(), bigCampaign()
	deps := session.Deps{
		Store: store, Now: func() time.Time { return now }, NewID: domain.NewID,
		Device:     memory.Device("", func() time.Time { return now }),
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}
	if err := session.NewLibrary(deps).Add(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	s, err := session.NewLibrary(deps).Open(b.Context(), c.ID())
	if err != nil {
		b.Fatal(err)
	}
	return s, c
}

// BenchmarkKey is what one key typed into a message costs before anything is drawn.
func BenchmarkKey(b *testing.B) {
	s, c := benchSession(b)
	m := c.Messages[150]
	for b.Loop() {
		if len(m.Core.Ar) > 2000 {
			m.Core.Ar = c.Messages[150].Core.Ar
		}
		m.Core.Ar += "ه"
		if err := s.Apply(domain.ChangeMessage{Message: m, Field: "core.ar"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkUndo is one undo and one redo of an edit to a message.
func BenchmarkUndo(b *testing.B) {
	s, c := benchSession(b)
	m := c.Messages[150]
	m.Core.Ar += "ماء"
	if err := s.Apply(domain.ChangeMessage{Message: m, Field: "core.ar"}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := s.Undo(); err != nil {
			b.Fatal(err)
		}
		if err := s.Redo(); err != nil {
			b.Fatal(err)
		}
	}
}
