package review

import (
	"slices"
	"testing"

	"athar/domain"
	"athar/domain/journal"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/parttest"
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
			if got := d.Message().Status; got != tt.want || len(d.Errors) > 0 {
				t.Fatalf("after %s it is %s, %v", tt.press, got, d.Errors)
			}
			if _, ok := d.Focused().(*kit.Button); !ok {
				t.Errorf("after %s the keyboard is at %T", tt.press, d.Focused())
			}
		}
		if by := d.Message().Approval.By; by != "Rana" {
			t.Errorf("approved by %q", by)
		}
		for range 3 {
			d.Report(d.Session.Undo())
		}
		if m := d.Message(); m.Status != domain.MessageReview || m.Approval.By != "" {
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
		d.Session.SetAuthor("omar ")
		d.Show()
		if !d.Sees(env.T("error.own_approval")) || !approve().Disabled() {
			t.Error("whoever wrote it may approve it")
		}
		d.Session.SetAuthor("")
		d.Show()
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
		d.Session.SetAuthor("")
		next := d.Message()
		next.Core.En = "Test your well."
		d.Report(d.Session.Apply(domain.ChangeMessage{Message: next, Field: "core.en"}))
		d.Session.SetAuthor("Sara")
		d.Show()
		approve := d.part.view.buttons["approve"]
		if !approve.Disabled() || !d.Sees(env.T("error.unsigned")) {
			t.Error("whoever wrote it takes a name and may approve it")
		}
		d.Press("review.sign")
		if !approve.Disabled() || !d.Sees(env.T("error.own_approval")) || d.Offered("review.sign") {
			t.Error("whoever signed it may approve it")
		}
		d.Session.SetAuthor("Rana")
		d.Show()
		d.Press("review.step.approve")
		if m := d.Message(); m.Approval.By != "Rana" || len(d.Errors) > 0 {
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
		d.Report(d.Session.Apply(domain.AddRecord{Record: request}))
		if d.Message().Status != domain.MessageReview || !d.part.view.buttons["again"].Disabled() {
			t.Fatalf("it is %s", d.Message().Status)
		}
		d.Press("review.resolve")
		d.Session.SetAuthor("Omar") // who wrote it, and does not approve it by this
		d.Press("review.step.again")
		if m := d.Message(); m.Status != domain.MessageApproved || m.Approval.By != "Rana" {
			t.Errorf("it is %s, approved by %q", m.Status, m.Approval.By)
		}
	})
}

func TestWhatCameAfterAMessageWasReadyIsSaidAndDoesNotKeepItFromBeingDone(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), func() domain.Campaign {
		c := campaign()
		m := &c.Messages[0]
		m.Status = domain.MessageReady
		m.Approval = domain.Approval{By: "Sara", At: parttest.Now(), Of: c.Wording(m.ID)}
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
		d.Report(d.Session.Apply(domain.AddMessage{Message: m}))
		d.Report(d.Session.Apply(domain.PlaceMessage{ID: m.ID, Before: c.Messages[0].ID}))
		d.Session.SetAuthor("Sara")
		d.Report(d.Session.Apply(domain.ApproveMessage{ID: m.ID, By: "Sara", At: parttest.Now()}))
		if d.Offered("review.since") {
			t.Fatal("nothing changed yet")
		}
		d.Session.SetAuthor("Omar")
		next := d.Message()
		next.Core.En = "Test your well before you drink: it’s paid and takes 10 minutes."
		d.Report(d.Session.Apply(domain.ChangeMessage{Message: next, Field: "core.en"}))
		if d.Message().Status != domain.MessageReview {
			t.Fatalf("it is %s", d.Message().Status)
		}
		d.Press("review.since")
		if !d.Sees("Omar") || !d.Sees("paid") || !d.Sees("free") {
			t.Errorf("it says %q", guitest.Texts(d.part.Content()))
		}
		d.Report(d.Session.Undo())
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
		next := d.Message()
		next.Core.En = "Please! " + next.Core.En
		d.Report(d.Session.Apply(domain.ChangeMessage{Message: next, Field: "core.en"}))
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
		if k, _ := d.Session.Campaign().Comment(first); !k.Open() {
			t.Error("it cannot be opened again")
		}
		d.part.remove(first)
		if len(d.comments()) != 1 {
			t.Errorf("left are %+v", d.comments())
		}
		d.Report(d.Session.Undo())
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
		c := d.Session.Campaign()
		c.Comments = nil
		d.part.Show(c, d.Message())
		if !d.Sees(env.T("review.none")) {
			t.Error("without comments it does not say what to do")
		}
	})
}

func TestAnApprovalOfBeforeTheHistoryIsNotGuessedAt(t *testing.T) {
	p := presenter{printer: guitest.Printer(t, "en"), channels: guitest.Channels(t), now: parttest.Now}
	got := p.since([]*journal.Commit{}, domain.Campaign{}, domain.Message{Approval: domain.Approval{By: "x", Of: "y"}})
	if got.Said != p.printer.T("review.past_unknown") || got.Changed != nil {
		t.Errorf("it says %+v", got)
	}
}
