package persistence

import (
	"path/filepath"
	"unsafe"

	"golang.org/x/sys/windows"
)

// askSystem finds out about the drive that a folder lies on.
func (f *facts) askSystem(dir string) {
	root := filepath.VolumeName(dir) + `\`
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return
	}
	var buf [windows.MAX_PATH + 1]uint16
	if windows.GetVolumePathName(name, &buf[0], uint32(len(buf))) == nil {
		root = windows.UTF16ToString(buf[:])
	}
	volume, err := windows.UTF16PtrFromString(root)
	if err != nil {
		return
	}
	switch windows.GetDriveType(volume) {
	case windows.DRIVE_REMOTE:
		f.remote = true
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		f.removable = true
	case windows.DRIVE_FIXED:
		f.removable = isOnUSB(root)
	}
}

// What IOCTL_STORAGE_QUERY_PROPERTY takes and gives, from ntddstor.h.
const (
	ioctlStorageQueryProperty = 0x2D1400
	busTypeUSB                = 7
	busTypeSD                 = 12
)

// isOnUSB reports whether a drive hangs on a USB cable or is a memory card. A
// disk on a cable calls itself fixed.
func isOnUSB(root string) bool {
	name, err := windows.UTF16PtrFromString(`\\.\` + filepath.VolumeName(root))
	if err != nil {
		return false
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE
	drive, err := windows.CreateFile(name, 0, share, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		return false
	}
	defer windows.CloseHandle(drive)
	query := struct{ property, kind, extra uint32 }{} // the device itself, asked for its description
	var about struct {
		version, size              uint32
		deviceType, deviceModifier byte
		removable, queueing        byte
		vendor, product            uint32
		revision, serial           uint32
		bus, rawSize               uint32
		raw                        [1024]byte
	}
	var n uint32
	err = windows.DeviceIoControl(drive, ioctlStorageQueryProperty,
		(*byte)(unsafe.Pointer(&query)), uint32(unsafe.Sizeof(query)),
		(*byte)(unsafe.Pointer(&about)), uint32(unsafe.Sizeof(about)), &n, nil)
	return err == nil && (about.bus == busTypeUSB || about.bus == busTypeSD)
}
