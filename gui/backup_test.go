package gui

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/backup"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/settings"
)

// memoryBackups is a Keeper without files.
type memoryBackups struct {
	list    []backup.Info
	copied  []string
	changed bool
	due     bool
	kept    time.Time
	aside   []backup.Aside
	stays   error // why what was put aside cannot be removed
	preview backup.Preview
	fails   error
	reads   func() error // why a backup cannot be previewed; may be nil
}

func (m *memoryBackups) Make(_ context.Context, why backup.Reason, _ func(float64)) (backup.Info, error) {
	if m.fails != nil {
		return backup.Info{}, m.fails
	}
	info := backup.Info{
		Path: fmt.Sprintf("/data/checkpoints/%d", len(m.list)), Reason: why,
		Created: time.Date(2026, 11, 23, 14, len(m.list), 0, 0, time.Local),
	}
	m.list = append([]backup.Info{info}, m.list...)
	m.changed, m.due = false, false
	return info, nil
}

func (m *memoryBackups) Changed() bool                { return m.changed }
func (m *memoryBackups) Due() bool                    { return m.due }
func (m *memoryBackups) List() ([]backup.Info, error) { return m.list, nil }
func (m *memoryBackups) Kept() time.Time              { return m.kept }
func (m *memoryBackups) Aside() []backup.Aside        { return m.aside }

func (m *memoryBackups) RemoveAside(path string) error {
	if m.stays == nil {
		m.aside = slices.DeleteFunc(slices.Clone(m.aside), func(a backup.Aside) bool { return a.Path == path })
		m.kept = time.Time{}
	}
	return m.stays
}

func (m *memoryBackups) CopyTo(_ context.Context, dir string, progress func(float64)) (backup.Info, error) {
	progress(0.5)
	m.copied = append(m.copied, dir)
	return backup.Info{Path: dir + "/copy"}, m.fails
}

func (m *memoryBackups) Preview(_ context.Context, path string, _ func(float64)) (backup.Preview, error) {
	p := m.preview
	p.Path = path
	if m.reads != nil {
		return p, m.reads()
	}
	return p, m.fails
}

func inBothLanguages(t *testing.T, f func(t *testing.T, b *bench)) {
	t.Helper()
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			f(t, newBench(t, guitest.NewMemory(), settings.Settings{Lang: lang, Welcomed: true}))
		})
	}
}

func TestTheStatusLineTellsOfTheLastBackup(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		b.want(b.env.T("backup.status.none"))
		b.do("backup")
		b.settle()
		b.want(b.env.T("backup.status.last", "when", b.moment(b.backups.list[0].Created)), b.env.T("backup.done"))
		b.do("data")
		b.want(b.env.T("backup.status.last", "when", b.moment(b.backups.list[0].Created)))
	})
}

func TestTheFileMenuTellsOfTheLastBackup(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		says := func(label string) {
			t.Helper()
			if !slices.ContainsFunc(b.fileItems(), func(i kit.MenuItem) bool { return i.Label == label }) {
				t.Errorf("it does not say %q", label)
			}
		}
		says(b.env.T("action.backup"))
		b.do("backup")
		b.settle()
		says(b.env.T("backup.menu", "when", b.moment(b.backups.list[0].Created)))
	})
}

func TestABackupIsMadeDuringWorkOnlyWhenSomethingChanged(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	b.safety.workedOn()
	b.settle()
	if len(b.backups.list) > 0 {
		t.Fatalf("made %v", b.backups.list)
	}
	b.backups.changed = true
	b.safety.workedOn()
	b.safety.workedOn() // while the first is being made
	b.settle()
	if len(b.backups.list) != 1 || b.backups.list[0].Reason != backup.Working {
		t.Errorf("made %v", b.backups.list)
	}
}

func TestABackupThatFailsIsSaidWithWaysOn(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		b.backups.fails = domain.Problem(domain.ErrDiskFull, "").
			With("path", "/data").With("free", int64(1e6)).With("need", int64(1e8))
		b.do("backup")
		b.settle()
		b.want(b.env.T("backup.status.failed"), b.env.Printer.Error(b.backups.fails), b.env.T("backup.elsewhere"))
		b.backups.fails = nil
		guitest.NewPerson(t, b.env).Press("save.try_again")
		b.settle()
		if len(b.backups.list) != 1 {
			t.Fatal("trying again made no backup")
		}
	})
}

