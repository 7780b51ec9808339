package audit

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// title returns what a record with a title or a name is called.
func title(r Record) string { return r.Called["title"].Text() + r.Called["name"].Text() }

func TestTypingWithoutAPauseIsOneLine(t *testing.T) {
	for _, tt := range []struct {
		name  string
		gap   time.Duration
		merge [2]string
		want  int
	}{
		{"one field, at once", time.Second, [2]string{"core", "core"}, 1},
		{"one field, after a pause", Pause, [2]string{"core", "core"}, 2},
		{"two words of one field", time.Second, [2]string{"core/1", "core/2"}, 1},
		{"two fields", time.Second, [2]string{"core", "title"}, 2},
		{"something that never merges", time.Second, [2]string{"", ""}, 2},
		{"the clock set back", -time.Second, [2]string{"core", "core"}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, "Rana")
			d.does("edit.message.change", tt.merge[0], message("t", "ماء"))
			d.passes(tt.gap)
			d.does("edit.message.change", tt.merge[1], message("t", "ماء نظيف"))
			if got := len(d.lines()); got != tt.want {
				t.Errorf("%d lines, want %d", got, tt.want)
			}
		})
	}
}

func TestALineTellsWhatIsDifferentInTheEnd(t *testing.T) {
	d := newDesk(t, "Rana")
	d.does("edit.message.add", "", message("Wells", ""))
	d.passes(time.Minute)
	for _, core := range []string{"ما", "ماء", "ماء نظيف"} {
		d.does("edit.message.change", "core", message("Wells", core))
		d.passes(time.Second)
	}
	l := d.lines()[0]
	if len(l.Commits) != 3 || l.Author != "Rana" || l.Device != d.Device.ID || l.Label != "edit.message.change" ||
		!l.At.Equal(start().Add(time.Minute+2*time.Second)) || l.Doubtful {
		t.Errorf("the line is %+v", l)
	}
	if len(l.Records) != 1 || title(l.Records[0]) != "Wells" || len(l.Records[0].Differences) != 1 {
		t.Fatalf("records %+v", l.Records)
	}
	if diff := l.Records[0].Differences[0]; !diff.Before.Empty() || diff.After.Text() != "ماء نظيف" {
		t.Errorf("the text went from %q to %q", diff.Before.Text(), diff.After.Text())
	}
}

func TestWhatWasTypedAndDeletedAgainLeavesALineWithoutDifferences(t *testing.T) {
	d := newDesk(t, "Rana")
	d.does("edit.message.add", "", message("Wells", ""))
	d.does("edit.message.change", "core", message("Wells", "ماء"))
	d.does("edit.message.change", "core", message("Wells", ""))
	if l := d.lines()[0]; len(l.Commits) != 2 || len(l.Records) != 0 {
		t.Errorf("%d commits, records %+v", len(l.Commits), l.Records)
	}
}

func TestUndoAndRedoAreNamedAfterWhatTheyTakeBack(t *testing.T) {
	d := newDesk(t, "Rana")
	add := d.does("edit.message.add", "", message("Wells", ""))
	undo := d.undoes("edit.undo", add)
	redo := d.undoes("edit.redo", undo)
	d.undoes("edit.undo", redo)
	var got []done
	for _, l := range d.lines() {
		got = append(got, done{act: l.Act, label: l.Label})
	}
	label := "edit.message.add"
	if want := []done{{Undid, label, ""}, {Redid, label, ""}, {Undid, label, ""}, {Did, label, ""}}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if alone := Lines(d.made[1:2], d.clock); alone[0].Act != Did || alone[0].Label != "edit.undo" {
		t.Errorf("without what it undid: %v %q", alone[0].Act, alone[0].Label)
	}
}

