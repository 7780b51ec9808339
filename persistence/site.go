package persistence

import (
	"slices"
	"strings"
)

// Site is what a folder lies on, as far as a store has to mind it.
type Site struct {
	Kind SiteKind
	// Service is the brand of what keeps the folder the same on several
	// computers, such as Dropbox; "" where it is not known. It reads the same in
	// every language.
	Service string
}

// SiteKind says where a folder lies. The words are in the catalogs.
type SiteKind string

// The kinds of places. A store on a network drive or in a folder that a service
// copies to other computers is written by two computers sooner or later, each
// with its own idea of what is in the files; every time it was tried, saves that
// were acknowledged were lost.
const (
	SiteLocal     SiteKind = "local"     // a drive of this computer
	SiteNetwork   SiteKind = "network"   // a drive of another computer
	SiteCloud     SiteKind = "cloud"     // copied to other computers by a service
	SiteRemovable SiteKind = "removable" // a drive that can be unplugged
)

// Shared reports whether other computers write in the place, so that a store
// must not.
func (s Site) Shared() bool { return s.Kind == SiteNetwork || s.Kind == SiteCloud }

// SiteOf finds out where a folder lies, which need not exist yet. What the
// system does not tell is taken for a drive of this computer.
func SiteOf(dir string) Site { return siteFacts(dir).site() }

// facts are what is known of a folder. They are gathered by the files for each
// system and judged here, so that the rules for all systems are tested on one.
type facts struct {
	paths     []string // the folder as it was named and with every link followed, with slashes
	home      string   // of the person
	files     string   // kind of file system, as Linux calls it; "" when not known
	remote    bool     // the system says that the drive is another computer's
	removable bool     // the system says that the drive can be unplugged
	env       func(string) string
	names     func(dir string) []string // what lies in a folder
}

// site judges. A service counts more than the drive: its folder may lie on a
// drive of its own.
func (f facts) site() Site {
	for _, path := range f.paths {
		if service := f.service(path); service != "" {
			return Site{SiteCloud, service}
		}
		if isUNC(path) {
			return Site{Kind: SiteNetwork}
		}
	}
	service, isCloud := cloudFiles[f.files]
	switch {
	case isCloud:
		return Site{SiteCloud, service}
	case f.remote || isRemoteFiles(f.files):
		return Site{Kind: SiteNetwork}
	case f.removable:
		return Site{Kind: SiteRemovable}
	}
	return Site{Kind: SiteLocal}
}

// isUNC reports whether a path names another computer, as //server/share does.
// //?/C:/ and //./C:/ name a drive of this one.
func isUNC(path string) bool {
	if rest, ok := strings.CutPrefix(path, "//?/"); ok {
		return strings.HasPrefix(strings.ToUpper(rest), "UNC/")
	}
	return strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "//./")
}

// cloudFiles are file systems that a service mounts.
var cloudFiles = map[string]string{
	"fuse.rclone": "rclone", "fuse.google-drive-ocamlfuse": "Google Drive", "fuse.onedriver": "OneDrive",
	"fuse.pcloud": "pCloud", "fuse.pCloud.fs": "pCloud", "fuse.insync": "Insync", "fuse.dbxfs": "Dropbox",
}

// localFuse are file systems of programs that keep their files on a drive of
// this computer. Any other program may get them from anywhere.
var localFuse = []string{
	"fuseblk", "fuse.ntfs", "fuse.ntfs-3g", "fuse.lowntfs-3g", "fuse.exfat", "fuse.ext2", "fuse.gocryptfs",
	"fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.cryptomator", "fuse.veracrypt", "fuse.bindfs",
	"fuse.mergerfs", "fuse.unionfs", "fuse.overlayfs", "fuse.fuse-overlayfs", "fuse.apfs", "fuse.dislocker",
}

// remoteFiles are file systems of other computers, and those that a virtual
// machine has of the computer it runs on.
var remoteFiles = []string{
	"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "smbfs2", "9p", "afs", "auristorfs", "coda", "ncpfs", "ncp",
	"ceph", "lustre", "gfs", "gfs2", "ocfs2", "gpfs", "glusterfs", "beegfs", "orangefs", "pvfs2", "davfs", "webdav",
	"afpfs", "ftp", "vboxsf", "vmhgfs", "prl_fs", "virtiofs",
}

// isRemoteFiles judges by the kind of file system.
func isRemoteFiles(kind string) bool {
	kind = strings.ToLower(kind)
	switch {
	case kind == "fuse" || strings.HasPrefix(kind, "fuse."):
		return !slices.Contains(localFuse, kind)
	case strings.HasPrefix(kind, "macfuse"), strings.HasPrefix(kind, "osxfuse"):
		return true
	}
	return slices.Contains(remoteFiles, kind)
}
