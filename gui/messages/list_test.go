package messages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/listing"
)

// listed returns the titles that the list shows.
func (d *desk) listed() []string {
	var all []string
	for _, m := range d.screen.list {
		all = append(all, m.Title)
	}
	return all
}

// several is a campaign of messages with these titles.
func several(titles ...string) domain.Campaign {
	c := domain.Campaign{Header: domain.Header{ID: domain.NewID()}}
	order := ""
	for _, title := range titles {
		order = domain.OrderBetween(order, "")
		c.Messages = append(c.Messages, domain.Message{
			ID: domain.NewID(), Order: order, Title: title, Status: domain.MessageDraft, Core: domain.Text{En: title},
		})
	}
	return c
}

// extend selects more rows downwards, with Shift.
func (d *desk) extend(rows int) {
	d.screen.view.panel.list.Focus()
	list := d.Env.Window.Canvas().Focused().(desktop.Keyable)
	list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range rows {
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func TestTheListShowsWhatIsLookedForAndSaysSo(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, several("Boil water", "Wash hands", "Water points"))
		d.screen.search("water")
		if got := d.listed(); !slices.Equal(got, []string{"Boil water", "Water points"}) {
			t.Fatalf("listed: %q", got)
		}
		if !d.Sees(env.T("messages.filter.count", "shown", 2, "all", 3)) {
			t.Error("nobody says that there are more")
		}
		d.screen.narrow(listing.NewFacet(listing.ByStatus, "done"))
		if len(d.listed()) > 0 || !d.Sees(env.T("messages.nothing")) {
			t.Errorf("nothing matches, and listed is %q", d.listed())
		}
		d.Press("messages.filter.clear")
		if len(d.listed()) != 3 || d.Sees(env.T("messages.nothing")) || d.screen.view.panel.search.Text() != "" {
			t.Errorf("after showing all: %q", d.listed())
		}
	})
}

func TestASelectionIsOfMessagesAndNotOfRows(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("d", "c", "b", "a"))
	d.extend(1)
	d.screen.sortBy(listing.Title)
	if got := d.screen.view.panel.list.SelectedRows(); !slices.Equal(got, []int{2, 3}) {
		t.Errorf("sorted, the rows %v are selected", got)
	}
	d.screen.search("b")
	if got := len(d.screen.targets()); got != 1 || d.selected().Title != "b" {
		t.Errorf("%d are selected, %q on show", got, d.selected().Title)
	}
}

func TestAFilterIsTakenAwayByItsChip(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("a", "b"))
	d.screen.narrow(listing.NewFacet(listing.ByStatus, "done"))
	d.screen.narrow(listing.NewFacet(listing.ByStatus, "draft"))
	if len(d.listed()) != 2 || !d.Sees("Status: Draft") {
		t.Fatalf("listed: %q", d.listed())
	}
	chips := d.screen.view.panel.facets
	chips.Focus()
	d.Keys(fyne.KeySpace) // the first, done
	if got := d.screen.look.filter.Facets; !slices.Equal(got, []listing.Facet{"status:draft"}) {
		t.Errorf("left are %q", got)
	}
}

func TestTheMessageOnShowStaysListedWhileItIsEdited(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("a", "b", "c"))
	d.screen.narrow(listing.NewFacet(listing.ByStatus, "draft"))
	d.screen.choose(1)
	d.screen.setStatus("review")
	if got := d.listed(); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("the message went away under the hand: %q", got)
	}
	d.screen.sortBy(listing.Title)
	if got := d.listed(); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("when the list is made anew it is still there: %q", got)
	}
	if d.selected().Title != "a" {
		t.Errorf("%q is selected", d.selected().Title)
	}
}

func TestAPlaceThatTheFilterKeepsBackIsShown(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("a", "b", "c"))
	d.screen.search("a")
	at := d.session.Campaign().SortedMessages()[2].ID
	d.screen.Show(domain.Place{Kind: domain.KindMessage, ID: at, Field: "core.en"})
	if d.screen.Place().ID != at || !slices.Equal(d.listed(), []string{"a", "c"}) {
		t.Errorf("listed: %q", d.listed())
	}
	d.Write("Z")
	if !strings.Contains(d.selected().Core.En, "Z") {
		t.Error("the caret is not in its text")
	}
}

func TestSelectedMessagesAreChangedInOneStep(t *testing.T) {
	c := several("a", "b", "c", "d")
	seg := domain.Segment{ID: domain.NewID(), Name: "Mothers", Order: "U"}
	c.Segments = []domain.Segment{seg}
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, c)
		d.extend(2)
		if !d.Sees(env.Printer.N("messages.selected", 3)) {
			t.Fatalf("shown: %q", guitest.Texts(d.screen.view.panel.content))
		}
		pick := func(options []option, label string) {
			i := slices.IndexFunc(options, func(o option) bool { return o.Label == label })
			options[i].Do()
		}
		pick(d.screen.statuses(), env.T("messages.status.hold"))
		pick(d.screen.segments(), "Mothers")
		pick(d.screen.channels(), d.screen.presenter().channel("x"))
		for i, m := range d.session.Campaign().SortedMessages() {
			if got := m.Status == domain.MessageHold && m.ForSegment(seg.ID) && m.OnChannel("x"); got != (i < 3) {
				t.Errorf("%d: %+v", i, m)
			}
		}
		if got := len(d.screen.targets()); got != 3 {
			t.Fatalf("%d are selected after that", got)
		}
		d.Press("messages.tool.duplicate")
		if got := len(d.screen.targets()); got != 3 || len(d.listed()) != 7 {
			t.Errorf("%d copies are selected, listed %q", got, d.listed())
		}
		d.Press("messages.tool.delete")
		if got := d.listed(); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
			t.Errorf("after deleting the copies: %q", got)
		}
		for _, want := range []int{7, 4, 4, 4, 4} { // delete, duplicate, channel, segment, status
			if err := d.session.Undo(); err != nil || len(d.listed()) != want {
				t.Fatalf("undo: %q, %v", d.listed(), err)
			}
		}
		if d.session.Campaign().SortedMessages()[0].Status != domain.MessageDraft {
			t.Error("the status was not taken back in one step")
		}
	})
}

