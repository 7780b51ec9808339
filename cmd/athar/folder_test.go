package main

import (
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
)

// atHome gives the test a home of its own and returns it.
func atHome(t *testing.T) string {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("XDG_DATA_HOME", "")
	return home
}

func TestAChosenFolderIsOpenedFromThenOn(t *testing.T) {
	home := atHome(t)
	first := &invocation{}
	if err := first.findData(); err != nil || first.data != defaultDataDir() {
		t.Fatalf("without a choice: %q, %v", first.data, err)
	}
	other := filepath.Join(home, "بيانات أثر")
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := rememberFolder(other); err != nil {
		t.Fatal(err)
	}
	next := &invocation{}
	if err := next.findData(); err != nil || next.data != other {
		t.Errorf("the next start opens %q, %v", next.data, err)
	}
	asked := &invocation{data: home}
	if err := asked.findData(); err != nil || asked.data != home {
		t.Errorf("a named folder gives way to the chosen one: %q, %v", asked.data, err)
	}
	if err := rememberFolder(defaultDataDir()); err != nil {
		t.Fatal(err)
	}
	if got := chosenFolder(); got != "" {
		t.Errorf("after the usual folder was chosen again, %q is remembered", got)
	}
}

func TestAChosenFolderThatIsGoneIsNotMadeAnew(t *testing.T) {
	home := atHome(t)
	drive := filepath.Join(home, "drive")
	if err := rememberFolder(drive); err != nil {
		t.Fatal(err)
	}
	in := &invocation{}
	if _, err := in.openData(); domain.CodeOf(err) != domain.ErrFolderGone {
		t.Errorf("opening it: %v", err)
	}
	if _, err := os.Stat(drive); !os.IsNotExist(err) {
		t.Errorf("it was made: %v", err)
	}
	if err := os.Mkdir(drive, 0o700); err != nil { // the drive is back
		t.Fatal(err)
	}
	if err := in.findData(); err != nil {
		t.Errorf("trying again: %v", err)
	}
}

func TestADamagedChoiceOfFolderIsNone(t *testing.T) {
	atHome(t)
	note, err := folderNote()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(note), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, written := range []string{"", "\n", "athar\n", "\x00\x01"} {
		if err := os.WriteFile(note, []byte(written), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := chosenFolder(); got != "" {
			t.Errorf("%q is read as %q", written, got)
		}
	}
}

func TestANamedFolderIsKnownByItsWholePath(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for asked, want := range map[string]string{
		"بيانات":                   filepath.Join(here, "بيانات"),
		"./d4/":                    filepath.Join(here, "d4"),
		filepath.Join(dir, "data"): filepath.Join(dir, "data"),
		"":                         "", // as if none had been named
	} {
		in := &invocation{}
		if err := in.parse(command{}, []string{"--data", asked}); err != nil {
			t.Fatal(err)
		}
		if in.data != want || !in.dataAsked {
			t.Errorf("--data %q is %q (asked: %t), want %q", asked, in.data, in.dataAsked, want)
		}
	}
}
