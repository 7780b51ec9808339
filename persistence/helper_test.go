package persistence

import (
	"context"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"athar/domain"
	"athar/domain/metric"
	"athar/persistence/vault"
)

var ctx = context.Background()

// plenty is a disk that is never full, so that tests do not depend on the one
// they run on.
func plenty(string) (uint64, error) { return 1 << 40, nil }

// encrypted, when set, makes every store of the tests an encrypted one.
const encrypted = "ATHAR_TEST_ENCRYPTED"

// testsEncrypted reports whether it is set.
func testsEncrypted() bool { return os.Getenv(encrypted) != "" }

func fast() Options {
	o := Options{FreeSpace: plenty, noSync: true, noReserve: true}
	if testsEncrypted() {
		o = locked(o)
	}
	return o
}

// locked returns options for an encrypted store. All tests have the same keys.
func locked(o Options) Options {
	o.NewKeys, o.Keys = theKeys()
	return o
}

// testBadgerKey returns what Badger's part of the tests' stores is encrypted
// with; nil when it is not.
func testBadgerKey() []byte {
	if !testsEncrypted() {
		return nil
	}
	_, keys := theKeys()
	return keys.Subkey(vault.ForBadger)
}

var theKeys = sync.OnceValues(func() (*vault.File, *vault.Keys) {
	f, err := vault.Parse([]byte(theKeyFile))
	if err != nil {
		panic(err)
	}
	keys, err := f.Open([]byte(testPhrase))
	if err != nil {
		panic(err)
	}
	return f, keys
})

func mustOpen(t testing.TB, dir string, opts Options) *Store {
	t.Helper()
	s, err := Open(dir, opts)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func mustClose(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatalf("Close: %v", err)
	}
}

// reopen closes the store and opens it again.
func reopen(t testing.TB, s *Store) *Store {
	t.Helper()
	mustClose(t, s)
	return mustOpen(t, s.Dir(), s.opts)
}

// isHeld reports whether a file is the lock of Athar or of Badger, which nobody
// may read on Windows while the store is open.
func isHeld(d fs.DirEntry) bool { return d.Name() == fileLock || d.Name() == "LOCK" }

// crash lets go of the store as a killed process would: nothing is finished,
// nothing marked clean.
func crash(t testing.TB, s *Store) {
	t.Helper()
	s.closed = true
	_ = s.journal.file.Close()
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	s.place.release()
}

func wantCode(t *testing.T, err error, code domain.Code) {
	t.Helper()
	if got := domain.CodeOf(err); got != code {
		t.Fatalf("error %v has code %q, want %q", err, got, code)
	}
}

func wantVerified(t testing.TB, s *Store) {
	t.Helper()
	r, err := s.Verify(ctx, VerifyOptions{})
	if err != nil {
		t.Fatalf("Verify: %v", err)
	}
	if !r.OK() {
		t.Fatalf("Verify found %v", r.Problems)
	}
}

// commitOf makes the commit that turns before into after.
func commitOf(before, after domain.Campaign) domain.Commit {
	return domain.Commit{
		ID: domain.NewID(), Campaign: after.ID(), At: time.Unix(1_700_000_000, 0).UTC(), Label: "edit.message.text",
		Changes: domain.Diff(before, after),
		Summary: domain.Summary{
			ID: after.ID(), Title: after.Header.Title, Stage: after.Header.Stage,
			Segments: len(after.Segments), Messages: len(after.Messages), DataSets: len(after.DataSets),
		},
	}
}

// newCampaign makes a campaign with some messages of about a kilobyte.
func newCampaign(title string, messages int) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{
		ID: domain.NewID(), Title: title, Stage: domain.StageDraft, Created: time.Unix(1_700_000_000, 5).UTC(),
	}}
	for i := range messages {
		c.Messages = append(c.Messages, domain.Message{
			ID: domain.NewID(), Order: strconv.Itoa(i), Title: fmt.Sprintf("message %d", i),
			Core: domain.Text{Ar: strings.Repeat("ماء نظيف ", 25), En: strings.Repeat("clean water ", 30)},
		})
	}
	return c
}

// withTitle changes the first message, as typing does.
func withTitle(c domain.Campaign, title string) domain.Campaign {
	c.Messages = append([]domain.Message(nil), c.Messages...)
	c.Messages[0].Title = title
	return c
}

