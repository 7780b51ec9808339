package privacy

import "strings"

// findNumbers goes through what is left of the digits: cards, national numbers and
// telephones. In a row of groups, the longest part that is one of them is taken.
func (d *draft) findNumbers(f *Finder) {
	d.numerals(func(n numeral) {
		groups := n.groups
		if d.isPlain(groups) {
			return
		}
		for len(groups) > 0 {
			used := d.readNumber(f, groups, len(groups) == len(n.groups))
			if used == 0 {
				used = 1
				for used < len(groups) && !d.canPart(groups, used) {
					used++
				}
			}
			groups = groups[used:]
		}
	})
}

// readNumber takes the longest number that the groups begin with and returns how
// many groups it has, 0 if there is none.
func (d *draft) readNumber(f *Finder, groups []group, first bool) int {
	for n := len(groups); n > 0; n-- {
		if n < len(groups) && !d.canPart(groups, n) {
			continue
		}
		part := groups[:n]
		if count := digitCount(part); count < 7 || count > 19 {
			continue
		}
		if h, ok := d.classify(f, part, first && n == len(groups)); ok && d.add(h) {
			return n
		}
	}
	return 0
}

// classify says what a number is. whole says that it is not a part of a longer row.
func (d *draft) classify(f *Finder, groups []group, whole bool) (hit, bool) {
	start, end := groups[0].start, groups[len(groups)-1].end
	digits := d.plainDigits(groups)
	said := d.said(start, end)
	glued := d.isGlued(start, end)
	phone, isPhone := d.phone(f, groups, digits, said)
	if isPhone && (said&ofPhone != 0 && said&ofID == 0 || d.hasPlus(start)) && !glued {
		return phone, true
	}
	if glued {
		return hit{}, false
	}
	if isCard(digits, said&ofCard != 0) && said&ofThing == 0 && !strings.Contains(d.s[start:end], ".") {
		return hit{kind: Card, severity: High, start: start, end: end}, true
	}
	if h, ok := d.identify(groups, digits, said, whole); ok {
		return h, true
	}
	return phone, isPhone
}

// said collects what the words beside a number say of it: the nearest in front, with
// what it is the number of ("order ID"), else the words behind.
func (d *draft) said(start, end int) context {
	const telling = ofPhone | ofID | ofNational | ofCard | ofCase | ofThing | ofPassport | ofHotline | ofPlate
	said := d.near(start, telling, 6, false)
	if said&ofID != 0 && said&ofNational == 0 {
		said |= d.near(start, ofThing, 3, false) & ofThing
		if said&ofThing != 0 {
			said &^= ofID
		}
	}
	if said == 0 {
		said = d.after(end, telling)
	}
	if d.near(start, ofHotline, 8, false)|d.after(end, ofHotline) != 0 {
		said |= ofHotline
	}
	return said
}

// isGlued reports whether the number is a part of something else: a word, a tag, a
// handle, a decimal, an amount.
func (d *draft) isGlued(start, end int) bool {
	if last := d.peek(start - 1); start > 0 && (start < 2 || !d.taken[start-2]) { // not behind a number that was found
		if isLatin(last) || strings.IndexByte("#@_$%/=\\", last) >= 0 || (last == ',' || last == '.') && isDigit(d.peek(start-2)) {
			return true
		}
	}
	next := d.peek(end)
	if isLatin(next) || next == '_' || next == '%' || next == ' ' && d.peek(end+1) == '%' {
		return true
	}
	return (next == ',' || next == '.' || next == ':' || next == '/') && isDigit(d.peek(end+1)) && !d.startsNumber(end+1)
}

// startsNumber reports whether a long number begins at i, so that what is in front of
// it is not its beginning: people list numbers with commas and no spaces.
func (d *draft) startsNumber(i int) bool { return d.digitsFrom(i)-i >= 7 }

// isPlain reports whether the groups are a number of the ordinary kind: an amount, a
// decimal, a date, a span of years.
func (d *draft) isPlain(groups []group) bool {
	start, end := groups[0].start, groups[len(groups)-1].end
	part := func(i int) string { return d.s[groups[i].start:groups[i].end] }
	switch {
	case len(groups) == 2 && isYear(part(0)) && isYear(part(1)):
		return true
	case len(groups) == 2 && d.s[groups[0].end:groups[1].start] == ".": // 0.1234567
		return true
	case len(groups) == 3 && (isDate(part(0), part(1), part(2)) || isDate(part(2), part(1), part(0))):
		return true
	}
	if b := d.before(start); b != 0 && strings.ContainsRune("$€£¥₪₺₽₹", b) {
		return true
	}
	if b := d.before(start); b == ' ' && strings.ContainsRune("$€£¥₪₺₽₹", d.before(start-1)) {
		return true
	}
	for _, sign := range []string{"$", "€", "£", "¥", "₪", "₺", "₽", "₹"} {
		if strings.HasPrefix(strings.TrimPrefix(d.s[end:], " "), sign) {
			return true
		}
	}
	if d.hasPlus(start) || d.s[start] == '0' {
		return false
	}
	return d.after(end, ofMoney) != 0 || d.near(start, ofMoney, 1, true) != 0 && d.near(start, ofPhone, 3, true) == 0
}

// hasPlus reports whether a plus sign stands before the number.
func (d *draft) hasPlus(start int) bool {
	i := start
	for i > 0 && start-i < 3 && strings.IndexByte(" (", d.s[i-1]) >= 0 {
		i--
	}
	return d.peek(i-1) == '+' && !isDigit(d.peek(i-2))
}
