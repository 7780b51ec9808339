package home

import (
	"slices"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/text"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// shelf is a part of the list. The strings are part of catalog keys.
type shelf string

const (
	shelfActive   shelf = "active"
	shelfArchived shelf = "archived"
	shelfTrash    shelf = "trash"
)

func shelves() []shelf { return []shelf{shelfActive, shelfArchived, shelfTrash} }

// shelfOf returns where a campaign lies: the trash goes before the archive.
func shelfOf(s domain.Summary) shelf {
	switch {
	case s.InTrash():
		return shelfTrash
	case s.Stage == domain.StageArchived:
		return shelfArchived
	}
	return shelfActive
}

// onShelf returns the campaigns of a shelf whose titles hold every word of the
// query, in the order given.
func onShelf(all []domain.Summary, on shelf, query string) []domain.Summary {
	blank := strings.TrimSpace(query) == ""
	var out []domain.Summary
	for _, s := range all {
		if shelfOf(s) == on && (blank || text.Match(text.Fold(s.Title), query)) {
			out = append(out, s)
		}
	}
	return out
}

func hasSample(all []domain.Summary) bool {
	return slices.ContainsFunc(all, func(s domain.Summary) bool { return s.Sample && !s.InTrash() })
}

// presenter makes what is shown. It changes nothing.
type presenter struct {
	printer *i18n.Printer
	now     func() time.Time
	stays   func(domain.ID) (days int, ends bool) // in the trash
	words   words
}

// row is one campaign in the list.
type row struct {
	Title     string
	Stage     string
	StageTone kit.Tone
	Sample    string // said of the sample, otherwise ""
	Open      string // said of the campaign that is open, otherwise ""
	Musts     string
	MustsTone kit.Tone
	When      string // the last change or, in the trash, since when
	Counts    string
}

// row says what the list shows of a campaign.
func (p presenter) row(s domain.Summary, open bool) row {
	r := row{
		Title:     s.Title,
		Stage:     p.printer.T("stage." + string(s.Stage)),
		StageTone: stageTone(s.Stage),
		Musts:     p.printer.T("home.no_musts"),
		MustsTone: kit.ToneSuccess,
		When:      p.printer.T("home.changed", "when", p.printer.Moment(s.Updated, p.now())),
		Counts: p.printer.T("home.counts", "segments", p.printer.N("home.segments", s.Segments),
			"messages", p.printer.N("home.messages", s.Messages),
			"data_sets", p.printer.N("home.data_sets", s.DataSets)),
	}
	if s.OpenMusts > 0 {
		r.Musts, r.MustsTone = p.printer.T("home.musts", "n", s.OpenMusts), kit.ToneWarning
	}
	if s.InTrash() {
		r.When = p.printer.T("home.trashed", "when", p.printer.Moment(s.Trashed, p.now()))
		r.Musts, r.MustsTone = p.stay(s.ID)
	}
	if s.Sample {
		r.Sample = p.printer.T("home.badge.sample")
	}
	if open {
		r.Open = p.printer.T("home.badge.open")
	}
	return r
}

func stageTone(s domain.Stage) kit.Tone {
	switch s {
	case domain.StageReview:
		return kit.ToneInfo
	case domain.StageReady, domain.StageLive:
		return kit.ToneSuccess
	case domain.StageHold:
		return kit.ToneWarning
	}
	return kit.ToneNeutral
}

// stageOptions are the stages by name.
func stageOptions(p *i18n.Printer) []kit.Option {
	var all []kit.Option
	for _, s := range domain.Stages() {
		all = append(all, kit.Option{Value: string(s), Label: p.T("stage." + string(s))})
	}
	return all
}

func shelfOptions(p *i18n.Printer) []kit.Option {
	var all []kit.Option
	for _, s := range shelves() {
		all = append(all, kit.Option{Value: string(s), Label: p.T("home.shelf." + string(s))})
	}
	return all
}

// noneSentence says why the list is empty.
func (p presenter) noneSentence(on shelf, query string) string {
	if query := strings.TrimSpace(query); query != "" {
		return p.printer.T("home.none.match", "query", i18n.Isolate(query))
	}
	return p.printer.T("home.none." + string(on))
}