func TestWhatIsNotWholeDoesNotBecomeReadyAmongOthers(t *testing.T) {
	c := several("a", "b")
	c.Messages[1].Core = domain.Text{}
	c.Messages[0].Approval = domain.Approval{By: "Sara", Of: c.Wording(c.Messages[0].ID)}
	d := open(t, guitest.Env(t, "en"), c)
	d.extend(1)
	d.screen.setStatuses(domain.MessageReady)
	for _, m := range d.session.Campaign().Messages {
		if m.Status != domain.MessageDraft {
			t.Errorf("%s is %s", m.Title, m.Status)
		}
	}
	if d.selected().Title != "b" || !d.Sees(d.Env.T("messages.problem.ready")) {
		t.Errorf("%q is shown", d.selected().Title)
	}
}

func TestSeveralDoNotBecomeReadyWhileOneIsNotApproved(t *testing.T) {
	c := several("a", "b")
	for i := range c.Messages {
		c.Messages[i].Status = domain.MessageReview
	}
	c.Messages[0].Approval = domain.Approval{By: "Sara", Of: c.Wording(c.Messages[0].ID)}
	d := open(t, guitest.Env(t, "en"), c)
	d.extend(1)
	d.screen.setStatuses(domain.MessageReady)
	for _, m := range d.session.Campaign().Messages {
		if m.Status != domain.MessageReview {
			t.Errorf("%s is %s", m.Title, m.Status)
		}
	}
	if d.selected().Title != "b" || !d.Sees(d.Env.T("error.needs_approval")) {
		t.Errorf("%q is shown", d.selected().Title)
	}
}

func TestMessagesAreMovedOnlyInTheirOwnOrder(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("b", "x", "a", "c"))
	d.screen.search("")
	d.screen.moved(0, 2)
	if got := d.titles(); !slices.Equal(got, []string{"x", "a", "b", "c"}) {
		t.Fatalf("taken down: %q", got)
	}
	if d.selected().Title != "b" {
		t.Errorf("%q is selected", d.selected().Title)
	}
	// Among those that are listed: after c, and so after what is hidden there.
	d.screen.narrow(listing.NewFacet(listing.ByLanguage, "en"))
	d.screen.moved(0, 3)
	if got := d.titles(); !slices.Equal(got, []string{"a", "b", "c", "x"}) {
		t.Errorf("taken to the end: %q", got)
	}
	d.screen.sortBy(listing.Title)
	d.screen.moved(0, 2)
	if got := d.titles(); !slices.Equal(got, []string{"a", "b", "c", "x"}) {
		t.Errorf("moved in another order: %q", got)
	}
	if !d.screen.view.panel.tools.down.Disabled() {
		t.Error("moving is offered in another order")
	}
}

func TestAltAndAnArrowMoveAMessage(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("a", "b", "c"))
	d.screen.view.panel.list.Focus()
	w := d.Env.Window.Canvas().Focused().(fyne.Shortcutable)
	w.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	if got := d.titles(); !slices.Equal(got, []string{"b", "a", "c"}) {
		t.Errorf("titles: %q", got)
	}
}

func TestWhatWasChangedLastComesFirst(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), several("a", "b", "c"))
	d.screen.sortBy(listing.Newest)
	for _, title := range []string{"c", "b"} {
		d.screen.choose(slices.Index(d.listed(), title))
		d.screen.setPurpose("warn")
	}
	if got := d.listed(); !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Errorf("listed: %q", got)
	}
}

func TestFilterAndOrderAreKeptForAnotherScreenOfTheCampaign(t *testing.T) {
	c := several("b", "a", "c")
	d := open(t, guitest.Env(t, "en"), c)
	d.screen.sortBy(listing.Title)
	d.screen.search("a")
	d.screen.view.editor.turn("channels")
	again := New(d.screen.deps)
	if got := again.list; len(got) != 1 || got[0].Title != "a" || again.look.order != listing.Title ||
		again.view.editor.sides.Value() != "channels" {
		t.Errorf("listed: %+v", got)
	}
	other := d.screen.deps
	other.Session = guitest.Session(several("z"), d.screen.deps.Now())
	if got := New(other).list; len(got) != 1 || got[0].Title != "z" {
		t.Errorf("another campaign: %+v", got)
	}
}

// hundreds is a campaign of 300 messages as a busy office has them.
func hundreds() domain.Campaign {
	c := campaign()
	whole := c.SortedMessages()[0]
	c.Messages, whole.Order = nil, ""
	for i := range 300 {
		m := whole
		m.ID, m.Order = domain.NewID(), domain.OrderBetween(whole.Order, "")
		whole.Order = m.Order
		m.Title = fmt.Sprintf("Message %d – رسالة", i)
		m.Status = domain.MessageStatuses()[i%7]
		c.Messages = append(c.Messages, m)
	}
	return c
}
