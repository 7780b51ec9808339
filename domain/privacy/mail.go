package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestMail bounds the search around an @ (RFC 5321: 64 and 255 bytes).
const longestMail = 320

// findMail finds addresses of e-mail: around every @, as much as can belong to one.
func (d *draft) findMail() {
	for i := 0; i < len(d.s); i++ {
		if d.s[i] != '@' || d.taken[i] {
			continue
		}
		start, end := d.mailStart(i), d.mailEnd(i+1)
		if start == i || end == 0 {
			continue
		}
		switch before := d.before(start); before {
		case '@', '/': // a handle of the Fediverse; a name and password in a link
			if before == '@' || strings.HasSuffix(d.s[:start], "//") {
				continue
			}
		}
		d.add(hit{kind: Email, severity: mailSeverity(d.s[start:i]), start: start, end: end})
	}
}

// mailStart returns where the local part that ends at i begins. A part in ASCII does
// not run on into Arabic letters that stand before it without a space.
func (d *draft) mailStart(i int) int {
	ascii := i > 0 && d.s[i-1] < utf8.RuneSelf
	at := i
	for at > 0 && i-at < longestMail {
		r, size := utf8.DecodeLastRuneInString(d.s[:at])
		if !isLocal(r) || ascii && r >= utf8.RuneSelf {
			break
		}
		at -= size
	}
	for at < i && strings.IndexByte(".-'+", d.s[at]) >= 0 {
		at++
	}
	return at
}

func isLocal(r rune) bool {
	return r < utf8.RuneSelf && (isDigit(byte(r)) || isLatin(byte(r)) || strings.ContainsRune("._%+-'", r)) ||
		r >= utf8.RuneSelf && unicode.IsLetter(r)
}

// mailEnd returns where the domain that begins at i ends, or 0 if there is none.
func (d *draft) mailEnd(i int) int {
	if i >= len(d.s) {
		return 0
	}
	ascii := d.s[i] < utf8.RuneSelf
	at := i
	for at < len(d.s) && at-i < longestMail {
		r, size := utf8.DecodeRuneInString(d.s[at:])
		letter := r < utf8.RuneSelf && (isDigit(byte(r)) || isLatin(byte(r))) || r >= utf8.RuneSelf && unicode.IsLetter(r)
		if !letter && r != '.' && r != '-' || ascii && r >= utf8.RuneSelf {
			break
		}
		at += size
	}
	domain := strings.TrimRight(d.s[i:at], ".-")
	dot := strings.LastIndexByte(domain, '.')
	if dot < 1 || strings.Contains(domain, "..") || domain[0] == '-' || domain[0] == '.' {
		return 0
	}
	top := domain[dot+1:]
	if utf8.RuneCountInString(top) < 2 || strings.ContainsAny(top, "0123456789-") && !strings.HasPrefix(top, "xn--") || notTop[top] {
		return 0
	}
	return i + len(domain)
}

// notTop are endings of file names that look like a domain, as in logo@2x.png.
var notTop = map[string]bool{"png": true, "jpg": true, "jpeg": true, "gif": true, "webp": true, "svg": true, "pdf": true}

// mailSeverity tells the address of an office from that of a person.
func mailSeverity(local string) Severity {
	first := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("._-+", r) })
	if len(first) > 0 && (roles[first[0]] || roles[first[len(first)-1]]) || roles[local] {
		return Low
	}
	return High
}

// roles are local parts that an organisation gives to a task.
var roles = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`info contact contacts hello hi support help helpdesk office admin administration press media
		complaints complaint safeguarding safeguard volunteer volunteers volunteering donate donations donation donors jobs hr
		careers recruitment noreply reply no-reply donotreply webmaster postmaster hostmaster abuse sales team mail email
		enquiries enquiry inquiries feedback ethics privacy dpo security legal finance accounts events event registration
		newsletter news editor communications comms partnerships partners general reception secretariat secretary hotline
		programs programmes protection gender whistleblowing fundraising membership members service services customercare care
		kontakt contacto contatto bonjour presse accueil معلومات تواصل اتصل`) {
		set[folded(w)] = true
	}
	return set
}()
