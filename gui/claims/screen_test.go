package claims

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/claim"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestWithoutClaimsOneButtonLeadsOn(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{})
		if !d.Sees(env.T("claims.empty")) {
			t.Fatal("nothing says what a claim is")
		}
		d.Press("claims.new")
		d.Write("تسع آبار Nine")
		if c := d.claim(); c.Text.Of(env.Printer.Lang()) != "تسع آبار Nine" || c.AddedBy != "Huda" {
			t.Errorf("typing after the button gave %+v", c)
		}
		if len(d.Errors) > 0 {
			t.Error(d.Errors)
		}
	})
}

// A claim becomes supported in the way a person would do it: evidence, boxes,
// verdict.
func TestAClaimIsSourcedAndSupported(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.screen.choose(1)
		if d.standing().Status != claim.NotChecked {
			t.Fatal(d.standing())
		}
		d.at(fieldVerdict)
		d.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // opens, goes to "supported", takes it
		if c := d.claim(); c.Verdict != domain.VerdictSupported || c.CheckedBy != "Huda" || !c.CheckedOn.Equal(d.screen.today().Time()) {
			t.Fatalf("%+v", c)
		}
		if d.standing().Status != claim.Unproven || !d.Sees(env.T("claims.why.unproven")) || !d.Sees(env.T("claims.lacks.second_person")) {
			t.Errorf("without evidence it stands %v", d.standing())
		}
		for _, publisher := range []string{"WHO", "Clinic"} {
			d.Press("claims.evidence.add")
			d.Write("Boiling")
			d.screen.view.form.proofs.focus(d.screen.view.form.content, evidencePublisher)
			d.Write(publisher)
			d.screen.view.form.proofs.focus(d.screen.view.form.content, evidenceSource)
			d.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // secondary
		}
		d.at(fieldCheckedBy)
		d.Keys(fyne.KeyEnd)
		d.Write(" and Mariam")
		if d.standing().Status != claim.Supported || d.standing().Independent != 2 || !d.Sees(env.T("claims.why.supported")) {
			t.Errorf("it stands %+v, with %+v", d.standing(), d.session.Campaign().EvidenceOf(d.screen.selected))
		}
	})
}

func TestRemovingEvidenceTakesTheVerdictBackAndUndoBringsBoth(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.screen.toEvidence()
		d.Press("claims.evidence.remove")
		if c := d.claim(); c.Verdict != domain.VerdictNotChecked || d.standing().Status != claim.NotChecked {
			t.Errorf("%+v", c)
		}
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
		if d.standing().Status != claim.Supported || len(d.session.Campaign().Evidence) != 1 || !d.Sees("Results of the tests") {
			t.Errorf("%+v", d.standing())
		}
	})
}

func TestTheBoxesOfTheCheckAreKept(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.choose(1)
	if d.screen.view.form.media.Visible() {
		t.Error("boxes for pictures on a claim about something else")
	}
	d.at(fieldChecks)
	d.Keys(fyne.KeySpace)
	d.at(fieldChecks) // the next that is open
	d.Keys(fyne.KeySpace)
	if got := d.claim().Checks; !slices.Equal(got, []string{"investigate", "stop"}) {
		t.Errorf("%q", got)
	}
	d.screen.edit(fieldType, func(c *domain.Claim) { c.Type = "image" })
	if !d.screen.view.form.media.Visible() {
		t.Error("no boxes for pictures on a claim about one")
	}
}

func TestMessagesAreLinkedAndReached(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.screen.choose(1)
		d.PressText("افحصوا البئر (Test your well)")
		if len(d.Went) != 1 || d.Went[0].Kind != domain.KindMessage {
			t.Errorf("went to %v", d.Went)
		}
		d.at(fieldMessages)
		d.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		if got := d.claim().Messages; len(got) != 2 {
			t.Errorf("linked %v", got)
		}
		if !d.screen.view.form.messages.add.Disabled() {
			t.Error("another message is offered where there is none")
		}
		d.Press("claims.unlink")
		if got := d.claim().Messages; len(got) != 1 {
			t.Errorf("linked %v", got)
		}
	})
}

