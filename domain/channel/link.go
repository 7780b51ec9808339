package channel

import (
	"strings"
	"unicode/utf8"
)

// Span is a stretch of a text: the bytes from Start up to End.
type Span struct{ Start, End int }

// In returns the stretch of the text it was found in.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Links returns the links in the text as X sees them, with and without a
// protocol, in order.
func Links(text string) []Span { return bareLinks.find(text) }

const (
	maxLinkLength = 4096 // MAX_URL_LENGTH, in UTF-16 units
	maxShortSlug  = 40   // MAX_TCO_SLUG_LENGTH
)

// linkGrammar says which of the links a platform recognises.
type linkGrammar struct {
	bare bool // also without http://, if the domain is known and in Latin letters
	path pathGrammar
}

// The links that platforms recognise: X's, and Mastodon's, which must have a
// protocol but may have a path in any script.
var (
	bareLinks      = &linkGrammar{bare: true, path: xPath}
	fediverseLinks = &linkGrammar{path: fediversePath}
)

// linkScanner finds links in one pass. It does what twitter-text's regular
// expression valid_url does, position for position, but visits each character a
// bounded number of times, whatever the text.
type linkScanner struct {
	text    string
	grammar *linkGrammar
	host    hostRun // around the position last looked at
	found   []Span
}

// find returns the links of the text in order.
func (g *linkGrammar) find(text string) []Span {
	s := linkScanner{text: text, grammar: g}
	lastDot := strings.LastIndexByte(text, '.') // no host name without one
	for pos := 0; pos < lastDot; {
		pos = s.step(pos)
	}
	return s.found
}

// step looks for a link after the character at pos, which the character itself
// must allow, and at pos if the text begins there. It returns where to go on.
func (s *linkScanner) step(pos int) int {
	before, size := utf8.DecodeRuneInString(s.text[pos:])
	if mayPrecedeLink(before) {
		if end, ok := s.match(pos+size, before); ok {
			return end
		}
	}
	if pos == 0 {
		if end, ok := s.match(0, 0); ok {
			return end
		}
	}
	return pos + size
}

// match reads a link at start and keeps it unless it is ruled out. It returns
// where the link ends and whether there was one, kept or not.
func (s *linkScanner) match(start int, before rune) (end int, ok bool) {
	scheme := schemeLen(s.text[start:])
	host := Span{Start: start + scheme}
	if host.End, ok = s.hostEnd(host.Start); !ok {
		return 0, false
	}
	path := host.End + portLen(s.text[host.End:])
	query := path + s.grammar.path.pathLen(s.text[path:])
	end = query + s.grammar.path.queryLen(s.text[query:])
	switch {
	case !validHost(host.In(s.text)), s.tooLong(start, end, scheme):
	case scheme > 0:
		s.keepWithScheme(Span{start, end})
	case s.grammar.bare && !strings.ContainsRune("-_./", before):
		s.keepBare(host, Span{path, query}, end)
	}
	return end, true
}

// tooLong counts the protocol twice, as the original does.
func (s *linkScanner) tooLong(start, end, scheme int) bool {
	if scheme == 0 {
		scheme = len("https://")
	}
	return end-start > maxLinkLength-scheme && utf16Count(s.text[start:end]) > maxLinkLength-scheme
}

func (s *linkScanner) keepWithScheme(link Span) {
	slug, short := shortLink(link.In(s.text))
	switch {
	case slug > maxShortSlug:
		return
	case slug > 0:
		link.End = link.Start + short
	}
	s.found = append(s.found, link)
}

// keepBare keeps what is written in Latin letters: in a Chinese or Japanese
// sentence without spaces, several hosts can lie in one run. A path belongs to
// the last of them; a query without a path is not part of a link here.
func (s *linkScanner) keepBare(host, path Span, end int) {
	hosts := latinHosts(host.In(s.text))
	for i, h := range hosts {
		link := Span{host.Start + h.Start, host.Start + h.End}
		if i == len(hosts)-1 && path.End > path.Start {
			link.End = end
		}
		s.found = append(s.found, link)
	}
}

// schemeLen returns the bytes of http:// or https:// at the start, or 0.
func schemeLen(s string) int {
	if s == "" || s[0]|0x20 != 'h' { // asked at every letter: most are not
		return 0
	}
	for _, scheme := range []string{"https://", "http://"} {
		if len(s) >= len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return len(scheme)
		}
	}
	return 0
}

// portLen returns the bytes of a port at the start, or 0.
func portLen(s string) int {
	if !strings.HasPrefix(s, ":") {
		return 0
	}
	n := 1
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// shortLink measures a link of X's own shortener, which is its slug and a
// query and no more. It returns the bytes of the slug, 0 if the link is another
// one, and those of the link.
func shortLink(link string) (slug, length int) {
	const host = "t.co/"
	start := schemeLen(link)
	if len(link) < start+len(host) || !strings.EqualFold(link[start:start+len(host)], host) {
		return 0, 0
	}
	start += len(host)
	end := start
	for end < len(link) && isASCIIAlnum(rune(link[end])) {
		end++
	}
	return end - start, end + xPath.queryLen(link[end:])
}
