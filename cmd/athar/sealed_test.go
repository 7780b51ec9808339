package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
	"athar/persistence"
	"athar/persistence/vault"
)

// sealedFolder makes encrypted data with a campaign and returns it with a backup
// of it.
func sealedFolder(t *testing.T, pass, title string) (data, made string) {
	t.Helper()
	dir := t.TempDir()
	data = filepath.Join(dir, "data")
	terminal(t, exitOK, "new", "--title", title, "--data", data)
	secretly(t, exitOK, pass, "encrypt", "--data", data)
	out, _ := secretly(t, exitOK, pass, "backup", filepath.Join(dir, "stick"), "--json", "--data", data)
	return data, decoded[backupJSON](t, out).File
}

func TestMergeAsksForThePassphraseOfWhatItReads(t *testing.T) {
	theirs, made := sealedFolder(t, secondPhrase, "Springs")
	for name, from := range map[string]string{"a folder": theirs, "a backup": made} {
		for _, mine := range []string{"", firstPhrase} {
			t.Run(name+" into "+map[bool]string{true: "sealed data", false: "data"}[mine != ""], func(t *testing.T) {
				data := filepath.Join(t.TempDir(), "data")
				terminal(t, exitOK, "new", "--title", "Wells", "--data", data)
				asked := secondPhrase + "\n"
				if mine != "" {
					secretly(t, exitOK, mine, "encrypt", "--data", data)
					asked = mine + "\n" + asked
				}
				secretly(t, exitStore, mine+"\nnot it\n", "merge", from, "--data", data)
				secretly(t, exitOK, asked, "merge", from, "--dry-run", "--data", data)
				out, _ := secretly(t, exitOK, asked, "merge", from, "--json", "--data", data)
				if m := decoded[mergeJSON](t, out); len(m.Campaigns) != 1 || m.Campaigns[0].Title != "Springs" {
					t.Errorf("it brought in %+v", m)
				}
			})
		}
	}
}

// Work of the same data needs no second passphrase.
func TestMergeAsksOnceForTheSameKeys(t *testing.T) {
	data, made := sealedFolder(t, firstPhrase, "Wells")
	secretly(t, exitOK, firstPhrase+"\n", "merge", made, "--data", data)
}

// withSealed is a program without a window, whose data has the passphrase, or
// none, and another's sealed backup.
func withSealed(t *testing.T, pass string) (p *program, made string) {
	t.Helper()
	_, made = sealedFolder(t, secondPhrase, "Springs")
	g := guarded(t)
	if pass != "" {
		if _, err := g.Encrypt(context.Background(), []byte(pass), nil); err != nil {
			t.Fatal(err)
		}
	}
	return g.p, made
}

