package gui

import (
	"context"

	"athar/domain"
	"athar/gui/kit"
)

// newCampaign goes to the list and asks for a title and a template there.
func (w *Window) newCampaign() {
	w.selectTab(tabHome)
	if s, ok := w.screens[tabHome].(interface{ New() }); ok {
		s.New()
	}
}

func (w *Window) renameCampaign() {
	c, _ := w.desk.Current()
	w.askRename(w.summary(c))
}

func (w *Window) duplicateCampaign() {
	c, _ := w.desk.Current()
	w.askDuplicate(w.summary(c))
}

func (w *Window) summary(c domain.Campaign) domain.Summary {
	return w.deps.Session.Summarise(c, w.deps.Session.Now())
}

// askRename asks for another title of a campaign.
func (w *Window) askRename(s domain.Summary) {
	w.askTitle(titleQuestion{w.env.T("rename.title"), w.env.T("rename.accept"), s.Title, s.ID.String() + ".title"}, func(title string) {
		w.desk.Apply(s.ID, domain.Rename{Title: title}, w.report)
	})
}

// askDuplicate asks for the title of a copy of a campaign.
func (w *Window) askDuplicate(s domain.Summary) {
	proposal := w.env.T("duplicate.proposal", "title", s.Title)
	w.askTitle(titleQuestion{w.env.T("duplicate.title"), w.env.T("duplicate.accept"), proposal, ""}, func(title string) {
		w.desk.Duplicate(s.ID, title, w.report)
	})
}

// titleQuestion is a question about a title.
type titleQuestion struct {
	heading, accept string
	title           string // to begin with
	remember        string // under which key its direction is kept, "" for none
}

// askTitle asks for a title that is not empty.
func (w *Window) askTitle(q titleQuestion, use func(string)) {
	var form *kit.FormDialog
	field := kit.NewField(w.env, kit.FieldOptions{
		Placeholder: w.env.T("title.placeholder"), Text: q.title, MaxRunes: domain.MaxName, OwnUndo: true, Remember: q.remember,
		OnChanged: func(string) { form.Changed() },
	})
	form = kit.ShowForm(w.env, kit.FormOptions{
		Title: q.heading, Accept: q.accept,
		Fields: []kit.FormField{{Label: w.env.T("title.label"), Input: field, Check: func() string {
			if field.Text() == "" {
				return w.env.T("error.required")
			}
			return ""
		}}},
		OnAccept: func() bool {
			use(field.Text())
			return true
		},
	})
}

// openSample keeps the sample campaign and opens it.
func (w *Window) openSample() {
	var c domain.Campaign
	var err error
	lang := w.lang()
	w.say(w.env.T("sample.preparing"))
	w.deps.Run.Background(func() { c, err = w.deps.Sample(context.Background(), lang) }, func() {
		if err != nil {
			w.report(err)
			return
		}
		w.desk.Load(func(error) {
			w.desk.Open(c.ID(), func(err error) {
				w.report(err)
				w.say(w.env.T("sample.opened"))
			})
		})
	})
}
