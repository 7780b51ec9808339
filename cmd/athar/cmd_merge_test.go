package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
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
