package gui

import "context"

// Guard protects the data with a passphrase. Passphrases it is given it
// overwrites.
//
// Its methods wait for the disk, and take a second on purpose whenever they try
// a passphrase, but Encrypted, which answers at once. When they end with an
// error or are cancelled, everything is as it was before.
type Guard interface {
	// Encrypted reports whether the data is protected.
	Encrypted() bool
	// Encrypt protects the data. It returns the recovery code, to be shown once:
	// groups of capital letters and digits, parted by hyphens. Errors have the
	// code ErrWeakPassphrase, or are about the disk.
	Encrypt(ctx context.Context, pass []byte, progress func(float64)) (recovery string, err error)
	// Decrypt removes the protection; ErrWrongPassphrase when that is not it.
	Decrypt(ctx context.Context, pass []byte, progress func(float64)) error
	// ChangePassphrase needs the old passphrase, or the recovery code.
	ChangePassphrase(ctx context.Context, old, new []byte) error
	// NewRecoveryCode makes the last recovery code useless and returns another.
	NewRecoveryCode(ctx context.Context, pass []byte) (string, error)
}

// protected reports whether only a passphrase opens the data.
func (w *Window) protected() bool { return w.deps.Guard != nil && w.deps.Guard.Encrypted() }
