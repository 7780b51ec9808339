package persistence

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// CopyFolders returns folders of this person that a service copies to other
// computers. They are no places for a store and good ones for copies of a backup.
func CopyFolders() []string {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	return copyFolders(facts{home: home, env: os.Getenv, names: namesIn}, isDir)
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func copyFolders(f facts, isDir func(string) bool) []string {
	var out []string
	add := func(dir string) {
		if dir != "" && isDir(dir) && !slices.Contains(out, dir) {
			out = append(out, dir)
		}
	}
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		add(f.env(name))
	}
	names := f.names(f.home)
	slices.Sort(names)
	for _, name := range names {
		if serviceNamed(name, true) != "" {
			add(filepath.Join(f.home, name))
		}
	}
	add(filepath.Join(f.home, "Library", "Mobile Documents", "com~apple~CloudDocs"))
	clouds := filepath.Join(f.home, "Library", "CloudStorage")
	names = f.names(clouds)
	slices.Sort(names)
	for _, name := range names {
		if !strings.HasPrefix(name, ".") {
			add(filepath.Join(clouds, name))
		}
	}
	return out
}
