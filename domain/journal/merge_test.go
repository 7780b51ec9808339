package journal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTextsAreMergedByLineAndWord(t *testing.T) {
	for _, c := range []struct{ name, base, a, b, want string }{
		{"only one side changed", "one two", "one two", "one three", "one three"},
		{"both changed alike", "one two", "one three", "one three", "one three"},
		{"one word alike, others not", "a b c", "A B c", "a B C", "A B C"},
		{"different words of one line", "the big dog", "the large dog", "the big cat", "the large cat"},
		{"different lines", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"},
		{"a line put in and one taken out", "a\nb\nc\n", "a\nb\nnew\nc\n", "b\nc\n", "b\nnew\nc\n"},
		{"an end added where the line before changed", "come\nnow", "come\nlater", "come\nnow\n#tag", "come\nlater\n#tag"},
		{"words at both ends", "b", "a b", "b c", "a b c"},
		{"Arabic words of one line", "تعالوا إلى اللقاء يوم الأحد", "تعالوا جميعا إلى اللقاء يوم الأحد", "تعالوا إلى اللقاء يوم الإثنين", "تعالوا جميعا إلى اللقاء يوم الإثنين"},
		{"one line split, another word changed", "a b c d", "a b\nc d", "a b c e", "a b\nc e"},
		{"the same paragraph put in by both", "a\n", "a\nnew\n", "a\nnew\n", "a\nnew\n"},
		{"one took all out, the other nothing", "a b", "", "a b", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, sides := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
				got, ok := MergeText(c.base, sides[0], sides[1])
				if !ok || got != c.want {
					t.Errorf("got %q, %v, want %q", got, ok, c.want)
				}
			}
		})
	}
}

func TestOverlappingTextsAreNotMerged(t *testing.T) {
	for _, c := range []struct{ name, base, a, b string }{
		{"the same word", "on Sunday", "on Monday", "on Tuesday"},
		{"two things put in at one place", "a c", "a b c", "a x c"},
		{"a changed word in what was taken out", "one two three", "", "one 2 three"},
		{"two texts from nothing", "", "one", "two"},
		{"two paragraphs at the end", "a\n", "a\nb\n", "a\nc\n"},
		{"the parts of one emoji", "hi 👩🏽‍⚕️", "hi 👩🏿‍⚕️", "hi 👩🏽‍🎓"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, sides := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
				if got, ok := MergeText(c.base, sides[0], sides[1]); ok {
					t.Errorf("merged to %q", got)
				}
			}
		})
	}
}

// A text of words that occur once leaves no doubt about what was changed where.
func TestEditsThatDoNotOverlapNeverConflict(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var base, a, b, both []string
		fresh := 0
		word := func() string { fresh++; return fmt.Sprintf("n%d", fresh) }
		put := func(to *[]string, n int) []string {
			var in []string
			for range n {
				in = append(in, word())
			}
			*to = append(*to, in...)
			return in
		}
		for i := range rapid.IntRange(1, 30).Draw(t, "words") {
			w := fmt.Sprintf("b%d", i)
			base = append(base, w)
			if i%2 == 0 { // kept by both: it parts the edits
				a, b, both = append(a, w), append(b, w), append(both, w)
				continue
			}
			n := rapid.IntRange(0, 2).Draw(t, "put in")
			switch rapid.IntRange(0, 2).Draw(t, "who") {
			case 0:
				a, b, both = append(a, w), append(b, w), append(both, w)
			case 1:
				both = append(both, put(&a, n)...)
				b = append(b, w)
			default:
				both = append(both, put(&b, n)...)
				a = append(a, w)
			}
		}
		gap := rapid.SampledFrom([]string{" ", "\n", ". ", "، "}).Draw(t, "between")
		join := func(words []string) string { return strings.Join(words, gap) }
		got, ok := MergeText(join(base), join(a), join(b))
		if !ok || got != join(both) {
			t.Fatalf("base %q\na %q\nb %q\ngot %q, %v\nwant %q", join(base), join(a), join(b), got, ok, join(both))
		}
	})
}

var anyText = rapid.Custom(func(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", " ", " ", "\n", "مرحبا", "d e"}), 0, 30)
	return strings.Join(words.Draw(t, "words"), "")
})

func TestMergingTextsKeepsTheWordsOfBothAndIgnoresTheirOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		base, a, b := anyText.Draw(t, "base"), anyText.Draw(t, "a"), anyText.Draw(t, "b")
		got, ok := MergeText(base, a, b)
		if again, okToo := MergeText(base, b, a); ok != okToo || ok && got != again {
			t.Fatalf("%q, %v one way and %q, %v the other", got, ok, again, okToo)
		}
		if one, ok := MergeText(base, base, b); !ok || one != b {
			t.Fatalf("unchanged against %q gives %q, %v", b, one, ok)
		}
		if !ok {
			return
		}
		for _, w := range []string{"a", "b", "c", "مرحبا", "d"} {
			count := func(s string) int { return strings.Count(s, w) }
			added := max(count(a), count(b))
			if count(base) == 0 && added > 0 && count(got) == 0 {
				t.Fatalf("%q is missing in %q", w, got)
			}
		}
	})
}

func TestTheHunksOfAComparisonTurnOneTextIntoTheOther(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := splitWords(anyText.Draw(t, "a")), splitWords(anyText.Draw(t, "b"))
		var got []string
		at := 0
		for i, h := range compare(a, b) {
			if i > 0 && h.fromA == at {
				t.Fatal("two hunks touch")
			}
			got = append(append(got, a[at:h.fromA]...), b[h.fromB:h.toB]...)
			at = h.toA
		}
		if got = append(got, a[at:]...); !slices.Equal(got, b) {
			t.Fatalf("got %q, want %q", got, b)
		}
	})
}

func TestDifferencesHoldBothTexts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before, after := anyText.Draw(t, "before"), anyText.Draw(t, "after")
		var was, now strings.Builder
		for _, s := range Differences(before, after) {
			if s.Text == "" {
				t.Fatal("an empty span")
			}
			if s.Kind != Added {
				was.WriteString(s.Text)
			}
			if s.Kind != Removed {
				now.WriteString(s.Text)
			}
		}
		if was.String() != before || now.String() != after {
			t.Fatalf("%q and %q, want %q and %q", was.String(), now.String(), before, after)
		}
	})
}

func TestDifferencesAreReadInWholeWords(t *testing.T) {
	got := Differences("Come to the old house on Sunday", "Come to the new hall on Sunday")
	want := []Span{
		{Kept, "Come to the "},
		{Removed, "old house"},
		{Added, "new hall"},
		{Kept, " on Sunday"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestTextsWithNothingInCommonAreMergedInBoundedTime(t *testing.T) {
	long := func(prefix string) string {
		var b strings.Builder
		for i := range 60_000 {
			fmt.Fprintf(&b, "%s%d ", prefix, i)
		}
		return b.String()
	}
	begin := time.Now()
	if _, ok := MergeText(long("a"), long("b"), long("c")); ok {
		t.Error("merged")
	}
	if d := time.Since(begin); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
}
