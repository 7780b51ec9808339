package typeset

import (
	"bufio"
	"compress/bzip2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"athar/domain/text/bidi"
)

// Unicode's test of the bidirectional algorithm, of which every nth line is enough here:
// that of package bidi takes all of them.
const everyNth = 23

func TestCharactersStandInTheOrderThatUnicodeSays(t *testing.T) {
	fonts := newFonts(t)
	f, err := os.Open("../../domain/text/bidi/testdata/BidiCharacterTest.txt.bz2")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, checked := bufio.NewScanner(bzip2.NewReader(f)), 0
	for number := 1; lines.Scan(); number++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Split(line, ";")
		if len(fields) != 5 || number%everyNth != 0 || breaksLine(fields[0]) {
			continue
		}
		text := codes(t, fields[0], 16)
		base := [...]bidi.Direction{bidi.LTR, bidi.RTL, bidi.Auto}[codes(t, fields[1], 10)[0]]
		l := New(fonts, Params{Size: 14, Base: base, Fallback: bidi.LTR}, string(text))
		if got, want := visualOrder(l.row(0)), codes(t, fields[4], 10); !slices.Equal(got, want) {
			t.Errorf("line %d: order %d, want %d", number, got, want)
		}
		checked++
	}
	if checked < 3000 {
		t.Errorf("checked %d lines only", checked)
	}
}

// breaksLine reports whether a line of the test has a character that ends one of ours: the
// test shows even paragraph separators on the line.
func breaksLine(codes string) bool {
	return slices.ContainsFunc(strings.Fields(codes), func(c string) bool { return c == "2029" || c == "2028" })
}

// visualOrder returns the runes of a line from left to right, without those that rule X9
// removes. Within a cell the marks follow their letter in the text and stand, as Unicode
// counts, before it where the cell reads from the right.
func visualOrder(r row) []rune {
	var order []rune
	for _, c := range r.box.order {
		cell := r.line.start + c
		var runes []rune
		for i := r.block.cells[cell]; i < r.block.cells[cell+1]; i++ {
			if !r.block.levels.Removed(int(i)) {
				runes = append(runes, i)
			}
		}
		if r.box.rtl[c] {
			slices.Reverse(runes)
		}
		order = append(order, runes...)
	}
	return order
}

func codes(t *testing.T, list string, base int) []rune {
	t.Helper()
	var numbers []rune
	for field := range strings.FieldsSeq(list) {
		n, err := strconv.ParseInt(field, base, 32)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, rune(n))
	}
	return numbers
}
