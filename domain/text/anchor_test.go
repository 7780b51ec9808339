package text_test

import (
	"testing"

	"pgregory.net/rapid"

	"athar/domain/text"
)

func TestAPassageIsFoundAgainAfterEditsAroundIt(t *testing.T) {
	const first = "اغلوا الماء دقيقة. اغلوا الماء كل مساء. برّدوه تحت غطاء."
	second := []rune("اغلوا الماء دقيقة. ")
	for _, tt := range []struct {
		name, quote string
		start       int
		now, want   string
		at          int // -1: only that it is found
	}{
		{"as it was", "اغلوا الماء", len(second), first, "اغلوا الماء", len(second)},
		{"words before it", "اغلوا الماء", len(second), "تنبيه: " + first, "اغلوا الماء", len(second) + 7},
		{"words behind it", "اغلوا الماء", len(second), first + " شكرًا", "اغلوا الماء", len(second)},
		{"the first one of two is gone", "اغلوا الماء", len(second), "اغلوا الماء كل مساء. برّدوه تحت غطاء.", "اغلوا الماء", 0},
		{"one more before it", "اغلوا الماء", 0, "اغلوا الماء! " + first, "اغلوا الماء", -1},
		{
			"it was edited itself", "كل مساء", len([]rune("اغلوا الماء دقيقة. اغلوا الماء ")),
			"اغلوا الماء دقيقة. اغلوا الماء صباح كل يوم. برّدوه تحت غطاء.", "صباح كل يوم", -1,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := text.NewAnchor(first, tt.start, tt.start+len([]rune(tt.quote)))
			if a.Quote != tt.quote {
				t.Fatalf("the quote is %q", a.Quote)
			}
			start, end, ok := a.Find(tt.now)
			if !ok || string([]rune(tt.now)[start:end]) != tt.want || tt.at >= 0 && start != tt.at {
				t.Errorf("found %v %d: %q", ok, start, string([]rune(tt.now)[start:max(start, end)]))
			}
		})
	}
}

func TestAPassageWhoseSurroundingsAreGoneIsNotFound(t *testing.T) {
	a := text.NewAnchor("boil the water for one minute", 5, 14)
	for _, now := range []string{"", "something else entirely", "boil"} {
		if start, end, ok := a.Find(now); ok {
			t.Errorf("found in %q at %d to %d", now, start, end)
		}
	}
	if _, _, ok := (text.Anchor{}).Find("anything"); ok {
		t.Error("no passage is found")
	}
}

func TestAnAnchorFindsItselfAndStaysWithinTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom([]rune("اب a\u0301 \n")), 0, 60, -1)
		s := words.Draw(t, "text")
		n := len([]rune(s))
		start := rapid.IntRange(-3, n+3).Draw(t, "start")
		a := text.NewAnchor(s, start, rapid.IntRange(-3, n+3).Draw(t, "end"))
		if !a.Empty() {
			at, end, ok := a.Find(s)
			if !ok || at != a.At || string([]rune(s)[at:end]) != a.Quote {
				t.Fatalf("%+v is found at %d in %q: %v", a, at, s, ok)
			}
		}
		other := words.Draw(t, "other")
		if from, to, ok := a.Find(other); ok && (from < 0 || to <= from || to > len([]rune(other))) {
			t.Fatalf("found from %d to %d of %d", from, to, len([]rune(other)))
		}
	})
}
