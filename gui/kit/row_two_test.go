package kit

import (
	"strings"
	"testing"

	"athar/gui/theme"
)

func TestARowOfTwoLinesSaysBothAndKeepsItsHeight(t *testing.T) {
	r := NewTwoLineRow(window(t, "en", theme.Options{}))
	before := r.MinSize().Height
	r.Set("Water tests", "120 rows")
	if got := r.AccessibilityLabel(); !strings.Contains(got, "Water tests") || !strings.Contains(got, "120 rows") {
		t.Errorf("it says %q", got)
	}
	if after := r.MinSize().Height; after != before {
		t.Errorf("it was %v high and is %v", before, after)
	}
}
