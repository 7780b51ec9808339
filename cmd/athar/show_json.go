package main

import (
	"time"

	"athar/domain"
	"athar/domain/tally"
)

// The JSON of `athar show`. It is written out here and not derived from the
// domain's structs, so that renaming a field there does not break a script.

type shownCampaign struct {
	ID          domain.ID        `json:"id"`
	Title       string           `json:"title"`
	Goal        string           `json:"goal"`
	Stage       domain.Stage     `json:"stage"`
	Template    string           `json:"template"`
	Facts       map[string]bool  `json:"facts"`
	Created     time.Time        `json:"created"`
	OpenMusts   int              `json:"open_musts"`
	OpenShoulds int              `json:"open_shoulds"`
	Progress    shownProgress    `json:"progress"`
	Segments    []shownSegment   `json:"segments"`
	Messages    []shownMessage   `json:"messages"`
	Answers     []shownAnswer    `json:"answers"`
	Indicators  []shownIndicator `json:"indicators"`
	DataSets    []shownDataSet   `json:"data_sets"`
}

// shownProgress is how far messages and claims have come on the day of the command.
type shownProgress struct {
	Messages        map[domain.MessageStatus]int `json:"messages"` // by status
	Lapsed          int                          `json:"lapsed"`
	OpenRequests    int                          `json:"open_requests"`
	Claims          int                          `json:"claims"`
	ClaimsUnsourced int                          `json:"claims_unsourced"`
	ClaimsDue       int                          `json:"claims_due"`
}

func showProgress(t tally.Tally) shownProgress {
	out := shownProgress{map[domain.MessageStatus]int{}, t.Lapsed, t.Requests, t.Claims, t.Unsourced, t.Due}
	for _, s := range t.Messages {
		out.Messages[s.Is] = s.Messages
	}
	return out
}

// shownText is a text by language; Arabic and English are always there.
type shownText map[string]string

func inBoth(t domain.Text) shownText {
	out := shownText{"ar": t.Ar, "en": t.En}
	for _, lang := range t.Languages() {
		out[lang] = t.Of(lang)
	}
	return out
}

type shownSegment struct {
	ID         domain.ID `json:"id"`
	Name       string    `json:"name"`
	Role       string    `json:"role"`
	SizeLow    int       `json:"size_low"`
	SizeHigh   int       `json:"size_high"`
	SizeSource string    `json:"size_source"`
	AgeMin     int       `json:"age_min"`
	AgeMax     int       `json:"age_max"`
	Place      string    `json:"place"`
	Ask        string    `json:"ask"`
}

type shownMessage struct {
	ID       domain.ID            `json:"id"`
	Title    string               `json:"title"`
	Status   domain.MessageStatus `json:"status"`
	Core     shownText            `json:"core"`
	Action   shownText            `json:"action"`
	Variants map[string]shownText `json:"variants"`
	Segments []domain.ID          `json:"segments"`
}

type shownAnswer struct {
	Item   string             `json:"item"`
	Value  domain.AnswerValue `json:"value"`
	Reason string             `json:"reason"`
}

type shownIndicator struct {
	ID       domain.ID      `json:"id"`
	Name     string         `json:"name"`
	Metric   string         `json:"metric"`
	Baseline *float64       `json:"baseline"`
	Target   *float64       `json:"target"`
	Readings []shownReading `json:"readings"`
}

type shownReading struct {
	Date  string  `json:"date"`
	Value float64 `json:"value"`
	Note  string  `json:"note"`
}

type shownDataSet struct {
	ID      domain.ID         `json:"id"`
	File    string            `json:"file"`
	Shape   string            `json:"shape"`
	Kept    int               `json:"kept"`
	Columns []shownDataColumn `json:"columns"`
	From    *time.Time        `json:"from"`
	To      *time.Time        `json:"to"`
}

type shownDataColumn struct {
	Name    string  `json:"name"`
	Metric  string  `json:"metric"`
	Sum     float64 `json:"sum"`
	Missing int     `json:"missing"`
}

func showJSON(c domain.Campaign, s domain.Summary, t tally.Tally) shownCampaign {
	h := c.Header
	out := shownCampaign{
		ID: h.ID, Title: h.Title, Goal: h.Goal, Stage: h.Stage, Template: h.Template, Facts: map[string]bool{},
		Created: h.Created.UTC(), OpenMusts: s.OpenMusts, OpenShoulds: s.OpenShoulds, Progress: showProgress(t),
		Segments: []shownSegment{}, Messages: []shownMessage{}, Answers: []shownAnswer{},
		Indicators: []shownIndicator{}, DataSets: []shownDataSet{},
	}
	for f, yes := range h.Facts {
		out.Facts[string(f)] = yes
	}
	for _, seg := range c.SortedSegments() {
		out.Segments = append(out.Segments, shownSegment{
			seg.ID, seg.Name, seg.Role, seg.SizeLow, seg.SizeHigh, seg.SizeSource,
			seg.AgeMin, seg.AgeMax, seg.Place, seg.Ask,
		})
	}
	for _, m := range c.SortedMessages() {
		out.Messages = append(out.Messages, showMessage(m))
	}
	for _, a := range c.Answers {
		out.Answers = append(out.Answers, shownAnswer{a.Item, a.Value, a.Reason})
	}
	for _, i := range c.SortedIndicators() {
		out.Indicators = append(out.Indicators, showIndicator(c, i))
	}
	for _, d := range c.DataSets {
		out.DataSets = append(out.DataSets, showDataSet(d))
	}
	return out
}

func showMessage(m domain.Message) shownMessage {
	out := shownMessage{
		ID: m.ID, Title: m.Title, Status: m.Status, Core: inBoth(m.Core), Action: inBoth(m.Action),
		Variants: map[string]shownText{}, Segments: append([]domain.ID{}, m.Segments...),
	}
	for _, v := range m.Variants {
		out.Variants[v.Channel] = inBoth(v.Text)
	}
	return out
}

func showIndicator(c domain.Campaign, i domain.Indicator) shownIndicator {
	out := shownIndicator{i.ID, i.Name, i.Metric, i.Baseline, i.Target, []shownReading{}}
	for _, r := range c.SortedReadings(i.ID) {
		out.Readings = append(out.Readings, shownReading{r.At.Format(time.DateOnly), r.Value, r.Note})
	}
	return out
}

func showDataSet(d domain.DataSet) shownDataSet {
	out := shownDataSet{ID: d.ID, File: d.File, Shape: d.Shape, Kept: d.Kept, Columns: []shownDataColumn{}}
	for _, col := range d.Columns {
		out.Columns = append(out.Columns, shownDataColumn(col))
	}
	if !d.From.IsZero() {
		from, to := d.From.UTC(), d.To.UTC()
		out.From, out.To = &from, &to
	}
	return out
}
