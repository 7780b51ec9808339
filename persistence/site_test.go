package persistence

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// factsOf are those of a folder of which nothing is known but its name.
func factsOf(dir, home string, names map[string][]string) facts {
	return facts{
		paths: []string{dir}, home: home, env: func(string) string { return "" },
		names: func(dir string) []string { return names[dir] },
	}
}

func TestFoldersOfServicesAreKnownByTheirNames(t *testing.T) {
	for dir, want := range map[string]string{
		"/home/amal/Dropbox/athar":                                            "Dropbox",
		"/home/amal/Dropbox (Wadi Nur)/athar":                                 "Dropbox",
		"C:/Users/amal/Wadi Nur Dropbox/Amal/athar":                           "Dropbox",
		"C:/Users/amal/OneDrive/Documents":                                    "OneDrive",
		"C:/Users/amal/OneDrive - Wadi Nur/Athar":                             "OneDrive",
		"/Users/amal/Library/CloudStorage/OneDrive-WadiNur/Athar":             "OneDrive",
		"/Users/amal/Library/CloudStorage/GoogleDrive-amal@example.org/Athar": "Google Drive",
		"/Users/amal/Library/CloudStorage/Strato-HiDrive":                     "Strato",
		"G:/My Drive/athar":                                                   "Google Drive",
		"G:/Shared drives/Campaigns":                                          "Google Drive",
		"/Users/amal/Library/Mobile Documents/com~apple~CloudDocs/Athar":      "iCloud",
		"C:/Users/amal/iCloudDrive/Athar":                                     "iCloud",
		"/home/amal/Nextcloud/athar":                                          "Nextcloud",
		"/home/amal/ownCloud/athar":                                           "ownCloud",
		"/home/amal/Box/athar":                                                "Box",
		"C:/Users/amal/Box Sync/athar":                                        "Box",
		"/home/amal/pCloudDrive/athar":                                        "pCloud",
		"/home/amal/MEGA/athar":                                               "MEGA",
		"/home/amal/Яндекс.Диск/athar":                                        "Yandex Disk",
		"/home/amal/Yandex.Disk":                                              "Yandex Disk",

		"/home/amal/.local/share/athar":             "",
		"/home/amal/حملات/أثر":                      "",
		"/home/amal/Documents/nextcloud-plan":       "",
		"/home/amal/Documents/Dropbox alternatives": "",
		"/srv/Box/athar":                            "",
		"C:/Users/amal/AppData/Local/Athar":         "",
		"/":                                         "",
	} {
		home := "/home/amal"
		got := factsOf(dir, home, nil).site()
		if got.Service != want || (got.Kind == SiteCloud) != (want != "") {
			t.Errorf("%s: %+v, want service %q", dir, got, want)
		}
	}
}

func TestFoldersOfServicesAreKnownByWhatLiesInThem(t *testing.T) {
	for name, want := range map[string]string{
		".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".sync_1a2b3c.db": "Nextcloud", "._sync_1a2b3c.db": "Nextcloud",
		".owncloudsync.log": "ownCloud", ".stfolder": "Syncthing", ".megaignore": "MEGA", ".shortcut-targets-by-id": "Google Drive",
		".sync_notes": "", "stfolder": "", "dropbox": "",
	} {
		names := map[string][]string{"/data/plans": {"a.txt", name}}
		got := factsOf("/data/plans/2026/athar", "/home/amal", names).site()
		if got.Service != want {
			t.Errorf("%s around the folder: %+v, want %q", name, got, want)
		}
	}
	settings := map[string][]string{"/home/amal": {".dropbox"}}
	if got := factsOf("/home/amal/.local/share/athar", "/home/amal", settings).site(); got.Kind != SiteLocal {
		t.Errorf("settings of Dropbox in the home folder make it %+v", got)
	}
}

func TestAFolderThatWindowsKeepsInOneDriveIsKnown(t *testing.T) {
	f := factsOf("D:/Work/Documents/Athar", "C:/Users/amal", nil)
	f.env = func(name string) string {
		return map[string]string{"OneDriveCommercial": `D:\work`}[name]
	}
	if got := f.site(); got != (Site{SiteCloud, "OneDrive"}) {
		t.Errorf("%+v", got)
	}
}

func TestDrivesAreJudgedByWhatTheSystemTells(t *testing.T) {
	for files, want := range map[string]SiteKind{
		"ext4": SiteLocal, "btrfs": SiteLocal, "xfs": SiteLocal, "apfs": SiteLocal, "vfat": SiteLocal, "exfat": SiteLocal, "tmpfs": SiteLocal,
		"overlay": SiteLocal, "zfs": SiteLocal, "f2fs": SiteLocal, "fuseblk": SiteLocal, "fuse.gocryptfs": SiteLocal, "": SiteLocal,
		"nfs": SiteNetwork, "nfs4": SiteNetwork, "cifs": SiteNetwork, "smb2": SiteNetwork, "smbfs": SiteNetwork, "9p": SiteNetwork,
		"afs": SiteNetwork, "ceph": SiteNetwork, "fuse.sshfs": SiteNetwork, "fuse.gvfsd-fuse": SiteNetwork, "fuse": SiteNetwork,
		"fuse.something": SiteNetwork, "afpfs": SiteNetwork, "webdav": SiteNetwork, "vboxsf": SiteNetwork,
		"fuse.rclone": SiteCloud, "fuse.pcloud": SiteCloud,
	} {
		f := factsOf("/mnt/data", "/home/amal", nil)
		f.files = files
		if got := f.site(); got.Kind != want {
			t.Errorf("%q: %+v, want %s", files, got, want)
		}
	}
	for path, want := range map[string]SiteKind{
		"//server/share/athar": SiteNetwork, "//?/UNC/server/share": SiteNetwork, "//wsl$/Ubuntu/home": SiteNetwork,
		"//?/C:/Athar": SiteLocal, "C:/Athar": SiteLocal,
	} {
		if got := factsOf(path, "C:/Users/amal", nil).site(); got.Kind != want {
			t.Errorf("%s: %+v, want %s", path, got, want)
		}
	}
	for want, f := range map[SiteKind]facts{SiteNetwork: {remote: true}, SiteRemovable: {removable: true, files: "vfat"}} {
		f.env, f.names = func(string) string { return "" }, func(string) []string { return nil }
		if got := f.site(); got.Kind != want {
			t.Errorf("%+v, want %s", got, want)
		}
	}
}

