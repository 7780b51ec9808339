package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestAPersonProtectsLocksAndUnlocks goes through it in one window and then in
// another: protect, lock, a wrong passphrase, unlock, close, unlock again, remove.
func TestAPersonProtectsLocksAndUnlocks(t *testing.T) {
	const pass = "seven blue lamps on a river"
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			terminal(t, exitOK, "new", "--title", s.title, "--data", data)

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
			if a.sees(s.title) {
				t.Error("the title of the campaign is still there")
			}
			a.write("seven lamps")
			a.key("Return")
			a.expect(p.T("lock.unlock")) // and not that it is being tried
			a.expect(p.T("lock.use_code"))
			a.shot("wrong")
			a.write(pass) // in the place of the wrong one
			a.key("Return")
			a.expect(s.title)
			a.expect(p.T("lock.status.on"))
			a.shot("unlocked")
			a.close()
			unreadable(t, data, s.title)
			terminal(t, exitStore, "list", "--data", data)

			a = d.open(data, s.lang)
			a.expect(p.T("lock.screen_title"))
			a.write(pass)
			a.key("Return")
			a.expect(s.title)
			a.click(p.T("lock.status.on"))
			a.click(p.T("lock.remove"))
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

// unreadable fails the test for files beside the data in which a text can be read.
func unreadable(t *testing.T, data, text string) {
	t.Helper()
	parent := filepath.Dir(data)
	err := filepath.WalkDir(parent, func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(name)
		if bytes.Contains(content, []byte(text)) {
			t.Errorf("%s can be read in %s", text, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
