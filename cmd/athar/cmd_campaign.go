package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/starter"
	"athar/domain/tally"
	"athar/gui/wording"
)

// campaignJSON is a campaign in lists. The keys are part of the documented
// interface of the terminal.
type campaignJSON struct {
	ID      domain.ID    `json:"id"`
	Title   string       `json:"title"`
	Stage   domain.Stage `json:"stage"`
	Updated time.Time    `json:"updated"`
}

// listed is what a list says of a campaign.
func listed(s domain.Summary) campaignJSON {
	return campaignJSON{s.ID, s.Title, s.Stage, s.Updated.UTC()}
}

func runList(in *invocation) error {
	if len(in.args) > 0 {
		return errUsage{key: "cli.error.no_arguments"}
	}
	return in.withStore(func(ctx context.Context, o *opened) error {
		all, err := o.library.List(ctx)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, domain.Summary.InTrash)
		if in.json {
			out := make([]campaignJSON, 0, len(all))
			for _, s := range all {
				out = append(out, listed(s))
			}
			return in.printJSON(out)
		}
		if len(all) == 0 {
			in.say("cli.list.empty")
		}
		for _, s := range all {
			in.say("cli.list.row", "id", s.ID.String(), "title", s.Title,
				"stage", in.printer.T("stage."+string(s.Stage)), "date", in.printer.Date(s.Updated))
		}
		return nil
	})
}

func runNew(in *invocation) error {
	if len(in.args) > 0 {
		return errUsage{key: "cli.error.no_arguments"}
	}
	if in.title == "" && !in.sample {
		return errUsage{key: "cli.error.title"}
	}
	return in.withStore(func(ctx context.Context, o *opened) error {
		c, err := in.makeCampaign(ctx, o)
		if err != nil {
			return err
		}
		if !in.json {
			_, err = fmt.Fprintln(in.out, c.ID())
			return err
		}
		all, err := o.library.List(ctx) // as it was kept: only the store knows when
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(s domain.Summary) bool { return s.ID == c.ID() })
		if i < 0 {
			return domain.Problem(domain.ErrNotFound, "campaign")
		}
		return in.printJSON(listed(all[i]))
	})
}

// makeCampaign keeps the campaign that was asked for: blank, from a template,
// or the sample.
func (in *invocation) makeCampaign(ctx context.Context, o *opened) (domain.Campaign, error) {
	if in.sample {
		return keepSample(ctx, o.library, o.store, o.deps, in.lang, in.title)
	}
	c := starter.Blank(domain.NewID, o.deps.Now(), in.title)
	if in.template != "" {
		templates, err := loadTemplates()
		if err != nil {
			return c, err
		}
		i := slices.IndexFunc(templates, func(t starter.Template) bool { return t.ID == in.template })
		if i < 0 {
			return c, errUsage{"cli.error.template", []any{"template", in.template}}
		}
		c = templates[i].Campaign(domain.NewID, o.deps.Now(), in.lang, in.title)
	}
	return c, o.library.Add(ctx, c)
}

func runShow(in *invocation) error {
	arg, err := in.one("cli.error.need_id")
	if err != nil {
		return err
	}
	id, err := campaignID(arg)
	if err != nil {
		return err
	}
	list, err := loadChecklist()
	if err != nil {
		return err
	}
	return in.withStore(func(ctx context.Context, o *opened) error {
		c, err := o.campaign(ctx, id)
		if err != nil {
			return err
		}
		s := o.deps.Summarise(c, time.Time{})
		if in.json {
			return in.printJSON(showJSON(c, s, tally.Of(c, time.Now())))
		}
		p := in.printer
		in.say("cli.show.title", "title", c.Header.Title, "stage", p.T("stage."+string(c.Header.Stage)))
		if c.Header.Goal != "" {
			in.say("cli.show.goal", "goal", c.Header.Goal)
		}
		in.say("cli.show.counts", "segments", s.Segments, "messages", s.Messages, "datasets", s.DataSets)
		for _, line := range wording.Tally(p, tally.Of(c, time.Now())) {
			fmt.Fprintln(in.out, line)
		}
		in.say("cli.show.open", "musts", s.OpenMusts, "shoulds", s.OpenShoulds, "items", len(list.Items))
		for _, seg := range c.SortedSegments() {
			in.say("cli.show.segment", "name", seg.Name)
		}
		for _, m := range c.SortedMessages() {
			in.say("cli.show.message", "title", m.Title, "text", m.Core.In(in.lang))
		}
		for _, d := range c.DataSets {
			in.say("cli.show.dataset", "file", d.File, "kept", d.Kept)
		}
		return nil
	})
}
