package tabular

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"testing"
	"time"
)

// bigExport makes an export of the shape of the Facebook Live set: an id, a
// type, a date and five counts; 300,000 rows are about 19.5 MB.
func bigExport(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("status_id,status_type,status_published,num_reactions,num_comments,num_shares,num_likes,num_loves\n")
	types := []string{"photo", "video", "link", "status"}
	at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	random := uint32(1)
	count := func(most uint32) string {
		random = random*1664525 + 1013904223
		return strconv.Itoa(int(random>>8) % int(most))
	}
	for i := range rows {
		b.WriteString("246675545449582_")
		b.WriteString(strconv.Itoa(1649696485147474 + i*7))
		b.WriteByte(',')
		b.WriteString(types[i%len(types)])
		b.WriteByte(',')
		b.WriteString(at.Add(time.Duration(i) * 7 * time.Minute).Format("2006-01-02 15:04"))
		for _, most := range []uint32{100_000, 10_000, 1000, 100, 100} {
			b.WriteByte(',')
			b.WriteString(count(most))
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

const bigRows = 300_000

func BenchmarkImport300k(b *testing.B) {
	raw := bigExport(bigRows)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		imported, err := Read(context.Background(), "big.csv", bytes.NewReader(raw), int64(len(raw)), Options{})
		if err != nil || imported.Report.Rows.Kept != bigRows {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(bigRows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkEncodingCSV300k(b *testing.B) {
	raw := bigExport(bigRows)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(raw))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(bigRows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
