package gui

import (
	"cmp"
	"context"
	"slices"

	"athar/domain"
	"athar/gui/kit"
)

// Identity is what this computer, and who works on it, are called in the
// history. The names are content and are kept with it.
type Identity interface {
	Current() domain.Device
	// Become keeps other names; it waits for the store. They count for what is
	// done from then on.
	Become(ctx context.Context, author, device string) error
}

// mostOwn is how many of this computer's commits are looked through for names
// used before.
const mostOwn = 500

// offerNames asks once, without being in anybody's way, who works here: at a
// start at which there is something to attribute, and nothing else to say.
func (w *Window) offerNames() {
	now := w.deps.Who.Current()
	if w.lockedReason() != "" || w.settings.AskedWho || now.Author != "" || w.banner.Sentence() != "" || !slices.ContainsFunc(w.desk.List(), isOwn) {
		return
	}
	w.settings.AskedWho = true
	w.keepSettings()
	w.banner.Tell(kit.ToneInfo, w.env.T("people.offer"),
		kit.BannerAction{Label: w.env.T("people.offer_yes"), Do: w.showPeople},
		kit.BannerAction{Label: w.env.T("people.not_now"), Do: func() {}})
}

// isOwn reports whether somebody here wrote a campaign, and did not only look at
// the sample.
func isOwn(s domain.Summary) bool { return !s.Sample && !s.InTrash() }

// showPeople asks who works here. The names used before are looked for first.
func (w *Window) showPeople() {
	w.saved(func() {
		campaign := domain.NoID
		if c, ok := w.desk.Current(); ok {
			campaign = c.ID()
		}
		var used []string
		var err error
		w.deps.Run.Background(func() { used, err = w.namesUsed(campaign) }, func() {
			w.report(err)
			w.askNames(used)
		})
	})
}

// namesUsed returns the names of people who worked here before: those that
// computers are known by, and those of this computer's newest edits to a campaign.
func (w *Window) namesUsed(campaign domain.ID) ([]string, error) {
	ctx, store := context.Background(), w.deps.Session.Store
	devices, err := store.Devices(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, d := range devices {
		names = append(names, d.Author)
	}
	if campaign != domain.NoID {
		own, err := store.Own(ctx, campaign, w.deps.Who.Current().ID, mostOwn)
		if err != nil {
			return nil, err
		}
		for _, c := range own {
			names = append(names, c.Author)
		}
	}
	slices.SortFunc(names, compareNames)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" }), nil
}

// askNames asks for both names. Both may stay empty.
func (w *Window) askNames(used []string) {
	env, now := w.env, w.deps.Who.Current()
	name := kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("people.name_example"), Text: now.Author, MaxRunes: domain.MaxName, OwnUndo: true,
	})
	device := kit.NewField(env, kit.FieldOptions{
		Placeholder: env.T("people.device_example"), Text: cmp.Or(now.Name, w.deps.Computer), MaxRunes: domain.MaxName, OwnUndo: true,
	})
	form := kit.Form(env, kit.NewParagraph(env, env.T("people.why"), kit.StyleBody))
	if len(used) > 0 && !slices.Equal(used, []string{now.Author}) {
		form.Add(kit.NewFormItem(env, env.T("people.used"), "", usedNames(env, used, now.Author, name)))
	}
	form.Add(kit.NewFormItem(env, env.T("people.name"), env.T("people.name_help"), name))
	form.Add(kit.NewFormItem(env, env.T("people.device"), env.T("people.device_help"), device))
	kit.ShowDialog(env, kit.DialogOptions{
		Title: env.T("people.title"), Content: form, Accept: env.T("people.accept"), MinSize: columnWide(),
		OnAccept: func() bool {
			w.becomeNames(name.Text(), device.Text())
			return true
		},
	})
}

// usedNames puts a name that was used before into the field.
func usedNames(env *kit.Env, used []string, current string, name *kit.Field) *kit.Select {
	var options []kit.Option
	for _, n := range used {
		options = append(options, kit.Option{Value: n, Label: n})
	}
	choice := kit.NewSelect(env, options, name.SetText)
	choice.SetValue(current)
	return choice
}

// becomeNames keeps the names and goes on with them.
func (w *Window) becomeNames(author, device string) {
	w.settings.AskedWho = true
	w.keepSettings()
	now := w.deps.Who.Current()
	if now.Author == author && now.Name == device {
		return
	}
	var err error
	w.deps.Run.Background(func() { err = w.deps.Who.Become(context.Background(), author, device) }, func() {
		w.report(err)
		if err != nil {
			return
		}
		if w.desk.open != nil {
			w.desk.open.SetAuthor(author)
		}
		w.say(w.env.T("people.kept"))
	})
}
