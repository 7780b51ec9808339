package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"athar/domain"
	"athar/domain/journal"
)

// past follows every commit of the campaign and says what is wrong with them:
// each device's must be a chain, every number up to the newest must have been
// reached by one, and what they amount to must be what is shown.
func (a *atharStore) past(newest int) (wrong string, err error) {
	ctx := context.Background()
	tips := map[domain.ID]*journal.Commit{}
	reached := map[string]bool{}
	for c, err := range a.store.History(ctx, tortured) {
		if err != nil {
			return "", err
		}
		before := tips[c.Device]
		switch {
		case before == nil && c.Seq != 1, before != nil && c.Seq != before.Seq+1:
			return fmt.Sprintf("a device has no commit before its %dth", c.Seq), nil
		case before != nil && c.Prev != before.Hash():
			return fmt.Sprintf("the %dth commit does not know the one before", c.Seq), nil
		}
		tips[c.Device] = c
		for _, ch := range c.Changes {
			if ch.Record == domain.RefOf(domain.KindHeader, tortured) && ch.Field.Path == "title" {
				reached[ch.After.Text()] = true
			}
		}
	}
	for n := 1; n <= newest; n++ {
		if !reached[strconv.Itoa(n)] {
			return fmt.Sprintf("no commit made edit %d of %d", n, newest), nil
		}
	}
	return a.amount(ctx)
}

// amount compares what the commits amount to with the records.
func (a *atharStore) amount(ctx context.Context) (wrong string, err error) {
	state, err := a.store.Journal(ctx, tortured)
	if err != nil {
		return "", err
	}
	shown, err := a.store.Campaign(ctx, tortured)
	if domain.CodeOf(err) == domain.ErrNotFound {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if n := len(journal.Diff(state.Records(), domain.JournalOf(shown))); n > 0 {
		return fmt.Sprintf("%d fields are not what their commits amount to", n), nil
	}
	return "", nil
}

// content sums up every campaign that is kept.
func (a *atharStore) content() (string, error) {
	ctx := context.Background()
	list, err := a.library.List(ctx)
	if err != nil {
		return "", err
	}
	slices.SortFunc(list, func(a, b domain.Summary) int { return slices.Compare(a.ID[:], b.ID[:]) })
	sum := sha256.New()
	for _, s := range list {
		c, err := a.library.Campaign(ctx, s.ID)
		if err != nil {
			return "", err
		}
		text, err := json.Marshal(c)
		if err != nil {
			return "", err
		}
		_, _ = sum.Write(text) // which never fails
	}
	return fmt.Sprintf("%d %x", len(list), sum.Sum(nil)[:8]), nil
}
