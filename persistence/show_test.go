package persistence

import (
	"os"
	"testing"
	"time"
)

func TestWhoeverHasTheStoreHearsAKnock(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	if s.Knocked() {
		t.Fatal("somebody knocked before anybody did")
	}
	heard := make(chan bool)
	go func() { heard <- Knock(s.Dir(), 10*time.Second) }()
	for !s.Knocked() {
		time.Sleep(time.Millisecond)
	}
	if !<-heard {
		t.Error("the one who knocked was not told")
	}
	if s.Knocked() {
		t.Error("one knock is heard twice")
	}
}

func TestAKnockThatNobodyAnswersLeavesNothing(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	if Knock(s.Dir(), 50*time.Millisecond) {
		t.Error("somebody answered")
	}
	if _, err := os.Stat(s.place.path(fileShow)); !os.IsNotExist(err) {
		t.Errorf("the knock is still there: %v", err)
	}
	mustClose(t, s)
	for _, dir := range []string{s.Dir(), t.TempDir(), "/none"} {
		if Knock(dir, time.Minute) {
			t.Errorf("somebody is in %s", dir)
		}
	}
}
