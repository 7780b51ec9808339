package i18n_test

import (
	"regexp"
	"slices"
	"testing"

	"athar/gui/i18n"
)

// counted are the messages with a number that people see most, read at 0, 1, 2,
// 3, 11 and 100: in Arabic those are six different forms.
var counted = map[string]struct{ ar, en [6]string }{
	"home.segments": {
		ar: [6]string{"لا شرائح", "شريحة واحدة", "شريحتان", "3 شرائح", "11 شريحة", "100 شريحة"},
		en: [6]string{"0 segments", "1 segment", "2 segments", "3 segments", "11 segments", "100 segments"},
	},
	"home.messages": {
		ar: [6]string{"لا رسائل", "رسالة واحدة", "رسالتان", "3 رسائل", "11 رسالة", "100 رسالة"},
		en: [6]string{"0 messages", "1 message", "2 messages", "3 messages", "11 messages", "100 messages"},
	},
	"home.data_sets": {
		ar: [6]string{
			"لا مجموعات بيانات", "مجموعة بيانات واحدة", "مجموعتا بيانات",
			"3 مجموعات بيانات", "11 مجموعة بيانات", "100 مجموعة بيانات",
		},
		en: [6]string{"0 data sets", "1 data set", "2 data sets", "3 data sets", "11 data sets", "100 data sets"},
	},
	"home.missing.musts": {
		ar: [6]string{
			"لا شيء لا بد من حسمه", "أمر واحد لا بد من حسمه", "أمران لا بد من حسمهما",
			"3 أمور لا بد من حسمها", "11 أمرًا لا بد من حسمها", "100 أمر لا بد من حسمها",
		},
	},
	"home.create.weeks": {
		ar: [6]string{"أقل من أسبوع", "أسبوع واحد", "أسبوعان", "3 أسابيع", "11 أسبوعًا", "100 أسبوع"},
	},
	"find.hits": {
		ar: [6]string{"لا توجد نتائج", "موضع واحد", "موضعان", "3 مواضع", "11 موضعًا", "100 موضع"},
	},
	"audience.size": {
		ar: [6]string{"لا أحد", "شخص واحد", "شخصان", "3 أشخاص", "11 شخصًا", "100 شخص"},
	},
	"audience.to_check": {
		ar: [6]string{"لا شيء للمراجعة", "أمر للمراجعة", "أمران للمراجعة", "3 أمور للمراجعة", "11 أمرًا للمراجعة", "100 أمر للمراجعة"},
	},
	"messages.to_fix": {
		ar: [6]string{"لا أمر للإصلاح", "أمر للإصلاح", "أمران للإصلاح", "3 أمور للإصلاح", "11 أمرًا للإصلاح", "100 أمر للإصلاح"},
	},
	"messages.sms.parts": {
		ar: [6]string{"لا أجزاء", "جزء واحد", "جزءان", "3 أجزاء", "11 جزءًا", "100 جزء"},
	},
	"messages.sms.paid": {
		ar: [6]string{
			"لا تُرسَل أي رسالة.", "تُرسَل وتُدفع عنها كلفة رسالة واحدة.", "تُرسَل وتُدفع عنها كلفة رسالتين.",
			"تُرسَل وتُدفع عنها كلفة 3 رسائل.", "تُرسَل وتُدفع عنها كلفة 11 رسالة.", "تُرسَل وتُدفع عنها كلفة 100 رسالة.",
		},
	},
	"ethics.count_musts": {
		ar: [6]string{"لا واجبات", "واجب واحد", "واجبان", "3 واجبات", "11 واجبًا", "100 واجب"},
	},
	"ethics.count_shoulds": {
		ar: [6]string{"لا مستحسنات", "مستحسن واحد", "مستحسنان", "3 مستحسنات", "11 مستحسنًا", "100 مستحسن"},
	},
	"ethics.plan_unsaid": {
		ar: [6]string{
			"لا أسئلة بلا إجابة", "سؤال واحد بلا إجابة", "سؤالان بلا إجابة",
			"3 أسئلة بلا إجابة", "11 سؤالًا بلا إجابة", "100 سؤال بلا إجابة",
		},
	},
	"metrics.rows": {
		ar: [6]string{"لا صفوف", "صف واحد", "صفان", "3 صفوف", "11 صفًا", "100 صف"},
	},
	"metrics.import.files": {
		ar: [6]string{"لا ملفات", "ملف واحد", "ملفان", "3 ملفات", "11 ملفًا", "100 ملف"},
	},
	"kit.chooser_count": {
		ar: [6]string{"لا عناصر", "عنصر واحد", "عنصران", "3 عناصر", "11 عنصرًا", "100 عنصر"},
	},
}

