package metrics

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// previewState is what was found in files, and what is wanted of it.
type previewState struct {
	found   Preview
	sets    []domain.DataSet // of the campaign
	once    bool             // rows with the same id count once
	skipped map[string]bool  // hashes of files that are not wanted
}

// preview shows what was found in files before anything is kept.
type preview struct {
	env     *kit.Env
	present presenter
	state   previewState
	content *fyne.Container

	onChanged func()
	onOnce    func(bool)
}

func newPreview(env *kit.Env, p presenter, s previewState) *preview {
	v := &preview{env: env, present: p, state: s}
	v.content = kit.Form(env)
	if len(s.found.Files) > 1 {
		v.content.Add(kit.NewParagraph(env, v.total(), kit.StyleStrong))
	}
	for _, f := range s.found.Failed {
		v.content.Add(kit.NewCard(env, f.File, kit.NewParagraph(env, p.Error(f.Err), kit.StyleDanger).Selectable()))
	}
	for _, in := range s.found.Files {
		v.content.Add(v.card(in, len(s.found.Files) == 1))
	}
	if v.repeats() || s.once {
		once := kit.NewCheck(env, env.T("metrics.import.once"), func(on bool) { v.onOnce(on) })
		once.SetChecked(s.once)
		v.content.Add(kit.ColumnTight(once, kit.NewParagraph(env, env.T("metrics.import.once_help"), kit.StyleMuted)))
	}
	return v
}

// total says how much was found in all files.
func (v *preview) total() string {
	rows := 0
	for _, f := range v.state.found.Files {
		rows += f.Set.Kept
	}
	files := v.present.N("metrics.import.files", len(v.state.found.Files))
	return v.present.T("metrics.import.total", "files", files, "rows", v.present.rows(rows))
}

// repeats reports whether some row's id occurs more than once.
func (v *preview) repeats() bool {
	for _, f := range v.state.found.Files {
		if f.Set.Duplicate > 0 {
			return true
		}
	}
	return false
}

// importable reports whether there is anything to keep.
func (v *preview) importable() bool {
	for _, f := range v.state.found.Files {
		if f.Set.Kept > 0 {
			return true
		}
	}
	return false
}

// wanted returns the files to keep.
func (v *preview) wanted() []Incoming {
	var all []Incoming
	for _, f := range v.state.found.Files {
		if f.Set.Kept > 0 && !v.state.skipped[f.Set.Hash] {
			all = append(all, f)
		}
	}
	return all
}

// card is what is said of one file. The particulars of many files are shown on
// demand only.
func (v *preview) card(in Incoming, open bool) fyne.CanvasObject {
	env, p := v.env, v.present
	parts := kit.Column()
	if known, ok := sameFile(v.state.sets, in); ok {
		parts.Add(kit.NewParagraph(env,
			env.T("metrics.import.same_file", "date", p.Date(known.Imported)), kit.StyleWarning))
	}
	if len(v.state.found.Files) > 1 || v.state.skipped[in.Set.Hash] {
		take := kit.NewCheck(env, env.T("metrics.import.take"), func(on bool) {
			v.state.skipped[in.Set.Hash] = !on
			v.onChanged()
		})
		take.SetChecked(!v.state.skipped[in.Set.Hash])
		parts.Add(take)
	}
	parts.Add(factGrid(env, p.setFacts(in.Set)))
	if open {
		v.addParticulars(parts, in)
		return kit.NewCard(env, in.Set.File, parts)
	}
	more := kit.NewButton(env, kit.ButtonOptions{Text: env.T("metrics.import.more"), Kind: kit.ButtonQuiet, OnTapped: func() {
		parts.Remove(parts.Objects[len(parts.Objects)-1])
		v.addParticulars(parts, in)
		v.content.Refresh()
	}})
	parts.Add(kit.Row(env, more))
	return kit.NewCard(env, in.Set.File, parts)
}

// addParticulars says everything that is known of a file: remarks first, because
// they may change what the person does, then the columns.
func (v *preview) addParticulars(parts *fyne.Container, in Incoming) {
	for _, r := range v.present.remarks(in) {
		lines := kit.ColumnTight(kit.NewParagraph(v.env, r.Sentence, r.Style))
		if r.Rows != "" {
			lines.Add(kit.NewParagraph(v.env, r.Rows, kit.StyleCaption))
		}
		parts.Add(lines)
	}
	parts.Add(kit.Gap(fynetheme.Size(theme.Space4)))
	parts.Add(kit.NewLabel(v.env, v.env.T("metrics.columns"), kit.StyleStrong))
	parts.Add(columnGrid(v.env, v.present, in.Set))
}
