package main

import (
	"slices"
	"strings"
	"testing"
)

// The keys of a PC keyboard that have the same meaning in every layout, by the
// numbers X gives them.
const (
	keyEscape    = 9
	keyBackSpace = 22
	keyTab       = 23
	keyReturn    = 36
	keyCtrl      = 37
	keyShift     = 50
	keyAlt       = 64
	keySpace     = 65
	keyAltGr     = 108
	keyHome      = 110
	keyUpward    = 111
	keyLeft      = 113
	keyRight     = 114
	keyEnd       = 115
	keyDelete    = 119
	keySuper     = 133
	keyMenu      = 135
)

// Letters by where they are, whatever is printed on them.
const (
	key3 = 12
	keyA = 38
	keyC = 54
	keyF = 41
	keyI = 31
	keyQ = 24
	keyR = 27
	keyV = 55
	keyX = 53
	keyY = 29
	keyZ = 52
)

// A row of keys: the number of the first, and what each writes alone, with Shift,
// and with AltGr; "" where that is of no use to anybody.
type row struct {
	first                 byte
	plain, shifted, third string
}

// arabic returns what is printed on an Arabic keyboard. Four keys write two
// letters each: لا لأ لإ لآ.
func arabic() []row {
	return []row{
		{49, "ذ", "\u0651", ""},
		{10, "1 2 3 4 5 6 7 8 9 0 - =", "! @ # $ % ^ & * ) ( _ +", "١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠ –"},
		{24, "ض ص ث ق ف غ ع ه خ ح ج د", "\u064e \u064b \u064f \u064c لإ إ ` ÷ × ؛ < >", ""},
		{38, "ش س ي ب ل ا ت ن م ك ط", "\u0650 \u064d ] [ لأ أ ـ ، / : \"", ""},
		{52, "ئ ء ؤ ر لا ى ة و ز ظ", "~ \u0652 } { لآ آ ' , . ؟", "» «"},
		{51, "\\", "…", ""},
	}
}

func american() []row {
	return []row{
		{49, "`", "~", ""},
		{10, "1 2 3 4 5 6 7 8 9 0 - =", "! @ # $ % ^ & * ( ) _ +", ""},
		{24, "q w e r t y u i o p [ ]", "Q W E R T Y U I O P { }", ""},
		{38, "a s d f g h j k l ; '", "A S D F G H J K L : \"", ""},
		{52, "z x c v b n m , . /", "Z X C V B N M < > ?", ""},
		{51, "\\", "|", ""},
	}
}

// layout is which keys write a text.
type layout map[string][]byte

func newLayout(rows []row) layout {
	l := layout{" ": {keySpace}, "\n": {keyReturn}}
	for _, r := range rows {
		for texts, with := range map[string][]byte{r.plain: nil, r.shifted: {keyShift}, r.third: {keyAltGr}} {
			for i, text := range strings.Fields(texts) {
				l[text] = append(slices.Clone(with), r.first+byte(i))
			}
		}
	}
	return l
}

// acts returns what the fingers do to write a text: one key for two letters
// where there is one, as people do.
func (l layout) acts(t testing.TB, text string) []act {
	t.Helper()
	var acts []act
	for runes := []rune(text); len(runes) > 0; {
		n := min(2, len(runes))
		if _, ok := l[string(runes[:n])]; !ok {
			n = 1
		}
		keys, ok := l[string(runes[:n])]
		if !ok {
			t.Fatalf("no key writes %q", runes[:n])
		}
		acts = append(acts, chord(keys...)...)
		runes = runes[n:]
	}
	return acts
}
