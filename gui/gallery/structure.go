package gallery

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
)

// structurePage has what arranges: menus, tabs, split panes, toolbars, and what
// stands where there is nothing yet.
func structurePage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	banner := kit.NewBanner(env)
	banner.Tell(kit.ToneSuccess, s.sentence, kit.BannerAction{Label: s.undo, Do: func() {}})
	start, end := kit.Surface(kit.NewParagraph(env, s.long, kit.StyleBody)), kit.Surface(kit.NewParagraph(env, s.sentence, kit.StyleMuted))
	return kit.Column(
		kit.NewMenuBar(env, menus(s)),
		toolbar(env, s), kit.MaxWidth(env, 360, toolbar(env, s)),
		manyTabs(env, s), wide(env, s),
		tall(150, kit.Split(env, start, end, 0.4)),
		kit.Columns(env, 400,
			kit.NewCard(env, s.title, kit.NewEmptyState(env, fynetheme.FolderIcon(), s.reason,
				kit.NewButton(env, kit.ButtonOptions{Text: s.more, Kind: kit.ButtonPrimary}))),
			kit.NewCard(env, s.title, tall(160, kit.Column(banner))),
		),
	)
}

func menus(s sample) []kit.Menu {
	items := func() []kit.MenuItem {
		return []kit.MenuItem{
			{Label: s.more, Icon: fynetheme.ContentAddIcon(), Shortcut: &fyne.ShortcutCopy{}},
			{Label: s.save, Disabled: s.reason},
			{Separator: true},
			{Label: s.parent, Items: []kit.MenuItem{{Label: s.typed, Checked: true}, {Label: s.sentence}}},
		}
	}
	return []kit.Menu{{Label: s.parent, Items: items}, {Label: s.child, Items: items}}
}

// toolbar has more actions than fit in a narrow window.
func toolbar(env *kit.Env, s sample) fyne.CanvasObject {
	tool := func(text string, icon fyne.Resource, only bool) *kit.Tool {
		return kit.NewTool(env, kit.ToolOptions{Text: text, Icon: icon, IconOnly: only})
	}
	off := tool(s.save, fynetheme.DocumentSaveIcon(), false)
	off.Disable(s.reason)
	return kit.NewToolbar(env,
		tool(s.more, fynetheme.ContentAddIcon(), false), off, kit.Separator(),
		tool(s.undo, fynetheme.ContentUndoIcon(), true), tool(s.child, fynetheme.MailComposeIcon(), false),
		kit.Spacer(), tool(s.remove, fynetheme.DeleteIcon(), false),
	)
}

// wide is a line that is scrolled to its end.
func wide(env *kit.Env, s sample) fyne.CanvasObject {
	line := kit.Row(env)
	for range 4 {
		for _, city := range s.cities {
			line.Add(kit.NewBadge(env, city, kit.ToneInfo))
		}
	}
	return tall(44, kit.ScrollAcross(env, line))
}

// manyTabs has more titles than fit.
func manyTabs(env *kit.Env, s sample) fyne.CanvasObject {
	var all []kit.Tab
	for _, city := range append(s.segments, s.cities...) {
		all = append(all, kit.Tab{Key: city, Title: city, Content: kit.Pad(8, kit.NewLabel(env, city, kit.StyleBody))})
	}
	t := kit.NewTabs(env, all, nil)
	t.SetBadge(all[1].Key, env.Printer.Int(12))
	t.SetSelected(all[1].Key)
	return t
}
