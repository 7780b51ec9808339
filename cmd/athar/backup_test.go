package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain/backup"
	"athar/persistence"
)

func decoded[T any](t *testing.T, out []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return v
}

func TestBackUpRestoreAndRevertInTheTerminal(t *testing.T) {
	home(t)
	dir := t.TempDir()
	data, stick := filepath.Join(dir, "data"), filepath.Join(dir, "ذاكرة USB")
	terminal(t, exitOK, "new", "--title", "Clean water", "--data", data)
	made := decoded[backupJSON](t, terminal(t, exitOK, "backup", stick, "--data", data, "--json"))
	if made.Campaigns != 1 || made.Reason != backup.Asked || filepath.Dir(made.File) != stick {
		t.Errorf("made %+v", made)
	}
	terminal(t, exitOK, "new", "--title", "Later", "--data", data)

	look := decoded[restoreJSON](t, terminal(t, exitOK, "restore", made.File, "--dry-run", "--data", data, "--json"))
	if look.Restored || look.Same != 1 || len(look.Missing) != 1 || look.Missing[0].Title != "Later" || look.Kept != "" {
		t.Errorf("a look says %+v", look)
	}
	if n := len(titles(t, data)); n != 2 {
		t.Fatalf("a look left %d campaigns", n)
	}
	done := decoded[restoreJSON](t, terminal(t, exitOK, "restore", made.File, "--data", data, "--json"))
	if !done.Restored || done.Kept == "" {
		t.Errorf("restored %+v", done)
	}
	if got := titles(t, data); len(got) != 1 || got[0] != "Clean water" {
		t.Errorf("restored are %v", got)
	}
	if list, err := persistence.Backups(filepath.Join(data, persistence.DirBackups), nil); err != nil ||
		len(list) != 1 || list[0].Reason != backup.BeforeRestore {
		t.Errorf("before it was made %+v, %v", list, err)
	}
	terminal(t, exitOK, "restore", "--revert", "--dry-run", "--data", data)
	terminal(t, exitOK, "restore", "--revert", "--data", data)
	if got := titles(t, data); len(got) != 2 {
		t.Errorf("reverted are %v", got)
	}
}

func titles(t *testing.T, data string) (out []string) {
	t.Helper()
	for _, c := range decoded[[]campaignJSON](t, terminal(t, exitOK, "list", "--data", data, "--json")) {
		out = append(out, c.Title)
	}
	return out
}

func TestAnImportIsBackedUpBefore(t *testing.T) {
	dir, export := home(t)
	data := filepath.Join(dir, "data")
	id := strings.TrimSpace(string(terminal(t, exitOK, "new", "--title", "Clean water", "--data", data)))
	terminal(t, exitOK, "import-metrics", filepath.Join(dir, export), "--campaign", id, "--data", data)
	list, err := persistence.Backups(filepath.Join(data, persistence.DirBackups), nil)
	if err != nil || len(list) != 1 || list[0].Reason != backup.BeforeImport || list[0].Blocks > 0 {
		t.Errorf("made %+v, %v", list, err)
	}
	asked := false
	_, err = importer{before: func(context.Context) { asked = true }}.Keep(t.Context(), nil, nil)
	if err != nil || !asked {
		t.Errorf("asked for a backup %v, %v", asked, err)
	}
}

func TestABackupThatCannotBeRestoredIsAProblemAndChangesNothing(t *testing.T) {
	home(t)
	dir := t.TempDir()
	mine, other := filepath.Join(dir, "mine"), filepath.Join(dir, "other")
	for _, data := range []string{mine, other} {
		terminal(t, exitOK, "new", "--title", "Clean water", "--data", data)
	}
	made := decoded[backupJSON](t, terminal(t, exitOK, "backup", dir, "--data", other, "--json"))
	damaged := filepath.Join(dir, "damaged"+backup.Extension)
	whole, err := os.ReadFile(made.File)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(damaged, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"ar", "en"} {
		terminal(t, exitProblems, "restore", damaged, "--data", mine, "--lang", lang)
		terminal(t, exitProblems, "restore", filepath.Join(dir, "none"), "--data", mine, "--lang", lang)
		terminal(t, exitProblems, "restore", made.File, "--data", mine, "--lang", lang)
		terminal(t, exitProblems, "restore", "--revert", "--data", mine, "--lang", lang)
		terminal(t, exitUsage, "restore", "--data", mine, "--lang", lang)
		terminal(t, exitUsage, "backup", "--data", mine, "--lang", lang)
	}
	if got := titles(t, mine); len(got) != 1 {
		t.Errorf("the data holds %v", got)
	}
	if look := decoded[restoreJSON](t, terminal(t, exitOK, "restore", made.File, "--dry-run", "--data", mine, "--json")); !look.Other {
		t.Error("a look does not say that it is of other data")
	}
	terminal(t, exitOK, "restore", made.File, "--other", "--data", mine)
}

func TestABackupIsRestoredWhereThereIsNoDataOrItIsRuined(t *testing.T) {
	home(t)
	dir := t.TempDir()
	data, fresh := filepath.Join(dir, "data"), filepath.Join(dir, "fresh")
	terminal(t, exitOK, "new", "--title", "Clean water", "--data", data)
	made := decoded[backupJSON](t, terminal(t, exitOK, "backup", dir, "--data", data, "--json"))
	if r := decoded[restoreJSON](t, terminal(t, exitOK, "restore", made.File, "--data", fresh, "--json")); r.Kept != "" || len(r.Added) != 1 {
		t.Errorf("on a new computer: %+v", r)
	}
	ruin(t, data)
	terminal(t, exitStore, "list", "--data", data)
	terminal(t, exitOK, "restore", made.File, "--data", data)
	for _, restored := range []string{data, fresh} {
		if got := titles(t, restored); len(got) != 1 {
			t.Errorf("restored are %v", got)
		}
		terminal(t, exitOK, "verify", "--data", restored)
	}
}

func TestEverythingIsExportedForOtherPrograms(t *testing.T) {
	home(t)
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	terminal(t, exitOK, "new", "--sample", "--data", data)
	made := decoded[exportJSON](t, terminal(t, exitOK, "export", "--plain", dir, "--data", data, "--json"))
	if made.Campaigns != 1 || made.Records < 20 || made.DataSets != 1 {
		t.Errorf("exported %+v", made)
	}
	if names, _ := filepath.Glob(made.Dir + "/*.csv"); len(names) != 15 {
		t.Errorf("files are %v", names)
	}
	terminal(t, exitUsage, "export", dir, "--data", data)
	terminal(t, exitUsage, "export", "--plain", "--data", data)
}
