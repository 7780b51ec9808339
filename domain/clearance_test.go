package domain_test

import (
	"slices"
	"testing"
	"time"

	"athar/domain"
)

func codes(all []*domain.Error) (out []domain.Code) {
	for _, e := range all {
		out = append(out, e.Code)
	}
	return out
}

// whole has a message in review in which nothing is missing.
func whole() (domain.Campaign, domain.Message) {
	m := domain.Message{
		ID: domain.NewID(), Title: "Boil", Core: domain.Text{Ar: "اغلوا الماء", En: "Boil the water"},
		Status: domain.MessageReview, Writers: []string{"Omar"},
	}
	c := campaignWith(m)
	c.Media = []domain.Media{{
		ID: domain.NewID(), Message: m.ID, Type: "image", Alt: domain.Text{Ar: "قدر", En: "A pot"}, Credit: "Rana", People: "yes", Consent: "box 3",
	}}
	return c, m
}

func TestWhatKeepsAMessageFromGoingOutIsRefusedOnEveryWay(t *testing.T) {
	device := domain.ID{7}
	request := domain.Comment{ID: domain.NewID(), Body: "why?", Request: true}
	for name, tt := range map[string]struct {
		change func(*domain.Campaign)
		want   domain.Code
	}{
		"no title":              {func(c *domain.Campaign) { c.Messages[0].Title = "" }, domain.ErrRequired},
		"no text":               {func(c *domain.Campaign) { c.Messages[0].Core = domain.Text{} }, domain.ErrRequired},
		"an open request":       {func(c *domain.Campaign) { c.Comments = append(c.Comments, request) }, domain.ErrOpenRequests},
		"words in one language": {func(c *domain.Campaign) { c.Media[0].Alt.En = " " }, domain.ErrMediaAlt},
		"nobody made it":        {func(c *domain.Campaign) { c.Media[0].Credit = "" }, domain.ErrMediaCredit},
		"people or not":         {func(c *domain.Campaign) { c.Media[0].People = "" }, domain.ErrMediaPeople},
		"no consent":            {func(c *domain.Campaign) { c.Media[0].Consent = "" }, domain.ErrMediaConsent},
	} {
		c, m := whole()
		request.Message = m.ID
		tt.change(&c)
		m = c.Messages[0]
		m.Approval = domain.Approval{By: "Sara", Of: c.Wording(m.ID)}
		ways := map[string]domain.Edit{
			"approving": domain.ApproveMessage{ID: m.ID, By: "Rana", On: device},
		}
		for _, to := range []domain.MessageStatus{domain.MessageApproved, domain.MessageReady} {
			next := m
			next.Status = to
			ways["the choice of "+string(to)] = domain.ChangeMessage{Message: next}
			ways["the list's "+string(to)] = domain.SetStatus{IDs: []domain.ID{m.ID}, Status: to}
		}
		for way, e := range ways {
			for _, approved := range []bool{false, true} {
				c.Messages[0].Approval = domain.Approval{}
				if approved {
					c.Messages[0].Approval = m.Approval
				}
				after, err := e.Apply(c)
				if domain.CodeOf(err) != tt.want || after.Messages[0].Status != domain.MessageReview {
					t.Errorf("%s, %s: %v, and it is %s", name, way, err, after.Messages[0].Status)
				}
			}
		}
	}
}

func TestAMessageThatLacksNothingComesToEveryStatus(t *testing.T) {
	c, m := whole()
	ready := domain.SetStatus{IDs: []domain.ID{m.ID}, Status: domain.MessageReady}
	if _, err := ready.Apply(c); domain.CodeOf(err) != domain.ErrNeedsApproval {
		t.Errorf("ready without an approval: %v", err)
	}
	if _, err := (domain.SetStatus{IDs: []domain.ID{m.ID}, Status: domain.MessageDone}).Apply(c); err != nil {
		t.Errorf("what went out cannot be said: %v", err)
	}
	c = does(t, c, domain.ApproveMessage{ID: m.ID, By: "Rana", At: time.Unix(1, 0)})
	c = does(t, c, ready)
	c = does(t, c, domain.SetStatus{IDs: []domain.ID{m.ID}, Status: domain.MessageApproved})
	if len(c.Hindrances(c.Messages[0], domain.MessageReady)) > 0 || len(c.Waits(c.Messages[0])) > 0 {
		t.Error("something is said to be missing")
	}
}

