package dictionaries

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/spelling"
)

func put(t *testing.T, dir string, names ...string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("1\nماء\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDictionariesAreFoundByPairsOfFiles(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "own"), "ckb.aff", "ckb.dic", "notes.txt", "hyph_en.dic", "x.aff", "x.dic")
	put(t, filepath.Join(dir, "system"), "en_US.aff", "en_US.dic", "ar.aff", "ar.dic", "de_DE_frami.aff", "de_DE_frami.dic")
	put(t, filepath.Join(dir, "office", "dict-pt", "BR"), "pt-BR.aff", "pt-BR.dic")
	for _, name := range []string{"ar_AE.aff", "ar_AE.dic"} {
		if err := os.Symlink("ar"+filepath.Ext(name), filepath.Join(dir, "system", name)); err != nil {
			t.Skip("no links here")
		}
	}
	found := Find([]string{filepath.Join(dir, "own"), filepath.Join(dir, "gone"), filepath.Join(dir, "system"), filepath.Join(dir, "office", "dict-*")})
	var names []string
	for _, f := range found {
		names = append(names, f.Name+" "+f.Lang+" "+f.Area)
	}
	want := []string{"ckb ckb ", "ar ar ", "de_DE_frami de DE", "en_US en US", "pt-BR pt BR"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	aff, dic, err := found[0].Read()
	if err != nil || len(aff) == 0 || string(dic) != "1\nماء\n" {
		t.Errorf("%q %q %v", aff, dic, err)
	}
}

func TestTheDictionaryOfAnAreaIsChosen(t *testing.T) {
	found := []Found{{Name: "en_AU", Lang: "en", Area: "AU"}, {Name: "en_GB", Lang: "en", Area: "GB"}, {Name: "en_US", Lang: "en", Area: "US"}, {Name: "ar", Lang: "ar"}, {Name: "fr", Lang: "fr"}}
	for _, c := range []struct{ lang, area, want string }{
		{"en", "GB", "en_GB"},
		{"en", "", "en_US"},
		{"en", "IN", "en_US"},
		{"ar", "EG", "ar"},
		{"ar", "", "ar"},
		{"fr", "", "fr"},
		{"tr", "TR", ""},
	} {
		if got, ok := Choose(found, c.lang, c.area); got.Name != c.want || ok != (c.want != "") {
			t.Errorf("%s %s: %q, want %q", c.lang, c.area, got.Name, c.want)
		}
	}
	if got, _ := Choose(found[:2], "en", ""); got.Name != "en_AU" {
		t.Errorf("%q where the usual one is missing", got.Name)
	}
}

func TestEverySystemHasItsFolders(t *testing.T) {
	env := map[string]string{
		"APPDATA": `C:\Users\a\AppData\Roaming`, "ProgramFiles": `C:\Program Files`, "LOCALAPPDATA": `C:\Users\a\AppData\Local`,
	}
	getenv := func(name string) string { return env[name] }
	for system, want := range map[string][]string{
		"linux":   {"/own", "/home/a/.local/share/hunspell", "/usr/share/hunspell", "/usr/lib/libreoffice/share/extensions/dict-*"},
		"darwin":  {"/own", "/home/a/Library/Spelling", "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*"},
		"windows": {`C:\Users\a\AppData\Local\hunspell`, `C:\Program Files\LibreOffice\share\extensions\dict-*`},
	} {
		got := Folders(System{system, "/home/a", getenv}, "/own")
		for _, dir := range want {
			if !slices.Contains(got, dir) {
				t.Errorf("%s: %s is missing in %q", system, dir, got)
			}
		}
	}
	for _, dir := range Folders(System{"linux", "", func(string) string { return "relative" }}, "") {
		if !strings.HasPrefix(dir, "/") {
			t.Errorf("%q depends on where the program was started", dir)
		}
	}
}

func TestAFileThatIsNoDictionaryIsNotReadWhole(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "en.dic")
	f := Found{Name: "en", Aff: filepath.Join(dir, "en.aff"), Dic: filepath.Join(dir, "en.dic")}
	if _, _, err := f.Read(); domain.CodeOf(err) != domain.ErrFileRead {
		t.Errorf("a missing file: %v", err)
	}
	large, err := os.Create(f.Aff)
	if err != nil {
		t.Fatal(err)
	}
	if err := large.Truncate(spelling.MaxAff + 1); err != nil {
		t.Fatal(err)
	}
	large.Close()
	if _, _, err := f.Read(); domain.CodeOf(err) != domain.ErrFileTooBig {
		t.Errorf("a file over the limit: %v", err)
	}
	if _, _, err := (Found{Aff: dir, Dic: dir}).Read(); domain.CodeOf(err) != domain.ErrFileRead {
		t.Errorf("a folder: %v", err)
	}
}
