package metrics

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestAnImportIsSeenBeforeItIsKept(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{}, nil)
		in := incoming(t, "june.csv")
		d.importer.preview = Preview{Files: []Incoming{in}}
		d.screen.Dropped([]string{"/data/june.csv"})
		d.settle()
		for _, want := range []string{
			"june.csv", env.T("metrics.shape.x_content"), "UTF-8", env.Printer.N("metrics.caution.repeated_ids", 3),
			env.Printer.N("metrics.damaged", 2), env.Printer.N("metrics.skip.blank", 2), env.T("metrics.import.once"),
		} {
			if !d.Told(want) {
				t.Errorf("%q is not told", want)
			}
		}
		if len(d.session.Campaign().DataSets) > 0 || len(d.importer.kept) > 0 {
			t.Fatal("something was kept already")
		}
		d.Press("metrics.import.accept")
		if sets := d.session.Campaign().DataSets; len(sets) != 1 || d.screen.Place().ID != sets[0].ID {
			t.Fatalf("%d data sets; selected %v", len(sets), d.screen.Place())
		}
		if d.Overlay() != nil || !d.Sees(env.Printer.Int(3147)) || len(d.folders) != 1 || d.folders[0] != "/data" {
			t.Errorf("the figures are not shown, a dialog stays open, or the folder was forgotten: %v", d.folders)
		}
		if d.screen.importing != nil {
			t.Error("the next import is refused")
		}
	})
}

func TestCancelLeavesNothingAtAnyStep(t *testing.T) {
	for _, step := range []string{"reading", "preview", "keeping"} {
		t.Run(step, func(t *testing.T) {
			d := open(t, guitest.Env(t, "en"), domain.Campaign{}, nil)
			d.importer.preview = Preview{Files: []Incoming{incoming(t, "june.csv")}}
			hold := make(chan struct{})
			if step == "reading" {
				d.importer.during = func() { <-hold }
			}
			d.screen.Dropped([]string{"/data/june.csv"})
			if step != "reading" {
				d.settle()
			}
			if step == "keeping" {
				d.importer.during = func() { <-hold }
				d.Tap("metrics.import.accept")
			}
			d.Tap("kit.cancel")
			close(hold)
			d.settle()
			if len(d.session.Campaign().DataSets)+len(d.importer.kept)+len(d.Errors) > 0 || d.Overlay() != nil {
				t.Fatalf("kept %d, reported %v", len(d.importer.kept), d.Errors)
			}
			if d.screen.importing != nil {
				t.Error("the next import is refused")
			}
		})
	}
}

func TestTheSameFileAgainIsNotProposed(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{}, nil)
		for range 2 {
			d.importer.preview = Preview{Files: []Incoming{incoming(t, "june.csv")}}
			d.screen.Dropped([]string{"/data/june.csv"})
			d.settle()
			d.Tap("metrics.import.accept")
			d.settle()
		}
		if n := len(d.session.Campaign().DataSets); n != 1 {
			t.Fatalf("it was imported %d times", n)
		}
		if !d.Told(env.T("metrics.import.same_file", "date", env.Printer.Date(now))) {
			t.Error("it is not told why")
		}
		// Whoever insists may have it twice.
		for _, c := range guitest.Find[*kit.Check](d.Overlay()) {
			if c.AccessibilityLabel() == env.T("kit.spoken_off", "name", env.T("metrics.import.take")) {
				c.Tapped(&fyne.PointEvent{})
			}
		}
		d.Tap("metrics.import.accept")
		d.settle()
		if n := len(d.session.Campaign().DataSets); n != 2 {
			t.Errorf("%d data sets, want the file twice", n)
		}
	})
}

func TestRepeatedIdsAreCountedOnceOnDemand(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), domain.Campaign{}, nil)
	d.importer.preview = Preview{Files: []Incoming{incoming(t, "june.csv")}}
	d.screen.Dropped([]string{"/data/june.csv"})
	d.settle()
	once := guitest.Find[*kit.Check](d.Overlay())[0]
	once.Tapped(&fyne.PointEvent{})
	d.settle()
	if n := len(d.importer.asked); n != 2 || !d.importer.asked[1].DropRepeats || d.importer.asked[1].Paths[0] != "/data/june.csv" {
		t.Fatalf("asked %+v", d.importer.asked)
	}
	if checks := guitest.Find[*kit.Check](d.Overlay()); len(checks) != 1 || !checks[0].Checked() {
		t.Error("the new preview does not say that repeats count once")
	}
}

func TestFilesThatFailAreToldAndTheOthersImported(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, domain.Campaign{}, nil)
		failed := domain.Problem(domain.ErrFileShape, "").With("file", "notes.txt")
		d.importer.preview = Preview{
			Files:  []Incoming{incoming(t, "june.csv"), incoming(t, "july.csv")},
			Failed: []Failure{{"notes.txt", failed}},
		}
		d.screen.Dropped([]string{"/a/june.csv", "/a/july.csv", "/a/notes.txt"})
		d.settle()
		if !d.Told(env.Printer.Error(failed)) {
			t.Error("the failure is not told")
		}
		d.Press("metrics.import.accept")
		if len(d.session.Campaign().DataSets) != 2 || d.screen.Place().ID != domain.NoID {
			t.Errorf("%d data sets, selected %v", len(d.session.Campaign().DataSets), d.screen.Place())
		}
		if err := d.session.Undo(); err != nil || len(d.session.Campaign().DataSets) != 0 {
			t.Error("an import of several files is not one step to undo")
		}
	})
}

func TestNothingToImportIsSaidWithoutAButton(t *testing.T) {
	env := guitest.Env(t, "en")
	d := open(t, env, domain.Campaign{}, nil)
	d.importer.preview = Preview{Failed: []Failure{{"a.csv", domain.Problem(domain.ErrFileEmpty, "").With("file", "a.csv")}}}
	d.screen.Dropped([]string{"/a/a.csv"})
	d.settle()
	for _, b := range guitest.Find[*kit.Button](d.Overlay()) {
		if b.Text() == env.T("metrics.import.accept") {
			t.Error("nothing can be imported, but there is a button for it")
		}
	}
	d.Tap("kit.close")
	if d.Overlay() != nil || d.screen.importing != nil {
		t.Error("the dialog does not end")
	}
}

func TestAFailedKeepAddsNothing(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), domain.Campaign{}, nil)
	d.importer.preview = Preview{Files: []Incoming{incoming(t, "june.csv")}}
	d.importer.keepErr = domain.Problem(domain.ErrDiskFull, "")
	d.screen.Dropped([]string{"/a/june.csv"})
	d.settle()
	d.Press("metrics.import.accept")
	if len(d.session.Campaign().DataSets) != 0 || len(d.Errors) != 1 || d.Overlay() != nil {
		t.Fatalf("%v", d.Errors)
	}
}
