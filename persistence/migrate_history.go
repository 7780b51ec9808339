package persistence

import (
	"context"
	"errors"
	"os"
	"reflect"
	"time"

	"athar/domain"
	"athar/domain/journal"
)

// maxConverted bounds the history that is converted of one campaign, in bytes:
// it has to fit into one record of the log. Of a larger one only the present is
// converted; the past stays in the backup.
const maxConverted = maxLogPayload / 4

// migrateTo2 gives every campaign a journal. It is made of the commits in the log
// of format 1: each becomes one of the journal, with its time and its label, by
// the device that does it, and by nobody, since nobody was asked for a name then.
// Where the log does not tell how the campaign came to be what it is, a last
// commit makes up for it. Campaigns that have a journal were done before a crash.
func (s *Store) migrateTo2() error {
	if err := s.settleEpoch(false); err != nil {
		return err
	}
	old, err := s.oldCommits()
	if err != nil {
		return err
	}
	ids, err := s.campaignIDs()
	if err != nil {
		return err
	}
	device := s.opts.Device(s.epoch)
	for _, id := range ids {
		if done, err := s.hasKey(tipsKey(id)); err != nil || done {
			if err != nil {
				return err
			}
			continue
		}
		if err := s.convert(id, device, old[id]); err != nil {
			return err
		}
		s.opts.step("campaign migrated")
	}
	return nil
}

// oldCommit is where a commit of format 1 stands in the log.
type oldCommit struct {
	segment segment
	at      int64
	size    int64
}

