package checks

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/proofing"
	"athar/domain/text/readability"
	"athar/gui/kit"
)

// shownWords is how many other words a row offers as buttons; the menu of the
// passage has all of them.
const shownWords = 4

// findingRow is one entry: what it is about and where, the passage, the reason, and what
// can be done. Of several places it shows one, and goes on to the others.
type findingRow struct {
	env     *kit.Env
	checks  *Checks
	content fyne.CanvasObject
	item    item

	kind    *kit.Badge
	where   *kit.Label
	head    *fyne.Container
	passage *kit.Paragraph
	there   *kit.Button // leads to the passage
	reason  *kit.Paragraph
	source  *kit.Paragraph
	words   []*kit.Button
	claim   *kit.Button
	more    *kit.Button
	tools   *fyne.Container
	place   *kit.Label // which place it is
	places  *fyne.Container
	column  *fyne.Container
}

func newFindingRow(env *kit.Env, k *Checks) *findingRow {
	r := &findingRow{env: env, checks: k}
	r.kind, r.where = kit.NewBadge(env, " ", kit.ToneInfo), kit.NewLabel(env, " ", kit.StyleCaption)
	r.passage = kit.NewParagraph(env, " ", kit.StyleStrong)
	r.there = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("checks.go"), Kind: kit.ButtonQuiet, Hint: env.T("checks.go_hint"),
		OnTapped: func() { k.goTo(r.item.finding) },
	})
	r.reason = kit.NewParagraph(env, " ", kit.StyleBody)
	r.source = kit.NewParagraph(env, " ", kit.StyleCaption)
	tools := []fyne.CanvasObject{}
	for i := range shownWords {
		b := kit.NewButton(env, kit.ButtonOptions{Text: " ", OnTapped: func() { k.use(r.item.finding, r.item.Alternatives[i]) }})
		r.words, tools = append(r.words, b), append(tools, b)
	}
	r.claim = kit.NewButton(env, kit.ButtonOptions{Text: " ", OnTapped: func() { k.settle(r.item) }})
	r.more = kit.NewButton(env, kit.ButtonOptions{
		Text: env.T("checks.more"), Kind: kit.ButtonQuiet, Icon: fynetheme.MoreHorizontalIcon(),
		OnTapped: func() { kit.ShowMenu(env, k.muting(r.item), r.more) },
	})
	r.head = kit.Row(env, r.kind, r.where)
	r.tools = kit.Flow(env, append(tools, r.claim, r.there, r.more)...)
	step := func(key, hint string, by int) *kit.Button {
		return kit.NewButton(env, kit.ButtonOptions{
			Text: env.T(key), Kind: kit.ButtonQuiet, Hint: env.T(hint), OnTapped: func() { k.step(r.item, by) },
		})
	}
	r.place = kit.NewLabel(env, " ", kit.StyleMuted)
	r.places = kit.Flow(env, r.place, step("checks.previous", "checks.previous_hint", -1), step("checks.next", "checks.next_hint", +1))
	r.column = kit.ColumnTight(r.head, r.passage, r.reason, r.source, r.places, r.tools)
	r.content = kit.ColumnTight(kit.Separator(), r.column)
	return r
}

// show puts a finding into the row and reports whether it may need another height.
func (r *findingRow) show(it item) (resized bool) {
	same := r.item.equal(it)
	r.item = it // its place in the text may be another one
	if same {
		return false
	}
	r.kind.Set(it.Kind, it.Tone)
	r.where.SetText(it.Where)
	r.passage.SetText(it.Passage)
	kit.SetVisible(r.passage, it.Passage != "")
	r.reason.SetText(it.Reason)
	if kit.SetVisible(r.source, it.Source != "") || it.Source != "" {
		r.source.SetText(r.env.T("checks.source", "source", it.Source))
	}
	for i, b := range r.words {
		there := i < len(it.Alternatives)
		if there {
			b.SetText(alternative(r.env, it.Alternatives[i]))
			enable(b, !r.env.Locked, r.env.T("checks.locked"))
		}
		kit.SetVisible(b, there)
	}
	r.claim.SetText(it.Claim)
	kit.SetVisible(r.claim, it.Claim != "")
	enable(r.claim, !r.env.Locked || it.leads(), r.env.T("checks.locked"))
	kit.SetVisible(r.more, len(r.checks.muting(it)) > 0)
	kit.SetVisible(r.there, it.hasPlace())
	r.place.SetText(it.Place)
	kit.SetVisible(r.places, it.Place != "")
	r.head.Refresh()
	r.tools.Refresh()
	r.column.Refresh()
	return true
}

