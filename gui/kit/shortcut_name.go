package kit

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ShortcutName writes a shortcut as keys: "Ctrl+Shift+N". The names are those
// printed on the keys, also on Arabic keyboards.
func ShortcutName(s fyne.Shortcut) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var b strings.Builder
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
		{fyne.KeyModifierSuper, superName() + "+"},
	} {
		if k.Mod()&m.bit != 0 {
			b.WriteString(m.name)
		}
	}
	return b.String() + keyName(k.Key())
}

// superName is what the system calls the fourth modifier key.
func superName() string {
	if runtime.GOOS == "darwin" {
		return "Cmd"
	}
	return "Super"
}

func keyName(k fyne.KeyName) string {
	switch k {
	case fyne.KeyEscape:
		return "Esc"
	case fyne.KeyDelete:
		return "Del"
	case fyne.KeyReturn, fyne.KeyEnter:
		return "Enter"
	case fyne.KeyPageUp:
		return "PgUp"
	case fyne.KeyPageDown:
		return "PgDn"
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case desktop.KeyMenu:
		return "Menu"
	}
	return string(k)
}
