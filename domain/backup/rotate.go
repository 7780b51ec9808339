package backup

import (
	"cmp"
	"slices"
	"strings"
)

// How many are kept: the newest ones, and the newest of each of the newest
// days, weeks and months that have one.
const (
	keepLast   = 10
	keepDays   = 7
	keepWeeks  = 5
	keepMonths = 12
	keepAlways = 2 // whatever their size
)

// MaxBytes is the size of all kept backups above which the oldest go.
const MaxBytes = 1 << 30

// Surplus returns the names of the files that rotation gives up, oldest first.
// The newest two and those tagged "pre-" are never among them. Doing it again
// with what is left gives up nothing more.
func Surplus(files []File, limit int64) []string {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int {
		return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.Seq, a.Seq), cmp.Compare(b.Name, a.Name))
	})
	kept := wanted(files)
	total := int64(0)
	for i, f := range files {
		if kept[i] {
			total += f.Size
		}
	}
	var gone []string
	for i, f := range slices.Backward(files) {
		switch {
		case !kept[i]:
			gone = append(gone, f.Name)
		case total > limit && i >= keepAlways && !f.Protected():
			total -= f.Size
			gone = append(gone, f.Name)
		}
	}
	return gone
}

// Protected reports whether only a person removes the file.
func (f File) Protected() bool { return strings.HasPrefix(f.Tag, "pre-") }

// wanted says of each file, newest first, whether a rule keeps it.
func wanted(files []File) []bool {
	kept := make([]bool, len(files))
	for i, f := range files {
		kept[i] = i < keepLast || f.Protected()
	}
	keepNewestOf(kept, files, keepDays, func(f File) int { return f.Time.Year()*1000 + f.Time.YearDay() })
	keepNewestOf(kept, files, keepWeeks, func(f File) int {
		year, week := f.Time.ISOWeek()
		return year*100 + week
	})
	keepNewestOf(kept, files, keepMonths, func(f File) int { return f.Time.Year()*100 + int(f.Time.Month()) })
	return kept
}

// keepNewestOf keeps the newest file of each of the newest spans of time.
func keepNewestOf(kept []bool, files []File, spans int, span func(File) int) {
	seen := map[int]bool{}
	for i, f := range files {
		if s := span(f); !seen[s] && len(seen) < spans {
			seen[s], kept[i] = true, true
		}
	}
}
