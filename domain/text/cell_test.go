package text

import "testing"

func TestNoCellIsTakenForAFormula(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "ماء": "ماء", "a=b": "a=b", "'=x": "'=x",
		"=1+1": "'=1+1", "+9": "'+9", "-9": "'-9", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx", "\nx": "'\nx",
		"|x": "'|x", "%x": "'%x", "＝1": "'＝1", "\xff=": "\xff=",
	} {
		if got := Harmless(s); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	}
}
