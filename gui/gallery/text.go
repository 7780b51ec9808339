package gallery

import (
	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// textPage has every style of text, long and short, and every badge.
func textPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	return kit.Columns(env, 400,
		kit.NewCard(env, s.title, labels(env, s)),
		kit.NewCard(env, s.title, paragraphs(env, s)),
		kit.NewCard(env, s.title, badges(env, s)),
	)
}

func styles() []kit.Style {
	return []kit.Style{
		kit.StyleTitle, kit.StyleHeading, kit.StyleStrong, kit.StyleBody, kit.StyleMuted, kit.StyleCaption,
		kit.StyleDanger, kit.StyleSuccess, kit.StyleWarning, kit.StyleNumber,
	}
}

func labels(env *kit.Env, s sample) fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, style := range styles() {
		shown = append(shown, kit.NewLabel(env, s.typed, style))
	}
	return kit.Column(append(shown,
		kit.NewLabel(env, s.long, kit.StyleBody), // ends in an ellipsis
		kit.NewLabel(env, s.yes+" 😀 Привет ∑ 👩‍🏫", kit.StyleBody),
	)...)
}

func paragraphs(env *kit.Env, s sample) fyne.CanvasObject {
	return kit.Column(
		kit.NewParagraph(env, s.long, kit.StyleBody),
		kit.NewParagraphSpans(env, s.sentence, kit.StyleBody, kit.Span{Start: 0, End: 5}),
		kit.NewParagraph(env, s.long, kit.StyleMuted).Selectable(),
		selectable(env, s),
		kit.NewParagraph(env, arabicSample().sentence+"\n"+englishSample().sentence, kit.StyleDanger),
		kit.NewRevision(env,
			kit.Part{Text: s.partly, Fate: kit.FateRemoved}, kit.Part{Text: s.yes, Fate: kit.FateAdded},
			kit.Part{Text: " " + s.sentence + " "}, kit.Part{Text: s.help, Fate: kit.FateRemoved}),
	)
}

// selectable are two paragraphs that are one stop of the Tab key.
func selectable(env *kit.Env, s sample) fyne.CanvasObject {
	first, second := kit.NewParagraph(env, s.help, kit.StyleBody), kit.NewParagraph(env, s.reason, kit.StyleBody)
	kit.SelectableTogether(first, second)
	return kit.ColumnTight(first, second)
}

func badges(env *kit.Env, s sample) fyne.CanvasObject {
	tones := []kit.Tone{kit.ToneNeutral, kit.ToneInfo, kit.ToneSuccess, kit.ToneWarning, kit.ToneDanger}
	flow := kit.Flow(env)
	for i, tone := range tones {
		flow.Add(kit.NewBadge(env, []string{s.yes, s.partly, s.no, "12", s.typed}[i], tone))
	}
	row := kit.Row(env, kit.NewLabel(env, s.typed, kit.StyleStrong), kit.Spacer(), kit.NewBadge(env, "12", kit.ToneNeutral),
		kit.NewLabel(env, env.Printer.Number(1234.5), kit.StyleNumber))
	return kit.Column(flow, kit.Separator(), row)
}
