package persistence

import "athar/domain"

const segmentSchema = 1

// wireSegment is domain.Segment on disk. Never reuse a number.
type wireSegment struct {
	ID           wireID   `cbor:"1,keyasint"`
	Order        string   `cbor:"2,keyasint,omitempty"`
	Name         string   `cbor:"3,keyasint,omitempty"`
	Description  string   `cbor:"4,keyasint,omitempty"`
	Role         string   `cbor:"5,keyasint,omitempty"`
	SizeLow      int      `cbor:"6,keyasint,omitempty"`
	SizeHigh     int      `cbor:"7,keyasint,omitempty"`
	SizeSource   string   `cbor:"8,keyasint,omitempty"`
	AgeMin       int      `cbor:"9,keyasint,omitempty"`
	AgeMax       int      `cbor:"10,keyasint,omitempty"`
	Gender       string   `cbor:"11,keyasint,omitempty"`
	Place        string   `cbor:"12,keyasint,omitempty"`
	Languages    []string `cbor:"13,keyasint,omitempty"`
	Dialect      string   `cbor:"14,keyasint,omitempty"`
	Literacy     string   `cbor:"15,keyasint,omitempty"`
	Connectivity string   `cbor:"16,keyasint,omitempty"`
	DataCost     bool     `cbor:"17,keyasint,omitempty"`
	Channels     []string `cbor:"18,keyasint,omitempty"`
	AccessNeeds  []string `cbor:"19,keyasint,omitempty"`
	Stance       string   `cbor:"20,keyasint,omitempty"`
	Power        int      `cbor:"21,keyasint,omitempty"`
	Interest     int      `cbor:"22,keyasint,omitempty"`
	Readiness    string   `cbor:"23,keyasint,omitempty"`
	Values       string   `cbor:"24,keyasint,omitempty"`
	Barriers     string   `cbor:"25,keyasint,omitempty"`
	Messengers   string   `cbor:"26,keyasint,omitempty"`
	Ask          string   `cbor:"27,keyasint,omitempty"`
	Hours        string   `cbor:"28,keyasint,omitempty"`
	Risk         string   `cbor:"29,keyasint,omitempty"`
	RiskNote     string   `cbor:"30,keyasint,omitempty"`
	DataSource   string   `cbor:"31,keyasint,omitempty"`
}

func toSegment(s domain.Segment) wireSegment {
	return wireSegment{
		ID: toID(s.ID), Order: clean(s.Order), Name: clean(s.Name),
		Description: clean(s.Description), Role: clean(s.Role),
		SizeLow: s.SizeLow, SizeHigh: s.SizeHigh, SizeSource: clean(s.SizeSource),
		AgeMin: s.AgeMin, AgeMax: s.AgeMax, Gender: clean(s.Gender), Place: clean(s.Place),
		Languages: cleanAll(s.Languages), Dialect: clean(s.Dialect), Literacy: clean(s.Literacy),
		Connectivity: clean(s.Connectivity), DataCost: s.DataCost,
		Channels: cleanAll(s.Channels), AccessNeeds: cleanAll(s.AccessNeeds),
		Stance: clean(s.Stance), Power: s.Power, Interest: s.Interest, Readiness: clean(s.Readiness),
		Values: clean(s.Values), Barriers: clean(s.Barriers), Messengers: clean(s.Messengers),
		Ask: clean(s.Ask), Hours: clean(s.Hours),
		Risk: clean(s.Risk), RiskNote: clean(s.RiskNote), DataSource: clean(s.DataSource),
	}
}

func (w wireSegment) record() (domain.Record, error) {
	id, err := w.ID.id()
	return domain.Segment{
		ID: id, Order: w.Order, Name: w.Name, Description: w.Description, Role: w.Role,
		SizeLow: w.SizeLow, SizeHigh: w.SizeHigh, SizeSource: w.SizeSource,
		AgeMin: w.AgeMin, AgeMax: w.AgeMax, Gender: w.Gender, Place: w.Place,
		Languages: w.Languages, Dialect: w.Dialect, Literacy: w.Literacy,
		Connectivity: w.Connectivity, DataCost: w.DataCost,
		Channels: w.Channels, AccessNeeds: w.AccessNeeds,
		Stance: w.Stance, Power: w.Power, Interest: w.Interest, Readiness: w.Readiness,
		Values: w.Values, Barriers: w.Barriers, Messengers: w.Messengers,
		Ask: w.Ask, Hours: w.Hours, Risk: w.Risk, RiskNote: w.RiskNote, DataSource: w.DataSource,
	}, err
}
