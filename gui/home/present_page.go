package home

import (
	"athar/domain"
	"athar/domain/selfcheck"
	"athar/domain/starter"
	"athar/domain/tally"
	"athar/gui/wording"
)

// words is the content that sentences take names and questions from.
type words struct {
	rules     selfcheck.Rules
	templates []starter.Template
}

func (w words) template(id string) (starter.Template, bool) {
	for _, t := range w.templates {
		if t.ID == id {
			return t, true
		}
	}
	return starter.Template{}, false
}

// page is all that is shown of the campaign that is selected.
type page struct {
	row
	Campaign   domain.ID
	Note       string // what to know about a campaign that is not open, "" otherwise
	StageValue string
	Goal       string
	IsOpen     bool
	InTrash    bool
	InArchive  bool
	Progress   []string // how far its messages and claims have come
	Missing    missing
	MistakesOf string
	Mistakes   []string
}

// closed says what is shown of a campaign of which only the summary is known.
func (p presenter) closed(s domain.Summary) page {
	out := page{row: p.row(s, false), StageValue: string(s.Stage), Note: p.printer.T("home.closed_note")}
	out.InArchive = s.Stage == domain.StageArchived
	if s.InTrash() {
		out.InTrash, out.Note = true, p.stayNote(s.ID)
	}
	return out
}

// open says what is shown of the campaign that is open.
func (p presenter) open(s domain.Summary, c domain.Campaign, found []selfcheck.Finding) page {
	out := page{row: p.row(s, true), StageValue: string(c.Header.Stage), Campaign: c.ID(), Goal: c.Header.Goal, IsOpen: true}
	out.InArchive = c.Header.Stage == domain.StageArchived
	out.Progress = wording.Tally(p.printer, tally.Of(c, p.now()))
	out.Missing = p.missing(c, found)
	t, ok := p.words.template(c.Header.Template)
	if !ok || len(t.Mistakes) == 0 {
		return out
	}
	lang := p.printer.Lang()
	out.MistakesOf = p.printer.T("home.mistakes", "template", t.Name.In(lang))
	for _, m := range t.Mistakes {
		out.Mistakes = append(out.Mistakes, p.printer.T("home.mistake", "text", m.In(lang)))
	}
	return out
}

// templateCard is what the dialog for a new campaign shows of a template.
type templateCard struct {
	Name  string
	Short string // one line for the list
	What  string
	Goal  string // "" for the blank campaign
	Help  string // under the title
}

func (p presenter) blank() templateCard {
	return templateCard{
		Name:  p.printer.T("home.create.blank"),
		Short: p.printer.T("home.create.blank_short"),
		What:  p.printer.T("home.create.blank_what"),
		Help:  p.printer.T("home.create.name_help"),
	}
}

func (p presenter) template(t starter.Template) templateCard {
	lang := p.printer.Lang()
	name := t.Name.In(lang)
	return templateCard{
		Name:  name,
		Short: p.printer.N("home.create.weeks", t.Weeks),
		What:  t.Description.In(lang),
		Goal:  t.Goal.In(lang),
		Help:  p.printer.T("home.create.name_help_template", "template", name),
	}
}
