package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"golang.org/x/term"

	"athar/domain"
	"athar/persistence"
	"athar/persistence/vault"
)

// keysOf opens the keys of a key file with what the person types. what names the
// question. Keys that were opened before are not asked for again. Without a file
// there is nothing to open.
func (in *invocation) keysOf(file *vault.File, what string, args ...any) (*vault.Keys, error) {
	if file == nil {
		return nil, nil
	}
	if keys := in.keys[file.ID()]; keys != nil {
		return keys, nil
	}
	secret, err := in.ask(what, args...)
	if err != nil {
		return nil, err
	}
	keys, err := file.Open(secret)
	if err != nil {
		return nil, err
	}
	if in.keys == nil {
		in.keys = map[domain.ID]*vault.Keys{}
	}
	in.keys[file.ID()] = keys
	return keys, nil
}

// storeKeys opens the keys of the data; nil for data that is not encrypted.
func (in *invocation) storeKeys() (*vault.Keys, error) {
	file, err := persistence.KeyFile(in.data)
	if err != nil {
		return nil, err
	}
	return in.keysOf(file, "cli.vault.ask")
}

// backupKeys opens the keys of a backup; nil for one that is not sealed.
func (in *invocation) backupKeys(path string) (*vault.Keys, error) {
	file, err := persistence.BackupKeys(path)
	if err != nil {
		return nil, err
	}
	return in.keysOf(file, "cli.vault.ask_backup", "file", path)
}

// sourceKeys opens the keys of a data folder or a backup that is only read; nil for
// one that is not sealed.
func (in *invocation) sourceKeys(path string) (*vault.Keys, error) {
	file, err := persistence.SourceKeys(path)
	if err != nil {
		return nil, err
	}
	if info, bad := os.Stat(path); bad == nil && info.IsDir() {
		return in.keysOf(file, "cli.vault.ask_folder", "dir", path)
	}
	return in.keysOf(file, "cli.vault.ask_backup", "file", path)
}

// forget wipes the keys that were opened.
func (in *invocation) forget() {
	for _, keys := range in.keys {
		keys.Wipe()
	}
}

// openUnlocked opens the data, after asking for the passphrase where it is
// encrypted.
func (in *invocation) openUnlocked() (*persistence.Store, error) {
	if err := in.findData(); err != nil {
		return nil, err
	}
	keys, err := in.storeKeys()
	if err != nil {
		return nil, err
	}
	return persistence.Open(in.data, openOptions(keys))
}

// ask returns a line that nobody sees being typed, or, with --passphrase-stdin,
// the next line of standard input. A passphrase is never an argument: everybody
// on the computer can read those.
func (in *invocation) ask(what string, args ...any) ([]byte, error) {
	if in.passStdin {
		return in.readLine()
	}
	file, is := in.in.(*os.File)
	if !is || !term.IsTerminal(int(file.Fd())) {
		in.complain("cli.vault.no_terminal")
		return nil, domain.Problem(domain.ErrLocked, "")
	}
	fmt.Fprint(in.err, in.printer.T(what, args...), " ")
	defer fmt.Fprintln(in.err)
	return readUnseen(int(file.Fd()))
}

// readUnseen reads a line from a terminal that does not show it. Whoever gives up
// gets a terminal back that shows again what is typed.
func readUnseen(fd int) ([]byte, error) {
	state, err := term.GetState(fd)
	if err != nil {
		return nil, err
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	defer func() { signal.Stop(stop); close(stop) }()
	go func() {
		if _, given := <-stop; given {
			_ = term.Restore(fd, state)
			os.Exit(exitStore)
		}
	}()
	return term.ReadPassword(fd)
}

// readLine reads the next line of standard input and nothing after it.
func (in *invocation) readLine() ([]byte, error) {
	line := make([]byte, 0, vault.MaxPassphrase+2)
	for len(line) < cap(line) {
		_, err := io.ReadFull(in.in, line[len(line):len(line)+1])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if line = line[:len(line)+1]; line[len(line)-1] == '\n' {
			line = line[:len(line)-1]
			break
		}
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, nil
}

// askNew asks for a new passphrase, twice where nobody sees what is typed.
func (in *invocation) askNew() ([]byte, error) {
	pass, err := in.ask("cli.vault.ask_new", "min", vault.MinPassphrase)
	if err != nil || in.passStdin {
		return pass, err
	}
	if err := vault.CheckPassphrase(pass); err != nil {
		return nil, err
	}
	again, err := in.ask("cli.vault.ask_again")
	if err != nil {
		return nil, err
	}
	defer clear(again)
	if string(again) != string(pass) {
		clear(pass)
		return nil, errUsage{key: "cli.vault.differs"}
	}
	return pass, nil
}
