package domain

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"time"

	"athar/domain/text"
)

// Approval says that somebody read what goes out and agrees. It counts for that
// wording alone: when the wording changes, the approval lapses.
type Approval struct {
	By string // name; never empty in one that was given
	At time.Time
	Of string // Wording of what was approved
}

// Wording returns a fingerprint of all that people will see of a message: its
// texts in every language and on every channel, its media and its alternatives. The
// title, the status and whom it is for are not seen. The zero Wording has no message.
func (c Campaign) Wording(message ID) string {
	m, ok := c.Message(message)
	if !ok {
		return ""
	}
	h := sha256.New()
	write := func(r Record, seen func(path string) bool) {
		f := FieldsOf(r)
		for _, path := range slices.Sorted(maps.Keys(f)) {
			if seen(path) {
				for _, s := range []string{string(rune(r.Kind())), path, f[path].Text(), dayOf(f[path].Time())} {
					h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(s))))
					h.Write([]byte(s))
				}
			}
		}
	}
	write(m, isSeen)
	for _, item := range c.MediaOf(message) {
		write(item, func(path string) bool {
			return path != "message" && path != "order" && path != "people" && !strings.HasPrefix(path, "consent")
		})
	}
	for _, a := range c.AlternativesOf(message) {
		write(a, func(path string) bool { return strings.HasPrefix(path, "text/") })
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// isSeen reports whether the field of a message goes out.
func isSeen(path string) bool {
	head, _, _ := strings.Cut(path, "/")
	return slices.Contains([]string{"core", "action", "variant", "call_who", "call_what", "call_where", "call_by"}, head)
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// Approved reports whether what goes out now is what was approved.
func (c Campaign) Approved(m Message) bool {
	return m.Approval.By != "" && m.Approval.Of == c.Wording(m.ID)
}

// Lapsed reports whether the message was approved, and changed since.
func (c Campaign) Lapsed(m Message) bool { return m.Approval.By != "" && !c.Approved(m) }

// WroteIn reports whether somebody changed what goes out since the last approval.
// Names that differ in capitals, marks or spaces are of one person.
func (m Message) WroteIn(name string) bool {
	return slices.ContainsFunc(m.Writers, func(w string) bool { return samePerson(w, name) })
}

// WroteOn reports whether somebody without a name changed what goes out on the device
// since the last approval. Of a device that nobody knows it is taken to be so.
func (m Message) WroteOn(device ID) bool {
	return len(m.Unsigned) > 0 && (device == NoID || slices.Contains(m.Unsigned, device))
}

func samePerson(a, b string) bool { return personKey(a) == personKey(b) }

func personKey(name string) string { return strings.Join(strings.Fields(text.Fold(name)), " ") }

// Signer is whoever makes an edit.
type Signer struct {
	Name   string // as they call themselves; may be empty
	Device ID     // on which they work
}

// IsNameless reports whether nobody's name is known.
func (s Signer) IsNameless() bool { return personKey(s.Name) == "" }

// Signed returns the campaign after an edit with whoever made it as a writer of each
// message of which the edit changed what goes out: by name, or else by device. A
// message that lost by the edit what its status asks for goes back to review. A session
// does this to every edit, so no edit need know its author.
func Signed(before, after Campaign, by Signer) (Campaign, error) {
	for _, id := range touchedMessages(before, after) {
		m, ok := after.Message(id)
		if !ok {
			continue
		}
		signed, changed := m, false
		if before.Wording(id) != after.Wording(id) && !isCopy(before, m) {
			signed, changed = m.writtenBy(by), true
		}
		if fallsBack(before, after, m) {
			signed.Status, changed = MessageReview, true
		}
		if !changed {
			continue
		}
		var err error
		if after, err = after.put(signed); err != nil {
			return before, err
		}
	}
	return after, nil
}

// isCopy reports whether the message is new and says who wrote it: those who wrote the
// original.
func isCopy(before Campaign, m Message) bool {
	_, was := before.Message(m.ID)
	return !was && (len(m.Writers) > 0 || len(m.Unsigned) > 0)
}

// writtenBy returns the message with one more who wrote in it.
func (m Message) writtenBy(by Signer) Message {
	if by.IsNameless() {
		m.Unsigned = withID(m.Unsigned, by.Device, by.Device != NoID)
	} else {
		m.Writers = withWord(m.Writers, text.Canonical(by.Name), true)
	}
	return m
}

// touchedMessages returns the messages of which an edit may have changed the wording, or
// what keeps them from going out.
func touchedMessages(before, after Campaign) []ID {
	var ids []ID
	for _, ch := range Diff(before, after) {
		for _, r := range []Record{ch.Before, ch.After} {
			switch r := r.(type) {
			case Message:
				ids = append(ids, r.ID)
			case Media:
				ids = append(ids, r.Message)
			case Alternative:
				ids = append(ids, r.Message)
			case Comment:
				ids = append(ids, r.Message)
			}
		}
	}
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}
