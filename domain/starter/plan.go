// Package starter makes new campaigns from the shipped content: from a
// template, and the sample campaign. It reads the content files, refuses those
// that do not hold together, and builds plain campaigns. It keeps nothing: a
// campaign made here is the person's own from the first moment.
package starter

import (
	"time"

	"athar/domain"
)

// Plan is the part of a campaign that templates and the sample have in common,
// with every text in both languages.
type Plan struct {
	Goal       domain.Text          `json:"goal"`
	Facts      map[domain.Fact]bool `json:"facts"`  // facts that are certain; the rest is asked
	Forced     []string             `json:"forced"` // checklist items that become musts
	Segments   []Segment            `json:"segments"`
	Core       *Core                `json:"core"`
	Messages   []Message            `json:"messages"`
	Claims     []Claim              `json:"claims"`
	Indicators []Indicator          `json:"indicators"`
}

// Segment is a segment to begin with. The fields are those of domain.Segment.
type Segment struct {
	Key         string      `json:"key"` // by which messages name it in this file
	Name        domain.Text `json:"name"`
	Description domain.Text `json:"description"`
	Role        string      `json:"role"`

	SizeLow    int         `json:"size_low"`
	SizeHigh   int         `json:"size_high"`
	SizeSource domain.Text `json:"size_source"`

	AgeMin int         `json:"age_min"`
	AgeMax int         `json:"age_max"`
	Gender string      `json:"gender"`
	Place  domain.Text `json:"place"`

	Languages    []string `json:"languages"`
	Dialect      string   `json:"dialect"`
	Literacy     string   `json:"literacy"`
	Connectivity string   `json:"connectivity"`
	DataCost     bool     `json:"data_cost"`
	Channels     []string `json:"channels"`
	AccessNeeds  []string `json:"access_needs"`

	Stance    string `json:"stance"`
	Power     int    `json:"power"`
	Interest  int    `json:"interest"`
	Readiness string `json:"readiness"`

	Values     domain.Text `json:"values"`
	Barriers   domain.Text `json:"barriers"`
	Messengers domain.Text `json:"messengers"`
	Ask        domain.Text `json:"ask"`
	Hours      domain.Text `json:"hours"`

	Risk       string      `json:"risk"`
	RiskNote   domain.Text `json:"risk_note"`
	DataSource string      `json:"data_source"`
}

// Indicator is an indicator to begin with.
type Indicator struct {
	Name      domain.Text        `json:"name"`
	Metric    string             `json:"metric"`
	Aggregate domain.Aggregation `json:"aggregate"`
	Tag       string             `json:"tag"`
	Baseline  *float64           `json:"baseline"`
	Target    *float64           `json:"target"`
	Due       Day                `json:"due"`
	Readings  []Reading          `json:"readings"`
}

// Reading is a figure of an indicator.
type Reading struct {
	At    Day         `json:"at"`
	Value float64     `json:"value"`
	Note  domain.Text `json:"note"`
}

// Day is a date written as YYYY-MM-DD, midnight UTC; zero when left out.
type Day time.Time

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Day) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return domain.Problem(domain.ErrNotDate, "date")
	}
	*d = Day(t)
	return nil
}

// Time returns the day as a moment.
func (d Day) Time() time.Time { return time.Time(d) }
