package domain

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

func compareStrings(a, b string) int { return strings.Compare(a, b) }

func compareIDs(a, b ID) int { return bytes.Compare(a[:], b[:]) }

// SortedSegments returns the segments in list order.
func (c Campaign) SortedSegments() []Segment {
	return sortedBy(c.Segments, func(s Segment) string { return s.Order })
}

// SortedMessages returns the messages in list order.
func (c Campaign) SortedMessages() []Message {
	return sortedBy(c.Messages, func(m Message) string { return m.Order })
}

// MediaOf returns the media items of a message in list order.
func (c Campaign) MediaOf(message ID) []Media {
	own := only(c.Media, func(m Media) bool { return m.Message == message })
	return sortedBy(own, func(m Media) string { return m.Order })
}

// AlternativesOf returns the alternatives of a message in list order.
func (c Campaign) AlternativesOf(message ID) []Alternative {
	own := only(c.Alternatives, func(a Alternative) bool { return a.Message == message })
	return sortedBy(own, func(a Alternative) string { return a.Order })
}

// PretestsOf returns the pretests of a message in list order.
func (c Campaign) PretestsOf(message ID) []Pretest {
	own := only(c.Pretests, func(p Pretest) bool { return p.Message == message })
	return sortedBy(own, func(p Pretest) string { return p.Order })
}

// CommentsOf returns the comments on a message, oldest first, each conversation
// together: what begins it, then the answers.
func (c Campaign) CommentsOf(message ID) []Comment {
	own := only(c.Comments, func(k Comment) bool { return k.Message == message })
	slices.SortStableFunc(own, func(a, b Comment) int {
		return cmp.Or(a.At.Compare(b.At), compareIDs(a.ID, b.ID))
	})
	byID := map[ID]Comment{}
	for _, k := range own {
		byID[k.ID] = k
	}
	var out []Comment
	for _, first := range own {
		if beginning(first, byID) != first.ID {
			continue
		}
		out = append(out, first)
		for _, k := range own {
			if k.ID != first.ID && beginning(k, byID) == first.ID {
				out = append(out, k)
			}
		}
	}
	return out
}

// beginning returns the comment that began the conversation of another one; that
// itself where what it answers is gone, or where answers go round in a circle.
func beginning(k Comment, byID map[ID]Comment) ID {
	at := k
	for range byID {
		next, ok := byID[at.Reply]
		if !ok {
			return at.ID
		}
		at = next
	}
	return k.ID
}

// SortedClaims returns the claims in list order.
func (c Campaign) SortedClaims() []Claim {
	return sortedBy(c.Claims, func(k Claim) string { return k.Order })
}

// ClaimsOf returns the claims that a message uses, in list order.
func (c Campaign) ClaimsOf(message ID) []Claim {
	return only(c.SortedClaims(), func(k Claim) bool { return slices.Contains(k.Messages, message) })
}

// EvidenceOf returns the evidence of a claim in list order.
func (c Campaign) EvidenceOf(claim ID) []Evidence {
	own := only(c.Evidence, func(e Evidence) bool { return e.Claim == claim })
	return sortedBy(own, func(e Evidence) string { return e.Order })
}

// only returns the records that are wanted, in a list of their own.
func only[R Record](list []R, wanted func(R) bool) []R {
	var out []R
	for _, r := range list {
		if wanted(r) {
			out = append(out, r)
		}
	}
	return out
}

// SortedIndicators returns the indicators in list order.
func (c Campaign) SortedIndicators() []Indicator {
	return sortedBy(c.Indicators, func(i Indicator) string { return i.Order })
}

// SortedReadings returns the readings of the indicator, oldest first.
func (c Campaign) SortedReadings(indicator ID) []Reading {
	var out []Reading
	for _, r := range c.Readings {
		if r.Indicator == indicator {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b Reading) int {
		return cmp.Or(a.At.Compare(b.At), compareIDs(a.ID, b.ID))
	})
	return out
}

func sortedBy[R Record](list []R, order func(R) string) []R {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b R) int {
		return cmp.Or(strings.Compare(order(a), order(b)), compareIDs(a.RecordID(), b.RecordID()))
	})
	return out
}

// orderDigits are the digits of a fractional index, in the order of their bytes.
const orderDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// OrderBetween returns a key that sorts after low and before high. An empty
// low stands for the start of the list, an empty high for its end. low must
// sort before high when both are given. Keys grow by a digit only where no
// room is left, and never end in the lowest digit, so there is always a key
// before them.
func OrderBetween(low, high string) string {
	var key []byte
	bounded := high != ""
	for i := 0; ; i++ {
		lo, hi := 0, len(orderDigits)
		if i < len(low) {
			lo = strings.IndexByte(orderDigits, low[i])
		}
		if bounded {
			hi = 0
			if i < len(high) {
				hi = strings.IndexByte(orderDigits, high[i])
			}
		}
		if hi-lo > 1 {
			return string(append(key, orderDigits[(lo+hi)/2]))
		}
		key = append(key, orderDigits[lo])
		if lo < hi {
			bounded = false // anything that follows sorts before high
		}
	}
}
