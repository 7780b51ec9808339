package channel

import (
	"slices"
	"strings"
	"testing"
)

type smsVector struct {
	Description, Text, Encoding string
	Units, Segments             int
	PerSegmentUnits             []int `json:"per_segment_units"`
}

func TestAnSMSIsDividedAsSendersDivideIt(t *testing.T) {
	message := field(t, "sms", "message")
	for _, v := range vectors[smsVector](t, "sms.json", 50) {
		got := message.Count(v.Text)
		if string(got.SMS.Encoding) != v.Encoding || got.Length != v.Units ||
			len(got.SMS.Parts) != v.Segments || !slices.Equal(got.SMS.Parts, v.PerSegmentUnits) {
			t.Errorf("%s: got %s, %d units in %v, want %s, %d in %v", v.Description,
				got.SMS.Encoding, got.Length, got.SMS.Parts, v.Encoding, v.Units, v.PerSegmentUnits)
		}
	}
}

func TestAnSMSSaysWhatIsLeftAndWhyItIsShort(t *testing.T) {
	tests := []struct {
		name, text       string
		unit             Unit
		limit, over      int
		perPart, remains int
		cause            *Mark
	}{
		{"empty", "", Septet, 160, 0, 160, 160, nil},
		{"one part", "Hello", Septet, 160, 0, 160, 155, nil},
		{"full", strings.Repeat("a", 160), Septet, 160, 0, 160, 0, nil},
		{"two parts", strings.Repeat("a", 161), Septet, 160, 1, 153, 145, nil},
		{"Arabic", "ماء", UTF16, 70, 0, 70, 67, &Mark{'م', 0, 0}},
		{"Arabic in two parts", strings.Repeat("م", 71), UTF16, 70, 1, 67, 63, &Mark{'م', 0, 0}},
		{"one curly apostrophe", "Ørsted don’t", UTF16, 70, 0, 70, 58, &Mark{'’', 10, 11}},
		{"a direction mark nobody sees", "abc\u200Fdef", UTF16, 70, 0, 70, 63, &Mark{'\u200F', 3, 3}},
	}
	message := field(t, "sms", "message")
	for _, test := range tests {
		got := message.Count(test.text)
		if got.Unit != test.unit || got.Limit != test.limit || got.Over != test.over || !got.Soft {
			t.Errorf("%s: got %+v", test.name, got.Measure)
		}
		if got.SMS.PerPart != test.perPart || got.SMS.Remaining != test.remains {
			t.Errorf("%s: got %d a part, %d remaining, want %d, %d", test.name,
				got.SMS.PerPart, got.SMS.Remaining, test.perPart, test.remains)
		}
		switch cause := got.SMS.Cause; {
		case (cause == nil) != (test.cause == nil):
			t.Errorf("%s: cause %v, want %v", test.name, cause, test.cause)
		case cause != nil && *cause != *test.cause:
			t.Errorf("%s: cause %+v, want %+v", test.name, *cause, *test.cause)
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{"", "abc", "€€", "ماء", strings.Repeat("a", 152) + "€", strings.Repeat("م", 66) + "😀😀", "\xFF"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := Segment(text)
		want := 0
		width := septets
		if s.Encoding == UCS2 {
			width = utf16Len
		}
		for _, r := range text {
			want += width(r)
		}
		if s.Units() != want {
			t.Errorf("parts hold %d units, the text has %d", s.Units(), want)
		}
		if (s.Encoding == GSM7) != (s.Cause == nil) {
			t.Errorf("%s with cause %v", s.Encoding, s.Cause)
		}
		for i, n := range s.Parts {
			// A part that is not the last has at most one unit to spare: the
			// place where half of a pair would have gone.
			if n > s.PerPart || n == 0 || i < len(s.Parts)-1 && n < s.PerPart-1 {
				t.Errorf("part %d holds %d of %d", i, n, s.PerPart)
			}
		}
		if s.Remaining < 0 || s.Remaining > s.PerPart {
			t.Errorf("%d remaining of %d", s.Remaining, s.PerPart)
		}
	})
}
