package privacy

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers"
)

// Regions returns the regions in which a number without a country code is looked up
// when nobody says where the text is from: where Arabic is spoken, the neighbours, and
// where most of the people live who left.
func Regions() []string {
	return strings.Fields(`EG SA AE JO PS LB SY IQ YE KW QA BH OM MA DZ TN LY SD MR SO DJ KM
		IR TR IL PK AF IN BD FR GB DE US CA ES IT NL BE SE AT CH GR ET KE NG`)
}

// phone says whether the groups are a telephone number. With a country code the form
// is enough. Without, the number begins with a zero, or a word beside it speaks of
// telephones: in many regions any eight digits are a number.
func (d *draft) phone(f *Finder, groups []group, digits string, said context) (hit, bool) {
	if len(digits) > 15+2 {
		return hit{}, false
	}
	start, end := groups[0].start, groups[len(groups)-1].end
	h := hit{kind: Phone, start: start, end: end}
	number, valid := d.international(groups, digits)
	switch {
	case number != nil:
		h.severity = phoneSeverity(number)
		if !valid {
			h.severity = Medium
		}
	case said&ofThing != 0:
		return hit{}, false
	default:
		if h.severity = d.national(f, groups, digits, said); h.severity == "" {
			return hit{}, false
		}
	}
	if said&ofHotline != 0 {
		h.severity = Low
	}
	h.start = d.phoneStart(start)
	return h, true
}

// phoneStart includes the plus sign and the bracket that stand before the digits.
func (d *draft) phoneStart(start int) int {
	at := start
	for i := start - 1; i >= 0 && start-i <= 3; i-- {
		switch d.s[i] {
		case '+', '(':
			at = i
		case ' ':
		default:
			return at
		}
	}
	return at
}

// isAmericanShape reports whether the groups are written as in 202-456-1111 and
// (202) 456-1111, which nobody does elsewhere.
func isAmericanShape(shape string) bool {
	return shape == "3-3-4" || shape == "3) 3-4" || shape == "3)3-4"
}

// international reads a number with a country code after a plus sign or two zeros,
// and says whether the number is in use there. A number of the right length that is
// not is returned all the same when there is a plus sign: the plan may be newer than
// the library's.
func (d *draft) international(groups []group, digits string) (number *phonenumbers.PhoneNumber, valid bool) {
	plus := d.hasPlus(groups[0].start)
	if !plus {
		rest, ok := strings.CutPrefix(digits, "00")
		if !ok {
			return nil, false
		}
		digits = rest
	}
	if len(digits) < 8 || len(digits) > 16 {
		return nil, false
	}
	number, err := phonenumbers.Parse("+"+digits, "")
	if err != nil {
		return nil, false
	}
	if phonenumbers.IsValidNumber(number) {
		return number, true
	}
	if plus && phonenumbers.IsPossibleNumber(number) {
		return number, false
	}
	return nil, false
}

// maxLookups is how many numbers of one paragraph are looked up in the plans of the
// regions. A paragraph with more is no draft but a list, or an attack.
const maxLookups = 400

// national returns the severity of a number without a country code, or nothing where
// it is none. When the lookups are used up, what begins with a zero and has the usual
// length is taken for one.
func (d *draft) national(f *Finder, groups []group, digits string, said context) Severity {
	american := isAmericanShape(d.shape(groups))
	trunk := digits[0] == '0' && digits[1] != '0'
	atHome := len(f.home) > 0 && said == 0 && hasLongGroup(groups) && !isPackedDate(digits)
	if !american && !trunk && said&ofPhone == 0 && !atHome {
		return ""
	}
	if d.lookups++; d.lookups > maxLookups {
		if trunk && len(digits) >= 9 && len(digits) <= 11 {
			return Medium
		}
		return ""
	}
	if american {
		if n := lookUp(digits, []string{"US", "CA"}); n != nil {
			return phoneSeverity(n)
		}
	}
	if trunk || said&ofPhone != 0 {
		if n := lookUp(digits, f.regions); n != nil {
			return phoneSeverity(n)
		}
	}
	if atHome && isMobile(digits, f.home) {
		return Medium // a count of people can look the same
	}
	return ""
}

// isMobile reports whether the digits, with no zero in front, are a mobile number of
// a region. In several, among them Kuwait, Oman and Tunisia, all are written so.
func isMobile(digits string, regions []string) bool {
	n := lookUp(digits, slices.DeleteFunc(slices.Clone(regions), func(r string) bool { return !plans()[r].fits(digits) }))
	return n != nil && phonenumbers.GetNumberType(n) == phonenumbers.MOBILE
}

// hasLongGroup reports whether the digits are more than pairs and single ones: a row
// of days or of ages has no more.
func hasLongGroup(groups []group) bool {
	return slices.ContainsFunc(groups, func(g group) bool { return g.len() > 2 })
}

// isPackedDate reports whether the digits can be a day written in one piece, as files
// are named by it.
func isPackedDate(digits string) bool {
	return len(digits) == 8 && (isDate(digits[6:], digits[4:6], digits[:4]) || isDate(digits[:2], digits[2:4], digits[4:]))
}

// lookUp reads a number without a country code in the first region that has it.
func lookUp(digits string, regions []string) *phonenumbers.PhoneNumber {
	for _, region := range regions {
		if !mayBelong(digits, region) {
			continue
		}
		number, err := phonenumbers.Parse(digits, region)
		if err == nil && phonenumbers.IsValidNumberForRegion(number, region) {
			return number
		}
	}
	return nil
}

// mayBelong is a cheap look at a region's plan, before the library's thorough one:
// forty of those would cost more than all other checks of a paragraph.
func mayBelong(digits, region string) bool {
	p, ok := plans()[region]
	if !ok {
		return false
	}
	if p.fits(digits) {
		return true
	}
	rest, ok := strings.CutPrefix(digits, p.trunk)
	return ok && p.trunk != "" && p.fits(rest)
}

// plan is what the numbers of a region look like.
type plan struct {
	trunk   string // what is dialled before a number within the country
	lengths []int32
	form    func() *regexp.Regexp // compiled when the region is first asked for
}

func (p plan) fits(national string) bool {
	return slices.Contains(p.lengths, int32(len(national))) && p.form().MatchString(national)
}

// plans are made on first use from the tables that the library has read when the
// program started.
var plans = sync.OnceValue(func() map[string]plan {
	all := map[string]plan{}
	tables, err := phonenumbers.MetadataCollection()
	if err != nil {
		return all
	}
	for _, m := range tables.GetMetadata() {
		desc := m.GetGeneralDesc()
		all[m.GetId()] = plan{
			trunk: m.GetNationalPrefix(), lengths: desc.GetPossibleLength(),
			form: sync.OnceValue(func() *regexp.Regexp {
				return regexp.MustCompile("^(?:" + desc.GetNationalNumberPattern() + ")$")
			}),
		}
	}
	return all
})

// phoneSeverity tells the numbers of people from those that firms and authorities
// publish.
func phoneSeverity(n *phonenumbers.PhoneNumber) Severity {
	switch phonenumbers.GetNumberType(n) {
	case phonenumbers.TOLL_FREE, phonenumbers.SHARED_COST, phonenumbers.PREMIUM_RATE, phonenumbers.UAN, phonenumbers.VOICEMAIL:
		return Low
	case phonenumbers.FIXED_LINE:
		return Medium
	}
	return High
}

// KnowsRegion reports whether telephone numbers of a region, an ISO 3166 code in upper
// case, are known.
func KnowsRegion(region string) bool { return phonenumbers.GetCountryCodeForRegion(region) != 0 }
