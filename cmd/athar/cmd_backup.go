package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/persistence"
)

// backupJSON is a backup. The keys are part of the documented interface of the
// terminal, as those of the types below.
type backupJSON struct {
	File      string        `json:"file"`
	Bytes     int64         `json:"bytes"`
	Created   time.Time     `json:"created"`
	Reason    backup.Reason `json:"reason"`
	Version   string        `json:"version"`
	Store     domain.ID     `json:"store"`
	Changes   uint64        `json:"changes"`
	Campaigns int64         `json:"campaigns"`
	Records   int64         `json:"records"`
}

type restoreJSON struct {
	Backup   backupJSON     `json:"backup"`
	Restored bool           `json:"restored"`
	Added    []campaignJSON `json:"added"`
	Changed  []campaignJSON `json:"changed"`
	Missing  []campaignJSON `json:"missing"`
	Same     int            `json:"same"`
	Other    bool           `json:"other_store"`
	Gaps     bool           `json:"history_gaps"`
	Kept     string         `json:"kept"`
}

type revertJSON struct {
	Restored bool   `json:"restored"`
	Kept     string `json:"kept"`
}

func backupRow(i backup.Info) backupJSON {
	return backupJSON{
		i.Path, i.Size, i.Created.UTC(), i.Reason, i.Version, i.Store, i.Seq, i.Campaigns, i.Records,
	}
}

