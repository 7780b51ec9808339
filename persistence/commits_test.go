package persistence

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// allCommits returns every commit that a store has of a campaign.
func allCommits(t testing.TB, s *Store, campaign domain.ID) []*journal.Commit {
	t.Helper()
	var out []*journal.Commit
	for c, err := range s.History(ctx, campaign) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

func wantState(t testing.TB, s *Store, want *journal.State) {
	t.Helper()
	got, err := s.Journal(ctx, want.Scope())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Encode(), want.Encode()) {
		t.Error("the state is another one")
	}
	ids := func(list []*journal.Commit) (out []domain.ID) {
		for _, c := range list {
			out = append(out, c.ID)
		}
		return out
	}
	if !slices.Equal(ids(got.Waiting()), ids(want.Waiting())) {
		t.Errorf("%d commits wait, want %d", len(got.Waiting()), len(want.Waiting()))
	}
}

func TestStoreKeepsTheJournalAcrossReopening(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("Clean water in Wadi Noor", 3)
	before := domain.Campaign{}
	steps := []domain.Campaign{c, withTitle(c, "العنوان"), withTitle(c, "second"), c}
	steps[3].Messages = c.Messages[1:]
	for i, after := range steps {
		w.keep(t, s, before, after)
		s = reopen(t, s)
		wantState(t, s, w.states[c.ID()])
		wantCampaign(t, s, after)
		wantDeeplyVerified(t, s)
		if list := allCommits(t, s, c.ID()); len(list) != i+1 || list[i].Seq != uint64(i+1) {
			t.Errorf("%d commits, want %d", len(list), i+1)
		}
		w.open(t, s, c.ID()) // and goes on with what the store gives
		before = after
	}
}

// A session that undoes or merges knows what a record is afterwards, and not
// what it was.
func TestARemovalNeedNotSayWhatWasThere(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	before := newCampaign("Clean water", 2)
	w.keep(t, s, domain.Campaign{}, before)
	after := before
	after.Messages = before.Messages[1:]
	commit := w.commit(t, before, after)
	for i := range commit.Changes {
		commit.Changes[i].Before = nil
	}
	if err := s.Commit(ctx, commit); err != nil {
		t.Fatal(err)
	}
	wantCampaign(t, s, after)
	wantVerified(t, s)
}

func TestAStateReadsThePastFromTheStore(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("a", 1)
	w.keep(t, s, domain.Campaign{}, c)
	w.keep(t, s, c, withTitle(c, "b"))
	first := allCommits(t, s, c.ID())[0]
	state := w.open(t, s, c.ID())
	if got := state.Commit(first.ID); got == nil || got.Hash() != first.Hash() {
		t.Errorf("the first commit is %v", got)
	}
	if got := state.Commit(domain.NewID()); got != nil {
		t.Errorf("a commit that nobody made is %v", got)
	}
	own, err := s.Own(ctx, c.ID(), w.device.ID, 10)
	if err != nil {
		t.Fatal(err)
	}
	changes, skipped := state.Undo(own[1])
	if len(changes) != 1 || len(skipped) > 0 || changes[0].After.Text() != c.Messages[0].Title {
		t.Errorf("undo gives %v, %v", changes, skipped)
	}
	mustClose(t, s)
	if got := state.Commit(first.ID); got != nil {
		t.Error("a closed store was read")
	}
}

func TestOwnGivesTheNewestCommitsOfADevice(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	sara, omar := newWriter(t, "Sara"), newWriter(t, "Omar")
	omar.states = sara.states // they work on one computer after the other
	c := newCampaign("a", 1)
	other := newCampaign("b", 1)
	sara.keep(t, s, domain.Campaign{}, other)
	sara.keep(t, s, domain.Campaign{}, c)
	for i := range 5 {
		w := []*writer{sara, omar}[i%2]
		after := withTitle(c, fmt.Sprint(i))
		w.keep(t, s, c, after)
		c = after
	}
	for _, n := range []int{0, 1, 2, 4, 100} {
		own, err := s.Own(ctx, c.ID(), sara.device.ID, n)
		if err != nil || len(own) != min(n, 4) {
			t.Fatalf("%d of %d, %v", len(own), n, err)
		}
		for i, o := range own {
			if o.Device != sara.device.ID || o.Seq != uint64(4-len(own)+i+1) {
				t.Errorf("of %d, number %d is %d", n, i, o.Seq)
			}
		}
	}
}

