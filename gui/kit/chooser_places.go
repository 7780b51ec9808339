package kit

import (
	"os"
	"path/filepath"
	"strings"
)

// place kinds decide icon and name.
type placeKind int

const (
	placeHome placeKind = iota
	placeDesktop
	placeDocuments
	placeDownloads
	placeDrive
	placeRecent
)

// chooserPlace is a folder that is one press away.
type chooserPlace struct {
	kind placeKind
	name string // of drives and recent folders; the others have words
	path string
}

// placeFinder looks for the places of a computer. Its fields are what differs
// from one to the next.
type placeFinder struct {
	goos  string
	home  string
	user  string
	env   func(string) string
	media []string // folders in which removable drives appear
}

// find returns the places that exist, the usual folders first.
func (f placeFinder) find() []chooserPlace {
	var found []chooserPlace
	seen := map[string]bool{}
	add := func(kind placeKind, name, path string) {
		if path == "" || seen[path] || !isFolder(path) {
			return
		}
		seen[path] = true
		found = append(found, chooserPlace{kind, name, path})
	}
	add(placeHome, "", f.home)
	add(placeDesktop, "", f.userDir("DESKTOP", "Desktop"))
	add(placeDocuments, "", f.userDir("DOCUMENTS", "Documents"))
	add(placeDownloads, "", f.userDir("DOWNLOAD", "Downloads"))
	for _, path := range f.drives() {
		name := filepath.Base(path)
		if f.goos == "windows" {
			name = strings.TrimSuffix(path, `\`)
		}
		add(placeDrive, name, path)
	}
	return found
}

// userDir is where a usual folder is: the desktop says so in a file, because
// people have it in their own language; else it is in the home folder.
func (f placeFinder) userDir(xdg, usual string) string {
	if f.home == "" {
		return ""
	}
	if f.goos != "windows" && f.goos != "darwin" {
		config := f.env("XDG_CONFIG_HOME")
		if config == "" {
			config = filepath.Join(f.home, ".config")
		}
		data, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs"))
		if path := parseUserDirs(data, f.home)[xdg]; err == nil && path != "" && path != f.home {
			return path
		}
	}
	return filepath.Join(f.home, usual)
}

// parseUserDirs reads the file of the XDG user directories: lines such as
//
//	XDG_DESKTOP_DIR="$HOME/Desktop"
//
// and returns the folders by the word in the middle. Lines that are anything
// else are passed over, as xdg-user-dirs itself does.
func parseUserDirs(data []byte, home string) map[string]string {
	dirs := map[string]string{}
	for line := range strings.Lines(string(data)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		name, isDir := strings.CutSuffix(strings.TrimSpace(key), "_DIR")
		name, isXDG := strings.CutPrefix(name, "XDG_")
		value = strings.TrimSpace(value)
		if !ok || !isDir || !isXDG || len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
			continue
		}
		value = strings.ReplaceAll(value[1:len(value)-1], `\"`, `"`)
		switch {
		case value == "$HOME" || strings.HasPrefix(value, "$HOME/"):
			dirs[name] = filepath.Join(home, strings.TrimPrefix(value, "$HOME"))
		case filepath.IsAbs(value):
			dirs[name] = filepath.Clean(value)
		}
	}
	return dirs
}

// drives are the removable drives that are there now.
func (f placeFinder) drives() []string {
	var paths []string
	if f.goos == "windows" {
		for letter := 'C'; letter <= 'Z'; letter++ { // A and B would start a floppy drive
			paths = append(paths, string(letter)+`:\`)
		}
		return paths
	}
	for _, root := range f.media {
		entries, err := os.ReadDir(root)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if e.Name() != f.user && !strings.HasPrefix(e.Name(), ".") {
				paths = append(paths, filepath.Join(root, e.Name()))
			}
		}
	}
	return paths
}

// mediaRoots are the folders in which a system shows removable drives.
func mediaRoots(goos, user string) []string {
	switch goos {
	case "windows":
		return nil
	case "darwin":
		return []string{"/Volumes"}
	}
	roots := []string{"/media"}
	if user != "" {
		roots = append(roots, filepath.Join("/media", user), filepath.Join("/run/media", user))
	}
	return roots
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