func TestTheWindowOpensABackupWithItsOwnPassphrase(t *testing.T) {
	ctx := context.Background()
	for pass, code := range map[string]domain.Code{"": domain.ErrLocked, firstPhrase: domain.ErrKeyOther} {
		p, made := withSealed(t, pass)
		bring := func() error {
			from, err := persistence.OpenSource(ctx, made, openOptions(p.keysFor(made)))
			if err == nil {
				err = from.Close()
			}
			return err
		}
		look := func() error { _, err := p.backups().Preview(ctx, made, nil); return err }
		for name, try := range map[string]func() error{"merging": bring, "previewing": look} {
			if err := try(); domain.CodeOf(err) != code {
				t.Errorf("%s: %v, want %s", name, err, code)
			}
			if err := p.sealed.Open(made, []byte("not it")); domain.CodeOf(err) != domain.ErrWrongPassphrase {
				t.Errorf("a wrong passphrase: %v", err)
			}
			typed := []byte(secondPhrase)
			if err := p.sealed.Open(made, typed); err != nil || string(typed[:3]) != "\x00\x00\x00" {
				t.Errorf("opened: %v, typed is %q", err, typed)
			}
			if err := try(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			keys := p.keysFor(made)
			p.sealed.Forget()
			if _, err := keys.Sealer(vault.ForJournal); domain.CodeOf(err) != domain.ErrLocked {
				t.Errorf("the keys are not wiped: %v", err)
			}
		}
	}
}

// What is restored over data without a passphrase keeps its own; protected data
// keeps its own, too.
func TestRestoredDataOpensWithTheKeysThatItHasThen(t *testing.T) {
	ctx := context.Background()
	for _, pass := range []string{"", firstPhrase} {
		p, made := withSealed(t, pass)
		dir := p.store.Dir()
		if err := p.sealed.Open(made, []byte(secondPhrase)); err != nil {
			t.Fatal(err)
		}
		was := p.keys
		if err := p.store.Close(); err != nil {
			t.Fatal(err)
		}
		_, err := persistence.Restore(ctx, dir, made, openOptions(p.keys), persistence.RestoreOptions{Other: true, Keys: p.keysFor(made)})
		if err != nil {
			t.Fatal(err)
		}
		if p.store, err = p.reopen(dir); err != nil {
			t.Fatal(err)
		}
		p.sealed.Forget()
		if p.keys == nil || (p.keys == was) != (pass != "") {
			t.Errorf("passphrase %q: the keys are %v, were %v", pass, p.keys, was)
		}
		if list, err := p.store.Summaries(ctx); err != nil || len(list) != 1 || list[0].Title != "Springs" {
			t.Errorf("it holds %v, %v", list, err)
		}
		if err := p.store.Close(); err != nil {
			t.Fatal(err)
		}

		// What was there before comes back: without a passphrase, or with its own.
		if _, err := persistence.Revert(dir, openOptions(p.keys)); err != nil {
			t.Fatal(err)
		}
		if p.store, err = p.reopen(dir); err != nil || (p.keys == nil) != (pass == "") {
			t.Fatalf("reverted: %v, keys %v", err, p.keys)
		}
		if pass == "" { // and the sealed data again, whose keys nobody has now
			if err := p.store.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := persistence.Revert(dir, openOptions(p.keys)); err != nil {
				t.Fatal(err)
			}
			if _, err := p.reopen(dir); domain.CodeOf(err) != domain.ErrLocked {
				t.Errorf("it opens without a passphrase: %v", err)
			}
		}
	}
}

// What was given in the window of trouble, or on the lock screen before it, opens what
// was restored from there.
func TestRuinedDataThatWasRestoredOpensWithThePassphraseThatWasGiven(t *testing.T) {
	for name, give := range map[string]func(p *program, made string) error{
		"for the backup": func(p *program, made string) error {
			return remains{&p.sealed, p.in.data}.Open(made, []byte(secondPhrase))
		},
		"on the lock screen": func(p *program, made string) error {
			file, err := persistence.BackupKeys(made)
			if err == nil {
				p.keys, err = file.Open([]byte(secondPhrase))
			}
			return err
		},
	} {
		home(t)
		data, made := sealedFolder(t, secondPhrase, "Springs")
		ruin(t, data)
		p := &program{in: &invocation{data: data}}
		if err := give(p, made); err != nil {
			t.Fatal(err)
		}
		_, err := persistence.Restore(t.Context(), data, made, openOptions(p.keysOfRemains()), persistence.RestoreOptions{Other: true, Keys: p.keysFor(made)})
		if err != nil {
			t.Fatal(err)
		}
		store, err := p.reopen(data)
		if err != nil {
			t.Fatalf("given %s: %v", name, err)
		}
		p.sealed.Forget()
		if _, err := p.keys.Sealer(vault.ForJournal); err != nil {
			t.Errorf("given %s: the keys of the open data were wiped: %v", name, err)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestThePassphraseOpensWhatIsLeftOfData(t *testing.T) {
	home(t)
	data := filepath.Join(t.TempDir(), "data")
	secretly(t, exitOK, "", "new", "--title", "Clean water", "--data", data)
	secretly(t, exitOK, firstPhrase+"\n"+firstPhrase, "encrypt", "--data", data)
	if err := os.WriteFile(filepath.Join(data, "FORMAT"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := &program{in: &invocation{data: data}}
	r := remains{&p.sealed, data}
	if err := r.Open(data, []byte(secondPhrase)); domain.CodeOf(err) != domain.ErrWrongPassphrase || p.keysOfRemains() != nil {
		t.Errorf("another passphrase: %v", err)
	}
	if err := r.Open(data, []byte(firstPhrase)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := salvage(t.Context(), data, t.TempDir(), p.keysOfRemains()); err != nil {
		t.Error(err)
	}
	r.Forget()
	if p.keysOfRemains() != nil {
		t.Error("the keys are left")
	}
}
