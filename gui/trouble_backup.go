package gui

import (
	"path/filepath"

	"athar/domain/backup"
	"athar/gui/kit"
)

// chooseBackup asks for a backup, restores it and calls next when that is done.
// There is nothing to compare it with; what is damaged is kept.
func (t Trouble) chooseBackup(env *kit.Env, next func()) {
	kit.ChooseFiles(env, kit.ChooserOptions{
		Title: env.T("restore.title"), Extensions: []string{backup.Extension},
		Start:    filepath.Join(t.DataDir, "checkpoints"),
		OnChosen: func(paths []string) { t.restore(env, paths[0], []string{paths[0], t.DataDir}, next) },
	})
}

// restore restores a backup. It asks for the passphrases of what is sealed, one
// after the other, as long as one is needed.
func (t Trouble) restore(env *kit.Env, path string, sealed []string, next func()) {
	_, release := hold(env, env.T("restore.title"), env.T("restore.working"), func() {})
	t.Restore(path, func(err error) {
		release()
		switch {
		case err == nil:
			next() // first: nobody is asked for what was just given
			t.Sealed.Forget()
		case t.asks(env, "restore.title", sealed, err, func(rest []string) { t.restore(env, path, rest, next) }):
		default:
			t.Sealed.Forget()
			t.tell(env, "restore.title", err)
		}
	})
}

// tell says in a dialog what went wrong.
func (t Trouble) tell(env *kit.Env, title string, err error) {
	kit.ShowDialog(env, kit.DialogOptions{
		Title:   env.T(title),
		Content: kit.NewParagraph(env, t.Printer.Error(err), kit.StyleBody).Selectable(),
		Cancel:  env.T("help.close"),
	})
}

// asks asks for the passphrase of the first thing that is sealed where an error
// says that one is needed, and then calls again with the others. It reports
// whether it asks.
func (t Trouble) asks(env *kit.Env, title string, sealed []string, err error, again func(rest []string)) bool {
	if !isSealed(err) || len(sealed) == 0 {
		return false
	}
	var line *kit.Secret
	in := passWindow{
		env: env, background: t.Background, clear: func() { line.Clear() },
		secret: func(o kit.SecretOptions) *kit.Secret { line = kit.NewSecret(env, o); return line },
	}
	above := []string{"sealed.what", "sealed.which"}
	if sealed[0] == t.DataDir {
		above = []string{"sealed.data"}
	}
	in.ask(passOptions{
		title: title, accept: "sealed.accept", file: sealed[0], old: true, above: above, givenUp: t.Sealed.Forget,
		use: func(f *passForm) {
			f.try(func(pass, _ []byte) error { return t.Sealed.Open(sealed[0], pass) }, func(err error) {
				switch {
				case f.givenUp:
					t.Sealed.Forget()
				case err != nil:
					t.Sealed.Forget()
					t.tell(env, title, err)
				default:
					again(sealed[1:])
				}
			})
		},
	})
	return true
}
