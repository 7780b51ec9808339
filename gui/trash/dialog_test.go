package trash

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/domain/journal"
	"athar/domain/retention"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/theme"
	"athar/gui/wording"
)

// now is when all tests happen.
var now = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// what was removed, by language.
var titles = map[string][3]string{
	"en": {"Test your well", "Families in the upper villages", "Households that boil their water"},
	"ar": {"افحصوا بئركم", "أسر القرى العليا", "أسر تغلي ماءها"},
}

// open is the dialog and the person before it.
type open struct {
	*guitest.Person
	dialog    *Dialog
	restored  []retention.Gone
	forgotten []retention.Gone
	refuses   error
	campaigns int
	read      func() // lets the history be read
}

func show(t testing.TB, env *kit.Env, gone ...retention.Gone) *open {
	t.Helper()
	b := &open{Person: guitest.NewPerson(t, env)}
	guitest.Show(env, kit.Stack(), guitest.Width, 700)
	b.dialog = Show(Deps{
		Env: env, Now: func() time.Time { return now }, Report: b.Report,
		Words: wording.New(env.Printer, wording.Content{
			Channels: guitest.Channels(t), Checklist: guitest.Checklist(t), Metrics: guitest.Metrics(t),
		}),
		Campaign: func() domain.Campaign { return domain.Campaign{} },
		Read: func(done func(Contents, error)) {
			b.read = func() { done(Contents{gone, map[domain.ID]string{{9}: "Office"}}, b.refuses) }
		},
		Restore: func(g retention.Gone) error {
			if b.refuses == nil {
				b.restored = append(b.restored, g)
			}
			return b.refuses
		},
		Forget: func(g retention.Gone, done func(error)) {
			if b.refuses == nil {
				b.forgotten = append(b.forgotten, g)
			}
			done(b.refuses)
		},
		Campaigns: func() { b.campaigns++ },
	})
	return b
}

// removed are a message, a segment and an indicator with a reading.
func removed(lang string) []retention.Gone {
	words := titles[lang]
	by := func(author string, days int) *journal.Commit {
		return &journal.Commit{Author: author, Device: domain.ID{9}, At: now.AddDate(0, 0, -days)}
	}
	of := func(r domain.Record) (journal.Ref, journal.Fields) {
		return domain.RefOf(r.Kind(), r.RecordID()), domain.FieldsOf(r)
	}
	ref, message := of(domain.Message{ID: domain.ID{1}, Order: "a", Title: words[0], Core: domain.Text{Ar: words[0], En: words[0]}, Status: domain.MessageReady})
	ref2, segment := of(domain.Segment{ID: domain.ID{2}, Name: words[1], Languages: []string{"ar"}})
	ref3, indicator := of(domain.Indicator{ID: domain.ID{3}, Name: words[2]})
	reading, figure := of(domain.Reading{ID: domain.ID{4}, Indicator: domain.ID{3}, Value: 3})
	return []retention.Gone{
		{Ref: ref, Fields: message, By: by("Sara", 0)},
		{Ref: ref2, Fields: segment, By: by("عمر", 2)},
		{Ref: ref3, Fields: indicator, By: by("", 3), With: journal.Records{reading: figure}},
	}
}

func (b *open) choose(i int) {
	b.dialog.view.list.Select(i)
	b.dialog.choose(i)
}

func TestWhatWasRemovedSaysWhatItWasAndWhoRemovedIt(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		b := show(t, env, removed(lang)...)
		if !b.Told(env.T("trash.reading")) {
			t.Error("nothing says that the history is being read")
		}
		b.read()
		for _, want := range []string{titles[lang][0], titles[lang][1], "Sara", "Office", env.T("messages.status.ready"), env.T("messages.field.core_ar")} {
			if !b.Told(want) {
				t.Errorf("%q is not to be read", want)
			}
		}
		b.choose(2)
		if !b.Told(env.Printer.N("trash.with_readings", 1)) {
			t.Errorf("reads %q", guitest.Texts(b.Overlay()))
		}
	})
}

func TestPuttingBackTakesTheLineAway(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		lang := env.Printer.Lang()
		b := show(t, env, removed(lang)...)
		b.read()
		b.choose(1)
		b.Press("trash.restore")
		if len(b.restored) != 1 || b.restored[0].Ref.ID != (domain.ID{2}) || len(b.dialog.entries) != 2 {
			t.Fatalf("put back %v", b.restored)
		}
		if !b.Told(env.T("trash.restored", "what", b.dialog.deps.Words.Record(domain.KindSegment, b.restored[0].Fields))) {
			t.Error("nothing says so")
		}
		b.Press("trash.restore")
		b.Press("trash.restore")
		if len(b.restored) != 3 || !b.Told(env.T("trash.none")) {
			t.Errorf("reads %q", guitest.Texts(b.Overlay()))
		}
		b.Keys(fyne.KeyEscape)
		if b.Overlay() != nil {
			t.Error("the keyboard is not in the dialog any more")
		}
	})
}

