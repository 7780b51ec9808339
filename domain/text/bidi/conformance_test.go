package bidi

import (
	"bufio"
	"compress/bzip2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	ucd "golang.org/x/text/unicode/bidi"
)

// Unicode's own tests, whole: no line is excluded. The tables of x/text that the module
// can choose (Unicode 15.0 up to Go 1.26, 17.0 from then on) know all their characters.

func TestEveryLineOfBidiCharacterTestIsResolvedAsUnicodeSays(t *testing.T) {
	c := checker{t: t}
	lines, number := openLines(t, "BidiCharacterTest.txt"), 0
	for lines.Scan() {
		number++
		line, _, _ := strings.Cut(lines.Text(), "#")
		f := strings.Split(line, ";")
		if len(f) != 5 {
			continue
		}
		text := make([]rune, 0, 16)
		for h := range strings.FieldsSeq(f[0]) {
			r, err := strconv.ParseUint(h, 16, 21)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		base := [...]Direction{LTR, RTL, Auto}[atoi(t, f[1])]
		p := Analyze(text, base)
		if got := int(p.Base); got != atoi(t, f[2]) {
			c.fail("line %d: base %d, want %s", number, got, f[2])
		}
		c.check(number, p, numbers(t, f[3]), numbers(t, f[4]))
	}
	c.end(lines, 91_707)
}

func TestEveryLineOfBidiTestIsResolvedAsUnicodeSays(t *testing.T) {
	c := checker{t: t}
	var levels, order []int
	lines, number := openLines(t, "BidiTest.txt"), 0
	for lines.Scan() {
		number++
		line, _, _ := strings.Cut(lines.Text(), "#")
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = numbers(t, rest)
			continue
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = numbers(t, rest)
			continue
		}
		names, set, ok := strings.Cut(line, ";")
		if !ok {
			continue
		}
		text := make([]rune, 0, 8)
		for name := range strings.FieldsSeq(names) {
			text = append(text, representative[name])
		}
		bits := atoi(t, set)
		for bit, base := range []Direction{Auto, LTR, RTL} {
			if bits&(1<<bit) != 0 {
				c.check(number, Analyze(text, base), levels, order)
			}
		}
	}
	c.end(lines, 770_241)
}

// representative has one rune for each class; none is a bracket.
var representative = map[string]rune{
	"L": 'a', "R": 'א', "EN": '1', "ES": '+', "ET": '%', "AN": '١', "CS": ',', "B": '\u2029',
	"S": '\t', "WS": ' ', "ON": '!', "BN": '\u200B', "NSM": '\u0300', "AL": 'ع',
	"LRO": '\u202D', "RLO": '\u202E', "LRE": '\u202A', "RLE": '\u202B', "PDF": '\u202C',
	"LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
}

func TestRepresentativesHaveTheClassTheyStandFor(t *testing.T) {
	want := map[string]ucd.Class{
		"L": ucd.L, "R": ucd.R, "EN": ucd.EN, "ES": ucd.ES, "ET": ucd.ET, "AN": ucd.AN,
		"CS": ucd.CS, "B": ucd.B, "S": ucd.S, "WS": ucd.WS, "ON": ucd.ON, "BN": ucd.BN,
		"NSM": ucd.NSM, "AL": ucd.AL, "LRO": ucd.LRO, "RLO": ucd.RLO, "LRE": ucd.LRE,
		"RLE": ucd.RLE, "PDF": ucd.PDF, "LRI": ucd.LRI, "RLI": ucd.RLI, "FSI": ucd.FSI,
		"PDI": ucd.PDI,
	}
	for name, r := range representative {
		props, _ := ucd.LookupRune(r)
		if props.Class() != want[name] || props.IsBracket() {
			t.Errorf("%s: %U has class %v", name, r, props.Class())
		}
	}
}

// checker compares results and gives up after a few failures.
type checker struct {
	t              *testing.T
	checks, failed int
}

// isRemoved stands for the x in the files' levels.
const isRemoved = -1

// check compares p, taken as one line, with the levels and the visual order wanted.
func (c *checker) check(line int, p Paragraph, levels, order []int) {
	c.checks++
	lineLevels := p.LineLevels(0, len(p.Levels))
	got := make([]int, len(lineLevels))
	for i, l := range lineLevels {
		got[i] = int(l)
		if p.Removed(i) {
			got[i] = isRemoved
		}
	}
	if !slices.Equal(got, levels) {
		c.fail("line %d: levels %d, want %d", line, got, levels)
	}
	shown := slices.DeleteFunc(VisualOrder(lineLevels), p.Removed)
	if !slices.Equal(shown, order) {
		c.fail("line %d: order %d, want %d", line, shown, order)
	}
}

func (c *checker) fail(format string, args ...any) {
	c.t.Helper()
	c.t.Errorf(format, args...)
	if c.failed++; c.failed == 20 {
		c.t.FailNow()
	}
}

// end makes sure that the file was read to its end and as many checks made as it holds.
func (c *checker) end(lines *bufio.Scanner, want int) {
	c.t.Helper()
	if err := lines.Err(); err != nil {
		c.t.Fatal(err)
	}
	if c.checks != want {
		c.t.Errorf("made %d checks, want %d", c.checks, want)
	}
}

func openLines(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".bz2")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return bufio.NewScanner(bzip2.NewReader(f))
}

// numbers returns the numbers of a list, with isRemoved for each x.
func numbers(t *testing.T, list string) []int {
	t.Helper()
	ns := make([]int, 0, 16)
	for field := range strings.FieldsSeq(list) {
		n := isRemoved
		if field != "x" {
			n = atoi(t, field)
		}
		ns = append(ns, n)
	}
	return ns
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		t.Fatal(err)
	}
	return n
}
