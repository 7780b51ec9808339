package spelling

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"athar/domain"
)

// Codes of errors, beside those of package domain.
const (
	ErrShape    domain.Code = "dictionary_shape"    // not a Hunspell dictionary; Field: "aff" or "dic"
	ErrEncoding domain.Code = "dictionary_encoding" // written in characters that are not known; Args: encoding
)

// encodings are those that dictionaries are written in beside UTF-8, by their names in
// small letters without hyphens.
var encodings = map[string]encoding.Encoding{
	"iso88591": charmap.ISO8859_1, "iso88592": charmap.ISO8859_2, "iso88593": charmap.ISO8859_3,
	"iso88594": charmap.ISO8859_4, "iso88595": charmap.ISO8859_5, "iso88596": charmap.ISO8859_6,
	"iso88597": charmap.ISO8859_7, "iso88598": charmap.ISO8859_8, "iso88599": charmap.ISO8859_9,
	"iso885910": charmap.ISO8859_10, "iso885913": charmap.ISO8859_13, "iso885914": charmap.ISO8859_14,
	"iso885915": charmap.ISO8859_15, "iso885916": charmap.ISO8859_16,
	"koi8r": charmap.KOI8R, "koi8u": charmap.KOI8U,
	"cp1250": charmap.Windows1250, "cp1251": charmap.Windows1251, "cp1252": charmap.Windows1252,
	"cp1253": charmap.Windows1253, "cp1254": charmap.Windows1254, "cp1255": charmap.Windows1255,
	"cp1256": charmap.Windows1256, "cp1257": charmap.Windows1257, "cp1258": charmap.Windows1258,
	"tis620": charmap.Windows874,
}

// decode returns a file of a dictionary as UTF-8, given the name of its encoding. Without
// a name a file is ISO 8859-1, as Hunspell has it, unless its bytes are UTF-8.
func decode(data []byte, name string) (string, error) {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	plain := strings.NewReplacer("-", "", "_", "", "microsoft", "", "windows", "cp").Replace(strings.ToLower(name))
	if plain == "utf8" || plain == "" && utf8.Valid(data) {
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), nil
	}
	if plain == "" {
		plain = "iso88591"
	}
	enc, ok := encodings[plain]
	if !ok {
		return "", &domain.Error{Code: ErrEncoding, Args: map[string]any{"encoding": shortened(name)}}
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", &domain.Error{Code: ErrEncoding, Args: map[string]any{"encoding": shortened(name)}}
	}
	return string(text), nil
}

// shortened keeps a name out of a hostile file from filling the screen.
func shortened(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// setOf returns the encoding that the text of an .aff file names.
func setOf(aff []byte) string {
	for line := range bytes.Lines(aff) {
		if fields := bytes.Fields(line); len(fields) >= 2 && string(bytes.TrimPrefix(fields[0], []byte("\xEF\xBB\xBF"))) == "SET" {
			return string(fields[1])
		}
	}
	return ""
}
