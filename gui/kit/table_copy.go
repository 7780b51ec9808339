package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// shortcut copies and selects all.
func (t *Table) shortcut(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		if text := t.SelectedText(); text != "" {
			t.env.ToClipboard(text)
			return true
		}
	case *fyne.ShortcutSelectAll:
		if t.Multiple && t.count() > 0 {
			t.pickAll()
			return true
		}
	}
	return false
}

// SelectedText returns the selected rows as RowText does, under one another;
// several come with a line of the titles.
func (t *Table) SelectedText() string {
	rows := t.SelectedRows()
	var lines []string
	if len(rows) > 1 {
		titles := make([]string, len(t.columns))
		for i, c := range t.columns {
			titles[i] = clipboardCell(c.Title)
		}
		lines = append(lines, strings.Join(titles, "\t"))
	}
	for _, row := range rows {
		lines = append(lines, t.RowText(row))
	}
	return strings.Join(lines, "\n")
}

// RowText returns a row as text, the cells parted by tabs, as spreadsheets
// take it from the clipboard.
func (t *Table) RowText(row int) string {
	cells := make([]string, len(t.columns))
	for c := range t.columns {
		cells[c] = clipboardCell(t.cell(row, c))
	}
	return strings.Join(cells, "\t")
}

// clipboardCell makes one line of a cell. A spreadsheet would take what begins
// like a formula for one, and run it; an apostrophe makes it text. Figures with
// a sign stay figures.
func clipboardCell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	bare := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.Is(unicode.Cf, r) })
	first, _ := utf8.DecodeRuneInString(bare)
	if strings.ContainsRune("=+-@＝＋－＠", first) && !isPlainNumber(bare) {
		return "'" + s
	}
	return s
}

// isPlainNumber reports whether a text is a figure with or without a sign, in
// any digits, and maybe a percent sign.
func isPlainNumber(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(first) && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsDigit(r) && !strings.ContainsRune(".,٫٬%٪", r) && !unicode.Is(unicode.Cf, r)
	})
}
