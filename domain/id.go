package domain

import "github.com/google/uuid"

// ID names a record for ever and on every device. New records get UUIDv7
// (RFC 9562), which sorts by time of creation.
type ID = uuid.UUID

// NoID is the zero ID; no record has it.
var NoID = uuid.Nil

// NewID returns a fresh UUIDv7. It fails only when the machine has no source
// of randomness, in which case nothing else could work either.
func NewID() ID { return uuid.Must(uuid.NewV7()) }

// DerivedID returns the same ID for the same parent and name on every device.
// Records of which a campaign has exactly one per name (the answer to a
// checklist item) use it, so that two devices edit one record, not two.
func DerivedID(parent ID, name string) ID { return uuid.NewSHA1(parent, []byte(name)) }
