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

func samePerson(a, b string) bool { return personKey(a) == personKey(b) }

func personKey(name string) string { return strings.Join(strings.Fields(text.Fold(name)), " ") }

// Signed returns the campaign after an edit with the author as a writer of each
// message of which the edit changed what goes out. What had been approved goes back
// to review. A session does this to every edit, so no edit need know its author.
// Nobody's name leaves no trace but the lapsed approval.
func Signed(before, after Campaign, author string) (Campaign, error) {
	for _, id := range touchedMessages(before, after) {
		m, ok := after.Message(id)
		if _, was := before.Message(id); !ok || before.Wording(id) == after.Wording(id) {
			continue
		} else if !was && len(m.Writers) > 0 {
			continue // a copy: it was written by those who wrote the original
		}
		if author != "" {
			m.Writers = withWord(m.Writers, text.Canonical(author), true)
		}
		if m.Approval.By != "" && (m.Status == MessageApproved || m.Status == MessageReady) {
			m.Status = MessageReview
		}
		var err error
		if after, err = after.put(m); err != nil {
			return before, err
		}
	}
	return after, nil
}

// touchedMessages returns the messages that an edit may have changed the wording of.
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
			}
		}
	}
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}