func TestRefusalsSayHowManyAndEverything(t *testing.T) {
	c, m := whole()
	for range 2 {
		c.Comments = append(c.Comments, domain.Comment{ID: domain.NewID(), Message: m.ID, Request: true})
	}
	c.Comments = append(c.Comments, domain.Comment{ID: domain.NewID(), Message: m.ID}) // a remark
	c.Media = append(c.Media, domain.Media{ID: domain.NewID(), Message: m.ID, Type: "image"})
	got := domain.ApproveMessage{ID: m.ID, By: "omar"}.Refusals(c)
	want := []domain.Code{
		domain.ErrOpenRequests, domain.ErrMediaAlt, domain.ErrMediaCredit, domain.ErrMediaPeople, domain.ErrOwnApproval,
	}
	if !slices.Equal(codes(got), want) || got[0].Args["count"] != 2 || got[1].Args["count"] != 1 {
		t.Errorf("refused for %v", got)
	}
}

func TestWhoeverWroteWithoutANameIsKnownByTheComputer(t *testing.T) {
	here, there := domain.ID{7}, domain.ID{8}
	c, m := whole()
	c.Messages[0].Writers = nil
	write := func(by domain.Signer, text string) {
		t.Helper()
		next := c.Messages[0]
		next.Core.En = text
		after := does(t, c, domain.ChangeMessage{Message: next, Field: "core.en"})
		signed, err := domain.Signed(c, after, by)
		if err != nil {
			t.Fatal(err)
		}
		c = signed
	}
	approve := func(by string, on domain.ID) domain.Code {
		_, err := domain.ApproveMessage{ID: m.ID, By: by, On: on, At: time.Unix(1, 0)}.Apply(c)
		return domain.CodeOf(err)
	}
	check := func(what, by string, on domain.ID, want domain.Code) {
		t.Helper()
		if got := approve(by, on); got != want {
			t.Errorf("%s: %q on %d: %q", what, by, on[0], got)
		}
	}
	write(domain.Signer{Name: " ", Device: here}, "Boil water")
	check("the nameless writer", "", here, domain.ErrNeedsName)
	check("who took a name since", "Omar", here, domain.ErrUnsigned)
	check("somebody at an unknown computer", "Omar", domain.NoID, domain.ErrUnsigned)
	check("a colleague elsewhere", "Rana", there, "")

	for _, bad := range []struct {
		e    domain.SignMessage
		want domain.Code
	}{
		{domain.SignMessage{ID: m.ID, By: " ", On: here}, domain.ErrNeedsName},
		{domain.SignMessage{ID: m.ID, By: "Omar", On: there}, domain.ErrNotFound},
	} {
		if _, err := bad.e.Apply(c); domain.CodeOf(err) != bad.want {
			t.Errorf("%+v gives %v", bad.e, err)
		}
	}
	c = does(t, c, domain.SignMessage{ID: m.ID, By: "Omar", On: here})
	check("who signed", "OMAR", here, domain.ErrOwnApproval)
	check("the other one at this computer", "Rana", here, "")

	write(domain.Signer{Name: "Rana", Device: here}, "Boil all water")
	check("the other one, who wrote as well", "Rana", here, domain.ErrOwnApproval)
	check("a third one", "Sara", here, "")
	c = does(t, c, domain.ApproveMessage{ID: m.ID, By: "Sara", On: here})
	write(domain.Signer{Device: there}, "Boil")
	check("after a merge, who wrote before", "Omar", here, "")
	check("whoever sits where it was written", "Omar", there, domain.ErrUnsigned)
}

