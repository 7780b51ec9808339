package dictionaries

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/spelling"
)

// What is looked at, however full a folder is.
const (
	maxFolders = 500
	maxFiles   = 2000 // in one folder
)

// Found is a dictionary: two files of one name.
type Found struct {
	Name string // as the files are called, "en_US"
	Lang string // "en"
	Area string // "US", "" when the name has none
	Aff  string // path
	Dic  string // path
}

// Find returns the dictionaries in the folders, in their order and by name within each.
// Of several names for one file, which Debian has for Arabic, the shortest is kept. What
// cannot be read is passed over: it is as if it were not there.
func Find(folders []string) []Found {
	var found []Found
	seen := map[string]bool{} // real paths of .dic files
	for _, folder := range expanded(folders) {
		list := in(folder)
		slices.SortStableFunc(list, func(a, b Found) int { return len(a.Name) - len(b.Name) })
		kept := list[:0]
		for _, f := range list {
			real, err := filepath.EvalSymlinks(f.Dic)
			if err != nil || seen[real] {
				continue
			}
			seen[real] = true
			kept = append(kept, f)
		}
		slices.SortFunc(kept, func(a, b Found) int { return strings.Compare(a.Name, b.Name) })
		found = append(found, kept...)
	}
	return found
}

// Named returns what the name of a dictionary's files says of it: its language and
// area, or no language when the name has none.
func Named(name string) Found {
	lang, area := codes(name)
	return Found{Name: name, Lang: lang, Area: area}
}

// Choose returns the dictionary for a language: that of the area, else that of the area
// whose spelling is usual, else one for no area, else the first one.
func Choose(found []Found, lang, area string) (Found, bool) {
	for _, fits := range []func(Found) bool{
		func(f Found) bool { return area != "" && f.Area == area },
		func(f Found) bool { return f.Area != "" && f.Area == usual[lang] },
		func(f Found) bool { return f.Area == "" },
		func(Found) bool { return true },
	} {
		if i := slices.IndexFunc(found, func(f Found) bool { return f.Lang == lang && fits(f) }); i >= 0 {
			return found[i], true
		}
	}
	return Found{}, false
}

// usual is the area whose spelling is taken where nobody said which.
var usual = map[string]string{"en": "US", "fr": "FR", "es": "ES", "pt": "PT", "de": "DE"}

// Read returns the bytes of the two files. Errors are *domain.Error with ErrFileRead or
// ErrFileTooBig.
func (f Found) Read() (aff, dic []byte, err error) {
	if aff, err = read(f.Aff, spelling.MaxAff); err != nil {
		return nil, nil, err
	}
	if dic, err = read(f.Dic, spelling.MaxDic); err != nil {
		return nil, nil, err
	}
	return aff, dic, nil
}

// read reads a file of at most limit bytes. A pipe or a device is refused before it is
// opened: opening it could wait for ever.
func read(path string, limit int) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file")
	}
	if err != nil {
		return nil, &domain.Error{Code: domain.ErrFileRead, Args: map[string]any{"file": name}, Err: err}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &domain.Error{Code: domain.ErrFileRead, Args: map[string]any{"file": name}, Err: err}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, int64(limit)+1))
	if err != nil {
		return nil, &domain.Error{Code: domain.ErrFileRead, Args: map[string]any{"file": name}, Err: err}
	}
	if len(data) > limit {
		return nil, &domain.Error{Code: domain.ErrFileTooBig, Args: map[string]any{"file": name, "limit": limit}}
	}
	return data, nil
}

// expanded returns the folders without stars, each with the folders in it: LibreOffice
// keeps some of its dictionaries one level down.
func expanded(folders []string) []string {
	var all []string
	for _, folder := range folders {
		matches := []string{folder}
		if strings.Contains(folder, "*") {
			matches, _ = filepath.Glob(folder)
		}
		for _, dir := range matches {
			all = append(all, dir)
			for _, e := range entries(dir) {
				if e.IsDir() {
					all = append(all, filepath.Join(dir, e.Name()))
				}
			}
		}
		if len(all) > maxFolders {
			return all[:maxFolders]
		}
	}
	return all
}

// in returns the dictionaries in one folder.
func in(folder string) []Found {
	var found []Found
	names := map[string]bool{}
	list := entries(folder)
	for _, e := range list {
		names[e.Name()] = true
	}
	for _, e := range list {
		name, ok := strings.CutSuffix(e.Name(), ".dic")
		if !ok || !names[name+".aff"] || e.IsDir() {
			continue
		}
		if lang, area := codes(name); lang != "" {
			path := filepath.Join(folder, name)
			found = append(found, Found{name, lang, area, path + ".aff", path + ".dic"})
		}
	}
	return found
}

// entries returns what is in a folder, up to maxFiles.
func entries(folder string) []fs.DirEntry {
	dir, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer dir.Close()
	list, err := dir.ReadDir(maxFiles)
	if err != nil {
		return nil
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list
}

// codes reads the language and the area in a name such as "en_US", "pt-BR",
// "de_DE_frami" or "fr-classique". A name that begins with no language has none.
func codes(name string) (lang, area string) {
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 || !letters(parts[0]) {
		return "", ""
	}
	for _, part := range parts[1:] {
		if len(part) == 2 && letters(part) {
			return strings.ToLower(parts[0]), strings.ToUpper(part)
		}
	}
	return strings.ToLower(parts[0]), ""
}

func letters(s string) bool {
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == ""
}
