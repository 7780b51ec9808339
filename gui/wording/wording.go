package wording

import (
	"strings"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/framework"
	"athar/domain/journal"
	"athar/domain/metric"
	"athar/gui/i18n"
)

// Content is the content that names come from.
type Content struct {
	Channels   channel.Catalog
	Frameworks framework.Library
	Checklist  ethics.Checklist
	Metrics    metric.Names
}

// Wording says records, fields and values in the language of its Printer. It
// does not change.
type Wording struct {
	printer *i18n.Printer
	content Content
}

// New returns the words of a language.
func New(p *i18n.Printer, c Content) Wording { return Wording{p, c} }

// Kind says what sort of record is meant: "Message".
func (w Wording) Kind(k domain.Kind) string { return w.printer.T("wording.kind." + k.Word()) }

// Name returns what a record calls itself, or is called by the content; "" when
// it has no name.
func (w Wording) Name(k domain.Kind, f journal.Fields) string {
	switch k {
	case domain.KindHeader, domain.KindMessage:
		return f["title"].Text()
	case domain.KindSegment, domain.KindIndicator:
		return f["name"].Text()
	case domain.KindAnswer:
		if item, ok := w.content.Checklist.Item(f["item"].Text()); ok {
			return item.Name.In(w.printer.Lang())
		}
	case domain.KindReading:
		if at := f["at"].Time(); !at.IsZero() {
			return w.printer.Date(at)
		}
	case domain.KindDataSet, domain.KindMedia:
		return f["file"].Text()
	case domain.KindAlternative:
		return f["name"].Text()
	case domain.KindEvidence:
		return f["title"].Text()
	case domain.KindComment:
		return f["body"].Text()
	case domain.KindClaim:
		return w.inMine(f, "text")
	case domain.KindPretest:
		if on := f["on"].Time(); !on.IsZero() {
			return w.printer.Date(on)
		}
	}
	return ""
}

// inMine returns a text in the language of the reader, or in another one.
func (w Wording) inMine(f journal.Fields, path string) string {
	t := domain.Text{}
	for name, v := range f {
		if lang, ok := strings.CutPrefix(name, path+"/"); ok {
			t = t.With(lang, v.Text())
		}
	}
	return t.In(w.printer.Lang())
}

// Record says which record is meant: “Message “Clean water””.
func (w Wording) Record(k domain.Kind, f journal.Fields) string {
	if k == domain.KindCore { // there is one
		return w.Kind(k)
	}
	name := w.Name(k, f)
	if name == "" {
		return w.printer.T("wording.unnamed", "kind", w.Kind(k))
	}
	return w.printer.T("wording.named", "kind", w.Kind(k), "name", i18n.Isolate(name))
}

// Computer names a computer to which nobody gave a name, by its place among those on
// which something was done, from 1.
func (w Wording) Computer(n int) string { return w.printer.T("wording.computer", "n", n) }

// Who says who made something and where; each of the names may be empty.
func (w Wording) Who(author, device string) string {
	switch {
	case author != "" && device != "":
		return w.printer.T("wording.who", "name", i18n.Isolate(author), "device", i18n.Isolate(device))
	case author != "":
		return i18n.Isolate(author)
	case device != "":
		return w.printer.T("wording.who_device", "device", i18n.Isolate(device))
	}
	return w.printer.T("wording.who_nobody")
}
