package persistence

import (
	"errors"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// squeezeFrom is the size from which a payload is tried to be compressed, in
// bytes. Below it there is little to gain, and an autosave should cost nothing.
const squeezeFrom = 2 << 10

var errFlags = errors.New("unknown flags")

// The coders are made when first needed: the encoder holds a few megabytes,
// which a session without long texts never pays for.
var (
	zstdEncoder = sync.OnceValues(func() (*zstd.Encoder, error) {
		return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest),
			zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20),
			zstd.WithEncoderCRC(false)) // our own checksum covers it
	})
	zstdDecoder = sync.OnceValues(func() (*zstd.Decoder, error) {
		return zstd.NewReader(nil, zstd.WithDecoderConcurrency(1),
			zstd.WithDecoderMaxMemory(maxLogPayload), zstd.WithDecoderLowmem(true))
	})
)

// squeeze returns the payload, compressed where that saves an eighth, and the
// flags that say so.
func squeeze(payload []byte) ([]byte, byte) {
	if len(payload) < squeezeFrom {
		return payload, 0
	}
	enc, err := zstdEncoder()
	if err != nil {
		return payload, 0
	}
	small := enc.EncodeAll(payload, nil)
	if len(small) > len(payload)-len(payload)/8 {
		return payload, 0
	}
	return small, flagZstd
}

// unsqueeze undoes squeeze. Unknown flags are refused.
func unsqueeze(payload []byte, flags byte) ([]byte, error) {
	switch flags {
	case 0:
		return payload, nil
	case flagZstd:
		dec, err := zstdDecoder()
		if err != nil {
			return nil, err
		}
		return dec.DecodeAll(payload, nil)
	}
	return nil, errFlags
}
