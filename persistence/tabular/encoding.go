package tabular

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"athar/domain"
)

// The encodings, as named in reports.
const (
	encodingUTF8    = "utf-8"
	encodingUTF16LE = "utf-16le"
	encodingUTF16BE = "utf-16be"
	encoding1252    = "windows-1252"
	encoding1256    = "windows-1256"
)

// peek is how many bytes are looked at before an encoding is decided.
const peek = 256 << 10

// endMark follows the last byte of a text. When the CSV reader returns it as a
// record of its own, all is well; when it is the end of another cell, a
// quotation mark was opened and never closed. Nobody writes these characters.
const endMark = "\x1e\x1fend\x1f\x1e"

// text is a file's content as UTF-8. Bytes that cannot be decoded are handed
// on as they are, and the region they stand in is remembered.
type text struct {
	in       *input
	src      *bufio.Reader
	encoding string
	decided  bool             // the encoding is; until then all bytes were ASCII
	legacy   *charmap.Charmap // the single-byte encoding, nil for UTF
	returns  bool             // lines end with CR alone
	raw      []byte           // legacy bytes just read
	carry    []byte           // their characters that are not handed on yet
	spare    []byte           // the memory of carry

	out       int64 // bytes handed on
	recordAt  int64 // where the record being read begins, set by the reader of records
	suspectTo int64 // end of the last piece that may hold damaged bytes
	tail      []byte
	ended     bool
}

// newText looks at the beginning of the file and refuses what is no text.
func newText(in *input) (*text, error) {
	src := bufio.NewReaderSize(in, peek)
	head, err := src.Peek(peek)
	if err != nil && err != io.EOF {
		return nil, in.unreadable(err)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, bomUTF8))) == 0 {
		return nil, in.problem(domain.ErrFileEmpty, "")
	}
	t := &text{in: in, src: src, encoding: encodingUTF8}
	bom := 0
	switch {
	case bytes.HasPrefix(head, bomUTF8):
		t.decided, bom = true, 3
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		t.encoding, bom = encodingUTF16LE, 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		t.encoding, bom = encodingUTF16BE, 2
	default:
		t.encoding = guessUTF16(head)
	}
	if _, err := src.Discard(bom); err != nil {
		return nil, in.unreadable(err)
	}
	if t.encoding != encodingUTF8 {
		t.wrapUTF16()
	}
	return t, t.refuseBinary()
}

var bomUTF8 = []byte{0xEF, 0xBB, 0xBF}

// guessUTF16 recognises UTF-16 without a byte order mark by where its zero
// bytes are: separators, digits and line ends have one, in every language.
func guessUTF16(head []byte) string {
	head = head[:min(len(head), 4096)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	switch half := len(head) / 2; {
	case half < 4:
	case zeros[1] > half/5 && zeros[0] == 0:
		return encodingUTF16LE
	case zeros[0] > half/5 && zeros[1] == 0:
		return encodingUTF16BE
	}
	return encodingUTF8
}

func (t *text) wrapUTF16() {
	order := unicode.LittleEndian
	if t.encoding == encodingUTF16BE {
		order = unicode.BigEndian
	}
	decoder := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder()
	t.src = bufio.NewReaderSize(transform.NewReader(t.src, decoder), peek)
	t.decided = true
}

// refuseBinary refuses pictures, archives, documents and web pages that carry a
// table's name, and finds out how lines end.
func (t *text) refuseBinary() error {
	head, err := t.src.Peek(chunk)
	if err != nil && err != io.EOF {
		return t.in.unreadable(err)
	}
	for _, magic := range magics() {
		if bytes.HasPrefix(head, []byte(magic)) {
			return t.in.problem(domain.ErrFileShape, "not a text file")
		}
	}
	control := 0
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			control++
		}
	}
	if control > len(head)/50+4 {
		return t.in.problem(domain.ErrFileShape, "not a text file")
	}
	t.returns = bytes.IndexByte(head, '\r') >= 0 && bytes.IndexByte(head, '\n') < 0
	return nil
}

