package main

import (
	"testing"
	"testing/synctest"

	"athar/domain"
)

func TestADiskThatNeverAnswersEndsWithTheProcess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		answer := make(chan struct{})
		if err := within(closeTime, func() error { <-answer; return nil }); domain.CodeOf(err) != domain.ErrInternal {
			t.Errorf("it ended with %v", err)
		}
		close(answer)
		if err := within(closeTime, func() error { return nil }); err != nil {
			t.Errorf("what was closed ended with %v", err)
		}
	})
}
