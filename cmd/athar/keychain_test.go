package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"athar/domain"
	"athar/gui"
	"athar/persistence"
	"athar/persistence/vault"
)

// memoryKeychain is a keychain without a system.
type memoryKeychain struct {
	kept   map[string][]byte
	absent bool
	fails  error
	mute   chan struct{} // it does not answer until this is closed; nil for at once
	asked  int
}

func (k *memoryKeychain) Available() bool { return !k.absent }

func (k *memoryKeychain) Get(name string) ([]byte, error) {
	k.asked++
	if k.mute != nil {
		<-k.mute
	}
	secret, there := k.kept[name]
	if k.fails == nil && !there {
		return nil, errNoSecret
	}
	return bytes.Clone(secret), k.fails
}

func (k *memoryKeychain) Set(name string, secret []byte) error {
	if k.fails == nil {
		k.kept[name] = bytes.Clone(secret)
	}
	return k.fails
}

func (k *memoryKeychain) Delete(name string) error {
	delete(k.kept, name)
	return k.fails
}

// sealedData makes protected data and an empty keychain.
func sealedData(t *testing.T) (data string, chain *memoryKeychain) {
	t.Helper()
	home(t)
	data = filepath.Join(t.TempDir(), "data")
	secretly(t, exitOK, "", "new", "--title", "Clean water", "--data", data)
	secretly(t, exitOK, firstPhrase, "encrypt", "--data", data)
	return data, &memoryKeychain{kept: map[string][]byte{}}
}

