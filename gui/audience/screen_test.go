package audience

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestWithoutSegmentsOneButtonLeadsOn(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{})
		if !d.Sees(env.T("audience.empty")) {
			t.Fatal("nothing says what a segment is")
		}
		d.Press("audience.new")
		if d.Sees(env.T("audience.empty")) || d.complains(env.T("audience.problem.name")) {
			t.Error("a new segment is greeted with a complaint")
		}
		d.Keys(fyne.KeyReturn)
		if !d.complains(env.T("audience.problem.name")) {
			t.Error("Enter in the empty name says nothing")
		}
		d.Write("أسر Families")
		if got := d.names(); !slices.Equal(got, []string{"أسر Families"}) {
			t.Errorf("typing after “new” gave %q", got)
		}
	})
}

func TestEveryFieldIsKeptWhereItBelongs(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{})
		d.screen.Add()
		for field, text := range map[string]string{
			fieldName: "A", fieldDescription: "B ب", fieldAgeMin: "18", fieldAgeMax: "٢٥", fieldPlace: "C",
			fieldSizeLow: "1,000", fieldSizeHigh: "٢٬٠٠٠", fieldSizeSource: "D", fieldHours: "19:00",
			fieldValues: "E", fieldBarriers: "F", fieldMessengers: "G", fieldAsk: "H", fieldRiskNote: "I",
		} {
			d.enter(field, text)
		}
		for _, field := range []string{
			fieldRole, fieldGender, fieldDialect, fieldLiteracy, fieldConnectivity, fieldStance, fieldReadiness,
			fieldRisk, fieldDataSource, fieldPower, fieldInterest,
		} {
			d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: d.screen.Place().ID, Field: field})
			d.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // opens, goes to the first value, takes it
		}
		for _, field := range []string{fieldLanguages, fieldChannels, fieldAccessNeeds, fieldDataCost} {
			d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: d.screen.Place().ID, Field: field})
			d.Keys(fyne.KeySpace)
		}
		got := d.selected()
		want := domain.Segment{
			ID: got.ID, Order: got.Order, Name: "A", Description: "B ب", Role: "beneficiaries",
			SizeLow: 1000, SizeHigh: 2000, SizeSource: "D", AgeMin: 18, AgeMax: 25, Gender: "all", Place: "C",
			Languages: []string{"ar"}, Dialect: "msa", Literacy: "low", Connectivity: "offline", DataCost: true,
			Channels: []string{"x"}, AccessNeeds: []string{"screen_reader"},
			Stance: "active_ally", Power: 1, Interest: 1, Readiness: "sharing_knowledge",
			Values: "E", Barriers: "F", Messengers: "G", Ask: "H", Hours: "19:00",
			Risk: "low", RiskNote: "I", DataSource: "none",
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
		if len(d.Errors) > 0 {
			t.Error(d.Errors)
		}
	})
}

func TestShowingSegmentsEditsNothing(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), campaign())
	d.screen.choose(1)
	d.screen.choose(0)
	d.screen.Leave()
	if label, some := d.session.UndoLabel(); some {
		t.Errorf("looking at segments made an edit: %s", label)
	}
}

func TestDeletingTakesTheNeighbourAndUndoComesBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		first := d.selected()
		d.Press("audience.tool.delete")
		if got := d.selected().Name; got != "Donors abroad" {
			t.Errorf("selected is %q", got)
		}
		if d.Sees(first.Name) {
			t.Error("the segment is still on show")
		}
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
		if got := d.selected(); !reflect.DeepEqual(got, first) {
			t.Errorf("undo selects %q", got.Name)
		}
		if got := d.session.Campaign().Messages[0].Segments; !slices.Equal(got, []domain.ID{first.ID}) {
			t.Error("the message no longer is for it")
		}
		d.Press("audience.tool.delete")
		d.Press("audience.tool.delete")
		if !d.Sees(env.T("audience.empty")) || d.screen.Place().ID != domain.NoID {
			t.Error("without segments the empty state is missing")
		}
	})
}

