package main

import (
	"encoding/base64"
	"errors"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/zalando/go-keyring"

	"athar/domain"
	"athar/gui"
	"athar/persistence"
	"athar/persistence/vault"
)

// keychain keeps secrets for whoever is logged in to the computer. Its methods may
// wait for a person who is asked to unlock it.
type keychain interface {
	// Available reports whether there seems to be one, without asking it.
	Available() bool
	// Get returns a secret; errNoSecret when there is none under the name.
	Get(name string) ([]byte, error)
	Set(name string, secret []byte) error
	Delete(name string) error
}

// errNoSecret says that a keychain has nothing under a name.
var errNoSecret = errors.New("nothing of that name in the keychain")

// keychainPatience is how long a start waits for the keychain before it asks for
// the passphrase.
const keychainPatience = 5 * time.Second

// systemKeychain is that of the system: the Secret Service on Linux, the Credential
// Manager of Windows, the Keychain of macOS.
type systemKeychain struct{}

// keychainService is under which name of a program the secrets stand there.
const keychainService = "Athar"

// Available implements keychain. On Linux the Secret Service is spoken to over the
// bus of the session, which must be a socket of this computer: an address of
// another kind could lead to a network, and without any, a program would be started
// to make a bus.
func (systemKeychain) Available() bool {
	if runtime.GOOS != "linux" {
		return runtime.GOOS == "windows" || runtime.GOOS == "darwin"
	}
	return isLocalBus(os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
}

// isLocalBus reports whether every address of a bus is a socket of this computer.
func isLocalBus(addresses string) bool {
	for address := range strings.SplitSeq(addresses, ";") {
		if !strings.HasPrefix(address, "unix:") {
			return false
		}
	}
	return true
}

// Get implements keychain.
func (systemKeychain) Get(name string) ([]byte, error) {
	text, err := keyring.Get(keychainService, name)
	if errors.Is(err, keyring.ErrNotFound) {
		return nil, errNoSecret
	}
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}

// Set implements keychain.
func (systemKeychain) Set(name string, secret []byte) error {
	return keyring.Set(keychainService, name, base64.StdEncoding.EncodeToString(secret))
}

// Delete implements keychain.
func (systemKeychain) Delete(name string) error {
	err := keyring.Delete(keychainService, name)
	if errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	return err
}

// keysFromKeychain opens the keys of the data in a folder without asking anybody.
// Where that is wanted and cannot be done, why is the key of a sentence. Data that
// no keychain opens never makes one be asked.
func keysFromKeychain(dir string, chain keychain, patience time.Duration) (keys *vault.Keys, why string) {
	file, err := persistence.KeyFile(dir)
	computer := machineID()
	if err != nil || file == nil || !file.HasKeychain(computer) {
		return nil, ""
	}
	if !chain.Available() {
		return nil, "keychain.absent"
	}
	type answer struct {
		secret []byte
		err    error
	}
	got := make(chan answer, 1)
	go func() {
		secret, err := chain.Get(file.KeychainName(computer))
		got <- answer{secret, err}
	}()
	select {
	case a := <-got:
		switch {
		case errors.Is(a.err, errNoSecret):
			return nil, "keychain.gone"
		case a.err != nil:
			return nil, "keychain.closed"
		}
		if keys, err = file.OpenKeychain(a.secret); err != nil {
			return nil, "keychain.changed"
		}
		return keys, ""
	case <-time.After(patience):
		return nil, "keychain.closed"
	}
}

// useKeychain has a keychain open the data in a folder. The passphrase, which it
// wipes, is asked for because it would open everything from then on.
func useKeychain(dir string, pass []byte, chain keychain) error {
	file, keys, err := openKeys(dir, pass)
	if err != nil {
		return err
	}
	defer keys.Wipe()
	computer := machineID()
	if computer != machineID() { // it cannot be kept, and the next start would not know its slot
		return domain.Problem(domain.ErrKeychain, "")
	}
	next, secret, err := file.WithKeychain(keys, computer)
	if err != nil {
		return err
	}
	defer clear(secret)
	if err := chain.Set(next.KeychainName(computer), secret); err != nil {
		return domain.Problem(domain.ErrKeychain, "") // whose own words may be about anything
	}
	if err := persistence.WriteKeyFile(dir, next); err != nil {
		return err
	}
	if was := file.KeychainName(computer); was != next.KeychainName(computer) {
		_ = chain.Delete(was) // it opens nothing any more
	}
	return nil
}

// forgetKeychain has the keychain of this computer open the data in a folder no more.
// A secret that stays behind in it opens nothing.
func forgetKeychain(dir string, chain keychain) error {
	file, err := persistence.KeyFile(dir)
	computer := machineID()
	if err != nil || file == nil || !file.HasKeychain(computer) {
		return err
	}
	if err := persistence.WriteKeyFile(dir, file.WithoutKeychain(computer)); err != nil {
		return err
	}
	if chain.Available() {
		_ = chain.Delete(file.KeychainName(computer))
	}
	return nil
}

// openAtStart opens the data for the window, with the keychain where that is
// wanted. Data that was locked is not opened this way: that is what it was locked
// for.
func (p *program) openAtStart() (*persistence.Store, error) {
	store, err := p.in.openData()
	if p.chain == nil || domain.CodeOf(err) != domain.ErrLocked {
		return store, err
	}
	keys, why := keysFromKeychain(p.in.data, p.chain, keychainPatience)
	if p.askWhy = why; keys == nil {
		return store, err
	}
	p.keys = keys // also where the data is damaged: a backup is restored with them
	return persistence.Open(p.in.data, openOptions(keys))
}

// Keychain implements gui.Guard.
func (g guard) Keychain() gui.Keychain {
	if g.p.chain == nil || !g.p.chain.Available() {
		return gui.KeychainNone
	}
	if file, err := persistence.KeyFile(g.p.store.Dir()); err == nil && file != nil && file.HasKeychain(machineID()) {
		return gui.KeychainOn
	}
	return gui.KeychainOff
}

// UseKeychain implements gui.Guard.
func (g guard) UseKeychain(pass []byte) error { return useKeychain(g.p.store.Dir(), pass, g.p.chain) }

// ForgetKeychain implements gui.Guard.
func (g guard) ForgetKeychain() error { return forgetKeychain(g.p.store.Dir(), g.p.chain) }
