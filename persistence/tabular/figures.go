package tabular

import (
	"slices"

	"athar/domain/metric"
)

// figures gathers a column of figures. A column whose header is not known has
// to prove by its cells that it holds figures.
type figures struct {
	name     string
	metric   string
	known    bool
	duration bool // 0:12:01 is a figure, in seconds

	values  []float64 // nil until the first figure: exports are full of empty columns
	expect  int       // rows expected
	rows    int
	missing int
	marked  int // missing cells that say so, such as "-"
	unread  []int
	texts   int
	refused bool // it holds text; gathering has stopped

	doubts  []doubt
	point   int // cells that prove a decimal point
	comma   int // cells that prove a decimal comma
	percent int
}

// doubt is an ambiguous cell, settled when the whole column is known.
type doubt struct {
	at       int // index of the kept row
	row      int // number of the data row
	fraction float64
	sign     byte
}

// patience is how many words a column without a known header may hold before
// it is no longer gathered, unless it holds more figures than words.
const patience = 64

// add takes the cell of the next kept row; row is its number in the file.
func (f *figures) add(cell string, row int) {
	if f.refused {
		return
	}
	if v, ok := plainFigure(cell); ok {
		f.put(v)
		return
	}
	if cell == "" {
		f.miss()
		return
	}
	if f.duration {
		if v, ok := readDuration(cell); ok {
			f.put(v)
			return
		}
	}
	r := readFigure(cell)
	switch r.state {
	case stateMissing:
		f.marked++
		f.miss()
		return
	case stateText:
		f.text(row)
		return
	case stateAmbiguous:
		f.doubts = append(f.doubts, doubt{at: f.rows, row: row, fraction: r.fraction, sign: r.sign})
	}
	switch r.decimal {
	case '.':
		f.point++
	case ',':
		f.comma++
	}
	if r.percent {
		f.percent++
	}
	f.put(r.value)
}

func (f *figures) put(v float64) {
	if f.values == nil {
		f.values = make([]float64, 0, max(f.expect, f.rows+1))
		for range f.rows {
			f.values = append(f.values, metric.Missing)
		}
	}
	f.values = append(f.values, v)
	f.rows++
}

func (f *figures) miss() {
	f.missing++
	f.rows++
	if f.values != nil {
		f.values = append(f.values, metric.Missing)
	}
}

func (f *figures) text(row int) {
	f.miss()
	f.texts++
	if len(f.unread) < maxListed {
		f.unread = append(f.unread, row)
	}
	if !f.known && f.texts > patience && f.texts > f.rows-f.missing {
		f.refused, f.values, f.unread, f.doubts = true, nil, nil, nil
	}
}

// pad makes room for rows that came before the column was there.
func (f *figures) pad(rows int) {
	for f.rows < rows {
		f.miss()
	}
}

// holdsFigures reports whether the column is one of figures. A few words among
// many figures are unread cells; a few figures among many words are words.
func (f *figures) holdsFigures() bool {
	if f.refused {
		return false
	}
	found := f.rows - f.missing
	if f.known {
		return found > 0 || f.texts == 0
	}
	return found > 0 && f.texts*10 <= found || found == 0 && f.texts == 0 && f.marked > 0
}

// sign returns the decimal sign the column proves: 0 when it proves none, or
// both equally often.
func (f *figures) sign() byte {
	switch {
	case f.point > f.comma:
		return '.'
	case f.comma > f.point:
		return ','
	}
	return 0
}

// settle decides the ambiguous cells by the decimal sign of the column, else by
// that of the file, else for thousands: counts are what exports are made of.
// usual is the sign expected to group where nothing proves it.
func (f *figures) settle(file, usual byte, r *Report) {
	if f.point > 0 && f.comma > 0 {
		r.warnMany(CautionMixedNumbers, min(f.point, f.comma))
	}
	if f.percent > 0 {
		r.warnMany(CautionPercent, f.percent)
	}
	sign := f.sign()
	if sign == 0 {
		sign = file
	}
	for _, d := range f.doubts {
		if sign == d.sign {
			f.values[d.at] = d.fraction
		} else if sign == 0 && d.sign != usual {
			r.warn(CautionAmbiguousNumbers, d.row)
		}
	}
	if f.values == nil {
		f.values = slices.Repeat([]float64{metric.Missing}, f.rows)
	}
}

// addUp adds figures up and counts the missing ones.
func addUp(values []float64) (sum float64, missing int) {
	for _, v := range values {
		if metric.IsMissing(v) {
			missing++
		} else {
			sum += v
		}
	}
	return sum, missing
}

// readDuration reads h:mm:ss and m:ss as seconds.
func readDuration(cell string) (float64, bool) {
	total, part, digits, parts := 0, 0, 0, 1
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c >= '0' && c <= '9' && digits < 5:
			part = part*10 + int(c-'0')
			digits++
		case c == ':' && digits > 0 && parts < 3 && (parts == 1 || part < 60):
			total, part, digits = (total+part)*60, 0, 0
			parts++
		default:
			return 0, false
		}
	}
	if parts < 2 || digits != 2 || part > 59 {
		return 0, false
	}
	return float64(total + part), true
}