func TestABackupIsMadeAtTheEndWhenSomethingChanged(t *testing.T) {
	for _, changed := range []bool{true, false} {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
		b.backups.changed = changed
		b.do("quit")
		b.settle()
		if made := len(b.backups.list) == 1; made != changed {
			t.Errorf("changed %v: made %v", changed, b.backups.list)
		}
		if changed && b.backups.list[0].Reason != backup.Closing {
			t.Errorf("made %v", b.backups.list[0])
		}
	}
}

func TestABackupThatFailsAtTheEndKeepsNobody(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	closed := false
	b.window.SetOnClosed(func() { closed = true })
	b.backups.changed, b.backups.fails = true, domain.Problem(domain.ErrInternal, "")
	b.do("quit")
	b.settle()
	if !closed {
		t.Error("the window stayed open")
	}
}

func TestTheSecondPlaceOfABackupIsRemembered(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		stick := t.TempDir()
		b.settings.CopyFolder = stick
		b.do("backup_copy")
		b.settle()
		guitest.NewPerson(t, b.env).Press("kit.chooser_use_folder")
		b.settle()
		if len(b.backups.copied) != 1 || b.backups.copied[0] != stick || b.kept.CopyFolder != stick {
			t.Fatalf("copied to %v, remembered is %q", b.backups.copied, b.kept.CopyFolder)
		}
		b.want("copy")
	})
}

// withBackup gives the bench a backup that differs from what there is.
func (b *bench) withBackup() {
	day := time.Date(2026, 11, 20, 9, 30, 0, 0, time.Local)
	b.backups.list = []backup.Info{{Path: "/data/checkpoints/a.atharbackup", Created: day, Reason: backup.Working}}
	one := func(title string) domain.Summary {
		return domain.Summary{ID: domain.NewID(), Title: title, Updated: day}
	}
	b.backups.preview = backup.Preview{
		Contents: backup.Contents{Info: b.backups.list[0], Gaps: true},
		Difference: backup.Difference{
			Added: []domain.Summary{one("Clean water")}, Changed: []domain.Summary{one("ماء نظيف"), one("School")},
			Missing: []domain.Summary{one("New")}, Same: 3,
		},
		Other: true,
	}
}

func TestARestoreShowsWhatWouldBeDifferentAndAsks(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		b.withBackup()
		restored, heldShut := "", false
		b.deps.Backups.Restore = func(_ context.Context, path string, progress func(float64), ready func()) {
			restored = path
			progress(0.5)
			b.quit()
			heldShut = !b.quitting.leaving
			b.deps.Run.Background(func() {}, ready)
		}
		person := guitest.NewPerson(t, b.env)
		b.do("restore")
		b.settle()
		b.want(b.env.T("restore.what"), b.env.T("restore.file"))
		person.Press("restore.look")
		b.settle()
		b.want("Clean water", "ماء نظيف", "School", "New", b.env.Printer.N("restore.added", 1), b.env.Printer.N("restore.changed", 2),
			b.env.Printer.N("restore.missing", 1), b.env.Printer.N("restore.same", 3), b.env.T("restore.other"), b.env.T("restore.gaps"))
		if restored != "" {
			t.Fatal("it was restored before anybody was asked")
		}
		person.Tap("restore.accept")
		b.settle()
		if restored != "/data/checkpoints/a.atharbackup" || !heldShut {
			t.Fatalf("restored is %q, the window was held %v", restored, heldShut)
		}
		if b.window.Canvas().Overlays().Top() != nil {
			t.Error("a dialog stayed")
		}
	})
}

