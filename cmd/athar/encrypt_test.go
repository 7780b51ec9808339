package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/persistence/vault"
)

// secretly runs a command with lines of passphrases on its standard input, and
// returns what it printed and what went wrong.
func secretly(t *testing.T, want int, lines string, args ...string) (out []byte, problem string) {
	t.Helper()
	var printed, errs bytes.Buffer
	in := &invocation{
		streams: streams{strings.NewReader(lines), &printed, &errs}, lang: "en",
		params: func() vault.Params { return vault.Params{Time: 1, Memory: 8, Threads: 1} },
	}
	if got := in.execute(append(args, "--passphrase-stdin", "--lang", "en")); got != want {
		t.Fatalf("athar %v ended with %d, want %d: %s", args, got, want, errs.String())
	}
	return printed.Bytes(), errs.String()
}

const (
	firstPhrase  = "olive lantern ferry 48"
	secondPhrase = "قنديل زيتون عبّارة"
)

func TestEveryCommandWorksOnEncryptedData(t *testing.T) {
	dir := t.TempDir()
	data, stick := filepath.Join(dir, "data"), filepath.Join(dir, "stick")
	at := func(args ...string) []string { return append(args, "--data", data) }
	terminal(t, exitOK, at("new", "--title", "Clean water")...)
	out, _ := secretly(t, exitOK, firstPhrase+"\n", at("encrypt", "--json")...)
	done := decoded[encryptJSON](t, out)
	if !done.Encrypted || done.Code == "" || len(done.Removed) == 0 || len(done.Left) > 0 {
		t.Fatalf("it said %+v", done)
	}
	for _, secret := range []string{firstPhrase, strings.ToLower(done.Code) + "\r"} {
		if out, _ := secretly(t, exitOK, secret+"\n", at("list")...); !bytes.Contains(out, []byte("Clean water")) {
			t.Errorf("list says %s", out)
		}
	}
	secretly(t, exitOK, firstPhrase, at("verify", "--deep")...)
	secretly(t, exitOK, firstPhrase, at("export", "--plain", filepath.Join(dir, "export"))...)
	out, _ = secretly(t, exitOK, firstPhrase, at("backup", stick, "--json")...)
	made := decoded[backupJSON](t, out)

	secretly(t, exitOK, firstPhrase, at("restore", made.File, "--dry-run")...)
	secretly(t, exitOK, firstPhrase, at("restore", made.File)...)
	other := []string{"restore", made.File, "--data", filepath.Join(dir, "other")}
	secretly(t, exitOK, firstPhrase, other...) // with nothing but the backup
	if out, _ := secretly(t, exitOK, firstPhrase, "list", "--data", filepath.Join(dir, "other")); !bytes.Contains(out, []byte("Clean water")) {
		t.Errorf("restored, list says %s", out)
	}
}

func TestThePassphraseIsChangedInTheTerminal(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	at := func(args ...string) []string { return append(args, "--data", data) }
	terminal(t, exitOK, at("new", "--title", "Clean water")...)
	secretly(t, exitOK, firstPhrase, at("encrypt")...)
	secretly(t, exitOK, firstPhrase+"\n"+secondPhrase+"\n", at("passphrase")...)
	secretly(t, exitOK, secondPhrase, at("list")...)
	if _, problem := secretly(t, exitStore, firstPhrase, at("list")...); strings.Contains(problem, "olive") {
		t.Errorf("it repeats the passphrase: %s", problem)
	}
	out, _ := secretly(t, exitOK, secondPhrase, at("passphrase", "--new-code", "--json")...)
	code := decoded[passphraseJSON](t, out).Code
	secretly(t, exitOK, code, at("list")...)
	wrong := []byte(code)
	wrong[7] ^= 1 // another symbol, or none
	secretly(t, exitStore, string(wrong), at("list")...)

	out, _ = secretly(t, exitOK, code, at("decrypt", "--json")...)
	if done := decoded[encryptJSON](t, out); done.Encrypted || done.Kept == "" {
		t.Errorf("it said %+v", done)
	}
	terminal(t, exitOK, at("list")...)
}

func TestEncryptedDataIsNeverOpenedWithoutAsking(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	at := func(args ...string) []string { return append(args, "--data", data) }
	terminal(t, exitOK, at("new", "--title", "Clean water")...)
	secretly(t, exitStore, firstPhrase, at("decrypt")...) // which it is already
	secretly(t, exitStore, "short", at("encrypt")...)
	secretly(t, exitOK, firstPhrase, at("encrypt")...)
	secretly(t, exitStore, firstPhrase, at("encrypt")...)
	terminal(t, exitStore, at("list")...) // no terminal, and not told where to read
	secretly(t, exitStore, "", at("list")...)
	secretly(t, exitUsage, "", "encrypt", "--data", filepath.Join(dir, "nothing"))
	secretly(t, exitUsage, "", at("encrypt", "more")...)
}

func TestALostKeyFileIsNoReasonNotToRestore(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	at := func(args ...string) []string { return append(args, "--data", data) }
	terminal(t, exitOK, at("new", "--title", "Clean water")...)
	secretly(t, exitOK, firstPhrase, at("encrypt")...)
	out, _ := secretly(t, exitOK, firstPhrase, at("backup", filepath.Join(dir, "stick"), "--json")...)
	made := decoded[backupJSON](t, out)
	for _, name := range []string{"key.json", "key.copy.json", "checkpoints"} {
		if err := os.RemoveAll(filepath.Join(data, name)); err != nil {
			t.Fatal(err)
		}
	}
	secretly(t, exitStore, firstPhrase, at("list")...)
	secretly(t, exitOK, firstPhrase, at("restore", made.File)...)
	if out, _ := secretly(t, exitOK, firstPhrase, at("list")...); !bytes.Contains(out, []byte("Clean water")) {
		t.Errorf("list says %s", out)
	}
}
