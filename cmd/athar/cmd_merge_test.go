package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"athar/domain/channel"
	"athar/domain/proofing"
	"athar/persistence"
)

func mergeOf(t *testing.T, args ...string) mergeJSON {
	t.Helper()
	var m mergeJSON
	if err := json.Unmarshal(terminal(t, exitOK, append([]string{"merge", "--json"}, args...)...), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWorkIsBroughtInFromAFolderAndFromABackup(t *testing.T) {
	dir := t.TempDir()
	mine, theirs, stick := filepath.Join(dir, "mine"), filepath.Join(dir, "theirs"), filepath.Join(dir, "stick")
	terminal(t, exitOK, "new", "--title", "Wells", "--data", mine)
	id := strings.TrimSpace(string(terminal(t, exitOK, "new", "--sample", "--data", theirs)))

	dry := mergeOf(t, theirs, "--dry-run", "--data", mine)
	if dry.Kept || len(dry.Campaigns) != 1 || dry.Campaigns[0].Applied != 1 || !dry.Campaigns[0].New || dry.Campaigns[0].DataSets != 1 {
		t.Fatalf("a look tells %+v", dry)
	}
	complaint(t, exitUsage, "show", id, "--data", mine)

	for _, lang := range []string{"ar", "en"} {
		p := printerOf(t, lang)
		said := string(terminal(t, exitOK, "merge", theirs, "--data", mine, "--lang", lang))
		want := p.T("cli.merge.nothing")
		if lang == "ar" {
			want = p.N("merge.edits", 1)
		}
		if !strings.Contains(said, want) {
			t.Errorf("%s: %q is not in %q", lang, want, said)
		}
	}
	if a, b := string(terminal(t, exitOK, "show", id, "--json", "--data", mine)), string(terminal(t, exitOK, "show", id, "--json", "--data", theirs)); a != b {
		t.Errorf("merged %s, want %s", a, b)
	}
	terminal(t, exitOK, "verify", "--deep", "--data", mine)

	terminal(t, exitOK, "new", "--title", "ماء", "--data", theirs)
	terminal(t, exitOK, "backup", stick, "--data", theirs)
	files, err := filepath.Glob(filepath.Join(stick, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("backups %q, %v", files, err)
	}
	if m := mergeOf(t, files[0], "--data", mine); len(m.Campaigns) != 1 || m.Campaigns[0].Title != "ماء" || m.Known != 1 {
		t.Errorf("from a backup came %+v", m)
	}
	complaint(t, exitUsage, "merge", "--data", mine)
	if said := complaint(t, exitProblems, "merge", filepath.Join(dir, "nothing"), "--data", mine); said == "" {
		t.Error("a source that is not there is passed over without a word")
	}
}

func TestWordsAndLimitsComeWithTheWorkOfAnotherFolder(t *testing.T) {
	dir := t.TempDir()
	mine, theirs := filepath.Join(dir, "mine"), filepath.Join(dir, "theirs")
	terminal(t, exitOK, "new", "--title", "Wells", "--data", mine)
	terminal(t, exitOK, "new", "--title", "Springs", "--data", theirs)
	store, err := persistence.Open(theirs, persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	limit := channel.Limit{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 123, Source: "help page", AsOf: time.Now().Format(time.DateOnly)}
	for name, data := range map[string][]byte{
		proofing.Preference: proofing.Choices{Words: []string{"OCHA"}}.Bytes(),
		channel.Preference:  channel.FormatLimits([]channel.Limit{limit}),
	} {
		if err := store.SetPreference(t.Context(), name, data); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"ar", "en"} {
		said := string(terminal(t, exitOK, "merge", theirs, "--dry-run", "--data", mine, "--lang", lang))
		if !strings.Contains(said, "OCHA") || !strings.Contains(said, "123") || !strings.Contains(said, printerOf(t, lang).T("cli.merge.everywhere")) {
			t.Errorf("%s: a look tells %q", lang, said)
		}
	}
	if m := mergeOf(t, theirs, "--data", mine); len(m.Words) != 1 || len(m.Limits) != 1 || m.Limits[0] != limit {
		t.Errorf("what came is %+v", m)
	}
	if m := mergeOf(t, theirs, "--data", mine); len(m.Words)+len(m.Limits) != 0 {
		t.Errorf("it came once more: %+v", m)
	}
	stick := filepath.Join(dir, "stick")
	terminal(t, exitOK, "backup", stick, "--data", mine)
	files, err := filepath.Glob(filepath.Join(stick, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("backups %q, %v", files, err)
	}
	third := filepath.Join(dir, "third")
	terminal(t, exitOK, "new", "--title", "Ponds", "--data", third)
	if m := mergeOf(t, files[0], "--data", third); len(m.Words) != 1 || len(m.Limits) != 1 {
		t.Errorf("from a backup came %+v", m)
	}
}
