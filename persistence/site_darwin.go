package persistence

import "golang.org/x/sys/unix"

// Flags of statfs, from macOS's sys/mount.h.
const (
	mntRemovable = 0x200
	mntLocal     = 0x1000
)

// askSystem finds out about the drive that a folder lies on.
func (f *facts) askSystem(dir string) {
	var st unix.Statfs_t
	if unix.Statfs(dir, &st) != nil {
		return
	}
	f.files = unix.ByteSliceToString(st.Fstypename[:])
	f.remote = st.Flags&mntLocal == 0
	f.removable = st.Flags&mntRemovable != 0
}
