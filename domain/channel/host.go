package channel

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// hostRun is a stretch of characters that can stand in host names, cut into
// labels at its dots. From it the end of the host that starts at any character
// of the stretch is known without looking at the stretch again: that keeps the
// search linear in texts without spaces.
type hostRun struct {
	Span
	labels []hostLabel
}

// hostLabel is one part of a host name and the dot after it.
type hostLabel struct {
	start, dot int
	underscore int  // the last one, or -1; only a subdomain may have one
	endsWell   bool // with a letter or sign, not with - or _
	domainEnd  int  // end of the top-level domain after the dot, 0 if there is none
	reach      int  // end of the longest host from the label's start, 0 if there is none
}

// hostEnd returns the end of the longest host name that starts at pos.
func (s *linkScanner) hostEnd(pos int) (end int, ok bool) {
	first, _ := utf8.DecodeRuneInString(s.text[pos:])
	if pos >= len(s.text) || !isHostChar(first) {
		return 0, false
	}
	if pos < s.host.Start || pos >= s.host.End {
		s.host = newHostRun(s.text, pos)
	}
	labels := s.host.labels
	for len(labels) > 0 && labels[0].dot < pos {
		labels = labels[1:]
	}
	if len(labels) == 0 {
		return 0, false
	}
	s.host.labels = labels // positions only grow inside a run
	end = reach(labels, pos)
	return end, end > 0
}

// newHostRun reads the stretch that starts at pos.
func newHostRun(text string, pos int) hostRun {
	run := hostRun{Span: Span{Start: pos, End: len(text)}}
	label := hostLabel{start: pos, underscore: -1}
	last := rune('.')
	for i, r := range text[pos:] {
		if !isHostRun(r) {
			run.End = pos + i
			break
		}
		switch r {
		case '_':
			label.underscore = pos + i
		case '.':
			label.dot = pos + i
			label.endsWell = isHostChar(last)
			if n := topLevelLen(text[label.dot+1:]); n > 0 {
				label.domainEnd = label.dot + 1 + n
			}
			run.labels = append(run.labels, label)
			label = hostLabel{start: pos + i + 1, underscore: -1}
		}
		last = r
	}
	run.computeReach(text)
	return run
}

func (h *hostRun) computeReach(text string) {
	for i := len(h.labels) - 1; i >= 0; i-- {
		l := &h.labels[i]
		if first, _ := utf8.DecodeRuneInString(text[l.start:]); isHostChar(first) {
			l.reach = reach(h.labels[i:], l.start)
		}
	}
}

// reach returns the end of the longest host that starts at pos in the first of
// the labels, given the reach of the others: as many subdomains as possible,
// one domain, and a top-level domain.
func reach(labels []hostLabel, pos int) int {
	first := labels[0]
	if !first.endsWell {
		return 0
	}
	if len(labels) > 1 && labels[1].reach > 0 {
		return labels[1].reach
	}
	if first.underscore >= pos {
		return 0
	}
	return first.domainEnd
}

// latinHosts returns the host names in Latin letters in a host name of any.
func latinHosts(host string) []Span {
	var found []Span
	for i := 0; i < len(host); {
		start, label, end := i, i, 0
		for i < len(host) {
			r, size := utf8.DecodeRuneInString(host[i:])
			i += size
			if r == '.' && i-size > label {
				label = i
				if n := topLevelLen(host[i:]); n > 0 {
					end = i + n
				}
			} else if !isASCIIHost(r) {
				break
			}
		}
		if end > 0 {
			found = append(found, Span{start, end})
			i = end
		}
	}
	return found
}

//go:embed tlds.txt
var topLevelList string

// longestTopLevel is in code points.
const longestTopLevel = 18

// topLevels returns the set of the top-level domains, parsed once.
var topLevels = sync.OnceValue(func() map[string]struct{} {
	set := make(map[string]struct{}, 1600)
	for line := range strings.Lines(topLevelList) {
		if name := strings.TrimSpace(line); name != "" && name[0] != '#' {
			set[name] = struct{}{}
		}
	}
	return set
})

// topLevelLen returns the bytes of the top-level domain at the start, 0 if
// there is none. It ends before anything but an ASCII letter, a digit or one
// of @ + -, so that it may be glued to a word in another script.
func topLevelLen(s string) int {
	if n := punycodeLen(s); n > 0 {
		return n
	}
	known := topLevels()
	var buffer [longestTopLevel * utf8.UTFMax]byte
	name := buffer[:0]
	longest, count := 0, 0
	for i, r := range s {
		if count > 0 && !isASCIIAlnum(r) && r != '@' && r != '+' && r != '-' {
			if _, ok := known[string(name)]; ok {
				longest = i
			}
		}
		if count == longestTopLevel || !isHostChar(r) {
			return longest
		}
		name = utf8.AppendRune(name, unicode.ToLower(r))
		count++
	}
	if _, ok := known[string(name)]; ok {
		longest = len(s)
	}
	return longest
}

// punycodeLen returns the bytes of an encoded top-level domain, any of which is
// taken.
func punycodeLen(s string) int {
	const prefix = "xn--"
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return 0
	}
	n := len(prefix)
	for n < len(s) && (isASCIIAlnum(rune(s[n])) || s[n] == '-') {
		n++
	}
	if n == len(prefix) {
		return 0
	}
	return n
}
