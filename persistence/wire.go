package persistence

import (
	"strings"
	"time"

	"github.com/fxamacker/cbor/v2"

	"athar/domain"
)

// The wire structs say how records lie on disk: CBOR maps with integer keys.
//
// Never reuse or renumber a key, and never change what one means; a field that
// is no longer needed leaves its number unused. New fields get the next
// number and must be optional. A change that older versions must not overwrite
// unknowingly needs a new storeFormat.

// Bounds for what is decoded; far above what a record can hold.
const (
	maxNesting  = 16
	maxElements = 1 << 20
)

var (
	cborEnc = must(cbor.EncOptions{
		Sort:          cbor.SortCoreDeterministic,
		ShortestFloat: cbor.ShortestFloatNone,
		NaNConvert:    cbor.NaNConvert7e00,
		IndefLength:   cbor.IndefLengthForbidden,
		TagsMd:        cbor.TagsForbidden,
	}.EncMode())
	cborDec = must(cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		MaxNestedLevels:  maxNesting,
		MaxArrayElements: maxElements,
		MaxMapPairs:      maxElements,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		UTF8:             cbor.UTF8RejectInvalid,
	}.DecMode())
)

// must is for options that are constants: they are right or no test runs.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// clean returns text that can be read again: CBOR refuses to decode what is
// not UTF-8, though it encodes it.
func clean(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func cleanAll[S ~string](list []S) []S {
	if len(list) == 0 {
		return nil
	}
	out := make([]S, len(list))
	for i, s := range list {
		out[i] = S(clean(string(s)))
	}
	return out
}

// wireID is an ID as a byte string.
type wireID []byte

func toID(id domain.ID) wireID {
	if id == domain.NoID {
		return nil
	}
	return id[:]
}

func (w wireID) id() (domain.ID, error) {
	switch len(w) {
	case 0:
		return domain.NoID, nil
	case idSize:
		return domain.ID(w), nil
	}
	return domain.NoID, errWire
}

// wireTime is a moment as seconds since 1970 UTC and nanoseconds; nil is the
// zero time. The time zone is not kept: moments come back in UTC.
type wireTime struct {
	_    struct{} `cbor:",toarray"`
	Sec  int64
	Nano int32
}

func toTime(t time.Time) *wireTime {
	if t.IsZero() {
		return nil
	}
	return &wireTime{Sec: t.Unix(), Nano: int32(t.Nanosecond())}
}

func (w *wireTime) time() time.Time {
	if w == nil {
		return time.Time{}
	}
	return time.Unix(w.Sec, int64(w.Nano)).UTC()
}

type wireText struct {
	Ar string `cbor:"1,keyasint,omitempty"`
	En string `cbor:"2,keyasint,omitempty"`
}

func (w *wireText) text() domain.Text {
	if w == nil {
		return domain.Text{}
	}
	return domain.Text{Ar: w.Ar, En: w.En}
}
