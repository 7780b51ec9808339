package metrics

import (
	"bytes"
	"context"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"athar/assets"
	"athar/domain"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/run"
)

// noStore keeps nothing: what is tested here ends at the session.
type noStore struct{}

func (noStore) Summaries(context.Context) ([]domain.Summary, error) { return nil, nil }

func (noStore) Campaign(context.Context, domain.ID) (domain.Campaign, error) {
	return domain.Campaign{}, domain.Problem(domain.ErrNotFound, "campaign")
}

func (noStore) Commit(context.Context, ...domain.Commit) error { return nil }

// memory is a metric.Store of this process.
type memory struct {
	tables map[domain.ID]*metric.Table
	asked  int
	err    error
}

func (m *memory) PutTable(_ context.Context, id domain.ID, t *metric.Table, _ func(float64)) error {
	m.tables[id] = t
	return nil
}

func (m *memory) Table(_ context.Context, id domain.ID) (*metric.Table, error) {
	m.asked++
	if m.err != nil {
		return nil, m.err
	}
	if t, ok := m.tables[id]; ok {
		return t, nil
	}
	return nil, domain.Problem(domain.ErrNotFound, "table")
}

// fakeImporter gives what the test says and notes what it was asked.
type fakeImporter struct {
	tables  *memory
	preview Preview
	asked   []ReadOptions
	kept    []Incoming
	keepErr error
	during  func() // called while it works
}

func (f *fakeImporter) Read(ctx context.Context, o ReadOptions, progress func(float64)) (Preview, error) {
	f.asked = append(f.asked, o)
	progress(0.5)
	if f.during != nil {
		f.during()
	}
	if ctx.Err() != nil {
		return Preview{}, domain.Problem(domain.ErrCancelled, "")
	}
	return f.preview, nil
}

func (f *fakeImporter) Keep(ctx context.Context, files []Incoming, progress func(float64)) ([]domain.DataSet, error) {
	progress(0.5)
	if f.during != nil {
		f.during()
	}
	if ctx.Err() != nil {
		return nil, domain.Problem(domain.ErrCancelled, "")
	}
	if f.keepErr != nil {
		return nil, f.keepErr
	}
	f.kept = append(f.kept, files...)
	var sets []domain.DataSet
	for _, in := range files {
		f.tables.tables[in.Set.ID] = in.Table
		sets = append(sets, in.Set)
	}
	return sets, nil
}

// desk is a screen on an open campaign, with what it asked of the window.
type desk struct {
	t        testing.TB
	env      *kit.Env
	queue    *run.Queue
	run      *run.Runner
	session  *session.Session
	tables   *memory
	importer *fakeImporter
	screen   *Screen
	errors   []error
	folders  []string
}

// size of a tab's content on the smallest window.
const (
	width  = 1366
	height = 600
)

var now = time.Date(2026, 7, 20, 9, 0, 0, 0, time.UTC)

