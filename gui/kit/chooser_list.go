package kit

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"athar/domain/text"
)

// chooserEntry is a file or folder in the list.
type chooserEntry struct {
	name   string // as the system has it; maybe no valid text
	folder bool
	entry  fs.DirEntry
	key    string // for sorting
}

// readFolder lists a folder: folders first, then the files with one of the
// extensions (all files when there are none), both in the order of their
// names. Hidden ones are left out. Sizes and dates are not asked for: with tens
// of thousands of files on a slow drive that takes minutes, and only what is
// visible needs them.
func readFolder(path string, extensions []string) ([]chooserEntry, error) {
	all, err := os.ReadDir(path)
	if err != nil && len(all) == 0 {
		return nil, err
	}
	entries := make([]chooserEntry, 0, len(all))
	for _, e := range all {
		folder := e.IsDir() || leadsToFolder(path, e)
		if isHidden(e.Name()) || !folder && !hasExtension(e.Name(), extensions) {
			continue
		}
		entries = append(entries, chooserEntry{name: e.Name(), folder: folder, entry: e, key: text.Fold(e.Name())})
	}
	slices.SortFunc(entries, compareEntries)
	return entries, nil
}

// entryOrder is what the entries of a folder are sorted by.
type entryOrder string

const (
	byName entryOrder = "name"
	byDay  entryOrder = "day"  // the newest first
	bySize entryOrder = "size" // the largest first
)

// sortEntries sorts what readFolder returned in another order than that of names,
// folders before files. Only here is the system asked about each of them.
func sortEntries(entries []chooserEntry, order entryOrder) {
	if order == byName {
		return
	}
	keys := make(map[string]int64, len(entries))
	for _, e := range entries {
		info, err := e.entry.Info()
		switch {
		case err != nil:
		case order == byDay:
			keys[e.name] = info.ModTime().UnixNano()
		case !e.folder:
			keys[e.name] = info.Size()
		}
	}
	slices.SortStableFunc(entries, func(a, b chooserEntry) int {
		return cmp.Or(foldersFirst(a, b), cmp.Compare(keys[b.name], keys[a.name]))
	})
}

func compareEntries(a, b chooserEntry) int {
	return cmp.Or(foldersFirst(a, b), compareNatural(a.key, b.key), cmp.Compare(a.name, b.name))
}

func foldersFirst(a, b chooserEntry) int {
	switch {
	case a.folder == b.folder:
		return 0
	case a.folder:
		return -1
	}
	return 1
}

// compareNatural puts "week 2" before "week 10".
func compareNatural(a, b string) int {
	for a != "" && b != "" {
		if isDigit(a[0]) && isDigit(b[0]) {
			m, n := digits(a), digits(b)
			x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[m:], b[n:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0]) // UTF-8 sorts by bytes as by runes
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digits counts the digits at the beginning.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// leadsToFolder follows a link.
func leadsToFolder(dir string, e fs.DirEntry) bool {
	return e.Type()&fs.ModeSymlink != 0 && isFolder(filepath.Join(dir, e.Name()))
}

func isHidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

// hasExtension compares without regard to capitals. The extensions may begin
// with a dot or not.
func hasExtension(name string, extensions []string) bool {
	if len(extensions) == 0 {
		return true
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc(extensions, func(e string) bool {
		return strings.HasSuffix(name, "."+strings.ToLower(strings.TrimPrefix(e, ".")))
	})
}

// safeName makes a file's name fit to be shown: bytes that are no text, control
// characters and marks that turn the reading direction (with which a file can
// pretend to have another extension) become a sign for "unknown".
func safeName(name string) string {
	if utf8.ValidString(name) && !strings.ContainsFunc(name, isUnsafe) {
		return name
	}
	return strings.Map(func(r rune) rune {
		if isUnsafe(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(name, string(utf8.RuneError)))
}

func isUnsafe(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp)
}

// cleanPath makes a path of what was typed or pasted: file managers give
// quotation marks and file:// addresses, people write ~ for their home.
func cleanPath(typed, home string) string {
	p := strings.TrimSpace(typed)
	if len(p) >= 2 && (p[0] == '"' || p[0] == '\'') && p[len(p)-1] == p[0] {
		p = p[1 : len(p)-1]
	}
	if rest, ok := strings.CutPrefix(p, "file://"); ok {
		p = unescape(rest)
	}
	if p == "~" || strings.HasPrefix(p, "~/") {
		p = filepath.Join(home, p[1:])
	}
	if p == "" {
		return ""
	}
	return filepath.Clean(p)
}

// unescape undoes the %20 of addresses and leaves what is none.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, okHi := hexValue(s[i+1])
			lo, okLo := hexValue(s[i+2])
			if okHi && okLo {
				b.WriteByte(hi<<4 | lo)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func hexValue(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// isFileName reports whether a name can be given to a file on every system the
// file may travel to.
func isFileName(name string) bool {
	switch {
	case name == "" || name == "." || name == ".." || len(name) > 255:
		return false
	case strings.ContainsAny(name, `/\<>:"|?*`) || strings.ContainsFunc(name, isUnsafe) || !utf8.ValidString(name):
		return false
	}
	return !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ")
}

// withExtension adds the first extension to a name that has none of them.
func withExtension(name string, extensions []string) string {
	if len(extensions) == 0 || hasExtension(name, extensions) {
		return name
	}
	return name + "." + strings.TrimPrefix(extensions[0], ".")
}
