package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/persistence"
)

// broken makes data whose log, tables and first checkpoint are damaged beyond what
// opening can mend.
func broken(t *testing.T) (data string) {
	t.Helper()
	home(t)
	data = filepath.Join(t.TempDir(), "data")
	terminal(t, exitOK, "new", "--title", "Clean water", "--data", data)
	terminal(t, exitOK, "new", "--title", "مياه نظيفة", "--data", data)
	tables, err := filepath.Glob(filepath.Join(data, "store", "MANIFEST"))
	if err != nil || len(tables) != 1 {
		t.Fatalf("tables are %v, %v", tables, err)
	}
	if err := os.Remove(tables[0]); err != nil {
		t.Fatal(err)
	}
	logs, err := filepath.Glob(filepath.Join(data, "journal", "*.log"))
	if err != nil || len(logs) != 1 {
		t.Fatalf("logs are %v, %v", logs, err)
	}
	text, err := os.ReadFile(logs[0])
	if err != nil {
		t.Fatal(err)
	}
	text[60] ^= 1
	if err := os.WriteFile(logs[0], text, 0o600); err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWhatStillDecodesIsExportedWhenNothingOpens(t *testing.T) {
	data, out := broken(t), t.TempDir()
	terminal(t, exitStore, "list", "--data", data)
	made := decoded[exportJSON](t, terminal(t, exitProblems, "export", "--plain", out, "--data", data, "--json"))
	if made.Campaigns != 2 || made.Salvage == nil || made.Salvage.Whole || len(made.Salvage.Places) != 2 {
		t.Errorf("made %+v, %+v", made, made.Salvage)
	}
	lines, err := os.ReadFile(filepath.Join(made.Dir, "records.jsonl"))
	if err != nil || !strings.Contains(string(lines), "مياه نظيفة") || !strings.Contains(string(lines), "Clean water") {
		t.Errorf("written is %s, %v", lines, err)
	}
	missing, err := os.ReadFile(filepath.Join(made.Dir, "missing.json"))
	if err != nil || !strings.Contains(string(missing), "store/MANIFEST") {
		t.Errorf("missing.json says %s, %v", missing, err)
	}
	if names, _ := os.ReadDir(out); len(names) != 1 {
		t.Errorf("left are %v", names)
	}
	for _, lang := range []string{"ar", "en"} {
		said := complaint(t, exitProblems, "export", "--plain", t.TempDir(), "--data", data, "--lang", lang)
		if !strings.Contains(said, "store/MANIFEST") || strings.ContainsRune(said, '[') {
			t.Errorf("said was %s", said)
		}
	}
}

func TestSealedDataThatCannotBeOpenedIsExportedWithItsPassphrase(t *testing.T) {
	home(t)
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	secretly(t, exitOK, "", "new", "--title", "Clean water", "--data", data)
	secretly(t, exitOK, firstPhrase+"\n"+firstPhrase, "encrypt", "--data", data)
	secretly(t, exitOK, firstPhrase, "backup", filepath.Join(data, persistence.DirBackups), "--data", data)
	for _, name := range []string{"store", "journal", "FORMAT", "EPOCHS", "key.json", "key.copy.json", "CLEAN"} {
		if err := os.RemoveAll(filepath.Join(data, name)); err != nil {
			t.Fatal(err)
		}
	}
	out, _ := secretly(t, exitProblems, firstPhrase, "export", "--plain", dir, "--data", data, "--json")
	made := decoded[exportJSON](t, out)
	if made.Campaigns != 1 || !slices.ContainsFunc(made.Salvage.Places, func(u unreadJSON) bool { return u.Place == "journal" }) {
		t.Errorf("made %+v, %+v", made, made.Salvage)
	}
}

func TestTroubleIsToldInTheLanguageThatWasChosen(t *testing.T) {
	read, err := loadContent()
	if err != nil {
		t.Fatal(err)
	}
	for chosen, want := range map[string]string{`{"lang":"ar"}`: "ar", `{}`: "en", `damaged`: "en"} {
		data := t.TempDir()
		if err := os.WriteFile(filepath.Join(data, settingsFile), []byte(chosen), 0o600); err != nil {
			t.Fatal(err)
		}
		p := &program{in: &invocation{data: data, lang: "en"}, content: read}
		if got := p.printer().Lang(); got != want {
			t.Errorf("%s: told in %s", chosen, got)
		}
	}
}
