package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAPersonRestoresABackupAndReverts goes through it in one window: the data
// is closed, replaced and opened again below it.
func TestAPersonRestoresABackupAndReverts(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			terminal(t, exitOK, "new", "--title", s.title, "--data", data)
			made := decoded[backupJSON](t, terminal(t, exitOK, "backup", dir, "--data", data, "--json"))
			terminal(t, exitOK, "new", "--title", s.segment, "--data", data)

			a := newDesktop(t).open(data, s.lang)
			a.expect(s.segment)
			a.expect(p.T("backup.status.none"))
			a.click(p.T("menu.file"))
			a.shot("menu")
			a.click(p.T("action.backup"))
			a.expect(p.T("backup.done"))
			a.shot("backed-up")

			a.click(p.T("menu.file"))
			a.click(p.T("action.restore"))
			a.shot("choose")
			a.click(p.T("restore.file"))
			a.click(filepath.Base(made.File))
			a.click(p.T("kit.open"))
			a.expect(p.N("restore.missing", 1))
			a.shot("preview")
			a.click(p.T("restore.accept"))
			a.expect(p.T("notice.restored"))
			a.expect(s.title)
			a.shot("restored")
			if a.sees(s.segment) {
				t.Error("the window still shows what is not in the backup")
			}

			a.click(p.T("menu.file"))
			a.click(p.T("action.revert"))
			a.shot("revert")
			a.click(p.T("revert.accept"))
			a.expect(p.T("notice.reverted"))
			a.expect(s.segment)
			a.shot("reverted")
			a.close()
			if got := titles(t, data); len(got) != 2 {
				t.Errorf("the data holds %v", got)
			}
			terminal(t, exitOK, "verify", "--data", data)
		})
	}
}

// TestAPersonRestoresABackupWhenTheDataIsRuined and no window would open.
func TestAPersonRestoresABackupWhenTheDataIsRuined(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			terminal(t, exitOK, "new", "--title", s.title, "--data", data)
			made := decoded[backupJSON](t, terminal(t, exitOK, "backup", dir, "--data", data, "--json"))
			ruin(t, data)

			a := newDesktop(t).open(data, s.lang)
			a.expect(p.T("trouble.title"))
			a.shot("trouble")
			a.click(p.T("trouble.restore"))
			a.shot("choose")
			a.click(filepath.Base(made.File))
			a.click(p.T("kit.open"))
			a.expect(s.title)
			a.shot("restored")
			a.close()
			terminal(t, exitOK, "verify", "--data", data)
		})
	}
}

// TestAPersonIsAskedOnceForThePassphraseOfRuinedData restores a sealed backup from
// the window of trouble: what was typed on the lock screen is good for that, and for
// opening what was restored.
func TestAPersonIsAskedOnceForThePassphraseOfRuinedData(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			terminal(t, exitOK, "new", "--title", s.title, "--data", data)
			secretly(t, exitOK, firstPhrase, "encrypt", "--data", data)
			out, _ := secretly(t, exitOK, firstPhrase, "backup", dir, "--json", "--data", data)
			if err := os.RemoveAll(filepath.Join(data, "checkpoints")); err != nil { // the start would mend it
				t.Fatal(err)
			}
			ruin(t, data)

			a := newDesktop(t).open(data, s.lang)
			a.expect(p.T("lock.screen_title"))
			a.write(firstPhrase)
			a.key("Return")
			a.expect(p.T("trouble.title"))
			a.click(p.T("trouble.restore"))
			a.click(filepath.Base(decoded[backupJSON](t, out).File))
			a.click(p.T("kit.open"))
			a.expect(s.title)
			a.shot("restored")
			if a.sees(p.T("lock.screen_title")) {
				t.Error("the passphrase is asked for once more")
			}
			a.close()
			secretly(t, exitOK, firstPhrase, "verify", "--data", data)
		})
	}
}

// ruin damages the data so that it cannot be opened or rebuilt.
func ruin(t *testing.T, data string) {
	t.Helper()
	for _, pattern := range []string{"journal/*.log", "store/MANIFEST"} {
		names, err := filepath.Glob(filepath.Join(data, pattern))
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			if err := os.WriteFile(name, []byte("ruined"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
