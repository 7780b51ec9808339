// Package pack reads content packs: the JSON files that come with Athar and that
// people write by hand. It must not know what is in them; whoever asks for a pack
// checks that what it says holds together.
package pack

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// Decode reads a whole pack into the value that into points to. It refuses keys
// that have no place there, since a misspelt one would silently lose a text, and
// anything that follows the closing bracket.
func Decode(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something follows the closing bracket")
	}
	return nil
}
