package messages

import (
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
	"athar/gui/messages/listing"
)

func TestARowSaysHowFarAMessageIsAndWhatItLacks(t *testing.T) {
	c := campaign()
	list := c.SortedMessages()
	gone := list[1]
	gone.Segments = []domain.ID{domain.NewID()}
	lapsed := list[1]
	lapsed.Status, lapsed.Approval = domain.MessageReview, domain.Approval{By: "Sara", Of: "other words"}
	for _, tt := range []struct {
		lang string
		m    domain.Message
		want row
	}{
		{"en", list[0], row{
			Title: "Test your well", Status: "In review", StatusTone: kit.ToneInfo, Segments: "1 segment",
			Mend: "2 to mend", Where: "Arabic, English · X, Instagram, SMS",
		}},
		{"ar", list[0], row{
			Title: "Test your well", Status: "قيد المراجعة", StatusTone: kit.ToneInfo, Segments: "شريحة واحدة",
			Mend: "أمران للإصلاح", Where: "العربية، الإنجليزية · إكس، إنستغرام، رسالة نصية قصيرة (SMS)",
		}},
		{"ar", gone, row{
			Title: "شكر للمتطوعين", Status: "جاهزة", StatusTone: kit.ToneSuccess, Unlinked: "بلا شريحة",
			Where: "العربية",
		}},
		{"en", lapsed, row{
			Title: "شكر للمتطوعين", Status: "In review", StatusTone: kit.ToneInfo, Unlinked: "No segment",
			Where: "Changed since it was approved · Arabic",
		}},
		{"en", list[2], row{
			Title: "No title yet", Untitled: true, Status: "Draft", Unlinked: "No segment",
			Where: "No text and no channel yet",
		}},
	} {
		p := presenter{guitest.Printer(t, tt.lang), guitest.Channels(t)}
		got := p.row(c, tt.m, listing.Judge(gauge.New(guitest.Channels(t)), c, tt.m))
		got.Where = strings.NewReplacer("\u2068", "", "\u2069", "").Replace(got.Where)
		if got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.lang, got, tt.want)
		}
	}
}

func TestAnEmptyTitleIsToldOnlyWhenAsked(t *testing.T) {
	empty := domain.Message{ID: domain.NewID(), Status: domain.MessageDraft}
	for tell, want := range map[told]headProblems{
		{}:            {},
		{title: true}: {Title: "Please give the message a title."},
	} {
		if got := presentHead(guitest.Printer(t, "en"), empty, tell, nil).Problems; got != want {
			t.Errorf("%+v: %+v", tell, got)
		}
	}
}

func TestAllThatKeepsAMessageFromAStatusIsSaid(t *testing.T) {
	empty := domain.Message{ID: domain.NewID(), Status: domain.MessageDraft}
	why := append(empty.Validate(), domain.Problem(domain.ErrOpenRequests, "comment").With("count", 2))
	got := presentHead(guitest.Printer(t, "en"), empty, told{}, why).Problems.Status
	if want := "A message needs a title and a core text before it is ready. 2 requested changes are still open."; got != want {
		t.Errorf("%q", got)
	}
}
