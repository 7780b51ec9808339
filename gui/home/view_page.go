package home

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// pageView is the end side: the campaign that is selected.
type pageView struct {
	env     *kit.Env
	content *kit.Scroller
	body    *fyne.Container
	shown   page

	title                      *kit.Label
	stage, sample, open, musts *kit.Badge
	when, counts               *kit.Label
	head                       *fyne.Container
	progress                   *fyne.Container
	note                       *kit.Paragraph

	actions *fyne.Container
	main    *fyne.Container // the one action that is wanted most
	tools   *kit.Toolbar
	buttons pageButtons

	stageChoice *kit.Select
	stageRow    fyne.CanvasObject
	goal        *kit.Editor
	goalRow     fyne.CanvasObject

	missing     *missingView
	missingCard fyne.CanvasObject
	mistakes    *fyne.Container
	columns     *fyne.Container
}

// pageButtons are what can be done with a campaign.
type pageButtons struct {
	open, restore, forget                        *kit.Button
	rename, duplicate, archive, unarchive, trash *kit.Tool
}

func newPageView(env *kit.Env, stages []kit.Option, on intents) *pageView {
	v := &pageView{
		env:   env,
		title: kit.NewLabel(env, "", kit.StyleTitle),
		stage: kit.NewBadge(env, " ", kit.ToneNeutral), sample: kit.NewBadge(env, " ", kit.ToneNeutral),
		open: kit.NewBadge(env, " ", kit.ToneInfo), musts: kit.NewBadge(env, " ", kit.ToneWarning),
		when: kit.NewLabel(env, "", kit.StyleMuted), counts: kit.NewLabel(env, "", kit.StyleMuted),
		progress: kit.ColumnTight(), note: kit.NewParagraph(env, "", kit.StyleMuted),
		buttons: newPageButtons(env, on), mistakes: kit.Column(),
	}
	v.head = kit.Flow(env, v.stage, v.sample, v.open, v.musts, v.when)
	b := v.buttons
	v.main = kit.Row(env, b.open, b.restore, b.forget)
	v.tools = kit.NewToolbar(env, b.rename, b.duplicate, kit.Separator(), b.archive, b.unarchive, b.trash)
	v.actions = kit.Border(env, nil, nil, v.main, nil, v.tools)
	v.stageChoice = kit.NewSelect(env, stages, func(value string) { on.OnStage(domain.Stage(value)) })
	v.stageRow = kit.NewFormItem(env, env.T("home.stage"), "", kit.Row(env, v.stageChoice))
	v.goal = kit.NewEditor(env, kit.EditorOptions{
		Placeholder: env.T("home.goal_example"), Rows: 3, ReadOnly: env.Locked, MaxRunes: domain.MaxLong, OnChanged: on.OnGoal,
	})
	v.goalRow = kit.NewFormItem(env, env.T("home.goal"), env.T("home.goal_help"), v.goal)
	v.missing = newMissingView(env, on.OnGoTo)
	v.missingCard = kit.Surface(v.missing.content)
	plan := kit.Form(env, v.stageRow, v.goalRow)
	v.columns = container.New(&planLayout{env: env}, plan, v.missingCard, v.mistakes)
	v.body = kit.Form(env, kit.Column(v.title, v.head, kit.ColumnTight(v.counts, v.progress)), v.actions, v.note, v.columns)
	v.content = kit.Follow(env, kit.Scroll(kit.Pad(fynetheme.Size(theme.Space16), v.body)))
	return v
}

func newPageButtons(env *kit.Env, on intents) pageButtons {
	tool := func(text, hint string, icon fyne.Resource, do func()) *kit.Tool {
		return kit.NewTool(env, kit.ToolOptions{Text: text, Hint: hint, Icon: icon, OnTapped: do})
	}
	primary := func(text string, icon fyne.Resource, do func()) *kit.Button {
		return kit.NewButton(env, kit.ButtonOptions{Text: text, Icon: icon, Kind: kit.ButtonPrimary, OnTapped: do})
	}
	return pageButtons{
		open:    primary(env.T("home.open"), fynetheme.FolderOpenIcon(), on.OnOpen),
		restore: primary(env.T("home.restore"), fynetheme.ContentUndoIcon(), on.OnRestore),
		forget: kit.NewButton(env, kit.ButtonOptions{
			Text: env.T("home.trash.forget"), Kind: kit.ButtonDanger, OnTapped: on.OnForget,
		}),
		rename:    tool(env.T("home.rename"), "", fynetheme.DocumentCreateIcon(), on.OnRename),
		duplicate: tool(env.T("home.duplicate"), "", fynetheme.ContentCopyIcon(), on.OnDuplicate),
		archive: tool(env.T("home.archive"), env.T("home.archive_hint"), fynetheme.StorageIcon(),
			func() { on.OnStage(domain.StageArchived) }),
		unarchive: tool(env.T("home.unarchive"), "", fynetheme.StorageIcon(), func() { on.OnStage(domain.StageDraft) }),
		trash:     tool(env.T("home.trash"), env.T("home.trash_hint"), fynetheme.DeleteIcon(), on.OnTrash),
	}
}

