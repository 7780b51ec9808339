package pack_test

import (
	"testing"

	"athar/domain/pack"
)

func TestAPackIsReadWholeOrRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		ok   bool
	}{
		"as it should be":          {`{"version": 1}`, true},
		"white space after it":     {"{\"version\": 1}\r\n\t ", true},
		"a key that is misspelt":   {`{"verson": 1}`, false},
		"a second value":           {`{"version": 1} {}`, false},
		"a bracket too many":       {`{"version": 1}}`, false},
		"text after it":            {`{"version": 1} ماء`, false},
		"cut off":                  {`{"version": 1`, false},
		"nothing":                  {``, false},
		"a value of another type":  {`{"version": "1"}`, false},
		"another kind of document": {`[]`, false},
	} {
		var p struct {
			Version int `json:"version"`
		}
		if err := pack.Decode([]byte(tt.text), &p); (err == nil) != tt.ok || tt.ok && p.Version != 1 {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}
