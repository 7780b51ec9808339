package home

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestABlankCampaignNeedsATitle(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, -1)
		b.Press("home.new")
		b.Press("home.create.accept")
		if len(b.desk.campaigns) != 0 || !b.Told(env.T("error.required")) {
			t.Fatalf("%d campaigns", len(b.desk.campaigns))
		}
		b.Write("مياه 2026 (Clean Water)")
		b.Press("home.create.accept")
		c, ok := b.desk.Current()
		if !ok || c.Header.Title != "مياه 2026 (Clean Water)" || c.Header.Template != "" || len(c.Segments) != 0 {
			t.Errorf("opened %+v", c.Header)
		}
		if env.Window.Canvas().Overlays().Top() != nil {
			t.Error("the dialog is still there")
		}
	})
}

func TestATemplateIsReadBeforeItIsTakenAndLendsItsName(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		b := open(t, env, -1)
		b.screen.New()
		b.Env.Window.Canvas().FocusNext()
		b.Keys(fyne.KeyDown, fyne.KeyDown)
		template := guitest.Templates(t)[1]
		for _, want := range []string{
			template.Name.In(lang), template.Description.In(lang), template.Goal.In(lang),
			env.Printer.N("home.create.weeks", template.Weeks),
		} {
			if !b.Told(want) {
				t.Errorf("does not read %q", want)
			}
		}
		b.Keys(fyne.KeyReturn)
		c, _ := b.desk.Current()
		if c.Header.Template != template.ID || c.Header.Title != template.Name.In(lang) || c.Header.Goal != template.Goal.In(lang) {
			t.Errorf("opened %+v", c.Header)
		}
	})
}

func TestTheFirstTemplatesAreOfferedFirst(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1)
	b.screen.New()
	for _, template := range guitest.Templates(t)[:3] {
		if !b.Told(template.Name.En) {
			t.Errorf("%q is not seen at once", template.Name.En)
		}
	}
}

func TestCancellingMakesNothing(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1, titled("First", domain.StageDraft))
	b.screen.New()
	b.Write("Second")
	b.Keys(fyne.KeyEscape)
	if len(b.desk.campaigns) != 1 || b.Overlay() != nil {
		t.Errorf("%d campaigns", len(b.desk.campaigns))
	}
}

func TestAProblemWithTheTitleMovesWhatIsBelow(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1)
	b.screen.New()
	top := b.Overlay()
	rowAndLabel := func() (row, label fyne.CanvasObject) {
		for _, l := range guitest.Find[*kit.Label](top) {
			if l.Text() == b.Env.T("home.create.from") {
				label = l
			}
		}
		return guitest.Find[*kit.FormRow](top)[0], label
	}
	b.Press("home.create.accept")
	row, label := rowAndLabel()
	if bottom := row.Position().Y + row.MinSize().Height; label.Position().Y < bottom {
		t.Errorf("the title ends at %v, what is below begins at %v", bottom, label.Position().Y)
	}
}
