package audit

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

func TestWhatIsWholeIsSaidToBe(t *testing.T) {
	rana, omar := newDesk(t, "Rana"), newDesk(t, "Omar")
	rana.does("one", "", message("Wells", ""))
	omar.gets(rana)
	omar.passes(time.Minute)
	omar.does("two", "", message("Wells", "ماء"))
	omar.forgets(domain.RefOf(domain.KindMessage, messageID()))
	p, err := Verify(context.Background(), campaignID(), omar.made)
	if err != nil || !p.Whole() || p.Commits != 3 || p.Devices != 2 {
		t.Errorf("got %+v, %v", p, err)
	}
}

func TestWhatIsBrokenIsNamed(t *testing.T) {
	d := newDesk(t, "Rana")
	for range 4 {
		d.passes(time.Minute)
		d.does("edit", "", message("Wells", d.clock.String()))
	}
	again := newDesk(t, "Rana") // the same device, set back to its beginning
	again.passes(time.Hour)
	again.NewID = domain.NewID
	again.does("fork", "", message("Springs", ""))
	for _, tt := range []struct {
		name    string
		commits []*journal.Commit
		want    journal.Code // "" for none
		seq     uint64
		missing int
	}{
		{"in another order", []*journal.Commit{d.made[3], d.made[1], d.made[0], d.made[2]}, "", 0, 0},
		{"one twice", append(slices.Clone(d.made), d.made[1]), "", 0, 0},
		{"one left out", []*journal.Commit{d.made[0], d.made[2], d.made[3]}, "", 0, 2},
		{"one altered", altered(d.made, 1), journal.ErrHash, 2, 2},
		{"a number given twice", append(slices.Clone(d.made), again.made[0]), journal.ErrFork, 1, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Verify(context.Background(), campaignID(), tt.commits)
			if err != nil {
				t.Fatal(err)
			}
			if p.Missing != tt.missing || p.Whole() != (tt.want == "" && tt.missing == 0) {
				t.Errorf("got %+v", p)
			}
			if tt.want == "" {
				return
			}
			if len(p.Broken) != 1 || p.Broken[0].Code != tt.want || p.Broken[0].Seq != tt.seq || p.Broken[0].Device != d.Device.ID {
				t.Errorf("broken: %+v", p.Broken)
			}
		})
	}
	if p, _ := Verify(context.Background(), domain.NewID(), d.made); p.Whole() {
		t.Error("commits of another campaign are taken for its own")
	}
}

// altered returns the commits with the author of one changed by somebody who can
// write to the memory of the program.
func altered(commits []*journal.Commit, i int) []*journal.Commit {
	out := slices.Clone(commits)
	c := *out[i]
	c.Author = "somebody else"
	out[i] = &c
	return out
}

func TestCheckingEndsWhenItIsCancelled(t *testing.T) {
	d := newDesk(t, "Rana")
	d.does("one", "", message("Wells", ""))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Verify(ctx, campaignID(), d.made); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestAVersionIsWhatTheRecordHeldAfterTheAction(t *testing.T) {
	d := newDesk(t, "Rana")
	d.does("add", "", message("Wells", "a"))
	d.passes(time.Minute)
	d.does("change", "", message("Wells", "b"))
	d.passes(time.Minute)
	d.removes("remove", message("Wells", "b"))
	ref := domain.RefOf(domain.KindMessage, messageID())
	for i, want := range []string{"b", "b", "a"} { // what was removed is given as it was before
		f, ok := Version(d.made, d.lines()[i], ref)
		if got := f["core/ar"].Text(); !ok || got != want {
			t.Errorf("line %d: %q %v, want %q", i, got, ok, want)
		}
	}
	if _, ok := Version(d.made, d.lines()[0], domain.RefOf(domain.KindMessage, domain.NewID())); ok {
		t.Error("a record that never was has a version")
	}
}

func TestRowsAreWrittenForSpreadsheets(t *testing.T) {
	var b strings.Builder
	err := WriteCSV(&b, slices.Values([][]string{{"who", "what"}, {"رنا", "=HYPERLINK(\"x\")"}, {"a,b", "two\nlines"}}))
	want := "\uFEFFwho,what\r\nرنا,\"'=HYPERLINK(\"\"x\"\")\"\r\n\"a,b\",\"two\r\nlines\"\r\n"
	if err != nil || b.String() != want {
		t.Errorf("got %q %v", b.String(), err)
	}
	if err := WriteCSV(full{}, slices.Values([][]string{{"x"}})); err == nil {
		t.Error("a full disk is not noticed")
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }
