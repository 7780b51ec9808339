package gui

import (
	"context"

	"athar/domain/channel"
	"athar/gui/limits"
)

// Limits are what people know better than the numbers that Athar came with.
type Limits struct {
	Kept []channel.Limit // at the start
	// Keep keeps others in place of those there were; it waits for the store.
	Keep func(ctx context.Context, all []channel.Limit) error
}

// useLimits makes limits count everywhere in the window from now on.
func (w *Window) useLimits(all []channel.Limit) {
	w.deps.Limits.Kept = all
	w.deps.Content.Channels = w.ours.With(all)
}

// showLimits shows the limits of the channels.
func (w *Window) showLimits() {
	limits.Show(limits.Deps{
		Env: w.env, Ours: w.ours, Kept: w.deps.Limits.Kept, Now: w.deps.Session.Now, Locked: w.lockedReason(),
		Keep: w.keepLimits,
	})
}

// keepLimits keeps limits. Once they are kept they count; what shows them is made
// anew when the dialog was closed.
func (w *Window) keepLimits(all []channel.Limit, done func(bool)) {
	var err error
	w.deps.Run.Background(func() { err = w.deps.Limits.Keep(context.Background(), all) }, func() {
		w.report(err)
		if err == nil {
			w.useLimits(all)
			w.proofs.SetChannels(w.deps.Content.Channels)
			w.rebuild()
		}
		done(err == nil)
	})
}
