package persistence

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
)

// withOldValue makes a store in which a message's value is one that it had
// before: whole, under its key, and not the newest.
func withOldValue(t *testing.T) (*Store, domain.Campaign) {
	t.Helper()
	s := mustOpen(t, t.TempDir(), fast())
	c := history(t, s, 1)
	key := recordKey(domain.KindMessage, c.ID(), c.Messages[0].ID)
	old := valueOf(t, s, key)
	c = edit(t, s, c, 3)
	if err := s.db.Update(func(txn *badger.Txn) error { return txn.Set(key, old) }); err != nil {
		t.Fatal(err)
	}
	return s, c
}

func valueOf(t *testing.T, s *Store, key []byte) []byte {
	t.Helper()
	var out []byte
	err := s.db.View(func(txn *badger.Txn) error {
		item, err := txn.Get(key)
		if err != nil {
			return err
		}
		out, err = item.ValueCopy(nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOldValueOfARecordIsFoundByVerify(t *testing.T) {
	s, c := withOldValue(t)
	if r, err := s.Verify(ctx, VerifyOptions{}); err != nil || r.OK() {
		t.Errorf("Verify = %+v, %v", r, err)
	}
	s = reopen(t, s) // and the next start mends it
	if r := s.OpenReport(); !r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
	wantVerified(t, s)
}

func TestOldValueOfARecordIsFoundAtTheStartAfterAKill(t *testing.T) {
	s, c := withOldValue(t)
	crash(t, s)
	s = mustOpen(t, s.Dir(), s.opts)
	if r := s.OpenReport(); !r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantCampaign(t, s, c)
	wantVerified(t, s)
}

func TestStoreThatNeverHadASumGetsOne(t *testing.T) {
	for _, clean := range []bool{true, false} {
		s := mustOpen(t, t.TempDir(), fast())
		c := history(t, s, 3)
		without := s.state
		without.Sum = 0
		if err := s.db.Update(func(txn *badger.Txn) error { return setState(txn, without) }); err != nil {
			t.Fatal(err)
		}
		if clean {
			mustClose(t, s)
		} else {
			crash(t, s)
		}
		s = mustOpen(t, s.Dir(), s.opts)
		if r := s.OpenReport(); r.Rebuilt || !s.state.hasSum() {
			t.Errorf("clean %v: report is %+v, sum %d", clean, r, s.state.Sum)
		}
		_, kept, _, err := readState(s.db)
		if err != nil || kept.Sum != s.state.Sum {
			t.Errorf("clean %v: the sum is not kept: %+v, %v", clean, kept, err)
		}
		c = edit(t, s, c, 2)
		wantVerified(t, s)
		crash(t, s)
		s = mustOpen(t, s.Dir(), s.opts)
		if r := s.OpenReport(); r.Rebuilt {
			t.Errorf("clean %v: report is %+v", clean, r)
		}
		wantCampaign(t, s, c)
	}
}

// CLEAN is believed only when every word of it is so.
func TestCleanIsBelievedOnlyForTheFilesItWasWrittenFor(t *testing.T) {
	s := mustOpen(t, t.TempDir(), fast())
	history(t, s, 3)
	mustClose(t, s)
	text, err := os.ReadFile(s.place.path(fileClean))
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		text   []byte
		intact bool
	}{
		"as it was written": {text, true},
		"without sums":      {[]byte("athar clean\nseq 4\n000001.sst 100\n"), false},
		"empty":             {nil, false},
		"head alone":        {[]byte("athar clean\nseq 4"), false},
		"a file missing":    {text[:bytes.LastIndexByte(text[:len(text)-1], '\n')+1], false},
		"a file too many":   {append(bytes.Clone(text), "x 1 00000000\n"...), false},
		"another sum":       {append(bytes.Clone(text[:len(text)-2]), "x\n"...), false},
		"another name":      {[]byte(strings.Replace(string(text), "MANIFEST", "MANIFESt", 1)), false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(s.place.path(fileClean), test.text, 0o600); err != nil {
				t.Fatal(err)
			}
			last, err := s.lastClosing()
			if err != nil || last.intact != test.intact {
				t.Errorf("lastClosing = %+v, %v", last, err)
			}
			if _, err := os.Stat(s.place.path(fileClean)); !errors.Is(err, os.ErrNotExist) {
				t.Error("CLEAN is still there")
			}
		})
	}
}
