package main

import (
	"context"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/session"
	"athar/domain/starter"
)

// desk returns a session's dependencies on the data as it is open now.
func (g guard) desk(t *testing.T) session.Deps {
	t.Helper()
	list, err := loadChecklist()
	if err != nil {
		t.Fatal(err)
	}
	who, err := newIdentity(t.Context(), g.p.store)
	if err != nil {
		t.Fatal(err)
	}
	deps := sessionDeps(g.p.store, who, list)
	deps.Background = func(work, done func()) { work(); done() }
	deps.After = func(time.Duration, func()) func() { return func() {} }
	return deps
}

// edit opens the campaign, does something and saves it.
func (g guard) edit(t *testing.T, id domain.ID, do func(*session.Session) error) {
	t.Helper()
	s, err := newLibrary(g.desk(t)).Open(t.Context(), id)
	if err == nil {
		err = do(s)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Flush(func(bad error) { err = bad })
	if s.Close(); err != nil {
		t.Fatal(err)
	}
}

func (g guard) wantTitle(t *testing.T, id domain.ID, want string) {
	t.Helper()
	c, err := newLibrary(g.desk(t)).Campaign(t.Context(), id)
	if err != nil || c.Header.Title != want {
		t.Fatalf("the title is %q, want %q: %v", c.Header.Title, want, err)
	}
}

// What was done before the data was protected is taken back and done again
// afterwards, by the same computer.
func TestUndoGoesOnOverProtectingAndRemovingThat(t *testing.T) {
	g, ctx := guarded(t), context.Background()
	c := starter.Blank(domain.NewID, time.Now(), "Wells")
	id := c.ID()
	if err := newLibrary(g.desk(t)).Add(ctx, c); err != nil {
		t.Fatal(err)
	}
	rename := func(title string) func(*session.Session) error {
		return func(s *session.Session) error { return s.Apply(domain.Rename{Title: title}) }
	}
	g.edit(t, id, rename("Springs"))
	g.edit(t, id, rename("Rivers"))
	g.edit(t, id, (*session.Session).Undo)
	if _, err := g.Encrypt(ctx, []byte(firstPhrase), nil); err != nil {
		t.Fatal(err)
	}
	g.wantTitle(t, id, "Springs")
	g.edit(t, id, (*session.Session).Redo)
	g.wantTitle(t, id, "Rivers")
	g.edit(t, id, (*session.Session).Undo)
	if err := g.Decrypt(ctx, []byte(firstPhrase), nil); err != nil {
		t.Fatal(err)
	}
	g.edit(t, id, (*session.Session).Undo)
	g.wantTitle(t, id, "Wells")
	g.edit(t, id, (*session.Session).Redo)
	g.edit(t, id, (*session.Session).Redo)
	g.wantTitle(t, id, "Rivers")

	devices := map[domain.ID]bool{}
	state, err := g.p.store.Journal(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	for device := range state.Seen() {
		devices[device] = true
	}
	if len(devices) != 1 {
		t.Errorf("%d devices did it", len(devices))
	}
}
