package plain

import (
	"encoding/json"
	"errors"

	"athar/persistence"
)

// missingJSON says what of a store that cannot be opened could not be read.
type missingJSON struct {
	Places      []placeJSON    `json:"places"`
	Records     map[string]int `json:"records"` // by kind
	NoHeader    int            `json:"campaigns_without_header"`
	NoRows      int            `json:"data_sets_without_rows"`
	MissingRows int            `json:"rows"`
}

type placeJSON struct {
	Place string `json:"place"`
	Why   string `json:"why"` // "damaged", "missing" or "sealed"
}

// missing writes missing.json.
func (e *export) missing(r persistence.SalvageReport) error {
	out := missingJSON{
		Places: []placeJSON{}, Records: map[string]int{},
		NoHeader: r.NoTitle, NoRows: e.result.NoRows, MissingRows: r.Rows,
	}
	for _, u := range r.Unread {
		out.Places = append(out.Places, placeJSON{u.Place, u.Why()})
	}
	for kind, n := range r.Lost {
		out.Records[kind.Word()] += n
	}
	f, err := e.create("missing.json")
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	enc.SetIndent("", "  ")
	return errors.Join(enc.Encode(out), f.close())
}
