package persistence

import (
	"os"
	"path/filepath"
)

// maxNames is how many names are looked at in a folder for those of a service.
const maxNames = 20_000

// siteFacts gathers what is known of a folder.
func siteFacts(dir string) facts {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	f := facts{env: os.Getenv, names: namesIn, paths: []string{filepath.ToSlash(dir)}}
	home, _ := os.UserHomeDir()
	f.home = filepath.ToSlash(home)
	there, rest := nearest(dir)
	if real, err := filepath.EvalSymlinks(there); err == nil {
		f.paths = append(f.paths, filepath.ToSlash(filepath.Join(real, rest)))
		there = real
	}
	f.askSystem(there)
	return f
}

// nearest splits a folder into what there is of it and what there is not yet.
func nearest(dir string) (there, rest string) {
	for there = dir; ; there = filepath.Dir(there) {
		if _, err := os.Stat(there); err == nil || there == filepath.Dir(there) {
			rest, _ = filepath.Rel(there, dir)
			return there, rest
		}
	}
}

func namesIn(dir string) []string {
	f, err := os.Open(filepath.FromSlash(dir) + string(filepath.Separator)) // C: alone is another folder
	if err != nil {
		return nil
	}
	defer f.Close()
	names, _ := f.Readdirnames(maxNames)
	return names
}
