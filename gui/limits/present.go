package limits

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"athar/domain/channel"
	"athar/gui/i18n"
)

// row is one number of a field.
type row struct {
	Limit  channel.Limit // as it counts now
	Own    bool          // a person gave it
	Cells  []string      // in the order of the columns
	Title  string        // channel and field and what is limited, for the dialog
	Ours   int           // the number that Athar came with
	Figure int           // the number, for sorting
}

// The columns of the table.
const (
	columnChannel = iota
	columnField
	columnPart
	columnNumber
	columnUnit
	columnSource
	columnDate
	columnSure
	columns
)

// rows lists every number of every channel in the order of the catalog.
func rows(p *i18n.Printer, ours channel.Catalog, kept []channel.Limit) []row {
	var all []row
	for _, ch := range ours.Channels() {
		for _, f := range ch.Fields {
			for _, part := range f.Parts() {
				all = append(all, rowOf(p, ours, ch, f, part, kept))
			}
		}
	}
	return all
}

func rowOf(p *i18n.Printer, ours channel.Catalog, ch channel.Channel, f channel.Field, part channel.LimitPart, kept []channel.Limit) row {
	l, _ := f.Number(part)
	from, lang := f.From(part), p.Lang()
	l.Channel, l.Source = ch.ID, from.Source.In(lang)
	r := row{Limit: l, Ours: l.Number}
	sure := from.Sure
	given := func(k channel.Limit) bool { return k.Same(l) && ours.Check(k) == nil }
	if i := slices.IndexFunc(kept, given); i >= 0 {
		r.Limit, r.Own, sure = kept[i], true, channel.Corrected
	}
	r.Figure = r.Limit.Number
	what := p.T("limits.part." + string(part))
	r.Cells = make([]string, columns)
	r.Cells[columnChannel], r.Cells[columnField], r.Cells[columnPart] = ch.Name.In(lang), f.Name.In(lang), what
	r.Cells[columnNumber], r.Cells[columnUnit] = p.Int(r.Figure), unit(p, f, part)
	r.Cells[columnSource], r.Cells[columnDate] = r.Limit.Source, dateOf(p, r.Limit.AsOf)
	r.Cells[columnSure] = p.T("limits.sure." + string(sure))
	r.Title = p.T("limits.change_title", "channel", ch.Name.In(lang), "field", f.Name.In(lang), "what", what)
	return r
}

// unit says what is counted.
func unit(p *i18n.Printer, f channel.Field, part channel.LimitPart) string {
	switch part {
	case channel.LimitLength:
		return p.T("messages.unit." + string(f.Unit))
	case channel.LimitSecond:
		return p.T("messages.unit." + string(f.Second.Unit))
	case channel.LimitShown:
		return p.T("messages.unit." + string(channel.Grapheme))
	}
	return p.T("limits.unit." + string(part))
}

func dateOf(p *i18n.Printer, day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return p.Date(t)
}

// number reads a number as people write it, in either digits and with separators.
func number(written string) (int, bool) {
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r == ',' || r == '٬' || r == ' ' || r == '\u00a0':
			return -1
		}
		return r
	}, written)
	n, err := strconv.Atoi(digits)
	return n, err == nil
}
