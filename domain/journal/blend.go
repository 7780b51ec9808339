package journal

// Bounds of merging the heads of one text. Beyond them its heads are in
// conflict, which loses nothing and is the same on every device.
const (
	maxAncestry = 1 << 16 // changes looked at
	maxBlends   = 24      // merges of two texts
	maxBlended  = 1 << 18 // bytes of two texts to be merged
	maxDepth    = 8       // of common ancestors that had to be merged themselves
)

// blend merges the texts of several changes to one field. It reads commits
// only, so that all devices come to the same text.
type blend struct {
	state    *State
	record   Ref
	field    Field
	ancestry int // changes looked at so far
	blends   int // texts merged so far
}

// blending is how a merge ended.
type blending int

const (
	blended blending = iota
	overlap          // people changed the same words
	unknown          // what the texts have in common cannot be told
)

// mergeHeads merges the texts of a field's heads; ok is false when they are in
// conflict.
func (s *State) mergeHeads(record Ref, field Field, heads []head) (merged Value, ok bool) {
	b := &blend{state: s, record: record, field: field}
	ids := make([]ID, len(heads))
	for i, h := range heads {
		ids[i] = h.commit
	}
	out, end := b.merge(ids, 0)
	return Text(out), end == blended
}

// merge merges the texts of changes none of which replaces another, given in the
// order of their positions: the first two, then the result with the third one,
// and so on. When they overlap, it returns the latest text.
//
// What two of them have in common are their newest common ancestors. There can
// be several, when people went on writing after an exchange; what those people
// saw was the merge of these, so that is what their texts are compared with.
func (b *blend) merge(ids []ID, depth int) (string, blending) {
	latest, ok := b.text(ids[len(ids)-1])
	if !ok || depth > maxDepth {
		return "", unknown
	}
	out, ok := b.text(ids[0])
	if !ok {
		return "", unknown
	}
	for i := 1; i < len(ids); i++ {
		text, ok := b.text(ids[i])
		base, known := b.base(ids[:i], ids[i], depth)
		b.blends++
		if !ok || !known || b.blends > maxBlends || len(out)+len(text) > maxBlended {
			return "", unknown
		}
		if out, ok = MergeText(base, out, text); !ok {
			return latest, overlap
		}
	}
	return out, blended
}

// base returns the text that the group and the other change were made from.
// Whoever replaced all of several common ancestors noted what was shown then;
// without that note, devices that exchange after every edit would make each merge
// one level deeper than the one before.
func (b *blend) base(group []ID, other ID, depth int) (text string, ok bool) {
	bases, saw, ok := b.common(group, other)
	switch {
	case !ok:
		return "", false
	case len(bases) == 0:
		return "", true
	case saw != nil:
		return saw.Before.Text(), true
	}
	text, end := b.merge(bases, depth+1)
	return text, end != unknown
}

// text returns what a change put into the field.
func (b *blend) text(id ID) (string, bool) {
	_, ch := b.find(id)
	if ch == nil {
		return "", false
	}
	return ch.After.Text(), true
}

// find returns the commit and its change to the field, nil when it is not to be
// had.
func (b *blend) find(id ID) (*Commit, *Change) {
	if b.ancestry++; b.ancestry > maxAncestry {
		return nil, nil
	}
	c := b.state.Commit(id)
	if c == nil {
		return nil, nil
	}
	ch := c.change(b.record, b.field)
	if ch == nil || ch.gone {
		return nil, nil
	}
	return c, ch
}
