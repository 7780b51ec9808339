package bidi

// resolveWeak applies W1 to W7.
func (s *sequence) resolveWeak() {
	s.resolveMarks()
	s.resolveSeparators()
	s.resolveTerminators()
}

// resolveMarks applies W1, W2 and W3, each of which looks only backward: marks take the
// class of what they stand on, digits after an Arabic letter become Arabic numbers,
// Arabic letters become R.
func (s *sequence) resolveMarks() {
	before := s.sos // after W1 alone
	strong := s.sos
	for i, c := range s.classes {
		if c == cNSM {
			c = before
			if c.in(initiators | setOf(cPDI)) {
				c = cON
			}
		}
		before = c
		switch c {
		case cL, cR, cAL:
			strong = c
		case cEN:
			if strong == cAL {
				c = cAN
			}
		}
		if c == cAL {
			c = cR
		}
		s.classes[i] = c
	}
}

// resolveSeparators applies W4: one separator between two numbers of a kind joins them.
func (s *sequence) resolveSeparators() {
	t := s.classes
	for i := 1; i+1 < len(t); i++ {
		if t[i] != cES && t[i] != cCS || t[i-1] != t[i+1] {
			continue
		}
		switch {
		case t[i-1] == cEN:
			t[i] = cEN
		case t[i-1] == cAN && t[i] == cCS:
			t[i] = cAN
		}
	}
}

// resolveTerminators applies W5, W6 and W7: terminators beside a European number belong
// to it, what separators and terminators are left is neutral, European numbers after L
// are L.
func (s *sequence) resolveTerminators() {
	t := s.classes
	for i := 0; i < len(t); i++ {
		switch t[i] {
		case cES, cCS:
			t[i] = cON
		case cET:
			end := i + 1
			for end < len(t) && t[end] == cET {
				end++
			}
			c := cON
			if i > 0 && t[i-1] == cEN || end < len(t) && t[end] == cEN {
				c = cEN
			}
			fill(t[i:end], c)
			i = end - 1
		}
	}
	strong := s.sos
	for i, c := range t {
		switch {
		case c == cL || c == cR:
			strong = c
		case c == cEN && strong == cL:
			t[i] = cL
		}
	}
}

func fill(t []class, c class) {
	for i := range t {
		t[i] = c
	}
}
