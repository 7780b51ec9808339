package channel

import (
	"encoding/json"

	"athar/domain"
)

// Preference is the name under which a workspace keeps corrected limits; see
// domain.Preferences.
const Preference = "channel_limits"

// maxKept is how many corrected limits are kept at most: many times the numbers of
// every catalog there was.
const maxKept = 2000

// ParseLimits reads limits that FormatLimits wrote; of no data, none. What the
// catalog does not take is left to Catalog.With. Errors: ErrSyntax where it
// is something else, domain.ErrTooLong where there are too many.
func ParseLimits(data []byte) ([]Limit, error) {
	if len(data) == 0 {
		return nil, nil
	}
	var all []Limit
	if json.Unmarshal(data, &all) != nil {
		return nil, domain.Problem(ErrSyntax, "limits")
	}
	if len(all) > maxKept {
		return nil, domain.Problem(domain.ErrTooLong, "limits").With("limit", maxKept)
	}
	return all, nil
}

// FormatLimits writes limits as they are kept; none are no data.
func FormatLimits(all []Limit) []byte {
	if len(all) == 0 {
		return nil
	}
	data, err := json.Marshal(all)
	if err != nil {
		return nil // no field can fail to be written
	}
	return data
}

// Put returns the limits with one more, in place of what was said of the same number.
func Put(all []Limit, l Limit) []Limit { return append(Without(all, l), l) }

// Without returns the limits without what was said of a number. The limits it gets
// are left alone.
func Without(all []Limit, l Limit) []Limit {
	var out []Limit
	for _, one := range all {
		if !one.Same(l) {
			out = append(out, one)
		}
	}
	return out
}

// From returns where a number of the field comes from.
func (f Field) From(part LimitPart) Origin {
	own := map[LimitPart]*Cap{LimitHashtags: f.Max.Hashtags, LimitMentions: f.Max.Mentions, LimitLinks: f.Max.Links}[part]
	if own != nil {
		return own.Origin
	}
	return f.Origin
}
