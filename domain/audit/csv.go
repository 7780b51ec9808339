package audit

import (
	"encoding/csv"
	"io"
	"iter"

	"athar/domain/text"
)

// byteOrderMark tells spreadsheets that a file is UTF-8; without it Arabic
// becomes unreadable in some.
const byteOrderMark = "\uFEFF"

// WriteCSV writes rows as RFC 4180 has it, so that any spreadsheet reads them
// and takes none of it for a formula.
func WriteCSV(w io.Writer, rows iter.Seq[[]string]) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = text.Harmless(cell)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
