//go:build wine

package persistence

import _ "unsafe" // for go:linkname

// Older Wine does not know how Windows deletes a file since Windows 10, and says
// so with an error that Go takes for another: os.RemoveAll fails. This chooses
// Go's own way for older systems and drives with FAT. The tests for Wine are
// linked with -checklinkname=0, as a program of other people may not do this.
//
//go:linkname deleteAsBefore internal/syscall/windows.TestDeleteatFallback
var deleteAsBefore bool

//nolint:gochecknoinits // before any test, also of a child
func init() { deleteAsBefore = true }
