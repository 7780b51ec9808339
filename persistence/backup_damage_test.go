package persistence

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence/archive"
)

// Every kind of damage, anywhere in the file, is refused with a code, and
// leaves the store as it is.
func TestADamagedBackupIsRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	commit(t, s, domain.Campaign{}, newCampaign("a", 2))
	whole, err := os.ReadFile(mustBackup(t, s, t.TempDir()).Path)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bad"+backup.Extension)
	refuse := func(what string, data []byte, codes ...domain.Code) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadBackup(ctx, path, fast().Keys, nil)
		for _, code := range codes {
			if domain.CodeOf(err) == code {
				return
			}
		}
		t.Errorf("%s: %v", what, err)
	}
	for n := 0; n < len(whole); n += 7 {
		refuse(fmt.Sprintf("cut to %d", n), whole[:n], domain.ErrBackupDamaged)
		bad := bytes.Clone(whole)
		bad[n] ^= 1 << (n % 8)
		refuse(fmt.Sprintf("flipped in byte %d", n), bad, domain.ErrBackupDamaged, domain.ErrNotBackup, domain.ErrBackupNewer)
		zero := bytes.Clone(whole)
		clear(zero[n:min(n+16, len(zero))])
		refuse(fmt.Sprintf("zeroed at %d", n), zero, domain.ErrBackupDamaged, domain.ErrNotBackup)
	}
	refuse("with more behind it", append(bytes.Clone(whole), 0), domain.ErrBackupDamaged)
	refuse("twice", append(bytes.Clone(whole), whole...), domain.ErrBackupDamaged)
	refuse("another file", []byte("date,likes\n"), domain.ErrNotBackup)
	if _, err := ReadBackup(ctx, filepath.Join(t.TempDir(), "none"), fast().Keys, nil); domain.CodeOf(err) != domain.ErrFileRead {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := ReadBackup(ctx, t.TempDir(), fast().Keys, nil); domain.CodeOf(err) != domain.ErrFileRead {
		t.Errorf("a folder: %v", err)
	}
}

// A container that is whole but lies about the store is refused just the same.
func TestABackupThatContradictsItselfIsRefused(t *testing.T) {
	s := workedIn(t, t.TempDir())
	good, entries := readAll(t, mustBackup(t, s, t.TempDir()).Path)
	cases := map[string]func(*archive.Head, []archive.Entry) []archive.Entry{
		"a key is missing":          func(_ *archive.Head, e []archive.Entry) []archive.Entry { return e[1:] },
		"a key is there twice":      func(_ *archive.Head, e []archive.Entry) []archive.Entry { return append(e[:1:1], e...) },
		"a value under another key": func(_ *archive.Head, e []archive.Entry) []archive.Entry { e[0].Value = e[1].Value; return e },
		"a value is empty":          func(_ *archive.Head, e []archive.Entry) []archive.Entry { e[0].Value = nil; return e },
		"another sum":               func(h *archive.Head, e []archive.Entry) []archive.Entry { h.Sum = sumText(1); return e },
		"another count":             func(h *archive.Head, e []archive.Entry) []archive.Entry { h.Counts["M"]++; return e },
		"an unknown kind":           func(_ *archive.Head, e []archive.Entry) []archive.Entry { e[0].Kind = '?'; return e },
		"an unknown letter":         func(_ *archive.Head, e []archive.Entry) []archive.Entry { e[0].Key[0] = '?'; return e },
		"keys out of order":         func(_ *archive.Head, e []archive.Entry) []archive.Entry { return append(e[1:], e[0]) },
		"a record of a log": func(h *archive.Head, e []archive.Entry) []archive.Entry {
			return append(e, archive.Entry{Kind: entryHistory, Value: entry{h.Seq, entryLost, nil}.encode()})
		},
	}
	refuseEach(t, good, entries, cases)
	newer := good
	newer.StoreFormat = storeFormat + 1
	_, err := ReadBackup(ctx, writeAll(t, newer, entries), fast().Keys, nil)
	wantCode(t, err, domain.ErrBackupNewer)
}

// refuseEach spoils a good backup in each way.
func refuseEach(
	t *testing.T, good archive.Head, entries []archive.Entry,
	cases map[string]func(*archive.Head, []archive.Entry) []archive.Entry,
) {
	t.Helper()
	for name, spoil := range cases {
		head, list := good, make([]archive.Entry, len(entries))
		head.Counts = map[string]int64{}
		for k, n := range good.Counts {
			head.Counts[k] = n
		}
		for i, e := range entries {
			list[i] = archive.Entry{Kind: e.Kind, Key: bytes.Clone(e.Key), Value: bytes.Clone(e.Value)}
		}
		list = spoil(&head, list)
		if _, err := ReadBackup(ctx, writeAll(t, head, list), fast().Keys, nil); domain.CodeOf(err) != domain.ErrBackupDamaged {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadBackup(ctx, writeAll(t, good, entries), fast().Keys, nil); err != nil {
		t.Errorf("the one they were made of: %v", err)
	}
}

func TestABackupOfFormat1ThatContradictsItselfIsRefused(t *testing.T) {
	good, entries := readAll(t, format1(t, "format-1.atharbackup"))
	refuseEach(t, good, entries, map[string]func(*archive.Head, []archive.Entry) []archive.Entry{
		"history after its end": func(h *archive.Head, e []archive.Entry) []archive.Entry { h.Seq = 3; return e },
		"history out of order": func(_ *archive.Head, e []archive.Entry) []archive.Entry {
			n := len(e)
			e[n-1], e[n-2] = e[n-2], e[n-1]
			return e
		},
		"a key after the history": func(_ *archive.Head, e []archive.Entry) []archive.Entry { return append(e[1:], e[0]) },
	})
}

func readAll(t testing.TB, path string) (archive.Head, []archive.Entry) {
	t.Helper()
	r, err := openBackup(path, fast().Keys)
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	var out []archive.Entry
	err = r.each(ctx, nil, func(e archive.Entry) error {
		if e.Kind != 0 {
			out = append(out, archive.Entry{Kind: e.Kind, Key: bytes.Clone(e.Key), Value: bytes.Clone(e.Value)})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r.Head, out
}

func writeAll(t testing.TB, head archive.Head, entries []archive.Entry) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "made"+backup.Extension)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o := fast()
	w, err := newArchive(f, head, &keyring{o.Keys, o.NewKeys})
	for _, e := range entries {
		err = errors.Join(err, w.Entry(e))
	}
	if err := errors.Join(err, w.Finish()); err != nil {
		t.Fatal(err)
	}
	return path
}

// Entries that nobody wrote are refused without a panic.
func FuzzBackupEntry(f *testing.F) {
	s := workedIn(f, f.TempDir())
	head, entries := readAll(f, mustBackup(f, s, f.TempDir()).Path)
	for i := 0; i < len(entries); i += 1 + len(entries)/20 {
		if e := entries[i]; len(e.Value) < 8<<10 {
			f.Add(e.Kind, e.Key, e.Value)
		}
	}
	f.Fuzz(func(_ *testing.T, kind byte, key, value []byte) {
		c := newBackupCheck(&backupFile{Reader: &archive.Reader{Head: head}})
		for range 2 {
			_ = c.entry(archive.Entry{Kind: kind, Key: key, Value: value})
		}
		_ = c.entry(archive.Entry{})
	})
}
