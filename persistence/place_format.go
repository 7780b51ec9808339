package persistence

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"athar/domain"
)

// FORMAT is some lines of text, for people and programs that find the folder.
const (
	formatText = "athar store\nformat %d\nid %s\n"
	formatKeys = "keys %s\n" // of an encrypted store only
)

// formatted is what FORMAT says.
type formatted struct {
	store domain.ID
	keys  domain.ID // NoID for a store that is not encrypted
}

func (p *place) writeFormat(format int) error {
	return writeFileSynced(p.path(fileFormat), p.formatted(format))
}

// formatted is what FORMAT is to say.
func (p *place) formatted(format int) []byte {
	text := fmt.Appendf(nil, formatText, format, p.store)
	if p.keys != domain.NoID {
		text = fmt.Appendf(text, formatKeys, p.keys)
	}
	return text
}

// readFormat reads FORMAT; ErrNotAthar when it says something else,
// ErrStoreNewer when its format is above ours.
func readFormat(path string) (formatted, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return formatted{}, err
		}
		return formatted{}, fileError(path, err)
	}
	return parseFormat(raw, filepath.Dir(path))
}

func parseFormat(raw []byte, dir string) (f formatted, err error) {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	next := func() string {
		if !lines.Scan() {
			return ""
		}
		return strings.TrimSpace(lines.Text())
	}
	magic, number, id, keys := next(), next(), next(), next()
	format, err := strconv.Atoi(strings.TrimPrefix(number, "format "))
	if magic != "athar store" || err != nil || format < 1 {
		return f, domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	if format > storeFormat {
		return f, domain.Problem(domain.ErrStoreNewer, "").
			With("found", format).With("known", storeFormat).With("path", dir)
	}
	f.store, err = uuid.Parse(strings.TrimPrefix(id, "id "))
	bad := err != nil || f.store == domain.NoID
	if keys != "" {
		f.keys, err = uuid.Parse(strings.TrimPrefix(keys, "keys "))
		bad = bad || err != nil || f.keys == domain.NoID
	}
	if bad {
		return formatted{}, domain.Problem(domain.ErrNotAthar, "").With("path", dir)
	}
	return f, nil
}
