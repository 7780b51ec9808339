package kit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"athar/domain/text"
	"athar/gui/i18n"
)

// goTyped goes where the path field says.
func (c *chooser) goTyped(typed string) {
	home, _ := os.UserHomeDir()
	path := cleanPath(typed, home)
	if path != "" && !filepath.IsAbs(path) {
		path = filepath.Join(c.folder, path)
	}
	info, err := os.Stat(path)
	switch {
	case path == "" || err != nil:
		c.setProblem(c.path, c.env.T("kit.chooser_not_found"))
	case info.IsDir():
		c.open(path)
		c.list.Focus()
	default:
		c.wanted = filepath.Base(path)
		c.openAt(filepath.Dir(path), c.wanted)
		c.list.Focus()
	}
}

// selected follows the selection.
func (c *chooser) selected(i int) {
	c.current = i
	if e := c.entries[i]; c.o.Save && !e.folder {
		c.name.SetText(safeName(e.name))
		c.setProblem(c.name, "")
	}
	c.update()
}

// activated opens a folder or chooses a file.
func (c *chooser) activated(i int) {
	if c.entries[i].folder {
		c.open(filepath.Join(c.folder, c.entries[i].name))
		return
	}
	c.current = i
	c.dialog.doAccept()
}

// toggle ticks a file or takes the tick away.
func (c *chooser) toggle(i int) {
	e := c.entries[i]
	if e.folder {
		return
	}
	if c.ticked[e.name] {
		delete(c.ticked, e.name)
	} else {
		c.ticked[e.name] = true
	}
	c.list.RefreshRow(i)
	c.update()
}

// tickAll ticks every file that is shown, or none when all are ticked.
func (c *chooser) tickAll() {
	files := 0
	for _, e := range c.entries {
		if !e.folder {
			files++
		}
	}
	all := len(c.ticked) == files
	clear(c.ticked)
	for _, e := range c.entries {
		if !e.folder && !all {
			c.ticked[e.name] = true
		}
	}
	c.list.Refresh()
	c.update()
}

// shortcut is what Ctrl and a letter do in the list of files.
func (c *chooser) shortcut(s fyne.Shortcut) bool {
	_, all := s.(*fyne.ShortcutSelectAll)
	if all {
		c.tickAll()
	}
	return all
}

// key is what the list of files does differently from other lists.
func (c *chooser) key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyBackspace:
		c.up()
	case ev.Name == fyne.KeySpace && c.o.Multiple && c.current >= 0 && !c.entries[c.current].folder:
		c.toggle(c.current)
	default:
		return false
	}
	return true
}

// jump goes to the next entry that begins with the letter. What begins a path is
// typed into the field for one.
func (c *chooser) jump(r rune) {
	if r == '/' || r == '~' || r == filepath.Separator {
		c.path.SetText("")
		c.path.Focus()
		c.path.box.TypedRune(r)
		return
	}
	letter := text.Fold(string(r))
	if strings.TrimSpace(letter) == "" {
		return
	}
	for step := 1; step <= len(c.entries); step++ {
		i := (c.current + step) % len(c.entries)
		if strings.HasPrefix(c.entries[i].key, letter) {
			c.list.Select(i)
			c.selected(i)
			return
		}
	}
}

// dropped takes files that were dropped on the window: a folder is opened, files
// of the right kind are chosen.
func (c *chooser) dropped(paths []string) {
	if first := paths[0]; isFolder(first) {
		c.open(first)
		return
	}
	if c.o.Folder || c.o.Save {
		c.openAt(filepath.Dir(paths[0]), filepath.Base(paths[0]))
		return
	}
	var fit []string
	for _, path := range paths {
		if !isFolder(path) && (c.allFiles || hasExtension(path, c.o.Extensions)) {
			fit = append(fit, path)
		}
	}
	switch {
	case len(fit) == 0:
		c.setProblem(c.path, c.env.T("kit_chooser.drop_kind", "types", i18n.Island(c.types())))
	case c.o.Multiple:
		c.finish(fit)
	default:
		c.finish(fit[:1])
	}
}

// up shows the folder around, with the keyboard on the one that was left.
func (c *chooser) up() {
	if parent := filepath.Dir(c.folder); parent != c.folder {
		c.openAt(parent, filepath.Base(c.folder))
	}
}

// arrive goes to the entry that the folder was opened for, and ticks what was
// typed.
func (c *chooser) arrive() {
	c.moveTo(c.towards)
	if c.o.Multiple && c.wanted != "" && c.current >= 0 {
		c.toggle(c.current)
	}
	c.towards, c.wanted = "", ""
}

// openAt shows a folder with the selection on the entry of that name.
func (c *chooser) openAt(folder, name string) {
	c.towards = name
	c.open(folder)
}

// moveTo puts the selection on the entry of that name.
func (c *chooser) moveTo(name string) {
	i := slices.IndexFunc(c.entries, func(e chooserEntry) bool { return e.name == name })
	if i < 0 {
		return
	}
	c.list.Select(i)
	c.selected(i)
}
