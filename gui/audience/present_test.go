package audience

import (
	"reflect"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

func TestARowSaysWhoTheyAreAndWhetherTheyAreSpokenTo(t *testing.T) {
	families := domain.Segment{
		Name: "Families (أسر)", Role: "beneficiaries", SizeLow: 4200, SizeHigh: 4800, Stance: "passive_ally",
	}
	for _, tt := range []struct {
		name               string
		segment            domain.Segment
		messages, problems int
		en, ar             row
	}{
		{
			"everything said", families, 3, 0,
			row{Name: "Families (أسر)", Line: "People directly affected · 4,200 to 4,800 people · Passive ally", Messages: "3 messages"},
			row{Name: "Families (أسر)", Line: "المتأثرون مباشرة · من 4,200 إلى 4,800 شخص · حليف غير نشط", Messages: "3 رسائل"},
		},
		{
			"one message, one problem",
			domain.Segment{Name: "A", Role: "youth"},
			1, 1,
			row{Name: "A", Line: "Youth", Messages: "1 message", Check: "1 to check"},
			row{Name: "A", Line: "الشباب", Messages: "رسالة واحدة", Check: "أمر للمراجعة"},
		},
		{
			"two of both",
			domain.Segment{Name: "A", Stance: "neutral", SizeLow: 2},
			2, 2,
			row{Name: "A", Line: "2 people · Neutral", Messages: "2 messages", Check: "2 to check"},
			row{Name: "A", Line: "شخصان · محايد", Messages: "رسالتان", Check: "أمران للمراجعة"},
		},
		{
			"nothing said",
			domain.Segment{},
			0, 0,
			row{Name: "Segment without a name", Unnamed: true, Line: "Nothing said about them yet", Unaddressed: "No message yet"},
			row{Name: "شريحة بلا اسم", Unnamed: true, Line: "لا وصف لها بعد", Unaddressed: "لا رسالة بعد"},
		},
		{
			"a value of a newer Athar",
			domain.Segment{Name: "A", Role: "pets"},
			0, 0,
			row{Name: "A", Line: "Nothing said about them yet", Unaddressed: "No message yet"},
			row{Name: "A", Line: "لا وصف لها بعد", Unaddressed: "لا رسالة بعد"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for lang, want := range map[string]row{"en": tt.en, "ar": tt.ar} {
				if got := presentRow(guitest.Printer(t, lang), tt.segment, tt.messages, tt.problems); got != want {
					t.Errorf("%s: %+v, want %+v", lang, got, want)
				}
			}
		})
	}
}

func TestASizeIsSaidAsFarAsItIsKnown(t *testing.T) {
	for _, tt := range []struct {
		low, high int
		en, ar    string
	}{
		{0, 0, "", ""},
		{1, 0, "1 person", "شخص واحد"},
		{6, 6, "6 people", "6 أشخاص"},
		{15, 0, "15 people", "15 شخصًا"},
		{100, 0, "100 people", "100 شخص"},
		{0, 50, "up to 50 people", "50 شخصًا على الأكثر"},
		{38, 42, "38 to 42 people", "من 38 إلى 42 شخصًا"},
		{300, 1000, "300 to 1,000 people", "من 300 إلى 1,000 شخص"},
		{9, 3, "9 to 3 people", "من 9 إلى 3 أشخاص"}, // a mistake is shown, not hidden
	} {
		s := domain.Segment{SizeLow: tt.low, SizeHigh: tt.high}
		if got := people(guitest.Printer(t, "en"), s); got != tt.en {
			t.Errorf("%d–%d: %q, want %q", tt.low, tt.high, got, tt.en)
		}
		if got := people(guitest.Printer(t, "ar"), s); got != tt.ar {
			t.Errorf("%d–%d: %q, want %q", tt.low, tt.high, got, tt.ar)
		}
	}
}

func TestPowerAndInterestMakeAQuadrant(t *testing.T) {
	for _, tt := range []struct {
		power, interest int
		want, en, ar    string
	}{
		{5, 5, "manage_closely", "Manage closely", "أشركوهم"},
		{3, 3, "manage_closely", "Manage closely", "أشركوهم"},
		{5, 2, "keep_satisfied", "Keep satisfied", "حافظوا على رضاهم"},
		{2, 5, "keep_informed", "Keep informed", "أطلعوهم"},
		{1, 1, "monitor", "Monitor", "تابعوهم"},
		{0, 5, "", "Rate power and interest", "قدّروا النفوذ"},
		{5, 0, "", "Rate power and interest", "قدّروا النفوذ"},
	} {
		if got := quadrant(tt.power, tt.interest); got != tt.want {
			t.Errorf("%d, %d: %q, want %q", tt.power, tt.interest, got, tt.want)
		}
		s := domain.Segment{Power: tt.power, Interest: tt.interest}
		for lang, want := range map[string]string{"en": tt.en, "ar": tt.ar} {
			if got := advice(guitest.Printer(t, lang), s); !strings.HasPrefix(got, want) {
				t.Errorf("%d, %d: %q, want %q …", tt.power, tt.interest, got, want)
			}
		}
	}
}

func TestWhatFollowsFromTheAnswersIsSaid(t *testing.T) {
	texts := func(f facts) []string {
		var all []string
		v := reflect.ValueOf(f)
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Quadrant" && v.Field(i).Field(0).String() != "" {
				all = append(all, name)
			}
		}
		return all
	}
	for _, tt := range []struct {
		name     string
		segment  domain.Segment
		messages int
		want     []string
	}{
		{"nothing", domain.Segment{}, 0, nil},
		{"adults", domain.Segment{AgeMin: 18}, 0, nil},
		{"from 14", domain.Segment{AgeMin: 14, AgeMax: 22}, 0, []string{"Minors"}},
		{"up to 12", domain.Segment{AgeMax: 12}, 0, []string{"Minors"}},
		{"four people", domain.Segment{SizeLow: 4}, 0, []string{"Small"}},
		{"five people", domain.Segment{SizeLow: 5}, 0, nil},
		{"one to nine people", domain.Segment{SizeLow: 1, SizeHigh: 9}, 0, nil},
		{"reading is hard", domain.Segment{Literacy: "low"}, 0, []string{"Reading"}},
		{"reading is easy", domain.Segment{Literacy: "high", Connectivity: "good"}, 0, nil},
		{"SMS only", domain.Segment{Connectivity: "sms"}, 0, []string{"Connection"}},
		{"offline", domain.Segment{Connectivity: "offline"}, 0, []string{"Connection"}},
		{"opponents without a message", domain.Segment{Stance: "active_opponent"}, 0, nil},
		{"opponents with a message", domain.Segment{Stance: "active_opponent"}, 1, []string{"Opponent"}},
	} {
		for _, lang := range guitest.Languages() {
			f := presentFacts(guitest.Printer(t, lang), domain.Campaign{}, tt.segment, tt.messages)
			if got := texts(f); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%s, %s: %v, want %v", tt.name, lang, got, tt.want)
			}
		}
	}
}

