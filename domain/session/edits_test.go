package session_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"athar/domain"
	"athar/domain/text"
)

// anyEdit draws an edit that may suit the campaign as it is; IDs of what is not
// there are drawn as well.
func anyEdit(r *rapid.T, c domain.Campaign) domain.Edit {
	words := rapid.SampledFrom([]string{"", "ماء", "ماء نظيف لكل بيت", "clean water", "e\u0301té", " x "})
	langs := rapid.SampledFrom([]string{"ar", "en", "fr", "ckb"})
	some := func(of []domain.ID) domain.ID {
		return rapid.SampledFrom(append([]domain.ID{{9}}, of...)).Draw(r, "id")
	}
	ids := func(kind domain.Kind) (out []domain.ID) {
		for _, rec := range c.Records() {
			if rec.Kind() == kind {
				out = append(out, rec.RecordID())
			}
		}
		return out
	}
	message := func() domain.ID { return some(ids(domain.KindMessage)) }
	write := func() domain.Text { return domain.Text{}.With(langs.Draw(r, "lang"), words.Draw(r, "text")) }
	edits := []func() domain.Edit{
		func() domain.Edit {
			return domain.AddMessage{Message: domain.Message{ID: domain.NewID(), Title: "m", Core: write(), Writers: nil}}
		},
		func() domain.Edit {
			m, _ := c.Message(message())
			m.Core = m.Core.With(langs.Draw(r, "lang"), words.Draw(r, "text"))
			return domain.ChangeMessage{Message: m, Field: "core"}
		},
		func() domain.Edit {
			m, _ := c.Message(message())
			return domain.ChangeMessage{Message: m.WithOutgoing("youtube", rapid.SampledFrom([]string{"", "title"}).Draw(r, "field"), "ar", words.Draw(r, "text"))}
		},
		func() domain.Edit { return domain.RemoveMessages{IDs: []domain.ID{message()}} },
		func() domain.Edit { return domain.PlaceMessage{ID: message(), Before: message()} },
		func() domain.Edit { return domain.DuplicateMessages{IDs: []domain.ID{message()}, NewID: domain.NewID} },
		func() domain.Edit {
			return domain.SetStatus{IDs: ids(domain.KindMessage), Status: rapid.SampledFrom(domain.MessageStatuses()).Draw(r, "status")}
		},
		func() domain.Edit {
			return domain.SetChannel{IDs: ids(domain.KindMessage), Channel: "x", Member: rapid.Bool().Draw(r, "member")}
		},
		func() domain.Edit { return domain.ConfirmTranslation{ID: message(), Lang: langs.Draw(r, "lang")} },
		func() domain.Edit { return domain.ResetVariant{ID: message(), Channel: "youtube", All: true} },
		func() domain.Edit {
			return domain.ApproveMessage{ID: message(), By: rapid.SampledFrom([]string{"", "ليلى", "Rana"}).Draw(r, "by"), At: time.Unix(1e9, 0).UTC()}
		},
		func() domain.Edit { return domain.SetLanguages{Languages: []string{langs.Draw(r, "first"), "de"}} },
		func() domain.Edit {
			return domain.SetFramework{Framework: rapid.SampledFrom([]string{"house", "crisis"}).Draw(r, "f")}
		},
		func() domain.Edit {
			return domain.SetCoreField{Field: rapid.SampledFrom([]string{"roof", "known"}).Draw(r, "f"), Lang: langs.Draw(r, "lang"), Text: words.Draw(r, "text")}
		},
		func() domain.Edit {
			return domain.AddRecord{Record: rapid.SampledFrom([]domain.Record{
				domain.Media{ID: domain.NewID(), Message: message(), Alt: write()},
				domain.Alternative{ID: domain.NewID(), Message: message(), Text: write()},
				domain.Pretest{ID: domain.NewID(), Message: message(), Alternative: some(ids(domain.KindAlternative)), Readers: 5},
				domain.Comment{ID: domain.NewID(), Message: message(), Reply: some(ids(domain.KindComment)), Anchor: text.NewAnchor("ماء نظيف", 0, 3), Body: "b"},
				domain.Claim{ID: domain.NewID(), Text: write(), Verdict: "supported"},
				domain.Evidence{ID: domain.NewID(), Claim: some(ids(domain.KindClaim)), Title: words.Draw(r, "title")},
			}).Draw(r, "record")}
		},
		func() domain.Edit {
			k, _ := c.Claim(some(ids(domain.KindClaim)))
			k.Place = words.Draw(r, "place")
			return domain.ChangeRecord{Record: k, Field: "place"}
		},
		func() domain.Edit {
			kind := rapid.SampledFrom(domain.Kinds()).Draw(r, "kind")
			return domain.RemoveRecord{Kind: kind, ID: some(ids(kind))}
		},
		func() domain.Edit { return domain.UseAlternative{ID: some(ids(domain.KindAlternative))} },
		func() domain.Edit {
			return domain.ResolveComment{ID: some(ids(domain.KindComment)), By: "x", At: time.Unix(rapid.Int64Range(0, 1).Draw(r, "at"), 0).UTC()}
		},
		func() domain.Edit {
			return domain.LinkClaim{Claim: some(ids(domain.KindClaim)), Message: message(), Linked: rapid.Bool().Draw(r, "linked")}
		},
		func() domain.Edit {
			return domain.Hush{ID: message(), Finding: "rule", Quiet: rapid.Bool().Draw(r, "quiet")}
		},
		func() domain.Edit { return domain.RemoveMessages{IDs: ids(domain.KindMessage)} },
	}
	return rapid.SampledFrom(edits).Draw(r, "edit")()
}

