package persistence

import (
	"errors"
	"io/fs"
	"math"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// covered carries an error of Badger whose text may hold keys and values.
// Error tells only what was being done; errors.Is and errors.As see the cause.
type covered struct {
	op    string
	cause error
}

func (c *covered) Error() string { return "badger: " + c.op + " failed" }
func (c *covered) Unwrap() error { return c.cause }

// storeError gives an error of Badger a code and covers its text. Errors that
// have a code already pass.
func storeError(op string, err error) error {
	var known *domain.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return known
	}
	code := domain.ErrInternal
	text := err.Error() // Badger breaks most chains; the text is read here and goes no further
	switch {
	case isDiskFull(err), strings.Contains(text, "no space left on device"):
		code = domain.ErrDiskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS),
		strings.Contains(text, "permission denied"), strings.Contains(text, "read-only file system"):
		code = domain.ErrReadOnly
	case strings.Contains(text, "directory lock"), strings.Contains(text, "Cannot create lock file"):
		code = domain.ErrAlreadyOpen
	case errors.Is(err, badger.ErrKeyNotFound):
		code = domain.ErrNotFound
	}
	return &domain.Error{Code: code, Err: &covered{op, err}}
}

// notDamage reports whether Badger failed to open for a reason that a rebuilt
// store would meet as well, so that what is there must be left alone.
func notDamage(err error) bool {
	switch domain.CodeOf(storeError("open", err)) {
	case domain.ErrReadOnly, domain.ErrDiskFull, domain.ErrAlreadyOpen:
		return true
	}
	text := strings.ToLower(err.Error())
	for _, sign := range []string{
		"too many open files", "cannot allocate memory", "no such device", "not enough", "being used by another process",
	} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

// fileError gives an error of the operating system about a file of ours a code.
func fileError(path string, err error) error {
	if err == nil {
		return nil
	}
	var known *domain.Error
	if errors.As(err, &known) {
		return known
	}
	code := domain.ErrInternal
	switch {
	case isDiskFull(err):
		return fullAt(path, err)
	case isGone(err):
		code = domain.ErrFolderGone
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		code = domain.ErrReadOnly
	}
	return &domain.Error{Code: code, Args: map[string]any{"path": path}, Err: err}
}

// fullAt says how much is free where a write found no room, and asks for as much
// as Athar needs.
func fullAt(path string, cause error) *domain.Error {
	free, err := freeSpace(filepath.Dir(path))
	if err != nil {
		free = 0
	}
	full := diskFull(path, free, max(minFreeCommit, free+1))
	full.Err = cause
	return full
}

// diskFull says that there are fewer bytes free than needed.
func diskFull(path string, free, need uint64) *domain.Error {
	whole := func(n uint64) int64 { return int64(min(n, math.MaxInt64)) }
	return domain.Problem(domain.ErrDiskFull, "").
		With("path", path).With("free", whole(free)).With("need", whole(need))
}

// damaged says that what stands at a place fails its check.
func damaged(place string) *domain.Error {
	return domain.Problem(domain.ErrStoreDamaged, "").With("path", place)
}

// internal says that something went wrong that a person can do nothing about.
func internal(what string) *domain.Error {
	return &domain.Error{Code: domain.ErrInternal, Err: errors.New(what)}
}
