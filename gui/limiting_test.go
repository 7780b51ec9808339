package gui

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/check"
	"athar/domain/proofing"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// xOf is a limit of posts on X.
func xOf(n int) []channel.Limit {
	return []channel.Limit{{Channel: "x", Field: "post", Part: channel.LimitLength, Number: n, Source: "their page", AsOf: "2026-11-01"}}
}

func TestALimitThatWasGivenCountsAtOnceAndIsKept(t *testing.T) {
	for _, language := range i18n.Languages() {
		store := guitest.NewMemory()
		b := newBench(t, store, settings.Settings{Lang: language, Welcomed: true})
		b.do("limits")
		b.want(b.env.T("limits.title"), b.env.T("limits.sure.A"))
		kept := false
		b.keepLimits(xOf(10), func(ok bool) { kept = ok })
		b.settle()
		b.want(b.env.T("limits.title")) // the dialog is still open
		b.escape()
		b.settle()
		x, _ := b.deps.Content.Channels.Channel("x")
		if !kept || len(b.limits) != 1 || x.Default().Limit != 10 {
			t.Errorf("%s: kept %v, X takes %d", language, b.limits, x.Default().Limit)
		}
		b.keepLimits(nil, func(bool) {})
		b.settle()
		if x, _ := b.deps.Content.Channels.Channel("x"); x.Default().Limit != 280 || len(b.limits) != 0 {
			t.Errorf("%s: ours is not back: %d", language, x.Default().Limit)
		}
	}
}

func TestTheChecksKnowALimitThatWasGiven(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	m := domain.Message{ID: domain.NewID()}.WithOutgoing("x", "", "en", "Test your well today.")
	tooLong := func() bool {
		b.settle()
		found := b.proofs.Team().Reader().Read(domain.Campaign{Messages: []domain.Message{m}}, m, b.now).Findings
		return slices.ContainsFunc(found, func(f proofing.Finding) bool { return f.Kind == check.Length && f.Level == check.Error })
	}
	b.proofs.Begin()
	if tooLong() {
		t.Fatal("it is too long already")
	}
	b.keepLimits(xOf(10), func(bool) {})
	if !tooLong() {
		t.Error("the checks count with another limit than the cards")
	}
}

func TestALimitThatCannotBeKeptDoesNotCount(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true})
	b.copying = domain.Problem(domain.ErrDiskFull, "")
	b.keepLimits(xOf(10), func(ok bool) {
		if ok {
			t.Error("it is said to be kept")
		}
	})
	b.settle()
	if x, _ := b.deps.Content.Channels.Channel("x"); x.Default().Limit != 280 {
		t.Errorf("X takes %d", x.Default().Limit)
	}
}

func TestAWindowBeginsWithTheLimitsThatWereKept(t *testing.T) {
	b := newBenchWith(t, guitest.NewMemory(), settings.Settings{Lang: "en", Welcomed: true}, content(t), func(d *Deps) {
		d.Limits.Kept = xOf(12)
	})
	x, _ := b.deps.Content.Channels.Channel("x")
	ours, _ := b.ours.Channel("x")
	if x.Default().Limit != 12 || ours.Default().Limit != 280 || !strings.Contains(x.Default().Source.Ar, "their page") {
		t.Errorf("X takes %d, ours is %d", x.Default().Limit, ours.Default().Limit)
	}
}
