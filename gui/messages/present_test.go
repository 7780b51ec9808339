package messages

import (
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/gauge"
)

func TestARowSaysHowFarAMessageIsAndWhatItLacks(t *testing.T) {
	c := campaign()
	list := c.SortedMessages()
	gone := list[1]
	gone.Segments = []domain.ID{domain.NewID()}
	for _, tt := range []struct {
		lang string
		m    domain.Message
		want row
	}{
		{"en", list[0], row{Title: "Test your well", Status: "In review", StatusTone: kit.ToneInfo, Segments: "1 segment", Over: "2 to mend"}},
		{"ar", list[0], row{Title: "Test your well", Status: "قيد المراجعة", StatusTone: kit.ToneInfo, Segments: "شريحة واحدة", Over: "أمران للإصلاح"}},
		{"ar", gone, row{Title: "شكر للمتطوعين", Status: "جاهزة", StatusTone: kit.ToneSuccess, Unlinked: "بلا شريحة"}},
		{"en", list[2], row{Title: "No title yet", Untitled: true, Status: "Draft", Unlinked: "No segment"}},
	} {
		over := gauge.New(guitest.Channels(t)).Over(tt.m)
		if got := presentRow(guitest.Printer(t, tt.lang), c, tt.m, over); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.lang, got, tt.want)
		}
	}
}

func TestAnEmptyTitleIsToldOnlyWhenAsked(t *testing.T) {
	empty := domain.Message{ID: domain.NewID(), Status: domain.MessageDraft}
	for tell, want := range map[told]headProblems{
		{}:              {},
		{title: true}:   {Title: "Please give the message a title."},
		{refused: true}: {Status: "A message needs a title and a core text before it is ready."},
	} {
		if got := presentHead(guitest.Printer(t, "en"), empty, tell).Problems; got != want {
			t.Errorf("%+v: %+v", tell, got)
		}
	}
}
