package wording

import (
	"strings"
	"time"

	"athar/domain/channel"
	"athar/domain/takeover"
	"athar/gui/i18n"
)

// mostWords is how many words are named; of more it is said how many there are.
const mostWords = 12

// Taken says what a workspace took over for all its campaigns: the words in one line,
// each limit in one of its own.
func (w Wording) Taken(t takeover.Taken) (lines []string) {
	if n := len(t.Words); n > 0 {
		var named []string
		for _, word := range t.Words[:min(n, mostWords)] {
			named = append(named, i18n.Isolate(word))
		}
		list := strings.Join(named, w.printer.T("messages.comma"))
		if n > mostWords {
			list += "…"
		}
		lines = append(lines, w.printer.N("merge.words", n, "words", list))
	}
	for _, l := range t.Limits {
		lines = append(lines, w.limit(l))
	}
	return lines
}

func (w Wording) limit(l channel.Limit) string {
	p, lang := w.printer, w.printer.Lang()
	ch, _ := w.content.Channels.Channel(l.Channel)
	f, _ := ch.Field(l.Field)
	day := l.AsOf
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		day = p.Date(t)
	}
	return p.T("merge.limit", "n", l.Number, "source", i18n.Isolate(l.Source), "day", day,
		"what", p.T("limits.change_title", "channel", ch.Name.In(lang), "field", f.Name.In(lang), "what", p.T("limits.part."+string(l.Part))))
}
