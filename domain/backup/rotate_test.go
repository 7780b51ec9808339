package backup

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

func files(every time.Duration, count int, size int64) []File {
	var out []File
	for i := range count {
		when := at("2026-11-23 14:00").Add(-time.Duration(i) * every)
		f, _ := ParseName(Name(when, uint64(count-i), ""))
		f.Size = size
		out = append(out, f)
	}
	return out
}

func left(all []File, gone []string) []File {
	return slices.DeleteFunc(slices.Clone(all), func(f File) bool { return slices.Contains(gone, f.Name) })
}

func TestRotationKeepsWhatItSays(t *testing.T) {
	tagged := func(list []File, i int) []File {
		list[i].Tag = "pre-restore"
		return list
	}
	cases := []struct {
		name  string
		files []File
		limit int64
		keeps int
	}{
		{"nothing", nil, MaxBytes, 0},
		{"ten are all kept", files(time.Minute, 10, 1), MaxBytes, 10},
		{"of a hundred in one day the last ten", files(time.Minute, 100, 1), MaxBytes, 10},
		// The 23rd is a Monday: ten days back lie in the last ten, four more
		// weeks and, of two years of days, eleven more months.
		{"of two years of days, last, weeks and months", files(24*time.Hour, 730, 1), MaxBytes, 10 + 3 + 10},
		{"a tagged one stays whatever its age", tagged(files(time.Minute, 100, 1), 99), MaxBytes, 11},
		{"the cap takes the oldest", files(time.Minute, 10, 100), 550, 5},
		{"the newest two stay whatever their size", files(time.Minute, 10, 100), 1, 2},
		{"the cap spares a tagged one", tagged(files(time.Minute, 10, 100), 7), 1, 3},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := left(c.files, Surplus(c.files, c.limit)); len(got) != c.keeps {
				t.Errorf("keeps %d, want %d", len(got), c.keeps)
			}
		})
	}
}

func TestRotationKeepsADayAWeekAndAMonth(t *testing.T) {
	all := files(time.Hour, 24*400, 1)
	kept := left(all, Surplus(all, MaxBytes))
	days, months := map[string]bool{}, map[string]bool{}
	for _, f := range kept {
		days[f.Time.Format("2006-01-02")] = true
		months[f.Time.Format("2006-01")] = true
	}
	for i := range 7 {
		if day := at("2026-11-23 14:00").AddDate(0, 0, -i).Format("2006-01-02"); !days[day] {
			t.Errorf("none is left of %s", day)
		}
	}
	if len(months) != 12 {
		t.Errorf("%d months are left, want 12", len(months))
	}
}

func anyFiles(t *rapid.T) []File {
	n := rapid.IntRange(0, 80).Draw(t, "count")
	seen := map[string]bool{}
	var out []File
	for range n {
		when := at("2020-01-01 00:00").Add(time.Duration(rapid.Int64Range(0, 7*365*24*3600).Draw(t, "second")) * time.Second)
		tag := rapid.SampledFrom([]string{"", "", "", "pre-restore", "other"}).Draw(t, "tag")
		f, ok := ParseName(Name(when, rapid.Uint64().Draw(t, "seq"), tag))
		if !ok || seen[f.Name] {
			continue
		}
		seen[f.Name] = true
		f.Size = rapid.Int64Range(0, 200<<20).Draw(t, "size")
		out = append(out, f)
	}
	return out
}

func TestRotationNeverTakesTheNewestTwoOrATaggedOneAndIsDoneAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := anyFiles(t)
		gone := Surplus(all, MaxBytes)
		kept := left(all, gone)
		slices.SortFunc(all, func(a, b File) int { return b.Time.Compare(a.Time) })
		for i, f := range all {
			if slices.Contains(gone, f.Name) && (i < 2 && f.Time.After(all[min(2, len(all)-1)].Time) || f.Protected()) {
				t.Fatalf("%s was given up", f.Name)
			}
		}
		if len(kept) < min(2, len(all)) {
			t.Fatalf("%d of %d are left", len(kept), len(all))
		}
		if again := Surplus(kept, MaxBytes); len(again) > 0 {
			t.Fatalf("a second time gives up %v", again)
		}
	})
}

func TestNamesAreReadAsTheyWereMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		when := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "time"), 0).UTC()
		seq := rapid.Uint64().Draw(t, "seq")
		tag := rapid.SampledFrom([]string{"", "pre-restore", "pre-v2"}).Draw(t, "tag")
		name := Name(when, seq, tag)
		f, ok := ParseName(name)
		if !ok || f.Name != name || !f.Time.Equal(when) || f.Seq != seq || f.Tag != tag {
			t.Fatalf("%s was read as %+v", name, f)
		}
	})
}

func TestOtherNamesAreNoBackups(t *testing.T) {
	good := Name(at("2026-11-23 14:05"), 7, "")
	for _, name := range []string{
		"", "athar", good + ".tmp", "x" + good, strings.ToUpper(good), "athar-20261323-140500-7.atharbackup",
		"athar-20261123-140500-99999999999999999999.atharbackup", "athar-20261123-140500-7-Pre.atharbackup",
		"athar-20261123-140500-7 (1).atharbackup",
	} {
		if f, ok := ParseName(name); ok {
			t.Errorf("%q was read as %+v", name, f)
		}
	}
}
