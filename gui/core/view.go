package core

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/gui/kit"
	"athar/gui/theme"
)

// intents are what a person can want here. The view calls them and decides nothing.
type intents struct {
	OnFramework func(id string)
	OnText      func(field, lang, text string)
	OnMake      func(draft string)
	OnPrint     func()
}

// view is the widgets of the screen. Those of the fields are made anew for another
// framework, and when the campaign gets another language.
type view struct {
	env  *kit.Env
	on   intents
	core domain.ID

	content *fyne.Container
	empty   fyne.CanvasObject
	filled  *kit.Scroller
	body    *fyne.Container

	first, framework *kit.Select // the same choice, in the empty state and at the head
	frameworkRow     *kit.FormRow
	written          *kit.Label
	message, print   *kit.Button
	warnings         *fyne.Container
	fields           *fyne.Container
	keptCard         *fyne.Container
	keptLines        *fyne.Container

	parts map[string]*part
	shown state
}

func newView(env *kit.Env, core domain.ID, frameworks []kit.Option, on intents) *view {
	v := &view{env: env, on: on, core: core, parts: map[string]*part{}}
	v.first = kit.NewSelect(env, frameworks, on.OnFramework)
	v.framework = kit.NewSelect(env, frameworks, on.OnFramework)
	begin := kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("core.begin"), Kind: kit.ButtonPrimary, OnTapped: func() { on.OnFramework(house) },
	})
	other := kit.NewFormItem(env, env.T("core.other_framework"), "", v.first)
	v.empty = kit.NewEmptyState(env, fynetheme.HomeIcon(), env.T("core.empty"), kit.Form(env, begin, other))

	v.warnings, v.fields, v.keptLines = kit.ColumnTight(), kit.Column(), kit.Form(env)
	v.warnings.Hide()
	v.keptCard = kit.Stack(kit.NewCard(env, env.T("core.kept"), kit.Form(env,
		kit.NewParagraph(env, env.T("core.kept_help"), kit.StyleMuted), v.keptLines)))
	v.body = kit.Form(env, v.makeHead(), v.warnings, v.fields, v.keptCard)
	page := kit.MaxWidth(env, 2*fynetheme.Size(theme.SizeTextColumn)+8*fynetheme.Size(theme.Space16), v.body)
	v.filled = kit.Follow(env, kit.Scroll(kit.Pad(fynetheme.Size(theme.Space16), page)))
	v.content = kit.Stack(v.empty, v.filled)
	return v
}

// makeHead makes the choice of the framework with what can be done with the message.
func (v *view) makeHead() fyne.CanvasObject {
	v.frameworkRow = kit.NewFormItem(v.env, v.env.T("core.framework"), "", v.framework)
	v.written = kit.NewLabel(v.env, "", kit.StyleCaption)
	v.message = kit.NewButton(v.env, kit.ButtonOptions{
		Text: v.env.T("core.make"), Icon: fynetheme.MailComposeIcon(), Kind: kit.ButtonPrimary,
		Hint: v.env.T("core.make_hint"), OnTapped: v.chooseDraft,
	})
	v.print = kit.NewButton(v.env, kit.ButtonOptions{
		Text: v.env.T("core.print"), Icon: fynetheme.DocumentPrintIcon(), Hint: v.env.T("core.print_hint"), OnTapped: v.on.OnPrint,
	})
	return kit.Column(v.frameworkRow, kit.Ends(v.env, v.written, kit.Flow(v.env, v.print, v.message)))
}

// chooseDraft asks what the message is to be made of where there are several.
func (v *view) chooseDraft() {
	if len(v.shown.Drafts) == 1 {
		v.on.OnMake(v.shown.Drafts[0].Value)
		return
	}
	var items []kit.MenuItem
	for _, d := range v.shown.Drafts {
		items = append(items, kit.MenuItem{Label: d.Label, Action: func() { v.on.OnMake(d.Value) }})
	}
	kit.ShowMenu(v.env, items, v.message)
}

