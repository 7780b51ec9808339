package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/jeandeaual/go-locale"
)

// defaultDataDir returns where the data lives unless --data says otherwise:
// where the system wants the data of programs to be (on Linux the XDG Base
// Directory Specification).
func defaultDataDir() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LOCALAPPDATA"); dir != "" {
			return filepath.Join(dir, "Athar")
		}
		return filepath.Join(home, "AppData", "Local", "Athar")
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Athar")
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "athar")
	}
	return filepath.Join(home, ".local", "share", "athar")
}

// systemLang returns the desktop's language, or English for languages Athar
// does not speak.
func systemLang() string {
	all, err := locale.GetLocales()
	if err != nil {
		return "en"
	}
	for _, l := range all {
		switch {
		case strings.HasPrefix(l, "ar"):
			return "ar"
		case strings.HasPrefix(l, "en"):
			return "en"
		}
	}
	return "en"
}
