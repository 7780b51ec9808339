package review

import (
	"slices"
	"testing"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestAMessageGoesThroughReviewToDone(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Comments, c.Messages[0].Status = nil, domain.MessageIdea
		d := open(t, env, c)
		for _, tt := range []struct {
			press string
			want  domain.MessageStatus
		}{
			{"draft", domain.MessageDraft},
			{"ask", domain.MessageReview},
			{"hold", domain.MessageHold},
			{"resume", domain.MessageDraft},
			{"ask", domain.MessageReview},
			{"approve", domain.MessageApproved},
			{"ready", domain.MessageReady},
			{"done", domain.MessageDone},
		} {
			d.Press("review.step." + tt.press)
			if got := d.message().Status; got != tt.want || len(d.Errors) > 0 {
				t.Fatalf("after %s it is %s, %v", tt.press, got, d.Errors)
			}
			if _, ok := d.Focused().(*kit.Button); !ok {
				t.Errorf("after %s the keyboard is at %T", tt.press, d.Focused())
			}
		}
		if by := d.message().Approval.By; by != "Rana" {
			t.Errorf("approved by %q", by)
		}
		for range 3 {
			d.Report(d.session.Undo())
		}
		if m := d.message(); m.Status != domain.MessageReview || m.Approval.By != "" {
			t.Errorf("after undoing it is %s, approved by %q", m.Status, m.Approval.By)
		}
	})
}

func TestWhatKeepsAMessageFromApprovalIsSaid(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		d := open(t, env, c)
		p := env.Printer
		approve := func() *kit.Button { return d.part.view.buttons["approve"] }
		if !d.Sees(p.N("error.open_requests", 1)) || !approve().Disabled() {
			t.Error("an open request does not keep it from being approved")
		}
		d.Press("review.resolve")
		if approve().Disabled() || d.comments()[0].Open() || d.comments()[0].ResolvedBy != "Rana" {
			t.Errorf("resolved by %q, and approving is refused", d.comments()[0].ResolvedBy)
		}
		d.session.SetAuthor("omar ")
		d.show()
		if !d.Sees(env.T("error.own_approval")) || !approve().Disabled() {
			t.Error("whoever wrote it may approve it")
		}
		d.session.SetAuthor("")
		d.show()
		if !d.Sees(env.T("error.needs_name")) || !approve().Disabled() {
			t.Error("nobody may approve it")
		}
		d.Press("action.people")
		if d.asked != 1 {
			t.Error("nobody asks who works here")
		}
	})
}

func TestWhoeverWroteWithoutANameSignsBeforeSomebodyElseApproves(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Comments, c.Messages[0].Writers = nil, nil
		d := open(t, env, c)
		d.session.SetAuthor("")
		next := d.message()
		next.Core.En = "Test your well."
		d.Report(d.session.Apply(domain.ChangeMessage{Message: next, Field: "core.en"}))
		d.session.SetAuthor("Sara")
		d.show()
		approve := d.part.view.buttons["approve"]
		if !approve.Disabled() || !d.Sees(env.T("error.unsigned")) {
			t.Error("whoever wrote it takes a name and may approve it")
		}
		d.Press("review.sign")
		if !approve.Disabled() || !d.Sees(env.T("error.own_approval")) || d.Offered("review.sign") {
			t.Error("whoever signed it may approve it")
		}
		d.session.SetAuthor("Rana")
		d.show()
		d.Press("review.step.approve")
		if m := d.message(); m.Approval.By != "Rana" || len(d.Errors) > 0 {
			t.Errorf("approved by %q, %v", m.Approval.By, d.Errors)
		}
	})
}

func TestARequestTakesAnApprovedMessageBackAndItComesAgainWhenThatIsSettled(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		request := c.Comments[0]
		c.Comments = nil
		d := open(t, env, c)
		d.Press("review.step.approve")
		d.Report(d.session.Apply(domain.AddRecord{Record: request}))
		if d.message().Status != domain.MessageReview || !d.part.view.buttons["again"].Disabled() {
			t.Fatalf("it is %s", d.message().Status)
		}
		d.Press("review.resolve")
		d.session.SetAuthor("Omar") // who wrote it, and does not approve it by this
		d.Press("review.step.again")
		if m := d.message(); m.Status != domain.MessageApproved || m.Approval.By != "Rana" {
			t.Errorf("it is %s, approved by %q", m.Status, m.Approval.By)
		}
	})
}

func TestWhatCameAfterAMessageWasReadyIsSaidAndDoesNotKeepItFromBeingDone(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), func() domain.Campaign {
		c := campaign()
		m := &c.Messages[0]
		m.Status = domain.MessageReady
		m.Approval = domain.Approval{By: "Sara", At: now(), Of: c.Wording(m.ID)}
		return c
	}())
	if !d.Sees(d.Env.Printer.N("error.open_requests", 1)) || d.part.view.buttons["done"].Disabled() {
		t.Error("the request is not told, or what went out cannot be said")
	}
}

