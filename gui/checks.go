package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/domain"
	"athar/domain/proofing"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/theme"
)

// The pages of the dialog about checks. The strings are keys of the catalog, under
// "proofs.page".
const (
	checksRules = "rules"
	checksMuted = "muted"
	checksSpell = "spelling"
	checksWords = "words"
)

// checksDialog is where somebody chooses what is checked.
type checksDialog struct {
	window *Window
	env    *kit.Env
	page   string
	group  string // of the rules on show
	holder *fyne.Container
	groups *kit.Select
	word   *kit.Field // of somebody's own, to be added
	whole  bool       // the rules on show are all there are
	stop   func()
}

// showChecks shows which checks there are, and what was chosen about them.
func (w *Window) showChecks() {
	d := &checksDialog{window: w, env: w.env, page: checksRules, holder: kit.Column()}
	var langs []string
	if c, ok := w.desk.Current(); ok {
		langs = c.Header.WrittenIn()
	}
	w.proofs.Write(langs)
	w.proofs.Begin()
	d.stop = w.proofs.OnChange(d.changed)
	var pages []kit.Option
	for _, key := range []string{checksRules, checksMuted, checksSpell, checksWords} {
		pages = append(pages, kit.Option{Value: key, Label: d.env.T("proofs.page." + key)})
	}
	turn := kit.NewSwitch(d.env, d.env.T("proofs.title"), pages, func(key string) { d.page = key; d.show() })
	turn.SetValue(d.page)
	d.groups = kit.NewSelect(d.env, nil, func(key string) { d.group = key; d.show() })
	d.word = kit.NewField(d.env, kit.FieldOptions{
		Placeholder: d.env.T("proofs.word"), ReadOnly: d.env.Locked, MaxRunes: domain.MaxName, OnSubmitted: func(string) { d.addWord() },
	})
	d.show()
	size := fyne.NewSize(fynetheme.Size(theme.SizeTextColumn)*1.4, fynetheme.Size(theme.SizeTextColumn)*0.8)
	kit.ShowDialog(d.env, kit.DialogOptions{
		Title: d.env.T("proofs.title"), Content: kit.Border(d.env, turn, nil, nil, nil, kit.Scroll(kit.PadSides(fynetheme.Size(theme.Space8), 0, d.holder))), MinSize: size,
		Cancel: d.env.T("proofs.close"), OnCancel: func() { d.stop() },
	})
}

// changed shows what has changed. The boxes of the rules show it already: whoever
// goes through them with the keyboard stays where they are.
func (d *checksDialog) changed() {
	if d.page != checksRules || !d.whole {
		d.show()
	}
}

// show shows the page as it is now.
func (d *checksDialog) show() {
	var rows []fyne.CanvasObject
	switch d.page {
	case checksMuted:
		rows = d.muted()
	case checksSpell:
		rows = d.spelling()
	case checksWords:
		rows = d.words()
	default:
		rows = d.rules()
	}
	d.holder.Objects = rows
	d.holder.Refresh()
}

// rules are the rules of one group, each with whether it is on.
func (d *checksDialog) rules() []fyne.CanvasObject {
	room := d.window.proofs
	groups := ruleGroups(d.env.Printer, ownFirst(room.Packs(), d.env.Printer.Lang()))
	d.whole = room.Team() != nil
	var options []kit.Option
	shown := groups[0]
	for _, g := range groups {
		options = append(options, kit.Option{Value: g.Key, Label: g.Name})
		if g.Key == d.group {
			shown = g
		}
	}
	d.groups.SetOptions(options)
	d.groups.SetValue(shown.Key)
	rows := []fyne.CanvasObject{kit.NewFormItem(d.env, d.env.T("proofs.group"), d.env.T("proofs.group_help"), d.groups)}
	for _, r := range shown.Rules {
		on := kit.NewCheck(d.env, r.Name, func(on bool) {
			room.Change(func(c proofing.Choices) proofing.Choices { return c.Switched(r.ID, on, r.Usual) })
		})
		on.SetChecked(isOn(room.Choices(), r))
		d.lock(on)
		rows = append(rows, kit.ColumnTight(on, kit.NewParagraph(d.env, r.Reason, kit.StyleCaption)))
	}
	return rows
}

// lock disables what chooses where the data can only be read.
func (d *checksDialog) lock(c interface{ Disable(reason string) }) {
	if d.env.Locked {
		c.Disable(d.env.T("checks.locked"))
	}
}