// magics returns how files begin that people take for a CSV: zip and xlsx, pdf,
// jpeg, png, gif, old Excel, gzip, rich text, web pages.
func magics() []string {
	return []string{
		"PK\x03\x04", "PK\x05\x06", "%PDF", "\xFF\xD8\xFF", "\x89PNG", "GIF8", "\xD0\xCF\x11\xE0",
		"\x1F\x8B", "{\\rtf", "Rar!", "7z\xBC\xAF", "SQLite format", "\x7FELF", "RIFF",
		"<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml",
	}
}

// Read implements io.Reader.
func (t *text) Read(p []byte) (int, error) {
	if t.out-t.recordAt > maxRecord+2*chunk {
		return 0, t.in.problem(domain.ErrFileShape, "a record above 1 MB")
	}
	if t.ended {
		if len(t.tail) == 0 {
			return 0, io.EOF
		}
		n := copy(p, t.tail)
		t.tail = t.tail[n:]
		t.out += int64(n)
		return n, nil
	}
	n, err := t.decode(p[:min(len(p), chunk)])
	t.watch(p[:n])
	t.out += int64(n)
	if err == io.EOF {
		t.ended, t.tail = true, []byte("\n"+endMark+"\n")
		err = nil
	}
	return n, err
}

func (t *text) decode(p []byte) (int, error) {
	if !t.decided {
		n, err := t.ascii(p)
		if n > 0 || err != nil {
			return n, err
		}
	}
	if t.legacy == nil {
		return t.src.Read(p)
	}
	if len(t.carry) == 0 {
		if t.raw == nil {
			t.raw = make([]byte, chunk/utf8.UTFMax)
		}
		n, err := t.src.Read(t.raw[:max(1, min(len(t.raw), len(p)/utf8.UTFMax))])
		t.carry = t.spare[:0]
		for _, b := range t.raw[:n] {
			t.carry = utf8.AppendRune(t.carry, t.legacy.DecodeByte(b))
		}
		t.spare = t.carry
		if err != nil && n == 0 {
			return 0, err
		}
	}
	n := copy(p, t.carry)
	t.carry = t.carry[n:]
	return n, nil
}

// ascii hands on bytes while they are ASCII, when no encoding needs to be known,
// and decides it at the first that is not. It returns 0 once it has decided.
func (t *text) ascii(p []byte) (int, error) {
	ahead, err := t.src.Peek(min(len(p), chunk))
	if len(ahead) == 0 {
		return 0, err
	}
	if plain := asciiPrefix(ahead); plain > 0 {
		return t.src.Read(p[:plain])
	}
	ahead, err = t.src.Peek(peek)
	if err != nil && err != io.EOF {
		return 0, err
	}
	t.encoding, t.legacy = decideEncoding(ahead)
	t.decided = true
	return 0, nil
}

// asciiPrefix counts the bytes before the first that is not ASCII.
func asciiPrefix(b []byte) int {
	n := 0
	for n+8 <= len(b) && binary.NativeEndian.Uint64(b[n:])&0x8080808080808080 == 0 {
		n += 8
	}
	for n < len(b) && b[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// watch remembers pieces in which a cell may be damaged. A character cut by the
// end of a piece looks damaged, too: the records of the piece are looked at
// once more, nothing else.
func (t *text) watch(p []byte) {
	if t.returns {
		for i, b := range p {
			if b == '\r' {
				p[i] = '\n'
			}
		}
	}
	if bytes.IndexByte(p, 0) >= 0 || t.decided && (!utf8.Valid(p) || bytes.Contains(p, []byte("\uFFFD"))) {
		t.suspectTo = t.out + int64(len(p))
	}
}

// damaged reports whether a cell holds bytes that could not be decoded, or the
// mark that another program left in their place.
func damaged(cell string) bool {
	for i := 0; i < len(cell); {
		r, size := utf8.DecodeRuneInString(cell[i:])
		if r == utf8.RuneError || r == 0 {
			return true
		}
		i += size
	}
	return false
}
