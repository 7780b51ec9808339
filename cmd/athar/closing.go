package main

import (
	"time"

	"athar/domain"
)

// closeTime is how long the data may take to close once the window is gone.
// What is not closed in order is put in order by the next start.
const closeTime = 10 * time.Second

// within runs f, and gives up waiting for it when limit is over: a disk that
// does not answer would keep a process without a window alive for ever, and the
// next start would say that Athar is open already.
func within(limit time.Duration, f func() error) error {
	done := make(chan error, 1)
	go func() { done <- f() }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return domain.Problem(domain.ErrInternal, "")
	}
}