func TestMinorsLeadToTheItemAboutChildrenOrToThePlanThatDeniesThem(t *testing.T) {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
	young := domain.Segment{AgeMin: 10}
	p := guitest.Printer(t, "en")

	want := domain.Place{Kind: domain.KindAnswer, ID: domain.AnswerID(c.ID(), "e46"), Item: "e46"}
	if got := presentFacts(p, c, young, 0).Minors; got.To != want || got.Link == "" {
		t.Errorf("not answered: %+v", got)
	}
	c.Header.Facts = map[domain.Fact]bool{domain.FactChildren: true}
	if got := presentFacts(p, c, young, 0).Minors; got.To != want {
		t.Errorf("children: %+v", got)
	}
	c.Header.Facts = map[domain.Fact]bool{domain.FactChildren: false}
	want = domain.Place{Kind: domain.KindHeader, ID: c.ID(), Field: "fact.children"}
	if got := presentFacts(p, c, young, 0).Minors; got.To != want || got.Link == "" {
		t.Errorf("denied: %+v", got)
	}
}

func TestProblemsAreSentencesAndThoseOfTypingWait(t *testing.T) {
	s := domain.Segment{AgeMin: 30, AgeMax: 20, SizeLow: 100}
	wrong := map[string]*domain.Error{problemSize: domain.Problem(domain.ErrNotNumber, "")}
	for lang, want := range map[string]map[string]string{
		"en": {
			problemName: "Please give the segment a name.", problemAge: "The lower figure must not be above the higher one.",
			problemSize: "Please enter a whole number.", problemSizeSource: "Please say where this figure comes from.",
		},
		"ar": {
			problemName: "يُرجى إعطاء الشريحة اسمًا.", problemAge: "يجب ألّا يتجاوز الحدُّ الأدنى الحدَّ الأعلى.",
			problemSize: "يُرجى إدخال عدد صحيح.", problemSizeSource: "يُرجى ذكر مصدر هذا الرقم.",
		},
	} {
		p := guitest.Printer(t, lang)
		if got := presentDetail(p, domain.Campaign{}, s, wrong, nil).Problems; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
		got := presentDetail(p, domain.Campaign{}, s, wrong, []string{problemName, problemSize}).Problems
		if len(got) != 2 || got[problemName] != "" || got[problemSize] != "" {
			t.Errorf("%s: told while typing: %v", lang, got)
		}
	}
}

// A closed list without a name for one of its values would show a key.
func TestEveryValueThatCanBeChosenHasAName(t *testing.T) {
	for _, lang := range guitest.Languages() {
		p := guitest.Printer(t, lang)
		for _, field := range []string{
			fieldRole, fieldGender, fieldDialect, fieldLiteracy, fieldConnectivity, fieldStance, fieldReadiness,
			fieldRisk, fieldDataSource, fieldLanguages, fieldAccessNeeds, fieldChannels,
		} {
			all := options(p, guitest.Channels(t), field)
			if len(all) < 3 {
				t.Errorf("%s: only %d to choose from", field, len(all))
			}
			for _, o := range all {
				if o.Label == "" || strings.HasPrefix(o.Label, "[") {
					t.Errorf("%s, %s: %q has no name", lang, field, o.Value)
				}
			}
		}
	}
}
