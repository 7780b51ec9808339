package messages

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestReadyIsRefusedWhileAFactIsMissing(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.session.SetAuthor("Omar")
		d.screen.choose(2)
		d.screen.setStatus("ready")
		if d.selected().Status != domain.MessageDraft || d.screen.view.editor.head.status.Value() != "draft" {
			t.Errorf("the status became %q, shown as %q", d.selected().Status, d.screen.view.editor.head.status.Value())
		}
		for _, key := range []string{"messages.problem.title", "messages.problem.core", "messages.problem.ready"} {
			if !d.Sees(env.T(key)) {
				t.Errorf("nobody reads %q", env.T(key))
			}
		}
		d.Write("عنوان") // the caret is there
		d.screen.Show(domain.Place{ID: d.selected().ID, Field: "core.ar"})
		d.Write("نص")
		d.screen.setStatus("ready")
		if d.selected().Status != domain.MessageDraft || !d.Sees(env.T("error.needs_approval")) {
			t.Error("it is ready, and nobody approved it")
		}
		d.session.SetAuthor("Sara")
		d.screen.setStatus("approved")
		d.screen.setStatus("ready")
		if d.selected().Status != domain.MessageReady || d.Sees(env.T("error.needs_approval")) {
			t.Error("a complete message that was approved cannot become ready")
		}
		d.screen.setStatus("review")
		if d.selected().Status != domain.MessageReview {
			t.Error("there is no way back")
		}
	})
}

func TestAnotherPersonAtTheComputerMayApproveAtOnce(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.session.SetAuthor("Omar")
		d.screen.choose(1)
		m := d.selected()
		m.Core.En = "Test your well."
		d.Report(d.session.Apply(domain.ChangeMessage{Message: m, Field: "core.en"}))
		d.screen.setStatus("review")
		d.screen.view.editor.turn("review")
		if !d.Sees(env.T("error.own_approval")) {
			t.Fatal("whoever wrote it may approve it")
		}
		d.session.SetAuthor("Sara")
		if d.Sees(env.T("error.own_approval")) {
			t.Error("the window still takes one for the other")
		}
		d.Press("review.step.approve")
		if got := d.selected(); got.Approval.By != "Sara" {
			t.Errorf("approved by %q", got.Approval.By)
		}
	})
}

func TestSegmentsAreSwitchedByChips(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), campaign())
	segments := d.session.Campaign().SortedSegments()
	elsewhere := domain.NewID() // named by a merge, not here yet
	m := d.selected().WithSegment(elsewhere, true)
	if err := d.session.Apply(domain.ChangeMessage{Message: m}); err != nil {
		t.Fatal(err)
	}
	d.screen.Show(domain.Place{ID: m.ID, Field: "segments"})
	chips := d.Env.Window.Canvas().Focused()
	chips.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := d.selected(); got.ForSegment(segments[0].ID) || !got.ForSegment(elsewhere) {
		t.Errorf("after switching off: %v", got.Segments)
	}
	chips.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	chips.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := d.selected(); !got.ForSegment(segments[1].ID) {
		t.Errorf("after switching on: %v", got.Segments)
	}
	if !d.Sees("شريحة واحدة") {
		t.Error("the list does not count the segment")
	}
}

func TestWithoutSegmentsTheWayLeadsToTheAudience(t *testing.T) {
	c := campaign()
	c.Segments = nil
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, c)
		d.Press("messages.go_to_audience")
		if len(d.Went) != 1 || d.Went[0].Kind != domain.KindSegment {
			t.Errorf("went to %v", d.Went)
		}
	})
}

