package main

import "testing"

func TestTheRegionIsTheFirstThatTheDesktopNames(t *testing.T) {
	for _, tt := range []struct {
		locales []string
		want    string
	}{
		{[]string{"ar-EG", "en-US"}, "EG"},
		{[]string{"ar", "en-GB"}, "GB"},
		{[]string{"ar_SY"}, "SY"},
		{[]string{"zh-Hans-CN"}, "CN"},
		{[]string{"en", "ar"}, ""},
		{[]string{"C", "", "en-001", "ar-ZZZZZ"}, ""},
		{nil, ""},
	} {
		if got := regionIn(tt.locales); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.locales, got, tt.want)
		}
	}
}
