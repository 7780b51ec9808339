package tabular

import (
	"slices"
	"time"

	"athar/domain"
	"athar/domain/metric"
)

// Reason says why a row was skipped.
type Reason string

// The reasons.
const (
	ReasonTotal       Reason = "total"       // the platform's own total over the rows
	ReasonBlank       Reason = "blank"       // a row of empty cells
	ReasonHeader      Reason = "header"      // the header once more
	ReasonDescription Reason = "description" // the second header row, which explains the first
	ReasonNote        Reason = "note"        // a sentence in the first cell and nothing else
	ReasonRepeated    Reason = "repeated"    // id seen before; with Options.DropRepeats only
	ReasonNewerFile   Reason = "newer_file"  // a newer file of the same import has the row
	ReasonSameFile    Reason = "same_file"   // the file was given twice
	ReasonOpenQuote   Reason = "open_quote"  // a quotation mark opens and never closes
)

// Skip is a data row that was not kept.
type Skip struct {
	File   string `json:"file,omitempty"` // in a total over files only
	Row    int    `json:"row"`
	Reason Reason `json:"reason"`
}

// Place is a cell.
type Place struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
}

// Why says why a column was left out.
type Why string

// The reasons to leave a column out.
const (
	WhyText   Why = "text"       // words, not figures
	WhyPerson Why = "person"     // names, handles and other personal data
	WhyLink   Why = "link"       // addresses
	WhyEmpty  Why = "empty"      // nothing in it
	WhyWords  Why = "many_words" // too many different words to group by
	WhyAsked  Why = "asked"      // the mapping says so
)

// LeftOut is a column that was not kept.
type LeftOut struct {
	Name string `json:"name"`
	Why  Why    `json:"why"`
}

// Caution names something the person should know about the import.
type Caution string

// The cautions.
const (
	CautionRepeatedIDs      Caution = "repeated_ids"       // rows whose id was seen before
	CautionDamagedIDs       Caution = "damaged_ids"        // ids a spreadsheet turned into 1.22158E+17
	CautionRoundedIDs       Caution = "rounded_ids"        // long ids that end in zeros, as after a spreadsheet
	CautionSumUnlikeParts   Caution = "sum_unlike_parts"   // a sum column that differs from its parts
	CautionAmbiguousDates   Caution = "ambiguous_dates"    // 03/04/2026: the order of day and month was assumed
	CautionMixedDates       Caution = "mixed_dates"        // both orders of day and month in one column
	CautionNoYear           Caution = "dates_without_year" // no year known: rows without a moment
	CautionYearAssumed      Caution = "year_assumed"       // the year is not in the cells
	CautionAmbiguousNumbers Caution = "ambiguous_numbers"  // 1.234 taken for a thousand or so
	CautionMixedNumbers     Caution = "mixed_numbers"      // both decimal signs in one column
	CautionPercent          Caution = "percent"            // figures with a percent sign, kept as written
	CautionTotalLeftOut     Caution = "total_left_out"     // Total rows
	CautionOnlyTotal        Caution = "only_total"         // nothing but a Total row, which is kept
	CautionPreamble         Caution = "preamble_left_out"  // lines above the header
	CautionNoHeader         Caution = "no_header"          // columns are named by number
	CautionRagged           Caution = "ragged_rows"        // rows with fewer or more cells than the header
	CautionLostCells        Caution = "cells_beyond"       // filled cells beyond the last header
	CautionOpenQuote        Caution = "open_quote"         // lines swallowed by a quotation mark never closed
	CautionSuperseded       Caution = "superseded"         // rows that a newer file replaces
	CautionSameDays         Caution = "same_days"          // days that several files of one kind tell about, all counted
	CautionListCut          Caution = "list_cut"           // a list of this report was too long
)

// Warning is a caution with how often it applies and the first rows it is
// about.
type Warning struct {
	Code  Caution `json:"code"`
	Count int     `json:"count"`
	Rows  []int   `json:"rows,omitempty"`
}

// Rows counts data rows. Read = Kept + Skipped always. Duplicate counts the
// rows whose id was seen before, kept or not.
type Rows struct {
	Read      int `json:"read"`
	Kept      int `json:"kept"`
	Skipped   int `json:"skipped"`
	Duplicate int `json:"duplicate"`
}

// Column tells of a column of figures. The coded words of a dimension made of
// numbers (hour, weekday, paid) are told of as well, with Dim set: their sum
// and their gaps are facts, but they are not figures of the table.
type Column struct {
	Name    string  `json:"name"`
	Metric  string  `json:"metric"`
	Dim     string  `json:"dim,omitempty"`
	Sum     float64 `json:"sum"`
	Missing int     `json:"missing"`
}