// wantCampaign compares what is kept with what should be, whatever the order
// of the lists.
func wantCampaign(t testing.TB, s domain.Store, want domain.Campaign) {
	t.Helper()
	got, err := s.Campaign(ctx, want.ID())
	if err != nil {
		t.Fatalf("Campaign: %v", err)
	}
	if changes := domain.Diff(want, got); len(changes) > 0 {
		t.Fatalf("campaign differs in %d records, first %c:\n%s", len(changes), changes[0].Kind,
			cmp.Diff(changes[0].Before, changes[0].After))
	}
}

func wantTable(t testing.TB, s metric.Store, id domain.ID, want *metric.Table) {
	t.Helper()
	got, err := s.Table(ctx, id)
	if err != nil {
		t.Fatalf("Table: %v", err)
	}
	if what := tableDiff(want, got); what != "" {
		t.Fatalf("%s of the table differ", what)
	}
}

// tableDiff names the first part in which two tables differ. It is written out
// because a general comparison takes seconds on a large table.
func tableDiff(a, b *metric.Table) string {
	if !slices.Equal(a.Times, b.Times) {
		return "times"
	}
	if !slices.Equal(a.IDs, b.IDs) || (a.IDs == nil) != (b.IDs == nil) {
		return "ids"
	}
	same := func(x, y float64) bool {
		return math.Float64bits(x) == math.Float64bits(y) || metric.IsMissing(x) && metric.IsMissing(y)
	}
	if !slices.EqualFunc(a.Columns, b.Columns, func(c, d metric.Column) bool {
		return c.Name == d.Name && c.Metric == d.Metric && slices.EqualFunc(c.Values, d.Values, same)
	}) {
		return "columns"
	}
	if !slices.EqualFunc(a.Dims, b.Dims, func(c, d metric.Dim) bool {
		return c.Name == d.Name && c.Key == d.Key && slices.Equal(c.Words, d.Words) && slices.Equal(c.Index, d.Index)
	}) {
		return "dims"
	}
	return ""
}

// newTable makes a table as an import gives it: counts, a rate with gaps,
// times, ids and words.
func newTable(rows int) *metric.Table {
	r := rand.New(rand.NewPCG(1, 2))
	t := &metric.Table{Dims: []metric.Dim{{Name: "Type", Key: "type", Words: []string{"photo", "video", "رابط"}}}}
	for c := range 6 {
		t.Columns = append(t.Columns, metric.Column{Name: fmt.Sprintf("column %d", c), Metric: "likes"})
	}
	for i := range rows {
		at := int64(1_500_000_000 + i*600)
		if i%97 == 13 {
			at = metric.NoTime
		}
		t.Times = append(t.Times, at)
		t.IDs = append(t.IDs, fmt.Sprintf("1029384756_%012d", i*37))
		for c := range t.Columns {
			v := float64(r.IntN(5000))
			switch {
			case c == 4:
				v = r.Float64()
			case c == 5 && i%3 == 0:
				v = metric.Missing
			}
			t.Columns[c].Values = append(t.Columns[c].Values, v)
		}
		t.Dims[0].Index = append(t.Dims[0].Index, uint16(r.IntN(3)))
	}
	return t
}

// fill sets every field reachable from v to something that is not zero.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Interface().(type) {
	case domain.ID:
		v.Set(reflect.ValueOf(domain.NewID()))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Unix(1_700_000_000+int64(*n), 123456789).UTC()))
		return
	case domain.Text:
		v.Set(reflect.ValueOf(domain.Text{Ar: fmt.Sprintf("نص %d", *n), En: "text"}.With("fr", "é")))
		return
	case domain.Basis: // of another language each time
		v.Set(reflect.ValueOf(domain.Basis{Lang: "f" + string(rune('a'+*n%26)), From: "ar", Text: "نص"}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("نص %d", *n))
	case reflect.Int:
		v.SetInt(int64(*n) + 1)
	case reflect.Float64:
		v.SetFloat(float64(*n) + math.Pi)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, n)
		fill(value, n)
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("fill does not know " + v.Kind().String())
	}
}

// filled returns one record of each kind with every field set.
func filled() []domain.Record {
	n := 0
	out := []domain.Record{
		&domain.Header{}, &domain.Segment{}, &domain.Message{}, &domain.Answer{},
		&domain.Indicator{}, &domain.Reading{}, &domain.DataSet{}, &domain.Core{}, &domain.Media{},
		&domain.Alternative{}, &domain.Pretest{}, &domain.Comment{}, &domain.Claim{}, &domain.Evidence{},
	}
	for i, r := range out {
		v := reflect.ValueOf(r).Elem()
		fill(v, &n)
		out[i] = v.Interface().(domain.Record)
	}
	return out
}
