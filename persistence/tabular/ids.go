package tabular

import (
	"hash/maphash"
	"strings"
)

// ids gathers the ids of rows. Equal ids are found with a table of row numbers
// of its own: it needs 8 bytes where a map of strings needs 16 and looks at the
// ids themselves only where half of the hash is equal already.
type ids struct {
	name  string
	link  bool // the id is the end of an address
	list  []string
	arena strings.Builder
	seed  maphash.Seed
	slots []uint64 // half of the hash, and the index into list plus one; 0 is free
	used  int
	hash  uint64 // of the id last asked for
	found bool   // that id has been kept
	long  int    // ids with 17 digits or more
	zeros int    // of these, the ones that end as if rounded to 15 digits
}

// longestID bounds an id; what is longer is a text.
const longestID = 128

func newIDs(name string, link bool, expected int) *ids {
	slots := 1024
	for slots < 2*expected {
		slots *= 2
	}
	return &ids{
		name: name, link: link, seed: maphash.MakeSeed(),
		list: make([]string, 0, expected), slots: make([]uint64, slots),
	}
}

// clean returns the id in a cell, "" when there is none.
func (c *ids) clean(cell string) string {
	if c.link {
		return idInLink(cell)
	}
	if cell == "" || cell[0] <= ' ' || cell[0] == '\'' || cell[len(cell)-1] <= ' ' || cell[0] >= 0x80 {
		cell = strings.TrimPrefix(strings.TrimSpace(strings.TrimFunc(cell, isMark)), "'")
	}
	if len(cell) > longestID {
		return ""
	}
	return cell
}

// add keeps the id of the next kept row, about which seen has just been asked.
// The cell belongs to a record with
// other people's words in it, so it is copied, many ids to one piece of memory.
func (c *ids) add(id string) {
	if id == "" {
		c.list = append(c.list, "")
		return
	}
	if c.arena.Cap()-c.arena.Len() < len(id) {
		c.arena = strings.Builder{}
		c.arena.Grow(max(chunk, len(id)))
	}
	from := c.arena.Len()
	c.arena.WriteString(id)
	c.list = append(c.list, c.arena.String()[from:])
	c.weigh(id)
	if c.found {
		return // one place for an id is enough, and many would be slow to pass
	}
	if c.used*2 >= len(c.slots) {
		c.grow()
	}
	c.place(c.hash, uint32(len(c.list)))
}

// weigh watches for ids that went through a spreadsheet, which keeps 15 digits.
func (c *ids) weigh(id string) {
	if len(id) < 17 || len(id) > 20 {
		return
	}
	for i := 0; i < len(id); i++ {
		if id[i] < '0' || id[i] > '9' || i >= 15 && id[i] != '0' {
			c.long++
			return
		}
	}
	c.long++
	c.zeros++
}

// seen reports whether a kept row has the id.
func (c *ids) seen(id string) bool {
	if id == "" {
		return false
	}
	c.hash = maphash.String(c.seed, id)
	c.found = false
	mask := len(c.slots) - 1
	for at := int(c.hash) & mask; c.slots[at] != 0 && !c.found; at = (at + 1) & mask {
		slot := c.slots[at]
		c.found = slot>>32 == c.hash>>32 && c.list[uint32(slot)-1] == id
	}
	return c.found
}

func (c *ids) place(hash uint64, entry uint32) {
	mask := len(c.slots) - 1
	at := int(hash) & mask
	for c.slots[at] != 0 {
		at = (at + 1) & mask
	}
	c.slots[at] = hash&^0xFFFFFFFF | uint64(entry)
	c.used++
}

func (c *ids) grow() {
	old := c.slots
	c.slots, c.used = make([]uint64, 4*len(old)), 0
	for _, slot := range old {
		if entry := uint32(slot); entry != 0 {
			c.place(maphash.String(c.seed, c.list[entry-1]), entry)
		}
	}
}

// isDamagedID recognises an id that a spreadsheet turned into 1.22158E+17: it
// names no row any more.
func isDamagedID(id string) bool {
	if len(id) < 4 || len(id) > 24 || id[0] < '0' || id[0] > '9' {
		return false
	}
	exponent := false
	for i := 1; i < len(id); i++ {
		switch c := id[i]; {
		case c >= '0' && c <= '9' || !exponent && (c == '.' || c == ','):
		case (c == 'E' || c == 'e') && !exponent && i+2 < len(id) && id[i+1] == '+':
			exponent = true
			i++
		default:
			return false
		}
	}
	return exponent
}

// idInLink returns the number that ends an address, when it is long enough to
// be an id: .../status/920061541986250758, urn:li:activity:7000000000000000001.
func idInLink(link string) string {
	for _, cut := range []byte{'#', '?'} {
		if at := strings.IndexByte(link, cut); at >= 0 {
			link = link[:at]
		}
	}
	link = strings.TrimRight(link, "/ ")
	from := len(link)
	for from > 0 && link[from-1] >= '0' && link[from-1] <= '9' {
		from--
	}
	if n := len(link) - from; n < 8 || n > 32 || from == 0 || link[from-1] != '/' && link[from-1] != ':' {
		return ""
	}
	return link[from:]
}
