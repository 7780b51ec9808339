package texts

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
	"athar/gui/messages/part"
)

// translated is a message whose English text was translated from an Arabic one that
// says something else now.
func translated() domain.Campaign {
	c := campaign()
	m := c.Messages[0].TranslatedFrom("en", "ar")
	m.Core.Ar = strings.Replace(m.Core.Ar, "مجاني", "بلا مقابل", 1)
	c.Messages = []domain.Message{m}
	return c
}

func TestTheReadersLanguageComesFirst(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		ar, en := guitest.Left(d.part.form.editors[spot{"core", "ar"}]), guitest.Left(d.part.form.editors[spot{"core", "en"}])
		// The start is at the right in Arabic and at the left in English.
		if ar <= en {
			t.Errorf("the Arabic text stands at %v, the English one at %v", ar, en)
		}
	})
}

func TestATextWhoseSourceChangedSaysWhatChangedUntilSomebodyConfirmsIt(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, translated())
		p := presenter{env.Printer}
		en := p.detail(d.Session.Campaign(), d.Message(), true).Tongues[slices.Index(d.part.form.languages, "en")]
		if !en.Stale || !d.Sees(en.Standing) || !strings.Contains(en.Standing, p.language("ar")) {
			t.Fatalf("shown: %q", guitest.Texts(d.part.Content()))
		}
		was, is := "", ""
		for _, part := range en.Since {
			if part.Fate != kit.FateAdded {
				was += part.Text
			}
			if part.Fate != kit.FateRemoved {
				is += part.Text
			}
		}
		if is != d.Message().Core.Ar || !strings.Contains(was, "مجاني") {
			t.Errorf("from %q to %q", was, is)
		}
		// Correcting the translation does not say that it is right now.
		d.part.Focus(domain.Place{Field: "core"}, "en")
		d.Write("!")
		if _, _, stale := d.Message().Stale("en"); !stale || !d.Offered("texts.confirm") {
			t.Error("writing in it took the mark away")
		}
		d.Press("texts.confirm")
		if _, _, stale := d.Message().Stale("en"); stale || d.Offered("texts.confirm") {
			t.Error("confirming left the mark")
		}
		if err := d.Session.Undo(); err != nil || !d.Offered("texts.confirm") {
			t.Errorf("undo did not bring the mark back: %v", err)
		}
	})
}

func TestATextThatWasBegunFromAnotherSaysSo(t *testing.T) {
	c := campaign()
	c.Messages[0].Core.En = ""
	d := open(t, guitest.Env(t, "en"), c)
	d.part.Focus(domain.Place{Field: "core"}, "")
	d.Write("Test")
	if d.Message().Core.En != "Test" {
		t.Fatalf("the caret is not in the language that is missing: %+v", d.Message().Core)
	}
	if !d.Sees("Translated from \u2068Arabic\u2069, and up to date.") {
		t.Errorf("shown: %q", guitest.Texts(d.part.Content()))
	}
	if err := d.Session.Apply(domain.ChangeMessage{Message: func() domain.Message {
		m := d.Message()
		m.Core.Ar = ""
		return m
	}()}); err != nil {
		t.Fatal(err)
	}
	if !d.Sees("Translated from \u2068Arabic\u2069, which has no text any more.") {
		t.Errorf("shown: %q", guitest.Texts(d.part.Content()))
	}
}

func TestTheLanguageThatNeedsALookGetsTheCaret(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), translated())
	d.part.Focus(domain.Place{Field: "core"}, "")
	d.Write("Z")
	if !strings.Contains(d.Message().Core.En, "Z") {
		t.Errorf("typing went to %+v", d.Message().Core)
	}
	d.part.Focus(domain.Place{Field: "basis.en.text"}, "")
	d.Write("Y")
	if !strings.Contains(d.Message().Core.En, "Y") {
		t.Errorf("from its basis typing went to %+v", d.Message().Core)
	}
}

func TestLanguagesAreAddedAndTakenAwayAndNoTextIsLost(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.part.setLanguages([]string{"ar", "en", "ckb"})
		if got := d.part.form.languages; len(got) != 3 || got[0] != env.Printer.Lang() || got[2] != "ckb" {
			t.Fatalf("shown are %q", got)
		}
		if !d.part.Focus(domain.Place{Field: "core"}, "ckb") {
			t.Fatal("the new language has no field")
		}
		d.Write("ئاو")
		d.part.setLanguages([]string{"ar"})
		if got := d.part.form.languages; len(got) != 3 || d.Message().Core.Of("ckb") != "ئاو" {
			t.Errorf("shown are %q", got)
		}
		d.part.setLanguages(nil)
		if len(d.Errors) != 1 || !slices.Equal(d.part.form.written.Values(), []string{"ar"}) {
			t.Errorf("a campaign without a language: %v, shown %q", d.Errors, d.part.form.written.Values())
		}
	})
}

