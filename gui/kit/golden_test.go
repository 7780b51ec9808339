package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// The pictures hold what no other test can see: joined letters, the order of
// mixed lines, what is drawn over what. A failed test leaves the new picture in
// testdata/failed; it becomes the master only after somebody has looked at it.
func TestPictures(t *testing.T) {
	for name, c := range map[string]struct {
		lang    string
		look    theme.Options
		content func(*Env) fyne.CanvasObject
		size    fyne.Size
	}{
		"text_ar": {"ar", theme.Options{}, pictureOfText, fyne.NewSize(320, 190)},
		"text_en": {"en", theme.Options{Variant: theme.Dark}, pictureOfText, fyne.NewSize(320, 190)},
		"form_ar": {"ar", theme.Options{Variant: theme.HighContrast}, pictureOfForm, fyne.NewSize(320, 250)},
	} {
		t.Run(name, func(t *testing.T) {
			env := window(t, c.lang, c.look)
			show(env, c.content(env), c.size.Width, c.size.Height)
			test.AssertImageMatches(t, name+".png", env.Window.Canvas().Capture())
		})
	}
}

func pictureOfText(env *Env) fyne.CanvasObject {
	return Pad(8, Column(
		NewLabel(env, mixedArabic, StyleStrong),
		NewParagraph(env, "الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!\n"+mixedEnglish+" Two lines (of text) at 75%.", StyleBody),
		Row(env, NewBadge(env, "حملة 2026", ToneWarning), Spacer(), NewLabel(env, "1,234", StyleNumber)),
		NewButton(env, ButtonOptions{Text: "Save حفظ", Icon: fynetheme.DocumentSaveIcon(), Kind: ButtonPrimary}),
	))
}

func pictureOfForm(env *Env) fyne.CanvasObject {
	name := NewField(env, FieldOptions{Text: "حملة 2026 (Clean Water) 75%.", Icon: fynetheme.SearchIcon()})
	name.SetProblem("هذا الاسم مستعمل.")
	stage := NewSelect(env, stages, nil)
	stage.SetValue("run")
	answer := NewChoice(env, answers, nil)
	answer.SetValue("partly")
	answer.FocusGained()
	agreed := NewCheck(env, mixedArabic, nil)
	agreed.SetChecked(true)
	return Pad(8, Column(NewFormItem(env, "اسم الحملة", "", name), stage, answer, agreed))
}