// Dim tells of a column of repeated words.
type Dim struct {
	Name    string `json:"name"`
	Key     string `json:"key"`
	Words   int    `json:"words"`
	Missing int    `json:"missing"`
}

// Report says what a file held and what became of it. A row number is the
// number of the data record, from 1; the header, what stands above it and
// blank lines have none. A record may span several lines of the file.
type Report struct {
	File      string    `json:"file"`
	Hash      string    `json:"hash"` // SHA-256 of the file's bytes, hexadecimal
	Shape     string    `json:"shape"`
	Encoding  string    `json:"encoding"`  // utf-8, utf-16le, utf-16be, windows-1252, windows-1256
	Separator string    `json:"separator"` // one character
	HeaderRow int       `json:"header_row"`
	IDColumn  string    `json:"id_column,omitempty"`
	DayColumn string    `json:"date_column,omitempty"`
	Rows      Rows      `json:"rows"`
	Columns   []Column  `json:"columns"`
	Dims      []Dim     `json:"dims"`
	LeftOut   []LeftOut `json:"left_out"`
	Skipped   []Skip    `json:"skipped"`
	Damaged   []Place   `json:"damaged"` // bytes that could not be decoded; the row is kept
	Unread    []Place   `json:"unread"`  // words where a figure or a date should be
	Warnings  []Warning `json:"warnings"`

	// The first and the last moment of the rows; nil without dates.
	From *time.Time `json:"from"`
	To   *time.Time `json:"to"`
}

// newReport returns a report whose lists are empty, not nil: JSON readers get [].
func newReport() *Report {
	return &Report{
		Columns: []Column{}, Dims: []Dim{}, LeftOut: []LeftOut{}, Skipped: []Skip{},
		Damaged: []Place{}, Unread: []Place{}, Warnings: []Warning{},
	}
}

// maxListed bounds the lists of a report; counts go on beyond it.
const maxListed = 100_000

// maxWarned is how many rows a warning names.
const maxWarned = 20

// warn counts one more case of a caution, at a row unless row is 0.
func (r *Report) warn(code Caution, row int) { r.warnMany(code, 1, row) }

func (r *Report) warnMany(code Caution, count int, rows ...int) {
	if count == 0 {
		return
	}
	i := slices.IndexFunc(r.Warnings, func(w Warning) bool { return w.Code == code })
	if i < 0 {
		i = len(r.Warnings)
		r.Warnings = append(r.Warnings, Warning{Code: code})
	}
	w := &r.Warnings[i]
	w.Count += count
	for _, row := range rows {
		if row > 0 && len(w.Rows) < maxWarned {
			w.Rows = append(w.Rows, row)
		}
	}
}

func (r *Report) skip(row int, reason Reason) {
	r.Rows.Skipped++
	if len(r.Skipped) < maxListed {
		r.Skipped = append(r.Skipped, Skip{Row: row, Reason: reason})
	} else {
		r.warn(CautionListCut, row)
	}
}

func (r *Report) place(list *[]Place, row int, column string) {
	if len(*list) < maxListed {
		*list = append(*list, Place{row, column})
	} else {
		r.warn(CautionListCut, row)
	}
}

// Warning returns the warning with the code, the zero Warning when there is
// none.
func (r *Report) Warning(code Caution) Warning {
	for _, w := range r.Warnings {
		if w.Code == code {
			return w
		}
	}
	return Warning{}
}

// DamagedRows counts the rows with bytes that could not be decoded.
func (r *Report) DamagedRows() int {
	rows := 0
	for i, p := range r.Damaged {
		if i == 0 || p.Row != r.Damaged[i-1].Row {
			rows++
		}
	}
	return rows
}

// Import is what became of one file.
type Import struct {
	Table  *metric.Table
	Report Report
}

// DataSet returns the record that tells of the import in a campaign.
func (i *Import) DataSet(id domain.ID, at time.Time) domain.DataSet {
	r := &i.Report
	d := domain.DataSet{
		ID: id, File: r.File, Hash: r.Hash, Shape: r.Shape, Encoding: r.Encoding,
		Read: r.Rows.Read, Kept: r.Rows.Kept, Skipped: r.Rows.Skipped,
		Duplicate: r.Rows.Duplicate, Damaged: r.DamagedRows(), Imported: at,
	}
	for _, c := range r.Columns {
		if c.Dim == "" {
			d.Columns = append(d.Columns, domain.DataColumn{Name: c.Name, Metric: c.Metric, Sum: c.Sum, Missing: c.Missing})
		}
	}
	if r.From != nil {
		d.From, d.To = *r.From, *r.To
	}
	return d
}
