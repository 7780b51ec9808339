package retention_test

import (
	"errors"
	"iter"
	"maps"
	"testing"
	"time"

	"github.com/google/uuid"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/retention"
)

// desk is a device with its state and everything it wrote.
type desk struct {
	t       *testing.T
	device  *journal.Device
	state   *journal.State
	commits []*journal.Commit
	now     time.Time
}

func newDesk(t *testing.T, scope domain.ID, author string) *desk {
	d := &desk{t: t, state: journal.NewState(scope, nil), now: noon}
	d.device = &journal.Device{
		ID: uuid.New(), Author: author, NewID: uuid.New,
		Now:  func() time.Time { d.now = d.now.Add(time.Minute); return d.now },
		Salt: func() journal.Salt { return journal.Salt(uuid.New()) },
	}
	return d
}

// put makes records hold fields; nil removes one.
func (d *desk) put(all journal.Records) *journal.Commit {
	d.t.Helper()
	after := d.state.Records()
	for ref, fields := range all {
		if after[ref] = fields; fields == nil {
			delete(after, ref)
		}
	}
	return d.write(journal.Diff(d.state.Records(), after))
}

func (d *desk) write(changes []journal.Change) *journal.Commit {
	d.t.Helper()
	c, err := d.device.Write(d.state, journal.Edit{Label: "edit", Changes: changes})
	if err != nil {
		d.t.Fatal(err)
	}
	d.commits = append(d.commits, c)
	return c
}

