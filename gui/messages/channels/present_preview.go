package channels

import (
	"strings"
	"unicode/utf8"

	"athar/domain"
	"athar/domain/channel"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
)

// preview is how a message will be read on a channel in one language.
type preview struct {
	Blocks []block
	Facts  string // how many links, hashtags and mentions there are
	Media  []note // what goes with it, and what of that cannot be read
	Empty  string // said when nothing goes out; "" otherwise
}

// block is one field of a preview.
type block struct {
	Name string // "" for the main one
	// Shown is read at once; Rest after "more" was pressed, "" for nothing.
	Shown, Rest string
	// ShownMarks and RestMarks are the links, hashtags and mentions.
	ShownMarks, RestMarks []kit.Span
}

// same reports whether both look the same; the marks follow from the text.
func (b block) same(other block) bool {
	return b.Name == other.Name && b.Shown == other.Shown && b.Rest == other.Rest
}

// preview says how a message will be read on a channel.
func (p presenter) preview(m domain.Message, ch channel.Channel, lang string, media []domain.Media) preview {
	var out preview
	for i, f := range ch.Fields {
		id, name := f.ID, f.Name.In(p.printer.Lang())
		if i == 0 {
			id, name = "", ""
		}
		text, _ := m.Outgoing(ch.ID, id, lang)
		if text == "" {
			continue
		}
		at := gauge.Spot{Message: m.ID, Channel: ch.ID, Field: id, Lang: lang}
		count := p.gauge.Count(at, f, text)
		seen := p.memory.of(at, f, text, count)
		out.Blocks = append(out.Blocks, blockOf(name, text, seen.preview))
		if i == 0 {
			out.Facts = p.facts(f, seen.preview)
		}
	}
	if len(out.Blocks) == 0 {
		out.Empty = p.printer.T("channels.preview_empty")
	}
	out.Media = p.media(media, lang)
	return out
}

// blockOf cuts a text where "more" cuts it.
func blockOf(name, text string, seen channel.Preview) block {
	b := block{Name: name}
	skipped := len(text) - len(strings.TrimLeft(text[seen.Cut:], " \n")) // of the white space at the cut
	b.Shown, b.Rest = text[:seen.Cut], text[skipped:]
	for _, piece := range seen.Pieces {
		if piece.Kind == channel.PieceText {
			continue
		}
		if piece.Start < seen.Cut {
			b.ShownMarks = append(b.ShownMarks, runes(text, 0, piece.Start, min(piece.End, seen.Cut)))
		}
		if piece.End > skipped {
			b.RestMarks = append(b.RestMarks, runes(text, skipped, max(piece.Start, skipped), piece.End))
		}
	}
	return b
}

// runes turns a stretch of bytes into one of runes, counted from a byte on.
func runes(text string, from, start, end int) kit.Span {
	s := utf8.RuneCountInString(text[from:start])
	return kit.Span{Start: s, End: s + utf8.RuneCountInString(text[start:end])}
}

// facts counts what can be pressed; "" where there is nothing of it.
func (p presenter) facts(f channel.Field, seen channel.Preview) string {
	number := map[channel.PieceKind]int{}
	for _, piece := range seen.Pieces {
		number[piece.Kind]++
	}
	var all []string
	for _, kind := range []channel.PieceKind{channel.PieceHashtag, channel.PieceMention, channel.PieceLink} {
		if n := number[kind]; n > 0 {
			all = append(all, p.printer.N("channels.count."+string(kind), n))
		}
	}
	out := strings.Join(all, " · ")
	if n := f.LinkLength(); n > 0 && number[channel.PieceLink] > 0 {
		out += "\n" + p.printer.T("messages.rule.link", "n", n)
	}
	return out
}

// media says what somebody who cannot see it reads of each picture, and where
// there is nothing to read.
func (p presenter) media(all []domain.Media, lang string) []note {
	var out []note
	for _, one := range all {
		kind := p.printer.T("channels.media")
		if key := "media.type." + one.Type; p.printer.Has(key) {
			kind = p.printer.T(key)
		}
		alt := one.Alt.Of(lang)
		switch {
		case alt != "":
			out = append(out, note{p.printer.T("channels.alt", "kind", kind, "alt", alt), kit.StyleCaption})
		case one.NeedsAlt():
			out = append(out, note{p.printer.T("channels.alt_missing", "kind", kind), kit.StyleDanger})
		default:
			out = append(out, note{kind, kit.StyleCaption})
		}
	}
	return out
}