func open(t testing.TB, env *kit.Env, c domain.Campaign, tables map[domain.ID]*metric.Table) *desk {
	t.Helper()
	if tables == nil {
		tables = map[domain.ID]*metric.Table{}
	}
	d := &desk{t: t, env: env, tables: &memory{tables: tables}}
	d.importer = &fakeImporter{tables: d.tables}
	d.queue, d.run = run.NewQueue()
	d.session = session.New(session.Deps{
		Store: noStore{}, NewID: domain.NewID,
		Now:        func() time.Time { return now },
		Summarise:  func(domain.Campaign, time.Time) domain.Summary { return domain.Summary{} },
		Background: func(work, done func()) { work(); done() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}, c, now)
	d.screen = New(Deps{
		Env: env, Session: d.session, Run: d.run, NewID: domain.NewID, Now: func() time.Time { return now },
		Report: func(err error) {
			if err != nil {
				d.errors = append(d.errors, err)
			}
		},
		Tables: d.tables, Importer: d.importer, Names: names(t),
		Folders: func() []string { return nil }, UsedFolder: func(dir string) { d.folders = append(d.folders, dir) },
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), width, height)
	d.settle()
	return d
}

func (d *desk) settle() { d.queue.Settle(d.run) }

func names(t testing.TB) metric.Names {
	t.Helper()
	data, err := assets.Content.ReadFile("content/metrics.json")
	if err != nil {
		t.Fatal(err)
	}
	n, err := metric.ParseNames(data)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// overlay returns what lies over the window, such as a dialog.
func (d *desk) overlay() fyne.CanvasObject { return d.env.Window.Canvas().Overlays().Top() }

// press presses the button with the text of a catalog key, in the dialog if one
// is open.
func (d *desk) press(key string) {
	d.t.Helper()
	var in fyne.CanvasObject = d.screen.Content()
	if o := d.overlay(); o != nil {
		in = o
	}
	text := d.env.T(key)
	for _, b := range guitest.Find[*kit.Button](in) {
		if b.Text() == text && b.Visible() {
			b.Tapped(&fyne.PointEvent{})
			d.settle()
			return
		}
	}
	d.t.Fatalf("no button %q", text)
}

// write types into whatever has the focus.
func (d *desk) write(text string) {
	d.t.Helper()
	focused := d.env.Window.Canvas().Focused()
	if focused == nil {
		d.t.Fatal("nothing has the focus")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
	d.settle()
}

// writeInto empties a field and types into it.
func (d *desk) writeInto(f *kit.Field, text string) {
	d.t.Helper()
	f.Focus()
	f.SetText("")
	d.write(text)
}

func (d *desk) enter() {
	d.env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
}

// sees reports whether a person reads the text, as a part of what is shown.
func (d *desk) sees(text string) bool { return reads(d.screen.Content(), text) }

// told reports whether the dialog says the text.
func (d *desk) told(text string) bool { return d.overlay() != nil && reads(d.overlay(), text) }

func reads(o fyne.CanvasObject, text string) bool {
	return slices.ContainsFunc(read(o), func(s string) bool { return strings.Contains(s, text) })
}

// read returns the logical texts of all that is visible, those inside of fields
// included.
func read(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	if w, ok := o.(interface{ Text() string }); ok {
		all := []string{w.Text()}
		for _, p := range guitest.Find[*kit.Paragraph](o) { // a problem under a field
			if p != o {
				all = append(all, read(p)...)
			}
		}
		return all
	}
	var all []string
	if a, ok := o.(fyne.Accessible); ok {
		if _, container := o.(*fyne.Container); !container {
			all = append(all, a.AccessibilityLabel())
		}
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		all = append(all, read(child)...)
	}
	return all
}

func (d *desk) indicator() domain.Indicator {
	d.t.Helper()
	i, ok := d.session.Campaign().Indicator(d.screen.Place().ID)
	if !ok {
		d.t.Fatal("no indicator is selected")
	}
	return i
}

func ptr(v float64) *float64 { return &v }

// posts reads the sample's export: posts of a campaign about clean water.
func posts(t testing.TB) *metric.Table {
	t.Helper()
	data, err := assets.Content.ReadFile("content/sample-metrics.csv")
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	table := &metric.Table{}
	figures := map[string]string{
		"Impressions": metric.Impressions, "Likes": metric.Likes, "Engagements": metric.Engagements,
		"Shares": metric.Shares, "URL Clicks": metric.LinkClicks, "Bookmarks": metric.Saves,
	}
	for c, name := range all[0] {
		if key, ok := figures[name]; ok {
			column := metric.Column{Name: name, Metric: key}
			for _, row := range all[1:] {
				v, err := strconv.ParseFloat(row[c], 64)
				if err != nil {
					t.Fatal(err)
				}
				column.Values = append(column.Values, v)
			}
			table.Columns = append(table.Columns, column)
		}
	}
	kind := metric.Dim{Name: "Type", Key: metric.DimType, Words: []string{"Photo", "Video", "فيديو قصير"}}
	for i, row := range all[1:] {
		at, err := time.Parse("Mon, Jan 2, 2006", row[1])
		if err != nil {
			t.Fatal(err)
		}
		table.Times = append(table.Times, at.Unix())
		table.IDs = append(table.IDs, row[0])
		kind.Index = append(kind.Index, uint16(i%7%3))
	}
	table.Dims = []metric.Dim{kind}
	return table
}

// setOf returns the record of a table.
func setOf(file string, t *metric.Table) domain.DataSet {
	d := domain.DataSet{
		ID: domain.NewID(), File: file, Hash: file, Shape: "x_content", Encoding: "utf-8",
		Read: t.Rows(), Kept: t.Rows(), Imported: now,
	}
	d.From, d.To = t.Span()
	for _, c := range t.Columns {
		sum, n := metric.Total(c.Values)
		d.Columns = append(d.Columns, domain.DataColumn{Name: c.Name, Metric: c.Metric, Sum: sum, Missing: t.Rows() - n})
	}
	return d
}

// sample is a campaign with a file of figures and three indicators.
func sample(t testing.TB) (domain.Campaign, map[domain.ID]*metric.Table) {
	t.Helper()
	c := domain.Campaign{Header: domain.Header{
		ID: domain.NewID(), Title: "Clean water", Created: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
	}}
	table := posts(t)
	set := setOf("account_analytics_content_2026-06-01_2026-08-01.csv", table)
	c.DataSets = []domain.DataSet{set}
	due := time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)
	clicks := domain.Indicator{
		ID: domain.NewID(), Order: "U", Name: "Clicks on the dates of the well tests (مواعيد الفحص)", Metric: metric.LinkClicks,
		Aggregate: domain.AggregateSum, Tag: "output", Baseline: ptr(0), Target: ptr(1000), Due: due,
	}
	boiled := domain.Indicator{
		ID: domain.NewID(), Order: "k", Name: "الأسر التي غلت ماءها أمس، ٪ من الأسر التي سألناها",
		Aggregate: domain.AggregateLast, Tag: "outcome", Baseline: ptr(31), Target: ptr(60), Due: due,
	}
	free := domain.Indicator{ID: domain.NewID(), Order: "s", Name: "Questions answered", Aggregate: domain.AggregateLast}
	c.Indicators = []domain.Indicator{clicks, boiled, free}
	for day, v := range map[int]float64{6: 31, 20: 37, 34: 46, 48: 44} {
		c.Readings = append(c.Readings, domain.Reading{
			ID: domain.NewID(), Indicator: boiled.ID, At: time.Date(2026, 6, day, 0, 0, 0, 0, time.UTC), Value: v,
			Note: "94 homes asked",
		})
	}
	return c, map[domain.ID]*metric.Table{set.ID: table}
}

// incoming is a file as an importer finds it, with something of everything to
// remark.
func incoming(t testing.TB, file string) Incoming {
	t.Helper()
	table := posts(t)
	in := Incoming{Set: setOf(file, table), Table: table}
	in.Set.Read, in.Set.Skipped, in.Set.Duplicate, in.Set.Damaged = 130, 5, 3, 2
	in.LeftOut = []LeftOut{{"Post text", "text"}, {"Post Link", "link"}, {"User name", "person"}, {"اسم الناشر", "person"}}
	in.Skipped = []Skip{{1, "total"}, {7, "blank"}, {9, "blank"}, {12, "repeated"}, {13, "repeated"}}
	in.Damaged = []Cell{{4, "Post text"}, {4, "Reply"}, {19, "Post text"}}
	in.Unread = []Cell{{21, "Likes"}}
	in.Warnings = []Warning{{"repeated_ids", 3, []int{12, 13, 40}}, {"ambiguous_dates", 45, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}}}
	return in
}
