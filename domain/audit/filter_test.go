package audit

import (
	"strings"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

func TestAFilterTakesWhatIsAskedFor(t *testing.T) {
	rana, omar := newDesk(t, "Rana"), newDesk(t, "")
	header := domain.Header{ID: campaignID(), Title: "Water"}
	rana.does("create", "", header, message("Wells", "ماء"))
	omar.gets(rana)
	omar.passes(time.Hour)
	omar.does("goal", "", domain.Header{ID: campaignID(), Title: "Water", Goal: "g"})
	omar.passes(time.Hour)
	header = domain.Header{ID: campaignID(), Title: "Water", Goal: "g", Facts: map[domain.Fact]bool{domain.FactImages: true}}
	omar.does("fact", "", header)
	omar.passes(time.Hour)
	omar.removes("remove", message("Wells", "ماء"))
	lines := omar.lines()

	for _, tt := range []struct {
		name string
		f    Filter
		want string
	}{
		{"all", Filter{}, "remove fact goal create"},
		{"a person", Filter{Authors: []string{"Rana"}}, "create"},
		{"whoever gave no name", Filter{Authors: []string{""}}, "remove fact goal"},
		{"nobody", Filter{Authors: []string{}}, ""},
		{"a device", Filter{Devices: []journal.ID{omar.Device.ID}}, "remove fact goal"},
		{"from a time on", Filter{From: start().Add(2 * time.Hour)}, "remove fact"},
		{"until a time", Filter{To: start().Add(2 * time.Hour)}, "goal create"},
		{"a record", Filter{Record: domain.RefOf(domain.KindMessage, messageID())}, "remove create"},
		{"a tab", Filter{Part: PartMessages}, "remove create"},
		{"the first tab, without what is true of the plan", Filter{Part: PartHome}, "goal create"},
		{"the tab in which that is asked", Filter{Part: PartEthics}, "fact"},
		{"a tab without anything", Filter{Part: PartMetrics}, ""},
	} {
		var got []string
		for _, l := range tt.f.Choose(lines) {
			got = append(got, l.Label)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
	created := Filter{Part: PartMessages}.Choose(lines)[1]
	if len(created.Records) != 1 || title(created.Records[0]) != "Wells" || len(lines[3].Records) != 2 {
		t.Errorf("of a line that did more, %+v is left, and %d of the original", created.Records, len(lines[3].Records))
	}
}