func TestNothingIsRestoredThatIsThereAlreadyOrCannotBeRead(t *testing.T) {
	inBothLanguages(t, func(t *testing.T, b *bench) {
		b.withBackup()
		b.backups.preview.Difference = backup.Difference{Same: 2}
		b.deps.Backups.Restore = func(context.Context, string, func(float64), func()) { t.Error("it was restored") }
		person := guitest.NewPerson(t, b.env)
		b.do("restore")
		b.settle()
		person.Press("restore.look")
		b.settle()
		b.want(b.env.T("restore.nothing"))
		person.Tap("restore.accept")
		b.settle()
		person.Press("kit.cancel")

		b.backups.fails = domain.Problem(domain.ErrBackupDamaged, "").With("file", "a.atharbackup")
		b.do("restore")
		b.settle()
		person.Press("restore.look")
		b.settle()
		b.want(b.env.Printer.Error(b.backups.fails))
	})
}

func TestARestoreCanBeReverted(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: lang, Welcomed: true})
		if b.commands.byKey["revert"].reason() != b.env.T("reason.no_revert") {
			t.Error("there is nothing to revert, and it can be done")
		}
		b.safety.kept = time.Date(2026, 11, 20, 9, 30, 0, 0, time.Local)
		reverted := false
		b.deps.Backups.Revert = func(ready func()) { reverted = true; ready() }
		b.do("revert")
		b.want(b.env.T("revert.what", "when", b.moment(b.safety.kept)))
		guitest.NewPerson(t, b.env).Press("revert.accept")
		b.settle()
		if !reverted {
			t.Error("nothing was reverted")
		}
	}
}

func TestEveryDialogOfBackupsIsWholeAndInOrder(t *testing.T) {
	open := map[string]func(b *bench){
		"copying":  func(b *bench) { b.do("backup_copy") },
		"choosing": func(b *bench) { b.do("restore") },
		"preview":  func(b *bench) { b.showPreview(b.backups.preview) },
		"reverting": func(b *bench) {
			b.safety.kept = b.backups.list[0].Created
			b.do("revert")
		},
		"put aside": func(b *bench) { b.putAside(); b.do("data") },
		"removing what was put aside": func(b *bench) {
			b.putAside()
			(&asideList{w: b.Window}).ask(b.backups.aside[0])
		},
		"lost": func(b *bench) { b.ShowLost(domain.Problem(domain.ErrReadOnly, "").With("path", "/data")) },
	}
	for name, f := range open {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			t.Setenv("HOME", home)
			sight := shellSight
			sight.Data = append([]string{home, asidePath, "/data/checkpoints/a.atharbackup", "Clean water", "School", "New", "ماء نظيف"}, sight.Data...)
			inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
				b.withBackup()
				f(b)
				b.settle()
				if b.window.Canvas().Overlays().Top() == nil {
					t.Fatal("no dialog is open")
				}
				look(t, b.env, sight)
			})
		})
	}
}

// While the data is closed nobody gets at the window, whatever they press.
func TestCancellingARestoreKeepsTheWindowShutUntilItEnded(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	stopped := false
	_, release := hold(b.env, "title", "caption", func() { stopped = true })
	for range 3 {
		b.escape()
	}
	if !stopped || b.window.Canvas().Overlays().Top() == nil {
		t.Errorf("stopped %v, and the window is open", stopped)
	}
	release()
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("a dialog stayed")
	}
}

func TestABackupIsMadeEveryHalfHourOrAfterVeryMuch(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	look := func(minutes int) {
		for range minutes {
			b.safety.passed()
			b.settle()
		}
	}
	want := func(backups int) {
		t.Helper()
		if got := len(b.backups.list); got != backups {
			t.Fatalf("%d backups were made, want %d", got, backups)
		}
	}
	b.backups.changed = true
	look(29)
	want(0)
	look(1)
	want(1)
	b.backups.changed = true
	look(10)
	want(1)
	b.backups.due = true
	look(1)
	want(2)
	look(29)
	want(2) // nothing changed

	b.backups.changed, b.backups.due = true, true
	b.backups.fails = domain.Problem(domain.ErrDiskFull, "")
	look(1)
	b.backups.fails = nil
	look(29)
	want(2) // it is told once in half an hour that there is none
	look(1)
	want(3)
}
