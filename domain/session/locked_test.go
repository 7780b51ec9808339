package session_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/session"
)

func TestALockedSessionIsReadAndRefusesEverythingElse(t *testing.T) {
	b := newBench(t)
	b.apply(domain.Rename{Title: "ماء نظيف"})
	b.pass(time.Minute)
	before, commits := b.kept(), len(b.commits())
	deps := b.deps()
	deps.Locked = domain.Problem(domain.ErrReadOnly, "")
	s, err := session.NewLibrary(deps).Open(t.Context(), b.id)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s.Campaign(), before) {
		t.Errorf("it shows %+v", s.Campaign())
	}
	ref := domain.RefOf(domain.KindHeader, b.id)
	_, received := s.Receive()
	for what, err := range map[string]error{
		"edit": s.Apply(domain.Rename{Title: "no"}), "undo": s.Undo(), "redo": s.Redo(), "receive": received,
		"resolve": s.Resolve(ref, journal.Field{}, journal.Value{}), "set": s.SetRecord("edit.restore_version", ref, nil),
		"forget": s.Forget(ref),
	} {
		if !errors.Is(err, deps.Locked) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, ok := s.UndoLabel(); ok {
		t.Error("something can be undone")
	}
	s.Flush(func(err error) {
		if err != nil {
			t.Errorf("there is nothing to save: %v", err)
		}
	})
	b.pass(time.Minute)
	if got := len(b.commits()); got != commits {
		t.Errorf("the store was given %d more commits", got-commits)
	}
}
