package channels

import (
	"fmt"
	"strings"
	"unicode"

	"athar/domain/channel"
	"athar/gui/kit"
)

// maxPartsWritten is up to how many parts of an SMS each is given its length.
const maxPartsWritten = 4

// sms says how a text is sent as a short message. Nothing refuses a long one,
// but every part is paid for, so the parts are what counts.
func (p presenter) sms(m *meter, lang, text string, f channel.Field, c channel.Count) {
	s := *c.SMS
	if text == "" {
		room := roomOfSMS(lang, f, c)
		m.Line = p.printer.T("messages.sms.empty", "n", 0, "limit", room.Limit)
		m.Ring = p.ring(channel.Count{Measure: room})
		return
	}
	key, length := "messages.sms.line", p.partLengths(s)
	if len(s.Parts) > maxPartsWritten {
		key, length = "messages.sms.long_line", p.printer.Int(s.Parts[len(s.Parts)-1])
	}
	m.Line = p.printer.T(key, "parts", p.printer.N("messages.sms.parts", len(s.Parts)),
		"length", length, "size", s.PerPart, "alphabet", p.alphabet(s))
	if len(s.Parts) > 1 {
		m.Notes = append(m.Notes, note{p.printer.N("messages.sms.paid", len(s.Parts)), kit.StyleWarning})
	}
	if s.Cause != nil && (lang == "en" || !isArabic(s.Cause.Rune)) {
		m.Notes = append(m.Notes, note{
			p.printer.T("messages.sms.cause", "sign", sign(s.Cause.Rune), "size", s.PerPart),
			kit.StyleWarning,
		})
	}
}

// roomOfSMS returns the room there is for a text that is not begun: the first Arabic
// letter will leave less than half, so that much is promised to an Arabic one.
func roomOfSMS(lang string, f channel.Field, c channel.Count) channel.Measure {
	if lang == "ar" && f.Second != nil {
		return channel.Measure{Unit: f.Second.Unit, Limit: f.Second.Limit}
	}
	return c.Measure
}

// partLengths writes "67 + 37".
func (p presenter) partLengths(s channel.SMS) string {
	var b strings.Builder
	for i, n := range s.Parts {
		if i > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(p.printer.Int(n))
	}
	return b.String()
}

func (p presenter) alphabet(s channel.SMS) string {
	switch {
	case s.Cause == nil:
		return p.printer.T("messages.sms.latin")
	case isArabic(s.Cause.Rune):
		return p.printer.T("messages.sms.arabic")
	}
	return p.printer.T("messages.sms.unicode")
}

func isArabic(r rune) bool {
	return unicode.Is(unicode.Arabic, r) || r == '،' || r == '؛' || r == '؟' || r == 'ـ'
}

// sign writes a character so that it is seen: one that has no shape of its own
// goes by its number.
func sign(r rune) string {
	if unicode.IsSpace(r) || unicode.IsMark(r) || !unicode.IsGraphic(r) {
		return fmt.Sprintf("U+%04X", r)
	}
	return string(r)
}
