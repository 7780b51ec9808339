package persistence

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"athar/domain"
)

var update = flag.Bool("update", false, "write new fixtures of the current version; never over older ones")

func TestEveryFieldOfEveryRecordSurvives(t *testing.T) {
	for _, want := range filled() {
		e, err := encodeRecord(want)
		if err != nil {
			t.Fatalf("%c: %v", want.Kind(), err)
		}
		got, err := e.decode(want.Kind())
		if err != nil {
			t.Fatalf("%c: %v", want.Kind(), err)
		}
		if diff := cmp.Diff(stored(t, want), got); diff != "" {
			t.Errorf("%c differs:\n%s", want.Kind(), diff)
		}
	}
	var summary domain.Summary
	n := 0
	fill(reflect.ValueOf(&summary).Elem(), &n)
	if got, err := toSummary(summary, 3).summary(); err != nil || got != summary {
		t.Errorf("summary is %+v, want %+v", got, summary)
	}
}

// stored returns a record in the form in which the journal keeps it, if that is how
// its kind lies on disk.
func stored(t testing.TB, r domain.Record) domain.Record {
	t.Helper()
	if w, _ := toWire(r); reflect.TypeOf(w) != reflect.TypeFor[wireFields]() {
		return r
	}
	out, err := domain.RecordOf(r.Kind(), r.RecordID(), domain.FieldsOf(r))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEmptyRecordsSurvive(t *testing.T) {
	for _, want := range []domain.Record{
		domain.Header{},
		domain.Segment{},
		domain.Message{},
		domain.Answer{},
		domain.Indicator{},
		domain.Reading{},
		domain.DataSet{},
		domain.Core{},
		domain.Media{},
		domain.Alternative{},
		domain.Pretest{},
		domain.Comment{},
		domain.Claim{},
		domain.Evidence{},
	} {
		e, err := encodeRecord(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := e.decode(want.Kind())
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%c is %+v, %v", want.Kind(), got, err)
		}
	}
}

func TestTextThatIsNotUTF8CanBeReadAgain(t *testing.T) {
	m := domain.Message{ID: domain.NewID(), Title: "caf\xe9", Core: domain.Text{Ar: "\xff\xfeماء"}}
	m.Variants = []domain.Variant{{Channel: "x\xc3", Text: domain.Text{En: "\x80"}}}
	e, err := encodeRecord(m)
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.decode(domain.KindMessage)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.(domain.Message); got.Title != "caf\uFFFD" || !strings.HasSuffix(got.Core.Ar, "ماء") {
		t.Errorf("read back %q, %q", got.Title, got.Core.Ar)
	}
}

func TestMomentsComeBackToTheNanosecondInUTC(t *testing.T) {
	for _, want := range []time.Time{
		{},
		time.Unix(0, 0), time.Unix(-1, 999), time.Date(9999, 12, 31, 23, 59, 59, 1, time.UTC),
		time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC), time.Date(2026, 3, 1, 4, 5, 6, 7, time.FixedZone("x", 3*3600)),
	} {
		got := toTime(want).time()
		if !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%v came back as %v", want, got)
		}
	}
}

// fixture is a record as a version of Athar wrote it.
type fixture struct {
	Kind    string
	Schema  uint16
	Payload string // hexadecimal
	Record  json.RawMessage
}

// Fixtures of every version stay in testdata for ever: what was once written
// must be readable.
func TestFixturesOfEveryVersionAreRead(t *testing.T) {
	if *update {
		writeFixtures(t)
	}
	files, _ := filepath.Glob("testdata/records-v*.json")
	if len(files) == 0 { // one is enough for all formats in which records lie alike
		t.Fatal("no fixtures")
	}
	for _, name := range files {
		for _, f := range oldRecords(t, name) {
			payload, err := hex.DecodeString(f.Payload)
			if err != nil {
				t.Fatal(err)
			}
			r, err := encoded{f.Schema, payload}.decode(domain.Kind(f.Kind[0]))
			if err != nil {
				t.Errorf("%s %s: %v", name, f.Kind, err)
				continue
			}
			want, err := plainRecord(f)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(domain.FieldsOf(want), domain.FieldsOf(r), cmp.Comparer(sameValue)); diff != "" {
				t.Errorf("%s %s differs:\n%s", name, f.Kind, diff)
			}
		}
	}
}

