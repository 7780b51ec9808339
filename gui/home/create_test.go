package home

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

// dialogReads reports whether a person reads the text in the open dialog.
func (b *tab) dialogReads(text string) bool {
	b.t.Helper()
	top := b.env.Window.Canvas().Overlays().Top()
	if top == nil {
		return false
	}
	for _, p := range guitest.Find[*kit.Paragraph](top) { // a problem stands inside of its field
		if p.Visible() && p.Text() == text {
			return true
		}
	}
	return readsIn(top, text)
}

func TestABlankCampaignNeedsATitle(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := open(t, env, -1)
		b.press("home.new")
		b.press("home.create.accept")
		if len(b.desk.campaigns) != 0 || !b.dialogReads(env.T("error.required")) {
			t.Fatalf("%d campaigns", len(b.desk.campaigns))
		}
		b.write("مياه 2026 (Clean Water)")
		b.press("home.create.accept")
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
		b.env.Window.Canvas().FocusNext()
		b.keys(fyne.KeyDown, fyne.KeyDown)
		template := templates(t)[1]
		for _, want := range []string{
			template.Name.In(lang), template.Description.In(lang), template.Goal.In(lang),
			env.Printer.N("home.create.weeks", template.Weeks),
		} {
			if !b.dialogReads(want) {
				t.Errorf("does not read %q", want)
			}
		}
		b.keys(fyne.KeyReturn)
		c, _ := b.desk.Current()
		if c.Header.Template != template.ID || c.Header.Title != template.Name.In(lang) || c.Header.Goal != template.Goal.In(lang) {
			t.Errorf("opened %+v", c.Header)
		}
	})
}

func TestTheFirstTemplatesAreOfferedFirst(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1)
	b.screen.New()
	for _, template := range templates(t)[:3] {
		if !b.dialogReads(template.Name.En) {
			t.Errorf("%q is not seen at once", template.Name.En)
		}
	}
}

func TestCancellingMakesNothing(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1, titled("First", domain.StageDraft))
	b.screen.New()
	b.write("Second")
	b.keys(fyne.KeyEscape)
	if len(b.desk.campaigns) != 1 || b.env.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("%d campaigns", len(b.desk.campaigns))
	}
}

func TestAProblemWithTheTitleMovesWhatIsBelow(t *testing.T) {
	b := open(t, guitest.Env(t, "en"), -1)
	b.screen.New()
	top := b.env.Window.Canvas().Overlays().Top()
	rowAndLabel := func() (row, label fyne.CanvasObject) {
		for _, l := range guitest.Find[*kit.Label](top) {
			if l.Text() == b.env.T("home.create.from") {
				label = l
			}
		}
		return guitest.Find[*kit.FormRow](top)[0], label
	}
	b.press("home.create.accept")
	row, label := rowAndLabel()
	if bottom := row.Position().Y + row.MinSize().Height; label.Position().Y < bottom {
		t.Errorf("the title ends at %v, what is below begins at %v", bottom, label.Position().Y)
	}
}
