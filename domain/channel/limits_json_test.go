package channel

import (
	"slices"
	"testing"

	"athar/domain"
)

func TestCorrectedLimitsComeBackAsTheyWere(t *testing.T) {
	want := []Limit{
		{Channel: "x", Field: "post", Part: LimitLength, Number: 4000, Source: "صفحة المنصة", AsOf: "2026-11-01"},
		{Channel: "nobody", Field: "post", Part: LimitShown, Number: 0, AsOf: "2026-11-02"},
	}
	got, err := ParseLimits(FormatLimits(want))
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if data := FormatLimits(nil); data != nil {
		t.Errorf("no limits are %q", data)
	}
	if got, err := ParseLimits(nil); got != nil || err != nil {
		t.Errorf("no data is %v, %v", got, err)
	}
}

func TestALimitTakesThePlaceOfWhatWasSaidBefore(t *testing.T) {
	first := Limit{Channel: "x", Field: "post", Part: LimitLength, Number: 1}
	other := Limit{Channel: "x", Field: "alt", Part: LimitLength, Number: 2}
	again := first
	again.Number = 3
	all := Put(Put(Put(nil, first), other), again)
	if !slices.Equal(all, []Limit{other, again}) {
		t.Errorf("%v", all)
	}
	if got := Without(all, first); !slices.Equal(got, []Limit{other}) || len(all) != 2 {
		t.Errorf("%v of %v", got, all)
	}
}

func FuzzParseLimits(f *testing.F) {
	f.Add([]byte(`[{"channel":"x","field":"post","part":"limit","number":4000,"source":"s","asOf":"2026-11-01"}]`))
	f.Add([]byte(`{}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := ParseLimits(data)
		if err != nil {
			if code := domain.CodeOf(err); code != ErrSyntax && code != domain.ErrTooLong {
				t.Fatalf("the error is %v", err)
			}
			return
		}
		again, err := ParseLimits(FormatLimits(all))
		if err != nil || !slices.Equal(again, all) && len(all) > 0 {
			t.Fatalf("%v came back as %v, %v", all, again, err)
		}
		Catalog{}.With(all)
	})
}
