package privacy

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// callMarks stand in links in front of a telephone number with its country code.
var callMarks = []string{"wa.me/", "phone=", "tel:", "sms:", "t.me/+", "viber.click/", "number="}

// findLinks looks for telephone numbers in links and takes the rest of every link:
// the long numbers there are those of posts and pages.
func (d *draft) findLinks() {
	for start := 0; start < len(d.s); {
		end := len(d.s)
		if n := strings.IndexAny(d.s[start:], " \n"); n >= 0 {
			end = start + n
		}
		if token := d.s[start:end]; isLink(token) {
			for _, mark := range callMarks {
				if i := strings.Index(token, mark); i >= 0 {
					d.addCall(start + i + len(mark))
				}
			}
			d.take(start, end)
		}
		start = end + 1
	}
}

// isLink reports whether a token is the address of a page, with or without a
// protocol.
func isLink(token string) bool {
	if strings.Contains(token, "://") || strings.HasPrefix(token, "www.") {
		return true
	}
	host, _, ok := strings.Cut(token, "/")
	if !ok || !strings.Contains(host, ".") {
		return false
	}
	top := host[strings.LastIndexByte(host, '.')+1:]
	return len(top) >= 2 && isLatin(top[0]) && isLatin(top[len(top)-1])
}

// addCall adds the number that begins at i, with a plus sign or without.
func (d *draft) addCall(i int) {
	start := i
	if strings.HasPrefix(d.s[i:], "%2b") {
		i += len("%2b")
	} else if d.peek(i) == '+' {
		i++
	}
	end := i
	for end < len(d.s) && (isDigit(d.s[end]) || d.s[end] == '-' && isDigit(d.peek(end+1))) && end-i < 20 {
		end++
	}
	digits := strings.TrimPrefix(strings.ReplaceAll(d.s[i:end], "-", ""), "00")
	if len(digits) < 8 || len(digits) > 15 {
		return
	}
	number, err := phonenumbers.Parse("+"+digits, "")
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return
	}
	d.add(hit{kind: Phone, severity: phoneSeverity(number), start: start, end: end})
}
