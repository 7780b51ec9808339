package persistence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// journalled opens a store with a campaign that two devices worked on, and a
// commit that waits.
func journalled(t testing.TB) (*Store, domain.Campaign, *journal.State) {
	t.Helper()
	s := mustOpen(t, t.TempDir(), fast())
	sara, omar := newWriter(t, "Sara"), newWriter(t, "Omar")
	omar.states = sara.states
	c := newCampaign("a", 2)
	before := domain.Campaign{}
	for i := range 6 {
		after := withTitle(c, fmt.Sprint("title ", i))
		[]*writer{sara, omar}[i%2].keep(t, s, before, after)
		before = after
	}
	state := sara.state(c.ID())
	far := newWriter(t, "far away")
	far.commit(t, domain.Campaign{}, c)
	late := far.commit(t, c, before)
	late.Changes, late.State, late.Summary = nil, domain.JournalState{}, domain.Summary{}
	late.Waiting, late.Journal = late.Journal, nil
	if err := s.Commit(ctx, late); err != nil {
		t.Fatal(err)
	}
	state.Add(late.Waiting...)
	return s, before, state
}

// meddle changes keys behind the store's back, with the counts and the sum.
func meddle(t testing.TB, s *Store, ops ...op) {
	t.Helper()
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.transact([]step{{ops: ops}}, op{}); err != nil {
		t.Fatal(err)
	}
}