// Every edit leaves what it was given untouched, and is taken back by one undo as if
// it had never been, and done again by one redo.
func TestEveryEditOfMessagesIsTakenBackByOneUndo(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBench(t)
		for range rapid.IntRange(1, 25).Draw(r, "edits") {
			before := b.Session.Campaign()
			was := fmt.Sprintf("%+v", before)
			e := anyEdit(r, before)
			err := b.Apply(e)
			b.Break()
			if got := fmt.Sprintf("%+v", before); got != was {
				r.Fatalf("%T changed what it was given", e)
			}
			after := b.Session.Campaign()
			if err != nil || len(domain.Diff(before, after)) == 0 {
				sameCampaign(r, "a refused edit's", before, after)
				continue
			}
			if !strings.HasPrefix(e.Label(), "edit.") {
				r.Fatalf("%T is called %q", e, e.Label())
			}
			if err := b.Undo(); err != nil {
				r.Fatalf("undo of %T: %v", e, err)
			}
			sameRecords(r, domain.JournalOf(before), domain.JournalOf(b.Session.Campaign()))
			if err := b.Redo(); err != nil {
				r.Fatalf("redo of %T: %v", e, err)
			}
			sameRecords(r, domain.JournalOf(after), domain.JournalOf(b.Session.Campaign()))
		}
	})
}

func TestTwoPeopleWhoEditMessagesHaveTheSameAfterExchanging(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := newBench(t)
		for range 6 {
			_ = a.Apply(anyEdit(r, a.Session.Campaign()))
		}
		b := a.colleague()
		for range rapid.IntRange(1, 10).Draw(r, "edits") {
			for _, p := range []*bench{a, b} {
				_ = p.Apply(anyEdit(r, p.Session.Campaign()))
				p.Break()
				p.pass(time.Second)
			}
		}
		a.receive(b)
		b.receive(a)
		sameRecords(r, domain.JournalOf(a.Session.Campaign()), domain.JournalOf(b.Session.Campaign()))
		sameCampaign(r, "kept", a.Session.Campaign(), a.kept())
	})
}

func TestWhoeverWroteInAMessageCannotApproveIt(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "بئر", Core: domain.Text{Ar: "ماء"}}
	b.apply(domain.AddMessage{Message: m})
	approve := func(by string) domain.Code {
		return domain.CodeOf(b.Apply(domain.ApproveMessage{ID: m.ID, By: by, At: b.now}))
	}
	now := func() domain.Message { m, _ := b.Session.Campaign().Message(m.ID); return m }
	for by, want := range map[string]domain.Code{
		"": domain.ErrNeedsName, "  ": domain.ErrNeedsName, "ليلى": domain.ErrOwnApproval, " لَيلى ": domain.ErrOwnApproval,
	} {
		if got := approve(by); got != want {
			t.Errorf("%q may approve: %q", by, got)
		}
	}
	if got := domain.CodeOf(b.Apply(domain.SetStatus{IDs: []domain.ID{m.ID}, Status: domain.MessageApproved})); got != domain.ErrNeedsApproval {
		t.Errorf("the status says approved without an approval: %q", got)
	}
	if got := approve("Rana"); got != "" || now().Status != domain.MessageApproved || !b.Session.Campaign().Approved(now()) {
		t.Fatalf("Rana's approval gives %q, %+v", got, now())
	}

	b.apply(domain.AddRecord{Record: domain.Comment{ID: domain.NewID(), Message: m.ID, Body: "good"}})
	if !b.Session.Campaign().Approved(now()) {
		t.Error("a comment made the approval lapse")
	}
	for name, e := range map[string]domain.Edit{
		"the alt text": domain.AddRecord{Record: domain.Media{ID: domain.NewID(), Message: m.ID, Alt: domain.Text{Ar: "قدر"}}},
		"a channel":    domain.SetChannel{IDs: []domain.ID{m.ID}, Channel: "sms", Member: true},
	} {
		b.apply(e)
		if c := b.Session.Campaign(); !c.Lapsed(now()) || now().Status != domain.MessageReview || !now().WroteIn("ليلى") {
			t.Errorf("%s changed, and the message is %+v", name, now())
		}
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
		if c := b.Session.Campaign(); c.Lapsed(now()) || now().Status != domain.MessageApproved || len(now().Writers) > 0 {
			t.Errorf("after the undo of %s the message is %+v", name, now())
		}
	}
}

