package bidi

// resolveNeutral applies N1 and N2: neutrals between two of the same direction take it,
// other neutrals take the direction of the embedding.
func (s *sequence) resolveNeutral() {
	t := s.classes
	before := s.sos
	for i := 0; i < len(t); i++ {
		if !t[i].in(neutrals) {
			before = sideOf(t[i])
			continue
		}
		end := i + 1
		for end < len(t) && t[end].in(neutrals) {
			end++
		}
		after := s.eos
		if end < len(t) {
			after = sideOf(t[end])
		}
		c := s.level.strong()
		if before == after {
			c = before
		}
		fill(t[i:end], c)
		i = end - 1
	}
}

// sideOf returns the direction that a class which is not neutral has for its
// neighbours: numbers count as R.
func sideOf(c class) class {
	if c == cL {
		return cL
	}
	return cR
}
