package calendar

import (
	"strings"
	"time"
)

// The names of the months of the Gregorian calendar in Arabic. There are five
// sets; which one a person knows depends on the region (CLDR 48, ar and its
// regional locales).
const (
	monthsCommon     = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
	monthsLevant     = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
	monthsAlgeria    = "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
	monthsMorocco    = "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر"
	monthsMauritania = "يناير|فبراير|مارس|إبريل|مايو|يونيو|يوليو|أغشت|شتمبر|أكتوبر|نوفمبر|دجمبر"
)

// ArabicMonth returns the name of a month in Arabic as it is usual in a region;
// for an unknown region the name that most use. A month that is none has none.
func ArabicMonth(region string, m time.Month) string {
	names := monthsCommon
	switch {
	case listed(region, "IQ JO LB PS SY"):
		names = monthsLevant
	case listed(region, "DZ TN"):
		names = monthsAlgeria
	case region == "MA":
		names = monthsMorocco
	case region == "MR":
		names = monthsMauritania
	}
	if m < time.January || m > time.December {
		return ""
	}
	return strings.Split(names, "|")[m-1]
}
