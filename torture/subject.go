package main

// Engines. Athar's store is what is tortured; the others are the controls.
const (
	engineAthar  = ""
	engineBolt   = "bbolt"
	engineSQLite = "sqlite"
	engineBadger = "badger" // without syncing its writes
)

// subject is a store that keeps numbered edits, each of several records in one
// transaction.
type subject interface {
	// last returns the number of the newest edit. It fails when what is kept is
	// not exactly what some number says.
	last() (int, error)
	// write does what follows on edit n and returns the number it got to, once
	// that is acknowledged.
	write(n int) (int, error)
	// between does what belongs to no edit, such as an import.
	between(n int) error
	// judge says what the store holds.
	judge(o order) verdict
	close() error
}

// verdict is what a child found in a store it could open.
type verdict struct {
	Code    string `json:"code,omitempty"` // why something could not be read
	Last    int    `json:"last"`
	Torn    string `json:"torn,omitempty"`    // how the content is not that of any number
	Past    string `json:"past,omitempty"`    // what is wrong with the history
	Content string `json:"content,omitempty"` // sum over every campaign
	Tables  []int  `json:"tables,omitempty"`  // rows that are missing or wrong
	Told    int    `json:"told"`              // problems that opening told of
	Mended  bool   `json:"mended"`            // opening repaired something
	How     string `json:"how,omitempty"`     // what it repaired
	Found   int    `json:"found"`             // problems that verifying found
	Refused int    `json:"refused"`           // backups that were refused
	Backups int    `json:"backups"`           // backups that can be read
}
