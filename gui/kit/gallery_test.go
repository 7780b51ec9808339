package kit

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// gallery shows the widgets of the package in their states.
func gallery(env *Env) fyne.CanvasObject {
	t := gallerySentences(env.RTL())
	return Pad(size(theme.Space16), Column(
		NewLabel(env, t[0], StyleTitle),
		NewParagraph(env, t[1], StyleMuted),
		Columns(env, 320, galleryForm(env, t), galleryButtons(env, t), galleryStates(env, t)),
	))
}

func galleryForm(env *Env, t []string) fyne.CanvasObject {
	name := NewField(env, FieldOptions{Text: t[2]})
	empty := NewField(env, FieldOptions{Placeholder: t[3], Icon: fynetheme.SearchIcon()})
	wrong := NewField(env, FieldOptions{Text: "2026"})
	off := NewField(env, FieldOptions{Text: t[2]})
	off.Disable(t[1])
	note := NewEditor(env, EditorOptions{Text: t[1] + "\n" + t[2], Rows: 3})
	row := NewFormItem(env, t[4], "", wrong)
	row.SetProblem(t[5])
	return NewCard(env, t[4], Form(env,
		NewFormItem(env, t[4], t[3], name), NewFormItem(env, t[3], "", empty), row,
		NewFormItem(env, t[4], "", off), NewFormItem(env, t[4], "", note)))
}

func galleryButtons(env *Env, t []string) fyne.CanvasObject {
	button := func(kind ButtonKind, icon fyne.Resource) *Button {
		return NewButton(env, ButtonOptions{Text: t[6], Kind: kind, Icon: icon})
	}
	off := button(ButtonPlain, nil)
	off.Disable(t[1])
	offPrimary := button(ButtonPrimary, fynetheme.DocumentSaveIcon())
	offPrimary.Disable(t[1])
	focused := button(ButtonPrimary, nil)
	focused.FocusGained()
	hovered := button(ButtonPlain, nil)
	hovered.MouseIn(nil)
	return NewCard(env, t[4], Column(
		Flow(env, button(ButtonPrimary, fynetheme.DocumentSaveIcon()), button(ButtonPlain, nil),
			button(ButtonDanger, fynetheme.DeleteIcon()), button(ButtonQuiet, fynetheme.ContentAddIcon()),
			off, offPrimary, focused, hovered),
		Separator(),
		Row(env, NewLabel(env, t[2], StyleStrong), Spacer(), NewBadge(env, "12", ToneNeutral), NewLabel(env, "1,234.5", StyleNumber)),
		Row(env, NewLabel(env, t[1], StyleBody), NewButton(env, ButtonOptions{Text: t[6]})),
		Flow(env, NewBadge(env, t[3], ToneNeutral), NewBadge(env, t[3], ToneInfo), NewBadge(env, t[3], ToneSuccess),
			NewBadge(env, t[3], ToneWarning), NewBadge(env, t[3], ToneDanger)),
		NewLabel(env, t[4], StyleHeading), NewLabel(env, t[3], StyleCaption), NewLabel(env, t[3], StyleDanger),
		NewEmptyState(env, fynetheme.FolderIcon(), t[5], button(ButtonPrimary, nil)),
	))
}

func galleryStates(env *Env, t []string) fyne.CanvasObject {
	options := []Option{{"", t[3]}, {"a", t[2]}, {"b", t[4]}}
	chosen := NewSelect(env, options, nil)
	chosen.SetValue("a")
	unknown := NewSelect(env, options[1:], nil)
	off := NewSelect(env, options, nil)
	off.Disable(t[1])
	short := []Option{{"a", t[7]}, {"b", t[8]}, {"c", t[9]}}
	choice := NewChoice(env, short, nil)
	choice.SetValue("b")
	offChoice := NewChoice(env, short, nil)
	offChoice.SetValue("a")
	offChoice.Disable(t[1])
	chips := NewChips(env, append(options[1:], short...), nil)
	chips.SetValues([]string{"a", "c"})
	chips.FocusGained()
	on, never := NewCheck(env, t[2], nil), NewCheck(env, t[3], nil)
	on.SetChecked(true)
	never.SetChecked(true)
	never.Disable(t[1])
	progress := NewProgress(env, func() {})
	progress.Set(0.62, t[5])
	return NewCard(env, t[4], Form(env,
		chosen, unknown, off, choice, offChoice, chips,
		ColumnTight(NewCheck(env, t[1], nil), on, never), progress))
}

func gallerySentences(rtl bool) []string {
	if rtl {
		return []string{
			"مياه نظيفة في وادي نور", mixedArabic + ". الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp! ومن يقرأ هذا السطر يرى أن الأرقام في مكانها.",
			"حملة 2026 للمياه (Clean Water) 75%.", "اكتب كلمة للبحث", "اسم الحملة", "اكتب اسمًا قبل الحفظ.", "حفظ", "نعم", "جزئيًا", "لا",
		}
	}
	return []string{
		"Clean water in Wadi Noor", mixedEnglish + " Target: 5,000 signatures (by 30/06/2026) through WhatsApp! Whoever reads this sees numbers in place.",
		"Campaign 2026 (مياه نظيفة) 75%.", "Type a word to search", "Campaign name", "Type a name before saving.", "Save", "Yes", "Partly", "No",
	}
}

// With KIT_GALLERY set to a folder, the pictures are kept for a person to look at:
// a change of the look is not done before they have been seen.
func TestGalleryFitsAWindowInEveryLook(t *testing.T) {
	folder := os.Getenv("KIT_GALLERY")
	for _, lang := range languages {
		for _, look := range []theme.Options{
			{Variant: theme.Light},
			{Variant: theme.Dark},
			{Variant: theme.HighContrast},
			{Variant: theme.Light, TextScale: 1.5},
		} {
			name := fmt.Sprintf("%s-%d-%g", lang, look.Variant, look.TextScale)
			t.Run(name, func(t *testing.T) {
				env := window(t, lang, look)
				show(env, Scroll(gallery(env)), 1366, 900)
				if least := env.Window.Content().MinSize(); least.Width > 1366 {
					t.Errorf("the gallery is %v wide", least.Width)
				}
				if folder == "" {
					return
				}
				if look.TextScale > 1 {
					find[*Select](env.Window.Content())[0].open()
				}
				file, err := os.Create(filepath.Join(folder, name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				defer file.Close()
				if err := png.Encode(file, env.Window.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}
