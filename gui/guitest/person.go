package guitest

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/kit"
)

// Person sits before a window: reads, presses and types, hears of errors and is
// taken to places. What a screen's tests have of their own is built around it.
type Person struct {
	testing.TB
	Env *kit.Env

	// Settle waits for what a press or a key has set going; nil where nothing
	// goes on in the background.
	Settle func()

	Errors []error        // what was reported, without nil
	Went   []domain.Place // where the screen wanted to go
}

// NewPerson sits somebody before the environment's window.
func NewPerson(t testing.TB, env *kit.Env) *Person { return &Person{TB: t, Env: env} }

// Report is what a screen tells errors to.
func (p *Person) Report(err error) {
	if err != nil {
		p.Errors = append(p.Errors, err)
	}
}

// GoTo is what a screen asks for another place.
func (p *Person) GoTo(at domain.Place) { p.Went = append(p.Went, at) }

// Overlay returns what lies over the window, such as a dialog; nil is nothing.
func (p *Person) Overlay() fyne.CanvasObject { return p.Env.Window.Canvas().Overlays().Top() }

// front is what can be pressed: a dialog keeps everything from what is behind it.
func (p *Person) front() fyne.CanvasObject {
	if o := p.Overlay(); o != nil {
		return o
	}
	return p.Env.Window.Content()
}

// Sees reports whether the text is read in the window, as a part of what is
// shown there.
func (p *Person) Sees(text string) bool { return Sees(p.Env.Window.Content(), text) }

// Told reports whether the dialog says the text.
func (p *Person) Told(text string) bool { return Sees(p.Overlay(), text) }

// Offered reports whether there is a button with the text of a catalog key.
func (p *Person) Offered(key string) bool { return p.button(p.Env.T(key)) != nil }

// Press presses the button with the text of a catalog key.
func (p *Person) Press(key string) {
	p.Helper()
	p.PressText(p.Env.T(key))
}

// PressText presses the button with the text.
func (p *Person) PressText(text string) {
	p.Helper()
	p.tap(text)
	p.settle()
}

// Tap is Press that does not wait for what follows.
func (p *Person) Tap(key string) {
	p.Helper()
	p.tap(p.Env.T(key))
}

func (p *Person) tap(text string) {
	p.Helper()
	b := p.button(text)
	if b == nil {
		p.Fatalf("no button %q", text)
	}
	b.Tapped(&fyne.PointEvent{})
}

// button is what is pressed: a kit.Button, or a kit.Tool that has room.
type button interface {
	fyne.CanvasObject
	fyne.Tappable
	Text() string
}

var _, _ button = (*kit.Button)(nil), (*kit.Tool)(nil)

func (p *Person) button(text string) button {
	for _, b := range FindVisible[button](p.front()) {
		if b.Text() == text {
			return b
		}
	}
	return nil
}

// Focused returns what has the keyboard. Nothing having it ends the test.
func (p *Person) Focused() fyne.Focusable {
	p.Helper()
	f := p.Env.Window.Canvas().Focused()
	if f == nil {
		p.Fatal("nothing has the focus")
	}
	return f
}

// Write types into whatever has the focus.
func (p *Person) Write(text string) {
	p.Helper()
	for _, r := range text {
		p.Focused().TypedRune(r)
	}
	p.settle()
}

// Keys presses keys, each in what has the focus then.
func (p *Person) Keys(names ...fyne.KeyName) {
	p.Helper()
	for _, name := range names {
		p.Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
	p.settle()
}

func (p *Person) settle() {
	if p.Settle != nil {
		p.Settle()
	}
}
