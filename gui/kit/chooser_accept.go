package kit

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/i18n"
)

// update says below the list what is chosen, and whether that can be accepted.
func (c *chooser) update() {
	switch {
	case c.o.Multiple && len(c.ticked) > 0:
		c.summary.SetText(c.env.Printer.N("kit.chooser_ticked", len(c.ticked)))
	case c.busy:
		c.summary.SetText("")
	default:
		c.summary.SetText(c.env.Printer.N("kit.chooser_count", len(c.entries)))
	}
	if c.dialog == nil {
		return
	}
	switch {
	case c.o.Folder:
		c.dialog.SetAcceptEnabled(true, "")
	case c.o.Save:
		c.dialog.SetAcceptEnabled(c.name.Text() != "", c.env.T("kit.chooser_needs_name"))
	default:
		c.dialog.SetAcceptEnabled(c.current >= 0 || len(c.ticked) > 0, c.env.T("kit.chooser_needs_file"))
	}
}

// accept ends the choosing, or goes into the folder that is selected.
func (c *chooser) accept() bool {
	switch {
	case c.o.Folder:
		c.finish([]string{c.folder})
	case c.o.Save:
		c.save()
	case len(c.ticked) > 0:
		c.finish(c.tickedPaths())
	case c.current >= 0 && c.entries[c.current].folder:
		c.open(filepath.Join(c.folder, c.entries[c.current].name))
	case c.current >= 0:
		c.finish([]string{filepath.Join(c.folder, c.entries[c.current].name)})
	}
	return false
}

// tickedPaths are in the order in which they are shown.
func (c *chooser) tickedPaths() []string {
	var paths []string
	for _, e := range c.entries {
		if c.ticked[e.name] {
			paths = append(paths, filepath.Join(c.folder, e.name))
		}
	}
	return paths
}

// finish closes first: what happens next may want to open a dialog of its own.
func (c *chooser) finish(paths []string) {
	c.dialog.Close()
	if c.o.OnChosen != nil {
		c.o.OnChosen(slices.Clip(paths))
	}
}

// save checks the name and asks before a file is replaced.
func (c *chooser) save() {
	name := withExtension(c.name.Text(), c.o.Extensions)
	if !isFileName(name) {
		c.setProblem(c.name, c.env.T("kit.chooser_bad_name"))
		c.name.Focus()
		return
	}
	path := filepath.Join(c.folder, name)
	info, err := os.Lstat(path)
	switch {
	case err == nil && info.IsDir():
		c.setProblem(c.name, c.env.T("kit.chooser_is_folder"))
		c.name.Focus()
	case err == nil:
		Confirm(c.env, c.env.T("kit.chooser_replace_title"), c.env.T("kit.chooser_replace", "name", i18n.Island(name)),
			c.env.T("kit.chooser_replace_button"), true, func() { c.finish([]string{path}) })
	default:
		c.finish([]string{path})
	}
}

// showRow shows an entry. Size and day are asked of the system here, for the
// visible rows only.
func (c *chooser) showRow(i int, o fyne.CanvasObject) {
	row, e := o.(*chooserRow), c.entries[i]
	row.folder = e.folder
	icon, bytes, day := fynetheme.FileIcon(), "", ""
	if e.folder {
		icon = fynetheme.FolderIcon()
	}
	if info, err := e.entry.Info(); err == nil {
		day = c.env.Printer.Date(info.ModTime())
		if !e.folder {
			bytes = c.env.Printer.Bytes(info.Size())
		}
	}
	row.show(icon, safeName(e.name), bytes, day, c.ticked[e.name])
}

func (c *chooser) placeName(p chooserPlace) string {
	switch p.kind {
	case placeHome:
		return c.env.T("kit.chooser_home")
	case placeDesktop:
		return c.env.T("kit.chooser_desktop")
	case placeDocuments:
		return c.env.T("kit.chooser_documents")
	case placeDownloads:
		return c.env.T("kit.chooser_downloads")
	}
	return safeName(p.name)
}

func placeIcon(kind placeKind) fyne.Resource {
	switch kind {
	case placeHome:
		return fynetheme.HomeIcon()
	case placeDesktop:
		return fynetheme.DesktopIcon()
	case placeDocuments:
		return fynetheme.DocumentIcon()
	case placeDownloads:
		return fynetheme.DownloadIcon()
	case placeDrive:
		return fynetheme.StorageIcon()
	}
	return fynetheme.HistoryIcon()
}
