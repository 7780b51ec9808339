package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/starter"
	"athar/persistence/tabular"
)

const exportRows = 300_000

// writeExport writes an export in the shape of the Facebook Live set, 300,000
// rows of 8 columns and about 19.5 MB, always the same.
func writeExport(b *testing.B, dir string) (file string) {
	b.Helper()
	var out bytes.Buffer
	out.WriteString("status_id,status_type,status_published,num_reactions,num_comments,num_shares,num_likes,num_loves\n")
	types := []string{"photo", "video", "link", "status"}
	at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	random := uint32(1)
	count := func(most uint32) string {
		random = random*1664525 + 1013904223
		return strconv.FormatUint(uint64(random>>8%most), 10)
	}
	for i := range exportRows {
		out.WriteString("246675545449582_" + strconv.Itoa(1649696485147474+i*7) + "," + types[i%len(types)] + ",")
		out.WriteString(at.Add(time.Duration(i) * 7 * time.Minute).Format("2006-01-02 15:04"))
		for _, most := range []uint32{100_000, 10_000, 1000, 100, 100} {
			out.WriteString("," + count(most))
		}
		out.WriteByte('\n')
	}
	file = filepath.Join(dir, "export.csv")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return file
}

// importInto imports a file as the program does. When it returns, the rows and
// the record that tells of them are durable.
func importInto(ctx context.Context, o *opened, id domain.ID, file string) error {
	batch, err := tabular.ReadAll(ctx, tabular.Paths(file), tabular.Options{Today: o.deps.Now()})
	if err != nil {
		return err
	}
	if len(batch.Failed) > 0 || batch.Imports[0].Table.Rows() != exportRows {
		return errors.New("the export was not read whole")
	}
	sets, err := keepBatch(ctx, o.store, o.deps, batch.Imports, nil)
	if err != nil {
		return err
	}
	return o.library.Apply(ctx, id, domain.AddDataSets{DataSets: sets})
}

// readCSV does nothing but read a file with encoding/csv.
func readCSV(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// BenchmarkImport300k reads the same file by turns with encoding/csv alone and
// as an import up to where it is durable, with the memory settings of the
// program. The figures are medians.
func BenchmarkImport300k(b *testing.B) {
	asProgram(b)
	in := &invocation{data: filepath.Join(b.TempDir(), "data")}
	file := writeExport(b, b.TempDir())
	var alone, imports []time.Duration
	err := in.withStore(func(ctx context.Context, o *opened) error {
		c, err := newSample("en")
		if err != nil {
			return err
		}
		if err := o.library.Add(ctx, c); err != nil {
			return err
		}
		for b.Loop() {
			t, err := timed(func() error { return readCSV(file) })
			if err != nil {
				return err
			}
			alone = append(alone, t)
			if t, err = timed(func() error { return importInto(ctx, o, c.ID(), file) }); err != nil {
				return err
			}
			imports = append(imports, t)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	csvTime, importTime := median(alone, milliseconds), median(imports, milliseconds)
	b.ReportMetric(csvTime, "csv-ms")
	b.ReportMetric(importTime, "import-ms")
	b.ReportMetric(importTime/csvTime, "ratio")
	b.ReportMetric(exportRows/importTime*1000, "rows/s")
}

// asProgram gives the collector the settings of the program until the benchmark
// ends.
func asProgram(b *testing.B) {
	limit, percent := debug.SetMemoryLimit(-1), debug.SetGCPercent(100)
	debug.SetMemoryLimit(memoryLimit)
	debug.SetGCPercent(50)
	b.Cleanup(func() { debug.SetMemoryLimit(limit); debug.SetGCPercent(percent) })
}

// newSample makes the sample campaign in a language, with IDs of its own.
func newSample(lang string) (domain.Campaign, error) {
	return content("sample.json", func(data []byte) (domain.Campaign, error) {
		return starter.Sample(data, domain.NewID, time.Now(), lang)
	})
}

// timed measures f on a clean heap.
func timed(f func() error) (time.Duration, error) {
	runtime.GC()
	start := time.Now()
	err := f()
	return time.Since(start), err
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
