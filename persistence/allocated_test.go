package persistence

import "testing"

// Room that a laptop has to spare: what Badger maps ahead and the reserve are in it.
func TestAnEmptyStoreTakesLittleRoomWhileItIsOpen(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{FreeSpace: plenty})
	all, _ := diskSize(t, s.Dir())
	mustClose(t, s)
	if all > 64*megabyte {
		t.Errorf("it takes %d bytes", all)
	}
	if closed, _ := diskSize(t, s.Dir()); closed > megabyte {
		t.Errorf("closed it takes %d bytes", closed)
	}
}
