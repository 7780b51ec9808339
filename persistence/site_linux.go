package persistence

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// askSystem finds out about the drive that a folder lies on.
func (f *facts) askSystem(dir string) {
	table, _ := os.ReadFile("/proc/self/mountinfo")
	mount, _ := mountOf(string(table), dir)
	f.files = mount.files
	var st unix.Statfs_t
	if unix.Statfs(dir, &st) == nil {
		if name := remoteMagic[uint32(st.Type)]; name != "" && !isRemoteFiles(f.files) {
			f.files = name // the table may be hidden from us
		}
	}
	var info unix.Stat_t
	if unix.Stat(dir, &info) != nil {
		return
	}
	device := blockDevice(unix.Major(info.Dev), unix.Minor(info.Dev))
	if device == "" && strings.HasPrefix(mount.source, "/dev/") && unix.Stat(mount.source, &info) == nil {
		device = blockDevice(unix.Major(info.Rdev), unix.Minor(info.Rdev)) // btrfs has numbers of its own
	}
	f.removable = device != "" && isRemovable(os.DirFS("/sys"), device)
}

// remoteMagic are the numbers of network file systems, from the kernel's
// include/uapi/linux/magic.h and the file systems' own headers.
var remoteMagic = map[uint32]string{
	0x6969: "nfs", 0x517B: "smb", 0xFF534D42: "cifs", 0xFE534D42: "smb2", 0x01021997: "9p",
	0x5346414F: "afs", 0x6B414653: "afs", 0x73757245: "coda", 0x564C: "ncp", 0x00C36400: "ceph",
	0x0BD00BD0: "lustre", 0x01161970: "gfs2", 0x7461636F: "ocfs2", 0x47504653: "gpfs", 0x786F4256: "vboxsf",
}

// blockDevice returns the path of a drive under /sys, without the first part;
// "" when there is none.
func blockDevice(major, minor uint32) string {
	link := filepath.Join("/sys/dev/block", deviceName(major, minor))
	path, err := filepath.EvalSymlinks(link)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(path, "/sys/")
}
