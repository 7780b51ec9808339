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

func TestTypingInOneFieldIsOneStepToUndo(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	before := d.selected()
	d.enter(fieldBarriers, "gas")
	d.enter(fieldAsk, "boil")
	for range 2 {
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.selected(); !reflect.DeepEqual(got, before) {
		t.Errorf("two steps back: %+v", got)
	}
	if d.shown(fieldBarriers) != "" || d.shown(fieldAsk) != "" {
		t.Error("the fields still show what was undone")
	}
}

func TestATextThatIsNoNumberStaysAndChangesNothing(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.enter(fieldAgeMax, "thirty")
		whole := env.T("audience.problem.whole")
		if d.complains(whole) {
			t.Error("complains while the person is typing")
		}
		d.enter(fieldPlace, "x") // an editor: the caret has left the figure
		if !d.complains(whole) || !d.Sees(env.Printer.N("audience.to_check", 1)) {
			t.Error("says nothing after the person has gone on")
		}
		if got := d.shown(fieldAgeMax); got != "thirty" {
			t.Errorf("the field shows %q", got)
		}
		if got := d.selected(); got.AgeMax != 0 || got.Place != "x" {
			t.Errorf("the campaign has %d and %q", got.AgeMax, got.Place)
		}
		d.enter(fieldAgeMax, "")
		d.Keys(slices.Repeat([]fyne.KeyName{fyne.KeyBackspace}, len("thirty"))...)
		if d.complains(whole) {
			t.Error("still complains about what was corrected")
		}
	})
}

func TestAHalfTypedNumberDoesNotFollowToAnotherSegment(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.enter(fieldAgeMax, "x")
	d.screen.choose(1)
	if got := d.shown(fieldAgeMax); got != "" {
		t.Errorf("the other segment shows %q", got)
	}
	d.screen.choose(0)
	if got := d.shown(fieldAgeMax); got != "" || len(d.screen.told) > 0 {
		t.Errorf("back again: %q, %v", got, d.screen.told)
	}
}

func TestUndoReplacesWhatCouldNotBeRead(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.enter(fieldAgeMax, "30")
	d.Write("x")
	if err := d.session.Undo(); err != nil {
		t.Fatal(err)
	}
	d.screen.Leave()
	if got := d.shown(fieldAgeMax); got != "" || len(d.screen.told) > 0 {
		t.Errorf("after undo: %q, %v", got, d.screen.told)
	}
}

func TestProblemsWaitUntilThePersonGoesOn(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		order, source := env.T("error.order"), env.T("error.needs_source")
		d := open(t, env, domain.Campaign{Segments: []domain.Segment{{ID: domain.NewID(), Name: "A"}}})
		d.enter(fieldSizeLow, "100")
		d.enter(fieldSizeHigh, "2")
		if d.complains(order) || d.complains(source) {
			t.Error("2 may be on its way to 200, and the source comes next")
		}
		d.enter(fieldSizeSource, "")
		if !d.complains(order) || d.complains(source) {
			t.Error("the figures were left, their source was not")
		}
		d.enter(fieldHours, "")
		if !d.complains(source) {
			t.Error("the source was left empty")
		}
		d.enter(fieldSizeSource, "Census")
		if d.complains(source) {
			t.Error("the source is there")
		}
		d.enter(fieldSizeHigh, "50") // before the 2
		if d.complains(order) {
			t.Error("502 is above 100")
		}
	})
}

func TestValuesOfANewerCatalogSurviveASwitch(t *testing.T) {
	c := campaign()
	c.Segments[1].Channels = []string{"facebook", "hologram"}
	d := open(t, guitest.Env(t, "en"), c)
	d.screen.Show(domain.Place{Kind: domain.KindSegment, ID: d.screen.Place().ID, Field: fieldChannels})
	d.Keys(fyne.KeySpace)
	if got := d.selected().Channels; !slices.Equal(got, []string{"facebook", "hologram", "x"}) {
		t.Errorf("switching X on gave %q", got)
	}
	d.Keys(fyne.KeySpace)
	if got := d.selected().Channels; !slices.Equal(got, []string{"facebook", "hologram"}) {
		t.Errorf("and off again %q", got)
	}
	if len(c.Segments[1].Channels) != 2 {
		t.Error("the campaign that was passed in was changed")
	}
}
