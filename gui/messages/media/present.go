package media

import (
	"athar/domain"
	"athar/domain/channel"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// detail is all that is shown of a message's media.
type detail struct {
	ID    domain.ID
	Items []item
}

// item is all that is shown of a file.
type item struct {
	domain.Media
	Languages   []string
	Lengths     map[string]string // of the alt texts, by language
	Lacks       []string          // what is missing before it can go out
	First, Last bool
}

// present says what is shown of a message.
func present(env *kit.Env, c domain.Campaign, m domain.Message) detail {
	d := detail{ID: m.ID}
	list := c.MediaOf(m.ID)
	for i, one := range list {
		it := item{
			Media: one, First: i == 0, Last: i == len(list)-1,
			Languages: part.Languages(env, c, one.Alt, one.Caption), Lengths: map[string]string{},
		}
		for _, lang := range it.Languages {
			it.Lengths[lang] = length(env.Printer, one.Alt.Of(lang))
		}
		for _, s := range one.Lacks(needed(c, m)...) {
			it.Lacks = append(it.Lacks, lack(env.Printer, s))
		}
		d.Items = append(d.Items, it)
	}
	return d
}

// needed returns the languages in which a file must be described: those in which the
// message goes out, or the campaign's while nothing is written.
func needed(c domain.Campaign, m domain.Message) []string {
	if all := m.Core.Languages(); len(all) > 0 {
		return all
	}
	return c.Header.WrittenIn()
}

// longAlt is from where on an alt text is long for those to whom it is read out.
// Guides for accessible posts name 125 to 150 characters.
const longAlt = 150

func length(p *i18n.Printer, alt string) string {
	if alt == "" {
		return ""
	}
	n := channel.Grapheme.Measure(alt)
	said := p.N("media.length", n)
	if n > longAlt {
		said += " " + p.T("media.long")
	}
	return said
}

func lack(p *i18n.Printer, s domain.Shortage) string {
	if s.Lang != "" {
		return p.T("media.lacks."+s.Field, "language", p.T("language."+s.Lang))
	}
	return p.T("media.lacks." + s.Field)
}
