package metric

import (
	"encoding/json"
	"fmt"

	"athar/domain"
)

// Names are what people call metrics and dimensions, in both languages.
type Names struct {
	metrics map[string]domain.Text
	dims    map[string]domain.Text
}

// ParseNames reads the names from the content pack metrics.json. Every known
// metric must have one in both languages.
func ParseNames(data []byte) (Names, error) {
	type named struct {
		Key  string `json:"key"`
		Name struct {
			Ar string `json:"ar"`
			En string `json:"en"`
		} `json:"name"`
	}
	var pack struct {
		Metrics []named `json:"metrics"`
		Dims    []named `json:"dims"`
	}
	if err := json.Unmarshal(data, &pack); err != nil {
		return Names{}, fmt.Errorf("read names of metrics: %w", err)
	}
	n := Names{map[string]domain.Text{}, map[string]domain.Text{}}
	for _, m := range pack.Metrics {
		n.metrics[m.Key] = domain.Text{Ar: m.Name.Ar, En: m.Name.En}
	}
	for _, d := range pack.Dims {
		n.dims[d.Key] = domain.Text{Ar: d.Name.Ar, En: d.Name.En}
	}
	for _, key := range Known() {
		if t := n.metrics[key]; t.Ar == "" || t.En == "" {
			return Names{}, fmt.Errorf("metric %s has no name in both languages", key)
		}
	}
	return n, nil
}

// Metric returns what people call the metric, its key when it has no name.
func (n Names) Metric(key, lang string) string { return nameIn(n.metrics, key, lang) }

// Dim returns what people call the dimension, its key when it has no name.
func (n Names) Dim(key, lang string) string { return nameIn(n.dims, key, lang) }

func nameIn(names map[string]domain.Text, key, lang string) string {
	if t, ok := names[key]; ok {
		return t.In(lang)
	}
	return key
}