// muted lists the passages that nobody wants to see marked again: everywhere, and
// at the messages of the campaign that is open.
func (d *checksDialog) muted() []fyne.CanvasObject {
	room, p := d.window.proofs, d.env.Printer
	var rows []fyne.CanvasObject
	row := func(said, where string, again func()) {
		b := kit.NewButton(d.env, kit.ButtonOptions{Text: d.env.T("proofs.show_again"), OnTapped: again})
		d.lock(b)
		text := kit.ColumnTight(kit.NewParagraph(d.env, said, kit.StyleBody), kit.NewParagraph(d.env, where, kit.StyleCaption))
		rows = append(rows, kit.Ends(d.env, text, b))
	}
	for _, m := range room.Choices().Never {
		name := ruleName(p, room.Packs(), m.Rule)
		row(m.Passage, d.env.T("proofs.everywhere", "rule", i18n.Isolate(name)), func() {
			room.Change(func(c proofing.Choices) proofing.Choices { return c.Silenced(m, false) })
		})
	}
	c, _ := d.window.desk.Current()
	for _, m := range c.SortedMessages() {
		for _, name := range m.Quiet {
			rule, passage := proofing.Quieted(name)
			switch {
			case name == proofing.QuietRule(rule):
				passage = d.env.T("proofs.whole_rule")
			case passage == "":
				passage = d.env.T("proofs.long_passage")
			}
			where := d.env.T("proofs.in_message", "message", i18n.Isolate(m.Title), "rule", i18n.Isolate(ruleName(p, room.Packs(), rule)))
			row(passage, where, func() {
				d.window.report(d.window.desk.open.Apply(domain.Hush{ID: m.ID, Finding: name}))
				d.show()
			})
		}
	}
	if len(rows) == 0 {
		return []fyne.CanvasObject{kit.NewParagraph(d.env, d.env.T("proofs.nothing_muted"), kit.StyleMuted)}
	}
	return rows
}

// spelling says with which dictionary each language is checked.
func (d *checksDialog) spelling() []fyne.CanvasObject {
	room := d.window.proofs
	rows := []fyne.CanvasObject{kit.NewParagraph(d.env, d.env.T("proofs.spelling_help"), kit.StyleMuted)}
	var langs []string
	if c, ok := d.window.desk.Current(); ok {
		langs = c.Header.WrittenIn()
	}
	for _, s := range spellers(d.env.Printer, room.Dictionaries(), langs) {
		choose := kit.NewSelect(d.env, s.Options, func(name string) {
			room.Change(func(c proofing.Choices) proofing.Choices { return c.SpelledWith(s.Lang, name) })
		})
		used := room.Used(s.Lang)
		if used == "" {
			used = proofing.NoDictionary
		}
		choose.SetValue(used)
		d.lock(choose)
		rows = append(rows, kit.NewFormItem(d.env, s.Name, s.Help, choose))
	}
	add := kit.NewButton(d.env, kit.ButtonOptions{
		Text: d.env.T("proofs.add_dictionary"), Hint: d.env.T("proofs.add_dictionary_hint"), OnTapped: func() {
			kit.ChooseFiles(d.env, kit.ChooserOptions{
				Title: d.env.T("proofs.add_dictionary"), Extensions: []string{".aff", ".dic"},
				OnChosen: func(paths []string) { room.Add(paths[0]) },
			})
		},
	})
	d.lock(add)
	return append(rows, kit.Row(d.env, add))
}

// maxWordsShown is how many words of somebody's own are listed.
const maxWordsShown = 200

// addWord adds what stands in the field, and leaves the field for the next one.
func (d *checksDialog) addWord() {
	word := strings.TrimSpace(d.word.Text())
	if word == "" || d.env.Locked {
		return
	}
	d.word.SetText("")
	d.teach(word, true)
	d.word.Focus()
}

func (d *checksDialog) teach(word string, known bool) {
	d.window.proofs.Change(func(c proofing.Choices) proofing.Choices { return c.Taught(word, known) })
	d.show()
}

// words are the personal dictionary.
func (d *checksDialog) words() []fyne.CanvasObject {
	room := d.window.proofs
	add := kit.NewButton(d.env, kit.ButtonOptions{Text: d.env.T("proofs.add_word"), OnTapped: d.addWord})
	d.lock(add)
	rows := []fyne.CanvasObject{
		kit.NewParagraph(d.env, d.env.T("proofs.words_help"), kit.StyleMuted),
		kit.Border(d.env, nil, nil, nil, add, d.word),
	}
	words := room.Choices().Words
	var chips []fyne.CanvasObject
	for _, word := range words[:min(maxWordsShown, len(words))] {
		b := kit.NewButton(d.env, kit.ButtonOptions{
			Text: word, Icon: fynetheme.DeleteIcon(), Hint: d.env.T("proofs.remove_word", "word", i18n.Isolate(word)),
			OnTapped: func() { d.teach(word, false) },
		})
		d.lock(b)
		chips = append(chips, b)
	}
	return append(rows, kit.Flow(d.env, chips...))
}
