package run

import "sync"

// Queue stands in for the window's goroutine in tests: what is posted waits
// until the test, which is that goroutine, drains it. Running posts at once,
// as Fyne's test driver does, would hide mistakes of order.
type Queue struct {
	mu    sync.Mutex
	posts []func()
	more  chan struct{}
}

// NewQueue returns an empty queue and a Runner that posts to it.
func NewQueue() (*Queue, *Runner) {
	q := &Queue{more: make(chan struct{}, 1)}
	return q, newRunner(q.post)
}

func (q *Queue) post(f func()) {
	q.mu.Lock()
	q.posts = append(q.posts, f)
	q.mu.Unlock()
	select {
	case q.more <- struct{}{}:
	default:
	}
}

func (q *Queue) take() func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.posts) == 0 {
		return nil
	}
	f := q.posts[0]
	q.posts = q.posts[1:]
	return f
}

// Drain runs what is posted by now, in order, and waits for nothing.
func (q *Queue) Drain() {
	for f := q.take(); f != nil; f = q.take() {
		f()
	}
}

// Settle runs what is posted, in order, until the runner is idle. It waits for
// background work but never for timers.
func (q *Queue) Settle(r *Runner) {
	for {
		if f := q.take(); f != nil {
			f()
			continue
		}
		if r.Busy() == 0 {
			return
		}
		<-q.more
	}
}
