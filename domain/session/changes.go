package session

import (
	"reflect"

	"athar/domain"
)

// inverse returns the changes that take changes back, last one first.
func inverse(changes []domain.Change) []domain.Change {
	out := make([]domain.Change, 0, len(changes))
	for i := len(changes) - 1; i >= 0; i-- {
		out = append(out, changes[i].Inverse())
	}
	return out
}

// compose returns the changes that do first and then second in one go.
// Records that end as they began drop out.
func compose(first, second []domain.Change) []domain.Change {
	out := append([]domain.Change(nil), first...)
next:
	for _, c := range second {
		for i := range out {
			if out[i].Kind == c.Kind && out[i].ID == c.ID {
				out[i].After = c.After
				continue next
			}
		}
		out = append(out, c)
	}
	kept := out[:0]
	for _, c := range out {
		if !reflect.DeepEqual(c.Before, c.After) {
			kept = append(kept, c)
		}
	}
	return kept
}

// listeners holds functions to be told of something, in the order in which
// they came.
type listeners[T any] struct {
	next int
	all  []listener[T]
}

type listener[T any] struct {
	id int
	f  func(T)
}

func (l *listeners[T]) add(f func(T)) (stop func()) {
	id := l.next
	l.next++
	l.all = append(l.all, listener[T]{id, f})
	return func() {
		for i := range l.all {
			if l.all[i].id == id {
				l.all = append(append([]listener[T](nil), l.all[:i]...), l.all[i+1:]...)
				return
			}
		}
	}
}

// tell calls every listener that was there when it began; one that stops
// itself or another while being told does no harm.
func (l *listeners[T]) tell(v T) {
	for _, li := range l.all {
		li.f(v)
	}
}
