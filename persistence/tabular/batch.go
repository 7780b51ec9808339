package tabular

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/metric"
)

// File is a file to import.
type File struct {
	Name string
	Open func() (r io.ReadCloser, size int64, err error)
}

// Paths returns the files at the paths.
func Paths(paths ...string) []File {
	files := make([]File, len(paths))
	for i, path := range paths {
		files[i] = File{filepath.Base(path), func() (io.ReadCloser, int64, error) { return open(path) }}
	}
	return files
}

// Batch is what became of several files.
type Batch struct {
	Imports []*Import // in the order given, without the ones that failed
	Failed  []Failure
	Total   Report // the sums over Imports
}

// Failure is a file that could not be imported.
type Failure struct {
	File string
	Err  error
}

// ReadAll imports several files, such as the monthly exports of a year. A row
// whose id is in several files counts once: the newest export has it, and the
// others list it as skipped, so that the total is the plain sum of the parts.
// The newest export is the one that reaches farthest, by the last day in its
// name, else by its last row, else the one given last.
//
// A file that cannot be imported does not stop the others. The error is not nil
// only when ctx is cancelled.
func ReadAll(ctx context.Context, files []File, o Options) (*Batch, error) {
	b := &Batch{}
	progress := o.Progress
	for i, f := range files {
		if progress != nil {
			o.Progress = func(share float64) { progress((float64(i) + share) / float64(len(files))) }
		}
		imported, err := f.read(ctx, o)
		switch {
		case domain.CodeOf(err) == domain.ErrCancelled:
			return nil, err
		case err != nil:
			b.Failed = append(b.Failed, Failure{f.Name, err})
		default:
			b.Imports = append(b.Imports, imported)
		}
	}
	b.keepNewest()
	b.addUp()
	return b, nil
}

func (f File) read(ctx context.Context, o Options) (*Import, error) {
	r, size, err := f.Open()
	if err != nil {
		if domain.CodeOf(err) == domain.ErrInternal {
			problem := domain.Problem(domain.ErrFileRead, "").With("file", filepath.Base(f.Name))
			problem.Err = err
			err = problem
		}
		return nil, err
	}
	defer r.Close()
	return Read(ctx, f.Name, r, size, o)
}

// keepNewest takes rows out of imports that a newer one has.
func (b *Batch) keepNewest() {
	b.dropSameFiles()
	byAge := slices.Clone(b.Imports)
	slices.SortStableFunc(byAge, func(x, y *Import) int { return x.reaches().Compare(y.reaches()) })
	tables := make([]*metric.Table, len(byAge))
	for i, imported := range byAge {
		tables[i] = imported.Table
	}
	for i, mask := range metric.Replaced(tables...) {
		byAge[i].drop(mask, ReasonNewerFile)
	}
}

// dropSameFiles empties imports whose bytes were imported before.
func (b *Batch) dropSameFiles() {
	seen := make(map[string]bool)
	for _, imported := range b.Imports {
		if seen[imported.Report.Hash] {
			imported.drop(slices.Repeat([]bool{true}, imported.Table.Rows()), ReasonSameFile)
		}
		seen[imported.Report.Hash] = true
	}
}

// reaches returns how far an export goes.
func (i *Import) reaches() time.Time {
	if to := nameTells(i.Report.File).to; !to.IsZero() {
		return to
	}
	if i.Report.To != nil {
		return *i.Report.To
	}
	return time.Time{}
}

// drop takes the marked rows out of the import.
func (i *Import) drop(mask []bool, reason Reason) {
	if mask == nil {
		return
	}
	r := &i.Report
	rowOf := rowNumbers(slices.Clone(r.Skipped))
	for at, marked := range mask {
		row := rowOf(at)
		if !marked {
			continue
		}
		r.skip(row, reason)
		r.Rows.Kept--
		r.Rows.Duplicate++
		r.warn(CautionSuperseded, row)
	}
	slices.SortStableFunc(r.Skipped, func(a, b Skip) int { return a.Row - b.Row })
	i.Table = i.Table.Without(mask)
	i.recount()
}

// recount brings the sums of the report in line with the table.
func (i *Import) recount() {
	r, t := &i.Report, i.Table
	at := 0
	for k := range r.Columns {
		if c := &r.Columns[k]; c.Dim == "" {
			c.Sum, c.Missing = addUp(t.Columns[at].Values)
			at++
		}
	}
	for k, d := range t.Dims {
		sum, ok, missing := sumWords(d)
		r.Dims[k].Missing = missing
		for n := range r.Columns {
			if c := &r.Columns[n]; ok && c.Dim != "" && c.Name == d.Name {
				c.Sum, c.Missing = sum, missing
			}
		}
	}
	r.setSpan(t)
}

// addUp makes the total over the imports.
func (b *Batch) addUp() {
	total := newReport()
	for k, i := range b.Imports {
		r := &i.Report
		if k == 0 {
			total.Shape, total.Encoding, total.Separator = r.Shape, r.Encoding, r.Separator
		}
		total.addRows(r)
		total.addColumns(r)
		for _, w := range r.Warnings {
			total.warnMany(w.Code, w.Count)
		}
	}
	total.warnMany(CautionSameDays, b.sameDays())
	b.Total = *total
}

// addRows adds the counts and the span of a file to a total. What differs
// between the files has no place in a total.
func (r *Report) addRows(part *Report) {
	if r.Shape != part.Shape {
		r.Shape = ""
	}
	if r.Encoding != part.Encoding {
		r.Encoding = ""
	}
	if r.Separator != part.Separator {
		r.Separator = ""
	}
	r.Rows.Read += part.Rows.Read
	r.Rows.Kept += part.Rows.Kept
	r.Rows.Skipped += part.Rows.Skipped
	r.Rows.Duplicate += part.Rows.Duplicate
	for _, s := range part.Skipped {
		if len(r.Skipped) < maxListed {
			r.Skipped = append(r.Skipped, Skip{part.File, s.Row, s.Reason})
		}
	}
	if part.From != nil && (r.From == nil || part.From.Before(*r.From)) {
		r.From = part.From
	}
	if part.To != nil && (r.To == nil || part.To.After(*r.To)) {
		r.To = part.To
	}
}

// addColumns adds the sums of a file to a total, by the column's name and
// meaning.
func (r *Report) addColumns(part *Report) {
	for _, c := range part.Columns {
		at := slices.IndexFunc(r.Columns, func(have Column) bool {
			return have.Name == c.Name && have.Metric == c.Metric && have.Dim == c.Dim
		})
		if at < 0 {
			r.Columns = append(r.Columns, c)
			continue
		}
		r.Columns[at].Sum += c.Sum
		r.Columns[at].Missing += c.Missing
	}
}

// sameDays counts the rows of daily exports whose day another file of the same
// kind tells about, too. They may be of another account, so they are kept.
func (b *Batch) sameDays() int {
	type day struct {
		shape string
		at    int64
	}
	first := make(map[day]int)
	count := 0
	for k, i := range b.Imports {
		if !isDaily(i.Report.Shape, i.Table) {
			continue
		}
		for _, at := range i.Table.Times {
			d := day{i.Report.Shape, at}
			if had, ok := first[d]; ok && had != k && at != metric.NoTime {
				count++
			} else {
				first[d] = k
			}
		}
	}
	return count
}

// isDaily reports whether the rows are the days of an account.
func isDaily(name string, t *metric.Table) bool {
	return t.IDs == nil && slices.ContainsFunc(shapes(), func(s shape) bool { return s.name == name && s.daily })
}
