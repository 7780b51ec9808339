package persistence

import (
	"cmp"
	"strings"
)

// service returns the service that copies the folder to other computers, or "".
func (f facts) service(folder string) string {
	for _, name := range []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial"} {
		if root := strings.ReplaceAll(f.env(name), `\`, "/"); root != "" && isWithin(folder, root) { // set on Windows only
			return "OneDrive"
		}
	}
	for dir := folder; dir != ""; dir = parentDir(dir) {
		parent := parentDir(dir)
		if strings.EqualFold(baseName(parent), "CloudStorage") { // where macOS puts the folders of every service
			head, _, _ := strings.Cut(baseName(dir), "-")
			return cmp.Or(namedServices[strings.ToLower(head)], head)
		}
		if service := serviceNamed(baseName(dir), isSameDir(parent, f.home)); service != "" {
			return service
		}
	}
	return f.marked(folder)
}

// parentDir returns the folder around one, "" for the topmost. Paths have
// slashes here, on every system.
func parentDir(dir string) string {
	dir = strings.TrimRight(dir, "/")
	return dir[:max(0, strings.LastIndexByte(dir, '/'))]
}

func baseName(dir string) string {
	dir = strings.TrimRight(dir, "/")
	return dir[strings.LastIndexByte(dir, '/')+1:]
}

// namedServices are services by the name that they give their folder, in lower
// case.
var namedServices = map[string]string{
	"dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive",
	"my drive": "Google Drive", "shared drives": "Google Drive",
	"mobile documents": "iCloud", "iclouddrive": "iCloud", "icloud drive": "iCloud", "com~apple~clouddocs": "iCloud",
	"nextcloud": "Nextcloud", "owncloud": "ownCloud", "box sync": "Box", "pclouddrive": "pCloud", "pcloud drive": "pCloud",
	"pcloudsync": "pCloud", "megasync": "MEGA", "yandex.disk": "Yandex Disk", "yandexdisk": "Yandex Disk",
	"yandex.disk.localized": "Yandex Disk", "яндекс.диск": "Yandex Disk", "synologydrive": "Synology Drive",
	"tresorit": "Tresorit", "proton drive": "Proton Drive", "seadrive": "Seafile", "jottacloud": "Jottacloud",
	"spideroak hive": "SpiderOak",
}

// homeServices are services whose folder has a name that others use as well, so
// that it counts only where they put it: in the home folder.
var homeServices = map[string]string{"box": "Box", "mega": "MEGA", "seafile": "Seafile", "insync": "Insync"}

// serviceNamed judges by the name of a folder and whether it lies in the home
// folder. For an organisation some services put its name before or after theirs.
func serviceNamed(name string, atHome bool) string {
	name = strings.ToLower(name)
	switch {
	case namedServices[name] != "":
		return namedServices[name]
	case atHome && homeServices[name] != "":
		return homeServices[name]
	case strings.HasPrefix(name, "onedrive - "):
		return "OneDrive"
	case strings.HasPrefix(name, "dropbox ("), strings.HasSuffix(name, " dropbox"):
		return "Dropbox"
	}
	return ""
}

// markers are files that a service keeps in its folder, and beginnings of their
// names.
var markers = []struct{ prefix, suffix, service string }{
	{".dropbox", "", "Dropbox"},
	{".dropbox.cache", "", "Dropbox"},
	{".sync_", ".db", "Nextcloud"},
	{"._sync_", ".db", "Nextcloud"},
	{".nextcloudsync.log", "", "Nextcloud"},
	{".owncloudsync.log", "", "ownCloud"},
	{".stfolder", "", "Syncthing"},
	{".megaignore", "", "MEGA"},
	{".shortcut-targets-by-id", "", "Google Drive"},
	{".SynologyWorkingDirectory", "", "Synology Drive"},
}

// marked looks in the folder and those around it for what a service leaves.
func (f facts) marked(folder string) string {
	for dir := folder; dir != ""; dir = parentDir(dir) {
		atHome := isSameDir(dir, f.home)
		for _, name := range f.names(dir) {
			if service := markOf(name); service != "" && (!atHome || name != ".dropbox") {
				return service // ~/.dropbox holds settings of Dropbox and marks nothing
			}
		}
	}
	return ""
}

func markOf(name string) string {
	for _, m := range markers {
		if name == m.prefix || m.suffix != "" && strings.HasPrefix(name, m.prefix) && strings.HasSuffix(name, m.suffix) {
			return m.service
		}
	}
	return ""
}

func isSameDir(a, b string) bool { return b != "" && isWithin(a, b) && isWithin(b, a) }

// isWithin reports whether a path is root or lies below it. Capitals do not
// count: where they do, two folders that differ in them alone are rare.
func isWithin(path, root string) bool {
	flat := func(s string) string { return strings.ToLower(strings.TrimRight(s, "/")) }
	path, root = flat(path), flat(root)
	return path == root || strings.HasPrefix(path, root+"/")
}
