// Package takeover says what a workspace takes over from a colleague's beside the
// campaigns: the words of the personal dictionary, and the limits of channels that the
// colleague corrected. Both are facts that two people need not find out twice.
//
// It never takes over what somebody does not want to hear: rules that are off, passages
// that are not to be marked again, and dictionaries stay as they were chosen here.
package takeover

import (
	"context"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/proofing"
	"athar/domain/spelling"
)

// Workspace is what takes over.
type Workspace struct {
	Mine     domain.Preferences
	Channels channel.Catalog // with the limits that Athar came with
	Now      func() time.Time
}

// Taken is what came, or would come.
type Taken struct {
	Words  []string        // new to the personal dictionary, sorted
	Limits []channel.Limit // new, or of a later day than the one that was known
}

// Nothing reports whether nothing came.
func (t Taken) Nothing() bool { return len(t.Words)+len(t.Limits) == 0 }

// Take takes over what another workspace knows and this one does not; with dry it only
// tells. What is damaged on either side is left as it is: then nothing of it comes.
func (w Workspace) Take(ctx context.Context, theirs domain.Preferences, dry bool) (Taken, error) {
	var out Taken
	var all proofing.Choices
	err := w.join(ctx, theirs, proofing.Preference, dry, func(mine, theirs []byte) (data []byte, changed bool) {
		all, out.Words = joinWords(mine, theirs)
		return all.Bytes(), len(out.Words) > 0
	})
	if err != nil {
		return Taken{}, err
	}
	err = w.join(ctx, theirs, channel.Preference, dry, func(mine, theirs []byte) (data []byte, changed bool) {
		var kept []channel.Limit
		kept, out.Limits = w.joinLimits(mine, theirs)
		return channel.FormatLimits(kept), len(out.Limits) > 0
	})
	return out, err
}

// join makes one out of what both keep under a name.
func (w Workspace) join(
	ctx context.Context, theirs domain.Preferences, name string, dry bool, of func(mine, theirs []byte) (data []byte, changed bool),
) error {
	there, err := theirs.Preference(ctx, name)
	if err != nil || len(there) == 0 {
		return err
	}
	here, err := w.Mine.Preference(ctx, name)
	if err != nil {
		return err
	}
	data, changed := of(here, there)
	if !changed || dry {
		return nil
	}
	return w.Mine.SetPreference(ctx, name, data)
}

// joinWords returns my choices with their words, and which of these are new.
func joinWords(mine, theirs []byte) (all proofing.Choices, came []string) {
	all, err := proofing.ParseChoices(mine)
	other, broken := proofing.ParseChoices(theirs)
	if err != nil || broken != nil {
		return all, nil
	}
	known := spelling.NewPersonal(all.Words...)
	joined := spelling.NewPersonal(slices.Concat(all.Words, other.Words)...) // mine first: there may be too many
	all.Words = joined.Words()
	for _, word := range all.Words {
		if !known.Knows(word) {
			came = append(came, word)
		}
	}
	return all, came
}

// joinLimits returns my limits with those of theirs that are of a later day, and these.
func (w Workspace) joinLimits(mine, theirs []byte) (all, came []channel.Limit) {
	all, err := channel.ParseLimits(mine)
	others, broken := channel.ParseLimits(theirs)
	if err != nil || broken != nil {
		return all, nil
	}
	for _, l := range others {
		if w.isNews(l, all) {
			all, came = channel.Put(all, l), channel.Put(came, l)
		}
	}
	return all, came
}

// isNews reports whether a limit says something that is not known here. Against one
// that a person gave here it must be of a later day, against one that Athar came with
// of the same day at least. A day that is still to come is a slip of the pen, and would
// win for ever.
func (w Workspace) isNews(l channel.Limit, mine []channel.Limit) bool {
	tomorrow := w.Now().AddDate(0, 0, 1).Format(time.DateOnly) // somewhere it is that day already
	if w.Channels.Check(l) != nil || l.AsOf > tomorrow {
		return false
	}
	if i := slices.IndexFunc(mine, l.Same); i >= 0 {
		return l.Number != mine[i].Number && l.AsOf > mine[i].AsOf
	}
	ch, _ := w.Channels.Channel(l.Channel)
	f, _ := ch.Field(l.Field)
	ours, _ := f.Number(l.Part)
	return l.Number != ours.Number && l.AsOf >= ours.AsOf
}
