package kit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/i18n"
	"athar/gui/theme"
)

// ChooserOptions says which files are to be chosen.
type ChooserOptions struct {
	Title      string
	Extensions []string // with or without a dot; none means all files
	Multiple   bool
	// Folder asks for a folder: the one that is shown when accepted.
	Folder bool
	// Save asks for a folder and a name, and warns before a file is replaced.
	Save     bool
	FileName string // proposed name when saving
	Start    string // folder to begin in; "" for Documents or home
	Recent   []string
	// OnChosen gets at least one path. It is not called when the person cancels.
	OnChosen func(paths []string)
}

// ChooseFiles opens the file chooser. It is our own because the toolkit's is
// written from the left in every language.
func ChooseFiles(env *Env, o ChooserOptions) {
	newChooser(env, o, findPlaces()).launch()
}

// launch opens the dialog.
func (c *chooser) launch() {
	accept := c.env.T("kit.open")
	switch {
	case c.o.Save:
		accept = c.env.T("kit.save")
	case c.o.Folder:
		accept = c.env.T("kit.chooser_use_folder")
	}
	c.dialog = ShowDialog(c.env, DialogOptions{
		Title: c.o.Title, Content: c.content(), Accept: accept, OnAccept: c.accept,
		closed:  c.env.catchDrops(c.dropped),
		MinSize: fyne.NewSize(24*size(theme.Space32), 13*size(theme.Space32)),
	})
	c.begin()
}

// findPlaces looks at this computer.
func findPlaces() []chooserPlace {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	user := filepath.Base(home)
	return placeFinder{
		goos: runtime.GOOS, home: home, user: user, env: os.Getenv, media: mediaRoots(runtime.GOOS, user),
	}.find()
}

// chooser is an open file chooser.
type chooser struct {
	env    *Env
	o      ChooserOptions
	dialog *Dialog
	places []chooserPlace

	folder   string
	reading  int    // counts the folders that were opened: only the last is shown
	busy     bool   // it is being read
	towards  string // the entry to go to once it has been read, "" for none
	wanted   string // the same when it was typed, and so is to be chosen
	order    entryOrder
	entries  []chooserEntry
	current  int             // the row under the keyboard, -1 for none
	ticked   map[string]bool // names in folder
	allFiles bool            // the filter is off

	path      *Field
	name      *Field // when saving
	list      *List
	placeList *List
	note      *Paragraph // why the list is empty
	summary   *Label
	body      *fyne.Container
}

func newChooser(env *Env, o ChooserOptions, places []chooserPlace) *chooser {
	c := &chooser{env: env, o: o, places: places, current: -1, ticked: map[string]bool{}, order: byName}
	for _, path := range o.Recent {
		if !isFolder(path) {
			path = filepath.Dir(path)
		}
		known := slices.ContainsFunc(c.places, func(p chooserPlace) bool { return p.path == path })
		if !known && isFolder(path) {
			c.places = append(c.places, chooserPlace{placeRecent, filepath.Base(path), path})
		}
	}
	c.path = NewField(env, FieldOptions{Placeholder: env.T("kit.chooser_path"), OnSubmitted: c.goTyped, OwnUndo: true})
	c.placeList = NewList(env, ListOptions{
		Count: func() int { return len(c.places) },
		Row:   func() fyne.CanvasObject { return newChooserRow(env, false, false) },
		Update: func(i int, o fyne.CanvasObject) {
			p := c.places[i]
			row := o.(*chooserRow)
			row.folder = true
			row.show(placeIcon(p.kind), c.placeName(p), "", "", false)
		},
		OnSelected: func(i int) { c.open(c.places[i].path) },
	})
	c.list = NewList(env, ListOptions{
		Count:       func() int { return len(c.entries) },
		Row:         func() fyne.CanvasObject { return newChooserRow(env, o.Multiple, true) },
		Update:      c.showRow,
		OnSelected:  c.selected,
		OnActivated: c.activated,
	})
	c.list.rows.onKey = c.key
	c.list.rows.onRune = c.jump
	if o.Multiple {
		c.list.rows.onPressed = c.toggle
		c.list.rows.onShortcut = c.shortcut
	}
	c.note = NewParagraph(env, "", StyleMuted)
	c.summary = NewLabel(env, "", StyleCaption)
	if o.Save {
		c.name = NewField(env, FieldOptions{Text: o.FileName, OwnUndo: true, MaxRunes: 200, OnChanged: func(string) {
			c.setProblem(c.name, "")
			c.update()
		}})
	}
	return c
}

