package persistence

import (
	"slices"
	"testing"
)

func TestTheLogKeepsWhatTheOlderOfTwoCheckpointsLacks(t *testing.T) {
	s := newShortened(t)
	list, err := Backups(s.place.path(DirBackups), fast().Keys)
	if err != nil || len(list) != 3 {
		t.Fatal(len(list), err)
	}
	first := s.segments(t)[0].first
	if older := list[1].Seq; first > older+1 || first+25 < older {
		t.Errorf("the log begins with %d, the older checkpoint has up to %d", first, older)
	}
	s.want(t)
}

func TestTheLogIsNotShortenedFor(t *testing.T) {
	for name, c := range map[string]struct {
		damaged []int // of the checkpoints, from the oldest
		gone    bool  // all of it stays
	}{
		"one checkpoint that is whole":   {damaged: []int{0, 1, 3}, gone: true},
		"a newest that is damaged":       {damaged: []int{3}, gone: true},
		"an older one that is damaged":   {damaged: []int{2}},
		"checkpoints that are all whole": {},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShortened(t)
			before := s.segments(t)[0].first
			dir := s.place.path(DirBackups)
			s.checkpoints = append(s.checkpoints, mustBackup(t, s.Store, dir).Path)
			for _, i := range c.damaged {
				if err := flip(s.checkpoints[i], -300); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.RotateBackups(ctx, dir); err != nil {
				t.Fatal(err)
			}
			if after := s.segments(t)[0].first; (after == before) != (c.gone || len(c.damaged) > 0) {
				t.Errorf("the log began with %d and begins with %d", before, after)
			}
			s.want(t)
		})
	}
}

func TestBadgerIsOnTheDiskBeforeTheLogLosesWhatLeadsToIt(t *testing.T) {
	s := newShortened(t)
	s.edit(t, 60)
	var steps []string
	s.opts.step = func(step string) { steps = append(steps, step) }
	for range 2 {
		s.checkpoints = append(s.checkpoints, mustBackup(t, s.Store, s.place.path(DirBackups)).Path)
		if err := s.RotateBackups(ctx, s.place.path(DirBackups)); err != nil {
			t.Fatal(err)
		}
	}
	synced, shortened := slices.Index(steps, "badger synced"), slices.Index(steps, "log shortened")
	if synced < 0 || shortened < synced {
		t.Errorf("the steps are %q", steps)
	}
	s.want(t)
}

func TestADeathWhileTheLogIsShortenedLosesNothing(t *testing.T) {
	s := newShortened(t)
	s.edit(t, 60)
	s.checkpoints = append(s.checkpoints, mustBackup(t, s.Store, s.place.path(DirBackups)).Path)
	s.checkpoints = append(s.checkpoints, mustBackup(t, s.Store, s.place.path(DirBackups)).Path)
	s.edit(t, 5)
	segments := s.segments(t)
	for n := 1; n < len(segments); n++ { // as if it had died after each removal
		if err := s.removeSegments(segments[n-1:n+1], segments[n].first-1); err != nil {
			t.Fatal(err)
		}
		mustClose(t, s.Store)
		if r := s.again(t); len(r.Problems) > 0 || r.Rebuilt {
			t.Errorf("report is %+v", r)
		}
	}
	mustClose(t, s.Store)
	s.ruin(t)
	if r := s.again(t); !r.Rebuilt || !r.LostFrom.IsZero() || len(r.Problems) > 0 {
		t.Errorf("report is %+v", r)
	}
	s.want(t)
}

func TestHowMuchOfTheLogNoCheckpointHas(t *testing.T) {
	opts := fast()
	opts.segmentLimit = 4 << 10
	s := mustOpen(t, t.TempDir(), opts)
	c := history(t, s, 20)
	full := s.Unbacked()
	if full < 8<<10 {
		t.Fatalf("of twenty edits %d bytes count", full)
	}
	s = reopen(t, s)
	if got := s.Unbacked(); got != full {
		t.Errorf("after opening again it is %d, was %d", got, full)
	}
	mustBackup(t, s, t.TempDir())
	if got := s.Unbacked(); got != full {
		t.Errorf("a backup elsewhere made it %d, was %d", got, full)
	}
	mustBackup(t, s, s.place.path(DirBackups))
	if got := s.Unbacked(); got != 0 {
		t.Errorf("after a checkpoint it is %d", got)
	}
	edit(t, s, c, 1)
	few := s.Unbacked()
	if few == 0 || few > full/4 {
		t.Errorf("after one more edit it is %d, was %d", few, full)
	}
	s = reopen(t, s)
	if got := s.Unbacked(); got != few {
		t.Errorf("after opening again it is %d, was %d", got, few)
	}
}