func TestACommitThatWaitsIsKeptUntilItIsApplied(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	there := newWriter(t, "there")
	c := newCampaign("a", 1)
	first := there.commit(t, domain.Campaign{}, c)
	second := there.commit(t, c, withTitle(c, "b"))

	here := journal.NewState(c.ID(), nil)
	here.Add(second.Journal...)
	waits := domain.Commit{ID: domain.NewID(), Campaign: c.ID(), Waiting: here.Waiting()}
	for range 2 {
		if err := s.Commit(ctx, waits); err != nil {
			t.Fatal(err)
		}
		waits.ID = domain.NewID() // the same commit comes once more
	}
	s = reopen(t, s)
	wantState(t, s, here)
	wantDeeplyVerified(t, s)
	if list, err := s.Summaries(ctx); err != nil || len(list) > 0 {
		t.Errorf("a campaign of which nothing is known is listed: %v, %v", list, err)
	}

	r := here.Add(first.Journal...)
	applied := commitOf(domain.Campaign{}, withTitle(c, "b"))
	applied.Journal, applied.State = r.Applied, stateAfter(here, r.Applied...)
	if err := s.Commit(ctx, applied); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	wantState(t, s, here)
	wantDeeplyVerified(t, s)
	if got, _ := s.Verify(ctx, VerifyOptions{}); got.Commits != 2 || got.Waiting != 0 {
		t.Errorf("%d commits, %d wait", got.Commits, got.Waiting)
	}
}

func TestAKnownCommitOfTheJournalIsNotWrittenAgain(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("a", 1)
	first := w.commit(t, domain.Campaign{}, c)
	second := w.commit(t, c, withTitle(c, "b"))
	if err := s.Commit(ctx, first); err != nil {
		t.Fatal(err)
	}
	size := s.journal.size
	both := second
	both.ID, both.Journal = domain.NewID(), append(slices.Clone(first.Journal), second.Journal...)
	for range 2 {
		if err := s.Commit(ctx, first, both, both); err != nil {
			t.Fatal(err)
		}
	}
	if grown := s.journal.size - size; grown > size {
		t.Errorf("the log grew by %d bytes, the first commit took %d", grown, size)
	}
	if list := allCommits(t, s, c.ID()); len(list) != 2 {
		t.Errorf("%d commits", len(list))
	}
	wantState(t, s, w.states[c.ID()])
	wantDeeplyVerified(t, s)
}

func TestANumberThatWasGivenOutTwiceIsRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	a, b := newWriter(t, "one device"), newWriter(t, "one device")
	c := newCampaign("a", 1)
	a.keep(t, s, domain.Campaign{}, c)
	fork := b.commit(t, domain.Campaign{}, withTitle(c, "b"))
	wantCode(t, s.Commit(ctx, fork), domain.ErrUnknownValue)
	wantCampaign(t, s, c)
	wantDeeplyVerified(t, s)
}

func TestAJournalThatContradictsItsCommitIsRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	good := w.commit(t, domain.Campaign{}, newCampaign("a", 1))
	other := w.commit(t, domain.Campaign{}, newCampaign("b", 1))
	tests := map[string]func(*domain.Commit){
		"commit of another campaign":  func(c *domain.Commit) { c.Journal = other.Journal },
		"waiting of another campaign": func(c *domain.Commit) { c.Waiting = other.Journal },
		"no commit":                   func(c *domain.Commit) { c.Journal = []*journal.Commit{nil} },
		"state of another campaign":   func(c *domain.Commit) { c.State.Tips = other.State.Tips },
		"part that is none": func(c *domain.Commit) {
			c.State.Records = []domain.JournalRecord{{Ref: c.State.Records[0].Ref, Part: []byte{9}}}
		},
		"part without tips": func(c *domain.Commit) { c.State.Tips = nil },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			bad := good
			spoil(&bad)
			wantCode(t, s.Commit(ctx, bad), domain.ErrUnknownValue)
		})
	}
	if s.state.Seq != 0 {
		t.Error("a refused commit left something behind")
	}
}

// Most texts are far smaller than a value may be; a commit of many is not.
func TestALargeCommitOfTheJournalLiesInParts(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("a", 60)
	for i := range c.Messages {
		c.Messages[i].Core.En = noise(60_000)
	}
	w.keep(t, s, domain.Campaign{}, c)
	after := c
	after.Messages = slices.Clone(c.Messages)
	for i := range after.Messages {
		after.Messages[i].Core.En = noise(60_000)
	}
	w.keep(t, s, c, after)
	s = reopen(t, s)
	wantState(t, s, w.states[c.ID()])
	wantCampaign(t, s, after)
	wantDeeplyVerified(t, s)
	own, err := s.Own(ctx, c.ID(), w.device.ID, 2)
	if err != nil || len(own) != 2 || len(own[0].Encode()) < 3<<20 {
		t.Fatalf("%d commits, %v", len(own), err)
	}
	s = rebuilt(t, s)
	wantState(t, s, w.states[c.ID()])
	wantDeeplyVerified(t, s)
}

