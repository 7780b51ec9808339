package home

import (
	"slices"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/kit"
)

// missingView is the self-check list. It gets its lines anew after every edit
// and keeps the widgets it has.
type missingView struct {
	content *fyne.Container
	shown   missing

	nothing        *kit.Paragraph
	musts, shoulds *partView
}

// partView is the lines of one level.
type partView struct {
	title *kit.Label
	lines []*lineView
	list  *fyne.Container
	more  *kit.Paragraph
}

func newMissingView(env *kit.Env, onGo func(domain.Place)) *missingView {
	v := &missingView{nothing: kit.NewParagraph(env, "", kit.StyleSuccess)}
	v.musts, v.shoulds = newPartView(env), newPartView(env)
	v.content = kit.Column(
		kit.NewLabel(env, env.T("home.missing"), kit.StyleHeading), v.nothing,
		v.musts.title, v.musts.list, v.musts.more,
		v.shoulds.title, v.shoulds.list, v.shoulds.more,
	)
	for _, p := range []*partView{v.musts, v.shoulds} {
		for range mostLines {
			p.lines = append(p.lines, v.newLine(env, onGo))
		}
	}
	v.set(missing{})
	return v
}

func (v *missingView) newLine(env *kit.Env, onGo func(domain.Place)) *lineView {
	var l *lineView
	l = newLineView(env, kit.LineOptions{
		OnPress: func() { onGo(l.line.At) },
		OnMove:  func(key fyne.KeyName) { v.move(l, key) },
		OnFocus: func(bool) { v.stopAt(l) },
	})
	return l
}

func newPartView(env *kit.Env) *partView {
	return &partView{
		title: kit.NewLabel(env, "", kit.StyleStrong),
		list:  kit.ColumnTight(),
		more:  kit.NewParagraph(env, "", kit.StyleMuted),
	}
}

// show puts other lines on show and reports whether anything is different.
func (v *missingView) show(m missing) (changed bool) {
	if m.equal(v.shown) {
		return false
	}
	v.set(m)
	return true
}

func (v *missingView) set(m missing) {
	v.shown = m
	v.nothing.SetText(m.Nothing)
	kit.SetVisible(v.nothing, m.Nothing != "")
	v.musts.set(m.Musts)
	v.shoulds.set(m.Shoulds)
	v.keepOneStop()
}

func (p *partView) set(to part) {
	p.title.SetText(to.Title)
	kit.SetVisible(p.title, to.Title != "")
	p.more.SetText(to.More)
	kit.SetVisible(p.more, to.More != "")
	for i, l := range to.Lines {
		p.lines[i].set(l)
	}
	if len(p.list.Objects) != len(to.Lines) {
		p.list.Objects = nil
		for _, l := range p.lines[:len(to.Lines)] {
			p.list.Objects = append(p.list.Objects, l.row)
		}
	}
	kit.SetVisible(p.list, len(to.Lines) > 0)
}

// all returns the lines on show, top to bottom.
func (v *missingView) all() []*lineView {
	return slices.Concat(v.musts.lines[:len(v.shown.Musts.Lines)], v.shoulds.lines[:len(v.shown.Shoulds.Lines)])
}

// keepOneStop lets the Tab key come to exactly one line.
func (v *missingView) keepOneStop() {
	lines := v.all()
	if len(lines) > 0 && !slices.ContainsFunc(lines, func(l *lineView) bool { return !l.row.Disabled() }) {
		lines[0].row.Enable()
	}
}

// stopAt makes a line the one that the Tab key comes to.
func (v *missingView) stopAt(stop *lineView) {
	for _, l := range slices.Concat(v.musts.lines, v.shoulds.lines) {
		l.row.Disable()
	}
	stop.row.Enable()
}

// move gives the keyboard to another line by a key.
func (v *missingView) move(from *lineView, key fyne.KeyName) {
	lines := v.all()
	to := slices.Index(lines, from)
	switch key {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(lines) - 1
	}
	if to >= 0 && to < len(lines) {
		lines[to].row.Focus()
	}
}

func (m missing) equal(n missing) bool {
	return m.Nothing == n.Nothing && m.Musts.equal(n.Musts) && m.Shoulds.equal(n.Shoulds)
}

func (p part) equal(q part) bool {
	return p.Title == q.Title && p.More == q.More && slices.Equal(p.Lines, q.Lines)
}
