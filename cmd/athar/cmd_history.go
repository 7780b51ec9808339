package main

import (
	"context"
	"fmt"
	"time"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/i18n"
	"athar/gui/wording"
)

// historyJSON is the answer of `athar history`.
type historyJSON struct {
	Campaign domain.ID    `json:"campaign"`
	Whole    bool         `json:"whole"` // nothing was altered or is missing
	Edits    int          `json:"edits"`
	Devices  int          `json:"devices"`
	Broken   []brokenJSON `json:"broken"`
	Missing  int          `json:"missing"`
	Actions  []actionJSON `json:"actions"` // the newest first
}

type brokenJSON struct {
	Edit   domain.ID    `json:"edit"`
	Device domain.ID    `json:"device"`
	Number uint64       `json:"number"`
	Code   journal.Code `json:"code"`
}

type actionJSON struct {
	ID       domain.ID     `json:"id"`
	At       time.Time     `json:"at"`
	Doubtful bool          `json:"clock_doubtful"`
	Author   string        `json:"author"`
	Device   domain.ID     `json:"device"`
	Act      string        `json:"act"` // did, undid, redid
	Label    string        `json:"label"`
	Records  []touchedJSON `json:"records"`
}

type touchedJSON struct {
	ID     domain.ID   `json:"id"`
	Kind   string      `json:"kind"` // the letter in the store
	Fate   string      `json:"fate"` // changed, added, returned, removed, forgotten, emptied
	Fields []fieldJSON `json:"fields"`
}

type fieldJSON struct {
	Path   string   `json:"path"`
	Before any      `json:"before,omitempty"`
	After  any      `json:"after,omitempty"`
	Came   []string `json:"came,omitempty"`
	Went   []string `json:"went,omitempty"`
}

// runHistory tells what was done to a campaign, the newest first, and whether
// anything of it was altered or left out since. One that was is a problem found.
func runHistory(in *invocation) error {
	name, err := in.one("cli.error.need_id")
	if err != nil {
		return err
	}
	id, err := campaignID(name)
	if err != nil {
		return err
	}
	return in.interruptible(func(ctx context.Context) error {
		return in.withStore(func(_ context.Context, o *opened) error {
			h, err := o.history(ctx, id)
			if err != nil {
				return err
			}
			if in.json {
				err = in.printJSON(h.row(id))
			} else {
				err = in.sayHistory(h)
			}
			if err == nil && !h.proof.Whole() {
				err = errProblems
			}
			return err
		})
	})
}

// past is the history of a campaign.
type past struct {
	lines   []audit.Line
	proof   audit.Proof
	devices map[domain.ID]string // by name, where they have one
}

func (o *opened) history(ctx context.Context, id domain.ID) (past, error) {
	h := past{devices: map[domain.ID]string{}}
	var commits []*journal.Commit
	for c, err := range o.store.History(ctx, id) {
		if err != nil {
			return h, err
		}
		commits = append(commits, c)
	}
	if len(commits) == 0 { // not even one that was removed for ever
		if _, err := o.campaign(ctx, id); err != nil {
			return h, err
		}
	}
	devices, err := o.store.Devices(ctx)
	if err != nil {
		return h, err
	}
	for _, d := range devices {
		h.devices[d.ID] = d.Name
	}
	h.lines = audit.Lines(commits, time.Now())
	h.proof, err = audit.Verify(ctx, id, commits)
	return h, err
}

func (in *invocation) sayHistory(h past) error {
	content, err := loadContent()
	if err != nil {
		return err
	}
	words := wording.New(in.printer, wording.Content{
		Channels: content.Channels, Checklist: content.Checklist, Metrics: content.Metrics,
		Frameworks: content.Frameworks,
	})
	for _, l := range h.lines {
		label := l.Label
		if !in.printer.Has(label) { // a newer Athar's
			label = "history.unknown_edit"
		}
		what := in.printer.T(label)
		switch l.Act {
		case audit.Undid:
			what = in.printer.T("history.undid", "what", what)
		case audit.Redid:
			what = in.printer.T("history.redid", "what", what)
		}
		in.say("cli.history.line", "time", in.printer.Moment(l.At.Local(), time.Now()), "what", what,
			"who", words.Who(l.Author, h.devices[l.Device]))
		if n := len(l.Records); n > 0 {
			about := words.Record(l.Records[0].Kind(), l.Records[0].Called)
			if n > 1 {
				about = in.printer.N("history.and_more", n-1, "first", about)
			}
			in.say("cli.history.record", "record", about)
		}
	}
	in.sayProof(h.proof)
	return nil
}

func (in *invocation) sayProof(p audit.Proof) {
	if p.Whole() {
		in.say("history.whole", "edits", in.printer.N("history.edits", p.Commits),
			"devices", in.printer.N("history.devices", p.Devices))
	}
	for _, b := range p.Broken {
		in.say("cli.history.broken", "number", int(b.Seq), "device", i18n.Island(b.Device.String()), "code", string(b.Code))
	}
	if p.Missing > 0 {
		fmt.Fprintln(in.out, in.printer.N("history.missing", p.Missing))
	}
}

func (h past) row(id domain.ID) historyJSON {
	out := historyJSON{
		Campaign: id, Whole: h.proof.Whole(), Edits: h.proof.Commits, Devices: h.proof.Devices,
		Broken: []brokenJSON{}, Missing: h.proof.Missing, Actions: []actionJSON{},
	}
	for _, b := range h.proof.Broken {
		out.Broken = append(out.Broken, brokenJSON{b.Commit, b.Device, b.Seq, b.Code})
	}
	for _, l := range h.lines {
		out.Actions = append(out.Actions, actionRow(l))
	}
	return out
}

func actionRow(l audit.Line) actionJSON {
	a := actionJSON{
		ID: l.Commits[0].ID, At: l.At.UTC(), Doubtful: l.Doubtful, Author: l.Author, Device: l.Device,
		Act: [...]string{audit.Did: "did", audit.Undid: "undid", audit.Redid: "redid"}[l.Act], Label: l.Label,
		Records: []touchedJSON{},
	}
	fates := [...]string{
		audit.Changed: "changed", audit.Added: "added", audit.Returned: "returned", audit.Removed: "removed",
		audit.Forgot: "forgotten", audit.Emptied: "emptied",
	}
	for _, r := range l.Records {
		t := touchedJSON{ID: r.Ref.ID, Kind: string(r.Ref.Kind), Fate: fates[r.Fate], Fields: []fieldJSON{}}
		for _, d := range r.Differences {
			t.Fields = append(t.Fields, fieldJSON{d.Path, plainValue(d.Before), plainValue(d.After), d.Came, d.Went})
		}
		a.Records = append(a.Records, t)
	}
	return a
}

// plainValue returns what JSON says of a value; nil for none.
func plainValue(v journal.Value) any {
	switch v.Type() {
	case journal.TypeText, journal.TypeString, journal.TypeOrder:
		return v.Text()
	case journal.TypeInt:
		return v.Int()
	case journal.TypeFloat:
		return v.Float()
	case journal.TypeBool:
		return v.Bool()
	case journal.TypeTime:
		return v.Time()
	case journal.TypeSet:
		return v.Elements()
	}
	return nil
}
