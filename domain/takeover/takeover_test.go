package takeover_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"athar/domain/channel"
	"athar/domain/check"
	"athar/domain/memory"
	"athar/domain/proofing"
	"athar/domain/takeover"
)

const channels = `{"version": 1, "updated": "2026-03-01", "about": {"en": "a", "ar": "ب"}, "channels": [
	{"id": "x", "name": {"en": "X", "ar": "إكس"}, "fields": [{
		"id": "post", "name": {"en": "Post", "ar": "منشور"}, "unit": "weight", "limit": 280, "shown": 100,
		"source": {"en": "test", "ar": "اختبار"}, "asOf": "2026-03-01", "sure": "A"}]}]}`

func now() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }

func workspace(t *testing.T, mine *memory.Store) takeover.Workspace {
	t.Helper()
	catalog, err := channel.Parse([]byte(channels))
	if err != nil {
		t.Fatal(err)
	}
	return takeover.Workspace{Mine: mine, Channels: catalog, Now: now}
}

func keeps(t *testing.T, s *memory.Store, name string, data []byte) {
	t.Helper()
	if err := s.SetPreference(t.Context(), name, data); err != nil {
		t.Fatal(err)
	}
}

func choices(t *testing.T, s *memory.Store) proofing.Choices {
	t.Helper()
	data, err := s.Preference(t.Context(), proofing.Preference)
	if err != nil {
		t.Fatal(err)
	}
	c, err := proofing.ParseChoices(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestWordsComeAndNothingThatIsSwitchedOff(t *testing.T) {
	mine, theirs := memory.New(), memory.New()
	own := proofing.Choices{Off: []string{"a"}, Words: []string{"Wadi", "نور"}, Spelling: map[string]string{"en": "en_GB"}}
	keeps(t, mine, proofing.Preference, own.Bytes())
	keeps(t, theirs, proofing.Preference, proofing.Choices{
		Off: []string{"b"}, On: []string{"c"}, Never: []check.Mute{{Rule: "d", Passage: "e"}}, Words: []string{"wadi", "OCHA", "Zaatari"},
		Spelling: map[string]string{"en": "en_US", "fr": proofing.NoDictionary},
	}.Bytes())
	w := workspace(t, mine)
	for _, dry := range []bool{true, false} {
		got, err := w.Take(t.Context(), theirs, dry)
		if want := []string{"OCHA", "Zaatari"}; err != nil || !slices.Equal(got.Words, want) {
			t.Fatalf("took %q, %v", got.Words, err)
		}
		want := own
		if !dry {
			want.Words = []string{"OCHA", "Wadi", "Zaatari", "نور"}
		}
		if kept := choices(t, mine); !reflect.DeepEqual(kept, want) {
			t.Errorf("dry %v: kept is %+v, want %+v", dry, kept, want)
		}
	}
	if got, err := w.Take(t.Context(), theirs, false); err != nil || !got.Nothing() {
		t.Errorf("once more it took %+v, %v", got, err)
	}
}

func TestALimitComesWhenItIsNewer(t *testing.T) {
	limit := func(part channel.LimitPart, n int, day string) channel.Limit {
		return channel.Limit{Channel: "x", Field: "post", Part: part, Number: n, Source: "help page", AsOf: day}
	}
	length := func(n int, day string) []channel.Limit { return []channel.Limit{limit(channel.LimitLength, n, day)} }
	for name, tt := range map[string]struct {
		mine, theirs []channel.Limit
		comes        bool
	}{
		"nobody gave one here":             {nil, length(500, "2026-04-01"), true},
		"of the day of Athar's own":        {nil, length(500, "2026-03-01"), true},
		"older than Athar's own":           {nil, length(140, "2025-01-01"), false},
		"the number that Athar came with":  {nil, length(280, "2026-05-01"), false},
		"newer than mine":                  {length(300, "2026-04-01"), length(500, "2026-05-01"), true},
		"of the same day as mine":          {length(300, "2026-04-01"), length(500, "2026-04-01"), false},
		"older than mine":                  {length(300, "2026-04-01"), length(500, "2026-03-02"), false},
		"the same as mine":                 {length(300, "2026-04-01"), length(300, "2026-05-01"), false},
		"of a day that is to come":         {length(300, "2026-04-01"), length(500, "2099-01-01"), false},
		"of no day":                        {nil, length(500, "soon"), false},
		"of a channel that is not known":   {nil, []channel.Limit{{Channel: "y", Field: "post", Part: channel.LimitLength, Number: 5, AsOf: "2026-05-01"}}, false},
		"another number of the same field": {length(300, "2026-04-01"), []channel.Limit{limit(channel.LimitShown, 90, "2026-05-01")}, true},
	} {
		mine, theirs := memory.New(), memory.New()
		keeps(t, mine, channel.Preference, channel.FormatLimits(tt.mine))
		keeps(t, theirs, channel.Preference, channel.FormatLimits(tt.theirs))
		got, err := workspace(t, mine).Take(t.Context(), theirs, false)
		if err != nil {
			t.Fatal(err)
		}
		data, _ := mine.Preference(t.Context(), channel.Preference)
		kept, _ := channel.ParseLimits(data)
		if came := slices.Equal(got.Limits, tt.theirs); came != tt.comes || slices.Contains(kept, tt.theirs[0]) != tt.comes && !slices.Contains(tt.mine, tt.theirs[0]) {
			t.Errorf("%s: took %+v, kept %+v", name, got.Limits, kept)
		}
		if tt.mine != nil && !tt.comes && !slices.Equal(kept, tt.mine) {
			t.Errorf("%s: kept is %+v", name, kept)
		}
	}
}

func TestWhatIsDamagedIsLeftAsItIs(t *testing.T) {
	good := proofing.Choices{Words: []string{"OCHA"}}.Bytes()
	limits := channel.FormatLimits([]channel.Limit{{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 500, AsOf: "2026-05-01"}})
	for _, tt := range []struct{ mine, theirs, mineLimits, theirLimits []byte }{
		{[]byte("{"), good, []byte("{"), limits},
		{nil, []byte("{"), nil, []byte("{")},
	} {
		mine, theirs := memory.New(), memory.New()
		keeps(t, mine, proofing.Preference, tt.mine)
		keeps(t, theirs, proofing.Preference, tt.theirs)
		keeps(t, mine, channel.Preference, tt.mineLimits)
		keeps(t, theirs, channel.Preference, tt.theirLimits)
		got, err := workspace(t, mine).Take(t.Context(), theirs, false)
		words, _ := mine.Preference(t.Context(), proofing.Preference)
		numbers, _ := mine.Preference(t.Context(), channel.Preference)
		if err != nil || !got.Nothing() || string(words) != string(tt.mine) || string(numbers) != string(tt.mineLimits) {
			t.Errorf("took %+v, %v; kept is %q and %q", got, err, words, numbers)
		}
	}
}
