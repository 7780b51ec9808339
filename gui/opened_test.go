package gui

import (
	"strings"
	"testing"
	"time"

	"athar/gui/guitest"
	"athar/gui/settings"
)

func TestWhatHappenedAtTheStartIsSaidWithNumbersAndDetails(t *testing.T) {
	then := time.Date(2026, 11, 20, 9, 30, 0, 0, time.Local)
	for name, c := range map[string]struct {
		opened Opened
		counts string // is in the sentence
		says   int    // sentences in the details
	}{
		"a crash":         {Opened{Back: 14, Torn: true}, "14", 2},
		"one edit":        {Opened{Back: 1}, "", 1},
		"rebuilt":         {Opened{Rebuilt: true, Back: 120, Aside: "/data/broken"}, "120", 2},
		"from a backup":   {Opened{Rebuilt: true, FromBackup: then, Back: 3}, "3", 1},
		"lost":            {Opened{Rebuilt: true, LostFrom: then, LostTo: then.Add(time.Hour), Back: 7}, "10:30", 2},
		"lost since then": {Opened{LostFrom: then}, "09:30", 1},
		"damaged":         {Opened{Damaged: 4, Back: 2, Added: 5}, "4", 3},
		"imports":         {Opened{Unfinished: 11}, "11", 1},
		"an older form":   {Opened{Migrated: true}, "", 1},
	} {
		t.Run(name, func(t *testing.T) {
			inBoth(t, func(t *testing.T, language string) {
				b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Welcomed: true})
				b.sayOpened(c.opened)
				sentence := b.banner.Sentence()
				if sentence == "" || strings.ContainsAny(sentence, "[{") || !strings.Contains(sentence, c.counts) {
					t.Fatalf("it says %q", sentence)
				}
				guitest.NewPerson(t, b.env).Press("opened.details")
				b.want(b.env.T("opened.title"))
				if all := b.openedDetails(c.opened); len(all) != c.says || all[0] != sentence {
					t.Errorf("the details are %q", all)
				}
				b.want(b.openedDetails(c.opened)...)
				if c.opened.Aside != "" {
					b.want(c.opened.Aside)
					guitest.NewPerson(t, b.env).Press("data.copy_path")
					if got := b.deps.App.Clipboard().Content(); got != c.opened.Aside {
						t.Errorf("copied %q", got)
					}
				}
			})
		})
	}
}

func TestAnOrdinaryStartSaysNothing(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	b.sayOpened(Opened{Added: 1, Torn: true})
	if got := b.banner.Sentence(); got != "" {
		t.Errorf("it says %q", got)
	}
}
