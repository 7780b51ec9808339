package claim_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/domain/check"
	"athar/domain/claim"
)

// found describes what is found as "rule passage".
func found(text string) string {
	var all []string
	for _, f := range (claim.Finder{}).Check(text, "") {
		all = append(all, strings.TrimPrefix(f.Rule, "claim_")+" "+f.Passage)
	}
	return strings.Join(all, "|")
}

func TestPassagesThatAskForAClaimAreFound(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"We reached 2,500 families in 2025.", "number 2,500 families"},
		{"2.2 million people have no clean water.", "number 2.2 million people"},
		{"وصلنا إلى ٢٬٥٠٠ أسرة عام 2025", "number ٢٬٥٠٠ أسرة"},
		{"يعيش مليونا شخص بلا ماء", ""}, // a number in one word cannot be told from a name
		{"3 ملايين طفل خارج المدرسة", "number 3 ملايين طفل"},
		{"2000 people fled", "number 2000 people"},
		{"Raised $1,250,000 so far", "number $1,250,000"},
		{"10-15 villages were reached", "number 10-15 villages"},
		{"75% of children go to school", "number 75% of children"},
		{"٧٥٪ من الأطفال في المدارس", "number ٧٥٪ من الأطفال"},
		{"Violence rose by 40%.", "percent 40%"},
		{"ارتفع العنف بنسبة 40 في المئة.", "percent 40 في المئة"},
		{"up 12 per cent this year", "percent 12 per cent"},
		{"thousands of families fled", "number thousands of families"},
		{"آلاف الأسر نزحت", "number آلاف الأسر"},
		{"half of women", "number half of women"},
		{"نصف النساء", "number نصف النساء"},
		{"one in three girls", "number one in three"},
		{"واحد من كل خمسة أطفال", "number واحد من كل خمسة"},
		{"The largest camp in the world", "superlative The largest"},
		{"It is the most dangerous road", "superlative the most dangerous"},
		{"أكبر مخيم في العالم", "superlative أكبر مخيم"},
		{"الدولة الأكثر فقراً", "superlative الأكثر فقراً"},
		{"المركز الوحيد في المدينة", "superlative الوحيد"},
		{"an unprecedented crisis", "superlative unprecedented"},
		{"لأول مرة في التاريخ", "superlative لأول مرة"},
		{"She said: “We will never give up hope.”", "quotation “We will never give up hope.”"},
		{"قالت: «لن نتخلى عن الأمل أبداً»", "quotation «لن نتخلى عن الأمل أبداً»"},
		{"Studies show that water heals", "studies Studies show"},
		{"Experts have long agreed", ""},
		{"Research has now proven it", "studies Research has now proven"},
		{"أثبتت الدراسات أن الماء", "studies أثبتت الدراسات"},
		{"الخبراء يؤكدون ذلك", "studies الخبراء يؤكدون"},
		{"وقد ثبت علميًا أن", "studies ثبت علميًا"},
	} {
		if got := found(tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWhatAsksForNoClaim(t *testing.T) {
	for _, text := range []string{
		"Join us on 22 March 2026 at 5 pm",
		"نلتقي في 22 آذار 2026 الساعة 5 مساءً",
		"22/03/2026, 14:30, 24/7 and 2019-2026",
		"Call 0599 123 456 or +970599123456",
		"1. Wash your hands\n2) Boil the water\n3 - Tell others",
		"١. اغسل يديك\n٢) اغل الماء",
		"#Vision2030 @user2 COVID-19 https://example.org/2/500",
		"Article 5, page 12, no. 7, Goal 6",
		"المادة 5 من القانون رقم 12 لسنة 2020",
		"She is 9 years old, aged 9",
		"عمرها 9 سنوات",
		"Read it in 5 minutes: 3 steps and 7 tips",
		"In 2015 we began. By 2030, water for all.",
		"20% off today",
		"He read \"War and Peace\" twice",
		"at least, at most, most of all, best wishes, the forest, the latest interest",
		"أيهما أكبر من الآخر؟",
		"Studies show it: https://example.org/study",
		"the 1st and 2nd prize, the 21st century",
		"version 2.0",
		"",
	} {
		if got := found(text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("\xff1\xff,000 «a b c d» 5% من ١٬٠٠٠ the most x أكبر y 1-2-3/4:5 1_a $5 no. 5 www.a http://b")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		runes := []rune(text)
		findings := claim.Finder{}.Check(text, "")
		if !slices.IsSortedFunc(findings, check.Compare) {
			t.Fatalf("%q: not in order", text)
		}
		for _, hit := range findings {
			if hit.Start < 0 || hit.Start >= hit.End || hit.End > len(runes) || hit.Passage != string(runes[hit.Start:hit.End]) ||
				hit.Level != check.Suggestion || hit.Kind != check.Claim || !slices.Contains(claim.Rules(), hit.Rule) {
				t.Fatalf("%q: %+v", text, hit)
			}
		}
	})
}

// A search that starts anew at each of these needs minutes for this length, one that
// does not less than a second.
func TestHostileTextTakesTimeInProportion(t *testing.T) {
	const size, allowed = 1 << 17, 20 * time.Second
	for _, piece := range []string{"1 ", "1,", "“a ", "\"", "studies ", "the most ", "12/", "#", "أكبر ", "5% ", "million ", "studies show "} {
		text := strings.Repeat(piece, size/len(piece)+1)
		start := time.Now()
		claim.Finder{}.Check(text, "")
		if took := time.Since(start); took > allowed {
			t.Errorf("%q: %v", piece, took)
		}
	}
}
