package tabular

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Days as platforms write them into names of files: 20210301 and 2026-06-15 (X),
// Nov-24-2023 (Meta).
var (
	dayInName  = regexp.MustCompile(`(?:^|[^0-9])(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:[^0-9]|$)`)
	wordInName = regexp.MustCompile(`(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-_ ](\d\d?)[-_ ](20\d\d)`)
	yearInName = regexp.MustCompile(`(?:^|[^0-9])(20\d\d)(?:[^0-9]|$)`)
)

// nameTells returns the last day that the name of a file mentions, or the last
// year.
func nameTells(file string) newest {
	var n newest
	keep := func(year, month, day int) {
		m := moment{year: year, month: month, day: day}
		if !m.valid() {
			return
		}
		if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.After(n.to) {
			n.to = t
		}
	}
	// The separator after one day is the one before the next, so matches are
	// looked for from the last digit on.
	for rest := file; ; {
		at := dayInName.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		keep(atoi(rest[at[2]:at[3]]), atoi(rest[at[4]:at[5]]), atoi(rest[at[6]:at[7]]))
		rest = rest[at[7]:]
	}
	for _, w := range wordInName.FindAllStringSubmatch(file, -1) {
		keep(atoi(w[3]), dateWords()[strings.ToLower(w[1])].value, atoi(w[2]))
	}
	for rest := file; ; {
		at := yearInName.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		n.year = max(n.year, atoi(rest[at[2]:at[3]]))
		rest = rest[at[3]:]
	}
	return n
}

func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
