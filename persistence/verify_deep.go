package persistence

import (
	"bytes"
	"context"
	"reflect"

	"github.com/dgraph-io/badger/v4"

	"athar/domain"
	"athar/domain/journal"
)

// deep makes every campaign anew from its commits.
func (v *verification) deep(ctx context.Context) error {
	return v.store.read("verify", func(txn *badger.Txn) error {
		for campaign := range v.records {
			if err := ctx.Err(); err != nil {
				return cancelled(err)
			}
			d := deepCheck{v: v, txn: txn, campaign: campaign}
			if err := d.run(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// deepCheck compares one campaign with what its commits amount to.
type deepCheck struct {
	v        *verification
	txn      *badger.Txn
	campaign domain.ID
	state    *journal.State
	left     map[journal.Ref]bool // records of the state that were not met yet
}

func (d *deepCheck) run(ctx context.Context) error {
	tips, err := readTips(d.txn, d.campaign)
	if err != nil || tips == nil { // kept without a journal
		return err
	}
	if err := d.replay(ctx); err != nil {
		return err
	}
	d.same(tipsKey(d.campaign), tips, d.state.EncodeTips())
	err = eachWhole(ctx, d.txn, campaignPrefix(letterPart, d.campaign), func(key, data []byte) error {
		ref := journal.Ref{Kind: journal.Kind(key[1+idSize]), ID: idAt(key, 2+idSize)}
		d.same(key, data, d.state.EncodeRecord(ref))
		delete(d.left, ref)
		return nil
	})
	for ref := range d.left {
		d.v.report.problem(placeOf(partKey(d.campaign, ref)))
	}
	if err != nil {
		return err
	}
	return d.records(ctx)
}

// replay applies all commits.
func (d *deepCheck) replay(ctx context.Context) error {
	d.state, d.left = journal.NewState(d.campaign, nil), map[journal.Ref]bool{}
	return eachWhole(ctx, d.txn, campaignPrefix(letterJournal, d.campaign), func(key, data []byte) error {
		c, err := openCommit(key, data)
		if err != nil {
			return err
		}
		for i := range c.Changes {
			d.left[c.Changes[i].Record] = true
		}
		if r := d.state.Add(c); len(r.Refused) > 0 {
			d.v.report.problem(placeOf(key))
		}
		return d.v.breathe(ctx)
	})
}

func (d *deepCheck) same(key, kept, made []byte) {
	if !bytes.Equal(kept, made) {
		d.v.report.problem(placeOf(key))
	}
}

// records compares the records of the campaign with those that the state shows.
func (d *deepCheck) records(ctx context.Context) error {
	shown := d.state.Records()
	for _, kind := range recordKinds {
		err := eachValue(ctx, d.txn, recordPrefix(kind, d.campaign), func(key, value []byte) error {
			kept, err := openRecord(key, value)
			if err != nil {
				return err
			}
			ref := journal.Ref{Kind: journal.Kind(kind), ID: kept.RecordID()}
			fields, there := shown[ref]
			delete(shown, ref)
			made, err := domain.RecordOf(kind, ref.ID, fields)
			if !there || err != nil || !reflect.DeepEqual(made, kept) {
				d.v.report.problem(placeOf(key))
			}
			return d.v.breathe(ctx)
		})
		if err != nil {
			return err
		}
	}
	for ref := range shown {
		d.v.report.problem(placeOf(recordKey(domain.Kind(ref.Kind), d.campaign, ref.ID)))
	}
	return nil
}
