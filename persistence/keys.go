package persistence

import (
	"encoding/binary"
	"fmt"

	"athar/domain"
	"athar/domain/journal"
)

// The first byte of a key says which table it belongs to. Records use the
// letter of their domain.Kind. Letters are stored: never reuse one.
const (
	letterMeta       = 'S' // what the store is and how far it has come
	letterSummary    = 'Y' // one summary per campaign
	letterTable      = 'T' // blocks of data sets' rows
	letterCommit     = 'K' // where each commit is, by its ID
	letterOutbox     = 'O' // journal records on their way to the journal
	letterUnfinished = 'U' // data sets whose rows are not complete yet

	letterJournal = 'J' // commits of the journal, by campaign, device and number
	letterTips    = 'G' // what every commit changes of the state of a campaign's journal
	letterPart    = 'F' // the part of that state about one record
	letterWaiting = 'W' // commits that wait for others
	letterDevice  = 'D' // who a device is

	letterPreference = 'Z' // what people chose for the whole store
)

// recordKinds are the kinds of records a campaign is read from, header first.
var recordKinds = domain.Kinds()

const idSize = len(domain.ID{})

// Keys of the store's own records.
var (
	keyMeta  = []byte{letterMeta, 1}
	keyState = []byte{letterMeta, 2}
	keyEpoch = []byte{letterMeta, 3}
)

// Keys have fixed widths and big endian numbers, so that their order is the
// order of what they name, and hold no text of a person.

func recordKey(kind domain.Kind, campaign, id domain.ID) []byte {
	key := make([]byte, 0, 1+2*idSize)
	key = append(key, byte(kind))
	key = append(key, campaign[:]...)
	return append(key, id[:]...)
}

func recordPrefix(kind domain.Kind, campaign domain.ID) []byte {
	return append([]byte{byte(kind)}, campaign[:]...)
}

func summaryKey(campaign domain.ID) []byte {
	return append([]byte{letterSummary}, campaign[:]...)
}

func commitKey(commit domain.ID) []byte { return append([]byte{letterCommit}, commit[:]...) }

func unfinishedKey(table domain.ID) []byte {
	return append([]byte{letterUnfinished}, table[:]...)
}

func tablePrefix(table domain.ID) []byte { return append([]byte{letterTable}, table[:]...) }

// blockKey names a block of a data set. Block 0 is the head, which is written
// last and makes the rows visible.
func blockKey(table domain.ID, block uint32) []byte {
	return binary.BigEndian.AppendUint32(tablePrefix(table), block)
}

// journalKey names the first part of a device's commit; see parted.
func journalKey(campaign, device domain.ID, seq uint64) []byte {
	return append(binary.BigEndian.AppendUint64(journalPrefix(campaign, device), seq), 0, 0)
}

func journalPrefix(campaign, device domain.ID) []byte {
	key := append(make([]byte, 0, journalKeySize), letterJournal)
	return append(append(key, campaign[:]...), device[:]...)
}

func tipsKey(campaign domain.ID) []byte { return append([]byte{letterTips}, campaign[:]...) }

// partKey names the first part of the state about a record.
func partKey(campaign domain.ID, ref journal.Ref) []byte {
	key := append(make([]byte, 0, partKeySize), letterPart)
	key = append(append(key, campaign[:]...), byte(ref.Kind))
	return append(append(key, ref.ID[:]...), 0, 0)
}

// waitingKey names the first part of a commit that waits.
func waitingKey(campaign, commit domain.ID) []byte {
	key := append(make([]byte, 0, waitingKeySize), letterWaiting)
	key = append(append(key, campaign[:]...), commit[:]...)
	return append(key, 0, 0)
}

// campaignPrefix is what the keys of a campaign in one table begin with.
func campaignPrefix(letter byte, campaign domain.ID) []byte {
	return append([]byte{letter}, campaign[:]...)
}

// Sizes of the keys whose values lie in parts, the number of the part included.
const (
	partNumber     = 2
	journalKeySize = 1 + 2*idSize + 8 + partNumber
	partKeySize    = 1 + idSize + 1 + idSize + partNumber
	waitingKeySize = 1 + 2*idSize + partNumber
)

func deviceKey(device domain.ID) []byte { return append([]byte{letterDevice}, device[:]...) }

func outboxKey(slot int) []byte { return []byte{letterOutbox, byte(slot)} }

// counted reports whether the number of keys under a letter is kept in the
// state, so that keys that vanished are noticed.
func counted(letter byte) bool {
	switch letter {
	case letterMeta, letterOutbox, letterUnfinished:
		return false
	}
	return true
}

// isPast reports whether what is kept under a letter is written once and changed
// by nothing but forgetting: the commits, and where they are.
func isPast(letter byte) bool { return letter == letterJournal || letter == letterCommit }

// isRecordLetter reports whether the letter is a domain.Kind.
func isRecordLetter(letter byte) bool {
	for _, k := range recordKinds {
		if byte(k) == letter {
			return true
		}
	}
	return false
}

// idAt returns the ID that stands at an offset of a key; NoID when the key is
// too short for one.
func idAt(key []byte, offset int) domain.ID {
	if len(key) < offset+idSize {
		return domain.NoID
	}
	return domain.ID(key[offset : offset+idSize])
}

// numberAt returns the number of the commit that a key of the journal names.
func numberAt(key []byte) uint64 { return binary.BigEndian.Uint64(key[1+2*idSize:]) }

// placeOf names a key for reports: the table and the IDs or numbers in it.
func placeOf(key []byte) string {
	switch {
	case len(key) == 0:
		return "store"
	case isRecordLetter(key[0]) && len(key) == 1+2*idSize:
		return fmt.Sprintf("store/%c/%s/%s", key[0], idAt(key, 1), idAt(key, 1+idSize))
	case key[0] == letterTable && len(key) == 1+idSize+4:
		return fmt.Sprintf("store/%c/%s/%d", key[0], idAt(key, 1), binary.BigEndian.Uint32(key[1+idSize:]))
	case key[0] == letterJournal && len(key) == journalKeySize:
		return fmt.Sprintf("store/J/%s/%s/%d", idAt(key, 1), idAt(key, 1+idSize), numberAt(key))
	case key[0] == letterPart && len(key) == partKeySize:
		return fmt.Sprintf("store/F/%s/%c/%s", idAt(key, 1), key[1+idSize], idAt(key, 2+idSize))
	case key[0] == letterWaiting && len(key) == waitingKeySize:
		return fmt.Sprintf("store/W/%s/%s", idAt(key, 1), idAt(key, 1+idSize))
	case len(key) == 1+idSize:
		return fmt.Sprintf("store/%c/%s", key[0], idAt(key, 1))
	}
	return fmt.Sprintf("store/%x", key[:min(len(key), 4)])
}
