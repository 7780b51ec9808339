package plain

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/metric"
	"athar/persistence"
)

// Source is where the records and rows come from.
type Source interface {
	domain.Store
	metric.Store
}

// Result is what was exported.
type Result struct {
	Dir       string
	Campaigns int
	Records   int
	DataSets  int
	NoRows    int // data sets whose rows could not be read; of a salvage only
}

const stamp = "20060102-150405"

// Export writes everything into a new folder in dir, which has its name only
// once all of it is there.
//
// Errors are those of the Source, and ErrReadOnly, ErrDiskFull and ErrInternal
// about the folder.
func Export(ctx context.Context, dir string, at time.Time, from Source) (Result, error) {
	return write(dir, at, func(e *export) error {
		e.from = from
		return e.all(ctx)
	})
}

// ExportCampaign writes the records of a campaign as it is in memory, for when
// the store cannot be written or is gone. The rows of data sets are not in it:
// those were kept before they became a part of the campaign.
func ExportCampaign(dir string, at time.Time, c domain.Campaign) (Result, error) {
	return write(dir, at, func(e *export) error { return e.records(c) })
}

// ExportSalvage writes what could be read of a store that cannot be opened. What
// could not be read stands in a file beside it, missing.json.
func ExportSalvage(ctx context.Context, dir string, at time.Time, from *persistence.Salvage) (Result, error) {
	return write(dir, at, func(e *export) error {
		e.from, e.partial = from, true
		if err := e.all(ctx); err != nil {
			return err
		}
		return e.missing(from.Report())
	})
}

// write makes the folder and has it filled.
func write(dir string, at time.Time, fill func(*export) error) (Result, error) {
	r := Result{Dir: filepath.Join(dir, "athar-export-"+at.UTC().Format(stamp))}
	tmp := r.Dir + ".tmp"
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return r, persistence.FileError(dir, err)
	}
	if err := os.Mkdir(tmp, 0o700); err != nil {
		return r, persistence.FileError(tmp, err)
	}
	e := &export{dir: tmp, result: &r, tables: map[string]*file{}}
	var err error
	if e.lines, err = e.create("records.jsonl"); err == nil {
		err = errors.Join(fill(e), e.close())
	}
	if err == nil {
		err = os.Rename(tmp, r.Dir)
	}
	if err != nil {
		_ = os.RemoveAll(tmp)
	}
	return r, persistence.FileError(dir, err)
}

type export struct {
	dir    string
	from   Source
	result *Result
	lines  *file
	tables map[string]*file // CSV files by kind of records

	partial bool // rows that cannot be read are passed over
}

func (e *export) all(ctx context.Context) error {
	list, err := e.from.Summaries(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b domain.Summary) int { return a.Created.Compare(b.Created) })
	for _, s := range list {
		c, err := e.from.Campaign(ctx, s.ID)
		if err != nil {
			return err
		}
		if err := e.campaign(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// records writes what a campaign consists of, apart from the rows of data sets.
func (e *export) records(c domain.Campaign) error {
	e.result.Campaigns++
	for _, ch := range domain.Diff(domain.Campaign{}, c) {
		if err := e.record(c.ID(), ch.After); err != nil {
			return err
		}
	}
	return nil
}

func (e *export) campaign(ctx context.Context, c domain.Campaign) error {
	if err := e.records(c); err != nil {
		return err
	}
	for _, d := range c.DataSets {
		if err := e.rows(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// record writes a record as a line and as a row.
func (e *export) record(campaign domain.ID, r domain.Record) error {
	e.result.Records++
	kind, fields := r.Kind().Word(), fieldsOf(r)
	line := append(object{{"kind", kind}, {"campaign", campaign.String()}}, fields...)
	enc := json.NewEncoder(e.lines)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return err
	}
	names, values := cells(line[1:])
	table, begun := e.tables[kind]
	if !begun {
		var err error
		if table, err = e.create(tableName(r.Kind())); err != nil {
			return err
		}
		if table.csv, err = newCSV(table); err != nil {
			return err
		}
		e.tables[kind] = table
		if err := table.csv.Write(names); err != nil {
			return err
		}
	}
	return table.csv.Write(values)
}

// tableName returns the name of the file that has the records of a kind.
func tableName(k domain.Kind) string {
	switch k {
	case domain.KindMedia, domain.KindEvidence:
		return k.Word() + ".csv"
	}
	return k.Word() + "s.csv"
}

// rows writes the rows of a data set; copies of a campaign share them.
func (e *export) rows(ctx context.Context, d domain.DataSet) error {
	name := "rows-" + d.ID.String() + ".csv"
	if _, err := os.Lstat(filepath.Join(e.dir, name)); err == nil {
		return nil
	}
	t, err := e.from.Table(ctx, d.ID)
	if e.partial && domain.CodeOf(err) == domain.ErrStoreDamaged {
		e.result.NoRows++
		return nil
	}
	if err != nil {
		return err
	}
	e.result.DataSets++
	f, err := e.create(name)
	if err != nil {
		return err
	}
	return errors.Join(writeTable(f, t), f.close())
}

func (e *export) close() error {
	var all []error
	if e.lines != nil {
		all = append(all, e.lines.close())
	}
	for _, f := range e.tables {
		all = append(all, f.close())
	}
	return errors.Join(all...)
}

// file is a file that is being written.
type file struct {
	io.Writer
	buffer *bufio.Writer
	file   *os.File
	csv    *csv.Writer // nil for one that is none, or writes for itself
}

func (e *export) create(name string) (*file, error) {
	f, err := os.OpenFile(filepath.Join(e.dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewWriter(f)
	return &file{Writer: buffer, buffer: buffer, file: f}, nil
}

// close makes the file durable.
func (f *file) close() error {
	var err error
	if f.csv != nil {
		f.csv.Flush()
		err = f.csv.Error()
	}
	return errors.Join(err, f.buffer.Flush(), f.file.Sync(), f.file.Close())
}
