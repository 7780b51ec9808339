package metric

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestLTTBKeepsThePointsOfTheReference(t *testing.T) {
	raw, err := os.ReadFile("testdata/lttb-vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Cases []struct {
			Name      string       `json:"name"`
			Threshold int          `json:"threshold"`
			Data      [][2]float64 `json:"data"`
			Expected  []int        `json:"expected_indices"`
		} `json:"cases"`
	}
	if err := json.Unmarshal(raw, &vectors); err != nil || len(vectors.Cases) != 7 {
		t.Fatalf("%d cases, %v", len(vectors.Cases), err)
	}
	for _, c := range vectors.Cases {
		t.Run(c.Name+"/"+strconv.Itoa(c.Threshold), func(t *testing.T) {
			if strings.Contains(c.Name, "Live.csv") {
				c.Data = livePoints(t)
			}
			xs, ys := make([]float64, len(c.Data)), make([]float64, len(c.Data))
			for i, p := range c.Data {
				xs[i], ys[i] = p[0], p[1]
			}
			if got := LTTB(xs, ys, c.Threshold); !slices.Equal(got, c.Expected) {
				t.Errorf("kept %v, want %v", got, c.Expected)
			}
		})
	}
}

// livePoints reads the real points of the last case the plain way.
func livePoints(t *testing.T) [][2]float64 {
	t.Helper()
	folder := os.Getenv("ATHAR_DATA")
	if folder == "" {
		t.Skip("the data set is not at hand: ATHAR_DATA names no folder")
	}
	f, err := os.Open(filepath.Join(folder, "metrics/uci_facebook_live_sellers_Live.csv"))
	if err != nil {
		t.Skipf("the data set is not at hand: %v", err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var points [][2]float64
	for _, r := range records[1:] {
		at, err := time.Parse("1/2/2006 15:04", r[2])
		if err != nil {
			t.Fatal(err)
		}
		n, err := strconv.ParseFloat(r[5], 64)
		if err != nil {
			t.Fatal(err)
		}
		points = append(points, [2]float64{float64(at.Unix()) / 60, n})
	}
	sort.SliceStable(points, func(i, j int) bool { return points[i][0] < points[j][0] })
	first := points[0][0]
	for i := range points {
		points[i][0] -= first
	}
	return points
}

func TestLTTBKeepsTheEndsAndTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ys := rapid.SliceOf(rapid.Float64Range(-1e6, 1e6)).Draw(t, "ys")
		threshold := rapid.IntRange(-1, 50).Draw(t, "threshold")
		xs := make([]float64, len(ys))
		for i := range xs {
			xs[i] = float64(i)
		}
		kept := LTTB(xs, ys, threshold)
		wanted := len(ys)
		if threshold > 0 {
			wanted = min(wanted, threshold)
		}
		if len(kept) != wanted || !slices.IsSorted(kept) || len(slices.Compact(slices.Clone(kept))) != len(kept) {
			t.Fatalf("kept %v of %d", kept, len(ys))
		}
		if wanted > 1 && (kept[0] != 0 || kept[wanted-1] != len(ys)-1) {
			t.Fatalf("the ends are missing: %v", kept)
		}
	})
}
