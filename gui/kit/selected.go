package kit

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Selection returns the runes of Text that are selected; start and end are the same
// where nothing is.
func (in *input) Selection() (start, end int) {
	start, end = in.box.selection()
	at := func(typed int) int { return utf8.RuneCountInString(norm.NFC.String(in.box.layout.Text(0, typed))) }
	return at(start), at(end)
}
