package channel

import (
	"slices"
	"time"

	"athar/domain"
)

// LimitPart says which number of a field a limit is. The strings are stored.
type LimitPart string

// The numbers that a person can correct.
const (
	LimitLength   LimitPart = "limit"    // Field.Limit
	LimitSecond   LimitPart = "second"   // Field.Second
	LimitShown    LimitPart = "shown"    // Field.Shown, where 0 means that nothing is folded away
	LimitHashtags LimitPart = "hashtags" // Field.Max
	LimitMentions LimitPart = "mentions"
	LimitLinks    LimitPart = "links"
)

// MaxLimit is the largest limit that can be given.
const MaxLimit = 1_000_000

// Limit is one number of a field, with where it comes from.
type Limit struct {
	Channel string    `json:"channel"`
	Field   string    `json:"field"`
	Part    LimitPart `json:"part"`
	Number  int       `json:"number"`
	Source  string    `json:"source"` // what a person says it is from
	AsOf    string    `json:"asOf"`   // YYYY-MM-DD
}

// Same reports whether both are the same number of the same field, whatever each
// says of it.
func (l Limit) Same(other Limit) bool {
	return l.Channel == other.Channel && l.Field == other.Field && l.Part == other.Part
}

// Corrected is the sureness of a limit that a person has put in place of ours.
const Corrected Sureness = "own"

// With returns the catalog with limits that a person gave in place of ours. A
// limit is passed over when the catalog has no such number (a file of a later
// Athar may have dropped it), or when Check refuses it.
func (c Catalog) With(limits []Limit) Catalog {
	c.channels = slices.Clone(c.channels)
	for _, l := range limits {
		i, j, ok := c.find(l)
		if !ok || c.Check(l) != nil {
			continue
		}
		fields := slices.Clone(c.channels[i].Fields)
		fields[j] = fields[j].with(l)
		c.channels[i].Fields = fields
	}
	return c
}

// Check returns why a limit cannot be taken, nil if it can: a *domain.Error whose
// Field is "number", "as_of", "field" or "part".
func (c Catalog) Check(l Limit) error {
	i, j, ok := c.find(l)
	if !ok {
		return domain.Problem(domain.ErrUnknownValue, "field")
	}
	if _, ok := c.channels[i].Fields[j].Number(l.Part); !ok {
		return domain.Problem(domain.ErrUnknownValue, "part")
	}
	least := 1
	if l.Part != LimitLength && l.Part != LimitSecond {
		least = 0
	}
	if l.Number < least || l.Number > MaxLimit {
		return domain.Problem(domain.ErrRange, "number").With("min", least).With("max", MaxLimit)
	}
	if _, err := time.Parse(time.DateOnly, l.AsOf); err != nil {
		return domain.Problem(domain.ErrNotDate, "as_of")
	}
	return nil
}

func (c Catalog) find(l Limit) (channel, field int, ok bool) {
	channel = slices.IndexFunc(c.channels, func(ch Channel) bool { return ch.ID == l.Channel })
	if channel < 0 {
		return 0, 0, false
	}
	field = slices.IndexFunc(c.channels[channel].Fields, func(f Field) bool { return f.ID == l.Field })
	return channel, field, field >= 0
}

// Parts returns which numbers the field has.
func (f Field) Parts() []LimitPart {
	all := []LimitPart{LimitLength, LimitSecond, LimitHashtags, LimitMentions, LimitLinks, LimitShown}
	return slices.DeleteFunc(all, func(p LimitPart) bool {
		_, ok := f.Number(p)
		return !ok
	})
}

// Number returns one number of the field as a limit without its channel and
// without a source, which is in From, and whether the field has it.
func (f Field) Number(part LimitPart) (Limit, bool) {
	l := Limit{Field: f.ID, Part: part, AsOf: f.AsOf}
	of := func(c *Cap) (Limit, bool) {
		if c == nil {
			return l, false
		}
		l.Number, l.AsOf = c.Limit, c.AsOf
		return l, true
	}
	switch part {
	case LimitLength:
		l.Number = f.Limit
		return l, f.Limit > 0
	case LimitSecond:
		if f.Second != nil {
			l.Number = f.Second.Limit
		}
		return l, f.Second != nil
	case LimitShown:
		l.Number = f.Shown
		return l, f.Shown > 0
	case LimitHashtags:
		return of(f.Max.Hashtags)
	case LimitMentions:
		return of(f.Max.Mentions)
	case LimitLinks:
		return of(f.Max.Links)
	}
	return l, false
}

// with returns the field with one number replaced. What the old one shares with
// other catalogs is left alone.
func (f Field) with(l Limit) Field {
	said := domain.Text{En: l.Source, Ar: l.Source} // a person's own words, in whatever language
	from := Origin{Source: said, AsOf: l.AsOf, Sure: Corrected}
	capped := func(c *Cap) *Cap { return &Cap{Limit: l.Number, Soft: c.Soft, Origin: from} }
	switch l.Part {
	case LimitLength:
		f.Limit, f.Origin = l.Number, from
	case LimitSecond:
		f.Second = &Bound{Unit: f.Second.Unit, Limit: l.Number}
		f.Origin = from
	case LimitShown:
		f.Shown = l.Number
	case LimitHashtags:
		f.Max.Hashtags = capped(f.Max.Hashtags)
	case LimitMentions:
		f.Max.Mentions = capped(f.Max.Mentions)
	case LimitLinks:
		f.Max.Links = capped(f.Max.Links)
	}
	return f
}

// Limited returns the field with a limit that somebody sets for one text, and means: a
// longer one is refused. A short message has it in either alphabet.
func (f Field) Limited(limit int) Field {
	f.Limit, f.Soft = limit, false
	if f.Unit == Septet && f.Second != nil {
		f.Second = &Bound{Unit: f.Second.Unit, Limit: limit}
	}
	return f
}
