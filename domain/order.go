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