func TestMessagesAreMovedDuplicatedAndDeleted(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.Press("messages.tool.down")
		if got, want := d.titles(), []string{"شكر للمتطوعين", "Test your well", ""}; !slices.Equal(got, want) {
			t.Fatalf("moved down: %q", got)
		}
		if d.selected().Title != "Test your well" {
			t.Error("the moved message is no longer selected")
		}
		d.Press("messages.tool.up")
		d.Press("messages.tool.up") // already the first
		if d.titles()[0] != "Test your well" {
			t.Fatalf("moved up: %q", d.titles())
		}
		d.Press("messages.tool.duplicate")
		original, copied := d.session.Campaign().SortedMessages()[0], d.selected()
		if copied.Title != env.T("messages.copy_title", "title", "Test your well") || copied.ID == original.ID ||
			copied.Status != domain.MessageDraft || len(copied.Variants) != len(original.Variants) {
			t.Errorf("the copy is %+v", copied)
		}
		d.Press("messages.tool.delete")
		if len(d.titles()) != 3 || d.selected().ID != d.session.Campaign().SortedMessages()[1].ID {
			t.Errorf("after deleting: %q", d.titles())
		}
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
		if d.selected().ID != copied.ID {
			t.Error("undo does not show what it brought back")
		}
		if len(d.Errors) > 0 {
			t.Errorf("errors: %v", d.Errors)
		}
	})
}

func TestWhatCanBeDoneWithAMessageIsReachedInANarrowWindow(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		guitest.Show(env, d.screen.Content(), 640, 480)
		if d.Offered("messages.tool.channel") {
			t.Fatal("there is room for everything")
		}
		before := d.selected().Channels()
		d.Press("kit.more_actions")
		d.Keys(fyne.KeyEnd, fyne.KeyReturn) // channel
		d.Keys(fyne.KeyEnd, fyne.KeyReturn) // the last of them
		if got := d.selected().Channels(); len(got) != len(before)+1 {
			t.Errorf("it goes out on %q", got)
		}
	})
}

func TestDeletingTheLastMessageLeavesTheEmptyState(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), domain.Campaign{})
	d.screen.Add()
	d.Press("messages.tool.delete")
	if !d.Sees("A message is one thing") || d.screen.Place().ID != domain.NoID {
		t.Errorf("shown: %q", guitest.Texts(d.screen.Content()))
	}
	d.screen.Leave() // nothing is selected: nothing to say
}

func TestTheHeadSaysWhyAMessageIsNotApprovedAndLeadsThere(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		m := c.Messages[1]
		request := domain.Comment{ID: domain.NewID(), Message: m.ID, Body: "Who pays?", Request: true}
		c.Comments = []domain.Comment{request}
		c.Media = []domain.Media{{ID: domain.NewID(), Message: m.ID, Type: "image", Credit: "x", People: "yes", Alt: m.Core}}
		d := open(t, env, c)
		d.session.SetAuthor("Sara")
		d.screen.setStatus("approved")
		if d.selected().Status != domain.MessageReview || d.screen.view.editor.head.status.Value() != "review" || *d.screen.view.editor.key != "review" {
			t.Errorf("it is %s, and shown is %s", d.selected().Status, *d.screen.view.editor.key)
		}
		said := func() string { return d.screen.view.editor.head.problems.Status }
		if want := env.Printer.N("error.open_requests", 1) + " " + env.Printer.N("error.media_consent", 1); said() != want {
			t.Errorf("it says %q", said())
		}
		d.Report(d.session.Apply(domain.ResolveComment{ID: request.ID, By: "Sara", At: d.screen.deps.Now()}))
		d.screen.setStatus("approved")
		if said() != env.Printer.N("error.media_consent", 1) || *d.screen.view.editor.key != "media" {
			t.Errorf("then it says %q, and shown is %s", said(), *d.screen.view.editor.key)
		}
		item := d.session.Campaign().Media[0]
		item.Consent = "box 3"
		d.Report(d.session.Apply(domain.ChangeRecord{Record: item}))
		d.screen.setStatus("approved")
		if d.selected().Status != domain.MessageApproved || said() != "" || len(d.Errors) > 0 {
			t.Errorf("then it is %s, %q, %v", d.selected().Status, said(), d.Errors)
		}
	})
}