func TestTakingBackWordByWordWhatWasTypedIsOneLine(t *testing.T) {
	d := newDesk(t, "Rana")
	d.does("edit.message.add", "", message("Wells", ""))
	var words []*journal.Commit
	for i, core := range []string{"ماء", "ماء نظيف"} {
		words = append(words, d.does("edit.message.change", fmt.Sprint("core/", i), message("Wells", core)))
	}
	title := d.does("edit.message.change", "title/2", message("Springs", "ماء نظيف"))
	d.undoes("edit.undo", title) // another field
	var back []*journal.Commit
	for _, c := range slices.Backward(words) {
		back = append(back, d.undoes("edit.undo", c))
	}
	for _, c := range slices.Backward(back) {
		d.undoes("edit.redo", c)
	}
	d.passes(Pause)
	d.undoes("edit.undo", words[1]) // after a pause
	type told struct {
		act     Act
		commits int
	}
	var got []told
	for _, l := range d.lines() {
		got = append(got, told{l.Act, len(l.Commits)})
	}
	if want := []told{{Undid, 1}, {Redid, 2}, {Undid, 2}, {Undid, 1}, {Did, 1}, {Did, 2}, {Did, 1}}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestTheOrderIsThatOfTheDevicesTogether(t *testing.T) {
	rana, omar := newDesk(t, "Rana"), newDesk(t, "Omar")
	rana.does("one", "", message("Wells", ""))
	omar.gets(rana)
	omar.passes(time.Minute)
	omar.does("two", "", message("Wells", "ماء"))
	rana.passes(2 * time.Minute)
	rana.gets(omar)
	rana.does("three", "", message("Springs", "ماء"))
	var labels []string
	slices.Reverse(rana.made) // whatever the order in which they are given
	for _, l := range rana.lines() {
		labels = append(labels, l.Label)
	}
	if want := []string{"three", "two", "one"}; !slices.Equal(labels, want) {
		t.Errorf("got %v", labels)
	}
	if got := People(rana.lines()); !slices.Equal(got, []string{"Omar", "Rana"}) {
		t.Errorf("people %v", got)
	}
	if got := DevicesOf(slices.Values(rana.made)); !slices.Equal(got, Devices(rana.lines())) {
		t.Errorf("the commits are of %v, the lines of %v", got, Devices(rana.lines()))
	}
	if got := Devices(rana.lines()); !slices.Equal(got, []journal.ID{rana.Device.ID, omar.Device.ID}) {
		t.Errorf("devices %v", got)
	}
}

func TestAWrongClockMakesTheTimeDoubtful(t *testing.T) {
	for _, tt := range []struct {
		name  string
		ahead time.Duration // of the other computer
		now   time.Duration // after the first edit
		want  bool          // of the edit made in knowledge of it
	}{
		{"seconds apart", 3 * time.Second, time.Hour, false},
		{"an hour ahead", time.Hour, time.Hour, true},
		{"years ahead", 5 * 365 * 24 * time.Hour, time.Hour, true},
		{"made in the future", 0, -time.Hour, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rana, omar := newDesk(t, "Rana"), newDesk(t, "Omar")
			omar.passes(tt.ahead)
			omar.does("one", "", message("Wells", ""))
			rana.gets(omar)
			rana.passes(time.Second)
			c := rana.does("two", "", message("Springs", ""))
			for _, l := range Lines(rana.made, start().Add(tt.now)) {
				if l.Commits[0] == c && l.Doubtful != tt.want {
					t.Errorf("doubtful: %v", l.Doubtful)
				}
			}
		})
	}
}

func TestRecordsComeAndGoByName(t *testing.T) {
	d := newDesk(t, "Rana")
	m := message("Wells", "ماء")
	d.does("add", "", m)
	m.Title = "Springs"
	d.does("change", "", m)
	d.undoes("undo", d.removes("remove", m))
	lines := d.lines()
	for i, want := range []Fate{Returned, Removed, Changed, Added} {
		r := lines[i].Records[0]
		if r.Fate != want || title(r) != "Springs" || r.Kind() != domain.KindMessage {
			t.Errorf("%d: %+v", i, r)
		}
	}
	if n := len(lines[1].Records[0].Differences); n != 0 {
		t.Errorf("a removed record has %d differences", n)
	}
}

func TestWhatWasForgottenIsSaidToBe(t *testing.T) {
	d := newDesk(t, "Rana")
	m := message("A name nobody may keep", "ماء")
	d.does("add", "", m)
	d.does("other", "", domain.Segment{ID: domain.NewID(), Name: "Families"})
	d.forgets(domain.RefOf(domain.KindMessage, m.ID))
	lines := d.lines()
	if r := lines[0].Records[0]; r.Fate != Forgot || title(r) != "" {
		t.Errorf("the forgetting: %+v", r)
	}
	if r := lines[2].Records[0]; r.Fate != Emptied || title(r) != "" || r.Differences != nil {
		t.Errorf("what was forgotten: %+v", r)
	}
	if r := lines[1].Records[0]; r.Fate != Added || title(r) != "Families" {
		t.Errorf("what was not: %+v", r)
	}
	if _, ok := Version(d.made, lines[2], domain.RefOf(domain.KindMessage, m.ID)); ok {
		t.Error("there is a version of it")
	}
}

func TestRecordsStandInTheOrderOfTheTabsAndAreKnownByWhatTheyAreAbout(t *testing.T) {
	d := newDesk(t, "Rana")
	i := domain.Indicator{ID: domain.NewID(), Name: "Wells tested"}
	reading := domain.Reading{ID: domain.NewID(), Indicator: i.ID, Value: 3}
	answer := domain.Answer{ID: domain.AnswerID(campaignID(), "e01"), Item: "e01", Value: domain.AnswerYes}
	d.does("add", "", i, reading, answer, domain.Header{ID: campaignID()}, message("", ""))
	var got []string
	for _, r := range d.lines()[0].Records {
		got = append(got, string(rune(r.Kind()))+":"+title(r)+r.Called["item"].Text()+r.Parent["name"].Text())
		for _, diff := range r.Differences {
			if diff.Path == "item" || diff.Path == "indicator" {
				t.Errorf("%c says what it is about as if it could change", r.Kind())
			}
		}
	}
	if want := []string{"C:", "M:", "E:e01", "N:Wells tested", "R:Wells tested"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}
