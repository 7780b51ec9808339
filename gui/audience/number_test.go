package audience

import (
	"testing"

	"athar/domain"
)

func TestCountsAreWholeAndInEitherDigits(t *testing.T) {
	for _, tt := range []struct {
		text  string
		limit int
		want  int
		code  domain.Code
	}{
		{"", domain.MaxAge, 0, ""},
		{" 18 ", domain.MaxAge, 18, ""},
		{"١٨", domain.MaxAge, 18, ""},
		{"۱۸", domain.MaxAge, 18, ""},
		{"1,250", domain.MaxPeople, 1250, ""},
		{"١٬٢٥٠", domain.MaxPeople, 1250, ""},
		{"4 200", domain.MaxPeople, 4200, ""},
		{"12.0", domain.MaxAge, 12, ""},
		{"12.5", domain.MaxAge, 0, domain.ErrNotNumber},
		{"12,5", domain.MaxAge, 0, domain.ErrNotNumber},
		{"18+", domain.MaxAge, 0, domain.ErrNotNumber},
		{"about 12", domain.MaxAge, 0, domain.ErrNotNumber},
		{"NaN", domain.MaxAge, 0, domain.ErrNotNumber},
		{"1e3", domain.MaxPeople, 0, domain.ErrNotNumber},
		{"-1", domain.MaxAge, 0, domain.ErrRange},
		{"120", domain.MaxAge, 120, ""},
		{"121", domain.MaxAge, 0, domain.ErrRange},
		{"99999999999999999999999999", domain.MaxPeople, 0, domain.ErrRange},
	} {
		got, bad := parseWhole(tt.text, tt.limit)
		code := domain.Code("")
		if bad != nil {
			code = bad.Code
		}
		if got != tt.want || code != tt.code {
			t.Errorf("%q: %d %q, want %d %q", tt.text, got, code, tt.want, tt.code)
		}
	}
}

func FuzzCountsStayWithinTheirLimit(f *testing.F) {
	for _, seed := range []string{"", "18", "١٨", "1,250", "12.5", "-0", "9e99", "٫", "1\u00a0000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, bad := parseWhole(text, domain.MaxAge)
		if n < 0 || n > domain.MaxAge || bad != nil && n != 0 {
			t.Errorf("%q: %d %v", text, n, bad)
		}
		if again, bad := parseWhole(plainWhole(n), domain.MaxAge); again != n || bad != nil {
			t.Errorf("%d written as %q is read as %d %v", n, plainWhole(n), again, bad)
		}
	})
}
