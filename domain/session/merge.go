package session

import (
	"context"
	"slices"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/metric"
	"athar/domain/takeover"
)

// Source is another store, or a backup of one, whose commits can be brought in.
type Source interface {
	// Scopes returns every campaign that was ever heard of, forgotten ones included.
	Scopes(ctx context.Context) ([]domain.ID, error)
	domain.JournalStore
	metric.Store
	domain.Preferences
}

// Merged tells what bringing in the commits of another store did, or would do.
type Merged struct {
	Campaigns []MergedCampaign // those with anything new, or with something wrong
	Known     int              // commits that were there already
	Taken     takeover.Taken   // what counts for all campaigns
}

// MergedCampaign is one campaign of a Merged.
type MergedCampaign struct {
	ID        domain.ID
	Title     string // as it is afterwards; "" when it was removed for ever
	New       bool   // not heard of before
	Applied   int    // commits
	Waiting   int    // commits that wait for others, which did not come
	Conflicts int    // contradictions afterwards, earlier ones included
	Before    int    // contradictions before
	Forgotten int    // records that were removed for ever
	Tables    int    // data sets that came with their rows
	Missing   int    // data sets whose rows the other store has not
	Refused   []*journal.Error
	Skewed    []journal.Skew

	// Headless says that the commits which made the campaign did not come. Then
	// nothing of it is kept.
	Headless bool
}

// Nothing reports whether there was nothing new.
func (m *MergedCampaign) Nothing() bool {
	return m.Applied == 0 && len(m.Refused) == 0 && !m.Headless
}

// MergeOptions say how to merge.
type MergeOptions struct {
	DryRun   bool                // only tell
	Into     *takeover.Workspace // takes over what it keeps for all campaigns; nil for none
	Progress func(share float64)
}

// mergeChunk is how many commits are kept at once: far below what one write of a
// store may hold.
const mergeChunk = 1000

// Merge brings in what another store has and this one has not. Each campaign is
// taken in by itself; when something fails, those before it stay merged, and
// merging again goes on where it ended.
func (l *Library) Merge(ctx context.Context, from Source, tables metric.Store, o MergeOptions) (Merged, error) {
	scopes, err := from.Scopes(ctx)
	if err != nil {
		return Merged{}, err
	}
	var all Merged
	for i, id := range scopes {
		m := merging{library: l, from: from, tables: tables, dry: o.DryRun}
		m.report.ID = id
		if err := m.run(ctx); err != nil {
			return all, err
		}
		all.Known += m.known
		if !m.report.Nothing() {
			all.Campaigns = append(all.Campaigns, m.report)
		}
		if o.Progress != nil {
			o.Progress(float64(i+1) / float64(len(scopes)))
		}
	}
	if o.Into != nil {
		if all.Taken, err = o.Into.Take(ctx, from, o.DryRun); err != nil {
			return all, err
		}
	}
	if o.DryRun {
		return all, nil
	}
	return all, l.mergeDevices(ctx, from)
}