func TestTheMostSeenCountsReadRight(t *testing.T) {
	ar, en := printer(t, "ar", i18n.Western), printer(t, "en", i18n.Western)
	for key, want := range counted {
		for i, n := range []int{0, 1, 2, 3, 11, 100} {
			if got := ar.N(key, n); got != want.ar[i] {
				t.Errorf("%s at %d: %q, want %q", key, n, got, want.ar[i])
			}
			if got := en.N(key, n); want.en[i] != "" && got != want.en[i] {
				t.Errorf("%s at %d: %q, want %q", key, n, got, want.en[i])
			}
		}
	}
}

// How an Arabic text says none, one and two without a figure.
var (
	saysNone = regexp.MustCompile(`(^|\s)(لا|لم|ليس|أقل|كل|القوائم)\s|0`)
	saysOne  = regexp.MustCompile(`واحد|أمر للمراجعة|أمر للإصلاح|صف آخر|أمر آخر|1`)
	saysTwo  = regexp.MustCompile(`(ان|ين|تا|تي|صفّا|2)([ .؛،:)…]|$)`)
)

// noCount are the messages whose forms differ only in the words around a list:
// the number is not said, or is said elsewhere.
var noCount = []string{
	"metrics.row_list",           // الصف 7 / الصفان 7، 9
	"metrics.row_list_more",      // none more is said by the list alone
	"metrics.caution.only_total", // there is only one total
	"metrics.caution.no_header",  // about the whole file
	"audience.size_range",        // from {low} to …
}

func TestEveryArabicFormSaysItsNumber(t *testing.T) {
	for key, texts := range rawCatalog(t, "ar") {
		if _, plain := texts[""]; plain || slices.Contains(noCount, key) {
			continue
		}
		for form, says := range map[string]*regexp.Regexp{"zero": saysNone, "one": saysOne, "two": saysTwo} {
			if text := texts[form]; !slices.Contains(places(text), "{n}") && !says.MatchString(text) {
				t.Errorf("%s: the form %s has neither the number nor a word for it: %q", key, form, text)
			}
		}
		for _, form := range []string{"few", "many", "other"} {
			if text := texts[form]; !slices.Contains(places(text), "{n}") {
				t.Errorf("%s: the form %s does not say the number: %q", key, form, text)
			}
		}
	}
}

// An 11 counts a single thing with tanwin, a 100 without; 3 to 10 count a
// plural. What is counted must therefore not be the same word in all three,
// unless it does not change, like a word that ends in ة.
func TestArabicCountsTakeTheCaseOfTheirNumber(t *testing.T) {
	for key, texts := range rawCatalog(t, "ar") {
		if _, plain := texts[""]; plain || slices.Contains(noCount, key) || key == "metrics.made.rate" {
			continue
		}
		after := func(form string) string {
			if m := countedWord.FindStringSubmatch(texts[form]); m != nil {
				return m[1]
			}
			return ""
		}
		few, many, other := after("few"), after("many"), after("other")
		if few == "" || many == "" {
			continue
		}
		if few == many && few == other {
			t.Errorf("%s: 3, 11 and 100 all count %q", key, few)
		}
		if tanwin.MatchString(other) {
			t.Errorf("%s: 100 counts %q, which belongs to 11", key, other)
		}
		if !feminine.MatchString(many) && !tanwin.MatchString(many) && key != "metrics.caution.total_left_out" {
			t.Errorf("%s: 11 counts %q, without tanwin", key, many)
		}
	}
}

var (
	countedWord = regexp.MustCompile(`\{n\} ([\p{L}\p{M}]+)`)
	tanwin      = regexp.MustCompile(`\x{064B}`)
	feminine    = regexp.MustCompile(`ة$`)
)