// Otherwise whoever wrote a text could take it back to a draft and approve it himself:
// approving forgets who wrote.
func TestAnApprovalThatStandsIsNotGivenAgain(t *testing.T) {
	c, m := whole()
	c = does(t, c, domain.ApproveMessage{ID: m.ID, By: "Sara", At: time.Unix(1, 0)})
	c = does(t, c, domain.SetStatus{IDs: []domain.ID{m.ID}, Status: domain.MessageReview})
	c = does(t, c, domain.ApproveMessage{ID: m.ID, By: "Omar", At: time.Unix(2, 0)})
	if got := c.Messages[0]; got.Status != domain.MessageApproved || got.Approval.By != "Sara" {
		t.Errorf("it is %s, approved by %q", got.Status, got.Approval.By)
	}
}

func TestAnEditThatTakesAwayWhatAStatusAsksForTakesTheStatus(t *testing.T) {
	for name, tt := range map[string]struct {
		edit func(c domain.Campaign) domain.Edit
		back bool
	}{
		"a request": {func(c domain.Campaign) domain.Edit {
			return domain.AddRecord{Record: domain.Comment{ID: domain.NewID(), Message: c.Messages[0].ID, Request: true}}
		}, true},
		"a remark": {func(c domain.Campaign) domain.Edit {
			return domain.AddRecord{Record: domain.Comment{ID: domain.NewID(), Message: c.Messages[0].ID}}
		}, false},
		"consent withdrawn": {func(c domain.Campaign) domain.Edit {
			item := c.Media[0]
			item.Consent = ""
			return domain.ChangeRecord{Record: item}
		}, true},
		"where consent is kept": {func(c domain.Campaign) domain.Edit {
			item := c.Media[0]
			item.Consent = "box 4"
			return domain.ChangeRecord{Record: item}
		}, false},
		"another title": {func(c domain.Campaign) domain.Edit {
			m := c.Messages[0]
			m.Title = "Boil it"
			return domain.ChangeMessage{Message: m}
		}, false},
	} {
		for _, status := range []domain.MessageStatus{domain.MessageApproved, domain.MessageReady} {
			c, m := whole()
			c = does(t, c, domain.ApproveMessage{ID: m.ID, By: "Sara", At: time.Unix(1, 0)})
			c = does(t, c, domain.SetStatus{IDs: []domain.ID{m.ID}, Status: status})
			after, err := domain.Signed(c, does(t, c, tt.edit(c)), domain.Signer{Name: "Rana"})
			if err != nil {
				t.Fatal(err)
			}
			got := after.Messages[0]
			if (got.Status == domain.MessageReview) != tt.back || !after.Approved(got) || len(got.Writers) > 0 {
				t.Errorf("%s: from %s to %s, approved %v, written by %v", name, status, got.Status, after.Approved(got), got.Writers)
			}
		}
	}
}

// What came by a merge is not put right by whoever writes the next comma, but it is told.
func TestWhatWasLackingBeforeAnEditIsNotHeldAgainstIt(t *testing.T) {
	c, m := whole()
	c = does(t, c, domain.ApproveMessage{ID: m.ID, By: "Sara", At: time.Unix(1, 0)})
	c.Comments = []domain.Comment{{ID: domain.NewID(), Message: m.ID, Request: true}}
	next := c.Messages[0]
	next.Title = "Boil it"
	after, err := domain.Signed(c, does(t, c, domain.ChangeMessage{Message: next}), domain.Signer{Name: "Rana"})
	if err != nil || after.Messages[0].Status != domain.MessageApproved {
		t.Errorf("it is %s, %v", after.Messages[0].Status, err)
	}
	if got := after.Waits(after.Messages[0]); !slices.Equal(codes(got), []domain.Code{domain.ErrOpenRequests}) {
		t.Errorf("it waits for %v", got)
	}
}

func TestNothingNewIsClearedByItself(t *testing.T) {
	c, m := whole()
	for _, status := range []domain.MessageStatus{domain.MessageApproved, domain.MessageReady} {
		added := m
		added.ID, added.Status = domain.NewID(), status
		after := does(t, c, domain.AddMessage{Message: added})
		if got, _ := after.Message(added.ID); got.Status != domain.MessageReview {
			t.Errorf("added as %s it is %s", status, got.Status)
		}
		c.Messages[0].Status = status
		if got := c.Copy(domain.NewID, time.Unix(1, 0), "copy").Messages[0].Status; got != domain.MessageReview {
			t.Errorf("copied as %s it is %s", status, got)
		}
	}
}