// mergeDevices takes over what devices are called that were not heard of before.
func (l *Library) mergeDevices(ctx context.Context, from Source) error {
	mine, err := l.deps.Store.Devices(ctx)
	if err != nil {
		return err
	}
	theirs, err := from.Devices(ctx)
	if err != nil {
		return err
	}
	for _, d := range theirs {
		if slices.ContainsFunc(mine, func(m domain.Device) bool { return m.ID == d.ID }) {
			continue
		}
		if err := l.deps.Store.PutDevice(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// merging is the merge of one campaign.
type merging struct {
	library *Library
	from    Source
	tables  metric.Store
	dry     bool

	device   *journal.Device
	state    *journal.State
	campaign domain.Campaign
	known    int
	report   MergedCampaign
}

func (m *merging) run(ctx context.Context) error {
	store := m.library.deps.Store
	var err error
	if m.state, err = store.Journal(ctx, m.report.ID); err != nil {
		return err
	}
	m.report.New = len(m.state.Seen()) == 0
	m.report.Before = len(m.state.Conflicts())
	m.device = m.library.deps.Device()
	m.campaign, err = store.Campaign(ctx, m.report.ID)
	if err != nil && domain.CodeOf(err) != domain.ErrNotFound {
		return err
	}
	commits, err := m.unseen(ctx)
	if err != nil || len(commits) == 0 {
		return err
	}
	for len(commits) > 0 {
		n := min(mergeChunk, len(commits))
		if err := m.take(ctx, commits[:n]); err != nil {
			return err
		}
		if m.report.Headless {
			return nil
		}
		commits = commits[n:]
	}
	m.report.Waiting = len(m.state.Waiting())
	m.report.Conflicts = len(m.state.Conflicts())
	m.report.Title = m.campaign.Header.Title
	return nil
}

// unseen returns the commits of the other store that this one has not, in the
// order of their positions: what a commit builds on comes before it.
func (m *merging) unseen(ctx context.Context) ([]*journal.Commit, error) {
	seen, held := m.state.Seen(), map[journal.ID]bool{}
	for _, c := range m.state.Waiting() {
		held[c.ID] = true
	}
	var out []*journal.Commit
	for c, err := range m.from.History(ctx, m.report.ID) {
		switch {
		case err != nil:
			return nil, err
		case held[c.ID] || c.Seq <= seen[c.Device] && m.knows(c):
			m.known++
		default:
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *journal.Commit) int { return a.Position().Compare(b.Position()) })
	return out, nil
}

// knows reports whether a commit is here. Another one of its number is none of it:
// it is refused when it is taken in.
func (m *merging) knows(c *journal.Commit) bool {
	here := m.state.Commit(c.ID)
	return here != nil && here.Hash() == c.Hash()
}

// take brings some commits in.
func (m *merging) take(ctx context.Context, commits []*journal.Commit) error {
	held := m.state.Waiting()
	r := m.device.Receive(m.state, commits...)
	m.report.Applied += len(r.Applied)
	m.report.Forgotten += len(r.Forgotten)
	m.report.Refused = append(m.report.Refused, r.Refused...)
	for _, s := range r.Skewed {
		if !slices.ContainsFunc(m.report.Skewed, func(k journal.Skew) bool { return k.Device == s.Device }) {
			m.report.Skewed = append(m.report.Skewed, s)
		}
	}
	var b batch
	b.take(r, m.state, held)
	if b.empty() {
		return nil
	}
	unit := b.unit(m.library.deps, m.state)
	if !slices.Contains(m.state.Refs(), domain.RefOf(domain.KindHeader, m.report.ID)) {
		m.report.Headless = true
		return nil
	}
	return m.keep(ctx, unit)
}

func (m *merging) keep(ctx context.Context, unit domain.Commit) error {
	next, err := m.campaign.With(slices.DeleteFunc(slices.Clone(unit.Changes), func(c domain.Change) bool {
		return c.Kind == domain.KindHeader && c.After == nil
	}))
	if err != nil {
		return err
	}
	m.campaign = next
	if err := m.bringTables(ctx, unit.Changes); err != nil || m.dry {
		return err
	}
	unit.Summary = m.library.deps.Summarise(next, unit.At)
	return m.library.deps.Store.Commit(ctx, unit)
}

// bringTables copies the rows of data sets that came and are not here.
func (m *merging) bringTables(ctx context.Context, changes []domain.Change) error {
	for _, ch := range changes {
		set, ok := ch.After.(domain.DataSet)
		if !ok {
			continue
		}
		if _, err := m.tables.Table(ctx, set.ID); domain.CodeOf(err) != domain.ErrNotFound {
			continue
		}
		t, err := m.from.Table(ctx, set.ID)
		if domain.CodeOf(err) == domain.ErrNotFound {
			m.report.Missing++
			continue
		}
		if err != nil {
			return err
		}
		m.report.Tables++
		if m.dry {
			continue
		}
		if err := m.tables.PutTable(ctx, set.ID, t, nil); err != nil {
			return err
		}
	}
	return nil
}
