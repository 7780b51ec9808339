package persistence

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"athar/domain"
)

// What the child of a test that forgets is told.
const (
	forgetDir  = "ATHAR_TEST_FORGET_DIR"
	forgetWhat = "ATHAR_TEST_FORGET_WHAT"
)

// dieForgetting forgets in the store and dies on the way, the n-th time that it
// comes to a step.
func dieForgetting(dir string) {
	var name string
	var times int
	_, _ = fmt.Sscanf(os.Getenv(migrateStep), "%d %q", &times, &name)
	opts := fast()
	armed := false
	opts.step = func(step string) {
		if armed && step == name {
			if times--; times == 0 {
				os.Exit(died)
			}
		}
	}
	s, err := Open(dir, opts)
	if err == nil {
		armed = true
		err = forgetAs(s)
	}
	if err == nil {
		err = s.Close()
	}
	if err == nil {
		_, err = Open(dir, opts)
	}
	fmt.Println(err)
	os.Exit(1)
}

func forgetAs(s *Store) error {
	var campaign, message, set domain.ID
	for i, text := range strings.Fields(os.Getenv(forgetWhat)) {
		id := map[int]*domain.ID{0: &campaign, 1: &message, 2: &set}[i]
		if err := id.UnmarshalText([]byte(text)); err != nil {
			return err
		}
	}
	var t testing.T
	w := newWriter(&t, "child")
	state, err := s.Journal(ctx, campaign)
	if err != nil {
		return err
	}
	w.states[campaign] = state
	n := nested{message: message, set: set}
	unit := forgetting(&t, w, domain.Campaign{Header: domain.Header{ID: campaign, Title: "Clean water"}}, n.refs()...)
	if err := s.Commit(ctx, unit); err != nil {
		return err
	}
	return s.FinishForgetting(ctx, nil)
}

func TestADeathAtAnyStepOfForgettingForgetsAllTheSame(t *testing.T) {
	for _, c := range []struct {
		step string
		kept bool // the commit was not kept, and so nothing is forgotten
	}{
		{step: `1 "forgetting noted"`, kept: true},
		{step: `1 "committed"`},
		{step: `1 "flushed"`},
		{step: `1 "segment named"`},
		{step: `1 "written"`},
		{step: `1 "named"`},
		{step: `1 "forgotten in a checkpoint"`},
		{step: `1 "log shortened"`},
		{step: `1 "checkpoint filtered aside"`},
		{step: `1 "checkpoint filtered"`},
		{step: `2 "checkpoint filtered aside"`},
		{step: `1 "quarantine cleared"`},
		{step: `1 "forgotten but for tables"`},
		{step: `1 "rebuilt aside"`},
		{step: `1 "rebuilt in place"`},
		{step: `1 "tables made anew"`},
	} {
		t.Run(c.step, func(t *testing.T) {
			n := newNested(t)
			mustClose(t, n.Store)
			cmd := exec.Command(os.Args[0])
			what := fmt.Sprint(n.c.ID(), " ", n.message, " ", n.set)
			cmd.Env = append(os.Environ(), forgetDir+"="+n.Dir(), migrateStep+"="+c.step, forgetWhat+"="+what)
			out, _ := cmd.CombinedOutput()
			if cmd.ProcessState.ExitCode() != died {
				t.Fatalf("the child did not get to its step: %s", out)
			}
			n.again(t)
			wantVerified(t, n.Store)
			if !c.kept {
				n.gone()
			}
			wantCampaign(t, n, n.c)
			if err := n.FinishForgetting(ctx, nil); err != nil || n.Forgetting() {
				t.Error("something is left to do:", err)
			}
			mustClose(t, n.Store)
			n.again(t)
			mustClose(t, n.Store)
			found := c.kept && !testsEncrypted() // where nothing can be found by looking
			if files := singing(t, n.Dir(), secret); (len(files) > 0) != found {
				t.Errorf("it is in %v", files)
			}
		})
	}
}
