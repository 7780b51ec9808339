package kit

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func finder(home string, media ...string) placeFinder {
	return placeFinder{goos: "linux", home: home, user: "nour", env: func(string) string { return "" }, media: media}
}

func placePaths(places []chooserPlace) []string {
	var all []string
	for _, p := range places {
		all = append(all, p.path)
	}
	return all
}

func TestUsualFoldersAreFoundWhereTheDesktopPutThem(t *testing.T) {
	home := folder(t, "سطح المكتب/", "Documents/", ".config/")
	lines := "# comment\nXDG_DESKTOP_DIR=\"$HOME/سطح المكتب\"\nXDG_DOWNLOAD_DIR=\"/nowhere\"\n"
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	got := placePaths(finder(home).find())
	want := []string{home, filepath.Join(home, "سطح المكتب"), filepath.Join(home, "Documents")}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestUsualFoldersAreFoundWithoutTheFile(t *testing.T) {
	home := folder(t, "Desktop/", "Downloads/")
	got := placePaths(finder(home).find())
	want := []string{home, filepath.Join(home, "Desktop"), filepath.Join(home, "Downloads")}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestDrivesAreFoundUnderTheUsersNameToo(t *testing.T) {
	media := folder(t, "nour/USB 16GB/", "cdrom/", ".hidden/")
	got := finder("", media, filepath.Join(media, "nour"), "/nowhere").find()
	want := []chooserPlace{
		{placeDrive, "cdrom", filepath.Join(media, "cdrom")},
		{placeDrive, "USB 16GB", filepath.Join(media, "nour", "USB 16GB")},
	}
	if !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestAPlaceIsShownOnce(t *testing.T) {
	home := folder(t, ".config/")
	lines := "XDG_DESKTOP_DIR=\"$HOME\"\nXDG_DOCUMENTS_DIR=\"$HOME/\"\n"
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := placePaths(finder(home).find()); !slices.Equal(got, []string{home}) {
		t.Errorf("found %q", got)
	}
}

func TestWindowsHasDriveLetters(t *testing.T) {
	got := placeFinder{goos: "windows"}.drives()
	if got[0] != `C:\` || got[len(got)-1] != `Z:\` {
		t.Errorf("found %q", got)
	}
}

func TestLinesOfUserDirsThatAreSomethingElseArePassedOver(t *testing.T) {
	data := "XDG_DESKTOP_DIR=\"$HOME/Desk\\\"top\"\nXDG_MUSIC_DIR=relative\nDESKTOP_DIR=\"/a\"\nXDG_X=\"/b\"\nXDG_VIDEOS_DIR=\"videos\"\nXDG_DOWNLOAD_DIR = \"/c/../d\"\n=\n\""
	got := parseUserDirs([]byte(data), "/home/n")
	if len(got) != 2 || got["DESKTOP"] != `/home/n/Desk"top` || got["DOWNLOAD"] != "/d" {
		t.Errorf("read %q", got)
	}
}

func FuzzParseUserDirs(f *testing.F) {
	f.Add([]byte("XDG_DESKTOP_DIR=\"$HOME/Desktop\"\n"))
	f.Add([]byte("XDG__DIR=\"\"\n\x00"))
	f.Add([]byte("XDG_A_DIR=\"$HOME\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, path := range parseUserDirs(data, "/home/x") {
			if !filepath.IsAbs(path) {
				t.Errorf("%s is %q", name, path)
			}
		}
	})
}