// content puts the parts together.
func (c *chooser) content() fyne.CanvasObject {
	env := c.env
	up := NewButton(env, ButtonOptions{Text: env.T("kit.chooser_up"), Icon: fynetheme.MoveUpIcon(), OnTapped: c.up})
	top := Border(env, nil, nil, up, nil, c.path)
	var below []fyne.CanvasObject
	if c.o.Save {
		below = append(below, NewFormItem(env, env.T("kit.chooser_name"), "", c.name))
	}
	var options []fyne.CanvasObject
	if len(c.o.Extensions) > 0 {
		options = append(options, NewCheck(env, env.T("kit.chooser_all_files"), c.setAllFiles))
	}
	if c.o.Multiple {
		options = append(options, NewButton(env, ButtonOptions{
			Text: env.T("kit.chooser_select_all"), Kind: ButtonQuiet, OnTapped: c.tickAll,
		}))
	}
	order := NewChoice(env, []Option{
		{string(byName), env.T("kit_chooser.by_name")}, {string(byDay), env.T("kit_chooser.by_day")}, {string(bySize), env.T("kit_chooser.by_size")},
	}, c.setOrder)
	order.SetValue(string(c.order))
	below = append(below, Flow(env, append([]fyne.CanvasObject{Row(env, NewLabel(env, env.T("kit_chooser.order"), StyleMuted), order)}, options...)...))
	if !c.o.Save && !c.o.Folder {
		below = append(below, NewLabel(env, env.T("kit_chooser.drop"), StyleCaption))
	}
	below = append(below, c.summary)
	files := Stack(c.list, Pad(16, c.note))
	c.body = Border(env, top, Column(below...), nil, nil, Split(env, c.placeList, files, 0.24))
	return c.body
}

// begin opens the first folder and puts the keyboard where it is needed.
func (c *chooser) begin() {
	start := c.o.Start
	for _, kind := range []placeKind{placeDocuments, placeHome} {
		i := slices.IndexFunc(c.places, func(p chooserPlace) bool { return p.kind == kind })
		if !isFolder(start) && i >= 0 {
			start = c.places[i].path
		}
	}
	if !isFolder(start) {
		start = string(filepath.Separator)
	}
	c.open(start)
	if c.o.Save {
		c.name.Focus()
		return
	}
	c.list.Focus()
}

// open shows a folder. One that cannot be read is shown with the reason, so that
// the person sees where they are.
func (c *chooser) open(folder string) {
	c.folder, c.busy = folder, true
	c.reading++
	turn, extensions, order := c.reading, c.o.Extensions, c.order
	if c.allFiles {
		extensions = nil
	}
	c.show(nil, nil)
	c.path.SetText(safeName(folder))
	c.setProblem(c.path, "")
	c.placeList.Select(slices.IndexFunc(c.places, func(p chooserPlace) bool { return p.path == folder }))
	var entries []chooserEntry
	var err error
	c.env.inBackground(func() {
		entries, err = readFolder(folder, extensions)
		if c.o.Folder {
			entries = slices.DeleteFunc(entries, func(e chooserEntry) bool { return !e.folder })
		}
		sortEntries(entries, order)
	}, func() {
		if turn != c.reading { // another one was opened since
			return
		}
		c.busy = false
		c.show(entries, err)
		c.arrive()
	})
}

// show puts entries on show, or why there are none.
func (c *chooser) show(entries []chooserEntry, err error) {
	c.entries = entries
	clear(c.ticked)
	c.current = -1
	c.list.Unselect()
	c.list.rows.scrollTo(0)
	c.list.Refresh()
	c.note.SetText(c.why(err))
	c.update()
}

// why says in words why no file is shown.
func (c *chooser) why(err error) string {
	switch {
	case c.busy:
		return c.env.T("kit_chooser.reading")
	case errors.Is(err, fs.ErrPermission):
		return c.env.T("kit.chooser_denied")
	case errors.Is(err, fs.ErrNotExist):
		return c.env.T("kit.chooser_gone")
	case err != nil:
		return c.env.T("kit.chooser_unreadable")
	case len(c.entries) > 0:
		return ""
	case len(c.o.Extensions) > 0 && !c.allFiles:
		return c.env.T("kit.chooser_no_match", "types", i18n.Island(c.types()))
	}
	return c.env.T("kit.chooser_empty")
}

func (c *chooser) types() string {
	list := make([]string, len(c.o.Extensions))
	for i, e := range c.o.Extensions {
		list[i] = "." + strings.TrimPrefix(e, ".")
	}
	return strings.Join(list, " ")
}

// setProblem shows what is wrong with a field and makes room for it.
func (c *chooser) setProblem(f *Field, sentence string) {
	before := f.MinSize().Height
	f.SetProblem(sentence)
	if f.MinSize().Height != before && c.body != nil {
		c.body.Refresh()
	}
}

func (c *chooser) setAllFiles(all bool) {
	c.allFiles = all
	c.open(c.folder)
}

func (c *chooser) setOrder(order string) {
	c.order = entryOrder(order)
	c.open(c.folder)
}
