package archive

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"io"
	"time"

	"athar/domain"
	"athar/persistence/vault"
)

// A backup of an encrypted store is sealed:
//
//	"ATHARSEC" 8 | version 2 | zero 2 | length of the head 4 | head | CRC-32C 4
//	a whole backup, as a stream of package vault, up to the end of the file
//
// Its head is JSON and says nothing of what is inside. It has the key file in
// it, so that the backup can be opened without anything else; the stream is
// bound to all the bytes before it.
const sealedMagic = "ATHARSEC"

// SealedVersion numbers the container of a sealed backup. A higher one is
// refused.
const SealedVersion = 1

// sealedHead is the head of a sealed backup. Names are stored: never reuse one.
type sealedHead struct {
	App         string          `json:"app"`
	Version     string          `json:"version"`
	StoreFormat int             `json:"store_format"`
	Store       domain.ID       `json:"store"`
	Seq         uint64          `json:"seq"`
	Created     time.Time       `json:"created"`
	Reason      string          `json:"reason"`
	Keys        json.RawMessage `json:"keys"`
}

// NewSealedWriter writes a backup that only the keys, or what opens their file,
// can open.
func NewSealedWriter(w io.Writer, h Head, file *vault.File, keys *vault.Keys) (*Writer, error) {
	head, err := json.Marshal(sealedHead{
		App: h.App, Version: h.Version, StoreFormat: h.StoreFormat, Store: h.Store,
		Seq: h.Seq, Created: h.Created, Reason: h.Reason, Keys: file.WithoutKeychains().Text(), // which are of single computers
	})
	if err != nil {
		return nil, err
	}
	head = framed(sealedMagic, SealedVersion, head)
	if _, err := w.Write(head); err != nil {
		return nil, err
	}
	seal, err := keys.NewStreamWriter(w, vault.ForBackup, head)
	if err != nil {
		return nil, err
	}
	a, err := NewWriter(seal, h)
	if err == nil {
		a.seal = seal
	}
	return a, err
}

// IsSealed reports whether bytes begin as a sealed backup does.
func IsSealed(r io.ReaderAt) bool {
	prefix := make([]byte, len(sealedMagic))
	return readAt(r, prefix, 0) == nil && string(prefix) == sealedMagic
}

// framed returns a head with what stands around it.
func framed(magic string, version uint16, head []byte) []byte {
	out := append(make([]byte, 0, prefixSize+len(head)+sumSize), magic...)
	out = binary.BigEndian.AppendUint16(out, version)
	out = append(out, 0, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(len(head)))
	out = append(out, head...)
	return binary.BigEndian.AppendUint32(out, crc32.Checksum(out, castagnoli))
}

// Source is a file that may be a backup.
type Source struct {
	Head Head        // of a sealed one, what it says to everybody
	Keys *vault.File // what opens a sealed one; nil for any other
	Size int64       // of the file

	r   io.ReaderAt
	raw []byte // the head as it stands there
}

// Look reads what a file of a size says is in it, and nothing else.
func Look(r io.ReaderAt, size int64) (*Source, error) {
	s := &Source{r: r, Size: size}
	sealed, body, err := s.readFrame()
	if err != nil {
		return nil, err
	}
	if !sealed {
		if json.Unmarshal(body, &s.Head) != nil {
			return nil, ErrDamaged
		}
		return s, nil
	}
	var h sealedHead
	if json.Unmarshal(body, &h) != nil {
		return nil, ErrDamaged
	}
	if s.Keys, err = vault.Parse(h.Keys); err != nil {
		return nil, ErrDamaged
	}
	s.Head = Head{
		App: h.App, Version: h.Version, StoreFormat: h.StoreFormat, Store: h.Store,
		Seq: h.Seq, Created: h.Created, Reason: h.Reason,
	}
	return s, nil
}

// readFrame reads the bytes up to the end of the head.
func (s *Source) readFrame() (sealed bool, body []byte, err error) {
	if s.Size == 0 {
		return false, nil, ErrDamaged
	}
	prefix := make([]byte, min(s.Size, prefixSize))
	if err := readAt(s.r, prefix, 0); err != nil {
		return false, nil, err
	}
	sealed = bytes.HasPrefix(prefix, []byte(sealedMagic))
	if !sealed && !bytes.HasPrefix(prefix, []byte(magic)) {
		if bytes.HasPrefix([]byte(magic), prefix) || bytes.HasPrefix([]byte(sealedMagic), prefix) {
			return false, nil, ErrDamaged // cut within its first bytes
		}
		return false, nil, ErrForeign
	}
	if len(prefix) < prefixSize {
		return false, nil, ErrDamaged
	}
	known, rest := Version, int64(trailerSize)
	if sealed {
		known, rest = SealedVersion, 0 // the stream knows its own least length
	}
	version := int(binary.BigEndian.Uint16(prefix[8:]))
	if version > known {
		return false, nil, NewerError{version, known}
	}
	length := int64(binary.BigEndian.Uint32(prefix[12:]))
	if length > maxHead || prefixSize+length+sumSize+rest > s.Size {
		return false, nil, ErrDamaged
	}
	s.raw = make([]byte, prefixSize+length+sumSize)
	if err := readAt(s.r, s.raw, 0); err != nil {
		return false, nil, err
	}
	framed := s.raw[:prefixSize+length]
	if crc32.Checksum(framed, castagnoli) != binary.BigEndian.Uint32(s.raw[len(framed):]) ||
		int(binary.BigEndian.Uint16(s.raw[8:])) != version || version != known {
		return false, nil, ErrDamaged
	}
	return sealed, framed[prefixSize:], nil
}

// Open begins to read the backup. keys open a sealed one; without them, or with
// those of something else, the errors have the codes ErrLocked and ErrKeyOther.
func (s *Source) Open(keys *vault.Keys) (*Reader, error) {
	if s.Keys == nil {
		return newReader(s)
	}
	inside, err := s.unseal(keys, (*vault.Keys).NewStreamReader)
	if err != nil {
		return nil, err
	}
	r, err := newReader(inside)
	if err == nil && (r.Head.Store != s.Head.Store || r.Head.Seq != s.Head.Seq) {
		r.Close()
		err = ErrDamaged
	}
	return r, err
}

// opener opens the stream in a sealed backup.
type opener func(k *vault.Keys, r io.ReaderAt, size int64, use vault.Use, about []byte) (*vault.StreamReader, error)

// unseal returns the backup inside a sealed one.
func (s *Source) unseal(keys *vault.Keys, open opener) (*Source, error) {
	switch {
	case keys == nil:
		return nil, domain.Problem(domain.ErrLocked, "")
	case keys.ID() != s.Keys.ID():
		return nil, domain.Problem(domain.ErrKeyOther, "")
	}
	from := int64(len(s.raw))
	stream, err := open(
		keys, io.NewSectionReader(s.r, from, s.Size-from), s.Size-from, vault.ForBackup, s.raw)
	if err != nil {
		return nil, sealBroken(err)
	}
	inside, err := Look(stream, stream.Size())
	if err != nil || inside.Keys != nil {
		return nil, ErrDamaged
	}
	return inside, nil
}

// Reveal returns the head of what is inside a sealed backup.
func (s *Source) Reveal(keys *vault.Keys) (Head, error) {
	if s.Keys == nil {
		return s.Head, nil
	}
	inside, err := s.unseal(keys, (*vault.Keys).NewStreamReader)
	if err != nil {
		return Head{}, err
	}
	return inside.Head, nil
}
