package channel

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"athar/domain"
)

// Codes for what is wrong with a catalog, beside those of package domain.
const (
	ErrSyntax    domain.Code = "syntax"    // not JSON, or a number where a text must be; Args: line, column
	ErrDuplicate domain.Code = "duplicate" // an id that is there already; Args: line, column
)

// What Parse accepts.
const (
	catalogVersion = 1
	maxCatalogSize = 1 << 20
	maxChannels    = 200
	maxFields      = 50
	maxLimit       = 10_000_000
	maxLinkLetters = 1000
)

type catalogFile struct {
	Version  int         `json:"version"`
	Updated  string      `json:"updated"`
	About    domain.Text `json:"about"`
	Channels []Channel   `json:"channels"`
}

// Parse reads a catalog in JSON. The file is meant to be edited by people, so
// an error is a *domain.Error that says where: Field is the path of the value
// (channels[2].fields[0].unit), Args hold its line and column. Unknown keys are
// errors, since a misspelt "limit" would otherwise go unnoticed.
func Parse(data []byte) (Catalog, error) {
	if len(data) > maxCatalogSize {
		return Catalog{}, domain.Problem(domain.ErrTooLong, "").With("limit", maxCatalogSize)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF")) // some editors on Windows put one there
	var file catalogFile
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&file); err != nil {
		return Catalog{}, syntaxError(data, err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return Catalog{}, at(data, decoder.InputOffset(), domain.Problem(ErrSyntax, ""))
	}
	if err := file.check(); err != nil {
		return Catalog{}, at(data, locate(data, err.path), err.problem())
	}
	return Catalog{Version: file.Version, Updated: file.Updated, channels: file.Channels}, nil
}

// syntaxError says where the decoder stopped.
func syntaxError(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return at(data, syntax.Offset, &domain.Error{Code: ErrSyntax, Err: err})
	case errors.As(err, &kind):
		return at(data, kind.Offset, &domain.Error{Code: ErrSyntax, Field: kind.Field, Err: err})
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return at(data, int64(len(data)), &domain.Error{Code: ErrSyntax, Err: err})
	}
	// What is left is an unknown key, which the decoder names but does not
	// place: the first one written like it will be the one.
	_, quoted, _ := strings.Cut(err.Error(), "unknown field ")
	offset := max(bytes.Index(data, []byte(quoted)), 0)
	key, _ := strconv.Unquote(quoted)
	return at(data, int64(offset), domain.Problem(domain.ErrUnknownValue, key))
}

// at adds the line and the column of an offset, both from 1; a column counts
// code points.
func at(data []byte, offset int64, problem *domain.Error) error {
	before := data[:min(max(offset, 0), int64(len(data)))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + len(bytes.Runes(before[bytes.LastIndexByte(before, '\n')+1:]))
	return problem.With("line", line).With("column", column)
}

// locate returns the offset of the value at the path of keys and indices, or,
// where it is missing, that of what should hold it.
func locate(data []byte, path []any) int64 {
	decoder := json.NewDecoder(bytes.NewReader(data))
	offset := valueStart(data, 0)
	for _, step := range path {
		if !enter(decoder, step) {
			break
		}
		offset = valueStart(data, decoder.InputOffset())
	}
	return offset
}

// enter reads up to the value under a key or an index of what comes next.
func enter(decoder *json.Decoder, step any) bool {
	open, err := decoder.Token()
	if err != nil {
		return false
	}
	for i := 0; decoder.More(); i++ {
		name := any(i)
		if open == json.Delim('{') {
			if name, err = decoder.Token(); err != nil {
				return false
			}
		}
		if name == step {
			return true
		}
		var skipped json.RawMessage
		if decoder.Decode(&skipped) != nil {
			return false
		}
	}
	return false
}

// valueStart skips what JSON puts between values.
func valueStart(data []byte, offset int64) int64 {
	for offset < int64(len(data)) && bytes.IndexByte([]byte(" \t\r\n:,"), data[offset]) >= 0 {
		offset++
	}
	return offset
}
