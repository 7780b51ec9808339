package trash

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// MostListed is how many lines a question lists; of more it says how many.
const MostListed = 12

// Question asks whether something is to be removed for ever.
type Question struct {
	Heading string   // what goes, in a sentence
	Goes    []string // each thing that goes
	Yes     func()
}

// Confirm asks whether something is to be removed for ever, and says what goes,
// what stays, and where it stays all the same.
func Confirm(env *kit.Env, q Question) *kit.Dialog {
	var lines []fyne.CanvasObject
	for _, line := range q.Goes[:min(len(q.Goes), MostListed)] {
		lines = append(lines, kit.NewParagraph(env, env.T("trash.line", "what", line), kit.StyleBody))
	}
	if more := len(q.Goes) - MostListed; more > 0 {
		lines = append(lines, kit.NewParagraph(env, env.Printer.N("trash.more", more), kit.StyleMuted))
	}
	return kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("trash.forget_title"),
		Content: kit.Column(
			kit.NewParagraph(env, q.Heading, kit.StyleStrong),
			kit.ColumnTight(lines...),
			kit.NewParagraph(env, env.T("trash.forget_what"), kit.StyleBody),
			kit.NewParagraph(env, env.T("trash.forget_stays"), kit.StyleBody),
			kit.NewParagraph(env, env.T("trash.forget_elsewhere"), kit.StyleBody),
		),
		Accept: env.T("trash.forget_accept"), Danger: true,
		MinSize:  fyne.NewSize(fynetheme.Size(theme.SizeTextColumn), 0),
		OnAccept: func() bool { q.Yes(); return true },
	})
}
