package kit

import "fyne.io/fyne/v2"

// stepped returns where a key leads from the option that is chosen, -1 for none,
// and whether the key leads anywhere.
func stepped(env *Env, key fyne.KeyName, chosen, count int) (to int, ok bool) {
	switch key {
	case env.forward(), fyne.KeyDown:
		return min(chosen+1, count-1), true
	case env.backward(), fyne.KeyUp:
		return max(chosen-1, 0), true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return count - 1, true
	}
	return chosen, false
}

// digitPlace returns the place of the option that a digit from 1 to 9 stands
// for, or -1. Keyboards type Western, Arabic-Indic or Persian digits.
func digitPlace(key rune) int {
	for _, one := range []rune{'1', '١', '۱'} {
		if key >= one && key < one+9 {
			return int(key - one)
		}
	}
	return -1
}

// spoken says what something stands at to those who cannot see it. Either may
// be "".
func (e *Env) spoken(subject, value string) string {
	switch {
	case subject == "":
		return value
	case value == "":
		return subject
	}
	return e.T("kit.spoken", "subject", subject, "value", value)
}

// spokenState says what can be on or off, and which it is, to those who cannot
// see it.
func (e *Env) spokenState(name string, on bool) string {
	if on {
		return e.T("kit.spoken_on", "name", name)
	}
	return e.T("kit.spoken_off", "name", name)
}