// show puts a campaign on show. The widgets leave alone what they show already,
// so the caret of whoever is typing stays where it is.
func (v *pageView) show(p page) {
	v.goal.Remember(p.Campaign.String() + ".goal")
	v.goal.SetText(p.Goal)
	if p.equal(v.shown) {
		return
	}
	v.showHead(p.row)
	v.showProgress(p.Progress)
	v.note.SetText(p.Note)
	kit.SetVisible(v.note, p.Note != "")
	v.showButtons(p)
	v.stageChoice.SetValue(p.StageValue)
	kit.SetVisible(v.stageRow, !p.InTrash)
	kit.SetVisible(v.goalRow, p.IsOpen)
	v.missing.show(p.Missing)
	kit.SetVisible(v.missingCard, p.IsOpen)
	v.showMistakes(p)
	v.shown = p
	// What was hidden has no place yet, and another height moves what is below.
	v.body.Refresh()
	v.content.Refresh()
}

func (v *pageView) showHead(r row) {
	v.title.SetText(r.Title)
	v.stage.Set(r.Stage, r.StageTone)
	v.sample.Set(r.Sample, kit.ToneNeutral)
	v.open.Set(r.Open, kit.ToneInfo)
	v.musts.Set(r.Musts, r.MustsTone)
	v.when.SetText(r.When)
	v.counts.SetText(r.Counts)
}

func (v *pageView) showProgress(lines []string) {
	kit.SetVisible(v.progress, len(lines) > 0)
	if slices.Equal(lines, v.shown.Progress) {
		return
	}
	v.progress.Objects = nil
	for _, line := range lines {
		v.progress.Add(kit.NewParagraph(v.env, line, kit.StyleMuted))
	}
}

func (v *pageView) showButtons(p page) {
	b := v.buttons
	kit.SetVisible(b.open, !p.IsOpen && !p.InTrash)
	kit.SetVisible(b.restore, p.InTrash)
	kit.SetVisible(b.forget, p.InTrash)
	kit.SetVisible(v.main, !p.IsOpen || p.InTrash)
	kit.SetVisible(v.tools, !p.InTrash)
	offer(b.archive, !p.InArchive)
	offer(b.unarchive, p.InArchive)
}

// offer shows or hides a tool. Whether it is seen says nothing about whether it
// is offered: it may be in the menu of its toolbar.
func offer(t *kit.Tool, offered bool) {
	if offered {
		t.Show()
	} else {
		t.Hide()
	}
}

func (v *pageView) showMistakes(p page) {
	kit.SetVisible(v.mistakes, len(p.Mistakes) > 0)
	if p.MistakesOf == v.shown.MistakesOf && slices.Equal(p.Mistakes, v.shown.Mistakes) {
		return
	}
	v.mistakes.Objects = []fyne.CanvasObject{kit.NewLabel(v.env, p.MistakesOf, kit.StyleStrong)}
	for _, m := range p.Mistakes {
		v.mistakes.Objects = append(v.mistakes.Objects, kit.NewParagraph(v.env, m, kit.StyleMuted))
	}
}

// focus puts the caret into the field that a place names.
func (v *pageView) focus(field string) {
	switch field {
	case "goal":
		kit.Reveal(v.content, v.goalRow)
		v.goal.Focus()
	case "stage":
		kit.Reveal(v.content, v.stageRow)
		v.stageChoice.Focus()
	}
}

// equal leaves the goal out: its field knows by itself whether it differs, and a
// key typed there must not draw the whole page.
func (p page) equal(q page) bool {
	return p.row == q.row && p.Note == q.Note && p.StageValue == q.StageValue &&
		p.IsOpen == q.IsOpen && p.InTrash == q.InTrash && p.InArchive == q.InArchive &&
		slices.Equal(p.Progress, q.Progress) && p.Missing.equal(q.Missing) && p.MistakesOf == q.MistakesOf && slices.Equal(p.Mistakes, q.Mistakes)
}
