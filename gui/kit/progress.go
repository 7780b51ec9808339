package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"athar/gui/theme"
)

var (
	_ fyne.Widget     = (*Progress)(nil)
	_ fyne.Accessible = (*Progress)(nil)
)

// Progress shows how much of a long action is done, what it is doing, and a
// button to cancel it.
type Progress struct {
	widget.BaseWidget
	env     *Env
	share   float64
	caption *Label
	percent *Label
	cancel  *Button // nil when the action cannot be cancelled
	track   *canvas.Rectangle
	bar     *canvas.Rectangle
}

// NewProgress makes a progress at its beginning. Without onCancel it has no
// button.
func NewProgress(env *Env, onCancel func()) *Progress {
	p := &Progress{
		env:     env,
		caption: NewLabel(env, "", StyleBody),
		percent: NewLabel(env, env.Printer.Percent(0), StyleNumber),
		track:   &canvas.Rectangle{},
		bar:     &canvas.Rectangle{},
	}
	if onCancel != nil {
		p.cancel = NewButton(env, ButtonOptions{Text: env.T("kit.cancel"), OnTapped: onCancel})
	}
	p.ExtendBaseWidget(p)
	return p
}

// Set shows the share that is done, from 0 to 1, and a caption in the present
// participle ("Importing row 4,000").
func (p *Progress) Set(share float64, caption string) {
	if math.IsNaN(share) {
		share = 0
	}
	share = max(0, min(share, 1))
	if share == p.share && caption == p.caption.Text() {
		return
	}
	p.share = share
	p.caption.SetText(caption)
	// Whole percents are precise enough, and rounded down: 100 % means done.
	p.percent.SetText(p.env.Printer.Percent(math.Floor(share*100) / 100))
	p.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Progress) AccessibilityLabel() string { return p.caption.Text() }

// AccessibilityRole implements fyne.Accessible.
func (p *Progress) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.caption, p.percent, p.track, p.bar}
	if p.cancel != nil {
		objects = append(objects, p.cancel)
	}
	return drawn(&drawing{
		widget: p, objects: objects,
		measure: p.measure, arrange: p.arrange, paint: p.paint,
	})
}

// button returns the size of the cancel button with the gap before it.
func (p *Progress) button() fyne.Size {
	if p.cancel == nil {
		return fyne.Size{}
	}
	return p.cancel.MinSize().AddWidthHeight(size(theme.Space16), 0)
}

func (p *Progress) measure() fyne.Size {
	words := p.caption.MinSize().Height + size(theme.Space4) + size(theme.Space8)
	width := size(theme.SizeTextColumn)/3 + p.button().Width
	return fyne.NewSize(width, max(words, p.button().Height))
}

func (p *Progress) arrange(space fyne.Size) {
	button := p.button()
	room := space.Width - button.Width
	at := func(start, width float32) float32 { return p.env.place(start, width, space.Width) }
	line, gap, thick := p.caption.MinSize().Height, size(theme.Space4), size(theme.Space8)
	y := (space.Height - line - gap - thick) / 2
	// The widest figure decides, so that the caption does not jitter.
	figure := StyleNumber.face().measure(p.env.Visual(p.env.Printer.Percent(1))) + 1
	words := room - figure - size(theme.Space8)
	place(p.caption, at(0, words), y, words, line)
	place(p.percent, at(room-figure, figure), y, figure, line)
	place(p.track, at(0, room), y+line+gap, room, thick)
	done := room * float32(p.share)
	place(p.bar, at(0, done), y+line+gap, done, thick)
	if p.cancel != nil {
		least := p.cancel.MinSize()
		place(p.cancel, at(space.Width-least.Width, least.Width), (space.Height-least.Height)/2, least.Width, least.Height)
	}
}

func (p *Progress) paint() {
	fillBox(p.track, fynetheme.ColorNameButton, theme.ColorBorder)
	fillBox(p.bar, fynetheme.ColorNamePrimary, "")
	p.track.CornerRadius = size(theme.Space4)
	p.bar.CornerRadius = p.track.CornerRadius
	p.bar.Hidden = p.share == 0
}
