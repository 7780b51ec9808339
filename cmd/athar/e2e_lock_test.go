package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"
)

// TestAPersonProtectsLocksAndUnlocks goes through it in one window and then in
// another: protect, lock, a wrong passphrase, unlock, close, unlock again, remove.
func TestAPersonProtectsLocksAndUnlocks(t *testing.T) {
	const pass, sought = "seven blue lamps on a river", "somebody at the wells"
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			terminal(t, exitOK, "new", "--title", s.title, "--data", data)
			temporary := filepath.Join(dir, "temporary")
			if err := os.Mkdir(temporary, 0o700); err != nil {
				t.Fatal(err)
			}
			t.Setenv("TMPDIR", temporary) // which the window inherits

			d := newDesktop(t)
			a := d.open(data, s.lang)
			a.expect(s.title)
			a.click(p.T("lock.status.off"))
			a.expect(p.T("lock.protects"))
			a.write(pass)
			a.key("Tab")
			a.write(pass)
			a.shot("protect")
			a.click(p.T("lock.protect_accept"))
			a.expect(p.T("lock.code_title"))
			a.shot("code")
			a.click(p.T("lock.code_later"))
			a.expect(p.T("lock.copies_title"))
			a.shot("copies")
			a.leave(p.T("lock.copies_title"))
			a.expect(p.T("lock.status.on"))
			a.expect(s.title)
			a.shot("protected")

			a.key("ctrl+shift+l")
			a.expect(p.T("lock.screen_title"))
			a.shot("locked")
			unreadable(t, data, s.title, pass)
			if a.sees(s.title) {
				t.Error("the title of the campaign is still there")
			}
			a.write("seven lamps")
			a.key("Return")
			a.expect(p.T("lock.wrong"))
			a.shot("wrong")
			a.write(pass) // in the place of the wrong one
			a.key("Return")
			a.expect(s.title)
			a.expect(p.T("lock.status.on"))
			a.shot("unlocked")
			a.key("ctrl+f")
			a.write(sought)
			a.expect(sought)
			unreadable(t, data, s.title, pass, sought) // while it is open, too
			a.key("Escape")
			a.close()
			unreadable(t, data, s.title, pass, sought)
			wantFiles(t, data, "settings.json", "athar.log")
			terminal(t, exitStore, "list", "--data", data)

			a = d.open(data, s.lang)
			a.expect(p.T("lock.screen_title"))
			a.write(pass)
			a.key("Return")
			a.expect(s.title)
			a.click(p.T("lock.status.on"))
			a.click(p.T("lock.remove"))
			a.expect(p.T("lock.remove_accept"))
			a.write(pass)
			a.click(p.T("lock.remove_accept"))
			a.expect(p.T("lock.removed"))
			a.expect(s.title)
			a.close()
			if got := titles(t, data); len(got) != 1 || got[0] != s.title {
				t.Errorf("the data holds %v", got)
			}
		})
	}
}

// wantFiles fails the test when a file is not among the data: what was looked for
// in it was looked for in nothing.
func wantFiles(t *testing.T, data string, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(data, name)); err != nil {
			t.Error(err)
		}
	}
}

// unreadable fails the test for files of the data and beside it, those included
// that the window keeps its settings in, logs to and puts aside for a moment, in
// which one of the texts can be read, as UTF-8 or as Windows has it in memory.
func unreadable(t *testing.T, data string, texts ...string) {
	t.Helper()
	parent := filepath.Dir(data)
	err := filepath.WalkDir(parent, func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // put aside for a moment, and gone
		}
		for _, text := range texts {
			if bytes.Contains(content, []byte(text)) || bytes.Contains(content, wide(text)) {
				t.Errorf("%s can be read in %s", text, name)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wide returns a text in UTF-16, the lower byte first.
func wide(text string) (out []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}
