package metrics

import (
	"bytes"
	"context"
	"encoding/csv"
	"strconv"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/metric"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/run"
)

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

// desk is a screen on an open campaign, with the person before it.
type desk struct {
	*guitest.Person
	queue    *run.Queue
	run      *run.Runner
	session  *session.Session
	tables   *memory
	importer *fakeImporter
	screen   *Screen
	folders  []string
}

var now = time.Date(2026, 7, 20, 9, 0, 0, 0, time.UTC)

func open(t testing.TB, env *kit.Env, c domain.Campaign, tables map[domain.ID]*metric.Table) *desk {
	t.Helper()
	if tables == nil {
		tables = map[domain.ID]*metric.Table{}
	}
	d := &desk{Person: guitest.NewPerson(t, env), session: guitest.Session(c, now), tables: &memory{tables: tables}}
	d.importer = &fakeImporter{tables: d.tables}
	d.queue, d.run = run.NewQueue()
	d.Settle = d.settle
	d.screen = New(Deps{
		Env: env, Session: d.session, Run: d.run, NewID: domain.NewID, Now: func() time.Time { return now },
		Report: d.Report, Tables: d.tables, Importer: d.importer, Names: guitest.Metrics(t),
		Folders: func() []string { return nil }, UsedFolder: func(dir string) { d.folders = append(d.folders, dir) },
	})
	t.Cleanup(d.screen.Close)
	guitest.Show(env, d.screen.Content(), guitest.Width, guitest.Height)
	d.settle()
	return d
}

func (d *desk) settle() { d.queue.Settle(d.run) }

// writeInto empties a field and types into it.
func (d *desk) writeInto(f interface {
	Focus()
	SetText(text string)
}, text string,
) {
	d.Helper()
	f.Focus()
	f.SetText("")
	d.Write(text)
}

func (d *desk) indicator() domain.Indicator {
	d.Helper()
	i, ok := d.session.Campaign().Indicator(d.screen.Place().ID)
	if !ok {
		d.Fatal("no indicator is selected")
	}
	return i
}

func ptr(v float64) *float64 { return &v }

// posts reads the sample's export: posts of a campaign about clean water.
func posts(t testing.TB) *metric.Table {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(guitest.Pack(t, "sample-metrics.csv"))).ReadAll()
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
