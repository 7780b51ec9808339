package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget     = (*Secret)(nil)
	_ fyne.Accessible = (*Secret)(nil)
	_ preferring      = (*Secret)(nil)
	_ withProblem     = (*Secret)(nil)
	_ withSubject     = (*Secret)(nil)
)

// MaxSecret is the most runes that a secret has.
const MaxSecret = 256

// SecretOptions is what a secret is made from.
type SecretOptions struct {
	// Plain shows what is typed, as for a code that is read off a sheet of paper.
	Plain bool
	// OnChanged is told of every change, without the text. May be nil.
	OnChanged func()
	// OnSubmitted is told of Enter. May be nil.
	OnSubmitted func()
}

// Secret is a line to type a passphrase into. It shows dots, and the text itself
// while somebody asks for it. It can be pasted into; nothing comes out of it but
// Bytes. Under it stands which letters the keyboard writes, for a passphrase that
// is typed unseen on the wrong keyboard is the commonest of all mistakes.
//
// Whoever takes the bytes overwrites them, and calls Clear as soon as the secret
// is not needed any more. That wipes all that is held here. Copies which the
// toolkit and the collector of garbage may have made are out of reach.
type Secret struct {
	widget.BaseWidget
	env     *Env
	field   *Field
	letters *Label
	column  *fyne.Container

	plain     bool
	subject   string
	onChanged func()
}

// NewSecret makes an empty secret.
func NewSecret(env *Env, o SecretOptions) *Secret {
	s := &Secret{env: env, letters: NewLabel(env, "", StyleCaption), plain: o.Plain, onChanged: o.OnChanged}
	s.field = NewField(env, FieldOptions{OwnUndo: true, MaxRunes: MaxSecret})
	s.field.hide(s)
	s.field.box.mask.shown = o.Plain
	s.field.box.onChanged = s.changed
	s.field.box.onSubmitted = o.OnSubmitted
	s.sign()
	s.column = ColumnTight(s.field, s.letters)
	s.ExtendBaseWidget(s)
	return s
}

// hide makes the field one that hides its text, with a button at its end.
func (f *Field) hide(s *Secret) {
	f.box.mask = newMask(MaxSecret)
	f.clear = newInputButton(f.env, fynetheme.VisibilityIcon(), "", func() { s.ShowText(!s.shown()); f.Focus() })
	f.box.outdent = func() float32 { return f.clear.MinSize().Width }
	f.box.maskMenu = func() []MenuItem { return s.menu() }
}

// Bytes returns the text in UTF-8, as it was typed: letters and their marks may
// be apart. The caller owns it, and overwrites it when done.
func (s *Secret) Bytes() []byte { return s.field.box.mask.bytes() }

// SetText changes the text.
func (s *Secret) SetText(text string) {
	s.field.box.setText(text)
	s.show()
}

// Empty reports whether nothing is typed.
func (s *Secret) Empty() bool { return len(s.field.box.mask.runes) == 0 }

// Clear overwrites the text. What is typed next is hidden, unless it is Plain.
func (s *Secret) Clear() {
	s.field.box.wipe()
	s.field.box.mask.shown = s.plain
	s.show()
}

// ShowText shows the text itself, or dots again.
func (s *Secret) ShowText(shown bool) {
	if shown != s.shown() {
		s.field.box.unmask(shown)
		s.show()
	}
}

func (s *Secret) shown() bool { return s.field.box.mask.shown }

// Focus gives it the keyboard. What is there is replaced by what is typed next.
func (s *Secret) Focus() {
	s.field.Focus()
	s.field.box.choose(0, s.field.box.layout.Len())
}

// SetProblem shows a sentence under the line; "" takes it away.
func (s *Secret) SetProblem(sentence string) {
	s.field.SetProblem(sentence)
	s.column.Refresh()
}

// SetSubject says what it is to those who cannot see the label above it.
func (s *Secret) SetSubject(subject string) { s.subject = subject }

// Enable makes it usable.
func (s *Secret) Enable() { s.field.Enable() }

// Disable makes it unusable, for a reason.
func (s *Secret) Disable(reason string) { s.field.Disable(reason) }

// AccessibilityRole implements fyne.Accessible.
func (s *Secret) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel says what is to be typed and what is said about it, never
// what was typed.
func (s *Secret) AccessibilityLabel() string {
	name := s.env.T("kit_secret.spoken", "name", s.subject)
	if says := s.letters.Text(); says != "" {
		name += "\n" + says
	}
	return s.env.spokenProblem(name, s.field.problem.sentence)
}

// CreateRenderer implements fyne.Widget.
func (s *Secret) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.column) }

func (s *Secret) preferredSize() fyne.Size { return preferred(s.column) }

// changed hears of every change that the person makes.
func (s *Secret) changed() {
	s.show()
	if s.onChanged != nil {
		s.onChanged()
	}
}

// show shows all that depends on the text.
func (s *Secret) show() {
	s.letters.SetText(s.says())
	s.sign()
	s.field.Refresh()
}

// sign shows on the button what it would do.
func (s *Secret) sign() {
	if s.shown() {
		s.field.clear.set(fynetheme.VisibilityOffIcon(), s.env.T("kit_secret.hide"))
		return
	}
	s.field.clear.set(fynetheme.VisibilityIcon(), s.env.T("kit_secret.show"))
}

// says tells which letters are typed, and of Caps Lock.
func (s *Secret) says() string {
	if s.plain {
		return "" // it is seen
	}
	var all []string
	if key := s.lettersKey(); key != "" {
		all = append(all, s.env.T(key))
	}
	if s.field.box.mask.caps {
		all = append(all, s.env.T("kit_secret.caps"))
	}
	return strings.Join(all, " ")
}

func (s *Secret) lettersKey() string {
	arabic, latin := false, false
	for _, r := range s.field.box.mask.runes {
		arabic = arabic || unicode.Is(unicode.Arabic, r)
		latin = latin || unicode.Is(unicode.Latin, r)
	}
	switch {
	case arabic && latin:
		return "kit_secret.both"
	case arabic:
		return "kit_secret.arabic"
	case latin:
		return "kit_secret.latin"
	}
	return ""
}

// menu is what can be done with the mouse or the key of the menu.
func (s *Secret) menu() []MenuItem {
	env, b := s.env, s.field.box
	paste := &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
	return []MenuItem{
		{Label: env.T("kit.edit_paste"), Shortcut: paste, Action: func() { b.TypedShortcut(paste) }},
		{Label: s.field.clear.help, Action: func() { s.ShowText(!s.shown()) }},
	}
}
