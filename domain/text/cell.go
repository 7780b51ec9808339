package text

import (
	"strings"
	"unicode/utf8"
)

// Harmless returns what may go into a cell of a file for spreadsheets: text that
// none of them takes for a formula gets no mark, any other one an apostrophe.
// Whoever opens the file must not run what somebody typed. The signs are those of
// OWASP, "CSV Injection", with their full-width forms.
func Harmless(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size > 0 && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", first) {
		return "'" + s
	}
	return s
}
