package archive

import (
	"crypto/sha256"
	"io"
	"math"

	"github.com/klauspost/compress/zstd"

	"athar/persistence/vault"
)

// Rescue begins to read a backup that is known to be damaged: its entries up to
// where it was cut or changed. None of them is proved by anything here, and Next
// ends with ErrDamaged, never with io.EOF: each value must prove itself.
func (s *Source) Rescue(keys *vault.Keys) (*Reader, error) {
	inside := s
	if s.Keys != nil {
		var err error
		if inside, err = s.unseal(keys, (*vault.Keys).NewCutStreamReader); err != nil {
			return nil, err
		}
	}
	a := &Reader{Head: inside.Head, hash: sha256.New()}
	a.end.entries, a.end.unpacked = math.MaxUint64, math.MaxUint64
	from := int64(len(inside.raw))
	a.raw = io.NewSectionReader(inside.r, from, inside.Size-from)
	return a, a.unpack(zstd.WithDecoderConcurrency(1)) // in step: what was unpacked before the damage is given
}
