package gui

import (
	"athar/domain"
)

// Sealed opens backups that another passphrase protects than the data: those of
// a colleague, and those of a time when the data had other keys.
type Sealed interface {
	// Open tries a passphrase, or the recovery code, on the backup at a path and
	// overwrites it. From then on Merge, Backups.Preview and Backups.Restore can
	// read the backup, until Forget. It waits for the disk and takes a second on
	// purpose. Errors have the codes ErrWrongPassphrase and ErrRecoveryTypo, or
	// are about the file.
	Open(path string, pass []byte) error
	// Forget wipes what Open found.
	Forget()
}

// askSealed asks for the passphrase of a backup where an error says that it is
// needed, and then calls again. It reports whether it asks.
func (w *Window) askSealed(title, path string, err error, again func()) bool {
	if !isSealed(err) {
		return false
	}
	w.askPass(passOptions{
		title: title, accept: "sealed.accept", file: path, old: true, above: []string{"sealed.what", "sealed.which"},
		use: func(f *passForm) {
			f.try(func(pass, _ []byte) error { return w.deps.Sealed.Open(path, pass) }, func(err error) {
				if err == nil && !f.givenUp {
					again()
					return
				}
				w.deps.Sealed.Forget()
				if !f.givenUp {
					w.report(err)
				}
			})
		},
	})
	return true
}

// isSealed reports whether an error says that a passphrase is needed.
func isSealed(err error) bool {
	code := domain.CodeOf(err)
	return code == domain.ErrLocked || code == domain.ErrKeyOther
}
