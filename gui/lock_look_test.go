package gui

import (
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/kit"
	"athar/gui/settings"
)

// lockDialogs opens every dialog about protection and saving.
func lockDialogs() map[string]func(b *bench) {
	protected := func(f func(b *bench)) func(b *bench) {
		return func(b *bench) {
			b.guard.pass = goodPass
			b.showGuarded()
			f(b)
		}
	}
	typed := func(b *bench, texts ...string) {
		p := guitest.NewPerson(b.t, b.env)
		p.Settle = b.settle
		b.fill(p, texts...)
	}
	return map[string]func(b *bench){
		"protecting": func(b *bench) { b.do("protect"); typed(b, "abcdefghijklm", goodPass) },
		"a weak one": func(b *bench) { b.do("protect"); typed(b, "a", "b") },
		"protection": protected(func(b *bench) { b.do("protection") }),
		"a code":     protected(func(b *bench) { b.showCode(aCode, func() {}) }),
		"a new code": protected((*bench).newCode),
		"copies":     protected(func(b *bench) { b.showCopies(someCopies()) }),
		"no copies":  protected(func(b *bench) { b.showCopies(Protection{}) }),
		"sealed": func(b *bench) {
			b.askSealed("bring.title", sealedBackup, domain.Problem(domain.ErrLocked, ""), func() {})
		},
		"changing": protected((*bench).changePassphrase),
		"removing": protected((*bench).removeProtection),
		"a copy":   protected((*bench).saveCopy),
		"no answer": func(b *bench) {
			b.quitting.wanted, b.quitting.copied = true, "/data"
			b.askToLeave(b.env.T("save.no_answer"))
		},
	}
}

// someCopies is what protecting removed and left, with paths as they are.
func someCopies() Protection {
	const data = "/home/amal/.local/share/athar/data"
	return Protection{
		Removed:  []string{data + "/checkpoints/athar-20261123-140500-60.atharbackup", data + ".before-restore-20261123T140612Z"},
		Readable: []string{data + ".before-restore-20261101T090000Z"},
	}
}

// lockBanners shows what is said below the tab.
func lockBanners() map[string]func(b *bench) {
	return map[string]func(b *bench){
		"not locked":  func(b *bench) { b.locking.wanted = true; b.notLocked(b.env.Printer.Error(full())) },
		"not saved":   func(b *bench) { b.tellUnsaved(b.env.T("save.no_answer")) },
		"copies left": func(b *bench) { b.tellCopies(someCopies()) },
		"without one": func(b *bench) { b.banner.Tell(kit.ToneWarning, b.env.T("lock.no_code")) },
	}
}

func TestEveryDialogOfProtectionIsWholeAndInOrder(t *testing.T) {
	for name, open := range lockDialogs() {
		t.Run(name, func(t *testing.T) {
			sight := shellSight
			sight.Data = append(strings.Split(aCode, "-"), append([]string{"abcdefghijklm", goodPass, sealedBackup}, sight.Data...)...)
			sight.Data = append(append(sight.Data, someCopies().Removed...), someCopies().Readable...)
			inEveryPseudoWindow(t, true, largest(), func(t *testing.T, b *bench) {
				open(b)
				b.settle()
				look(t, b.env, sight)
			})
		})
	}
}

func TestNoWordAboutProtectionIsCutInLargeText(t *testing.T) {
	all := lockDialogs()
	maps.Copy(all, lockBanners())
	for name, open := range all {
		for _, language := range i18n.Languages() {
			t.Run(name+" "+language, func(t *testing.T) {
				b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: 2, Width: 1366, Height: 700})
				b.openSample()
				b.settle()
				open(b)
				b.settle()
				guitest.SeeWhole(t, b.env, guitest.Sight{Short: shortInLists()})
			})
		}
	}
}

func TestPicturesOfProtection(t *testing.T) {
	dir := guitest.Shots(t)
	all := lockDialogs()
	maps.Copy(all, lockBanners())
	for name, open := range all {
		for _, language := range i18n.Languages() {
			b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Width: 1366, Height: 700})
			b.openSample()
			b.settle()
			open(b)
			b.settle()
			guitest.Picture(t, b.env, dir, "lock-"+strings.ReplaceAll(name, " ", "-")+"-"+language)
		}
	}
	for _, language := range i18n.Languages() {
		g := newGate(t, settings.Settings{Lang: language, Width: 1366, Height: 700}, content(t))
		g.Write("wrong")
		g.Keys(fyne.KeyReturn)
		guitest.Picture(t, g.Env, dir, "lock-screen-"+language)
		g.Press("lock.use_code")
		g.Write(aCode)
		guitest.Picture(t, g.Env, dir, "lock-screen-code-"+language)
	}
}
