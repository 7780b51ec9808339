// Package review is the side of a message with how far it has come: what can be done
// next and what it waits for, who approved it, and what readers say to its passages.
//
// It decides nothing about approvals: the rules are in domain, and are asked.
package review

import (
	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/text"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// Review is the part. It implements part.Part.
type Review struct {
	deps    part.Deps
	present presenter
	view    *view
	message domain.ID // as last shown
}

// New makes the part, which shows no message yet.
func New(d part.Deps) *Review {
	r := &Review{deps: d, present: presenter{d.Env.Printer, d.Channels, d.Now, d.Session.Author, d.Session.Device}}
	r.view = newView(d.Env, intents{
		OnStep: r.step, OnWho: d.Who, OnSign: r.sign, OnSince: r.since, OnPassage: r.turn, OnComment: r.comment,
		OnReply: r.reply, OnResolve: r.resolve, OnDelete: r.remove, OnGo: r.goToPassage,
	})
	return r
}

// Content implements part.Part.
func (r *Review) Content() fyne.CanvasObject { return r.view.content }

// Show implements part.Part.
func (r *Review) Show(c domain.Campaign, m domain.Message) {
	r.message = m.ID
	if r.view.show(r.present.present(c, m)) {
		r.deps.Resized()
	}
}

// Focus implements part.Part.
func (r *Review) Focus(place domain.Place, _ string) bool {
	if place.Field != "comment" {
		r.deps.Reveal(r.view.status)
		r.view.passage.Focus()
		return true
	}
	for id, c := range r.view.cards {
		if id.String() == place.Item && c.shown.ID == id {
			r.deps.Reveal(c.content)
			c.reply.Focus()
			return true
		}
	}
	r.view.comment.Focus()
	return true
}

// step takes the message to another status.
func (r *Review) step(key string) {
	defer r.view.focusStep() // what was pressed may be gone
	if key == "approve" {
		r.deps.Apply(domain.ApproveMessage{ID: r.message, By: r.deps.Session.Author(), On: r.deps.Session.Device(), At: r.deps.Now()})
		return
	}
	to := map[string]domain.MessageStatus{
		"draft": domain.MessageDraft, "ask": domain.MessageReview, "again": domain.MessageApproved, "back": domain.MessageDraft, "hold": domain.MessageHold,
		"ready": domain.MessageReady, "done": domain.MessageDone, "resume": domain.MessageDraft,
	}[key]
	r.deps.Apply(domain.SetStatus{IDs: []domain.ID{r.message}, Status: to})
}

// sign says that whoever wrote here without a name is the one who works here now.
func (r *Review) sign() {
	r.deps.Apply(domain.SignMessage{ID: r.message, By: r.deps.Session.Author(), On: r.deps.Session.Device()})
	r.view.focusStep()
}

// since reads what changed after the approval and shows it, if the message is still
// the one on show.
func (r *Review) since() {
	asked := r.message
	r.deps.Past(func(commits []*journal.Commit) {
		c := r.deps.Session.Campaign()
		if m, ok := c.Message(asked); ok && asked == r.message && c.Lapsed(m) {
			r.view.showSince(r.present.since(commits, c, m))
			r.deps.Resized()
		}
	})
}

func (r *Review) turn(path string) {
	r.view.turn(path)
	r.deps.Resized()
}

// comment asks what is to be said about the passage that is selected, or about all
// of the text.
func (r *Review) comment() {
	at, _ := passageAt(r.view.shown.Passages, r.view.at)
	k := domain.Comment{Message: r.message, Field: at.Path}
	if start, end := r.view.text.Selection(); at.Path != "" && start < end {
		k.Anchor = text.NewAnchor(at.Text, start, end)
	}
	ask(r.deps.Env, question{Title: "review.comment_title", Where: at.Label, Quote: k.Anchor.Quote, Kind: true}, func(body string, request bool) {
		k.Body, k.Request = body, request
		r.add(k)
	})
}

func (r *Review) reply(to domain.ID) {
	begun, ok := r.deps.Session.Campaign().Comment(to)
	if !ok {
		return
	}
	ask(r.deps.Env, question{Title: "review.reply_title", Quote: begun.Body}, func(body string, _ bool) {
		r.add(domain.Comment{Message: r.message, Reply: to, Body: body})
	})
}

func (r *Review) add(k domain.Comment) {
	k.ID, k.Author, k.At = r.deps.NewID(), r.deps.Session.Author(), r.deps.Now()
	r.deps.Apply(domain.AddRecord{Record: k})
}

func (r *Review) resolve(id domain.ID, open bool) {
	e := domain.ResolveComment{ID: id}
	if open {
		e.By, e.At = r.deps.Session.Author(), r.deps.Now()
	}
	r.deps.Apply(e)
}

// remove needs no question: undo brings the comment back, with its answers.
func (r *Review) remove(id domain.ID) {
	r.deps.Apply(domain.RemoveRecord{Kind: domain.KindComment, ID: id})
	r.view.comment.Focus()
}

func (r *Review) goToPassage(id domain.ID) {
	k, ok := r.deps.Session.Campaign().Comment(id)
	if !ok {
		return
	}
	r.turn(k.Field)
	r.deps.Reveal(r.view.reading)
	r.view.text.Focus()
}

// question is what a dialog asks.
type question struct {
	Title string // key
	Where string // label of the text, "" where it needs none
	Quote string
	Kind  bool // whether it asks for a change is asked as well
}

// ask asks for a comment.
func ask(env *kit.Env, q question, done func(body string, request bool)) {
	var dialog *kit.FormDialog
	body := kit.NewEditor(env, kit.EditorOptions{Rows: 4, MaxRunes: domain.MaxLong, OnChanged: func(string) { dialog.Changed() }})
	fields := []kit.FormField{{Label: env.T("review.body"), Input: body, Check: func() string {
		if body.Text() == "" {
			return env.T("review.body_empty")
		}
		return ""
	}}}
	kind := kit.NewChoice(env, []kit.Option{
		{Value: "", Label: env.T("review.kind_remark")}, {Value: "request", Label: env.T("review.kind_request")},
	}, func(string) {})
	kind.SetValue("")
	if q.Kind {
		fields = append(fields, kit.FormField{Label: env.T("review.kind"), Help: env.T("review.kind_help"), Input: kind})
	}
	dialog = kit.ShowForm(env, kit.FormOptions{
		Title: env.T(q.Title), Above: above(env, q), Accept: env.T("review.add"), Fields: fields,
		OnAccept: func() bool {
			done(body.Text(), kind.Value() == "request")
			return true
		},
	})
	body.Focus()
}

// above is what a dialog is about.
func above(env *kit.Env, q question) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	if q.Where != "" {
		lines = append(lines, kit.NewParagraph(env, q.Where, kit.StyleStrong))
	}
	if q.Quote != "" {
		lines = append(lines, kit.NewParagraph(env, q.Quote, kit.StyleMuted))
	}
	if lines == nil {
		return nil
	}
	return kit.ColumnTight(lines...)
}
