package i18n_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"athar/assets"
	"athar/domain"
	"athar/domain/spelling"
	"athar/domain/text/bidi"
	"athar/gui/i18n"
)

func printer(t *testing.T, lang string, digits i18n.Digits) *i18n.Printer {
	t.Helper()
	c, err := i18n.Load(assets.Locale, "locale", lang)
	if err != nil {
		t.Fatal(err)
	}
	return i18n.NewPrinter(c, digits)
}

func testCatalog(t *testing.T, lang, json string) *i18n.Printer {
	t.Helper()
	c, err := i18n.Load(fstest.MapFS{"l/" + lang + "/a.json": {Data: []byte(json)}}, "l", lang)
	if err != nil {
		t.Fatal(err)
	}
	return i18n.NewPrinter(c, i18n.Western)
}

func TestArabicCountsHaveSixForms(t *testing.T) {
	p := testCatalog(t, "ar", `{"k":{"zero":"لا رسائل","one":"رسالة","two":"رسالتان","few":"{n} رسائل","many":"{n} رسالة","other":"{n} رسالة؟"}}`)
	for n, want := range map[int]string{
		0: "لا رسائل", 1: "رسالة", 2: "رسالتان", 3: "3 رسائل", 10: "10 رسائل",
		11: "11 رسالة", 99: "99 رسالة", 100: "100 رسالة؟", 102: "102 رسالة؟", 103: "103 رسائل",
	} {
		if got := p.N("k", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestPlacesAreFilledByNameAndUnknownOnesAreSeen(t *testing.T) {
	p := testCatalog(t, "en", `{"k":"{a} of {b}, {c}"}`)
	if got := p.T("k", "b", 1250, "a", "x{b}"); got != "x{b} of 1,250, {c}" {
		t.Fatalf("got %q", got)
	}
	if got := p.T("nothing.here"); got != "[nothing.here]" {
		t.Fatalf("a missing key gave %q", got)
	}
}

func TestABadCatalogIsRefused(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"key twice":      {"l/en/a.json": {Data: []byte(`{"k":"1"}`)}, "l/en/b.json": {Data: []byte(`{"k":"2"}`)}},
		"number":         {"l/en/a.json": {Data: []byte(`{"k":1}`)}},
		"unknown plural": {"l/en/a.json": {Data: []byte(`{"k":{"several":"x"}}`)}},
		"not JSON":       {"l/en/a.json": {Data: []byte(`{`)}},
		"no language":    {},
	} {
		if _, err := i18n.Load(files, "l", "en"); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestNumbersInBothDigitSystems(t *testing.T) {
	western, arabic := printer(t, "en", i18n.Western), printer(t, "ar", i18n.ArabicIndic)
	for _, tt := range []struct {
		v                float64
		western, eastern string
	}{
		{0, "0", "٠"},
		{1234567, "1,234,567", "١٬٢٣٤٬٥٦٧"},
		{-1234.5, "-1,234.5", "\u200e-١٬٢٣٤٫٥"},
		{999, "999", "٩٩٩"},
		{0.004, "0", "٠"},
		{-0.004, "0", "٠"},
	} {
		if got := western.Number(tt.v); got != tt.western {
			t.Errorf("%v: %q, want %q", tt.v, got, tt.western)
		}
		if got := arabic.Number(tt.v); got != tt.eastern {
			t.Errorf("%v: %q, want %q", tt.v, got, tt.eastern)
		}
	}
	if got := western.Percent(0.045) + arabic.Percent(0.045); got != "4.5%٤٫٥٪" {
		t.Errorf("percent %q", got)
	}
}

func TestParseNumberReadsWhatPeopleType(t *testing.T) {
	for s, want := range map[string]float64{
		"1250": 1250, "1,250": 1250, "١٢٥٠": 1250, "۱۲۵۰": 1250, "1٬250٫5": 1250.5, " -4.5 ": -4.5,
		"4,5": 4.5, "1,234,567.5": 1234567.5, "1 250": 1250,
	} {
		got, ok := i18n.ParseNumber(s)
		if !ok || got == nil || *got != want {
			t.Errorf("%q: %v %v, want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"abc", "1e5", "Inf", "0x10", "1.2.3", "--1", "NaN", "12 kg"} {
		if _, ok := i18n.ParseNumber(s); ok {
			t.Errorf("%q was accepted", s)
		}
	}
	if got, ok := i18n.ParseNumber("  "); !ok || got != nil {
		t.Error("an empty text must be no number and no mistake")
	}
}

func TestDatesInBothLanguages(t *testing.T) {
	day := time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)
	if got := printer(t, "en", i18n.Western).Date(day); got != "23 November 2026" {
		t.Errorf("en %q", got)
	}
	if got := printer(t, "ar", i18n.ArabicIndic).Date(day); got != "٢٣ نوفمبر ٢٠٢٦" {
		t.Errorf("ar %q", got)
	}
	if got := printer(t, "ar", i18n.Western).Moment(day, day.Add(time.Hour)); got != "اليوم 14:05" {
		t.Errorf("today %q", got)
	}
}

func TestEveryErrorCodeHasASentence(t *testing.T) {
	codes := []domain.Code{
		domain.ErrRequired, domain.ErrTooLong, domain.ErrRange, domain.ErrOrder, domain.ErrNeedsSource,
		domain.ErrNeedsReason, domain.ErrNeedsName, domain.ErrOwnApproval, domain.ErrUnsigned, domain.ErrNeedsApproval, domain.ErrOpenRequests,
		domain.ErrMediaAlt, domain.ErrMediaCredit, domain.ErrMediaPeople, domain.ErrMediaConsent, domain.ErrNotFound, domain.ErrUnknownValue, domain.ErrNotNumber,
		domain.ErrNotDate, domain.ErrNothingToUndo, domain.ErrUndoNewer, domain.ErrAlreadyOpen, domain.ErrReadOnly,
		domain.ErrDiskFull, domain.ErrStoreDamaged, domain.ErrStoreNewer, domain.ErrSourceOld, domain.ErrNotAthar, domain.ErrNotOurs, domain.ErrFolderGone,
		domain.ErrNetworkPlace, domain.ErrCloudPlace, domain.ErrOpenElsewhere,
		domain.ErrBackupDamaged, domain.ErrBackupNewer, domain.ErrBackupOther, domain.ErrNotBackup, domain.ErrNoRevert,
		domain.ErrLocked, domain.ErrWrongPassphrase, domain.ErrRecoveryTypo, domain.ErrWeakPassphrase, domain.ErrKeyMissing,
		domain.ErrKeyDamaged, domain.ErrKeyOther, domain.ErrKeychain, domain.ErrEncrypted, domain.ErrNotEncrypted,
		domain.ErrFileRead, domain.ErrFileEmpty, domain.ErrFileTooBig, domain.ErrFileShape, spelling.ErrShape, spelling.ErrEncoding,
		domain.ErrCancelled, domain.ErrInternal,
	}
	for _, lang := range i18n.Languages() {
		p := printer(t, lang, i18n.Western)
		for _, c := range codes {
			if !p.Has("error." + string(c)) {
				t.Errorf("%s: no sentence for %s", lang, c)
			}
		}
		secret := fmt.Errorf("save: %w", errors.New("what the person wrote"))
		if got := p.Error(secret); got != p.T("error.internal") {
			t.Errorf("%s: an unknown error shows %q", lang, got)
		}
		full := domain.Problem(domain.ErrDiskFull, "").With("free", int64(5e6)).With("need", int64(128e6)).With("path", "p")
		one, three := domain.Problem(domain.ErrOpenRequests, "").With("count", 1), domain.Problem(domain.ErrOpenRequests, "").With("count", 3)
		if p.Error(one) == p.Error(three) || !strings.Contains(p.Error(three), "3") {
			t.Errorf("%s: one request and three give %q and %q", lang, p.Error(one), p.Error(three))
		}
		if got := p.Error(full); !strings.Contains(got, "5 ") || !strings.Contains(got, "128 ") {
			t.Errorf("%s: %q lacks the sizes", lang, got)
		}
	}
}

func TestALineIsReadInTheDirectionOfWhatItHolds(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		want       bidi.Direction
	}{
		{"ar", "Clean water!", bidi.LTR},
		{"ar", "WhatsApp: رسالة قصيرة", bidi.RTL},
		{"ar", "Clean water for #وادي_نور", bidi.LTR},
		{"ar", "75%", bidi.RTL},
		{"en", "75%", bidi.LTR},
		{"en", "حملة 2026 للمياه (Clean Water) 75%.", bidi.RTL},
		{"en", "Hello عالم 123 test.", bidi.LTR},
	} {
		if got := printer(t, tt.lang, i18n.Western).Base(tt.text); got != tt.want {
			t.Errorf("%s %q: %v, want %v", tt.lang, tt.text, got, tt.want)
		}
	}
}
