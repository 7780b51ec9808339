package session

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
