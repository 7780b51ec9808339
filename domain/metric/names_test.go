package metric_test

import (
	"os"
	"testing"

	"athar/domain/metric"
)

func TestEveryMetricHasAName(t *testing.T) {
	data, err := os.ReadFile("../../assets/content/metrics.json")
	if err != nil {
		t.Fatal(err)
	}
	n, err := metric.ParseNames(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := n.Metric("likes", "ar") + n.Dim("hour", "en") + n.Metric("unheard_of", "en"); got != "الإعجاباتHourunheard_of" {
		t.Fatalf("got %q", got)
	}
	if _, err := metric.ParseNames([]byte(`{"metrics":[]}`)); err == nil {
		t.Fatal("a pack without names was accepted")
	}
}