// runBackup writes a verified backup into a folder.
func runBackup(in *invocation) error {
	dir, err := in.one("cli.error.need_folder")
	if err != nil {
		return err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	return in.interruptible(func(ctx context.Context) error {
		return in.withStore(func(_ context.Context, o *opened) error {
			info, err := keeper{store: o.store}.CopyTo(ctx, dir, nil)
			if err != nil {
				return err
			}
			if in.json {
				return in.printJSON(backupRow(info))
			}
			in.say("cli.backup.done", "file", info.Path, "campaigns", int(info.Campaigns), "records", int(info.Records))
			return nil
		})
	})
}

// interruptible runs f with a context that ends when the person says so.
func (in *invocation) interruptible(f func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return f(ctx)
}

func runRestore(in *invocation) error {
	if in.revert {
		return in.runRevert()
	}
	file, err := in.one("cli.error.need_backup")
	if err != nil {
		return err
	}
	if err := in.findData(); err != nil {
		return err
	}
	return in.interruptible(func(ctx context.Context) error {
		p, err := in.previewRestore(ctx, file)
		switch {
		case err != nil:
			return err
		case p.Other && !in.other && !in.dryRun:
			return domain.Problem(domain.ErrBackupOther, "").With("file", file)
		case in.dryRun:
			return in.printRestore(p, "", false)
		}
		r, err := in.restore(ctx, file)
		if err != nil {
			return err
		}
		return in.printRestore(p, r.Kept, true)
	})
}

// previewRestore compares the backup with the data and, before it is replaced,
// backs that up. Damaged data is no reason not to restore.
func (in *invocation) previewRestore(ctx context.Context, file string) (backup.Preview, error) {
	keys, err := in.backupKeys(file)
	if err != nil {
		return backup.Preview{}, err
	}
	contents, err := persistence.ReadBackup(ctx, file, keys, nil)
	if err != nil {
		return backup.Preview{}, err
	}
	if !persistence.IsStore(in.data) {
		return previewOf(contents, nil, domain.NoID), nil
	}
	store, err := in.openUnlocked()
	switch domain.CodeOf(err) {
	case "":
	case domain.ErrStoreDamaged, domain.ErrKeyMissing, domain.ErrKeyDamaged, domain.ErrKeyOther:
		in.complain("cli.restore.damaged")
		return previewOf(contents, nil, domain.NoID), nil
	default:
		return backup.Preview{}, err
	}
	defer store.Close()
	now, err := store.Summaries(ctx)
	if err == nil && !in.dryRun && len(now) > 0 {
		_, err = keeper{store: store}.Make(ctx, backup.BeforeRestore, nil)
	}
	switch domain.CodeOf(err) {
	case "":
	case domain.ErrStoreDamaged:
		in.complain("cli.restore.damaged")
	default:
		return backup.Preview{}, err
	}
	return previewOf(contents, now, store.ID()), nil
}

// restore puts a backup in the place of the data. Keys of data whose key file is
// lost are not asked for: those of the backup do, or nothing does.
func (in *invocation) restore(ctx context.Context, file string) (persistence.Restored, error) {
	own, err := in.storeKeys()
	switch domain.CodeOf(err) {
	case "", domain.ErrKeyMissing, domain.ErrKeyDamaged, domain.ErrKeyOther:
	default:
		return persistence.Restored{}, err
	}
	keys, err := in.backupKeys(file)
	if err != nil {
		return persistence.Restored{}, err
	}
	return persistence.Restore(ctx, in.data, file, openOptions(own), persistence.RestoreOptions{Other: in.other, Keys: keys})
}

func (in *invocation) printRestore(p backup.Preview, kept string, done bool) error {
	if in.json {
		return in.printJSON(restoreJSON{
			Backup: backupRow(p.Info), Restored: done,
			Added: rows(p.Added), Changed: rows(p.Changed), Missing: rows(p.Missing), Same: p.Same,
			Other: p.Other, Gaps: p.Gaps, Kept: kept,
		})
	}
	in.say("cli.restore.backup", "file", p.Path, "date", in.printer.Date(p.Created.Local()),
		"time", in.printer.Clock(p.Created.Local()), "why", in.printer.T("backup.reason."+string(known(p.Reason))),
		"campaigns", int(p.Info.Campaigns), "records", int(p.Records))
	if p.Other {
		in.say("cli.restore.other")
	}
	if p.Gaps {
		in.say("cli.restore.gaps")
	}
	for _, part := range []struct {
		key  string
		list []domain.Summary
	}{{"cli.restore.added", p.Added}, {"cli.restore.changed", p.Changed}, {"cli.restore.missing", p.Missing}} {
		for _, s := range part.list {
			in.say(part.key, "title", s.Title, "date", in.printer.Date(s.Updated.Local()))
		}
	}
	in.say("cli.restore.same", "n", p.Same)
	switch {
	case !done:
		in.say("cli.restore.dry")
	case kept != "":
		in.say("cli.restore.kept", "dir", kept)
	default:
		in.say("cli.restore.done")
	}
	return nil
}

// known returns the reason, or the plainest one for a word of a newer Athar.
func known(r backup.Reason) backup.Reason {
	for _, k := range backup.Reasons() {
		if r == k {
			return r
		}
	}
	return backup.Asked
}

func rows(list []domain.Summary) []campaignJSON {
	out := make([]campaignJSON, 0, len(list))
	for _, s := range list {
		out = append(out, campaignJSON{s.ID, s.Title, s.Stage, s.Updated.UTC()})
	}
	return out
}

// runRevert brings back the data that the newest restore put aside.
func (in *invocation) runRevert() error {
	if len(in.args) > 0 {
		return errUsage{key: "cli.error.no_arguments"}
	}
	if err := in.findData(); err != nil {
		return err
	}
	if in.dryRun {
		path, _ := persistence.KeptStore(in.data)
		if path == "" {
			return domain.Problem(domain.ErrNoRevert, "")
		}
		if in.json {
			return in.printJSON(revertJSON{false, path})
		}
		in.say("cli.restore.would_revert", "dir", path)
		return nil
	}
	kept, err := persistence.Revert(in.data, openOptions(nil))
	if err != nil {
		return err
	}
	if in.json {
		return in.printJSON(revertJSON{true, kept})
	}
	in.say("cli.restore.reverted", "dir", kept)
	return nil
}