func TestWhatIsWorkedOnStaysOnShowWhateverTheFilter(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.narrow(choice{filter: string(claim.NotChecked)})
	if len(d.screen.list) != 1 || d.claim().Text.En != "Boiling kills germs." {
		t.Fatalf("%d claims, %v", len(d.screen.list), d.screen.selected)
	}
	d.screen.edit(fieldVerdict, func(c *domain.Claim) { c.Verdict = domain.VerdictFalse })
	if len(d.screen.list) != 1 || d.standing().Status != claim.False {
		t.Error("the claim went away under the hands")
	}
	d.screen.narrow(choice{filter: string(claim.NotChecked)})
	if len(d.screen.list) != 0 || !d.Sees(d.Env.T("claims.no_match")) {
		t.Errorf("%d claims", len(d.screen.list))
	}
	d.Press("claims.show_all")
	if len(d.screen.list) != 3 {
		t.Errorf("%d claims", len(d.screen.list))
	}
}

func TestAPlaceIsShownThroughTheFilter(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), campaign())
	d.screen.narrow(choice{filter: string(claim.NotChecked)})
	e := d.session.Campaign().Evidence[0]
	d.screen.Show(domain.Place{Kind: domain.KindEvidence, ID: e.ID})
	if d.screen.selected != e.Claim || d.screen.open != e.ID {
		t.Error("the evidence is not shown")
	}
	d.Write("!")
	if got := d.session.Campaign().Evidence[0].Title; got == e.Title {
		t.Error("the caret is not in its title")
	}
	if p := d.screen.Place(); p != (domain.Place{Kind: domain.KindClaim, ID: e.Claim}) {
		t.Errorf("place %v", p)
	}
}

func TestAGapLeadsToItsField(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.screen.choose(2)
		for _, line := range guitest.FindVisible[*kit.Line](d.screen.view.form.head.content) {
			line.Tapped(&fyne.PointEvent{})
			d.Focused()
		}
		if len(d.Errors) > 0 {
			t.Error(d.Errors)
		}
	})
}

func TestRemovingAClaimNeedsNoQuestion(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.screen.choose(0)
	d.Press("claims.tool.delete")
	if n := len(d.session.Campaign().Claims); n != 2 || len(d.session.Campaign().Evidence) != 0 || d.screen.index(d.screen.selected) != 0 {
		t.Errorf("%d claims, %d selected", n, d.screen.index(d.screen.selected))
	}
	if err := d.session.Undo(); err != nil || len(d.session.Campaign().Evidence) != 1 || d.claim().Text.En == "" {
		t.Errorf("%v, %+v", err, d.claim())
	}
}

func TestTheLedgerIsSavedAsPageAndTable(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.Press("claims.tool.print")
	d.Press("claims.tool.table")
	if len(d.saved) != 2 || d.saved[0].Name != "athar-claims-2026-11-23.html" || d.saved[1].Name != "athar-claims-2026-11-23.csv" {
		t.Fatalf("%+v", d.saved)
	}
	for _, f := range d.saved {
		if data, err := f.Make(); err != nil || len(data) == 0 {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestShowingClaimsEditsNothing(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, guitest.Sample(t, env.Printer.Lang(), now))
		before := d.session.Campaign()
		for i := range before.Claims {
			d.screen.choose(i)
			for _, e := range before.EvidenceOf(d.screen.selected) {
				d.screen.toggle(e.ID)
			}
			for field := range d.screen.view.form.fields.all {
				d.at(field)
			}
		}
		if changes := domain.Diff(before, d.session.Campaign()); len(changes) > 0 {
			t.Errorf("showing changed %v", changes)
		}
		if len(d.Errors) > 0 {
			t.Error(d.Errors)
		}
	})
}
