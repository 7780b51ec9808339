package privacy_test

import (
	"strings"
	"testing"

	"athar/domain/privacy"
)

// found describes what is found as "TYPE severity passage".
func found(text string, regions ...string) []string {
	var all []string
	for _, f := range privacy.New(privacy.Options{Regions: regions}).Check(text, "") {
		all = append(all, kind(f)+" "+string(severity(f))+" "+f.Passage)
	}
	return all
}

func TestAMobileNumberOfTheCountryIsFoundAsPeopleWriteItThere(t *testing.T) {
	for _, tt := range []struct{ region, text, want string }{
		{"KW", "راسلوا سالم ٩٩١٢٣٤٥٦ من الجهراء", "PHONE medium ٩٩١٢٣٤٥٦"},
		{"QA", "Ask Hamad, 3312 3456, about the well.", "PHONE medium 3312 3456"},
		{"BH", "3612 3456", "PHONE medium 3612 3456"},
		{"OM", "صالح 9212-3456", "PHONE medium 9212-3456"},
		{"TN", "20 123 456", "PHONE medium 20 123 456"},
		{"LB", "علي: 70 123 456", "PHONE medium 70 123 456"},
		{"JO", "Mahmoud 790123456", "PHONE medium 790123456"},
		{"ET", "Call Sara 0911 23 45 67", "PHONE high 0911 23 45 67"},
		{"TN", "Days: 21-22-23-24", ""},
		{"TN", "backup-20261123", ""},
		{"TN", "النسخة 20261123", ""},
		{"KW", "It reached 99,123,456 people.", ""},
		{"KW", "99123456 دينار", ""},
		{"KW", "order no. 99123456", ""},
		{"KW", "#99123456 v99123456 99123456%", ""},
		{"KW", "https://example.org/99123456", ""},
		{"EG", "It reached 99123456 people.", ""},
	} {
		if got := strings.Join(found(tt.text, tt.region), "|"); got != tt.want {
			t.Errorf("%s: %q: found %q, want %q", tt.region, tt.text, got, tt.want)
		}
		if plain := strings.Join(found(tt.text), "|"); strings.HasPrefix(tt.want, "PHONE medium") && plain != "" {
			t.Errorf("%q: found %q though nobody said where people live", tt.text, plain)
		}
	}
}

