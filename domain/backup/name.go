package backup

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Extension is what the names of backups end in.
const Extension = ".atharbackup"

const stamp = "20060102-150405"

var namePattern = regexp.MustCompile(`^athar-(\d{8}-\d{6})-(\d{1,20})(?:-([a-z0-9-]{1,40}))?\.atharbackup$`)

// File is a backup as its name and size tell.
type File struct {
	Name string
	Time time.Time // in UTC, whole seconds
	Seq  uint64
	Tag  string // "" for most
	Size int64  // bytes
}

// Name returns the name of a backup made at a time, with the number of the
// newest change in it.
func Name(at time.Time, seq uint64, tag string) string {
	if tag != "" {
		tag = "-" + tag
	}
	return fmt.Sprintf("athar-%s-%d%s%s", at.UTC().Format(stamp), seq, tag, Extension)
}

// ParseName reads a name that Name made; ok is false for any other.
func ParseName(name string) (f File, ok bool) {
	m := namePattern.FindStringSubmatch(name)
	if m == nil {
		return File{}, false
	}
	at, err := time.Parse(stamp, m[1])
	if err != nil {
		return File{}, false
	}
	seq, err := strconv.ParseUint(m[2], 10, 64)
	if err != nil {
		return File{}, false
	}
	return File{Name: name, Time: at, Seq: seq, Tag: m[3]}, true
}
