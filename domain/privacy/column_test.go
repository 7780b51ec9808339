package privacy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"athar/domain/privacy"
)

func column(header string, cells ...string) string {
	var all []string
	for _, c := range privacy.New(privacy.Options{}).Column(header, slices.Values(cells)) {
		all = append(all, fmt.Sprintf("%s %s %d/%d", c.Type, c.Severity, c.Matches, c.Filled))
	}
	return strings.Join(all, "|")
}

// filled returns n cells that the function makes.
func filled(n int, cell func(i int) string) []string {
	cells := make([]string, n)
	for i := range cells {
		cells[i] = cell(i)
	}
	return cells
}

func TestAColumnIsJudgedAsAWhole(t *testing.T) {
	sentence := func(i int) string { return fmt.Sprintf("post number %d", i) }
	for _, tt := range []struct {
		name, header string
		cells        []string
		want         string
	}{
		{"nothing", "text", filled(100, sentence), ""},
		{"empty", "phone", []string{"", "  "}, ""},
		{"telephones", "Phone", filled(20, func(i int) string { return fmt.Sprintf("05991234%02d", i) }), "PHONE high 20/20"},
		{"telephones that lost their zero", "الهاتف", filled(20, func(i int) string { return fmt.Sprintf("5991234%02d", i) }), "PHONE high 20/20"},
		{"one private address at the end", "text", append(filled(500, sentence), "write to layla@example.org"), "EMAIL high 1/501"},
		{"two role addresses", "text", append(filled(10, sentence), "info@example.org", "press@example.org"), ""},
		{"three role addresses", "text", append(filled(10, sentence), "info@example.org", "press@example.org", "hr@example.org"), "EMAIL low 3/13"},
		{"three role addresses in a long column", "text", append(filled(50, sentence), "info@example.org", "press@example.org", "hr@example.org"), ""},
		{"blank cells do not count", "contact", append(make([]string, 500), "info@example.org", "press@example.org", "hr@example.org"), "EMAIL low 3/3"},
		{"handles", "author", filled(5, func(i int) string { return fmt.Sprintf("@user%d", i) }), "HANDLE medium 5/5"},
		{"long ids of posts", "Post ID", filled(200, func(i int) string { return fmt.Sprintf("4%015d", 7919*i) }), ""},
		{"times in seconds", "time", filled(200, func(i int) string { return fmt.Sprintf("17%08d", 7919*i) }), ""},
		{"days of birth", "Date of birth", filled(5, func(i int) string { return fmt.Sprintf("1%d/05/2009", i) }), "DATE_OF_BIRTH medium 5/5"},
		{"days", "Publish date", filled(5, func(i int) string { return fmt.Sprintf("1%d/05/2009", i) }), ""},
		{"figures", "Reach", filled(50, func(i int) string { return fmt.Sprint(1_250_000 + 7919*i) }), ""},
		{"national numbers", "رقم الهوية", []string{"1058123454"}, "NATIONAL_ID_SA high 1/1"},
	} {
		if got := column(tt.header, tt.cells...); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
