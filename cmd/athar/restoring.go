package main

import (
	"context"

	"athar/domain"
	"athar/domain/backup"
	"athar/gui"
	"athar/persistence"
)

// backups are the backups of the open data, for the window.
func (p *program) backups() gui.Backups {
	return gui.Backups{Keeper: keeper{p.store, p.keysFor}, Restore: p.restore, Revert: p.revert}
}

// restore puts a backup in the place of the data and shows the window anew.
func (p *program) restore(ctx context.Context, path string, progress func(float64), ready func()) {
	p.replace("notice.restored", ready, func(dir string) error {
		_, err := persistence.Restore(ctx, dir, path, openOptions(p.keys), persistence.RestoreOptions{
			Other: true, Keys: p.keysFor(path), Progress: progress, // the window said so, and asked
		})
		return err
	})
}

// revert brings back the data that was put aside last.
func (p *program) revert(ready func()) {
	p.replace("notice.reverted", ready, func(dir string) error {
		_, err := persistence.Revert(dir, openOptions(p.keys))
		return err
	})
}

// restoreDamaged puts a backup in the place of data that cannot be opened.
func (p *program) restoreDamaged(path string, done func(error)) {
	var err error
	p.run.Background(func() {
		_, err = persistence.Restore(context.Background(), p.in.data, path, openOptions(p.keysOfRemains()),
			persistence.RestoreOptions{Other: true, Keys: p.keysFor(path)})
	}, func() { done(err) })
}

// restored opens what was put in the place of data that could not be opened, with the
// keys that were given for that.
func (p *program) restored() { p.show(p.reopen(p.in.data)) }

// replace closes the data, has it replaced in the background, and shows the
// window anew with what is there then.
func (p *program) replace(notice string, ready func(), change func(dir string) error) {
	var err, failed error
	p.closeLog() // it lies in the folder that is renamed
	p.run.Background(func() {
		if err = p.backUpBefore(); err != nil {
			return // the data is still open, and as it was
		}
		_ = p.store.Close() // what could not be put in order is mended by the next open
		dir := p.store.Dir()
		err = change(dir)
		p.store, failed = p.reopen(dir)
	}, func() {
		p.sealed.Forget()
		ready()
		p.left, p.first = nil, gui.First{Notice: notice}
		if err != nil {
			p.first = gui.First{Problem: err}
		}
		p.showAnew(failed)
	})
}

// backUpBefore backs the data up before it is replaced. Damaged data is no
// reason against that: it is kept as it is.
func (p *program) backUpBefore() error {
	_, err := keeper{store: p.store}.Make(context.Background(), backup.BeforeRestore, nil)
	if domain.CodeOf(err) == domain.ErrStoreDamaged {
		return nil
	}
	return err
}

// backUpBeforeImport backs up what changed. An import only adds, so a backup
// that fails does not keep anybody from it.
func (p *program) backUpBeforeImport(ctx context.Context) {
	if k := (keeper{store: p.store}); k.Changed() {
		if _, err := k.Make(ctx, backup.BeforeImport, nil); err != nil {
			p.logger().Error("back up before an import", "code", domain.CodeOf(err))
		}
	}
}

// showAnew shows the data in the window there is, or why it cannot be opened.
func (p *program) showAnew(failed error) {
	locked := domain.CodeOf(failed) == domain.ErrLocked
	if failed != nil && !locked {
		p.window.ShowLost(failed)
		return
	}
	p.reuse(p.window.Fyne())
	p.show(p.store, failed)
}
