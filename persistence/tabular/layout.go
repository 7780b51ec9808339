package tabular

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"athar/domain"
)

// layout is how a file is laid out: what separates its cells, where the header
// stands, and its first data rows, by which columns are recognised.
type layout struct {
	separator rune
	declared  bool // by a line such as sep=;
	above     int  // records above the header
	title     string
	headless  bool
	names     []string
	sample    [][]string

	score int
}

// sampleRows is how many records are looked at.
const sampleRows = 40

// findLayout looks at the beginning of the text without consuming it, apart
// from a line that declares the separator.
func findLayout(src *bufio.Reader, in *input, known catalog) (layout, error) {
	head, err := src.Peek(chunk)
	if err != nil && err != io.EOF {
		return layout{}, in.unreadable(err)
	}
	separators := []rune{',', ';', '\t', '|'}
	declared := false
	if sign, length := declaration(head); length > 0 {
		separators, declared = []rune{sign}, true
		if _, err := src.Discard(length); err != nil {
			return layout{}, in.unreadable(err)
		}
		if head, err = src.Peek(chunk); err != nil && err != io.EOF {
			return layout{}, in.unreadable(err)
		}
	}
	best := layout{score: -1}
	for _, sign := range separators {
		if l := tryLayout(head, sign, known); l.score > best.score {
			best = l
		}
	}
	best.declared = declared
	if best.score < 0 || len(best.names) > maxColumns {
		return layout{}, in.problem(domain.ErrFileShape, "no table, or too many columns")
	}
	return best, nil
}

// declaration returns the separator declared by a line "sep=;" and the line's
// length.
func declaration(head []byte) (rune, int) {
	line, _, found := bytes.Cut(head, []byte("\n"))
	trimmed := bytes.Trim(line, " \r\"")
	if !found || len(trimmed) < 5 || len(trimmed) > 6 || !bytes.EqualFold(trimmed[:4], []byte("sep=")) {
		return 0, 0
	}
	sign := rune(trimmed[4])
	if string(trimmed[4:]) == `\t` {
		sign = '\t'
	}
	if sign == '\r' || sign == '"' || sign >= utf8.RuneSelf || sign < ' ' && sign != '\t' {
		return 0, 0
	}
	return sign, len(line) + 1
}

// newCSV returns a reader that takes rows of any width and quotation marks
// where they do not belong, as real exports have both.
func newCSV(src io.Reader, separator rune) *csv.Reader {
	r := csv.NewReader(src)
	r.Comma = separator
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	return r
}

func tryLayout(head []byte, separator rune, known catalog) layout {
	r := newCSV(bytes.NewReader(head), separator)
	var records [][]string
	for len(records) < sampleRows {
		record, err := r.Read()
		if err != nil {
			break
		}
		if len(record) == 1 && record[0] == endMark {
			break
		}
		records = append(records, record)
	}
	if len(head) >= chunk && r.InputOffset() >= int64(len(head)) && len(records) > 1 {
		records = records[:len(records)-1] // cut by the end of what was looked at
	}
	l := layout{separator: separator, score: -1}
	if len(records) == 0 {
		return l
	}
	width, rows := usualWidth(records)
	at, hits := findHeader(records, width, known)
	l.score = 10*hits + 2*rows
	if width == 1 {
		l.score = hits // any separator that separates is better than none
	}
	l.headless = at < 0
	l.above = max(at, 0)
	l.setNames(records, width)
	return l
}

// expectedRows estimates the number of data rows, so that memory is taken once.
// A claimed size is believed only as far as it costs little.
func (l *layout) expectedRows(size int64) int {
	bytes := int64(1)
	for _, record := range l.sample {
		for _, cell := range record {
			bytes += int64(len(cell)) + 1
		}
	}
	rows := size * int64(len(l.sample)) / bytes
	most := int64(maxCells / (len(l.names) + 2) / 2)
	return int(min(rows+rows/50, most))
}

func (l *layout) setNames(records [][]string, width int) {
	if l.headless {
		for i := range width {
			l.names = append(l.names, strconv.Itoa(i+1))
		}
		l.sample = records
		return
	}
	for i, name := range records[l.above] {
		if name = tidy(name); name == "" {
			name = strconv.Itoa(i + 1)
		}
		l.names = append(l.names, name)
	}
	if l.above > 0 && len(records[l.above-1]) == 1 {
		l.title = tidy(records[l.above-1][0])
	}
	l.sample = records[l.above+1:]
}

// usualWidth returns the number of cells most records have, preferring more
// cells among equals, and how many records have it.
func usualWidth(records [][]string) (width, rows int) {
	counts := make(map[int]int)
	for _, r := range records {
		counts[len(r)]++
	}
	for w, n := range counts {
		if width == 0 || w > 1 && width == 1 || (w > 1) == (width > 1) && (n > rows || n == rows && w > width) {
			width, rows = w, n
		}
	}
	return width, rows
}

// findHeader returns the index of the header, -1 when the first row already
// holds data, and how many of its cells are known headers.
func findHeader(records [][]string, width int, known catalog) (at, hits int) {
	at = -1
	best := 0
	for i, record := range records[:min(len(records), 20)] {
		found, filled := 0, 0
		for _, cell := range record {
			if strings.TrimSpace(cell) == "" {
				continue
			}
			filled++
			if m, ok := known[fold(cell)]; ok && m.role != roleUnknown {
				found++
			}
		}
		// A word of a data row may be a known header by chance ("Link"); a
		// title may be one. A header has several, and the width of the table.
		score := 2 * found
		if len(record) == width {
			score++
		}
		fits := found > 2 || found > 0 && len(record) == width && namesColumns(record)
		if fits && found*4 >= filled && score > best {
			at, hits, best = i, found, score
		}
	}
	if at >= 0 {
		return at, hits
	}
	for i, record := range records {
		if len(record) == width {
			if namesColumns(record) {
				return i, 0
			}
			return -1, 0
		}
	}
	return -1, 0
}

// namesColumns reports whether a record without a known header can be one: words
// in every cell but a few, no figures and no dates.
func namesColumns(record []string) bool {
	dates := newDateReader()
	words := 0
	for _, cell := range record {
		if r := readFigure(cell); r.state == stateSure || r.state == stateAmbiguous {
			return false
		}
		if _, ok := dates.read(cell); ok {
			return false
		}
		if strings.TrimSpace(cell) != "" {
			words++
		}
	}
	return words*2 > len(record)
}
