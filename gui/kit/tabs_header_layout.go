package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// least has room for the chosen title, shortened, and for the menu.
func (h *tabHeader) least() fyne.Size {
	target := size(theme.SizeTarget)
	width := min(float32(len(h.titles)), 1) * 2 * target
	if len(h.titles) > 1 {
		width += h.natural(h.more)
	}
	return fyne.NewSize(width, target+2*size(theme.Space4))
}

// natural is the width of a title with everything in it. The label is measured
// in bold whether it is chosen or not, so that nothing moves when it becomes so.
func (h *tabHeader) natural(t *tabTitle) float32 {
	width := 2*size(theme.Space12) + boldWidth(t.label)
	if t.icon.source != nil {
		width += size(fynetheme.SizeNameInlineIcon) + size(theme.Space8)
	}
	if t.badge.logical != "" {
		width += h.badgeWidth(t) + size(theme.Space8)
	}
	return width
}

func boldWidth(c *caption) float32 {
	f := c.face
	f.bold = true
	return f.measure(c.env.Visual(c.logical))
}

func (h *tabHeader) badgeWidth(t *tabTitle) float32 {
	height := t.badge.size().Height
	return max(t.badge.size().Width+size(theme.Space12), height)
}

// fit decides which titles are on show: as many as there is room for from the
// first on, and the chosen one in any case.
func (h *tabHeader) fit(room float32) {
	total := float32(0)
	for _, t := range h.titles {
		total += h.natural(t)
	}
	full := false
	h.more.show(total > room+0.5 && len(h.titles) > 1)
	if !h.more.hidden {
		h.mark()
		total = h.natural(h.more) + h.natural(h.titles[h.selected])
	}
	for i, t := range h.titles {
		if h.more.hidden || i == h.selected {
			t.show(true)
			continue
		}
		total += h.natural(t)
		full = full || total > room
		t.show(!full)
	}
}

// mark gives the menu a badge as long as a title in it may have one: before it is
// known which ones do, because the badge takes room itself.
func (h *tabHeader) mark() {
	badge := ""
	for i, t := range h.titles {
		if i != h.selected && t.badge.logical != "" {
			badge = "•"
		}
	}
	if h.more.badge.logical != badge {
		h.more.badge.set(badge)
	}
	h.more.show(true)
}

func (h *tabHeader) arrange(space fyne.Size) {
	h.fit(space.Width)
	room := space.Width
	if !h.more.hidden {
		h.more.width = h.natural(h.more)
		room -= h.more.width
		h.more.x = h.env.place(room, h.more.width, space.Width)
		h.arrangeTitle(h.more, space.Height)
	}
	place(h.base, 0, space.Height-1, space.Width, 1)
	from := float32(0)
	for i, t := range h.titles {
		if t.hidden {
			continue
		}
		t.width = min(h.natural(t), room)
		t.x = h.env.place(from, t.width, space.Width)
		from += t.width
		h.arrangeTitle(t, space.Height)
		if i == h.selected {
			const thick = 3
			pad := size(theme.Space8)
			place(h.line, t.x+pad, space.Height-thick, t.width-2*pad, thick)
			place(h.ring.line, t.x+1, 1, t.width-2, space.Height-2-thick)
		}
	}
	if over := h.title(h.hovered); over != nil {
		place(h.hover, over.x+1, 2, over.width-2, space.Height-6)
	}
}

// title returns a title, or the menu after all of them, nil for none.
func (h *tabHeader) title(i int) *tabTitle {
	switch {
	case i < 0:
		return nil
	case i < len(h.titles):
		return h.titles[i]
	}
	return h.more
}

func (h *tabHeader) arrangeTitle(t *tabTitle, height float32) {
	at := size(theme.Space12)
	put := func(width float32) float32 { // the left edge of the next part of that width
		x := t.x + h.env.place(at, width, t.width)
		at += width + size(theme.Space8)
		return x
	}
	if t.icon.source != nil {
		side := size(fynetheme.SizeNameInlineIcon)
		t.icon.put(put(side), 0, side, height)
	}
	badge := float32(0)
	if t.badge.logical != "" {
		badge = h.badgeWidth(t)
	}
	label := t.width - at - size(theme.Space12)
	if badge > 0 {
		label -= badge + size(theme.Space8)
	}
	label = max(label, 0)
	t.label.put(put(label), 0, label, height)
	if badge > 0 {
		x, tall := put(badge), t.badge.size().Height
		place(t.plate, x, (height-tall)/2, badge, tall)
		t.badge.put(x, 0, badge, height)
	}
}

func (h *tabHeader) paint() {
	h.base.FillColor = fynetheme.Color(theme.ColorBorder)
	h.line.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	fillBox(h.hover, fynetheme.ColorNameHover, "")
	h.hover.Hidden = h.hovered < 0
	h.line.Hidden = len(h.titles) == 0
	h.ring.show(h.focused && len(h.titles) > 0, fynetheme.SizeNameMenuRadius)
	for i, t := range h.titles {
		h.paintTitle(t, i == h.selected)
	}
	h.paintTitle(h.more, false)
}

func (h *tabHeader) paintTitle(t *tabTitle, chosen bool) {
	t.label.face = StyleBody.face()
	t.label.face.color = theme.ColorTextMuted
	if chosen {
		t.label.face = StyleStrong.face()
		t.label.face.color = fynetheme.ColorNamePrimary
	}
	t.label.refresh()
	t.icon.tint(t.label.face.color)
	t.badge.face = StyleCaption.face()
	t.badge.face.color = fynetheme.ColorNameForeground
	t.badge.refresh()
	fillBox(t.plate, theme.ColorSurfaceAccent, theme.ColorBorder)
	t.plate.CornerRadius = t.badge.size().Height / 2
	t.show(!t.hidden)
}
