package kit

import "fyne.io/fyne/v2"

// reader is a widget or a layout that knows which way it is read.
type reader interface{ rightToLeft() bool }

// readsRTL returns which way something is read: as the first thing in it that
// knows. A scroller is made without an Env, and asks for this when it has its
// content.
func readsRTL(o fyne.CanvasObject) (rtl, known bool) {
	if r, ok := o.(reader); ok {
		return r.rightToLeft(), true
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return false, false
	}
	if r, ok := c.Layout.(reader); ok {
		return r.rightToLeft(), true
	}
	for _, child := range c.Objects {
		if rtl, known = readsRTL(child); known {
			return rtl, true
		}
	}
	return false, false
}

func (c *control) rightToLeft() bool        { return c.env.RTL() }
func (in *input) rightToLeft() bool         { return in.env.RTL() }
func (l *Label) rightToLeft() bool          { return l.letters.env.RTL() }
func (p *Paragraph) rightToLeft() bool      { return p.letters.env.RTL() }
func (l *List) rightToLeft() bool           { return l.rows.env.RTL() }
func (t *Table) rightToLeft() bool          { return t.env.RTL() }
func (t *Tabs) rightToLeft() bool           { return t.header.env.RTL() }
func (l *rowLayout) rightToLeft() bool      { return l.env.RTL() }
func (l *borderLayout) rightToLeft() bool   { return l.env.RTL() }
func (l *flowLayout) rightToLeft() bool     { return l.env.RTL() }
func (l *gridLayout) rightToLeft() bool     { return l.env.RTL() }
func (l *maxWidthLayout) rightToLeft() bool { return l.env.RTL() }