func TestWhatCanHarmIsHintedAtOnlyBesideAPerson(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Mrs. Salma lives with HIV.", "HIV"},
		{"Her son Karim has epilepsy, and goes to school.", "epilepsy"},
		{"السيدة أمينة مصابة بالسرطان.", "بالسرطان"},
		{"طفلة اسمها هدى عمرها 9 سنوات تعرضت لاغتصاب", "لاغتصاب"},
		{"One in ten people lives with HIV.", ""},
		{"اليوم العالمي للسرطان", ""},
		{"Ask Mrs. Salma. Cancer can be healed.", ""},
		{"Mr. Christian opened the well.", ""},
		{"Muslim and Christian neighbours repaired the well.", ""},
	} {
		got := ""
		for _, f := range privacy.New(privacy.Options{}).Check(tt.text, "") {
			if kind(f) == "SENSITIVE" {
				got += f.Passage
				if severity(f) != privacy.Low {
					t.Errorf("%q is %s", f.Passage, severity(f))
				}
			}
		}
		if got != tt.want {
			t.Errorf("%q: found %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWhatIsFound(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// E-mail
		{"Mail layla.nour+aid@mail.example.co.uk, please.", "EMAIL high layla.nour+aid@mail.example.co.uk"},
		{"بريدي layla@example.orgللتواصل", "EMAIL high layla@example.org"},
		{"راسليmona_2@example.com", "EMAIL high mona_2@example.com"},
		{"mailto:samir@example.net?subject=x", "EMAIL high samir@example.net"},
		{"<huda@example.org>", "EMAIL high huda@example.org"},
		{"لیلا@مثال.إختبار", "EMAIL high لیلا@مثال.إختبار"},
		{"SAFEGUARDING@EXAMPLE.ORG", "EMAIL low SAFEGUARDING@EXAMPLE.ORG"},
		{"press.office@example.org", "EMAIL low press.office@example.org"},

		// Telephone
		{"واتساب: +٩٧٠ ٥٩٩ ١٢٣ ٤٥٦", "PHONE high +٩٧٠ ٥٩٩ ١٢٣ ٤٥٦"},
		{"(+961) 71 123 456", "PHONE high (+961) 71 123 456"},
		{"+33 6 12 34 56 78", "PHONE high +33 6 12 34 56 78"},
		{"06 12 34 56 78", "PHONE high 06 12 34 56 78"},
		{"+44 (0)7400 123456", "PHONE high +44 (0)7400 123456"},
		{"0049 1512 3456789", "PHONE high 0049 1512 3456789"},
		{"0599-123-456", "PHONE high 0599-123-456"},
		{"0599.123.456", "PHONE high 0599.123.456"},
		{"للتواصل 71123456", "PHONE high 71123456"},
		{"71123456 واتساب", "PHONE high 71123456"},
		{"0599123456, 0599123457", "PHONE high 0599123456|PHONE high 0599123457"},
		{"0599123456,0599123457", "PHONE high 0599123456|PHONE high 0599123457"},
		{"0599123456 - 0599123457", "PHONE high 0599123456|PHONE high 0599123457"},
		{"0599123456/0599123457", "PHONE high 0599123456|PHONE high 0599123457"},
		{"هاتف0599123456", "PHONE high 0599123456"},
		{"(202) 456-1111", "PHONE high (202) 456-1111"},
		{"https://wa.me/970599123456", "PHONE high 970599123456"},
		{"https://api.whatsapp.com/send?phone=+970599123456&text=hi", "PHONE high +970599123456"},
		{"\u202a+972 54-234-5678\u202c", "PHONE high +972 54-234-5678"},
		{"0\u200f5\u200f99123456", "PHONE high 0\u200f5\u200f99123456"},
		{"０５９９１２３４５６", "PHONE high ０５９９１２３４５６"},
		{"Hotline 800 124 5000 for women", "PHONE low 800 124 5000"},
		{"الخط الساخن 0599123456", "PHONE low 0599123456"},
		{"📞 71 123 456", "PHONE high 71 123 456"},
		{"Tel. 02 295 1234", "PHONE medium 02 295 1234"},

		// Bank
		{"sa03 8000 0000 6080 1016 7519", ""}, // lower case and spaces: no account is written so
		{"SA03 8000 0000 6080 1016 7519", "IBAN high SA03 8000 0000 6080 1016 7519"},
		{"الآيبان DE89370400440532013000.", "IBAN high DE89370400440532013000"},
		{"GB29 NWBK 6016 1331 9268 19 and more", "IBAN high GB29 NWBK 6016 1331 9268 19"},
		{"بطاقة ٤١١١ ١١١١ ١١١١ ١١١١", "CREDIT_CARD high ٤١١١ ١١١١ ١١١١ ١١١١"},
		{"5555-5555-5555-4444", "CREDIT_CARD high 5555-5555-5555-4444"},
		{"amex 3782 822463 10005", "CREDIT_CARD high 3782 822463 10005"},

		// National numbers
		{"رقم الإقامة: ٢٠٥٨١٢٣٤٥٢", "NATIONAL_ID_SA high ٢٠٥٨١٢٣٤٥٢"},
		{"784198712345671", "NATIONAL_ID_AE high 784198712345671"},
		{"30512010112345", "NATIONAL_ID_EG high 30512010112345"},
		{"TC Kimlik No: 10000000146", "NATIONAL_ID_TR high 10000000146"},
		{"1 84 05 75 123 456 25", "NATIONAL_ID_FR high 1 84 05 75 123 456 25"},
		{"123-45-6789", "US_SSN high 123-45-6789"},
		{"social security number 123456789", "US_SSN high 123456789"},
		{"كد ملی ۰۰۱۲۳۴۵۶۷۹", "NATIONAL_ID_IR high ۰۰۱۲۳۴۵۶۷۹"},
		{"الرقم الوطني 9821234567", "NATIONAL_ID_JO high 9821234567"},
		{"هوية 199012345678", "NATIONAL_ID_LY medium 199012345678"},
		{"الرقم الوطني ٠٤٠١٠٢٣٤٥٦٧", "NATIONAL_ID_SY high ٠٤٠١٠٢٣٤٥٦٧"},
		{"QID 28463412345", "NATIONAL_ID_QA high 28463412345"},
		{"CPR 900112345", "NATIONAL_ID_BH high 900112345"},
		{"CIN AB123456", "NATIONAL_ID_MA high AB123456"},
		{"CIN 01234567", "NATIONAL_ID_TN high 01234567"},
		{"رقم بطاقة التعريف 109901234567890123", "NATIONAL_ID_DZ high 109901234567890123"},
		{"DNI 12345678Z", "NATIONAL_ID_ES high 12345678Z"},
		{"AB 12 34 56 C", "NATIONAL_ID_GB high AB 12 34 56 C"},
		{"RSSMRA85T10A562S", "NATIONAL_ID_IT high RSSMRA85T10A562S"},
		{"CNIC 35202-1234567-1", "NATIONAL_ID_PK high 35202-1234567-1"},
		{"CPF 529.982.247-25", "NATIONAL_ID_BR high 529.982.247-25"},

		// Places
		{"خط العرض 31.5017 وخط الطول 34.4668", "GPS high 31.5017 وخط الطول 34.4668"},
		{"٣١٫٥٠١٧، ٣٤٫٤٦٦٨", "GPS high ٣١٫٥٠١٧، ٣٤٫٤٦٦٨"},
		{"-33.8688, 151.2093", "GPS high -33.8688, 151.2093"},
		{"lat: 31.5017, lng: 34.4668", "GPS high 31.5017, lng: 34.4668"},
		{"31.5017° N, 34.4668° E", "GPS high 31.5017° N, 34.4668° E"},
		{"https://www.google.com/maps/@31.5017,34.4668,17z", "GPS high 31.5017,34.4668"},
		{"https://www.openstreetmap.org/#map=17/31.5017/34.4668", "GPS high 31.5017/34.4668"},
		{"https://maps.google.com/?q=31.5017%2C34.4668", "GPS high 31.5017%2C34.4668"},
		{"geo:31.5017,34.4668", "GPS high 31.5017,34.4668"},
		{"31° 30′ 06″ N, 34° 28′ 00″ E", "GPS high 31° 30′ 06″ N, 34° 28′ 00″ E"},
		{"8G3QG86C+2V", "GPS high 8G3QG86C+2V"},
		{"///filled.count.soap", "GPS high ///filled.count.soap"},

		// Dates of birth, papers, plates
		{"ولدت في 3 آذار/مارس 2012 في حلب", "DATE_OF_BIRTH medium 3 آذار/مارس 2012"},
		{"تاريخ الميلاد: ٢٠٠٩-٠٥-١٢", "DATE_OF_BIRTH medium ٢٠٠٩-٠٥-١٢"},
		{"She was born on May 12, 2009.", "DATE_OF_BIRTH medium May 12, 2009"},
		{"DOB 12/05/09", "DATE_OF_BIRTH medium 12/05/09"},
		{"née le 3 février 1999", "DATE_OF_BIRTH medium 3 février 1999"},
		{"جواز سفر رقم N0123456", "PASSPORT high N0123456"},
		{"passport number is A 1234567", "PASSPORT high A 1234567"},
		{"رقم الملف: 123-24C00567", "CASE_ID medium 123-24C00567"},
		{"123-24C00567", "CASE_ID medium 123-24C00567"},
		{"القضية رقم 4521/2024", "CASE_ID medium 4521/2024"},
		{"لوحة أ ب ج 1234", "VEHICLE medium أ ب ج 1234"},
		{"license plate ABC 1234", "VEHICLE medium ABC 1234"},
		{"رقم السيارة 12-345-67", "VEHICLE medium 12-345-67"},

		// Computers
		{"IP 203.0.113.7:8080", "IP medium 203.0.113.7"},
		{"from 10.0.0.17.", "IP low 10.0.0.17"},
		{"00:1B:44:11:3A:B7", "MAC medium 00:1B:44:11:3A:B7"},

		// Hints at names
		{"We met Mrs. Amal Haddad there", "NAME low Mrs. Amal Haddad"},
		{"her daughter Salma likes school", "NAME low daughter Salma"},
		{"السيدة هدى قالت", "NAME low السيدة هدى"},
		{"أم محمد من المخيم", "NAME low أم محمد"},
		{"الطفلة مريم (٩ سنوات)", "MINOR low الطفلة مريم (٩"},
	} {
		if got := strings.Join(found(tt.text), "|"); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWhatStaysQuiet(t *testing.T) {
	for _, text := range []string{
		"In 2019-2026 we trained 12 345 678 people.",
		"بين عامي ٢٠١٩ و٢٠٢٦",
		"Call 911 or 1919, اتصلوا على 121",
		"Text WATER to 62262",
		"Raised $1,250,000.50 and €20 123 456",
		"بلغت التبرعات 20 123 456 ريالاً",
		"20 123 456 USD",
		"45.5% of 0.123, 0.456 and 12.5%",
		"p = 0.0123, 0.0456",
		"#2026 #حملة_2026 #0599123456 @0599123456",
		"https://twitter.com/x/status/1465712230054432768",
		"https://www.facebook.com/photo?fbid=4111111111111111&set=a.10150123456789012",
		"example.org/4111111111111111",
		"Order 0123456789, invoice no. 4111111111111111",
		"رقم الطلب 0599123456",
		"Order ID 2000000002",
		"Meeting ID 835 1234 5678",
		"2026-11-23T14:05:00Z and 23.11.2026 10:30",
		"Founded 12/05/2009, meeting on 13 May 2026",
		"from 9:00 to 17:30, 24/7",
		"ISBN 978-3-16-148410-0",
		"version 10.20.30.40",
		"std::vector, 12:30:45, a::b",
		"In case 500,000 people come",
		"case study 2023-2024",
		"registration closes 22/03/2026",
		"logo@2x.png, @user@mastodon.social",
		"Fatima said that my mother cooks. Mother Earth",
		"هل تفضل الشاي أم القهوة؟ السيد الوزير",
		"سجّل 12345678 مشاهدة",
		"3.14159265358979",
		"1.234.567,89",
		"+100% more, + 5 points",
		"the number 100000000000",
		"رقم 5 في القائمة",
		"20260322101530",
		"file:///etc.conf.d",
		"ID card holders: 1200",
	} {
		if got := found(text); len(got) > 0 {
			t.Errorf("%q: %q", text, got)
		}
	}
}
