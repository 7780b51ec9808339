package ethics

import (
	"slices"
	"testing"
	"time"

	"athar/domain"
	"athar/domain/session"
	"athar/gui/guitest"
	"athar/gui/kit"
)

var moment = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// said returns a campaign whose plan answers every question with no, but those
// named with yes.
func said(yes ...domain.Fact) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.ID{1}, Title: "Water", Facts: map[domain.Fact]bool{}}}
	for _, f := range domain.Facts() {
		c.Header.Facts[f] = slices.Contains(yes, f)
	}
	return c
}

// with adds an answer to a campaign.
func with(c domain.Campaign, item string, v domain.AnswerValue, reason string) domain.Campaign {
	c.Answers = append(slices.Clone(c.Answers), domain.Answer{
		ID: domain.AnswerID(c.ID(), item), Item: item, Value: v, Reason: reason,
	})
	return c
}

// bench is the tab in a window, with the person before it.
type bench struct {
	*guitest.Person
	session *session.Session
	screen  *Screen
}

func newBench(t testing.TB, lang string, c domain.Campaign) *bench {
	t.Helper()
	return newBenchIn(t, guitest.Env(t, lang), c)
}

func newBenchIn(t testing.TB, env *kit.Env, c domain.Campaign) *bench {
	t.Helper()
	b := &bench{Person: guitest.NewPerson(t, env), session: guitest.Session(c, moment)}
	b.screen = New(Deps{
		Env: env, Session: b.session, Now: func() time.Time { return moment },
		Report: b.Report, Checklist: guitest.Checklist(t),
	})
	t.Cleanup(b.screen.Close)
	guitest.Show(env, b.screen.Content(), guitest.Width, guitest.Height)
	return b
}

func (b *bench) answerTo(item string) domain.Answer { return b.session.Campaign().Answer(item) }

func (b *bench) reads(want string) {
	b.Helper()
	if got := guitest.Texts(b.screen.Content()); !slices.Contains(got, want) {
		b.Errorf("%q is not to be read in %q", want, got)
	}
}

func (b *bench) doesNotRead(unwanted string) {
	b.Helper()
	if slices.Contains(guitest.Texts(b.screen.Content()), unwanted) {
		b.Errorf("%q is to be read", unwanted)
	}
}