func TestWhatIsMissingOfACallToActionIsToldOnceItIsBegun(t *testing.T) {
	for _, tt := range []struct {
		lang string
		m    domain.Message
		want string
	}{
		{"en", domain.Message{}, ""},
		{"en", domain.Message{Action: domain.Text{En: "Come"}}, "Not said yet: who is asked, what to do, where, by when."},
		{"en", domain.Message{Call: domain.Call{What: domain.Text{Ar: "زوروا"}}}, "Not said yet: who is asked, where, by when."},
		{"ar", domain.Message{Call: domain.Call{
			Who: domain.Text{Ar: "الأمهات"}, What: domain.Text{Ar: "زوروا"}, By: time.Now(),
		}}, "لم يُذكر بعد: المكان."},
		{"ar", domain.Message{Call: domain.Call{
			Who: domain.Text{Ar: "ا"}, What: domain.Text{Ar: "ب"}, Where: domain.Text{En: "c"}, By: time.Now(),
		}}, ""},
	} {
		if got := (presenter{guitest.Printer(t, tt.lang)}).missing(tt.m); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.m, got, tt.want)
		}
	}
}

func TestEveryPartOfTheCallIsWrittenWhereThePlaceLeads(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		for field, read := range map[string]func(domain.Call) domain.Text{
			"call_who":   func(c domain.Call) domain.Text { return c.Who },
			"call_what":  func(c domain.Call) domain.Text { return c.What },
			"call_where": func(c domain.Call) domain.Text { return c.Where },
		} {
			for _, lang := range []string{"ar", "en"} {
				if !d.part.Focus(domain.Place{Field: field}, lang) {
					t.Fatalf("%s has no field", field)
				}
				d.Write("Z")
				if got := read(d.Message().Call).Of(lang); got != "Z" {
					t.Errorf("%s in %s: %q", field, lang, got)
				}
			}
		}
		if !d.part.Focus(domain.Place{Field: "call_by"}, "") || d.part.Focus(domain.Place{Field: "variant.x"}, "") {
			t.Error("the date has no field, or a field of another part has one here")
		}
		d.Write("2026-12-24")
		d.part.form.written.Focus() // the caret leaves
		if got := d.Message().Call.By; got.Format(time.DateOnly) != "2026-12-24" {
			t.Errorf("by when: %v", got)
		}
		if d.Sees(env.T("texts.missing", "parts", env.T("texts.part.by"))) {
			t.Error("what is said is still missing")
		}
	})
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		for name, c := range map[string]domain.Campaign{"plain": campaign(), "stale": translated(), "languages": func() domain.Campaign {
			c := translated()
			c.Header.Languages = []string{"en", "ar", "fr", "ckb"}
			c.Segments = []domain.Segment{{ID: domain.NewID(), Name: "Mothers"}}
			return c
		}()} {
			t.Run(name, func(t *testing.T) {
				var sight guitest.Sight
				m := c.Messages[0]
				for _, field := range fields() {
					for _, lang := range text(&m, field).Languages() {
						sight.Data = append(sight.Data, text(&m, field).Of(lang))
					}
				}
				for _, b := range m.Bases {
					for _, p := range part.Revision(b.Text, m.Core.Of(b.From)) {
						sight.Data = append(sight.Data, strings.Fields(p.Text)...)
					}
				}
				sight.Data = append(sight.Data, "Mothers")
				open(t, env, c)
				guitest.See(t, env, sight)
				guitest.Walk(t, env)
			})
		}
	})
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "texts", []guitest.Look{guitest.At(950, 1000, 1), guitest.At(470, 1400, 1), guitest.At(950, 1300, 1.3)},
		func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
			c := translated()
			c.Header.Languages = []string{"en", "ar", "fr"}
			d := open(t, env, c)
			d.part.Leave()
			guitest.Show(env, kit.Pad(16, d.part.Content()), l.Width, l.Height)
			take("stale")
		})
}

func TestTheClaimsOfAMessageAreShownWithWhereTheyStand(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		d := open(t, env, c)
		if !d.Sees(env.T("messages.no_claims")) {
			t.Error("nothing says that no claim is linked")
		}
		d.Press("messages.go_to_claims")
		k := domain.Claim{ID: domain.NewID(), Text: domain.Text{En: "The test is free.", Ar: "الفحص مجاني."}, Type: "event", Messages: []domain.ID{d.Message().ID}}
		if err := d.Session.Apply(domain.AddRecord{Record: k}); err != nil {
			t.Fatal(err)
		}
		guitest.FindVisible[*kit.Line](d.part.Content())[0].Tapped(&fyne.PointEvent{})
		if !d.Sees(env.T("claim.status.not_checked")) || len(d.Went) != 2 || d.Went[0].Kind != domain.KindClaim || d.Went[1].ID != k.ID {
			t.Errorf("went to %v, reads %q", d.Went, guitest.Texts(d.part.Content()))
		}
	})
}
