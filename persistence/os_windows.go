package persistence

import (
	"errors"

	"golang.org/x/sys/windows"
)

// freeSpace returns the bytes a program of this person may still write on the
// disk that holds the directory.
func freeSpace(dir string) (uint64, error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	return free, err
}

// syncDir does nothing: Windows has no call for it, and NTFS journals names.
func syncDir(string) error { return nil }

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// isGone reports whether an error says that a drive is not there any more.
func isGone(err error) bool {
	for _, code := range []error{
		windows.ERROR_NOT_READY, windows.ERROR_DEVICE_NOT_CONNECTED, windows.ERROR_NO_SUCH_DEVICE, windows.ERROR_DEV_NOT_EXIST,
		windows.ERROR_BAD_NETPATH, windows.ERROR_NETNAME_DELETED, windows.ERROR_DEVICE_REMOVED,
	} {
		if errors.Is(err, code) {
			return true
		}
	}
	return false
}
