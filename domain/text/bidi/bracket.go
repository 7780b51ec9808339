package bidi

import "slices"

// maxBrackets is the room on the stack of BD16. It also keeps text that is nothing but
// opening brackets cheap.
const maxBrackets = 63

// bracketPair is a pair of brackets, as places in a sequence, and what it encloses.
type bracketPair struct {
	open, close int
	inside      classSet // cL and cR only; numbers count as R
}

// openBracket is an entry of BD16's stack.
type openBracket struct {
	id     rune
	at     int
	inside classSet
}

// findPairs returns the bracket pairs of the sequence in the order of their opening
// brackets (BD16).
//
// Each entry of the stack collects the strong classes that follow it and hands them
// down when it leaves, so no pair needs to look at its content again.
func (s *sequence) findPairs() []bracketPair {
	var room [maxBrackets]openBracket
	stack := room[:0]
	pairs := s.pairs[:0]
	for i, c := range s.classes {
		if c != cON {
			if top := len(stack) - 1; top >= 0 && !c.in(neutrals) {
				stack[top].inside |= setOf(sideOf(c))
			}
			continue
		}
		b, ok := bracketOf(s.text[s.index[i]])
		switch {
		case !ok:
		case b.opens && len(stack) == maxBrackets:
			// The pairs found so far are dropped too: so do Unicode's reference
			// implementations, though the words "stop processing" leave it open.
			return nil
		case b.opens:
			stack = append(stack, openBracket{id: b.id, at: i})
		default:
			var found *openBracket
			if stack, found = closeBracket(stack, b.id); found != nil {
				pairs = append(pairs, bracketPair{open: found.at, close: i, inside: found.inside})
			}
		}
	}
	s.pairs = pairs // keep the room for the next sequence
	slices.SortFunc(pairs, func(a, b bracketPair) int { return a.open - b.open })
	return pairs
}

// closeBracket takes the innermost bracket that id closes from the stack, with all
// above it, or leaves the stack alone when there is none.
func closeBracket(stack []openBracket, id rune) ([]openBracket, *openBracket) {
	k := len(stack) - 1
	for k >= 0 && stack[k].id != id {
		k--
	}
	if k < 0 {
		return stack, nil
	}
	found := stack[k]
	for _, unclosed := range stack[k+1:] {
		found.inside |= unclosed.inside
	}
	if k > 0 {
		stack[k-1].inside |= found.inside
	}
	return stack[:k], &found
}

// resolveBrackets applies N0.
func (s *sequence) resolveBrackets() {
	embedding := s.level.strong()
	for _, pair := range s.findPairs() {
		if pair.inside == 0 {
			continue // N0 d
		}
		c := embedding // N0 b
		if !pair.inside.has(setOf(embedding)) {
			c = s.strongBefore(pair.open) // N0 c: the opposite only if that also comes before
		}
		s.setBracket(pair.open, c)
		s.setBracket(pair.close, c)
	}
}

// strongBefore returns the direction of the last strong class before place i. All pairs
// together walk over each place once: the walk always ends in a strong bracket at i.
func (s *sequence) strongBefore(i int) class {
	for i--; i >= 0; i-- {
		if c := s.classes[i]; !c.in(neutrals) {
			return sideOf(c)
		}
	}
	return s.sos
}

// setBracket resolves the bracket at place i, and the marks on it.
func (s *sequence) setBracket(i int, c class) {
	s.classes[i] = c
	for i++; i < len(s.index) && s.original[s.index[i]] == cNSM; i++ {
		s.classes[i] = c
	}
}
