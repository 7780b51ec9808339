package persistence

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// mount is one line of Linux's table of what is mounted where.
type mount struct {
	point  string
	files  string // kind of file system
	source string
}

// mountOf finds where a folder lies in a table in the form of
// /proc/self/mountinfo: the longest mount point that it is in, and of two the
// later, which hides the other.
func mountOf(table, dir string) (found mount, ok bool) {
	for line := range strings.Lines(table) {
		head, tail, _ := strings.Cut(line, " - ")
		fields, about := strings.Fields(head), strings.Fields(tail)
		if len(fields) < 5 || len(about) < 2 {
			continue
		}
		m := mount{unescape(fields[4]), about[0], unescape(about[1])}
		in := dir == m.point || strings.HasPrefix(dir, strings.TrimRight(m.point, "/")+"/")
		if in && len(m.point) >= len(found.point) {
			found, ok = m, true
		}
	}
	return found, ok
}

// unescape reads \040 and the like, as which the table has spaces.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+3 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+4], 8, 8); err == nil {
				b.WriteByte(byte(n))
				i += 3
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func deviceName(major, minor uint32) string { return fmt.Sprintf("%d:%d", major, minor) }

// isRemovable reports whether a drive can be unplugged, by what Linux tells of
// it under /sys. A partition is asked about its drive and an encrypted drive
// about the one below. A disk on a USB cable calls itself fixed, so the way to
// it counts as well, and so do memory cards, which look like the memory that is
// soldered into cheap laptops but for their kind.
func isRemovable(sys fs.FS, device string) bool {
	if below := lower(sys, device); below != "" {
		return isRemovable(sys, below)
	}
	if _, err := fs.Stat(sys, path.Join(device, "partition")); err == nil {
		device = path.Dir(device)
	}
	text := func(name string) string {
		raw, _ := fs.ReadFile(sys, path.Join(device, name))
		return strings.TrimSpace(string(raw))
	}
	return text("removable") == "1" || strings.Contains(device, "/usb") || text("device/type") == "SD"
}

// lower returns the drive below an encrypted or combined one, "" when the device
// is a drive itself.
func lower(sys fs.FS, device string) string {
	dir := path.Join(device, "slaves")
	list, _ := fs.ReadDir(sys, dir)
	if len(list) == 0 {
		return ""
	}
	link, err := fs.ReadLink(sys, path.Join(dir, list[0].Name()))
	if err != nil {
		return ""
	}
	return path.Join(dir, link)
}