func history(commits ...*journal.Commit) iter.Seq2[*journal.Commit, error] {
	return func(yield func(*journal.Commit, error) bool) {
		for _, c := range commits {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func (d *desk) removed() []retention.Gone {
	d.t.Helper()
	all, err := retention.Removed(history(d.commits...), func(r journal.Ref) bool { _, ok := d.state.Record(r); return ok })
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func ref(k domain.Kind) journal.Ref { return journal.Ref{Kind: journal.Kind(k), ID: uuid.New()} }

func titled(s string) journal.Fields { return journal.Fields{"title": journal.String(s)} }

func TestWhatWasRemovedIsListedWithWhatItHeldLast(t *testing.T) {
	d := newDesk(t, uuid.New(), "Sara")
	message, segment, kept := ref(domain.KindMessage), ref(domain.KindSegment), ref(domain.KindMessage)
	d.put(journal.Records{message: titled("first"), segment: titled("them"), kept: titled("kept")})
	d.put(journal.Records{message: titled("last")})
	d.put(journal.Records{message: nil})
	by := d.put(journal.Records{segment: nil})
	all := d.removed()
	if len(all) != 2 || all[0].Ref != segment || all[1].Ref != message {
		t.Fatalf("listed %+v", all)
	}
	if all[0].By != by || all[1].Fields["title"].Text() != "last" {
		t.Errorf("%q by %v", all[1].Fields["title"].Text(), all[0].By.ID)
	}
}

// of are the fields of a record that belongs to another one.
func of(owner journal.Ref, path, note string) journal.Fields {
	return journal.Fields{path: journal.String(owner.ID.String()), "note": journal.Text(note), "body": journal.Text(note)}
}

func TestReadingsGoAndComeWithTheirIndicator(t *testing.T) {
	d := newDesk(t, uuid.New(), "")
	indicator, before, with := ref(domain.KindIndicator), ref(domain.KindReading), ref(domain.KindReading)
	d.put(journal.Records{indicator: titled("wells"), before: of(indicator, "indicator", "1"), with: of(indicator, "indicator", "2")})
	d.put(journal.Records{before: nil})
	d.put(journal.Records{indicator: nil, with: nil})
	all := d.removed()
	if len(all) != 1 || len(all[0].With) != 1 || all[0].With[with]["note"].Text() != "2" {
		t.Fatalf("listed %+v", all)
	}
}

// What belonged to a message comes back with it, and by itself while the message is
// there: alone, nobody would see it.
func TestCommentsComeBackWithTheirMessageOrToIt(t *testing.T) {
	d := newDesk(t, uuid.New(), "")
	first, second := ref(domain.KindMessage), ref(domain.KindMessage)
	alone, with, other := ref(domain.KindComment), ref(domain.KindComment), ref(domain.KindComment)
	d.put(journal.Records{
		first: titled("first"), second: titled("second"),
		alone: of(first, "message", "alone"), with: of(first, "message", "with"), other: of(second, "message", "other"),
	})
	d.put(journal.Records{alone: nil})
	if all := d.removed(); len(all) != 1 || all[0].Ref != alone {
		t.Fatalf("while the message is there: %+v", all)
	}
	d.put(journal.Records{first: nil, with: nil, second: nil, other: nil}) // several at once
	all := d.removed()
	if len(all) != 2 {
		t.Fatalf("listed %+v", all)
	}
	for _, g := range all {
		part := map[journal.Ref]journal.Ref{first: with, second: other}[g.Ref]
		if _, there := g.With[part]; !there || len(g.With) != 1 {
			t.Errorf("with %v came %+v", g.Ref, g.With)
		}
	}
}

func TestWhatTwoDevicesRemovedIsListedOnce(t *testing.T) {
	scope, message := uuid.New(), ref(domain.KindMessage)
	a, b := newDesk(t, scope, "Sara"), newDesk(t, scope, "Omar")
	first := a.put(journal.Records{message: titled("theirs")})
	b.device.Receive(b.state, first)
	b.commits = append(b.commits, first)
	mine := a.put(journal.Records{message: nil})
	b.put(journal.Records{message: nil})
	b.device.Receive(b.state, mine)
	b.commits = append(b.commits, mine)
	if all := b.removed(); len(all) != 1 || all[0].Fields["title"].Text() != "theirs" {
		t.Fatalf("listed %+v", all)
	}
}

func TestWhatIsThereOrForgottenIsNotListed(t *testing.T) {
	d := newDesk(t, uuid.New(), "")
	back, lost := ref(domain.KindMessage), ref(domain.KindMessage)
	d.put(journal.Records{back: titled("back"), lost: titled("lost")})
	d.put(journal.Records{back: nil, lost: nil})
	d.put(journal.Records{back: titled("back")})
	d.write([]journal.Change{journal.Forgetting(lost)})
	for i, c := range d.commits {
		d.commits[i] = c.Forget(lost)
	}
	if all := d.removed(); len(all) != 0 {
		t.Fatalf("listed %+v", all)
	}
}

func TestAHistoryThatCannotBeReadGivesNoList(t *testing.T) {
	broken := errors.New("broken")
	seq := func(yield func(*journal.Commit, error) bool) { yield(nil, broken) }
	if all, err := retention.Removed(seq, func(journal.Ref) bool { return false }); !errors.Is(err, broken) || all != nil {
		t.Errorf("%v, %v", all, err)
	}
	if all, err := retention.Removed(history(), nil); err != nil || all != nil {
		t.Errorf("%v, %v", all, err)
	}
}

func TestASegmentComesBackToTheMessagesThatAreThere(t *testing.T) {
	d := newDesk(t, uuid.New(), "")
	segment, other, kept, lost := ref(domain.KindSegment), ref(domain.KindSegment), ref(domain.KindMessage), ref(domain.KindMessage)
	forThem := func(segments ...journal.Ref) journal.Fields {
		var ids []string
		for _, s := range segments {
			ids = append(ids, s.ID.String())
		}
		return journal.Fields{"title": journal.String("t"), "segments": journal.Set(ids...)}
	}
	d.put(journal.Records{segment: titled("them"), other: titled("others"), kept: forThem(segment), lost: forThem(segment)})
	d.put(journal.Records{segment: nil, kept: forThem(), lost: forThem()})
	d.put(journal.Records{kept: forThem(other), lost: nil})
	for _, g := range d.removed() {
		if g.Ref != segment {
			continue
		}
		d.put(g.Back(d.state.Record))
		now := d.state.Records()
		if !maps.Equal(now[kept], forThem(segment, other)) || now[segment] == nil || now[lost] != nil {
			t.Errorf("there is %+v", now)
		}
		return
	}
	t.Error("the segment is not listed")
}
