package calendar

import (
	"strings"
	"time"

	"athar/domain/text"
)

// named is the month that a word stands for.
type named struct {
	era   era
	month int
}

// The names of the months of the Hijra as people type them. Some have two: the
// second Jumada is الآخرة in grammars and الثانية on the street.
const (
	hijriArabic = "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة"
	hijriStreet = "المحرم|صفر|ربيع اول|ربيع الثاني|جمادى الأول|جمادى الثانية|رجب|شعبان|رمضان|شوال|ذي القعدة|ذي الحجة"
	hijriLatin  = "Muharram|Safar|Rabi I|Rabi II|Jumada I|Jumada II|Rajab|Shaban|Ramadan|Shawwal|Dhu al-Qidah|Dhu al-Hijjah"
)

// monthNames are all names of months, folded.
var monthNames = func() map[string]named {
	all := map[string]named{}
	add := func(names string, e era) {
		for i, name := range strings.Split(names, "|") {
			all[foldWords(name)] = named{e, i + 1}
		}
	}
	for _, names := range []string{monthsCommon, monthsLevant, monthsAlgeria, monthsMorocco, monthsMauritania} {
		add(names, eraGregorian)
	}
	for _, names := range []string{hijriArabic, hijriStreet, hijriLatin} {
		add(names, eraHijri)
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		all[name], all[name[:3]] = named{eraGregorian, int(m)}, named{eraGregorian, int(m)}
	}
	return all
}()

// eras are the words that say which calendar a date is of, folded.
var eras = map[string]era{
	foldWords("هـ"): eraHijri, "هجري": eraHijri, foldWords("هجرية"): eraHijri, "ah": eraHijri, "h": eraHijri,
	"م": eraGregorian, "ميلادي": eraGregorian, foldWords("ميلادية"): eraGregorian, "ad": eraGregorian, "ce": eraGregorian,
}

// weekdays are the days of the week, folded, with and without the article.
var weekdays = func() map[string]int {
	all := map[string]int{}
	for i, name := range strings.Split("الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت", "|") {
		all[foldWords(name)] = i
		all[foldWords(strings.TrimPrefix(name, "ال"))] = i
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		all[name], all[name[:3]] = int(d), int(d)
	}
	return all
}()

// foldWords folds a name in the way in which a typed text is split.
func foldWords(name string) string {
	return strings.Join(strings.FieldsFunc(text.Fold(name), func(c rune) bool { return strings.ContainsRune(between, c) }), " ")
}
