package compare

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
)

func TestOnlyWhatTheCountsShowIsSaid(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		d := presenter{env}.present(c, c.Messages[0])
		b := i18n.Isolate("B")
		if len(d.Results) != 2 {
			t.Fatalf("there are %d results", len(d.Results))
		}
		if got, want := d.Results[0].Verdict, []string{env.T("compare.better", "question", env.T("compare.question.understood"), "wording", b)}; !slices.Equal(got, want) {
			t.Errorf("of the families it says %q, want %q", got, want)
		}
		if got, want := d.Results[1].Verdict, []string{env.T("compare.too_few", "wording", b, "least", env.Printer.Int(5))}; !slices.Equal(got, want) {
			t.Errorf("of the donors it says %q, want %q", got, want)
		}
		cells := d.Results[1].Rows[1].Cells
		if strings.Contains(cells[0], "%") || !strings.Contains(cells[1], "%") {
			t.Errorf("a share of 3 readers is told: %q", cells)
		}
		c.Pretests[1].Understood = 6
		d = presenter{env}.present(c, c.Messages[0])
		if got, want := d.Results[0].Verdict, []string{env.T("compare.no_difference", "wording", b)}; !slices.Equal(got, want) {
			t.Errorf("of 3 and 6 of 20 it says %q, want %q", got, want)
		}
		c.Pretests[1].Understood = 21
		d = presenter{env}.present(c, c.Messages[0])
		if d.Sheets[0].Wrong == "" && d.Sheets[1].Wrong == "" {
			t.Error("21 of 20 is nothing to look at")
		}
		if got := d.Results[0].Rows[1].Cells[1]; got != env.T("compare.not_tested") {
			t.Errorf("a sheet that cannot be is compared: %s", got)
		}
	})
}

func TestAnAlternativeIsWrittenUsedAndTakenBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Alternatives, c.Pretests = nil, nil
		d := open(t, env, c)
		if !d.Sees(env.T("compare.empty")) || !d.Sees(env.T("compare.no_sheets")) {
			t.Error("it does not say what to do")
		}
		d.Press("compare.add")
		d.Write("B")
		a := d.Session.Campaign().AlternativesOf(d.Message().ID)[0]
		if a.Name != "B" || a.Text != d.Message().Core {
			t.Fatalf("the alternative is %+v", a)
		}
		d.part.view.cards[a.ID].text.Editor("en").SetText("x") // as a change from elsewhere
		d.part.change(a.ID, "text.en", func(a *domain.Alternative) { a.Text.En = "Come on Sunday." })
		was := d.Message().Core.En
		d.Press("compare.use")
		now, _ := d.Session.Campaign().Alternative(a.ID)
		if d.Message().Core.En != "Come on Sunday." || now.Text.En != was {
			t.Errorf("the core says %q, the alternative %q", d.Message().Core.En, now.Text.En)
		}
		d.Report(d.Session.Undo())
		if d.Message().Core.En != was {
			t.Errorf("after undo the core says %q", d.Message().Core.En)
		}
	})
}

func TestASheetIsEnteredFromPaper(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Pretests = nil
		d := open(t, env, c)
		d.Press("compare.enter")
		fields := guitest.FindVisible[*kit.Field](d.Overlay())
		fields = fields[len(fields)-7:] // after that of the date
		fields[0].Focus()
		d.Write("٦")
		fields[2].Focus()
		d.Write("7")
		d.Press("compare.keep")
		if d.Overlay() == nil {
			t.Fatal("7 of 6 is taken")
		}
		fields[2].SetText("")
		fields[2].Focus()
		d.Write("5")
		d.Press("compare.keep")
		all := d.Session.Campaign().Pretests
		if len(all) != 1 || all[0].Readers != 6 || all[0].Understood != 5 || all[0].Message != d.Message().ID {
			t.Fatalf("the sheets are %+v", all)
		}
		d.Press("compare.change")
		d.Press("compare.keep")
		if len(d.Session.Campaign().Pretests) != 1 {
			t.Error("a change adds a sheet")
		}
		d.part.remove(domain.KindPretest, all[0].ID)
		d.Report(d.Session.Undo())
		if len(d.Session.Campaign().Pretests) != 1 {
			t.Error("undo does not bring the sheet back")
		}
	})
}

func TestThePrintedSheetHasEveryWordingAsText(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.Press("compare.print")
		if len(d.saved) != 1 {
			t.Fatal("nothing is saved")
		}
		page, err := d.saved[0].Make()
		if err != nil {
			t.Fatal(err)
		}
		got := string(page)
		for _, want := range []string{
			"Test &lt;your&gt; well", "Sunday &amp; Monday", "On Sunday, test your well.", `lang="ar" dir="rtl">افحصوا`, `lang="en" dir="ltr">Test`,
			env.T("compare.ask.believed"), "</html>",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("the page lacks %q", want)
			}
		}
		if n := strings.Count(got, "<section>"); n != 2 {
			t.Errorf("it has %d wordings", n)
		}
	})
}

func TestPlacesLeadToAlternativesAndSheets(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		a := d.Session.Campaign().Alternatives[0].ID
		if !d.part.Focus(domain.Place{Field: "alternative", Item: a.String()}, "") {
			t.Error("there is no way to the alternative")
		}
		d.Write("x")
		if now, _ := d.Session.Campaign().Alternative(a); !strings.Contains(now.Name, "x") {
			t.Error("the keyboard is elsewhere")
		}
		if !d.part.Focus(domain.Place{Field: "pretest"}, "") || d.Focused() != d.part.view.enter {
			t.Error("there is no way to the sheets")
		}
	})
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		sight := guitest.Sight{
			Data:  []string{"Families مانحون B The day first is clearer. That wells are bad.", "Test your well on Sunday & Monday. On , افحصوا مياه البئر."},
			Short: map[string]string{"kit_dialog.problem": "why a dialog is not done yet; at the field it is said whole"},
		}
		d := open(t, env, c)
		guitest.See(t, env, sight)
		guitest.Walk(t, env)
		d.Press("compare.enter")
		guitest.See(t, env, sight)
		d.Press("kit.cancel")
		c.Alternatives, c.Pretests = nil, nil
		open(t, env, c)
		guitest.See(t, env, sight)
	})
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "compare", []guitest.Look{guitest.At(960, 1900, 1), guitest.At(660, 2800, 1.3)},
		func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
			d := open(t, env, campaign())
			guitest.Show(env, kit.Pad(16, d.part.Content()), l.Width, l.Height)
			take("filled")
		})
}
