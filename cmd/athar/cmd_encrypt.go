package main

import (
	"context"

	"athar/domain"
	"athar/persistence"
	"athar/persistence/vault"
)

// encryptJSON is the answer of `athar encrypt` and `athar decrypt`.
type encryptJSON struct {
	Encrypted bool     `json:"encrypted"`
	Code      string   `json:"recovery_code,omitempty"`
	Removed   []string `json:"removed"`
	Left      []string `json:"left"`
	Kept      string   `json:"kept"`
}

// passphraseJSON is the answer of `athar passphrase`.
type passphraseJSON struct {
	Changed bool   `json:"changed"`
	Code    string `json:"recovery_code,omitempty"`
}

// keyFile returns the key file of the data, nil for data that is not encrypted.
// The commands that need it take no arguments.
func (in *invocation) keyFile() (*vault.File, error) {
	if len(in.args) > 0 {
		return nil, errUsage{key: "cli.error.no_arguments"}
	}
	if err := in.findData(); err != nil {
		return nil, err
	}
	if !persistence.IsStore(in.data) {
		return nil, errUsage{"cli.vault.no_data", []any{"dir", in.data}}
	}
	return persistence.KeyFile(in.data)
}

func runEncrypt(in *invocation) error {
	file, err := in.keyFile()
	if err == nil && file != nil {
		err = domain.Problem(domain.ErrEncrypted, "")
	}
	if err != nil {
		return err
	}
	pass, err := in.askNew()
	if err != nil {
		return err
	}
	file, keys, code, err := vault.Create(pass, in.params())
	if err != nil {
		return err
	}
	defer keys.Wipe()
	opts := openOptions(keys)
	opts.NewKeys = file
	return in.interruptible(func(ctx context.Context) error {
		done, err := persistence.Encrypt(ctx, in.data, opts, persistence.ConvertOptions{Version: version})
		if err != nil {
			return err
		}
		if in.json {
			return in.printJSON(encryptJSON{true, code, orNone(done.Removed), orNone(done.Left), ""})
		}
		in.say("cli.vault.encrypted")
		in.sayCode(code)
		in.sayEach("cli.vault.removed", done.Removed)
		in.sayEach("cli.vault.left", done.Left)
		in.say("cli.vault.remnants")
		return nil
	})
}

func runDecrypt(in *invocation) error {
	file, err := in.keyFile()
	if err == nil && file == nil {
		err = domain.Problem(domain.ErrNotEncrypted, "")
	}
	if err != nil {
		return err
	}
	keys, err := in.keysOf(file, "cli.vault.ask")
	if err != nil {
		return err
	}
	return in.interruptible(func(ctx context.Context) error {
		done, err := persistence.Decrypt(ctx, in.data, openOptions(keys), persistence.ConvertOptions{Version: version})
		if err != nil {
			return err
		}
		if in.json {
			return in.printJSON(encryptJSON{false, "", []string{}, []string{}, done.Kept})
		}
		in.say("cli.vault.decrypted", "dir", done.Kept)
		return nil
	})
}

func runPassphrase(in *invocation) error {
	file, err := in.keyFile()
	if err == nil && file == nil {
		err = domain.Problem(domain.ErrNotEncrypted, "")
	}
	if err != nil {
		return err
	}
	old, err := in.ask("cli.vault.ask")
	if err != nil {
		return err
	}
	if in.newCode {
		code, err := newRecoveryCode(in.data, old, in.params())
		if err != nil {
			return err
		}
		if in.json {
			return in.printJSON(passphraseJSON{true, code})
		}
		in.sayCode(code)
		return nil
	}
	pass, err := in.askNew()
	if err != nil {
		return err
	}
	if err := changePassphrase(in.data, old, pass, in.params()); err != nil {
		return err
	}
	if in.json {
		return in.printJSON(passphraseJSON{Changed: true})
	}
	in.say("cli.vault.changed")
	return nil
}

// sayCode shows a recovery code, on a line of its own.
func (in *invocation) sayCode(code string) {
	in.say("cli.vault.code", "code", code)
}

// sayEach prints a sentence for each path.
func (in *invocation) sayEach(key string, paths []string) {
	for _, path := range paths {
		in.say(key, "path", path)
	}
}

// orNone is the list, and never null in JSON.
func orNone(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
