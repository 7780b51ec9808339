// Package run is the only door between the window's goroutine and the
// background: no other package of the gui says go or fyne.Do. Everything that
// waits (the store, a file) is given to Background; what came of it is shown
// in done, back on the window's goroutine.
//
// It counts what is under way before it starts, so that a test can wait for
// idle instead of sleeping.
package run

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Runner runs work in the background and brings results back.
type Runner struct {
	post func(func()) // has f run on the window's goroutine, soon

	mu   sync.Mutex
	busy int
}

// New returns a Runner for a running Fyne application.
func New() *Runner { return newRunner(fyne.Do) }

func newRunner(post func(func())) *Runner { return &Runner{post: post} }

// Background runs work on another goroutine and afterwards done on the
// window's. done may be nil.
func (r *Runner) Background(work, done func()) {
	r.began()
	go func() {
		work()
		r.post(func() {
			defer r.ended()
			if done != nil {
				done()
			}
		})
	}()
}

// OnWindow has f run on the window's goroutine, soon. Background work uses it
// to report how far it is.
func (r *Runner) OnWindow(f func()) {
	r.began()
	r.post(func() {
		defer r.ended()
		f()
	})
}

// After runs f on the window's goroutine when d has passed, unless stop was
// called before on that same goroutine. A waiting timer does not count as busy.
func (r *Runner) After(d time.Duration, f func()) (stop func()) {
	stopped := false // touched on the window's goroutine only
	t := time.AfterFunc(d, func() {
		r.OnWindow(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}

func (r *Runner) began() {
	r.mu.Lock()
	r.busy++
	r.mu.Unlock()
}

func (r *Runner) ended() {
	r.mu.Lock()
	r.busy--
	r.mu.Unlock()
}

// Busy returns how many pieces of work are under way or wait to be shown.
func (r *Runner) Busy() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.busy
}
