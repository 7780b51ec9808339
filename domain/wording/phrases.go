package wording

// phrases is a tree of all phrases of all rules of a language. The draft is
// followed through it word by word.
type phrases struct {
	words vocabulary
	next  map[edge]int32 // the node behind a word
	nodes []node         // the first is the root
}

type edge struct{ node, word int32 }

type node struct {
	any  int32 // the node behind any one word; 0 if there is none
	ends []ending
}

// ending is a phrase that is complete at a node.
type ending struct {
	rule        int32 // index in the rules of the language
	replacement int32 // index in the rule's Replace
	unless      bool  // an exception of the rule
	first, bare bool
}

// match is a place where a phrase was found.
type match struct {
	ending
	from, to int32 // tokens, half-open
	cut      cut   // what was taken off its first word
}

// path is a phrase that may be in the making.
type path struct {
	node, from int32
	cut        cut
	attached   bool // any of its words had letters in front
}

func newPhrases() *phrases {
	return &phrases{words: vocabulary{}, next: map[edge]int32{}, nodes: make([]node, 1)}
}

func (p *phrases) add(words []string, e ending) {
	at := int32(0)
	for _, w := range words {
		if w == anyWord {
			if p.nodes[at].any == 0 {
				p.nodes = append(p.nodes, node{})
				p.nodes[at].any = int32(len(p.nodes) - 1)
			}
			at = p.nodes[at].any
			continue
		}
		id, ok := p.words[w]
		if !ok {
			id = int32(len(p.words))
			p.words[w] = id
		}
		to, ok := p.next[edge{at, id}]
		if !ok {
			p.nodes = append(p.nodes, node{})
			to = int32(len(p.nodes) - 1)
			p.next[edge{at, id}] = to
		}
		at = to
	}
	for _, known := range p.nodes[at].ends {
		if known.rule == e.rule && known.unless == e.unless && known.bare == e.bare && known.first == e.first {
			return // another form of the same phrase
		}
	}
	p.nodes[at].ends = append(p.nodes[at].ends, e)
}

// find follows the words of the scratch through the tree and leaves the matches
// in it, those that end first coming first.
func (p *phrases) find(s *scratch) {
	s.matches, s.paths = s.matches[:0], s.paths[:0]
	for i := range s.tokens {
		t := &s.tokens[i]
		s.readings = p.words.appendReadings(s.readings[:0], s.foldedWord(t))
		if t.gap >= markGap {
			s.paths = s.paths[:0]
		}
		if len(s.readings) == 0 && len(s.paths) == 0 {
			continue
		}
		s.longer = s.longer[:0]
		for _, path := range s.paths {
			p.step(s, path, i)
		}
		p.step(s, path{from: int32(i)}, i)
		s.paths, s.longer = s.longer, s.paths
	}
}

// step takes a path on by the word i in all its readings.
func (p *phrases) step(s *scratch, before path, i int) {
	for _, r := range s.readings {
		to, ok := p.next[edge{before.node, r.word}]
		if !ok {
			continue
		}
		after := before
		after.node, after.attached = to, before.attached || r.cut.any()
		if before.node == 0 {
			after.cut = r.cut
		}
		p.arrive(s, after, i)
	}
	if any := p.nodes[before.node].any; any != 0 {
		before.node = any
		p.arrive(s, before, i)
	}
}

func (p *phrases) arrive(s *scratch, at path, i int) {
	s.longer = append(s.longer, at)
	for _, e := range p.nodes[at.node].ends {
		if e.bare && at.attached || e.first && s.tokens[at.from].gap != sentenceGap {
			continue
		}
		s.matches = append(s.matches, match{e, at.from, int32(i + 1), at.cut})
	}
}