func TestAnApprovalThatLapsedTellsWhatChanged(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		m := c.Messages[0]
		c.Messages, c.Comments = []domain.Message{{ID: domain.NewID(), Order: "zz"}}, nil
		d := open(t, env, c)
		d.Report(d.session.Apply(domain.AddMessage{Message: m}))
		d.Report(d.session.Apply(domain.MoveMessage{ID: m.ID, By: -1}))
		d.session.SetAuthor("Sara")
		d.Report(d.session.Apply(domain.ApproveMessage{ID: m.ID, By: "Sara", At: now()}))
		if d.Offered("review.since") {
			t.Fatal("nothing changed yet")
		}
		d.session.SetAuthor("Omar")
		next := d.message()
		next.Core.En = "Test your well before you drink: it’s paid and takes 10 minutes."
		d.Report(d.session.Apply(domain.ChangeMessage{Message: next, Field: "core.en"}))
		if d.message().Status != domain.MessageReview {
			t.Fatalf("it is %s", d.message().Status)
		}
		d.Press("review.since")
		if !d.Sees("Omar") || !d.Sees("paid") || !d.Sees("free") {
			t.Errorf("it says %q", guitest.Texts(d.part.Content()))
		}
		d.Report(d.session.Undo())
		if d.Offered("review.since") {
			t.Error("what was approved is back, and something is said to have changed")
		}
	})
}

func TestAPassageIsCommentedOnAndFoundAgain(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.part.view.on.OnPassage("core/en")
		d.part.view.text.Focus()
		d.part.view.text.Select(0, 4)
		d.Press("review.comment")
		d.Write("Where?")
		guitest.FindVisible[*kit.Choice](d.Overlay())[0].Focus()
		d.Write("2") // a request
		d.Press("review.add")
		all := d.comments()
		k := all[slices.IndexFunc(all, func(k domain.Comment) bool { return k.Body == "Where?" })]
		if k.Anchor.Quote != "Test" || !k.Request || k.Field != "core/en" || k.Author != "Rana" {
			t.Fatalf("the comment is %+v", k)
		}
		next := d.message()
		next.Core.En = "Please! " + next.Core.En
		d.Report(d.session.Apply(domain.ChangeMessage{Message: next, Field: "core.en"}))
		one, _ := passageAt(d.part.view.shown.Passages, "core/en")
		if !slices.ContainsFunc(one.Marks, func(m mark) bool { return m.Start == 8 && m.End == 12 }) {
			t.Errorf("after an edit before it the marks are %+v", one.Marks)
		}
	})
}

func TestCommentsAreAnsweredReopenedAndDeleted(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.Press("review.reply")
		d.Press("review.add")
		if d.Overlay() == nil {
			t.Fatal("an empty answer is taken")
		}
		guitest.FindVisible[*kit.Editor](d.Overlay())[0].Focus()
		d.Write("Thank you")
		d.Press("review.add")
		if !d.Sees("Thank you") || len(d.comments()) != 4 || d.comments()[2].Reply != d.comments()[0].ID {
			t.Fatalf("the comments are %+v", d.comments())
		}
		first := d.comments()[0].ID
		d.part.resolve(first, true)
		d.part.resolve(first, false)
		if k, _ := d.session.Campaign().Comment(first); !k.Open() {
			t.Error("it cannot be opened again")
		}
		d.part.remove(first)
		if len(d.comments()) != 1 {
			t.Errorf("left are %+v", d.comments())
		}
		d.Report(d.session.Undo())
		if len(d.comments()) != 4 {
			t.Error("undo does not bring the conversation back")
		}
	})
}

func TestAPlaceLeadsToItsComment(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		k := d.comments()[2]
		if !d.part.Focus(domain.Place{Field: "comment", Item: k.ID.String()}, "") || d.Focused() != d.part.view.cards[k.ID].reply {
			t.Errorf("the keyboard is at %T", d.Focused())
		}
	})
}

func TestACommentSaysThatItsPassageIsGone(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		if !d.Sees(env.T("review.lost")) || !d.Sees("ماء البحر") {
			t.Error("the passage is gone, and nothing is said")
		}
		c := d.session.Campaign()
		c.Comments = nil
		d.part.Show(c, d.message())
		if !d.Sees(env.T("review.none")) {
			t.Error("without comments it does not say what to do")
		}
	})
}

func TestAnApprovalOfBeforeTheHistoryIsNotGuessedAt(t *testing.T) {
	p := presenter{printer: guitest.Printer(t, "en"), channels: guitest.Channels(t), now: now}
	got := p.since([]*journal.Commit{}, domain.Campaign{}, domain.Message{Approval: domain.Approval{By: "x", Of: "y"}})
	if got.Said != p.printer.T("review.past_unknown") || got.Changed != nil {
		t.Errorf("it says %+v", got)
	}
}
