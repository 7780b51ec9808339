package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"

	"athar/domain/calendar"
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

// systemRegion returns the code of the desktop's region, as in ar-EG; "" when its
// locale names none.
func systemRegion() string {
	all, err := locale.GetLocales()
	if err != nil {
		return ""
	}
	return regionIn(all)
}

// regionIn returns the code of the first region that locales name.
func regionIn(locales []string) string {
	for _, l := range locales {
		tag, err := language.Parse(l)
		if err != nil {
			continue
		}
		// Of a bare language, Region makes a guess.
		if region, sure := tag.Region(); sure == language.Exact && calendar.IsRegion(region.String()) {
			return region.String()
		}
	}
	return ""
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
