package journal

import "fmt"

// Code says what is wrong with a commit, for a program. The strings are stored
// in logs and name sentences: never reuse one.
type Code string

// The codes.
const (
	ErrDecode   Code = "journal_decode"    // bytes that are no commit or state
	ErrVersion  Code = "journal_version"   // written by a newer Athar
	ErrTooBig   Code = "journal_too_big"   // more than a commit may hold
	ErrInvalid  Code = "journal_invalid"   // a commit that says something impossible
	ErrHash     Code = "journal_hash"      // the content is not what was sealed
	ErrChain    Code = "journal_chain"     // does not continue its device's commits
	ErrFork     Code = "journal_fork"      // the device has another commit of this number
	ErrReused   Code = "journal_reused"    // another commit has this ID
	ErrClock    Code = "journal_clock"     // older than what it replaces
	ErrParent   Code = "journal_parent"    // replaces a change to something else
	ErrScope    Code = "journal_scope"     // belongs to another campaign
	ErrNotFound Code = "journal_not_found" // no such record or commit
)

// Error tells why a commit was refused. It never holds what a person wrote.
type Error struct {
	Code   Code
	Commit ID     // the commit concerned, the zero ID when none
	Detail string // for the log: what exactly, in words of the format
}

// Error is for the log, not for people.
func (e *Error) Error() string {
	out := string(e.Code)
	if e.Detail != "" {
		out += ": " + e.Detail
	}
	if e.Commit != (ID{}) {
		out += fmt.Sprintf(" (commit %s)", e.Commit)
	}
	return out
}

// Is makes errors.Is compare codes only.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

func fail(code Code, detail string) *Error { return &Error{Code: code, Detail: detail} }

// of returns the error about a commit.
func (e *Error) of(id ID) *Error {
	return &Error{Code: e.Code, Commit: id, Detail: e.Detail}
}
