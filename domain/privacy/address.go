package privacy

import (
	"strconv"
	"strings"
)

// findMACs finds six pairs of hexadecimal digits with colons or dashes between.
func (d *draft) findMACs() {
	const length = 17
	for i := 0; i+length <= len(d.s); i++ {
		sep := d.s[i+2]
		if sep != ':' && sep != '-' || isHex(d.peek(i-1)) || d.peek(i-1) == sep || isLatin(d.peek(i-1)) {
			continue
		}
		end := i + length
		if isMAC(d.s[i:end], sep) && !isLatin(d.peek(end)) && !isDigit(d.peek(end)) && d.peek(end) != sep {
			d.add(hit{kind: MAC, severity: Medium, start: i, end: end})
		}
	}
}

func isMAC(s string, sep byte) bool {
	for i := range len(s) {
		if i%3 == 2 && s[i] != sep || i%3 != 2 && !isHex(s[i]) {
			return false
		}
	}
	return true
}

func isHex(b byte) bool { return isDigit(b) || b >= 'a' && b <= 'f' }

// findIPs finds addresses of computers. Four small numbers are more often the number
// of a version or of a paragraph.
func (d *draft) findIPs() {
	for i := 0; i < len(d.s); i++ {
		if !isHex(d.s[i]) && d.s[i] != ':' || d.taken[i] {
			continue
		}
		end := i
		for end < len(d.s) && (isHex(d.s[end]) || d.s[end] == ':' || d.s[end] == '.') && !d.taken[end] {
			end++
		}
		next := end
		token := strings.TrimRight(d.s[i:end], ".")
		if host, _, port := strings.Cut(token, ":"); port && strings.Contains(host, ".") {
			token = host
		}
		if strings.HasSuffix(token, ":") && !strings.HasSuffix(token, "::") {
			token = token[:len(token)-1]
		}
		end = i + len(token)
		if b := d.peek(i - 1); isLatin(b) || isDigit(b) || b == '.' || isLatin(d.peek(end)) || d.peek(end) == '-' {
			i = next
			continue
		}
		if kind := d.addressKind(i, token); kind != "" {
			d.add(hit{kind: IP, severity: kind, start: i, end: end})
		} else if octets := strings.SplitN(token, ".", 5); len(octets) == 4 && isQuad(octets) {
			d.take(i, end)
		}
		i = next
	}
}

// addressKind returns the severity of an address, or nothing where it is none.
func (d *draft) addressKind(i int, token string) Severity {
	if strings.Contains(token, ":") {
		if isIPv6(token) {
			return Medium
		}
		return ""
	}
	octets := strings.SplitN(token, ".", 5)
	if len(octets) != 4 || !isQuad(octets) {
		return ""
	}
	largest := 0
	for _, o := range octets {
		n, _ := strconv.Atoi(o)
		largest = max(largest, n)
	}
	about := d.near(i, ofVersion, 3, true)
	switch {
	case about != 0, largest < 16 && !strings.HasSuffix(strings.TrimRight(d.s[:i], " :"), "ip"):
		return ""
	case octets[0] == "10", octets[0] == "127", octets[0] == "192" && octets[1] == "168":
		return Low // within a house
	}
	return Medium
}

func isQuad(octets []string) bool {
	for _, o := range octets {
		if len(o) == 0 || len(o) > 3 || !between(o, 0, 255) || len(o) > 1 && o[0] == '0' {
			return false
		}
	}
	return true
}

// isIPv6 follows RFC 4291: eight groups of up to four digits, or fewer with one "::".
// A time has too few groups, and something without digits is a word.
func isIPv6(s string) bool {
	if len(s) > 39 || strings.Count(s, "::") > 1 || strings.Contains(s, ":::") || strings.Contains(s, ".") {
		return false
	}
	groups, digits := 0, 0
	for _, g := range strings.Split(s, ":") {
		if len(g) > 4 {
			return false
		}
		if g != "" {
			groups++
			digits += len(g)
		}
	}
	if strings.Contains(s, "::") {
		return groups >= 2 && groups <= 7 && digits >= 4 && strings.ContainsAny(s, "0123456789")
	}
	return groups == 8 && strings.Count(s, ":") == 7
}