func keyFile(t *testing.T, data string) *vault.File {
	t.Helper()
	file, err := persistence.KeyFile(data)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAKeychainOpensTheDataAtAStart(t *testing.T) {
	data, chain := sealedData(t)
	p := &program{in: &invocation{data: data, dataAsked: true}, chain: chain}
	if _, err := p.openAtStart(); domain.CodeOf(err) != domain.ErrLocked || chain.asked > 0 || p.askWhy != "" {
		t.Fatalf("without being wanted: %v, asked %d times, %q", err, chain.asked, p.askWhy)
	}
	if err := useKeychain(data, []byte("not the passphrase"), chain); domain.CodeOf(err) != domain.ErrWrongPassphrase {
		t.Errorf("a wrong passphrase gives %v", err)
	}
	if err := useKeychain(data, []byte(firstPhrase), chain); err != nil || len(chain.kept) != 1 {
		t.Fatalf("kept %v, %v", chain.kept, err)
	}
	store, err := p.openAtStart()
	if err != nil || p.keys == nil {
		t.Fatalf("it does not open: %v", err)
	}
	p.store = store
	if got := (guard{p, nil}).Keychain(); got != gui.KeychainOn {
		t.Errorf("the window is told %v", got)
	}
	backup, err := store.Backup(t.Context(), t.TempDir(), persistence.BackupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if file, err := persistence.BackupKeys(backup.Path); err != nil || file.HasKeychain(machineID()) {
		t.Errorf("a backup has the slot of this computer, %v", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := forgetKeychain(data, chain); err != nil || len(chain.kept) > 0 || keyFile(t, data).HasKeychain(machineID()) {
		t.Errorf("it is still kept: %v, %v", chain.kept, err)
	}
	secretly(t, exitOK, firstPhrase, "list", "--data", data)
}

func TestThePassphraseIsAskedForWithAReasonWhenTheKeychainDoesNotOpenTheData(t *testing.T) {
	mute := make(chan struct{})
	defer close(mute)
	for want, spoil := range map[string]func(data string, k *memoryKeychain){
		"keychain.absent": func(_ string, k *memoryKeychain) { k.absent = true },
		"keychain.gone":   func(_ string, k *memoryKeychain) { clear(k.kept) },
		"keychain.closed": func(_ string, k *memoryKeychain) { k.fails = errors.New("locked") },
		"keychain.changed": func(_ string, k *memoryKeychain) {
			for name := range k.kept {
				k.kept[name] = make([]byte, 32)
			}
		},
	} {
		data, chain := sealedData(t)
		if err := useKeychain(data, []byte(firstPhrase), chain); err != nil {
			t.Fatal(err)
		}
		spoil(data, chain)
		if keys, why := keysFromKeychain(data, chain, time.Minute); keys != nil || why != want {
			t.Errorf("%s: it says %q, opened %v", want, why, keys != nil)
		}
		chain.mute = mute
		if _, why := keysFromKeychain(data, chain, 0); !chain.absent && why != "keychain.closed" {
			t.Errorf("one that does not answer: %q", why)
		}
	}
}

// atAnotherComputer has the rest of the test run at a computer that was not there
// before, and returns the way back.
func atAnotherComputer(t *testing.T) (back func()) {
	t.Helper()
	was := os.Getenv("XDG_CONFIG_HOME")
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	return func() { t.Setenv("XDG_CONFIG_HOME", was) }
}

func TestDataOnAStickOpensOnEveryComputerThatWasSetUp(t *testing.T) {
	data, first := sealedData(t)
	if err := useKeychain(data, []byte(firstPhrase), first); err != nil {
		t.Fatal(err)
	}
	back := atAnotherComputer(t)
	second := &memoryKeychain{kept: map[string][]byte{}}
	if _, why := keysFromKeychain(data, second, time.Minute); why != "" || second.asked > 0 {
		t.Errorf("one that was not set up is asked %d times, and told %q", second.asked, why)
	}
	if err := useKeychain(data, []byte(firstPhrase), second); err != nil {
		t.Fatal(err)
	}
	if keys, why := keysFromKeychain(data, second, time.Minute); keys == nil {
		t.Errorf("the second does not open it: %q", why)
	}
	back()
	if keys, why := keysFromKeychain(data, first, time.Minute); keys == nil {
		t.Errorf("the first does not open it any more: %q", why)
	}
	if err := forgetKeychain(data, first); err != nil || len(keyFile(t, data).WithoutKeychains().Text()) == len(keyFile(t, data).Text()) {
		t.Errorf("forgetting took the other computer's away: %v", err)
	}
}

func TestANewPassphraseLocksOutTheKeychainsOfOtherComputers(t *testing.T) {
	data, lost := sealedData(t)
	if err := useKeychain(data, []byte(firstPhrase), lost); err != nil {
		t.Fatal(err)
	}
	back := atAnotherComputer(t)
	here := &memoryKeychain{kept: map[string][]byte{}}
	if err := useKeychain(data, []byte(firstPhrase), here); err != nil {
		t.Fatal(err)
	}
	if err := changePassphrase(data, []byte(firstPhrase), []byte(secondPhrase), vault.Params{Time: 1, Memory: 8, Threads: 1}); err != nil {
		t.Fatal(err)
	}
	if keys, why := keysFromKeychain(data, here, time.Minute); keys == nil {
		t.Errorf("where it was changed: %q", why)
	}
	for name, secret := range lost.kept {
		if _, err := keyFile(t, data).OpenKeychain(bytes.Clone(secret)); domain.CodeOf(err) != domain.ErrWrongPassphrase {
			t.Errorf("the secret %s opens it still: %v", name, err)
		}
	}
	back()
	if keys, why := keysFromKeychain(data, lost, time.Minute); keys != nil || why != "" {
		t.Errorf("the other computer opens it still, %q", why)
	}
}

func TestAKeychainThatKeepsNothingChangesNothing(t *testing.T) {
	data, chain := sealedData(t)
	chain.fails = errors.New("refused")
	if err := useKeychain(data, []byte(firstPhrase), chain); domain.CodeOf(err) != domain.ErrKeychain {
		t.Errorf("the error is %v", err)
	}
	if keyFile(t, data).HasKeychain(machineID()) {
		t.Error("the key file was changed")
	}
}

func TestOnlyABusOfThisComputerIsSpokenTo(t *testing.T) {
	for addresses, want := range map[string]bool{
		"unix:path=/run/user/1000/bus":         true,
		"unix:abstract=/tmp/dbus-x,guid=1":     true,
		"":                                     false,
		"autolaunch:":                          false,
		"tcp:host=10.0.0.1,port=1":             false,
		"unix:path=/run/bus;tcp:host=a,port=1": false,
		"unixexec:path=ssh":                    false,
	} {
		if got := isLocalBus(addresses); got != want {
			t.Errorf("%q: %v", addresses, got)
		}
	}
}

// The real one is tried where somebody provides it, as in
//
//	dbus-run-session -- sh -c 'echo | gnome-keyring-daemon --unlock; go test -run RealKeychain …'
//
// with ATHAR_TEST_KEYCHAIN set: it must not be that of the person who runs the tests.
func TestTheRealKeychainKeepsASecret(t *testing.T) {
	if os.Getenv("ATHAR_TEST_KEYCHAIN") == "" {
		t.Skip("no keychain to be tried")
	}
	chain := systemKeychain{}
	if !chain.Available() {
		t.Fatal("there is none")
	}
	const name = "0193f0aa-0000-7000-8000-000000000000"
	if _, err := chain.Get(name); !errors.Is(err, errNoSecret) {
		t.Fatalf("before anything is kept: %v", err)
	}
	secret := bytes.Repeat([]byte{0, 255, 7, 10}, 8)
	if err := chain.Set(name, secret); err != nil {
		t.Fatal(err)
	}
	if got, err := chain.Get(name); err != nil || !bytes.Equal(got, secret) {
		t.Errorf("kept is %v, %v", got, err)
	}
	if err := chain.Delete(name); err != nil {
		t.Error(err)
	}
	if _, err := chain.Get(name); !errors.Is(err, errNoSecret) {
		t.Errorf("after it was removed: %v", err)
	}
	if err := chain.Delete(name); err != nil {
		t.Error(err)
	}
	data, _ := sealedData(t)
	if err := useKeychain(data, []byte(firstPhrase), chain); err != nil {
		t.Fatal(err)
	}
	keys, why := keysFromKeychain(data, chain, keychainPatience)
	if keys == nil {
		t.Errorf("it does not open the data: %s", why)
	}
	if err := forgetKeychain(data, chain); err != nil {
		t.Error(err)
	}
}