// show puts a state on show. Only places are given anew where nothing but texts has
// changed: refreshing the page would draw every text in it at each key typed.
func (v *view) show(s state) {
	before := v.shown
	v.shown = s
	v.showWhich(s)
	v.first.SetValue(s.Framework)
	v.framework.SetValue(s.Framework)
	v.frameworkRow.SetHelp(s.Use)
	v.written.SetText(s.Written)
	if s.NoDraft == "" && len(s.Drafts) > 0 {
		v.message.Enable()
	} else {
		v.message.Disable(s.NoDraft)
	}
	resized := before.Use != s.Use || before.Written != s.Written
	if before.Framework != s.Framework || !slices.Equal(before.Languages, s.Languages) || len(v.parts) != len(s.Fields) {
		v.makeFields(s)
		resized = true
	}
	for _, x := range s.Fields {
		v.parts[x.ID].show(x)
	}
	if !slices.Equal(before.Warnings, s.Warnings) {
		v.showWarnings(s.Warnings)
		resized = true
	}
	if !reflect.DeepEqual(before.Kept, s.Kept) || len(s.Kept) == 0 {
		resized = v.showKept(s.Kept) || resized
	}
	if resized {
		v.body.Refresh()
	}
}

// showWhich shows the page or, while there is nothing, what it is good for.
func (v *view) showWhich(s state) {
	some := s.Framework != "" || len(s.Kept) > 0
	a, b := kit.SetVisible(v.filled, some), kit.SetVisible(v.empty, !some)
	if a || b {
		v.content.Refresh() // what was hidden has no size yet
	}
}

// makeFields makes the fields of a framework.
func (v *view) makeFields(s state) {
	v.parts = map[string]*part{}
	var all []fyne.CanvasObject
	for _, x := range s.Fields {
		p := newPart(v.env, v.core, x, s.Languages, v.on.OnText)
		v.parts[x.ID] = p
		all = append(all, p.content)
	}
	if s.Framework == house && len(all) == houseFields {
		v.fields.Objects = []fyne.CanvasObject{v.build(all)}
	} else {
		for i, o := range all {
			all[i] = kit.Surface(o)
		}
		v.fields.Objects = all
	}
	v.fields.Refresh()
}

// build makes the house: each proof stands under its pillar.
func (v *view) build(fields []fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{newGable(), kit.Surface(fields[0])}
	for i := 1; i < houseFields-1; i += 2 {
		parts = append(parts, kit.Surface(kit.Column(fields[i], kit.Separator(), fields[i+1])))
	}
	parts = append(parts, kit.Surface(fields[houseFields-1]))
	return container.New(&houseLayout{env: v.env}, parts...)
}

func (v *view) showWarnings(sentences []string) {
	v.warnings.Objects = nil
	for _, sentence := range sentences {
		v.warnings.Objects = append(v.warnings.Objects, kit.NewParagraph(v.env, sentence, kit.StyleWarning))
	}
	kit.SetVisible(v.warnings, len(sentences) > 0)
	v.warnings.Refresh()
}

func (v *view) showKept(all []kept) (resized bool) {
	resized = kit.SetVisible(v.keptCard, len(all) > 0)
	if len(all) == 0 && len(v.keptLines.Objects) == 0 {
		return resized
	}
	v.keptLines.Objects = nil
	for _, k := range all {
		v.keptLines.Objects = append(v.keptLines.Objects, keptLine(v.env, k))
	}
	v.keptLines.Refresh()
	return true
}

// focus puts the caret into a field, in a language, and reports whether it is on
// show. Without a language it is the first one.
func (v *view) focus(field, lang string) bool {
	p := v.parts[field]
	if p == nil {
		return false
	}
	e := p.editors[lang]
	if e == nil && len(v.shown.Languages) > 0 {
		e = p.editors[v.shown.Languages[0].Code]
	}
	if e == nil {
		return false
	}
	kit.Reveal(v.filled, p.content)
	e.Focus()
	return true
}
