package proofing

import (
	"cmp"
	"slices"

	"athar/domain/check"
	"athar/domain/text/readability"
)

// Entry is what a colleague says in one go: the remark of one rule, with the places it
// is about, in the order in which they are gone through. There is at least one, and all
// have the same rule, level and kind. An error has one place: each is to be mended.
type Entry struct{ Places []Finding }

// First returns the place that is shown first.
func (e Entry) First() Finding { return e.Places[0] }

// Count is how much there is to say.
type Count struct{ Errors, Suggestions int }

// Count returns how much there is to say. What is said once counts once, at however
// many places it is.
func (r Result) Count() Count {
	var n Count
	for _, e := range r.Entries {
		if e.First().Level == check.Error {
			n.Errors++
		} else {
			n.Suggestions++
		}
	}
	return n
}

// Without returns the result without some of its findings. An entry of which no place is
// left is gone.
func (r Result) Without(leave func(Finding) bool) Result {
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), leave)
	entries := make([]Entry, 0, len(r.Entries))
	for _, e := range r.Entries {
		if e.Places = slices.DeleteFunc(slices.Clone(e.Places), leave); len(e.Places) > 0 {
			entries = append(entries, e)
		}
	}
	r.Entries = entries
	return r
}

// Entries puts together what is one remark of a text on its own, in the order in which
// it is said.
func (t *Team) Entries(found []check.Finding) []Entry {
	all := make([]Finding, len(found))
	for i, f := range found {
		all[i].Finding = f
	}
	return t.entries(all)
}

// entries puts together what is one remark. All places stand in one piece of memory:
// this runs at every key.
func (t *Team) entries(found []Finding) []Entry {
	type remark struct{ rule, severity string }
	known := map[remark]int{}
	of, size := make([]int, len(found)), []int{} // the entry of each finding; the places of each entry
	for i, f := range found {
		severity, _ := f.Args["severity"].(string)
		key := remark{f.Rule, severity}
		entry, again := known[key]
		if !again || f.Level == check.Error {
			entry = len(size)
			size = append(size, 0)
			if f.Level != check.Error {
				known[key] = entry
			}
		}
		of[i] = entry
		size[entry]++
	}
	type weighed struct {
		Entry
		weight int
	}
	all, places := make([]weighed, len(size)), make([]Finding, len(found))
	for i, n := range size {
		all[i].Places, places = places[:0:n], places[n:]
	}
	for i, f := range found {
		e := &all[of[i]]
		e.Places = append(e.Places, f)
	}
	for i := range all {
		all[i].weight = t.weight(all[i].First())
		if all[i].First().Rule == readability.RuleLongSentence {
			slices.SortStableFunc(all[i].Places, longerFirst)
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(a.weight, b.weight) })
	out := make([]Entry, len(all))
	for i, e := range all {
		out[i] = e.Entry
	}
	return out
}

// longerFirst puts the sentence with most words first.
func longerFirst(a, b Finding) int {
	return cmp.Compare(b.Args["words"].(int), a.Args["words"].(int))
}

// weight is how early something is to be said, 0 first: what keeps a message from going
// out, what can harm somebody, what can turn out wrong, what keeps people from taking it
// in, and last how it is written.
func (t *Team) weight(f Finding) int {
	if f.Level == check.Error {
		return 0
	}
	switch f.Kind {
	case check.Privacy:
		switch f.Args["severity"] {
		case "high":
			return 1
		case "medium":
			return 2
		}
		return 10
	case check.Claim:
		return 4
	case check.Media:
		return 5
	case check.Action:
		return 6
	case check.Readability:
		return 7
	case check.Spelling:
		return 8
	}
	r, _ := t.words.Rule(f.Rule)
	switch r.Class {
	case "label", "dignity", "violence", "gender", "age":
		return 3
	case "access":
		return 5
	case "urgency", "clickbait", "authority", "absolute", "pressure":
		return 9
	case "typing":
		return 12
	}
	return 11 // filler, jargon and the like
}
