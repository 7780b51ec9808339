package dictionaries

import (
	"path/filepath"
	"slices"
	"strings"
)

// System is what is asked of the computer, so that each system can be tried on any.
type System struct {
	Name   string              // as runtime.GOOS
	Home   string              // the person's folder, "" if there is none
	Getenv func(string) string // as os.Getenv
}

// Folders returns where dictionaries lie on a system, in the order in which they count:
// the folder of the person, if not "", then what environment variables name, then
// LibreOffice's and the system's. A folder may hold * for any name. Not all exist.
func Folders(s System, own string) []string {
	list := []string{own}
	list = append(list, filepath.SplitList(s.Getenv("DICPATH"))...)
	switch s.Name {
	case "windows":
		list = append(list, s.windows()...)
	case "darwin":
		list = append(list, s.mac()...)
	default:
		list = append(list, s.unix()...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(dir string) bool {
		double := seen[dir]
		seen[dir] = true
		return double || !s.absolute(dir)
	})
}

// absolute reports whether a folder does not depend on where the program was started:
// anything can lie there.
func (s System) absolute(dir string) bool {
	if s.Name == "windows" {
		return len(dir) > 2 && dir[1] == ':' || strings.HasPrefix(dir, `\\`)
	}
	return strings.HasPrefix(dir, "/")
}

func (s System) unix() []string {
	data := s.Getenv("XDG_DATA_HOME")
	if data == "" {
		data = s.under(s.Home, ".local", "share")
	}
	config := s.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = s.under(s.Home, ".config")
	}
	list := []string{
		s.under(data, "hunspell"),
		s.under(config, "libreoffice", "4", "user", "uno_packages", "cache", "uno_packages", "*", "*.oxt"),
	}
	dirs := s.Getenv("XDG_DATA_DIRS")
	if dirs == "" {
		dirs = "/usr/local/share:/usr/share"
	}
	for dir := range strings.SplitSeq(dirs, ":") {
		list = append(list, s.under(dir, "hunspell"), s.under(dir, "myspell"), s.under(dir, "myspell", "dicts"))
	}
	return append(list,
		"/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts",
		"/run/host/usr/share/hunspell", // the system's, seen from within Flatpak
		"/usr/lib/libreoffice/share/extensions/dict-*",
		"/usr/lib64/libreoffice/share/extensions/dict-*",
		"/opt/libreoffice*/share/extensions/dict-*",
	)
}

func (s System) mac() []string {
	return []string{
		s.under(s.Home, "Library", "Spelling"),
		s.under(s.Home, "Library", "Application Support", "LibreOffice", "4", "user", "uno_packages", "cache", "uno_packages", "*", "*.oxt"),
		"/Library/Spelling",
		"/opt/homebrew/share/hunspell", "/usr/local/share/hunspell",
		"/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*",
	}
}

func (s System) windows() []string {
	list := []string{
		s.under(s.Getenv("LOCALAPPDATA"), "hunspell"),
		s.under(s.Getenv("APPDATA"), "LibreOffice", "4", "user", "uno_packages", "cache", "uno_packages", "*", "*.oxt"),
	}
	for _, variable := range []string{"ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"} {
		list = append(list, s.under(s.Getenv(variable), "LibreOffice", "share", "extensions", "dict-*"))
	}
	return list
}

// under joins names with the separator of the system; it returns "" for a folder that is
// not known.
func (s System) under(dir string, names ...string) string {
	if dir == "" {
		return ""
	}
	separator := "/"
	if s.Name == "windows" {
		separator = `\`
	}
	return strings.TrimRight(dir, separator) + separator + strings.Join(names, separator)
}
