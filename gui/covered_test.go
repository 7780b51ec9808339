package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"athar/domain"
	"athar/gui/i18n"
	"athar/gui/kit"
)

func (b *bench) dialogs() int { return len(b.window.Canvas().Overlays().List()) }

func TestCommandsWaitForAnOpenDialog(t *testing.T) {
	meant := []string{"quit", "shortcuts", "bigger", "smaller", "normal_size", "full_screen", "lock"}
	for _, language := range i18n.Languages() {
		b := sampled(t, language)
		b.selectTab(tabMessages)
		b.report(b.desk.open.Apply(domain.Rename{Title: "Springs"})) // there is something to undo
		before, _ := b.desk.Current()
		d := kit.ShowDialog(b.env, kit.DialogOptions{Title: "t"})
		for key, a := range b.commands.byKey {
			item := b.commands.items(b.env, key)[0]
			if slices.Contains(meant, key) {
				if item.Disabled == b.env.T("reason.dialog") {
					t.Errorf("%s: %s waits for a dialog", language, key)
				}
				continue
			}
			if item.Disabled != b.env.T("reason.dialog") {
				t.Errorf("%s: the menu says of %s behind a dialog %q", language, key, item.Disabled)
			}
			if a.shortcut == nil {
				continue
			}
			b.shortcut(a.shortcut)
			b.settle()
			after, _ := b.desk.Current()
			if b.dialogs() != 1 || b.tabs.Selected() != tabMessages || b.lang() != language || len(domain.Diff(before, after)) > 0 {
				t.Fatalf("%s: %s works behind a dialog: %d dialogs, tab %s, lang %s", language, key, b.dialogs(), b.tabs.Selected(), b.lang())
			}
		}
		b.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/data/numbers.csv")})
		if b.tabs.Selected() != tabMessages {
			t.Errorf("%s: a dropped file leads to %s behind a dialog", language, b.tabs.Selected())
		}
		d.Close()
		if item := b.commands.items(b.env, "undo")[0]; item.Disabled != "" {
			t.Errorf("%s: after the dialog undo is still disabled: %q", language, item.Disabled)
		}
	}
}

func TestTheShortcutsAreShownOnceOverADialog(t *testing.T) {
	b := sampled(t, "en")
	kit.ShowDialog(b.env, kit.DialogOptions{Title: "t"})
	for range 2 {
		b.shortcut(b.commands.byKey["shortcuts"].shortcut)
	}
	if b.dialogs() != 2 {
		t.Errorf("%d dialogs are open, want 2", b.dialogs())
	}
}

func TestUndoInADialogIsThatOfItsField(t *testing.T) {
	b := sampled(t, "en")
	b.report(b.desk.open.Apply(domain.Rename{Title: "Springs"}))
	field := kit.NewField(b.env, kit.FieldOptions{})
	kit.ShowDialog(b.env, kit.DialogOptions{Title: "t", Content: field})
	field.Focus()
	test.Type(b.window.Canvas().Focused(), "x")
	b.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if c, _ := b.desk.Current(); field.Text() != "" || c.Header.Title != "Springs" {
		t.Errorf("the field reads %q, the campaign is %q", field.Text(), c.Header.Title)
	}
}

func TestHintsDoNotOutliveTheirPlace(t *testing.T) {
	for _, language := range i18n.Languages() {
		b := sampled(t, language)
		b.say("said")
		stale := func(what string) {
			t.Helper()
			if got := b.status.label.Text(); got != "said" {
				t.Errorf("%s: after %s the line says %q", language, what, got)
			}
		}
		b.hint("old")
		b.selectTab(tabMessages)
		stale("another tab")
		b.header.redo.Focus()
		b.header.redo.MouseIn(nil) // and stays there: a click opens something
		b.window.Canvas().Unfocus()
		ok := kit.NewButton(b.env, kit.ButtonOptions{Text: "b", Hint: "hint"})
		d := kit.ShowDialog(b.env, kit.DialogOptions{Title: "t", Content: kit.NewLabel(b.env, "l", kit.StyleBody), Cancel: "c"})
		stale("a dialog opened")
		d.Close()
		d = kit.ShowDialog(b.env, kit.DialogOptions{Title: "t", Content: ok})
		ok.MouseIn(nil)
		d.Close()
		stale("a dialog closed")
	}
}
