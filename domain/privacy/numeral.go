package privacy

import "strings"

// group is a run of digits, as a range of bytes.
type group struct{ start, end int }

func (g group) len() int { return g.end - g.start }

// numeral is a row of groups with nothing between them but what people put into
// long numbers: spaces, dots, dashes and brackets.
type numeral struct {
	groups []group
}

// maxGroups is the longest row that is looked at as one. People write pairs of
// digits, and no number that is looked for has more than 24.
const maxGroups = 12

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isLatin(b byte) bool { return b >= 'a' && b <= 'z' }

// numerals calls f for every row of groups that nobody has taken.
func (d *draft) numerals(f func(numeral)) {
	groups := make([]group, 0, maxGroups)
	for i := 0; i < len(d.s); {
		if !isDigit(d.s[i]) || d.taken[i] {
			i++
			continue
		}
		groups = groups[:0]
		for {
			end := d.digitsFrom(i)
			groups = append(groups, group{i, end})
			i = end
			next := d.overGap(end)
			if next == 0 || len(groups) == maxGroups || d.taken[next] {
				break
			}
			i = next
		}
		f(numeral{groups: groups})
	}
}

// digitsFrom returns where the run of digits at i ends.
func (d *draft) digitsFrom(i int) int {
	for i < len(d.s) && isDigit(d.s[i]) && !d.taken[i] {
		i++
	}
	return i
}

// overGap returns where the next group of the same number begins, or 0.
func (d *draft) overGap(i int) int {
	const widest = 3 // ") -"
	for n := 0; n <= widest && i < len(d.s); n++ {
		b := d.s[i]
		switch {
		case isDigit(b):
			if n == 0 {
				return 0
			}
			return i
		case !strings.ContainsRune(" .-()", rune(b)):
			return 0
		}
		i++
	}
	return 0
}

// plainDigits returns the digits of the groups without what is between them.
func (d *draft) plainDigits(groups []group) string {
	if len(groups) == 1 {
		return d.s[groups[0].start:groups[0].end]
	}
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(d.s[g.start:g.end])
	}
	return b.String()
}

// shape returns the lengths of the groups and what is between them, as in "3-2-4".
func (d *draft) shape(groups []group) string {
	var b strings.Builder
	for i, g := range groups {
		if i > 0 {
			b.WriteString(d.s[groups[i-1].end:g.start])
		}
		if g.len() > 9 {
			b.WriteByte('+')
			continue
		}
		b.WriteByte('0' + byte(g.len()))
	}
	return b.String()
}

// canPart reports whether one number may end before the group i and another one
// begin with it: they do not cling together.
func (d *draft) canPart(groups []group, i int) bool {
	gap := d.s[groups[i-1].end:groups[i].start]
	return strings.ContainsAny(gap, " (") || groups[i-1].len() >= 7 && groups[i].len() >= 7
}

// digitCount returns how many digits the groups have together.
func digitCount(groups []group) int {
	n := 0
	for _, g := range groups {
		n += g.len()
	}
	return n
}
