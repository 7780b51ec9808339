package tabular

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"

	"athar/domain"
)

// Read imports one file. file is its name, of which a path is cut off; size,
// which may be 0 when it is not known, only serves progress. Errors are domain
// errors: ErrFileEmpty, ErrFileShape, ErrFileTooBig, ErrFileRead, ErrCancelled.
func Read(ctx context.Context, file string, r io.Reader, size int64, o Options) (*Import, error) {
	file = filepath.Base(file)
	in := newInput(ctx, file, r, size, o)
	if in.size > in.limit {
		return nil, in.tooBig()
	}
	known, err := headers()
	if err != nil {
		return nil, err
	}
	txt, err := newText(in)
	if err != nil {
		return nil, err
	}
	src := bufio.NewReaderSize(txt, chunk)
	l, err := findLayout(src, in, known)
	if err != nil {
		return nil, err
	}
	t := newRows(in, txt, src, l, known, o)
	if err := t.run(); err != nil {
		return nil, err
	}
	imported, err := t.finish()
	if err == nil && o.Progress != nil {
		o.Progress(1)
	}
	return imported, err
}

// open opens the file at a path. A folder, a device or a pipe is refused.
func open(path string) (io.ReadCloser, int64, error) {
	problem := domain.Problem(domain.ErrFileRead, "").With("file", filepath.Base(path))
	info, err := os.Stat(path) // before opening: opening a pipe would wait
	if err == nil && !info.Mode().IsRegular() {
		return nil, 0, problem
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path)
	}
	if err != nil {
		problem.Err = err
		return nil, 0, problem
	}
	return f, info.Size(), nil
}

func newRows(in *input, txt *text, src *bufio.Reader, l layout, known catalog, o Options) *rows {
	t := &rows{in: in, text: txt, csv: newCSV(src, l.separator), layout: l, known: known, o: o}
	t.csv.ReuseRecord = true
	t.plan = newPlan(l, o, known)
	expected := l.expectedRows(in.size)
	for _, c := range t.plan.columns {
		switch {
		case c.figures != nil:
			c.figures.expect = expected
		case c.dims != nil:
			c.dims.index = make([]uint16, 0, expected)
		}
	}
	if t.plan.id >= 0 {
		t.ids = newIDs(l.names[t.plan.id], t.plan.link, expected)
	}
	if t.plan.time >= 0 {
		t.times = newMoments(l.names[t.plan.time], o.zone(), t.plan.shape.cellZone(o), expected)
	}
	t.r = newReport()
	t.r.File, t.r.Shape, t.r.Separator = in.file, t.plan.shape.name, string(l.separator)
	return t
}
