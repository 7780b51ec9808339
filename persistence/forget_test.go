package persistence

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/metric"
)

// secret is in everything that is to be forgotten, and nowhere else.
const secret = "canary-7f3a9b2c51d84e06"

// nested is a store with the secret in every place it can get to.
type nested struct {
	*shortened
	message, set domain.ID
}

func newNested(t testing.TB) *nested {
	t.Helper()
	opts := fast()
	opts.segmentLimit = 8 << 10
	n := &nested{shortened: &shortened{Store: mustOpen(t, filepath.Join(t.TempDir(), "data"), opts), w: newWriter(t, "somebody")}}
	n.c = newCampaign("Clean water", 3)
	n.message, n.set = n.c.Messages[1].ID, domain.NewID()
	n.w.keep(t, n.Store, domain.Campaign{}, n.c)
	n.sing(t, 3)
	n.checkpoint(t)
	n.putRows(t)
	n.edit(t, 20)
	n.checkpoint(t)
	n.sing(t, 3)
	n.wait(t)
	mustClose(t, n.Store)
	n.ruin(t) // so that there is something in quarantine
	if r := n.again(t); r.Quarantine == "" {
		t.Fatal("nothing is in quarantine")
	}
	n.checkpoint(t)
	n.checkpoint(t)
	if err := flip(n.checkpoints[1], -300); err != nil {
		t.Fatal(err)
	}
	n.sing(t, 2)
	return n
}

// sing changes the message, in short texts and in a long one.
func (n *nested) sing(t testing.TB, times int) {
	t.Helper()
	for i := range times {
		after := n.c
		after.Messages = slices.Clone(after.Messages)
		m := &after.Messages[slices.IndexFunc(after.Messages, func(m domain.Message) bool { return m.ID == n.message })]
		m.Title = fmt.Sprintf("%s title %d after %d", secret, i, n.Seq())
		m.Core.Ar = strings.Repeat("ماء نظيف ", 300*(i%2)) + secret + fmt.Sprint(n.Seq())
		n.w.keep(t, n.Store, n.c, after)
		n.c = after
	}
}

// putRows imports a data set with the secret in its name and its rows.
func (n *nested) putRows(t testing.TB) {
	t.Helper()
	table := newTable(1500)
	table.Dims = append(table.Dims, metric.Dim{Name: secret, Key: "place", Words: []string{secret}, Index: make([]uint16, 1500)})
	if err := n.PutTable(ctx, n.set, table, nil); err != nil {
		t.Fatal(err)
	}
	after := n.c
	after.DataSets = []domain.DataSet{{ID: n.set, File: secret + ".csv"}}
	n.w.keep(t, n.Store, n.c, after)
	n.c = after
}

// wait keeps a commit of another device that waits for the one before it.
func (n *nested) wait(t testing.TB) {
	t.Helper()
	n.keepWaiting(t, n.waiting(t, "another"))
}

func (n *nested) keepWaiting(t testing.TB, c *journal.Commit) {
	t.Helper()
	unit := domain.Commit{ID: domain.NewID(), Campaign: n.c.ID(), Waiting: []*journal.Commit{c}}
	if err := n.Commit(ctx, unit); err != nil {
		t.Fatal(err)
	}
}

func (n *nested) waiting(t testing.TB, device string) *journal.Commit {
	t.Helper()
	other := newWriter(t, device)
	state := other.open(t, n.Store, n.c.ID())
	ref := domain.RefOf(domain.KindMessage, n.message)
	var last *journal.Commit
	for i := range 2 {
		before, _ := state.Record(ref)
		after := journal.Fields{}
		for path, v := range before {
			after[path] = v
		}
		after["title"] = journal.String(fmt.Sprintf("%s waits %d", secret, i))
		c, err := other.device.Write(state, journal.Edit{
			Label: "edit.message.text", Changes: journal.Diff(journal.Records{ref: before}, journal.Records{ref: after}),
		})
		if err != nil {
			t.Fatal(err)
		}
		last = c
	}
	return last
}

// forget removes the message and the data set for ever, as a session does.
func (n *nested) forget(t testing.TB) {
	t.Helper()
	if err := n.Commit(ctx, forgetting(t, n.w, n.c, n.refs()...)); err != nil {
		t.Fatal(err)
	}
	n.gone()
}

func (n *nested) refs() []journal.Ref {
	return []journal.Ref{domain.RefOf(domain.KindMessage, n.message), domain.RefOf(domain.KindDataSet, n.set)}
}