func TestTheDeleteKeyInTheListDeletes(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), campaign())
	d.screen.view.list.Focus()
	d.Keys(fyne.KeyDown, fyne.KeyDelete)
	if got := d.names(); !slices.Equal(got, []string{"أسر القرى العليا (Upper Noor)"}) {
		t.Errorf("left are %q", got)
	}
	d.Keys(fyne.KeyReturn)
	d.Write("1")
	if got := d.selected().Name; got != "1أسر القرى العليا (Upper Noor)" {
		t.Errorf("Enter leads to the name; typing gave %q", got)
	}
}

func TestACopyHasItsOwnNameAndNoMessage(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	original := d.selected()
	d.PressText("Duplicate")
	got := d.selected()
	if got.ID == original.ID || got.Name != original.Name+" (copy)" || got.Power != original.Power {
		t.Errorf("the copy is %+v", got)
	}
	if d.names()[2] != got.Name || d.session.Campaign().Messages[0].ForSegment(got.ID) {
		t.Error("the copy belongs at the end, and to no message")
	}
}

func TestMessagesAndFactsLeadToTheirPlaces(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		d := open(t, env, c)
		d.PressText(c.Messages[0].Title)
		d.enter(fieldAgeMin, "") // the caret is before the 18
		d.Keys(fyne.KeyDelete)   // 8
		d.Press("audience.fact.minors_link")
		d.screen.choose(1)
		d.Press("audience.go_to_messages")
		want := []domain.Place{
			{Kind: domain.KindMessage, ID: c.Messages[0].ID},
			{Kind: domain.KindAnswer, ID: domain.AnswerID(c.ID(), "e46"), Item: "e46"},
			{Kind: domain.KindMessage},
		}
		if !reflect.DeepEqual(d.Went, want) {
			t.Errorf("went to %+v", d.Went)
		}
	})
}

func TestAMessageElsewhereCountsAtOnce(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.choose(1)
	m := domain.Message{ID: domain.NewID(), Title: "Thank you", Segments: []domain.ID{d.screen.Place().ID}}
	if !d.Sees("No message is for this segment yet") || !d.Sees("No message yet") {
		t.Error("nothing says that nobody speaks to them")
	}
	if err := d.session.Apply(domain.AddMessage{Message: m}); err != nil {
		t.Fatal(err)
	}
	if d.Sees("No message") || !d.Sees("Thank you") {
		t.Error("the new message is not seen")
	}
}

// Findings and search hits name fields; each must lead to a caret that is seen.
func TestEveryPlaceIsShown(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		d := open(t, env, c)
		for _, field := range []string{
			"name", "description", "role", "age", "age_min", "age_max", "gender", "place", "size", "size_source",
			"languages", "dialect", "literacy", "connectivity", "data_cost", "channels", "access_needs", "hours",
			"stance", "power", "interest", "readiness", "values", "barriers", "messengers", "ask",
			"risk", "risk_note", "data_source",
		} {
			env.Window.Canvas().Unfocus()
			d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: c.Segments[0].ID, Field: field})
			focused, ok := env.Window.Canvas().Focused().(fyne.CanvasObject)
			if !ok {
				t.Errorf("%s: nothing has the keyboard", field)
				continue
			}
			if top := guitest.Top(focused); top < 0 || top+focused.Size().Height > guitest.Height {
				t.Errorf("%s: at %v, out of sight", field, guitest.Top(focused))
			}
		}
		if got := d.screen.Place(); got.ID != c.Segments[0].ID || got.Kind != domain.KindSegment {
			t.Errorf("the place is %+v", got)
		}
		d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: domain.NewID()})
		if d.screen.Place().ID != c.Segments[0].ID {
			t.Error("a segment that is gone changes the selection")
		}
	})
}

func TestAClosedScreenListensNoMore(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.Close()
	if err := d.session.Apply(domain.RemoveSegment{ID: d.screen.Place().ID}); err != nil {
		t.Fatal(err)
	}
	if len(d.screen.list) != 2 {
		t.Error("the screen still follows the session")
	}
}

func TestTheTabFitsTheSmallestWindow(t *testing.T) {
	guitest.EveryLook(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		guitest.Fits(t, d.screen.Content())
		body := d.screen.view.form.body
		if least := body.MinSize(); least.Width > body.Size().Width {
			t.Errorf("the form needs %v and has %v", least.Width, body.Size().Width)
		}
	})
}
