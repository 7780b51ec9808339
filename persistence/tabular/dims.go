package tabular

import (
	"strings"

	"athar/domain/metric"
)

// dims gathers a column of repeated words.
type dims struct {
	name    string
	key     string
	words   []string
	index   []uint16
	known   map[string]uint16
	last    uint16
	rows    int
	missing int
	refused bool
}

// Bounds of a dimension: more words or longer ones are texts, by which nobody
// groups, and which may be about people.
const (
	mostWords   = 200
	longestWord = 80
)

// add takes the cell of the next kept row.
func (d *dims) add(cell string) {
	if d.refused {
		return
	}
	d.rows++
	if len(d.words) > 0 && cell == d.words[d.last] {
		if cell == "" {
			d.missing++
		}
		d.index = append(d.index, d.last)
		return
	}
	cell = strings.TrimSpace(cell)
	if isMissingWord(cell) {
		cell = ""
		d.missing++
	}
	at, ok := d.known[cell]
	if !ok {
		if len(d.words) == mostWords || len(cell) > longestWord {
			d.refused, d.words, d.index, d.known = true, nil, nil, nil
			return
		}
		if d.known == nil {
			d.known = make(map[string]uint16)
		}
		at = uint16(len(d.words))
		word := strings.Clone(strings.ToValidUTF8(cell, "\uFFFD"))
		d.words = append(d.words, word)
		d.known[strings.Clone(cell)] = at
	}
	d.last = at
	d.index = append(d.index, at)
}

// sumWords adds the words up when all of them are figures, such as hours, and
// counts the rows without one.
func sumWords(d metric.Dim) (sum float64, ok bool, missing int) {
	values := make([]float64, len(d.Words))
	none := -1
	ok = len(d.Words) > 0
	for i, w := range d.Words {
		if w == "" {
			none = i
			continue
		}
		r := readFigure(w)
		values[i] = r.value
		ok = ok && r.state == stateSure
	}
	for _, i := range d.Index {
		sum += values[i]
		if int(i) == none {
			missing++
		}
	}
	return sum, ok, missing
}
