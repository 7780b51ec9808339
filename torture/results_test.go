package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestARowHoldsOnlyWhenNothingWasLost(t *testing.T) {
	fine := row{Tries: 3, Acked: 10, Mended: 2, Told: 1, Max: 100}
	for name, c := range map[string]struct {
		change func(*row)
		holds  bool
	}{
		"nothing lost":               {func(*row) {}, true},
		"an edit lost":               {func(r *row) { r.Lost = 1 }, false},
		"a part of an edit":          {func(r *row) { r.Torn = 1 }, false},
		"damage nobody told of":      {func(r *row) { r.Silent = 1 }, false},
		"a process that died":        {func(r *row) { r.Died = 1 }, false},
		"a slow restart":             {func(r *row) { r.Slow = 1 }, false},
		"nothing tried":              {func(r *row) { r.Tries = 0 }, false},
		"a fault that did not come":  {func(r *row) { r.Unsure = 1 }, false},
		"skipped":                    {func(r *row) { r.Tries, r.Skipped = 0, "no root" }, true},
		"a control that kept all":    {func(r *row) { r.Expected = mustKeep }, true},
		"a control that lost":        {func(r *row) { r.Expected, r.Lost = mustKeep, 1 }, false},
		"a control that had to lose": {func(r *row) { r.Expected, r.Lost = mustLose, 9 }, true},
		"a fault that was none":      {func(r *row) { r.Expected = mustLose }, false},
		"a control that is slow":     {func(r *row) { r.Expected, r.Slow = mustKeep, 1 }, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := fine
			c.change(&r)
			if got := r.missed() == ""; got != c.holds {
				t.Errorf("holds is %v, want %v: %s", got, c.holds, r.missed())
			}
		})
	}
}

func TestTheTableSaysWhatWasMissed(t *testing.T) {
	all := &results{}
	r := all.row("power cut")
	r.Tries, r.Lost = 1, 4
	r.note("the store has 3, acknowledged was 7")
	all.row("full disk").Skipped = "no root"
	var out bytes.Buffer
	if missed := all.print(&out); missed != 1 {
		t.Errorf("%d missed, want 1", missed)
	}
	for _, want := range []string{"MISSED power cut", "acknowledged was 7", "full disk: skipped, no root", "1 of 2 rows hold"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, &out)
		}
	}
}

func TestDamageIsSilentOnlyWhenNobodyTells(t *testing.T) {
	made := prepared{acked: 7, newest: 8}
	for name, c := range map[string]struct {
		run  run
		want string
	}{
		"all there":             {run{done: true, verdict: &verdict{Last: 7}}, outHarmless},
		"with one on its way":   {run{done: true, verdict: &verdict{Last: 8}}, outHarmless},
		"more than there was":   {run{done: true, verdict: &verdict{Last: 9}}, outSilent},
		"repaired":              {run{done: true, verdict: &verdict{Last: 7, Mended: true}}, outMended},
		"refused to open":       {run{code: "store_damaged"}, outTold},
		"less, and told":        {run{done: true, verdict: &verdict{Last: 5, Told: 1}}, outTold},
		"a backup refused":      {run{done: true, verdict: &verdict{Last: 7, Refused: 1}}, outTold},
		"less":                  {run{done: true, verdict: &verdict{Last: 5, Mended: true}}, outSilent},
		"a part of an edit":     {run{done: true, verdict: &verdict{Last: 7, Torn: "2 fields"}}, outSilent},
		"history with a gap":    {run{done: true, verdict: &verdict{Last: 7, Past: "no commit"}}, outSilent},
		"rows of an import":     {run{done: true, verdict: &verdict{Last: 7, Tables: []int{10}}}, outSilent},
		"ended without a word":  {run{how: "exit status 2"}, outDied},
		"ended after a verdict": {run{how: "signal: bus error", verdict: &verdict{Last: 7}}, outDied},
	} {
		t.Run(name, func(t *testing.T) {
			if got, why := made.outcome(c.run); got != c.want {
				t.Errorf("outcome is %s (%s), want %s", got, why, c.want)
			}
		})
	}
}

func TestALossCountsOnce(t *testing.T) {
	s := state{row: &row{}}
	s.take(run{acked: 10, done: true})
	s.hold(verdict{Last: 6})
	s.hold(verdict{Last: 6})
	s.take(run{acked: 8, done: true})
	s.hold(verdict{Last: 8})
	if s.row.Lost != 4 || s.row.Acked != 12 {
		t.Errorf("%d of %d are lost, want 4 of 12", s.row.Lost, s.row.Acked)
	}
}

func TestARestartIsSlowWhenTheProcessorWorkedForLong(t *testing.T) {
	if r := restartOf("soon"); r.took != 0 {
		t.Errorf("what is no number took %v", r.took)
	}
	if r := restartOf("3000000 3000000"); !r.slow || r.took != 3*time.Second {
		t.Errorf("%+v is not slow", r)
	}
	if restartOf("1500000 1500000").slow {
		t.Error("a second and a half is slow")
	}
}

func TestAnImageIsWrittenAsItWas(t *testing.T) {
	dir := t.TempDir()
	want := imageFile{[]byte("abc"), 5}
	if err := (image{"store/00001.mem": want}).write(dir); err != nil {
		t.Fatal(err)
	}
	got, err := imageOf(dir)
	if err != nil || len(got) != 1 || string(got["store/00001.mem"].whole()) != "abc\x00\x00" {
		t.Errorf("image is %v, %v", got, err)
	}
}