func TestTheMountOfAFolderIsTheInnermostAndTheLatest(t *testing.T) {
	const table = `22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 0:40 / /home rw shared:2 - btrfs /dev/sda3 rw,subvol=/home
41 22 8:17 / /media/amal/USB\040STICK rw,nosuid shared:3 - vfat /dev/sdb1 rw
42 22 0:50 / /mnt/share rw - nfs4 server:/export rw
43 42 0:51 / /mnt/share rw - fuse.sshfs amal@server: rw
broken line
`
	for dir, want := range map[string]string{
		"/etc": "ext4", "/home/amal": "btrfs", "/homework": "ext4", "/media/amal/USB STICK/athar": "vfat",
		"/mnt/share": "fuse.sshfs", "/mnt/share/a": "fuse.sshfs", "/": "ext4",
	} {
		if m, ok := mountOf(table, dir); !ok || m.files != want {
			t.Errorf("%s lies on %+v, want %s", dir, m, want)
		}
	}
	if _, ok := mountOf("", "/"); ok {
		t.Error("an empty table has a mount")
	}
}

func TestDrivesThatCanBeUnpluggedAreToldFromThoseBuiltIn(t *testing.T) {
	const (
		disk  = "devices/pci0000:00/ata1/block/sda"
		stick = "devices/pci0000:00/usb1/1-1/host6/block/sdb"
		cable = "devices/pci0000:00/usb2/2-1/host7/block/sdc"
		card  = "devices/pci0000:00/mmc_host/mmc1/block/mmcblk1"
		board = "devices/pci0000:00/mmc_host/mmc0/block/mmcblk0"
		crypt = "devices/virtual/block/dm-1"
		vault = "devices/virtual/block/dm-2"
	)
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s + "\n")} }
	link := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s), Mode: fs.ModeSymlink} }
	sys := fstest.MapFS{
		disk + "/removable": text("0"), disk + "/sda1/partition": text("1"),
		stick + "/removable": text("1"), stick + "/sdb1/partition": text("1"),
		cable + "/removable": text("0"), cable + "/sdc1/partition": text("1"),
		card + "/removable": text("0"), card + "/device/type": text("SD"), card + "/mmcblk1p1/partition": text("1"),
		board + "/removable": text("0"), board + "/device/type": text("MMC"),
		crypt + "/removable": text("0"), crypt + "/slaves/sda1": link("../../../../../" + disk + "/sda1"),
		vault + "/removable": text("0"), vault + "/slaves/sdc1": link("../../../../../" + cable + "/sdc1"),
	}
	for device, want := range map[string]bool{
		disk: false, disk + "/sda1": false, stick + "/sdb1": true, cable + "/sdc1": true, card + "/mmcblk1p1": true,
		board: false, crypt: false, vault: true, "devices/none": false,
	} {
		if got := isRemovable(sys, device); got != want {
			t.Errorf("%s can be unplugged: %t, want %t", device, got, want)
		}
	}
}

func TestAFolderThatIsNotThereYetLiesWhereItWouldBeMade(t *testing.T) {
	dir := t.TempDir()
	want := SiteOf(dir)
	if got := SiteOf(filepath.Join(dir, "a", "b")); got != want || got.Shared() {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := SiteOf(filepath.Join(dir, "Dropbox", "athar")); got != (Site{SiteCloud, "Dropbox"}) {
		t.Errorf("%+v", got)
	}
	if err := os.Mkdir(filepath.Join(dir, "Nextcloud"), 0o700); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "windows" {
		return // links need a right there
	}
	if err := os.Symlink(filepath.Join(dir, "Nextcloud"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if got := SiteOf(filepath.Join(dir, "link", "athar")); got != (Site{SiteCloud, "Nextcloud"}) {
		t.Errorf("behind a link: %+v", got)
	}
}

func FuzzMountTable(f *testing.F) {
	f.Add("41 22 8:17 / /media/USB\\040STICK rw shared:3 - vfat /dev/sdb1 rw\n", "/media/USB STICK/a")
	f.Fuzz(func(t *testing.T, table, dir string) {
		if m, ok := mountOf(table, dir); ok && !strings.HasPrefix(dir+"/", strings.TrimRight(m.point, "/")+"/") {
			t.Errorf("%q is not in %q", dir, m.point)
		}
	})
}

func TestFoldersOfServicesAreProposedForCopies(t *testing.T) {
	home := t.TempDir()
	for _, dir := range []string{"Dropbox", "Nextcloud", "Documents", "Library/CloudStorage/OneDrive-ngo", "work"} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(home, "Box"), nil, 0o600); err != nil { // no folder
		t.Fatal(err)
	}
	f := facts{home: home, names: namesIn, env: func(name string) string {
		return map[string]string{"OneDrive": filepath.Join(home, "work"), "OneDriveConsumer": filepath.Join(home, "none")}[name]
	}}
	var want []string
	for _, dir := range []string{"work", "Dropbox", "Nextcloud", "Library/CloudStorage/OneDrive-ngo"} {
		want = append(want, filepath.Join(home, dir))
	}
	if got := copyFolders(f, isDir); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
