package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// editQuestion asks the probe for the text that is being edited.
const editQuestion = "\x00edit"

// edited is a text field that has the keyboard, as it stands in the window, in
// device pixels.
type edited struct {
	Text  string // as it is read
	Area  area   // of the field
	Caret area
	Marks []area // the selection
	Runs  []area // the letters, a piece of one direction each
}

type area struct{ Left, Top, Width, Height float32 }

func (a area) right() float32  { return a.Left + a.Width }
func (a area) middle() float32 { return a.Top + a.Height/2 }

// ends returns how far the letters reach to the left and to the right.
func (e edited) ends() (left, right float32) {
	for i, r := range e.Runs {
		if i == 0 || r.Left < left {
			left = r.Left
		}
		right = max(right, r.right())
	}
	return left, right
}

// wide returns how far the letters reach altogether.
func (e edited) wide() float32 {
	left, right := e.ends()
	return right - left
}

// marked returns how much of the lines the selection covers, in pixels.
func (e edited) marked() (width float32) {
	for _, m := range e.Marks {
		width += m.Width
	}
	return width
}

// editing answers editQuestion; nil when no text has the keyboard.
func editing() *edited {
	c := front()
	if c == nil {
		return nil
	}
	box, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return nil
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	owner := inputAround(root, box)
	if owner == nil {
		return nil
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(box)
	e := &edited{Area: areaOf(c, at, box.Size())}
	e.look(c, box, at.Subtract(box.Position()))
	if len(e.Runs) > 0 { // otherwise the label is the placeholder
		e.Text = owner.AccessibilityLabel()
	}
	return e
}

// look notes what is painted of the text.
func (e *edited) look(c fyne.Canvas, o fyne.CanvasObject, at fyne.Position) {
	at = at.Add(o.Position())
	here := areaOf(c, at, o.Size())
	switch o := o.(type) {
	case *canvas.Text:
		if o.Visible() && o.Text != "" {
			e.Runs = append(e.Runs, here)
		}
	case *canvas.Rectangle:
		switch {
		case o.FillColor == fynetheme.Color(fynetheme.ColorNamePrimary): // also in the dark half of its blinking
			e.Caret = here
		case o.FillColor == fynetheme.Color(fynetheme.ColorNameSelection) && o.Visible():
			e.Marks = append(e.Marks, here)
		}
	}
	for _, child := range parts(o) {
		e.look(c, child, at)
	}
}

// inputAround returns the innermost thing with a label for screen readers that
// holds the one that has the keyboard.
func inputAround(o, focused fyne.CanvasObject) fyne.Accessible {
	for _, child := range parts(o) {
		if child != focused {
			if found := inputAround(child, focused); found != nil {
				return found
			}
			continue
		}
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityRole() == fyne.AccessibleRoleText {
			return a
		}
	}
	return nil
}

// parts returns what an object is made of.
func parts(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

func areaOf(c fyne.Canvas, at fyne.Position, size fyne.Size) area {
	s := c.Scale()
	return area{at.X * s, at.Y * s, size.Width * s, size.Height * s}
}
