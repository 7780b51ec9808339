package vault

import (
	"bytes"
	"math/bits"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"athar/domain"
)

func drawSecret(t *rapid.T) []byte {
	return rapid.SliceOfN(rapid.Byte(), codeSize, codeSize).Draw(t, "secret")
}

func TestACodeComesBackHoweverItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := drawSecret(t)
		code := formatCode(secret)
		if len(code) != 41 || strings.ContainsAny(code, "ILOU") {
			t.Fatalf("the code is %q", code)
		}
		var b strings.Builder
		for _, r := range code {
			b.WriteString(rapid.SampledFrom(waysToWrite(r)).Draw(t, "written"))
		}
		got, typo := parseCode([]byte(b.String()))
		if typo != nil || !bytes.Equal(got, secret) {
			t.Fatalf("%q, written %q, is read as %x: %v", code, b.String(), got, typo)
		}
	})
}

// waysToWrite are what people write for a character of a code.
func waysToWrite(r rune) []string {
	ways := []string{string(r), string(unicode.ToLower(r)), string(r) + " ", " \u200f" + string(r)}
	switch {
	case r == '-':
		return []string{"-", " ", "", "–", "\n", " — ", "ـ", "\u00a0", "."}
	case r == '0':
		ways = append(ways, "O", "o")
	case r == '1':
		ways = append(ways, "I", "l", "L", "i")
	}
	if r >= '0' && r <= '9' {
		ways = append(ways, string('٠'+r-'0'), string('۰'+r-'0'))
	}
	return ways
}

// compact returns a code without its dashes.
func compact(code string) []byte { return []byte(strings.ReplaceAll(code, "-", "")) }

func TestOneWrongSymbolIsFoundInItsGroup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := compact(formatCode(drawSecret(t)))
		at := rapid.IntRange(0, len(code)-1).Draw(t, "at")
		symbol := codeAlphabet[rapid.IntRange(0, 31).Draw(t, "symbol")]
		if code[at] == symbol {
			return
		}
		code[at] = symbol
		wantTypo(t, code, at/groupSize+1)
	})
}

func TestNeighboursThatChangedPlacesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := compact(formatCode(drawSecret(t)))
		at := rapid.IntRange(0, len(code)-2).Draw(t, "at")
		if code[at] == code[at+1] || at%groupSize == groupSize-1 {
			return // the same, or of two groups, where each has a wrong symbol
		}
		code[at], code[at+1] = code[at+1], code[at]
		wantTypo(t, code, at/groupSize+1)
	})
}

func TestGroupsInTheWrongOrderAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := strings.Split(formatCode(drawSecret(t)), "-")
		i := rapid.IntRange(0, codeGroups-1).Draw(t, "i")
		j := rapid.IntRange(0, codeGroups-1).Draw(t, "j")
		if i == j {
			return
		}
		groups[i], groups[j] = groups[j], groups[i]
		wantTypo(t, []byte(strings.Join(groups, "-")), min(i, j)+1)
	})
}

func wantTypo(t *rapid.T, code []byte, group int) {
	secret, err := parseCode(code)
	if secret != nil || domain.CodeOf(err) != domain.ErrRecoveryTypo {
		t.Fatalf("%q was taken: %v", code, err)
	}
	if got := err.(*domain.Error).Args["group"]; got != group { //nolint:errorlint // it is not wrapped
		t.Fatalf("the mistake in group %d is said to be in %v", group, got)
	}
}

func TestWhatIsNoCodeIsTakenForNone(t *testing.T) {
	code := formatCode(make([]byte, codeSize))
	for _, text := range []string{"", "olive lantern ferry", code + "0", code[1:], strings.ReplaceAll(code, "-", "U"), code + "!", "\xff"} {
		if secret, err := parseCode([]byte(text)); secret != nil || err != nil {
			t.Errorf("%q gives %x, %v", text, secret, err)
		}
	}
}

// The factors of a group's symbols must differ, and none may be zero: else a
// pair that changed places, or a wrong symbol, would pass.
func TestTheFieldHasNoDivisorsOfZero(t *testing.T) {
	for a := byte(1); a < 32; a++ {
		row := uint32(0)
		for b := range byte(32) {
			row |= 1 << times(a, b)
			if times(a, b) != times(b, a) {
				t.Fatalf("%d × %d depends on the order", a, b)
			}
		}
		if bits.OnesCount32(row) != 32 {
			t.Fatalf("%d × … leaves values out", a)
		}
	}
}

func FuzzParseCode(f *testing.F) {
	f.Add([]byte(formatCode([]byte("0123456789abcdef"))))
	f.Add([]byte("٠٠٠٠٠ ٠٠٠٠٠ ٠٠٠٠٠ ٠٠٠٠٠ ٠٠٠٠٠ ٠٠٠٠٠ ٠٠٠٠٠"))
	f.Fuzz(func(t *testing.T, text []byte) {
		secret, typo := parseCode(text)
		if secret == nil {
			return
		}
		again, err := parseCode([]byte(formatCode(secret)))
		if typo != nil || err != nil || !bytes.Equal(again, secret) {
			t.Fatalf("%q is read as %x, and its code as %x: %v %v", text, secret, again, typo, err)
		}
	})
}
