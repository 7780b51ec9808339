package tabular

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"athar/domain"
)

func readText(t *testing.T, file, text string, o Options) *Import {
	t.Helper()
	imported, err := Read(context.Background(), file, strings.NewReader(text), int64(len(text)), o)
	if err != nil {
		t.Fatal(err)
	}
	return imported
}

// repeat is an endless file, up to n bytes.
func repeat(piece string, n int64) io.Reader {
	return io.LimitReader(&repeater{piece: piece}, n)
}

type repeater struct {
	piece string
	at    int
}

func (r *repeater) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		k := copy(p[n:], r.piece[r.at:])
		n += k
		r.at = (r.at + k) % len(r.piece)
	}
	return n, nil
}

func TestWhatIsNoTableIsRefusedWithAReason(t *testing.T) {
	header := "post id,likes\n"
	tests := []struct {
		name string
		file io.Reader
		want domain.Code
	}{
		{"an empty file", strings.NewReader(""), domain.ErrFileEmpty},
		{"a byte order mark alone", strings.NewReader("\xEF\xBB\xBF"), domain.ErrFileEmpty},
		{"empty lines", strings.NewReader("\n\r\n \n"), domain.ErrFileEmpty},
		{"a header alone", strings.NewReader(header), domain.ErrFileEmpty},
		{"an xlsx", strings.NewReader("PK\x03\x04 [Content_Types].xml"), domain.ErrFileShape},
		{"a pdf", strings.NewReader("%PDF-1.7\n1,2\n"), domain.ErrFileShape},
		{"a photo", strings.NewReader("\xFF\xD8\xFF\xE0\x00\x10JFIF"), domain.ErrFileShape},
		{"a web page", strings.NewReader("<!DOCTYPE html>\n<p>1,2</p>"), domain.ErrFileShape},
		{"an old spreadsheet", strings.NewReader("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), domain.ErrFileShape},
		{"zero bytes", bytes.NewReader(make([]byte, 5000)), domain.ErrFileShape},
		{"prose", strings.NewReader("Dear friends,\nwater is life.\nYours\n"), domain.ErrFileShape},
		{"words only", strings.NewReader("name,mood\na,good\nb,bad\n"), domain.ErrFileShape},
		{"10,000 columns", strings.NewReader(strings.Repeat("a,", 10_000) + "b\n" + strings.Repeat("1,", 10_000) + "1\n"), domain.ErrFileShape},
		{"20 MB without a line end", repeat("abc", 20<<20), domain.ErrFileShape},
		{"20 MB of separators without a line end", repeat(",", 20<<20), domain.ErrFileShape},
		{"a cell above 1 MB", io.MultiReader(strings.NewReader(header+"1,2\n2,\""), repeat("x", 3<<20), strings.NewReader("\"\n3,4\n")), domain.ErrFileShape},
		{"a quotation mark that swallows 20 MB", io.MultiReader(strings.NewReader(header+"1,2\n\""), repeat("5,6\n", 20<<20)), domain.ErrFileShape},
		{"a file above the limit", repeat("post id,likes\n1,2\n", 4<<20), domain.ErrFileTooBig},
		{"a disk that fails", io.MultiReader(strings.NewReader(header), iotest.ErrReader(errors.New("bad sector"))), domain.ErrFileRead},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := Options{}
			if tt.want == domain.ErrFileTooBig {
				o.MaxBytes = 1 << 20
			}
			_, err := Read(context.Background(), "a.csv", tt.file, 0, o)
			var problem *domain.Error
			if !errors.As(err, &problem) || problem.Code != tt.want || problem.Args["file"] != "a.csv" {
				t.Errorf("%v, want %s", err, tt.want)
			}
		})
	}
}

func TestAFolderAndAMissingFileAreRefused(t *testing.T) {
	folder := t.TempDir()
	for _, path := range []string{folder, filepath.Join(folder, "none.csv")} {
		if _, err := readFile(t, path, Options{}); domain.CodeOf(err) != domain.ErrFileRead {
			t.Errorf("%v", err)
		}
	}
	big := filepath.Join(folder, "big.csv")
	if err := os.WriteFile(big, []byte("a,likes\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readFile(t, big, Options{MaxBytes: 4}); domain.CodeOf(err) != domain.ErrFileTooBig {
		t.Errorf("%v", err)
	}
}

func TestMemoryStaysBounded(t *testing.T) {
	tests := map[string]io.Reader{
		"a wide table of single digits": io.MultiReader(
			strings.NewReader(strings.Repeat("a,", 999)+"b\n"), repeat(strings.Repeat("1,", 999)+"1\n", 200<<20)),
		"a record without an end": repeat("x", 200<<20),
	}
	for name, file := range tests {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read(context.Background(), "a.csv", file, 0, Options{})
			runtime.ReadMemStats(&after)
			if err == nil {
				t.Fatal("taken")
			}
			// HeapSys grows with what was in use at once; what was allocated
			// and freed in between does not count.
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 500<<20 {
				t.Errorf("%d MB", grown>>20)
			}
		})
	}
}

func TestAnImportIsCancelledAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	rest := 0
	o := Options{Progress: func(share float64) {
		if share > 0.2 {
			cancel()
		}
	}}
	raw := bigExport(20_000)
	file := iotest.DataErrReader(io.TeeReader(bytes.NewReader(raw), writerFunc(func(p []byte) { rest = len(raw) })))
	_, err := Read(ctx, "a.csv", file, int64(len(raw)), o)
	if domain.CodeOf(err) != domain.ErrCancelled || !errors.Is(err, context.Canceled) || rest == 0 {
		t.Errorf("%v", err)
	}
	cancelled, stop := context.WithCancel(context.Background())
	stop()
	if _, err := ReadAll(cancelled, Paths("testdata/uci_dataset_Facebook.csv"), Options{}); domain.CodeOf(err) != domain.ErrCancelled {
		t.Errorf("%v", err)
	}
}

