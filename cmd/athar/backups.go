package main

import (
	"context"
	"path/filepath"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence"
	"athar/persistence/plain"
	"athar/persistence/vault"
)

// keeper makes and finds backups of the open data.
type keeper struct {
	store *persistence.Store
	// keysFor finds what opens the backup at a path; nil where the keys of the data
	// are all there is.
	keysFor func(path string) *vault.Keys
}

var _ backup.Keeper = keeper{}

func (k keeper) dir() string { return filepath.Join(k.store.Dir(), persistence.DirBackups) }

// Make implements backup.Keeper. Backups that cannot be removed do no harm, and
// the next one tries again.
func (k keeper) Make(ctx context.Context, why backup.Reason, progress func(float64)) (backup.Info, error) {
	info, err := k.write(ctx, k.dir(), why, progress)
	if err == nil {
		_ = k.store.RotateBackups(ctx, k.dir())
	}
	return info, err
}

// CopyTo implements backup.Keeper.
func (k keeper) CopyTo(ctx context.Context, dir string, progress func(float64)) (backup.Info, error) {
	return k.write(ctx, dir, backup.Asked, progress)
}

func (k keeper) write(
	ctx context.Context, dir string, why backup.Reason, progress func(float64),
) (backup.Info, error) {
	return k.store.Backup(ctx, dir, persistence.BackupOptions{Reason: why, Version: version, Progress: progress})
}

// Changed implements backup.Keeper.
func (k keeper) Changed() bool {
	if k.store.Reading() != "" {
		return false
	}
	seq := k.store.Seq()
	list, err := k.List()
	return seq > 0 && (err != nil || len(list) == 0 || list[0].Seq != seq || list[0].Store != k.store.ID())
}

// Due implements backup.Keeper.
func (k keeper) Due() bool { return k.store.Unbacked() >= backup.DueAfter }

// List implements backup.Keeper.
func (k keeper) List() ([]backup.Info, error) { return persistence.Backups(k.dir(), k.store.Keys()) }

// Preview implements backup.Keeper.
func (k keeper) Preview(ctx context.Context, path string, progress func(float64)) (backup.Preview, error) {
	keys := k.store.Keys()
	if k.keysFor != nil {
		keys = k.keysFor(path)
	}
	contents, err := persistence.ReadBackup(ctx, path, keys, progress)
	if err != nil {
		return backup.Preview{}, err
	}
	now, err := k.store.Summaries(ctx)
	if err != nil {
		return backup.Preview{}, err
	}
	return previewOf(contents, now, k.store.ID()), nil
}

// Kept implements backup.Keeper.
func (k keeper) Kept() time.Time {
	_, at := persistence.KeptStore(k.store.Dir())
	return at
}

// Aside implements backup.Keeper.
func (k keeper) Aside() []backup.Aside {
	all := persistence.PutAside(k.store.Dir())
	for i := range all {
		all[i].Size = persistence.SizeOf(all[i].Path)
	}
	return all
}

// RemoveAside implements backup.Keeper.
func (k keeper) RemoveAside(path string) error {
	return persistence.RemoveAside(k.store.Dir(), path, openOptions(nil))
}

// saveCopy writes a campaign so that it can be read without Athar.
func saveCopy(_ context.Context, dir string, c domain.Campaign) (string, error) {
	r, err := plain.ExportCampaign(dir, time.Now(), c)
	return r.Dir, err
}

// previewOf compares a backup with the campaigns there are.
func previewOf(c backup.Contents, now []domain.Summary, store domain.ID) backup.Preview {
	return backup.Preview{
		Contents: c, Difference: backup.Compare(now, c.Campaigns),
		Other: c.Store != store && len(now) > 0,
	}
}
