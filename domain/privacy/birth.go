package privacy

import "strings"

// isDate reports whether the texts can be day, month and year, or month, day and
// year, of people who live; the year may be of the Hijra.
func isDate(day, month, year string) bool {
	if len(day) > 2 || len(month) > 2 || len(year) != 4 {
		return false
	}
	inOrder := between(day, 1, 31) && between(month, 1, 12) || between(day, 1, 12) && between(month, 1, 31)
	return inOrder && (isYear(year) || between(year, 1300, 1499))
}

// findDates takes the dates, and of those beside a word for birth makes findings.
// The year alone is offered in place of the day.
func (d *draft) findDates() {
	for i := 0; i < len(d.s); i++ {
		if !isDigit(d.s[i]) || d.taken[i] || isDigit(d.peek(i-1)) {
			continue
		}
		if isLatin(d.peek(i - 1)) {
			i = d.digitsFrom(i)
			continue
		}
		start, end, year := d.numericDate(i)
		if end == 0 {
			start, end, year = d.writtenDate(i)
		}
		if end == 0 {
			i = max(i, d.digitsFrom(i)-1)
			continue
		}
		if d.near(start, ofBirth, 6, true)|d.after(end, ofBirth) != 0 {
			d.add(hit{kind: Birth, severity: Medium, start: start, end: end, instead: []string{year}})
		} else {
			d.take(start, end)
		}
		i = end - 1
	}
}

// numericDate reads 12/05/2009, 2009-05-12 or, beside a word for birth, 12/05/09.
func (d *draft) numericDate(i int) (start, end int, year string) {
	var parts [3]string
	at := i
	sep := byte(0)
	for n := range parts {
		from := at
		at = d.digitsFrom(from)
		if at == from || at-from > 4 {
			return 0, 0, ""
		}
		parts[n] = d.s[from:at]
		if n == 2 {
			break
		}
		if d.peek(at) == ' ' && d.peek(at+1) != ' ' && (d.peek(at+2) == ' ' || sep == 0 && isDigit(d.peek(at+1))) {
			// "12 / 05 / 2009" and "12 05 2009"
			if !isDigit(d.peek(at + 1)) {
				at++
			}
		}
		b := d.peek(at)
		if strings.IndexByte("/-. ", b) < 0 || b == 0 || sep != 0 && b != sep {
			return 0, 0, ""
		}
		sep = b
		at++
		if d.peek(at) == ' ' && b != ' ' {
			at++
		}
	}
	if next := d.peek(at); isLatin(next) || (next == sep || next == '.') && isDigit(d.peek(at+1)) {
		return 0, 0, ""
	}
	born := func() bool { return d.near(i, ofBirth, 6, true)|d.after(at, ofBirth) != 0 }
	switch {
	case sep == ' ' && !born():
		return 0, 0, ""
	case isDate(parts[0], parts[1], parts[2]):
		return i, at, parts[2]
	case isDate(parts[2], parts[1], parts[0]):
		return i, at, parts[0]
	case len(parts[2]) == 2 && sep != ' ' && isDate(parts[0], parts[1], "19"+parts[2]) && born():
		return i, at, parts[2]
	}
	return 0, 0, ""
}

// writtenDate reads "12 May 2009", "12 من أيار/مايو 2009" and, as the day is where i
// is, "May 12, 2009".
func (d *draft) writtenDate(i int) (start, end int, year string) {
	day := d.digitsFrom(i)
	if !between(d.s[i:day], 1, 31) || day-i > 2 {
		return 0, 0, ""
	}
	at, month := d.overMonth(day)
	yearEnd := d.digitsFrom(at)
	if month && yearEnd-at == 4 {
		return i, yearEnd, d.s[at:yearEnd]
	}
	if name := d.monthBefore(i); name >= 0 && !month && yearEnd-at == 4 {
		return name, yearEnd, d.s[at:yearEnd]
	}
	return 0, 0, ""
}

// overMonth returns where the next digits begin if there is nothing before them but
// the name of a month and small words, and whether there is such a name.
func (d *draft) overMonth(i int) (at int, month bool) {
	for at = i; at < len(d.s) && at-i < 60; {
		switch b := d.s[at]; {
		case isDigit(b):
			return at, month
		case strings.IndexByte(" ,./-'", b) >= 0:
			at++
		default:
			w, ok := d.wordAt(at)
			name := ok && months[bare(d.s[w.start:w.end])]
			if !name && (!ok || !betweenDate[d.s[w.start:w.end]]) {
				return i, false
			}
			month = month || name
			at = w.end
		}
	}
	return i, false
}

// monthBefore returns where the name of a month begins that ends just before i, or -1.
func (d *draft) monthBefore(i int) int {
	n := d.wordsBefore(i) - 1
	if n < 0 {
		return -1
	}
	w := d.words[n]
	if i-w.end <= 2 && strings.Trim(d.s[w.end:i], " .") == "" && months[d.s[w.start:w.end]] {
		return w.start
	}
	return -1
}

// months are names of months, and betweenDate the words that stand around them.
var (
	months = wordSet(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec
		janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
		ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
		يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر يونيه يوليه
		كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين
		جانفي فيفري افريل ماي جوان جويليه اوت غشت شتنبر نونبر دجنبر يوليوز
		محرم صفر ربيع جمادي رجب شعبان رمضان شوال قعده حجه`)
	betweenDate = wordSet(`st nd rd th of de del er من عام سنه الاول الثاني الاولي الاخره الاخر ذو ذي اول ثاني ثان`)
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[folded(w)], set[bare(folded(w))] = true, true
	}
	return set
}
