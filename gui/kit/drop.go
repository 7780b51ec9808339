package kit

import "slices"

type dropCatcher struct{ use func(paths []string) }

// Drop offers files that were dropped on the window to what is open over it, and
// reports whether something was: then they are not for the page below.
func (e *Env) Drop(paths []string) bool {
	if len(e.drops) > 0 && len(paths) > 0 {
		e.drops[len(e.drops)-1].use(paths)
		return true
	}
	return e.Window.Canvas().Overlays().Top() != nil
}

// catchDrops gives use the files that are dropped on the window until release is
// called.
func (e *Env) catchDrops(use func(paths []string)) (release func()) {
	c := &dropCatcher{use}
	e.drops = append(e.drops, c)
	return func() {
		e.drops = slices.DeleteFunc(e.drops, func(d *dropCatcher) bool { return d == c })
	}
}

// inBackground runs work beside the window and then done, or both at once where
// there is no background.
func (e *Env) inBackground(work, done func()) {
	if e.Background != nil {
		e.Background(work, done)
		return
	}
	work()
	done()
}
