package metrics

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/gui/kit"
)

// mostSegments is how many options stand side by side; more of them are chosen
// from a list.
const mostSegments = 6

// picker lets a person choose one of some options that change with the data.
type picker struct {
	env     *kit.Env
	place   *fyne.Container
	options []kit.Option
	choose  func(value string)
	shown   interface{ SetValue(string) }
}

func newPicker(env *kit.Env, choose func(value string)) *picker {
	return &picker{env: env, place: kit.Stack(), choose: choose}
}

// set shows the options with one of them chosen. It does not call back.
func (p *picker) set(options []kit.Option, value string) {
	if p.shown == nil || !slices.Equal(options, p.options) {
		p.options = options
		p.make()
	}
	p.shown.SetValue(value)
}

func (p *picker) make() {
	if len(p.options) > mostSegments {
		s := kit.NewSelect(p.env, p.options, p.choose)
		p.shown = s
		p.put(s)
		return
	}
	c := kit.NewChoice(p.env, p.options, p.choose)
	p.shown = c
	p.put(c)
}

func (p *picker) put(o fyne.CanvasObject) {
	p.place.Objects = []fyne.CanvasObject{o}
	p.place.Refresh()
}
