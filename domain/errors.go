package domain

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Code says what is wrong, for a program. The gui makes the sentence: the
// catalogs hold one message for every code under "error.<code>".
type Code string

// The codes. Each has a sentence in both catalogs.
const (
	ErrRequired        Code = "required"         // a field that must not be empty
	ErrTooLong         Code = "too_long"         // Args: limit
	ErrRange           Code = "range"            // Args: min, max
	ErrOrder           Code = "order"            // lower bound above upper bound
	ErrNeedsSource     Code = "needs_source"     // a size without where it comes from
	ErrNeedsReason     Code = "needs_reason"     // an answer that must be explained
	ErrNeedsName       Code = "needs_name"       // an approval by nobody: whoever approves must say who they are
	ErrOwnApproval     Code = "own_approval"     // an approval by somebody who wrote in it
	ErrUnsigned        Code = "unsigned"         // an approval on a computer on which somebody without a name wrote in it
	ErrNeedsApproval   Code = "needs_approval"   // a status that says approved without an approval of what it says now
	ErrOpenRequests    Code = "open_requests"    // to go out while somebody asks for a change; Args: count
	ErrMediaAlt        Code = "media_alt"        // media without words for those who cannot see them; Args: count
	ErrMediaCredit     Code = "media_credit"     // media of which nobody says who made them; Args: count
	ErrMediaPeople     Code = "media_people"     // media of which nobody says whether people can be recognised; Args: count
	ErrMediaConsent    Code = "media_consent"    // media with people whose consent is kept nowhere; Args: count
	ErrNotFound        Code = "not_found"        // no such record
	ErrUnknownValue    Code = "unknown_value"    // not one of the listed values
	ErrNotNumber       Code = "not_number"       // text where a number is needed
	ErrNotDate         Code = "not_date"         // text where a date is needed
	ErrNothingToUndo   Code = "nothing_to_undo"  // undo or redo without a step
	ErrUndoNewer       Code = "undo_newer"       // something newer of another device stands there, and stays
	ErrAlreadyOpen     Code = "already_open"     // another Athar holds the store
	ErrReadOnly        Code = "read_only"        // the folder cannot be written; Args: path
	ErrDiskFull        Code = "disk_full"        // Args: path, free, need (bytes)
	ErrStoreDamaged    Code = "store_damaged"    // a record fails its checksum; Args: path
	ErrStoreNewer      Code = "store_newer"      // written by a newer Athar; Args: found, known
	ErrSourceOld       Code = "source_old"       // to be merged, but written before there was a journal; Args: path
	ErrNotAthar        Code = "not_athar"        // the folder holds something else; Args: path
	ErrNotOurs         Code = "not_ours"         // something of somebody else is in a folder to be removed; Args: path, file
	ErrNetworkPlace    Code = "network_place"    // a new store on a drive of another computer; Args: path
	ErrCloudPlace      Code = "cloud_place"      // a new store in a folder that a service copies; Args: path, service
	ErrOpenElsewhere   Code = "open_elsewhere"   // another computer holds the store; Args: path, host
	ErrFolderGone      Code = "folder_gone"      // the chosen data folder is not there; Args: path
	ErrBackupDamaged   Code = "backup_damaged"   // a backup fails its check; Args: file
	ErrBackupNewer     Code = "backup_newer"     // a backup written by a newer Athar; Args: file, found, known
	ErrBackupOther     Code = "backup_other"     // a backup of other data; Args: file
	ErrNotBackup       Code = "not_backup"       // a file that is no backup; Args: file
	ErrNoRevert        Code = "no_revert"        // no data was put aside by a restore
	ErrLocked          Code = "locked"           // the data is encrypted and no keys were given
	ErrWrongPassphrase Code = "wrong_passphrase" // neither the passphrase nor the recovery code
	ErrRecoveryTypo    Code = "recovery_typo"    // a recovery code with a mistake in it; Args: group (from 1)
	ErrWeakPassphrase  Code = "weak_passphrase"  // a new passphrase that is easily guessed; Args: min (characters)
	ErrKeyMissing      Code = "key_missing"      // encrypted data without its key file; Args: path
	ErrKeyDamaged      Code = "key_damaged"      // no copy of the key file can be read; Args: path
	ErrKeyOther        Code = "key_other"        // keys of other data; Args: path
	ErrKeychain        Code = "keychain"         // the system's keychain keeps nothing
	ErrEncrypted       Code = "encrypted"        // the data is encrypted already
	ErrNotEncrypted    Code = "not_encrypted"    // the data is not encrypted
	ErrFileRead        Code = "file_read"        // a file cannot be read; Args: file
	ErrFileEmpty       Code = "file_empty"       // Args: file
	ErrFileTooBig      Code = "file_too_big"     // Args: file, limit (bytes)
	ErrFileShape       Code = "file_shape"       // no column with numbers found; Args: file
	ErrCancelled       Code = "cancelled"        // the person cancelled; not shown as an error
	ErrInternal        Code = "internal"         // everything else; details go to the log only
)

// Error is a mistake that a person can be told about. It never holds what the
// person typed; Args hold numbers, limits and file names only.
type Error struct {
	Code  Code
	Field string         // the field concerned, "" when none
	Args  map[string]any // named values for the sentence
	Err   error          // cause for the log; may be nil, never shown
}

// Error is for the log, not for people.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	if e.Field != "" {
		b.WriteString(" " + e.Field)
	}
	keys := make([]string, 0, len(e.Args))
	for k := range e.Args {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, " %s=%v", k, e.Args[k])
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Problem returns an error with a code about a field.
func Problem(code Code, field string) *Error { return &Error{Code: code, Field: field} }

// With returns a copy with one more named value.
func (e *Error) With(name string, value any) *Error {
	c := *e
	c.Args = make(map[string]any, len(e.Args)+1)
	for k, v := range e.Args {
		c.Args[k] = v
	}
	c.Args[name] = value
	return &c
}

// CodeOf returns the code of the first *Error in err's chain, ErrInternal for
// any other error, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ErrInternal
}

// Problems collects what is wrong with a record, one entry per field at most.
type Problems []*Error

// Field returns what is wrong with the named field, nil when nothing is.
func (p Problems) Field(name string) *Error {
	for _, e := range p {
		if e.Field == name {
			return e
		}
	}
	return nil
}
