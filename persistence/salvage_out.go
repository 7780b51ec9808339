package persistence

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"

	"athar/domain"
	"athar/domain/metric"
)

// sort puts what was found under the campaigns and data sets it belongs to, and
// counts what was not found.
func (s *Salvage) sort() {
	s.campaigns, s.blocks = map[domain.ID][]string{}, map[domain.ID][]uint32{}
	for key, f := range s.found {
		k := []byte(key)
		switch id := idAt(k, 1); {
		case f.size < 0:
		case letterOf(k) == letterTable:
			s.blocks[id] = append(s.blocks[id], binary.BigEndian.Uint32(k[1+idSize:]))
		case s.isRemoved(id):
		default:
			s.campaigns[id] = append(s.campaigns[id], key)
		}
	}
	for id, keys := range s.campaigns {
		slices.Sort(keys)
		if !s.has(recordKey(domain.KindHeader, id, id)) {
			s.report.NoTitle++
		}
	}
	for _, list := range s.blocks {
		slices.Sort(list)
	}
	s.report.Lost = s.lost()
	slices.SortFunc(s.report.Unread, func(a, b Unread) int {
		if a.Place < b.Place {
			return -1
		}
		return 1
	})
}

// isRemoved reports whether a campaign was removed for ever.
func (s *Salvage) isRemoved(campaign domain.ID) bool {
	f, known := s.found[string(recordKey(domain.KindHeader, campaign, campaign))]
	return known && f.size < 0
}

func (s *Salvage) has(key []byte) bool {
	f, known := s.found[string(key)]
	return known && f.size >= 0
}

// lost counts the records that there were and that were not found: those whose
// values cannot be read, or, if that is more, those that the newest count has.
// That count tells nothing once everything after it could be read.
func (s *Salvage) lost() map[domain.Kind]int {
	found, out := map[byte]int64{}, map[domain.Kind]int{}
	for key, f := range s.found {
		if f.size >= 0 {
			found[key[0]]++
		}
	}
	for key := range s.bad {
		if _, known := s.found[key]; !known && isRecordLetter(key[0]) {
			out[domain.Kind(key[0])]++
		}
	}
	if len(s.report.Unread) == 0 && s.floor > 0 {
		return out
	}
	for _, kind := range recordKinds {
		missing := int(s.expected.Counts[byte(kind)] - found[byte(kind)])
		if missing > out[kind] {
			out[kind] = missing
		}
	}
	return out
}

// Summaries implements domain.Store. Only what the order of an export needs is
// set.
func (s *Salvage) Summaries(ctx context.Context) ([]domain.Summary, error) {
	var out []domain.Summary
	for _, id := range slices.SortedFunc(maps.Keys(s.campaigns), func(a, b domain.ID) int {
		return slices.Compare(a[:], b[:])
	}) {
		if ctx.Err() != nil {
			return nil, cancelled(ctx.Err())
		}
		summary := domain.Summary{ID: id}
		if key := recordKey(domain.KindHeader, id, id); s.has(key) {
			r, err := s.record(string(key))
			if err != nil {
				return nil, err
			}
			summary.Created = r.(domain.Header).Created
		}
		out = append(out, summary)
	}
	return out, nil
}

func (s *Salvage) record(key string) (domain.Record, error) {
	f := s.found[key]
	value, err := s.spool.get(f.at, f.size)
	if err != nil {
		return nil, err
	}
	return openRecord([]byte(key), value)
}

// Campaign implements domain.Store: the records that can be read. One whose
// header cannot has a header with nothing but its ID.
func (s *Salvage) Campaign(ctx context.Context, id domain.ID) (domain.Campaign, error) {
	changes := []domain.Change{{Kind: domain.KindHeader, ID: id, After: domain.Header{ID: id}}}
	for i, key := range s.campaigns[id] {
		if i%512 == 0 && ctx.Err() != nil {
			return domain.Campaign{}, cancelled(ctx.Err())
		}
		r, err := s.record(key)
		if err != nil {
			return domain.Campaign{}, err
		}
		changes = append(changes, domain.Change{Kind: r.Kind(), ID: r.RecordID(), After: r})
	}
	return domain.Campaign{}.With(changes)
}

// Commit implements domain.Store by refusing: nothing is kept here.
func (s *Salvage) Commit(context.Context, ...domain.Commit) error {
	return domain.Problem(domain.ErrReadOnly, "").With("path", s.place.dir)
}

// PutTable implements metric.Store by refusing.
func (s *Salvage) PutTable(context.Context, domain.ID, *metric.Table, func(float64)) error {
	return domain.Problem(domain.ErrReadOnly, "").With("path", s.place.dir)
}

// Table implements metric.Store: the rows that can be read. Where none can, not
// even the names of the columns, the error has the code ErrStoreDamaged.
func (s *Salvage) Table(ctx context.Context, id domain.ID) (*metric.Table, error) {
	key := blockKey(id, 0)
	var head wireTable
	env, err := s.value(key)
	if err != nil {
		return nil, err
	}
	if cborDec.Unmarshal(env.payload, &head) != nil {
		return nil, damaged(placeOf(key))
	}
	t := emptyTable(head)
	for i, n := range s.blocks[id] {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx.Err())
		}
		if n == 0 || n > head.Blocks {
			continue
		}
		env, err := s.value(blockKey(id, n))
		if err != nil {
			return nil, err
		}
		if env.codec != codecBlock || !(&blockReader{buf: env.payload}).read(t, head.IDs) {
			return nil, damaged(placeOf(key)) // its words are missing: figures alone say nothing
		}
	}
	s.report.Rows += max(0, head.Rows-t.Rows())
	return t, nil
}

func (s *Salvage) value(key []byte) (envelope, error) {
	f, known := s.found[string(key)]
	if !known || f.size < 0 {
		return envelope{}, damaged(placeOf(key))
	}
	value, err := s.spool.get(f.at, f.size)
	if err != nil {
		return envelope{}, err
	}
	return openEnvelope(key, value)
}
