package guitest

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Texts returns what a person reads in a tree of objects: the logical strings
// of all visible widgets that say theirs, in the order of the Tab key. A field
// says what stands in it.
func Texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var all []string
	// Fyne's containers call themselves "Container"; nobody reads that.
	_, isContainer := o.(*fyne.Container)
	if a, ok := o.(fyne.Accessible); ok && !isContainer {
		if label := a.AccessibilityLabel(); label != "" {
			all = append(all, label)
		}
	}
	for _, child := range children(o) {
		all = append(all, Texts(child)...)
	}
	return all
}

// Sees reports whether a person reads the text in a tree of objects, as a part
// of what one widget says.
func Sees(o fyne.CanvasObject, text string) bool {
	text = Plain(text)
	return slices.ContainsFunc(Texts(o), func(s string) bool { return strings.Contains(Plain(s), text) })
}

// Plain returns a text without the marks that keep names apart.
func Plain(s string) string {
	return strings.NewReplacer("\u2066", "", "\u2068", "", "\u2069", "").Replace(s)
}

// Find returns the widgets of a type in a tree of objects, in the order of the
// Tab key.
func Find[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	return find[T](o, func(fyne.CanvasObject) bool { return true })
}

// FindVisible is Find without what is hidden, or lies in what is hidden.
func FindVisible[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	return find[T](o, fyne.CanvasObject.Visible)
}

func find[T fyne.CanvasObject](o fyne.CanvasObject, goInto func(fyne.CanvasObject) bool) []T {
	if o == nil || !goInto(o) {
		return nil
	}
	var all []T
	if w, ok := o.(T); ok {
		all = append(all, w)
	}
	for _, child := range children(o) {
		all = append(all, find[T](child, goInto)...)
	}
	return all
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// Top returns how far below the window's top edge an object stands.
func Top(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}

// Left returns how far from the window's left edge an object stands.
func Left(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
}