func TestWhoeverRestoresAnotherWordingWroteInTheMessage(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "بئر", Core: domain.Text{Ar: "قديم"}}
	b.apply(domain.AddMessage{Message: m})
	ref := domain.RefOf(domain.KindMessage, m.ID)
	old, _ := b.Record(ref)
	now := func() domain.Message { m, _ := b.Session.Campaign().Message(m.ID); return m }
	changed := now()
	changed.Core.Ar = "جديد"
	b.apply(domain.ChangeMessage{Message: changed, Field: "core.ar"})
	b.SetAuthor("Omar")
	b.apply(domain.ApproveMessage{ID: m.ID, By: "Rana", At: b.now})
	if err := b.SetRecord("edit.restore_version", ref, old); err != nil {
		t.Fatal(err)
	}
	if got := now(); got.Core.Ar != "قديم" || !got.WroteIn("Omar") || !got.WroteIn("ليلى") || got.Status == domain.MessageApproved {
		t.Errorf("after restoring it is %+v", got)
	}
	if err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := now(); !b.Session.Campaign().Approved(got) || len(got.Writers) > 0 {
		t.Errorf("after the undo it is %+v", got)
	}
}

func TestWhoeverWroteWithoutANameCannotTakeOneAndApprove(t *testing.T) {
	b := newBench(t)
	b.SetAuthor("")
	m := domain.Message{ID: domain.NewID(), Title: "بئر", Core: domain.Text{Ar: "ماء"}}
	b.apply(domain.AddMessage{Message: m})
	b.SetAuthor("ليلى")
	approve := func(by string) domain.Code {
		return domain.CodeOf(b.Apply(domain.ApproveMessage{ID: m.ID, By: by, On: b.Session.Device(), At: b.now}))
	}
	if got := approve("ليلى"); got != domain.ErrUnsigned {
		t.Fatalf("the approval gives %q", got)
	}
	b.apply(domain.SignMessage{ID: m.ID, By: "ليلى", On: b.Session.Device()})
	if got := approve("ليلى"); got != domain.ErrOwnApproval {
		t.Errorf("after signing it gives %q", got)
	}
	b.SetAuthor("Rana")
	if got := approve("Rana"); got != "" {
		t.Errorf("the other one at the same computer is refused: %q", got)
	}
}

func TestARequestTakesAnApprovedMessageBackAndOneUndoReturnsIt(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "بئر", Core: domain.Text{Ar: "ماء"}}
	b.apply(domain.AddMessage{Message: m})
	b.apply(domain.ApproveMessage{ID: m.ID, By: "Rana", At: b.now})
	status := func() domain.MessageStatus { m, _ := b.Session.Campaign().Message(m.ID); return m.Status }
	k := domain.Comment{ID: domain.NewID(), Message: m.ID, Body: "why?", Request: true}
	b.apply(domain.AddRecord{Record: k})
	if status() != domain.MessageReview {
		t.Errorf("it is %s", status())
	}
	if err := b.Undo(); err != nil || status() != domain.MessageApproved || len(b.Session.Campaign().Comments) > 0 {
		t.Errorf("after the undo it is %s, %v", status(), err)
	}
	// Restored by itself, as from the trash, it counts as well.
	ref := domain.RefOf(domain.KindComment, k.ID)
	if err := b.SetRecord("edit.restore_version", ref, domain.FieldsOf(k)); err != nil || status() != domain.MessageReview {
		t.Errorf("after restoring the request it is %s, %v", status(), err)
	}
	if err := b.Undo(); err != nil || status() != domain.MessageApproved {
		t.Errorf("after that undo it is %s, %v", status(), err)
	}
}

func TestWhoeverRestoresMediaWroteInTheirMessage(t *testing.T) {
	b := newBench(t)
	m := domain.Message{ID: domain.NewID(), Title: "بئر", Core: domain.Text{Ar: "ماء"}}
	b.apply(domain.AddMessage{Message: m})
	b.apply(domain.ApproveMessage{ID: m.ID, By: "Rana", At: b.now})
	item := domain.Media{ID: domain.NewID(), Message: m.ID, Type: "document", Credit: "x"}
	if err := b.SetRecord("edit.restore_version", domain.RefOf(domain.KindMedia, item.ID), domain.FieldsOf(item)); err != nil {
		t.Fatal(err)
	}
	if got, _ := b.Session.Campaign().Message(m.ID); got.Status != domain.MessageReview || !got.WroteIn("ليلى") {
		t.Errorf("it is %+v", got)
	}
}