func mustSeal(t testing.TB, e envelope, key []byte) []byte {
	t.Helper()
	value, err := e.seal(key)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func mustParts(t testing.TB, key, data []byte) []op {
	t.Helper()
	ops, err := partOps(key, data)
	if err != nil {
		t.Fatal(err)
	}
	return ops
}

func TestVerifyFindsWhatIsWrongWithTheJournal(t *testing.T) {
	type spoiling struct {
		deep  bool // only a deep look finds it
		place string
		ops   func(t *testing.T, s *Store, c domain.Campaign, state *journal.State) []op
	}
	device := domain.DerivedID(domain.NoID, "Sara")
	tests := map[string]spoiling{
		"a commit that is gone": {place: "store/", ops: func(_ *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			return []op{noParts(journalKey(c.ID(), device, 2))}
		}},
		"the newest commit gone": {place: "store/", ops: func(_ *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			return []op{noParts(journalKey(c.ID(), device, 3))}
		}},
		"a commit in the place of another": {place: "store/J", ops: func(t *testing.T, s *Store, c domain.Campaign, _ *journal.State) []op {
			return mustParts(t, journalKey(c.ID(), device, 2), allCommits(t, s, c.ID())[0].Encode())
		}},
		"a commit that was forged": {place: "store/J", ops: func(t *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			forger := newWriter(t, "Sara")
			forger.commit(t, domain.Campaign{}, c)
			forged := forger.commit(t, c, withTitle(c, "forged"))
			return mustParts(t, journalKey(c.ID(), device, 2), forged.Journal[0].Encode())
		}},
		"half a commit": {place: "store/J", ops: func(t *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			return mustParts(t, journalKey(c.ID(), device, 2), make([]byte, 2*partLimit))[:1]
		}},
		"a commit nobody can find": {place: "store/", ops: func(t *testing.T, s *Store, c domain.Campaign, _ *journal.State) []op {
			return []op{{key: commitKey(allCommits(t, s, c.ID())[0].ID)}}
		}},
		"a value under an ID that is none": {place: "store/K", ops: func(t *testing.T, _ *Store, _ domain.Campaign, _ *journal.State) []op {
			key := commitKey(domain.NewID())
			return []op{{key: key, value: mustSeal(t, envelope{codecPlain, letterCommit, 9, []byte("x")}, key)}}
		}},
		"tips that are none": {place: "store/G", ops: func(t *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			key := tipsKey(c.ID())
			return []op{{key: key, value: mustSeal(t, envelope{codecPart, letterTips, partSchema, []byte("x")}, key)}}
		}},
		"tips of an older state": {place: "store/", ops: func(t *testing.T, s *Store, c domain.Campaign, _ *journal.State) []op {
			older := journal.NewState(c.ID(), nil)
			older.Add(allCommits(t, s, c.ID())[0])
			key := tipsKey(c.ID())
			return []op{{key: key, value: mustSeal(t, envelope{codecPart, letterTips, partSchema, older.EncodeTips()}, key)}}
		}},
		"a part that is none": {place: "store/F", ops: func(t *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			return mustParts(t, partKey(c.ID(), domain.RefOf(domain.KindHeader, c.ID())), []byte("x"))
		}},
		"a part of another record": {place: "store/F", ops: func(t *testing.T, _ *Store, c domain.Campaign, state *journal.State) []op {
			ref := domain.RefOf(domain.KindHeader, c.ID())
			return mustParts(t, partKey(c.ID(), ref), state.EncodeRecord(domain.RefOf(domain.KindMessage, c.Messages[0].ID)))
		}},
		"a waiting commit that is none": {place: "store/W", ops: func(t *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			return mustParts(t, waitingKey(c.ID(), domain.NewID()), []byte("x"))
		}},
		"a device that is none": {place: "store/D", ops: func(t *testing.T, _ *Store, _ domain.Campaign, _ *journal.State) []op {
			key := deviceKey(device)
			return []op{{key: key, value: mustSeal(t, envelope{codecCBOR, letterDevice, 1, []byte{0xA0}}, key)}}
		}},
		"a preference of another name": {place: "store/Z", ops: func(t *testing.T, _ *Store, _ domain.Campaign, _ *journal.State) []op {
			key := preferenceKey("checks")
			payload, err := cborEnc.Marshal(wirePreference{"limits", []byte("x")})
			if err != nil {
				t.Fatal(err)
			}
			return []op{{key: key, value: mustSeal(t, envelope{codecCBOR, letterPreference, 1, payload}, key)}}
		}},
		"a part of an older state": {deep: true, place: "store/F", ops: func(t *testing.T, s *Store, c domain.Campaign, _ *journal.State) []op {
			older := journal.NewState(c.ID(), nil)
			older.Add(allCommits(t, s, c.ID())[0])
			ref := domain.RefOf(domain.KindMessage, c.Messages[0].ID)
			return mustParts(t, partKey(c.ID(), ref), older.EncodeRecord(ref))
		}},
		"a part too few": {deep: true, place: "store/F", ops: func(_ *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			return []op{noParts(partKey(c.ID(), domain.RefOf(domain.KindMessage, c.Messages[0].ID)))}
		}},
		"a record of which no commit tells": {deep: true, place: "store/M", ops: func(t *testing.T, _ *Store, c domain.Campaign, _ *journal.State) []op {
			m := c.Messages[1]
			m.Title = "nobody wrote this"
			e, err := encodeRecord(m)
			if err != nil {
				t.Fatal(err)
			}
			key := recordKey(domain.KindMessage, c.ID(), m.ID)
			value, err := e.value(key)
			if err != nil {
				t.Fatal(err)
			}
			return []op{{key: key, value: value}}
		}},
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			s, c, state := journalled(t)
			wantDeeplyVerified(t, s)
			meddle(t, s, spoil.ops(t, s, c, state)...)
			r, err := s.Verify(ctx, VerifyOptions{})
			if err != nil || r.OK() != spoil.deep {
				t.Errorf("verify found %v, %v", r.Problems, err)
			}
			if spoil.deep {
				r, err = s.Verify(ctx, VerifyOptions{Deep: true})
			}
			found := slices.ContainsFunc(r.Problems, func(p Problem) bool { return strings.HasPrefix(p.Place, spoil.place) })
			if err != nil || !found {
				t.Errorf("verify found %v, %v", r.Problems, err)
			}
			if spoil.deep {
				return
			}
			info, err := s.Backup(ctx, t.TempDir(), BackupOptions{})
			if err == nil && !mustReadBackup(t, info.Path).Gaps {
				t.Error("a backup of it says nothing")
			}
		})
	}
}

// What cannot be read of the past is not made up.
func TestACommitThatIsDamagedIsNotGivenToAState(t *testing.T) {
	s, c, _ := journalled(t)
	first := allCommits(t, s, c.ID())[0]
	state, err := s.Journal(ctx, c.ID())
	if err != nil {
		t.Fatal(err)
	}
	key := journalKey(c.ID(), first.Device, first.Seq)
	err = s.db.Update(func(txn *badger.Txn) error { return txn.Set(key, []byte("nonsense")) })
	if err != nil {
		t.Fatal(err)
	}
	if got := state.Commit(first.ID); got != nil {
		t.Errorf("got %v", got)
	}
	var last error
	for _, last = range s.History(ctx, c.ID()) {
	}
	wantCode(t, last, domain.ErrStoreDamaged)
	_, err = s.Own(ctx, c.ID(), first.Device, 10)
	wantCode(t, err, domain.ErrStoreDamaged)
	s = reopen(t, s) // which mends it from the log
	if r := s.OpenReport(); !r.Rebuilt {
		t.Errorf("report is %+v", r)
	}
	wantDeeplyVerified(t, s)
}