// hasPlace reports whether there is a text to be shown: what is said of the message as a
// whole stands nowhere.
func (it item) hasPlace() bool { return it.finding.Text.Field != "" }

// leads reports whether what can be done about a claim is to look at it.
func (it item) leads() bool { return it.See != (domain.Place{}) }

func (it item) equal(other item) bool {
	return it.Kind == other.Kind && it.Tone == other.Tone && it.Where == other.Where && it.Passage == other.Passage &&
		it.Reason == other.Reason && it.Source == other.Source && it.Claim == other.Claim && it.See == other.See && it.Word == other.Word &&
		it.Fact == other.Fact && it.hasPlace() == other.hasPlace() && it.Place == other.Place &&
		slices.Equal(it.Alternatives, other.Alternatives)
}

func enable(b *kit.Button, enabled bool, reason string) {
	if enabled {
		b.Enable()
	} else {
		b.Disable(reason)
	}
}

// alternative is what a button says that puts other words in the place of a
// passage.
func alternative(env *kit.Env, words string) string {
	if words == "" {
		return env.T("checks.leave_out")
	}
	return words
}

// muting is what can be done about a finding that a person does not want to see.
func (k *Checks) muting(it item) []kit.MenuItem {
	env, f := k.deps.Env, it.finding
	if it.Fact {
		return nil
	}
	why := ""
	if env.Locked {
		why = env.T("checks.locked")
	}
	row := func(key string, do func(proofing.Finding)) kit.MenuItem {
		return kit.MenuItem{Label: env.T(key), Disabled: why, Action: func() { do(f) }}
	}
	var items []kit.MenuItem
	if it.Word {
		items = append(items, row("checks.teach", k.teach))
	}
	if f.Rule == readability.RuleLongSentence { // is said of the text, not of this sentence
		items = append(items, row("checks.not_here", k.hushRule))
	} else {
		if it.all > 1 {
			items = append(items, row("checks.not_place", k.hush), row("checks.not_here", k.hushRule))
		} else {
			items = append(items, row("checks.not_here", k.hush))
		}
		if f.Passage != "" && !it.Word {
			items = append(items, row("checks.never_again", k.never))
		}
	}
	return append(items, row("checks.rule_off", k.turnOff))
}

// highlight is a finding in the text: the words that could stand there instead come
// first in its menu.
func (k *Checks) highlight(f proofing.Finding) kit.Highlight {
	env, it := k.deps.Env, k.presenter().item(k.campaign, f)
	h := kit.Highlight{Start: f.Start, End: f.End, Tone: it.Tone, Note: it.Reason}
	if f.Rule == proofing.RuleTooLong {
		h.Note = "" // the field says so below itself, where the note would cover it
	}
	if env.Locked {
		return h
	}
	for _, words := range it.Alternatives {
		h.Items = append(h.Items, kit.MenuItem{Label: alternative(env, words), Action: func() { k.use(f, words) }})
	}
	if it.Claim != "" {
		h.Items = append(h.Items, kit.MenuItem{Label: it.Claim, Action: func() { k.settle(it) }})
	}
	if muting := k.muting(it); len(muting) > 0 {
		if len(h.Items) > 0 {
			h.Items = append(h.Items, kit.MenuItem{Separator: true})
		}
		h.Items = append(h.Items, muting...)
	}
	return h
}
