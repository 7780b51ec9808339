package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// TestAPersonSaysWhoTheyAreAndEmptiesTheTrash goes through it in the real window
// over a real store: the name is in the history, and what was removed for ever is
// in no list and no history.
func TestAPersonSaysWhoTheyAreAndEmptiesTheTrash(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.lang, func(t *testing.T) {
			p := printerOf(t, s.lang)
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			id := strings.TrimSpace(string(terminal(t, exitOK, "new", "--title", s.title, "--data", data)))

			a := newDesktop(t).open(data, s.lang)
			a.expect(p.T("people.offer"))
			a.shot("offer")
			a.click(p.T("people.offer_yes"))
			a.caretIn(p.T("people.name"), 30)
			a.write(s.segment) // whatever it is, it is a name
			a.shot("who")
			a.click(p.T("people.accept"))
			a.expect(p.T("people.kept"))

			a.click(p.T("home.open"))
			a.expect(p.T("home.goal"))
			a.click(p.T("menu.edit"))
			a.click(p.T("action.trash"))
			a.expect(p.T("trash.moved"))
			a.click(p.T("home.shelf.trash"))
			a.expect(p.N("home.trash.note", 90))
			a.shot("trash")
			a.click(p.T("home.trash.empty"))
			a.expect(p.T("trash.forget_stays"))
			a.shot("question")
			a.key("Tab")
			a.key("Return")
			a.expect(p.N("trash.done", 1))
			a.close()

			var list []campaignJSON
			if err := json.Unmarshal(terminal(t, exitOK, "list", "--data", data, "--json"), &list); err != nil {
				t.Fatal(err)
			}
			if len(list) != 0 {
				t.Errorf("%d campaigns are left", len(list))
			}
			terminal(t, exitOK, "verify", "--data", data)
			history := string(terminal(t, exitOK, "history", id, "--json", "--data", data))
			if strings.Contains(history, s.title) || !strings.Contains(history, s.segment) {
				t.Errorf("the history must say who it was, and nothing of what: %s", history)
			}
		})
	}
}