// gone takes what is forgotten out of what should be kept.
func (n *nested) gone() {
	n.c.Messages = slices.DeleteFunc(slices.Clone(n.c.Messages), func(m domain.Message) bool { return m.ID == n.message })
	n.c.DataSets = nil
}

// forgetting makes the commit that forgets records.
func forgetting(t testing.TB, w *writer, c domain.Campaign, refs ...journal.Ref) domain.Commit {
	t.Helper()
	state := w.state(c.ID())
	var changes []journal.Change
	unit := domain.Commit{ID: domain.NewID(), Campaign: c.ID(), Forgotten: refs}
	for _, ref := range refs {
		changes = append(changes, journal.Forgetting(ref))
		unit.Changes = append(unit.Changes, domain.Change{Kind: domain.Kind(ref.Kind), ID: ref.ID})
	}
	made, err := w.device.Write(state, journal.Edit{Label: "edit.forget", Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	unit.Journal, unit.State = []*journal.Commit{made}, stateAfter(state, made)
	unit.Summary = domain.Summary{ID: c.ID(), Title: c.Header.Title}
	return unit
}

// finish removes what is forgotten from everything and starts once more.
func (n *nested) finish(t testing.TB) {
	t.Helper()
	if err := n.FinishForgetting(ctx, nil); err != nil {
		t.Fatal(err)
	}
	mustClose(t, n.Store)
	if r := n.again(t); len(r.Problems) > 0 || r.Quarantine != "" || !r.LostFrom.IsZero() || r.Rebuilt || r.Replayed > 0 {
		t.Errorf("report is %+v", r)
	}
	mustClose(t, n.Store)
}

// singing returns the files below a directory in which a word is, as it stands
// there or compressed.
func singing(t testing.TB, dir, word string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || isHeld(d) {
			return err
		}
		data, err := os.ReadFile(path)
		if sings(data, word) {
			rel, _ := filepath.Rel(dir, path)
			files = append(files, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sings looks for a word in bytes and in what is compressed in them with
// Zstandard. Of what Snappy compresses, it is a literal.
func sings(data []byte, word string) bool {
	if bytes.Contains(data, []byte(word)) {
		return true
	}
	for at := 0; ; at++ {
		i := bytes.Index(data[at:], []byte{0x28, 0xB5, 0x2F, 0xFD})
		if i < 0 {
			return false
		}
		at += i
		dec, err := zstd.NewReader(bytes.NewReader(data[at:]), zstd.WithDecoderConcurrency(1))
		if err != nil {
			continue
		}
		var out bytes.Buffer
		_, _ = dec.WriteTo(&out) // up to what is not compressed any more
		dec.Close()
		if sings(out.Bytes(), word) {
			return true
		}
	}
}

func TestWhatIsForgottenIsInNoFileAfterwards(t *testing.T) {
	n := newNested(t)
	before := strings.Join(singing(t, n.Dir(), secret), " ")
	for _, where := range []string{"journal/", "store/", "checkpoints/", "quarantine-"} {
		if !strings.Contains(before, where) && !testsEncrypted() {
			t.Fatalf("the search finds nothing in %s: %s", where, before)
		}
	}
	commits := historyOf(t, n.Store, n.c.ID())
	n.forget(t)
	wantCampaign(t, n, n.c)
	if !n.Forgetting() {
		t.Error("nothing seems to be left to do")
	}
	n.finish(t)
	if files := singing(t, n.Dir(), secret); len(files) > 0 {
		t.Errorf("it is still in %v", files)
	}
	for _, name := range []string{fileForgetting, dirForgotten, dirRebuilt} {
		if _, err := os.Lstat(n.place.path(name)); err == nil {
			t.Errorf("%s is left", name)
		}
	}
	n.again(t)
	wantForgotten(t, n.Store, n.c, n.message, commits)
	if _, err := n.Table(ctx, n.set); domain.CodeOf(err) != domain.ErrNotFound {
		t.Errorf("the rows are there: %v", err)
	}
	n.want(t)
}

// historyOf returns who did what when.
func historyOf(t testing.TB, s *Store, campaign domain.ID) (out []string) {
	t.Helper()
	for c, err := range s.History(ctx, campaign) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintln(c.ID, c.Author, c.At, c.Label, len(c.Changes), c.Hash()))
	}
	return out
}

// wantForgotten checks that nothing but the values is gone.
func wantForgotten(t testing.TB, s *Store, c domain.Campaign, message domain.ID, commits []string) {
	t.Helper()
	r, err := s.Verify(ctx, VerifyOptions{Deep: true})
	if err != nil || !r.OK() {
		t.Errorf("verify found %v, %v", r.Problems, err)
	}
	wantCampaign(t, s, c)
	after := historyOf(t, s, c.ID())
	for _, line := range commits {
		if !slices.Contains(after, line) {
			t.Errorf("who and when is gone: %s", line)
		}
	}
	emptied := 0
	for commit, err := range s.History(ctx, c.ID()) {
		if err != nil {
			t.Fatal(err)
		}
		for _, ch := range commit.Changes {
			if ch.Record.ID == message && ch.Forgotten() {
				emptied++
			}
		}
	}
	if emptied == 0 {
		t.Error("no change of the message says that it was emptied")
	}
}

func TestNoOlderCheckpointBringsBackWhatIsForgotten(t *testing.T) {
	n := newNested(t)
	n.forget(t)
	n.finish(t)
	list, err := Backups(n.place.path(DirBackups), n.opts.Keys)
	if err != nil || len(list) != 4 { // five were made, one was damaged, one is new
		t.Fatalf("%d checkpoints, %v", len(list), err)
	}
	for _, info := range list {
		dir := filepath.Join(t.TempDir(), "restored")
		if _, err := Restore(ctx, dir, info.Path, fast(), RestoreOptions{}); err != nil {
			t.Errorf("%s: %v", info.Path, err)
			continue
		}
		s := mustOpen(t, dir, fast())
		if r, err := s.Verify(ctx, VerifyOptions{Deep: true}); err != nil || !r.OK() {
			t.Errorf("%d: verify found %v, %v", info.Seq, r.Problems, err)
		}
		c, err := s.Campaign(ctx, n.c.ID())
		if err != nil || slices.ContainsFunc(c.Messages, func(m domain.Message) bool { return m.ID == n.message }) || len(c.DataSets) > 0 {
			t.Errorf("%d: it is there again: %v", info.Seq, err)
		}
		mustClose(t, s)
		if files := singing(t, dir, secret); len(files) > 0 {
			t.Errorf("%d: it is in %v", info.Seq, files)
		}
	}
}

func TestWhatComesLaterOfSomethingForgottenIsEmptied(t *testing.T) {
	n := newNested(t)
	late := n.waiting(t, "a third")
	n.forget(t)
	n.finish(t)
	n.again(t)
	n.keepWaiting(t, late)
	mustClose(t, n.Store)
	if files := singing(t, n.Dir(), secret); len(files) > 0 {
		t.Errorf("it is in %v", files)
	}
}

func TestABackupOfAnOlderFormatIsFilteredAsWell(t *testing.T) {
	if testsEncrypted() {
		t.Skip("there never was an encrypted store of the first format")
	}
	dir := format1(t, "data")
	s := mustOpen(t, dir, fast())
	list, err := s.Summaries(ctx)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(c domain.Summary) bool { return c.Messages > 1 && c.Trashed.IsZero() })
	c, err := s.Campaign(ctx, list[i].ID)
	if err != nil {
		t.Fatal(err)
	}
	message := c.Messages[0]
	word := message.Title
	if files := singing(t, s.place.path(DirBackups), word); word == "" || len(files) != 1 {
		t.Fatalf("%q is in %v", word, files)
	}
	w := newWriter(t, "somebody")
	w.open(t, s, c.ID())
	if err := s.Commit(ctx, forgetting(t, w, c, domain.RefOf(domain.KindMessage, message.ID))); err != nil {
		t.Fatal(err)
	}
	n := &nested{shortened: &shortened{Store: s}}
	n.finish(t)
	if files := singing(t, dir, word); len(files) > 0 {
		t.Errorf("it is in %v", files)
	}
	backups, err := Backups(filepath.Join(dir, DirBackups), s.opts.Keys)
	if err != nil || len(backups) != 2 {
		t.Fatal(len(backups), err)
	}
	mustRestore(t, dir, backups[1].Path)
	s = mustOpen(t, dir, fast())
	wantVerified(t, s)
	got, err := s.Campaign(ctx, c.ID())
	if err != nil || len(got.Messages) != len(c.Messages)-1 {
		t.Errorf("%d messages of %d are there: %v", len(got.Messages), len(c.Messages), err)
	}
}