// noise returns text that does not compress.
func noise(size int) string {
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(domain.NewID().String())
		b.WriteString(freshText())
	}
	return b.String()
}

func freshText() string { s := freshSalt(); return fmt.Sprintf("%x", s) }

// rebuilt closes the store, takes Badger's part away and opens it again.
func rebuilt(t testing.TB, s *Store) *Store {
	t.Helper()
	mustClose(t, s)
	if err := os.RemoveAll(s.place.path(dirStore)); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); !r.Rebuilt || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	return s
}

func TestAValueThatShrinksLeavesNoPartBehind(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	key := partKey(domain.NewID(), journal.Ref{Kind: 'M', ID: domain.NewID()})
	for i, size := range []int{3 * partLimit, 100, 2 * partLimit, partLimit - partHead, partLimit, 0, 1} {
		data := []byte(noise(size))[:size]
		ops, err := partOps(key, data)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.transact([]step{{seq: uint64(i + 1), ops: ops}}, op{}); err != nil {
			t.Fatal(err)
		}
		if n := s.state.Counts[letterPart]; n != int64(len(ops)) {
			t.Errorf("%d bytes lie in %d parts, want %d", size, n, len(ops))
		}
		err = s.db.View(func(txn *badger.Txn) error {
			got, found, err := readParts(txn, key)
			if !found || !bytes.Equal(got, data) {
				t.Errorf("%d bytes came back as %d", size, len(got))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := s.transact([]step{{seq: 9, ops: []op{noParts(key)}}}, op{}); err != nil || s.state.Counts[letterPart] != 0 {
		t.Errorf("%d parts are left, %v", s.state.Counts[letterPart], err)
	}
}

func TestHistoryEndsWhenNobodyWantsMore(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	w := newWriter(t, "somebody")
	c := newCampaign("a", 1)
	before := domain.Campaign{}
	for i := range 6 {
		after := withTitle(c, fmt.Sprint(i))
		w.keep(t, s, before, after)
		before = after
	}
	n := 0
	for range s.History(ctx, c.ID()) {
		w.keep(t, s, before, withTitle(c, fmt.Sprint("meanwhile", n))) // writing goes on
		if n++; n == 3 {
			break
		}
	}
	gone, cancel := context.WithCancel(ctx)
	seen := 0
	for commit, err := range s.History(gone, c.ID()) {
		if err != nil {
			wantCode(t, err, domain.ErrCancelled)
			break
		}
		if seen++; commit == nil || seen > 1 {
			t.Errorf("commit %d after the end", seen)
		}
		cancel()
	}
	mustClose(t, s) // nobody holds it
	for _, err := range s.History(ctx, c.ID()) {
		wantCode(t, err, domain.ErrInternal)
	}
	cancel()
}

func TestDevicesAreKept(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	d := domain.Device{ID: domain.NewID(), Name: "حاسوب المكتب", Author: "Sara"}
	for range 2 {
		if err := s.PutDevice(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	if s.state.Seq != 1 {
		t.Errorf("the log has %d records, want 1", s.state.Seq)
	}
	d.Author = "Omar"
	if err := s.PutDevice(ctx, d); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s = rebuilt(t, reopen(t, s))
		if list, err := s.Devices(ctx); err != nil || len(list) != 1 || list[0] != d {
			t.Errorf("devices are %v, %v", list, err)
		}
		wantVerified(t, s)
	}
	wantCode(t, s.PutDevice(ctx, domain.Device{}), domain.ErrUnknownValue)
}

func TestTheEpochIsRenewedWhenTheStoreIsSetBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := workedIn(t, dir)
	first := s.Epoch()
	if first != s.ID() {
		t.Error("the first epoch is not the store's ID")
	}
	info := mustBackup(t, s, t.TempDir())
	s = reopen(t, s)
	if s.Epoch() != first {
		t.Error("opening again began a new epoch")
	}
	s = rebuilt(t, s)
	if s.Epoch() != first {
		t.Error("a rebuild without loss began a new epoch")
	}
	mustClose(t, s)
	seen := map[domain.ID]bool{first: true}
	another := func(what string) {
		t.Helper()
		for range 2 { // it is new once
			s = mustOpen(t, dir, fast())
			mustClose(t, s)
		}
		if seen[s.epoch] || s.epoch == domain.NoID {
			t.Errorf("%s: the epoch is an old one", what)
		}
		seen[s.epoch] = true
	}
	mustRestore(t, dir, info.Path)
	another("restored")
	if _, err := Revert(dir, fast()); err != nil {
		t.Fatal(err)
	}
	another("reverted")
	if len(seen) != 3 {
		t.Errorf("%d epochs", len(seen))
	}
}
