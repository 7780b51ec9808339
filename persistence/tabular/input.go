package tabular

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"

	"athar/domain"
)

// Limits. They are far above every real export: a month of X is 1 MB, and
// 300,000 rows of eight columns are 19.5 MB.
const (
	// MaxBytes is the size of file accepted unless Options say otherwise.
	MaxBytes = 256 << 20

	maxRecord  = 1 << 20  // bytes of one record; a longer one is no table
	maxColumns = 1024     // columns of a table
	maxCells   = 16 << 20 // cells kept: 128 MB of figures
	chunk      = 64 << 10 // bytes read at once: well under 1 ms of work
)

// input hands on the bytes of a file and watches over them: their number, their
// hash, whether the person cancelled, how far the work has come.
type input struct {
	ctx      context.Context
	file     string
	r        io.Reader
	read     int64
	size     int64 // 0 when not known
	limit    int64
	told     int64 // read when progress was told last
	progress func(share float64)
	hash     hash.Hash
}

func newInput(ctx context.Context, file string, r io.Reader, size int64, o Options) *input {
	in := &input{ctx: ctx, file: file, r: r, size: max(size, 0), limit: o.MaxBytes, progress: o.Progress, hash: sha256.New()}
	if in.limit <= 0 {
		in.limit = MaxBytes
	}
	return in
}

// Read implements io.Reader. Its errors are domain errors, io.EOF apart.
func (in *input) Read(p []byte) (int, error) {
	if err := in.ctx.Err(); err != nil {
		return 0, &domain.Error{Code: domain.ErrCancelled, Err: err}
	}
	n, err := in.r.Read(p[:min(len(p), chunk)])
	in.read += int64(n)
	if in.read > in.limit {
		return 0, in.tooBig()
	}
	in.hash.Write(p[:n])
	in.tell()
	if err != nil && !errors.Is(err, io.EOF) {
		return n, in.unreadable(err)
	}
	return n, err
}

// tell reports progress once in a hundredth of the file.
func (in *input) tell() {
	if in.progress == nil || in.size == 0 || in.read-in.told < in.size/100 {
		return
	}
	in.told = in.read
	// The last hundredth is kept for what happens after the last byte.
	in.progress(min(0.99, float64(in.read)/float64(in.size)))
}

// sum returns the hash of the bytes read so far.
func (in *input) sum() string { return hex.EncodeToString(in.hash.Sum(nil)) }

func (in *input) problem(code domain.Code, cause string) error {
	e := domain.Problem(code, "").With("file", in.file)
	if cause != "" {
		e.Err = errors.New(cause)
	}
	return e
}

func (in *input) tooBig() error {
	return domain.Problem(domain.ErrFileTooBig, "").With("file", in.file).With("limit", in.limit)
}

// unreadable makes a domain error of one that is not yet one.
func (in *input) unreadable(err error) error {
	if domain.CodeOf(err) != domain.ErrInternal {
		return err
	}
	e := domain.Problem(domain.ErrFileRead, "").With("file", in.file)
	e.Err = err
	return e
}
