package persistence

import "athar/domain"

const headerSchema = 1

// wireHeader is domain.Header on disk. Never reuse a number.
type wireHeader struct {
	ID        wireID          `cbor:"1,keyasint"`
	Title     string          `cbor:"2,keyasint,omitempty"`
	Goal      string          `cbor:"3,keyasint,omitempty"`
	Stage     string          `cbor:"4,keyasint,omitempty"`
	Template  string          `cbor:"5,keyasint,omitempty"`
	Forced    []string        `cbor:"6,keyasint,omitempty"`
	Facts     map[string]bool `cbor:"7,keyasint,omitempty"`
	Sample    bool            `cbor:"8,keyasint,omitempty"`
	Created   *wireTime       `cbor:"9,keyasint,omitempty"`
	Trashed   *wireTime       `cbor:"10,keyasint,omitempty"`
	Languages []string        `cbor:"11,keyasint,omitempty"`
}

func toHeader(h domain.Header) wireHeader {
	var facts map[string]bool
	if len(h.Facts) > 0 {
		facts = make(map[string]bool, len(h.Facts))
		for f, yes := range h.Facts {
			facts[clean(string(f))] = yes
		}
	}
	return wireHeader{
		ID: toID(h.ID), Title: clean(h.Title), Goal: clean(h.Goal),
		Stage: clean(string(h.Stage)), Template: clean(h.Template),
		Forced: cleanAll(h.Forced), Facts: facts, Sample: h.Sample,
		Created: toTime(h.Created), Trashed: toTime(h.Trashed), Languages: cleanAll(h.Languages),
	}
}

func (w wireHeader) record() (domain.Record, error) {
	id, err := w.ID.id()
	var facts map[domain.Fact]bool
	if len(w.Facts) > 0 {
		facts = make(map[domain.Fact]bool, len(w.Facts))
		for f, yes := range w.Facts {
			facts[domain.Fact(f)] = yes
		}
	}
	return domain.Header{
		ID: id, Title: w.Title, Goal: w.Goal,
		Stage: domain.Stage(w.Stage), Template: w.Template,
		Forced: w.Forced, Facts: facts, Sample: w.Sample,
		Created: w.Created.time(), Trashed: w.Trashed.time(), Languages: w.Languages,
	}, err
}

const summarySchema = 1

// wireSummary is domain.Summary on disk, with the number of records the
// campaign has: fewer than that when reading it means that some vanished.
// Never reuse a number.
type wireSummary struct {
	ID          wireID    `cbor:"1,keyasint"`
	Title       string    `cbor:"2,keyasint,omitempty"`
	Stage       string    `cbor:"3,keyasint,omitempty"`
	Sample      bool      `cbor:"4,keyasint,omitempty"`
	Created     *wireTime `cbor:"5,keyasint,omitempty"`
	Updated     *wireTime `cbor:"6,keyasint,omitempty"`
	Trashed     *wireTime `cbor:"7,keyasint,omitempty"`
	Segments    int       `cbor:"8,keyasint,omitempty"`
	Messages    int       `cbor:"9,keyasint,omitempty"`
	DataSets    int       `cbor:"10,keyasint,omitempty"`
	OpenMusts   int       `cbor:"11,keyasint,omitempty"`
	OpenShoulds int       `cbor:"12,keyasint,omitempty"`
	Records     int64     `cbor:"13,keyasint,omitempty"`
}

func toSummary(s domain.Summary, records int64) wireSummary {
	return wireSummary{
		ID: toID(s.ID), Title: clean(s.Title), Stage: clean(string(s.Stage)), Sample: s.Sample,
		Created: toTime(s.Created), Updated: toTime(s.Updated), Trashed: toTime(s.Trashed),
		Segments: s.Segments, Messages: s.Messages, DataSets: s.DataSets,
		OpenMusts: s.OpenMusts, OpenShoulds: s.OpenShoulds, Records: records,
	}
}

func (w wireSummary) summary() (domain.Summary, error) {
	id, err := w.ID.id()
	return domain.Summary{
		ID: id, Title: w.Title, Stage: domain.Stage(w.Stage), Sample: w.Sample,
		Created: w.Created.time(), Updated: w.Updated.time(), Trashed: w.Trashed.time(),
		Segments: w.Segments, Messages: w.Messages, DataSets: w.DataSets,
		OpenMusts: w.OpenMusts, OpenShoulds: w.OpenShoulds,
	}, err
}
