package review

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/kit"
)

// intents are what a person can want here. The view calls them and decides nothing.
type intents struct {
	OnStep    func(key string)
	OnWho     func()
	OnSign    func()
	OnSince   func()
	OnPassage func(path string)
	OnComment func()
	OnReply   func(domain.ID)
	OnResolve func(comment domain.ID, open bool)
	OnDelete  func(domain.ID)
	OnGo      func(domain.ID) // to the passage of a comment
}

// view is the widgets. Cards are made when a conversation is first seen.
type view struct {
	env     *kit.Env
	on      intents
	content *fyne.Container

	status   *kit.Badge
	approval *kit.Paragraph
	waits    *fyne.Container
	steps    *fyne.Container
	buttons  map[string]*kit.Button
	who      *kit.Button
	sign     *kit.Button
	past     *kit.Button
	since    *fyne.Container // what changed since the approval, once it was asked for

	passage *kit.Select
	text    *kit.Editor
	reading *kit.FormRow
	comment *kit.Button

	none    fyne.CanvasObject
	threads *fyne.Container
	cards   map[domain.ID]*card

	shown detail
	at    string // path of the passage on show
}

func newView(env *kit.Env, on intents) *view {
	v := &view{env: env, on: on, buttons: map[string]*kit.Button{}, cards: map[domain.ID]*card{}}
	v.content = kit.Form(env, v.makeStatus(), kit.Separator(), v.makeReading(), kit.Separator(), v.makeThreads())
	return v
}

func (v *view) makeStatus() fyne.CanvasObject {
	v.status = kit.NewBadge(v.env, "", kit.ToneNeutral)
	v.approval = kit.NewParagraph(v.env, "", kit.StyleBody)
	v.waits, v.since = kit.ColumnTight(), kit.Column()
	v.steps = kit.Flow(v.env)
	v.who = kit.NewButton(v.env, kit.ButtonOptions{Text: v.env.T("action.people"), OnTapped: v.on.OnWho})
	v.sign = kit.NewButton(v.env, kit.ButtonOptions{Text: v.env.T("review.sign"), OnTapped: v.on.OnSign})
	v.past = kit.NewButton(v.env, kit.ButtonOptions{Text: v.env.T("review.since"), OnTapped: v.on.OnSince})
	return kit.Column(kit.Row(v.env, v.status, v.approval), v.waits, v.steps, v.since)
}

func (v *view) makeReading() fyne.CanvasObject {
	v.passage = kit.NewSelect(v.env, nil, v.on.OnPassage)
	v.text = kit.NewEditor(v.env, kit.EditorOptions{Rows: 4, ReadOnly: true})
	v.reading = kit.NewFormItem(v.env, v.env.T("review.words"), v.env.T("review.words_help"), v.text)
	v.comment = kit.NewButton(v.env, kit.ButtonOptions{Text: v.env.T("review.comment"), OnTapped: v.on.OnComment})
	return kit.Column(
		kit.NewFormItem(v.env, v.env.T("review.about"), "", v.passage), v.reading, kit.Row(v.env, v.comment))
}

func (v *view) makeThreads() fyne.CanvasObject {
	v.none = kit.NewParagraph(v.env, v.env.T("review.none"), kit.StyleMuted)
	v.threads = kit.Form(v.env)
	return kit.Column(kit.NewLabel(v.env, v.env.T("review.comments"), kit.StyleHeading), v.none, v.threads)
}

// show puts a detail on show and reports whether another height may be needed.
func (v *view) show(d detail) (resized bool) {
	if reflect.DeepEqual(d, v.shown) {
		return false
	}
	if d.ID != v.shown.ID || !d.Lapsed {
		v.showSince(since{})
	}
	if d.ID != v.shown.ID {
		v.at = ""
	}
	v.status.Set(d.Status, d.Tone)
	v.approval.SetText(d.Approval)
	v.showWaits(d.Waits)
	v.showSteps(d)
	v.shown = d
	v.showPassages(d.Passages)
	v.showThreads(d.Threads)
	v.content.Refresh()
	return true
}

func (v *view) showWaits(all []string) {
	v.waits.Objects = nil
	for _, sentence := range all {
		v.waits.Add(kit.NewParagraph(v.env, sentence, kit.StyleWarning))
	}
	kit.SetVisible(v.waits, len(all) > 0)
}

// showSteps keeps the buttons that are there: one of them may have the keyboard.
func (v *view) showSteps(d detail) {
	var objects []fyne.CanvasObject
	for _, s := range d.Steps {
		b := v.buttons[s.Key]
		if b == nil {
			kind := kit.ButtonPlain
			if s.Main {
				kind = kit.ButtonPrimary
			}
			b = kit.NewButton(v.env, kit.ButtonOptions{
				Text: v.env.T("review.step." + s.Key), Kind: kind, OnTapped: func() { v.on.OnStep(s.Key) },
			})
			v.buttons[s.Key] = b
		}
		if s.Reason == "" {
			b.Enable()
		} else {
			b.Disable(s.Reason)
		}
		objects = append(objects, b)
	}
	if d.Who {
		objects = append(objects, v.who)
	}
	if d.Sign {
		objects = append(objects, v.sign)
	}
	if d.Lapsed {
		objects = append(objects, v.past)
	}
	v.steps.Objects = objects
	v.steps.Refresh()
}

// focusStep gives the keyboard to the usual next step.
func (v *view) focusStep() {
	if len(v.shown.Steps) > 0 {
		v.buttons[v.shown.Steps[0].Key].Focus()
	}
}

// showSince shows what changed after the approval; the zero value shows nothing.
func (v *view) showSince(s since) {
	v.since.Objects = nil
	if s.Said != "" {
		v.since.Add(kit.NewParagraph(v.env, s.Said, kit.StyleBody))
	}
	for _, one := range s.Changed {
		v.since.Add(kit.ColumnTight(kit.NewParagraph(v.env, one.Label, kit.StyleStrong), kit.NewRevision(v.env, one.Parts...)))
	}
	kit.SetVisible(v.since, s.Said != "")
	v.content.Refresh()
}

func (v *view) showPassages(all []passage) {
	var options []kit.Option
	for _, one := range all {
		options = append(options, kit.Option{Value: one.Path, Label: one.Label})
	}
	if _, ok := passageAt(all, v.at); v.at == "" && len(all) > 1 || !ok {
		v.at = all[min(1, len(all)-1)].Path
	}
	v.passage.SetOptions(options)
	v.turn(v.at)
}

// turn shows a passage.
func (v *view) turn(path string) {
	one, ok := passageAt(v.shown.Passages, path)
	if !ok {
		return
	}
	v.at = path
	v.passage.SetValue(path)
	v.text.SetText(one.Text)
	var all []kit.Highlight
	for _, m := range one.Marks {
		all = append(all, kit.Highlight{Start: m.Start, End: m.End, Tone: m.Tone, Note: m.Note})
	}
	v.text.SetHighlights(all)
	if kit.SetVisible(v.reading, path != "") {
		v.content.Refresh()
	}
}

func (v *view) showThreads(all []thread) {
	objects := make([]fyne.CanvasObject, len(all))
	for i, t := range all {
		c := v.cards[t.ID]
		if c == nil {
			c = newCard(v.env, t.ID, v.on)
			v.cards[t.ID] = c
		}
		c.show(t)
		objects[i] = c.content
	}
	kit.SetVisible(v.none, len(all) == 0)
	kit.SetVisible(v.threads, len(all) > 0)
	if !slices.Equal(objects, v.threads.Objects) {
		v.threads.Objects = objects
		v.threads.Refresh()
	}
}