// oldRecords returns the records of a fixture.
func oldRecords(t testing.TB, name string) (list []fixture) {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// plainRecord returns what the fixture says in JSON. Fields that records have got
// since are empty.
func plainRecord(f fixture) (domain.Record, error) {
	for _, r := range filled() {
		if string(rune(r.Kind())) == f.Kind {
			v := reflect.New(reflect.TypeOf(r))
			err := json.Unmarshal(f.Record, v.Interface())
			return v.Elem().Interface().(domain.Record), err
		}
	}
	return nil, errWire
}

func writeFixtures(t *testing.T) {
	var list []fixture
	for _, r := range filled() {
		e, err := encodeRecord(r)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fixture{string(rune(r.Kind())), e.Schema, hex.EncodeToString(e.Payload), plain})
	}
	raw, _ := json.MarshalIndent(list, "", " ")
	name := filepath.Join("testdata", "records-v1.json")
	if _, err := os.Stat(name); err == nil {
		t.Fatalf("%s is there already", name)
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(raw, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestEnvelopeNoticesEveryChangedBit(t *testing.T) {
	id := domain.NewID()
	key := recordKey(domain.KindMessage, domain.NewID(), id)
	for _, size := range []int{1, 5000} { // plain and compressed
		e, err := encodeRecord(domain.Message{ID: id, Title: strings.Repeat("ماء ", size)})
		if err != nil {
			t.Fatal(err)
		}
		value, err := e.value(key)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := openRecord(key, value); err != nil {
			t.Fatal(err)
		}
		for bit := range len(value) * 8 {
			bad := append([]byte(nil), value...)
			bad[bit/8] ^= 1 << (bit % 8)
			if _, err := openRecord(key, bad); domain.CodeOf(err) != domain.ErrStoreDamaged {
				t.Fatalf("bit %d changed: %v", bit, err)
			}
		}
		for cut := range len(value) {
			if _, err := openRecord(key, value[:cut]); domain.CodeOf(err) != domain.ErrStoreDamaged {
				t.Fatalf("cut to %d: %v", cut, err)
			}
		}
		other := recordKey(domain.KindMessage, domain.NewID(), id)
		if _, err := openRecord(other, value); domain.CodeOf(err) != domain.ErrStoreDamaged {
			t.Fatalf("under another key: %v", err)
		}
	}
}

func TestRecordThatIsTooLargeIsRefused(t *testing.T) {
	var b strings.Builder
	for b.Len() < 4*maxValue {
		b.WriteString(domain.NewID().String())
	}
	s := mustOpen(t, t.TempDir(), fast())
	c := newCampaign("a", 1)
	c.Messages[0].Core.En = b.String()
	wantCode(t, s.Commit(ctx, commitOf(domain.Campaign{}, c)), domain.ErrTooLong)
	if _, err := s.Campaign(ctx, c.ID()); domain.CodeOf(err) != domain.ErrNotFound {
		t.Error("something of it was kept")
	}
}

func FuzzEnvelope(f *testing.F) {
	key := recordKey(domain.KindMessage, domain.DerivedID(domain.NoID, "c"), domain.DerivedID(domain.NoID, "m"))
	e, _ := encodeRecord(domain.Message{ID: domain.DerivedID(domain.NoID, "m"), Title: "ماء"})
	value, _ := e.value(key)
	f.Add(key, value)
	f.Add([]byte{letterMeta, 2}, []byte{})
	f.Fuzz(func(t *testing.T, key, value []byte) {
		r, err := openRecord(key, value)
		if err != nil && domain.CodeOf(err) != domain.ErrStoreDamaged {
			t.Fatalf("%v", err)
		}
		if err == nil {
			if _, err := encodeRecord(r); err != nil {
				t.Fatalf("read but cannot be written: %v", err)
			}
		}
	})
}

// The checksum keeps a fuzzer out of what lies behind it, so this one starts
// there.
func FuzzRecordPayload(f *testing.F) {
	for _, r := range filled() {
		e, _ := encodeRecord(r)
		f.Add(byte(r.Kind()), e.Schema, e.Payload)
	}
	for _, old := range oldRecords(f, "testdata/records-v1.json") {
		payload, err := hex.DecodeString(old.Payload)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(old.Kind[0], old.Schema, payload)
	}
	f.Fuzz(func(t *testing.T, kind byte, schema uint16, payload []byte) {
		r, err := encoded{schema, payload}.decode(domain.Kind(kind))
		if err != nil {
			return
		}
		if _, err := encodeRecord(r); err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
	})
}