// oldCommits finds the commits of each campaign, oldest first.
func (s *Store) oldCommits() (map[domain.ID][]oldCommit, error) {
	segments, err := s.place.segments()
	if err != nil {
		return nil, err
	}
	out := map[domain.ID][]oldCommit{}
	for _, seg := range segments {
		buf, err := os.ReadFile(seg.path)
		if err != nil {
			return nil, fileError(seg.path, err)
		}
		scan := segmentScan{next: seg.first}
		err = scan.read(buf, seg, s.place.store, func(e entry, raw []byte) error {
			if e.kind != entryCommit {
				return nil
			}
			if w, err := decodeOld(raw); err == nil {
				id, _ := w.Campaign.id()
				out[id] = append(out[id], oldCommit{seg, scan.at, scan.end - scan.at})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func decodeOld(raw []byte) (wireCommit, error) {
	var w wireCommit
	e, _, err := decodeEntry(raw)
	if err == nil && cborDec.Unmarshal(e.payload, &w) != nil {
		err = errWire
	}
	return w, err
}

func (o oldCommit) read() (wireCommit, error) {
	f, err := os.Open(o.segment.path)
	if err != nil {
		return wireCommit{}, fileError(o.segment.path, err)
	}
	defer f.Close()
	buf := make([]byte, o.size)
	if _, err := f.ReadAt(buf, o.at); err != nil {
		return wireCommit{}, fileError(o.segment.path, err)
	}
	_, raw, _, err := o.segment.seal.check(buf)
	if err != nil {
		return wireCommit{}, damaged("journal/" + o.segment.name())
	}
	return decodeOld(raw)
}

// convert gives a campaign its journal, in one commit. A campaign that cannot
// have one, because a text in it is longer than a journal may hold, is left as
// it is and reported.
func (s *Store) convert(id domain.ID, device *journal.Device, old []oldCommit) error {
	c, err := s.Campaign(context.Background(), id)
	if err != nil {
		return err
	}
	h, err := s.convertHistory(id, device, old)
	if err == nil {
		err = h.finish(c)
	}
	var refused *journal.Error
	if errors.As(err, &refused) || errors.Is(err, errTooMuch) {
		h = newConverted(id, device, s.opts.Now())
		err = h.finish(c)
	}
	if errors.As(err, &refused) {
		s.report.problem(placeOf(tipsKey(id)))
		return nil
	}
	if err != nil {
		return err
	}
	commit, err := h.commit(c)
	if err != nil {
		return err
	}
	return s.Commit(context.Background(), commit)
}

var errTooMuch = errors.New("more history than one record holds")

func (s *Store) convertHistory(id domain.ID, device *journal.Device, old []oldCommit) (*converted, error) {
	h := newConverted(id, device, s.opts.Now())
	for _, o := range old {
		w, err := o.read()
		if err != nil {
			return nil, err
		}
		if err := h.take(w); err != nil {
			return nil, err
		}
	}
	return h, nil
}

// converted is the journal of a campaign that is being made of its old commits.
type converted struct {
	device  journal.Device
	at      time.Time // of the commit that is being made
	now     time.Time
	state   *journal.State
	commits []*journal.Commit
	size    int
}

func newConverted(campaign domain.ID, device *journal.Device, now time.Time) *converted {
	h := &converted{device: *device, now: now, state: journal.NewState(campaign, nil)}
	h.device.Author = ""
	h.device.Now = func() time.Time { return h.at }
	return h
}

// take converts a commit. Records in it that cannot be read are passed over: in
// the end the journal shows what is kept all the same.
func (h *converted) take(w wireCommit) error {
	before, after := journal.Records{}, journal.Records{}
	for _, ch := range w.Changes {
		ref, err := refOf(ch.Kind, ch.ID)
		if err != nil {
			continue
		}
		if ch.AfterSchema != 0 {
			r, err := encoded{ch.AfterSchema, ch.After}.decode(domain.Kind(ch.Kind))
			if err != nil || r.RecordID() != ref.ID {
				continue
			}
			after[ref] = domain.FieldsOf(r)
		}
		if f, ok := h.state.Record(ref); ok {
			before[ref] = f
		}
	}
	return h.write(w.Label, w.At.time(), journal.Diff(before, after))
}

// finish makes the journal show what is kept.
func (h *converted) finish(c domain.Campaign) error {
	return h.write(domain.LabelMigrated, h.now, journal.Diff(h.state.Records(), domain.JournalOf(c)))
}

func (h *converted) write(label string, at time.Time, changes []journal.Change) error {
	if label == "" {
		label = domain.LabelMigrated
	}
	h.at = at
	if at.After(h.now) || at.Unix() <= 0 { // a clock that was wrong
		h.at = h.now
	}
	c, err := h.device.Write(h.state, journal.Edit{Label: label, Changes: changes})
	if err != nil || c == nil {
		return err
	}
	h.commits = append(h.commits, c)
	if h.size += len(c.Encode()); h.size > maxConverted {
		return errTooMuch
	}
	return nil
}

// commit returns what the store is to keep: the journal, its state, and the
// records that the journal holds in another form than they had.
func (h *converted) commit(c domain.Campaign) (domain.Commit, error) {
	out := domain.Commit{ID: domain.NewID(), Campaign: c.ID(), Journal: h.commits}
	out.State.Tips = h.state.EncodeTips()
	for _, ref := range h.refs() {
		out.State.Records = append(out.State.Records, domain.JournalRecord{Ref: ref, Part: h.state.EncodeRecord(ref)})
	}
	for _, r := range c.Records() {
		f, _ := h.state.Record(journal.Ref{Kind: journal.Kind(r.Kind()), ID: r.RecordID()})
		shown, err := domain.RecordOf(r.Kind(), r.RecordID(), f)
		if err != nil {
			return out, err
		}
		if !reflect.DeepEqual(shown, r) {
			out.Changes = append(out.Changes, domain.Change{Kind: r.Kind(), ID: r.RecordID(), Before: r, After: shown})
		}
	}
	return out, nil
}

// refs returns every record that was ever changed, each once.
func (h *converted) refs() []journal.Ref {
	var out []journal.Ref
	seen := map[journal.Ref]bool{}
	for _, c := range h.commits {
		for i := range c.Changes {
			if ref := c.Changes[i].Record; !seen[ref] {
				seen[ref] = true
				out = append(out, ref)
			}
		}
	}
	return out
}
