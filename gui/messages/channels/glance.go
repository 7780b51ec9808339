package channels

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
	"athar/gui/theme"
)

// glance shows how a message will be read on a channel. It looks like no platform
// but shows what all of them do: what can be pressed, where the text is folded
// away, and which way each paragraph runs.
type glance struct {
	env     *kit.Env
	content fyne.CanvasObject
	langs   *kit.Switch
	page    *fyne.Container
	facts   *kit.Paragraph
	empty   *kit.Paragraph
	media   *fyne.Container

	offered  []kit.Option // the languages on offer
	lang     string       // the one on show
	previews map[string]preview
	shown    preview
	drawn    bool // shown was drawn once
	onTurned func()
}

// glanceWidth is how wide a preview is at most, in the widths of a column of text:
// about that of a telephone.
const glanceWidth = 0.75

func newGlance(env *kit.Env, onTurned func()) *glance {
	g := &glance{
		env: env, page: kit.Column(), onTurned: onTurned, previews: map[string]preview{},
		facts: kit.NewParagraph(env, "", kit.StyleCaption), empty: kit.NewParagraph(env, "", kit.StyleMuted), media: kit.ColumnTight(),
	}
	return g
}

// build makes the card with a switch of languages, which stay the same as long as
// the card does.
func (g *glance) build(langs []kit.Option) {
	g.offered, g.lang = langs, langs[0].Value
	heading := kit.NewLabel(g.env, g.env.T("channels.preview"), kit.StyleStrong)
	head := fyne.CanvasObject(heading)
	if len(langs) > 1 {
		g.langs = kit.NewSwitch(g.env, g.env.T("channels.preview_lang"), langs, g.turn)
		g.langs.SetValue(g.lang)
		head = kit.EndsShort(g.env, heading, g.langs)
	}
	width := glanceWidth * fynetheme.Size(theme.SizeTextColumn)
	g.content = kit.MaxWidth(g.env, width, kit.Column(
		head, kit.Surface(kit.Column(g.empty, g.page, g.facts, g.media))))
}

func (g *glance) turn(lang string) {
	g.lang = lang
	if g.draw() {
		g.onTurned()
	}
}

// show puts previews by language on show and reports whether another height may
// be needed.
func (g *glance) show(previews map[string]preview) (resized bool) {
	g.previews = previews
	return g.draw()
}

func (g *glance) draw() (resized bool) {
	p := g.previews[g.lang]
	if g.drawn && p.Facts == g.shown.Facts && p.Empty == g.shown.Empty &&
		slices.Equal(p.Media, g.shown.Media) && slices.EqualFunc(p.Blocks, g.shown.Blocks, block.same) {
		return false
	}
	g.shown, g.drawn = p, true
	g.facts.SetText(p.Facts)
	kit.SetVisible(g.facts, p.Facts != "")
	g.empty.SetText(p.Empty)
	kit.SetVisible(g.empty, p.Empty != "")
	showNotes(g.env, g.media, p.Media)
	g.page.Objects = g.page.Objects[:0]
	for _, b := range p.Blocks {
		g.page.Objects = append(g.page.Objects, g.block(b)...)
	}
	kit.SetVisible(g.page, len(p.Blocks) > 0)
	g.page.Refresh()
	return true
}

func (g *glance) block(b block) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if b.Name != "" {
		out = append(out, kit.NewLabel(g.env, b.Name, kit.StyleCaption))
	}
	out = append(out, kit.NewParagraphSpans(g.env, b.Shown, kit.StyleBody, b.ShownMarks...).Accented())
	if b.Rest != "" {
		out = append(out,
			kit.ColumnTight(kit.Separator(), kit.NewLabel(g.env, g.env.T("channels.more"), kit.StyleCaption)),
			kit.NewParagraphSpans(g.env, b.Rest, kit.StyleMuted, b.RestMarks...))
	}
	return out
}
