package journal

import (
	"math"
	"slices"
	"testing"
	"time"
)

func TestValuesGiveBackWhatTheyWereMadeOf(t *testing.T) {
	at := time.Date(2026, 11, 23, 6, 0, 0, 123, time.FixedZone("", 3600))
	old := time.Date(-40, 1, 1, 0, 0, 0, 0, time.UTC)
	for name, ok := range map[string]bool{
		"text":    Text("a\r\nb").Text() == "a\nb",
		"int":     Int(math.MinInt64).Int() == math.MinInt64,
		"float":   Float(-1.5).Float() == -1.5,
		"nan":     Float(math.NaN()) == Float(-math.NaN()),
		"zero":    Float(math.Copysign(0, -1)) == Float(0),
		"yes":     Bool(true).Bool() && !Bool(false).Bool(),
		"time":    Time(at).Time().Equal(at) && Time(old).Time().Equal(old),
		"set":     slices.Equal(Set("b", "a", "", "b").Elements(), []string{"a", "b"}),
		"order":   Order("V").Text() == "V",
		"nothing": Text("").Empty() && Set("").Empty() && Time(time.Time{}).Empty() && Order("").Empty(),
		"no zero": !Int(0).Empty() && !Bool(false).Empty() && !Float(0).Empty(),
		"others":  Int(1).Text() == "" && Text("1").Int() == 0 && Int(1).Elements() == nil,
	} {
		if !ok {
			t.Errorf("%s is not what it was made of", name)
		}
	}
}

func TestValuesThatLookAlikeSayTheSame(t *testing.T) {
	for _, c := range []struct {
		a, b Value
		same bool
	}{
		{Text("caf\u00e9"), Text("cafe\u0301"), true},
		{Value{TypeText, "cafe\u0301\r"}, Text("café"), true}, // made elsewhere
		{Text("a \nb\t\n\n"), Text("a\nb"), true},
		{Text("  a"), Text("a"), true},
		{Text("a  b"), Text("a b"), false},
		{Text("a\n\nb"), Text("a\nb"), false},
		{Text(" \n"), None, true},
		{Text("a"), String("a"), true},
		{Text("a"), Text("A"), false},
		{Set("a", "b"), Set("b", "a", "a"), true},
		{Int(1), Float(1), false},
		{Int(0), None, false},
	} {
		if got := Same(c.a, c.b); got != c.same || Same(c.b, c.a) != got {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}
