package main

import (
	"context"

	"athar/domain"
	"athar/gui"
	"athar/persistence"
	"athar/persistence/vault"
)

// guard protects the data of the program for its window.
type guard struct {
	p *program
	// params says how much work it is to try a new passphrase.
	params func() vault.Params
}

// strong are parameters for new passphrases: what this computer does in about a
// second.
func strong() vault.Params { return vault.Tuned(vault.Measure) }

var _ gui.Guard = guard{}

// guard returns nil where the data cannot be protected. What is protected can be
// locked also where nothing can be changed.
func (p *program) guard() gui.Guard {
	if p.store.Reading() != "" && p.keys == nil {
		return nil
	}
	return guard{p, strong}
}

// Encrypted implements gui.Guard.
func (g guard) Encrypted() bool { return g.p.keys != nil }

// CheckPassphrase implements gui.Guard.
func (g guard) CheckPassphrase(pass []byte) error { return vault.CheckPassphrase(pass) }

// Try implements gui.Guard.
func (g guard) Try(pass []byte) error {
	_, keys, err := openKeys(g.p.store.Dir(), pass)
	if err != nil {
		return err
	}
	keys.Wipe()
	return nil
}

// Encrypt implements gui.Guard.
func (g guard) Encrypt(ctx context.Context, pass []byte, progress func(float64)) (gui.Protection, error) {
	file, keys, code, err := vault.Create(pass, g.params())
	if err != nil {
		return gui.Protection{}, err
	}
	opts := openOptions(keys)
	opts.NewKeys = file
	made := gui.Protection{Code: code}
	changed, err := g.convert(keys, func(dir string) error {
		done, err := persistence.Encrypt(ctx, dir, opts, persistence.ConvertOptions{Version: version, Progress: progress})
		made.Removed, made.Readable = done.Removed, done.Left
		return err
	})
	if !changed {
		keys.Wipe()
		return gui.Protection{}, err
	}
	return made, err
}

// Decrypt implements gui.Guard.
func (g guard) Decrypt(ctx context.Context, pass []byte, progress func(float64)) error {
	file, keys, err := openKeys(g.p.store.Dir(), pass)
	if err != nil {
		return err
	}
	defer keys.Wipe()
	was := g.p.keys
	changed, err := g.convert(nil, func(dir string) error {
		_, err := persistence.Decrypt(ctx, dir, openOptions(keys), persistence.ConvertOptions{Version: version, Progress: progress})
		return err
	})
	if changed {
		was.Wipe()
		if computer := machineID(); g.p.chain != nil && file.HasKeychain(computer) && g.p.chain.Available() {
			_ = g.p.chain.Delete(file.KeychainName(computer)) // it opens nothing any more
		}
	}
	return err
}

// convert closes the data, has it converted, and opens it with what opens it
// then: next, or what opened it before. changed reports which; something can
// have gone wrong after the data was converted, too.
func (g guard) convert(next *vault.Keys, change func(dir string) error) (changed bool, err error) {
	p := g.p
	p.closeLog() // it lies in the folder that is renamed
	dir := p.store.Dir()
	_ = p.store.Close() // what could not be put in order is mended by the next open
	err = change(dir)
	file, unknown := persistence.KeyFile(dir)
	if changed = unknown == nil && (file != nil) == (next != nil); changed {
		p.keys = next
	}
	p.store, p.failed = persistence.Open(dir, openOptions(p.keys))
	return changed, err
}

// ChangePassphrase implements gui.Guard.
func (g guard) ChangePassphrase(_ context.Context, old, pass []byte) error {
	return changePassphrase(g.p.store.Dir(), old, pass, g.params())
}

// NewRecoveryCode implements gui.Guard.
func (g guard) NewRecoveryCode(_ context.Context, pass []byte) (string, error) {
	return newRecoveryCode(g.p.store.Dir(), pass, g.params())
}

// openKeys opens the keys of the data in a folder with a passphrase or the
// recovery code, which it wipes.
func openKeys(dir string, pass []byte) (*vault.File, *vault.Keys, error) {
	defer clear(pass)
	file, err := persistence.KeyFile(dir)
	if err != nil {
		return nil, nil, err
	}
	if file == nil {
		return nil, nil, domain.Problem(domain.ErrNotEncrypted, "")
	}
	keys, err := file.Open(pass)
	return file, keys, err
}

// changePassphrase puts another passphrase in the place of the one there is. It
// wipes both. The keychains of other computers open the data no more: somebody who
// lost one of them has no other way to say so.
func changePassphrase(dir string, old, pass []byte, p vault.Params) error {
	defer clear(pass)
	if err := vault.CheckPassphrase(pass); err != nil {
		clear(old)
		return err
	}
	file, keys, err := openKeys(dir, old)
	if err != nil {
		return err
	}
	defer keys.Wipe()
	if file, err = file.NewPassphrase(keys, pass, p); err != nil {
		return err
	}
	return persistence.WriteKeyFile(dir, file.OnlyKeychain(machineID()))
}

// newRecoveryCode puts another recovery code in the place of the one there is.
func newRecoveryCode(dir string, pass []byte, p vault.Params) (string, error) {
	file, keys, err := openKeys(dir, pass)
	if err != nil {
		return "", err
	}
	defer keys.Wipe()
	file, code, err := file.NewRecoveryCode(keys, p)
	if err == nil {
		err = persistence.WriteKeyFile(dir, file)
	}
	if err != nil {
		return "", err
	}
	return code, nil
}