func TestRemovingForEverAsksAndSaysWhatStays(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := show(t, env, removed(env.Printer.Lang())...)
		b.read()
		b.choose(2)
		b.Press("trash.forget")
		for _, key := range []string{"trash.forget_what", "trash.forget_stays", "trash.forget_elsewhere"} {
			if !b.Told(env.T(key)) {
				t.Errorf("the question does not say %q", env.T(key))
			}
		}
		b.Keys(fyne.KeyEscape)
		if len(b.forgotten) != 0 || len(b.dialog.entries) != 3 {
			t.Fatal("it was removed without a yes")
		}
		b.Press("trash.forget")
		b.Press("trash.forget_accept")
		if len(b.forgotten) != 1 || len(b.forgotten[0].With) != 1 || len(b.dialog.entries) != 2 || !b.Told(env.T("trash.forgotten")) {
			t.Errorf("removed %v, reads %q", b.forgotten, guitest.Texts(b.Overlay()))
		}
	})
}

func TestEnterNeverRemovesForEver(t *testing.T) {
	env := guitest.Env(t, "en")
	b := show(t, env, removed("en")...)
	b.read()
	b.Press("trash.forget")
	b.Keys(fyne.KeyReturn)
	if len(b.forgotten) != 0 {
		t.Error("it is gone")
	}
}

func TestWhatIsRefusedStaysInTheList(t *testing.T) {
	env := guitest.Env(t, "ar")
	b := show(t, env, removed("ar")...)
	b.read()
	b.refuses = domain.Problem(domain.ErrDiskFull, "")
	b.Press("trash.restore")
	if !b.Told(env.Printer.Error(b.refuses)) {
		t.Error("the dialog does not say what went wrong")
	}
	b.Press("trash.forget")
	b.Press("trash.forget_accept")
	if len(b.Errors) != 2 || len(b.dialog.entries) != 3 {
		t.Errorf("reported %v, %d are listed", b.Errors, len(b.dialog.entries))
	}
}

func TestAHistoryThatCannotBeReadIsReported(t *testing.T) {
	env := guitest.Env(t, "en")
	b := show(t, env)
	b.refuses = domain.Problem(domain.ErrStoreDamaged, "")
	b.read()
	if len(b.Errors) != 1 || b.Told(env.T("trash.reading")) || !b.Told(env.Printer.Error(b.refuses)) {
		t.Errorf("reported %v", b.Errors)
	}
}

func TestTheCampaignsInTheTrashAreOnePressAway(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := show(t, env, removed(env.Printer.Lang())...)
		b.Press("trash.campaigns")
		if b.campaigns != 1 || b.Overlay() != nil {
			t.Error("it did not lead there")
		}
	})
}

func TestALongListIsCutShort(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		b := &open{Person: guitest.NewPerson(t, env)}
		guitest.Show(env, kit.Stack(), guitest.Width, 700)
		var goes []string
		for i := range MostListed + 3 {
			goes = append(goes, fmt.Sprintf("<%d>", i))
		}
		Confirm(env, Question{Heading: "heading", Goes: goes, Yes: func() {}})
		if !b.Told("<11>") || b.Told("<12>") || !b.Told(env.Printer.N("trash.more", 3)) {
			t.Errorf("reads %q", guitest.Texts(b.Overlay()))
		}
	})
}

func TestTextsComeBeforeWhatWasChosen(t *testing.T) {
	p := presenter{guitest.Printer(t, "en"), wording.New(guitest.Printer(t, "en"), wording.Content{}), func() time.Time { return now }}
	e := p.entries(removed("en")[:1], domain.Campaign{}, nil)[0]
	var fields []string
	for _, h := range e.Held {
		fields = append(fields, h.Field)
	}
	if !slices.Equal(fields, []string{"Core text in Arabic", "Core text in English", "Status"}) {
		t.Errorf("shows %q", fields)
	}
	if !strings.Contains(e.By, "Sara") || strings.Contains(e.By, "Office") {
		t.Errorf("by %q", e.By)
	}
}

func sight() guitest.Sight {
	data := []string{"Sara عمر Office"}
	for _, all := range titles {
		data = append(data, all[:]...)
	}
	return guitest.Sight{Data: data, Short: map[string]string{
		"wording.": "what it is, in a list; beside it, it is said whole",
		"trash.by": "who and when, in a list; beside it, it is said whole",
	}}
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		b := show(t, env, removed(env.Printer.Lang())...)
		look := func(what string) {
			t.Run(what, func(t *testing.T) {
				guitest.See(t, env, sight())
				guitest.Walk(t, env)
			})
		}
		look("reading")
		b.read()
		look("a message")
		b.choose(2)
		look("an indicator")
		b.Press("trash.forget")
		look("the question")
		b.Press("trash.forget_accept")
		look("removed for ever")
		b.Press("trash.restore")
		b.Press("trash.restore")
		look("nothing left")
	})
}

func TestNoWordIsCutInLargeText(t *testing.T) {
	for _, lang := range guitest.Languages() {
		t.Run(lang, func(t *testing.T) {
			env := guitest.EnvWith(t, lang, theme.Options{Variant: theme.Light, TextScale: 2})
			b := show(t, env, removed(lang)...)
			b.read()
			guitest.SeeWhole(t, env, sight())
			b.Press("trash.forget")
			guitest.SeeWhole(t, env, sight())
		})
	}
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "trash", []guitest.Look{guitest.At(1366, 700, 1), guitest.At(1366, 700, 2)},
		func(t *testing.T, env *kit.Env, _ guitest.Look, take func(string)) {
			b := show(t, env, removed(env.Printer.Lang())...)
			b.read()
			b.choose(1)
			take("list")
			b.Press("trash.restore")
			take("restored")
			b.Press("trash.forget")
			take("question")
		})
}
