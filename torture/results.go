package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// Bars: what a row of Athar's must hold.
const maxRestart = 2 * time.Second

// results is what a run found, a row for each kind of fault.
type results struct {
	Began   time.Time `json:"began"`
	Seconds float64   `json:"seconds"`
	Load    float64   `json:"load"` // at the end: processes for each processor
	Seed    uint64    `json:"seed"`
	Long    bool      `json:"long"`
	Cut     bool      `json:"cut_short,omitempty"` // for want of time
	Rows    []*row    `json:"rows"`

	progress io.Writer // told of each row that begins; nil for nobody
}

// expected is what a row must show.
type expected string

// What rows must show: Athar's hold the bars; controls keep everything, or lose
// something, or else the faults were none.
const (
	holds    expected = ""
	mustKeep expected = "must keep"
	mustLose expected = "must lose"
)

// row is the outcome of one kind of fault.
type row struct {
	Fault    string   `json:"fault"`
	Expected expected `json:"expected,omitempty"`
	Tries    int      `json:"tries"`
	Acked    int      `json:"acknowledged"` // edits that were at stake
	Lost     int      `json:"lost"`         // of these
	Torn     int      `json:"torn"`         // stores with a part of an edit
	Silent   int      `json:"silent"`       // damage that nothing told of
	Died     int      `json:"died"`         // processes that ended by themselves
	Mended   int      `json:"mended"`       // damage that was noticed and repaired
	Told     int      `json:"told"`         // damage that was noticed and told of
	Harmless int      `json:"harmless"`     // no effect at all
	Unsure   int      `json:"unreached"`    // tries in which the fault did not happen
	P50      float64  `json:"restart_p50_ms"`
	Max      float64  `json:"restart_max_ms"`
	Slow     int      `json:"slow"`              // restarts above the bar, the machine not being busy
	Skipped  string   `json:"skipped,omitempty"` // why it was not tried
	Notes    []string `json:"notes,omitempty"`

	Kinds map[string]map[string]int `json:"kinds,omitempty"` // outcomes by kind of file

	restarts []time.Duration
	late     bool // there was no time for all tries
}

// maxNotes is how many single failures a row tells of.
const maxNotes = 12

func (r *results) row(fault string) *row {
	for _, old := range r.Rows {
		if old.Fault == fault {
			return old
		}
	}
	made := &row{Fault: fault}
	r.Rows = append(r.Rows, made)
	if r.progress != nil {
		fmt.Fprintf(r.progress, "%5.0f s  %s\n", time.Since(r.Began).Seconds(), fault)
	}
	return made
}

func (r *row) note(format string, args ...any) {
	if len(r.Notes) < maxNotes {
		r.Notes = append(r.Notes, fmt.Sprintf(format, args...))
	}
}

// restart is how long a start of the program took.
type restart struct {
	took time.Duration
	slow bool // longer than may be, and not for want of a processor
}

// maxLoad is how many processes may want each processor before the clock tells
// more of them than of the start.
const maxLoad = 1.5

// restartOf reads what a child says of its start.
func restartOf(text string) restart {
	var took, worked int64
	_, _ = fmt.Sscan(text, &took, &worked) // zeros do not count as a start
	r := restart{took: time.Duration(took) * time.Microsecond}
	r.slow = r.took > maxRestart && (load() < maxLoad || time.Duration(worked)*time.Microsecond > maxRestart)
	return r
}

func (r *row) restarted(s restart) {
	r.restarts = append(r.restarts, s.took)
	if s.slow {
		r.Slow++
	}
}

// finish works out what comes of the single tries.
func (r *row) finish() {
	if len(r.restarts) == 0 {
		return
	}
	slices.Sort(r.restarts)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	r.P50, r.Max = ms(r.restarts[len(r.restarts)/2]), ms(r.restarts[len(r.restarts)-1])
}

// missed says which bar the row misses, or nothing.
func (r *row) missed() string {
	bad := r.Lost + r.Torn + r.Silent + r.Died
	switch {
	case r.Skipped != "":
		return ""
	case r.Tries == 0 && r.late:
		return ""
	case r.Tries == 0:
		return "nothing was tried"
	case r.Expected == mustLose && bad == 0:
		return "the control lost nothing: the fault was none"
	case r.Expected == mustLose:
		return ""
	case bad > 0:
		return "lost, torn, silent and died must be 0"
	case r.Unsure > 0:
		return "the fault did not happen each time"
	case r.Expected == holds && r.Slow > 0:
		return fmt.Sprintf("a restart took more than %v", maxRestart)
	}
	return ""
}

// print writes the table and what was missed, and returns how many bars were.
func (r *results) print(w io.Writer) (missed int) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "tries\tacked\tlost\ttorn\tsilent\tdied\tmended\ttold\tharmless\trestart p50\tmax ms\t fault")
	for _, row := range r.Rows {
		row.late = r.Cut
		row.finish()
		name := row.Fault
		if row.Expected != holds {
			name += " (control: " + string(row.Expected) + ")"
		}
		if row.Skipped != "" {
			fmt.Fprintf(t, "-\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-\t %s: skipped, %s\n", name, row.Skipped)
			continue
		}
		fmt.Fprintf(t, "%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.0f\t%.0f\t %s\n", row.Tries, row.Acked, row.Lost,
			row.Torn, row.Silent, row.Died, row.Mended, row.Told, row.Harmless, row.P50, row.Max, name)
	}
	_ = t.Flush()
	for _, row := range r.Rows {
		why := row.missed()
		if why != "" {
			missed++
			fmt.Fprintf(w, "MISSED %s: %s\n", row.Fault, why)
		}
		for _, note := range row.Notes {
			if why != "" && row.Expected != mustLose {
				fmt.Fprintf(w, "       %s\n", note)
			}
		}
	}
	if r.Load >= maxLoad {
		fmt.Fprintf(w, "The machine was busy with other things (load %.1f for each processor): a restart was late only when it worked for longer than %v.\n", r.Load, maxRestart)
	}
	fmt.Fprintf(w, "%.0f s, seed %d, %d of %d rows hold\n", r.Seconds, r.Seed, len(r.Rows)-missed, len(r.Rows))
	return missed
}