type writerFunc func(p []byte)

func (f writerFunc) Write(p []byte) (int, error) {
	f(p)
	return len(p), nil
}

func TestProgressRisesToTheEnd(t *testing.T) {
	raw := bigExport(20_000)
	var told []float64
	_, err := Read(context.Background(), "a.csv", bytes.NewReader(raw), int64(len(raw)), Options{Progress: func(s float64) { told = append(told, s) }})
	if err != nil || len(told) < 5 || len(told) > 110 || told[len(told)-1] != 1 {
		t.Fatalf("%v %v", told, err)
	}
	for i := 1; i < len(told); i++ {
		if told[i] < told[i-1] || told[i] > 1 {
			t.Errorf("%v", told)
		}
	}
}

func TestAQuotationMarkNeverClosedIsToldOf(t *testing.T) {
	r := &readText(t, "a.csv", "post id,likes,text\n1,5,fine\n2,6,\"cut off\n3,7,gone\n4,8,gone\n", Options{}).Report
	if r.Rows != (Rows{2, 1, 1, 0}) || r.Skipped[0] != (Skip{Row: 2, Reason: ReasonOpenQuote}) || r.Warning(CautionOpenQuote).Count != 3 {
		t.Errorf("%+v %v %v", r.Rows, r.Skipped, r.Warnings)
	}
}

func TestOneByteAtATimeGivesTheSame(t *testing.T) {
	files, err := filepath.Glob("testdata/export-shapes/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := Read(context.Background(), file, bytes.NewReader(raw), 0, Options{})
		if err != nil {
			t.Fatal(err)
		}
		bits, err := Read(context.Background(), file, iotest.OneByteReader(bytes.NewReader(raw)), 0, Options{})
		if err != nil || whole.Report.Rows != bits.Report.Rows || whole.Report.Hash != bits.Report.Hash {
			t.Errorf("%s: %v %+v", file, err, bits)
		}
	}
}

func TestFormulasAreWords(t *testing.T) {
	i := readText(t, "a.csv", "post id,likes,type\n=cmd(),1,@photo\n-bc,2,=2+2\n+49,3,-\n", Options{})
	if got := strings.Join(i.Table.IDs, " "); got != "=cmd() -bc +49" {
		t.Errorf("ids %q", got)
	}
	if d := i.Table.Dims[0]; d.Words[0] != "@photo" || d.Words[1] != "=2+2" || d.Words[2] != "" {
		t.Errorf("%q", d.Words)
	}
}

func TestNothingOfOtherPeoplesWordsStaysInTheTable(t *testing.T) {
	file := "Post ID,Author,Text,Permalink,Likes,Type,Note\n" +
		"12345,Jane Doe,my secret,https://x.com/janedoe/status/99999999,5,photo,jane said so\n"
	i := readText(t, "a.csv", file, Options{})
	for _, c := range i.Table.Columns {
		if c.Name != "Likes" {
			t.Errorf("column %q", c.Name)
		}
	}
	for _, d := range i.Table.Dims {
		if d.Name != "Type" {
			t.Errorf("dimension %q", d.Name)
		}
	}
	if len(i.Report.LeftOut) != 4 {
		t.Errorf("%v", i.Report.LeftOut)
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/export-shapes/*.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("sep=;\na;likes\n1;2,5\n"))
	f.Add([]byte("a\tlikes\r\n1\t١٢٣\r\n"))
	f.Add([]byte("post id,likes\n1,5\n\"2,6\n"))
	f.Add([]byte("\xFF\xFEp\x00,\x001\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		i, err := Read(context.Background(), "fuzz_2026.csv", bytes.NewReader(raw), int64(len(raw)), Options{Year: 2026})
		if err != nil {
			if domain.CodeOf(err) == domain.ErrInternal {
				t.Fatal(err)
			}
			return
		}
		checkWhole(t, i)
	})
}

func FuzzReadFigure(f *testing.F) {
	for _, cell := range []string{"1,234.5", "١٬٢٣٤٫٥", "-", "5 %", "1.5E+06", "undefined"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		r := readFigure(cell)
		for _, v := range []float64{r.value, r.fraction} {
			if v != v || v > largest || v < -largest {
				t.Fatalf("%q is read as %v", cell, v)
			}
		}
		if v, ok := plainFigure(cell); ok && (r.state != stateSure || r.value != v) {
			t.Fatalf("%q is read as %v and as %v", cell, v, r.value)
		}
	})
}

func FuzzReadMoment(f *testing.F) {
	for _, cell := range []string{"2021-11-30 16:00 +0000", "Tue, Jul 14, 2026", "٢٢/٠٣/٢٠٢٦ ٠٦:٠٨", "August 31", "5 تشرين الثاني 2025"} {
		f.Add(cell)
	}
	reader := newDateReader()
	f.Fuzz(func(t *testing.T, cell string) {
		m, ok := reader.read(cell)
		if !ok {
			return
		}
		if m.month < 1 || m.month > 12 || m.day < 1 || m.day > 31 || m.seconds < 0 || m.seconds >= 86400 ||
			m.year != 0 && (m.year < firstYear || m.year > lastYear) {
			t.Fatalf("%q is read as %+v", cell, m)
		}
	})
}
