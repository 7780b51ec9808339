package channel

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"athar/domain"
)

// fault is what is wrong with the value at a path of a catalog.
type fault struct {
	code     domain.Code
	path     []any // keys and indices
	min, max int   // for ErrRange
}

// problem writes the path as channels[2].fields[0].unit.
func (f *fault) problem() *domain.Error {
	var b strings.Builder
	for _, step := range f.path {
		switch step := step.(type) {
		case int:
			fmt.Fprintf(&b, "[%d]", step)
		case string:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(step)
		}
	}
	p := domain.Problem(f.code, b.String())
	if f.code == domain.ErrRange {
		p = p.With("min", f.min).With("max", f.max)
	}
	return p
}

// under puts the path of what holds the value before that of the value.
func (f *fault) under(steps ...any) *fault {
	if f != nil {
		f.path = append(steps, f.path...)
	}
	return f
}

func wrong(code domain.Code, key string) *fault { return &fault{code: code, path: []any{key}} }

func needText(key, value string) *fault {
	if strings.TrimSpace(value) == "" {
		return wrong(domain.ErrRequired, key)
	}
	return nil
}

func needDate(key, value string) *fault {
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		return wrong(domain.ErrNotDate, key)
	}
	return nil
}

func needRange(key string, value, low, high int) *fault {
	if value < low || value > high {
		f := wrong(domain.ErrRange, key)
		f.min, f.max = low, high
		return f
	}
	return nil
}

// needLimit tells a limit that is missing from one that is impossible.
func needLimit(value int) *fault {
	if value == 0 {
		return wrong(domain.ErrRequired, "limit")
	}
	return needRange("limit", value, 1, maxLimit)
}

func needOneOf[T comparable](key string, value T, known []T) *fault {
	if !slices.Contains(known, value) {
		return wrong(domain.ErrUnknownValue, key)
	}
	return nil
}

func needBoth(key string, words domain.Text) *fault {
	return first(needText("en", words.En), needText("ar", words.Ar)).under(key)
}

// first returns the first fault there is.
func first(faults ...*fault) *fault {
	for _, f := range faults {
		if f != nil {
			return f
		}
	}
	return nil
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9-]{0,39}$`)

// needID checks the form of an id and that no earlier one is the same.
func needID(id string, seen map[string]bool) *fault {
	switch {
	case id == "":
		return wrong(domain.ErrRequired, "id")
	case !idPattern.MatchString(id):
		return wrong(domain.ErrUnknownValue, "id")
	case seen[id]:
		return wrong(ErrDuplicate, "id")
	}
	seen[id] = true
	return nil
}

func (f catalogFile) check() *fault {
	if bad := first(
		needOneOf("version", f.Version, []int{catalogVersion}),
		needDate("updated", f.Updated),
		needRange("channels", len(f.Channels), 1, maxChannels),
	); bad != nil {
		return bad
	}
	seen := make(map[string]bool)
	for i, c := range f.Channels {
		if bad := first(needID(c.ID, seen), c.check()); bad != nil {
			return bad.under("channels", i)
		}
	}
	return nil
}

func (c Channel) check() *fault {
	if bad := first(needBoth("name", c.Name), needRange("fields", len(c.Fields), 1, maxFields)); bad != nil {
		return bad
	}
	seen := make(map[string]bool)
	for i, f := range c.Fields {
		if bad := first(needID(f.ID, seen), f.check()); bad != nil {
			return bad.under("fields", i)
		}
	}
	return nil
}

func (f Field) check() *fault {
	return first(
		needBoth("name", f.Name),
		needOneOf("unit", f.Unit, Units()),
		needLimit(f.Limit),
		f.checkSecond().under("second"),
		f.checkLinks().under("links"),
		needRange("shown", f.Shown, 0, maxLimit),
		f.Origin.check(),
		f.Max.Hashtags.check().under("max", "hashtags"),
		f.Max.Mentions.check().under("max", "mentions"),
		f.Max.Links.check().under("max", "links"),
	)
}

// checkSecond also sees to it that a field in septets says what holds for
// UCS-2, since half of its users write in Arabic.
func (f Field) checkSecond() *fault {
	switch {
	case f.Second == nil && f.Unit == Septet:
		return wrong(domain.ErrRequired, "limit")
	case f.Second == nil:
		return nil
	}
	known := slices.DeleteFunc(Units(), func(u Unit) bool { return u == Septet })
	if f.Unit == Septet {
		known = []Unit{UTF16}
	}
	return first(needOneOf("unit", f.Second.Unit, known), needLimit(f.Second.Limit))
}

func (f Field) checkLinks() *fault {
	switch {
	case f.Links == nil:
		return nil
	case f.Unit == Weight: // a part of that unit; a second rule would never be used
		return wrong(domain.ErrUnknownValue, "find")
	}
	return first(
		needOneOf("find", f.Links.Find, []LinkFinder{FindBare, FindHTTP}),
		needRange("length", f.Links.Length, 1, maxLinkLetters),
	)
}

func (c *Cap) check() *fault {
	if c == nil {
		return nil
	}
	return first(needRange("limit", c.Limit, 0, maxLimit), c.Origin.check())
}

func (o Origin) check() *fault {
	return first(
		needBoth("source", o.Source),
		needDate("asOf", o.AsOf),
		needOneOf("sure", o.Sure, []Sureness{Primary, Quoted, Repeated, Recalled}),
	)
}
