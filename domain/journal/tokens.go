package journal

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/words"
)

// splitLines returns the lines of a text, each with its "\n".
func splitLines(s string) []string {
	lines := strings.SplitAfter(s, "\n")
	if n := len(lines); lines[n-1] == "" {
		lines = lines[:n-1]
	}
	return lines
}

// splitWords returns the words of a text and what stands between them (UAX #29),
// so that neither a letter with its marks nor an emoji is ever taken apart.
func splitWords(s string) []string {
	var out []string
	for w := words.FromString(s); w.Next(); {
		out = append(out, w.Value())
	}
	return out
}
