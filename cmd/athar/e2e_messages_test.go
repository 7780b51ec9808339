package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/claim"
	"athar/gui/i18n"
)

// draft is the words with which a message is written, from the message house to
// its approval.
type draft struct {
	lang           string
	writer, reader string // the people: who writes, and who approves
	campaign       string
	house          []string // of the framework's fields, in order
	found, better  string   // a passage of the house, and what is put in its place
	claim          string   // the sentence with a number
	short, sms     string   // of two channels
	title, office  string   // of the evidence, and who published it
	added          string   // to the text, after it was approved
}

func drafts() []draft {
	return []draft{
		{
			lang: "ar", writer: "سلمى", reader: "عمر", campaign: "ماء آمن",
			house: []string{
				"اغلوا الماء قبل الشرب", "الأطفال والمعاقون يمرضون أولًا", "مرض 120 طفلًا في وادي نور في أيار.",
				"الغلي يكفي", "قالت ذلك طبيبة القرية.", "الوقود متوفر", "يوزعه المركز كل صباح.", "الماء الآمن يحمي البيت كله",
			},
			found: "والمعاقون", better: "والأشخاص ذوو الإعاقة", claim: "مرض 120 طفلًا في وادي نور في أيار.",
			short: "اغلوا الماء قبل الشرب، واحموا أطفالكم.", sms: "اغلوا الماء قبل الشرب.",
			title: "سجل العيادة لشهر أيار", office: "عيادة وادي نور", added: " لا تنتظروا.",
		},
		{
			lang: "en", writer: "Salma", reader: "Omar", campaign: "Safe water",
			house: []string{
				"Boil water before you drink it", "Children and the disabled fall ill first", "In May 120 children fell ill in Wadi Noor.",
				"Boiling is enough", "The village doctor says so.", "Fuel is there", "The centre gives it out each morning.", "Safe water keeps the whole house well",
			},
			found: "the disabled", better: "people with disabilities", claim: "In May 120 children fell ill in Wadi Noor.",
			short: "Boil water before you drink it, and keep your children well.", sms: "Boil water before you drink it.",
			title: "Register of the clinic for May", office: "Clinic of Wadi Noor", added: " Do not wait.",
		},
	}
}

// TestAPersonTakesAMessageFromTheHouseToItsApproval and an edit afterwards makes the
// approval lapse: house, message, five channels, too long and mended, a finding, a
// claim with its source, review, another person.
func TestAPersonTakesAMessageFromTheHouseToItsApproval(t *testing.T) {
	for i, s := range drafts() {
		t.Run(s.lang, func(t *testing.T) {
			dir, _ := home(t)
			data := filepath.Join(dir, "data")
			id := string(bytes.TrimSpace(terminal(t, exitOK, "new", "--title", s.campaign, "--data", data)))
			d := newDesktop(t)
			w := &desk{typist: d.open(data, s.lang).sit(toggles()[i]), p: printerOf(t, s.lang), s: s}
			w.beginAs(s.writer)
			w.build()
			w.derive()
			w.spread()
			w.mendLength()
			w.takeBetterWords()
			w.noteClaim()
			w.giveSource()
			w.askForReview()
			w.become(s.writer, s.reader)
			w.approve()
			w.changeAfterwards()
			w.quit()
			s.checkStored(t, data, id)

			w = &desk{typist: d.open(data, s.lang).sit(toggles()[i]), p: printerOf(t, s.lang), s: s}
			w.findAgain()
			w.quit()
		})
	}
}

// desk is somebody who writes messages.
type desk struct {
	*typist
	p *i18n.Printer
	s draft
}

// core is the text of the message once the better words are in it.
func (s draft) core() string {
	return strings.Replace(strings.Join(s.house[:3], "\n\n"), s.found, s.better, 1)
}

// beginAs says who works here and opens the campaign.
func (w *desk) beginAs(name string) {
	w.t.Helper()
	w.click(w.p.T("people.offer_yes"))
	w.caretIn(w.p.T("people.name"), 30)
	w.types(name)
	w.reads(name)
	w.click(w.p.T("people.accept"))
	w.expect(w.p.T("people.kept"))
	w.click(w.p.T("home.open"))
	w.expect(w.p.T("home.goal"))
}

// build fills the message house. The Tab key leads from field to field, past the
// other language of each.
func (w *desk) build() {
	w.t.Helper()
	w.press(keyCtrl, key3)
	w.click(w.p.T("section.core"))
	w.shot("01-core-empty")
	w.click(w.p.T("core.begin"))
	w.until("the caret in the house", func() bool { return w.look().Area.Width > 0 })
	for i, words := range w.s.house {
		if i > 0 {
			w.times(2, keyTab)
		}
		w.types(words)
		w.reads(words)
	}
	w.find(w.p.T("core.written", "n", len(w.s.house), "all", len(w.s.house)))
	w.shot("02-house")
}

// derive makes a message of a pillar and its proof.
func (w *desk) derive() {
	w.t.Helper()
	w.click(w.p.T("core.make"))
	w.shot("03-drafts")
	w.click(w.named("roof", "pillar1", "proof1"))
	w.expect(w.p.T("messages.field.title"))
	w.expect(w.p.T("messages.field.core_" + w.s.lang))
	w.shot("04-message")
}

// named is what the menu of drafts calls some fields of the house.
func (w *desk) named(fields ...string) string {
	w.t.Helper()
	library, err := loadFrameworks()
	if err != nil {
		w.t.Fatal(err)
	}
	var names []string
	for _, id := range fields {
		f, ok := library.Field(id)
		if !ok {
			w.t.Fatalf("no field %s", id)
		}
		names = append(names, f.Name.In(w.s.lang))
	}
	return strings.Join(names, w.p.T("core.and"))
}

// spread switches five channels on, and gives two of them a text of their own.
func (w *desk) spread() {
	w.t.Helper()
	w.click(w.p.T("messages.part.channels"))
	w.click(w.p.T("channels.add"))
	for _, id := range []string{"x", "facebook", "whatsapp", "sms", "telegram"} {
		w.click(w.channel(id).Name.In(w.s.lang))
	}
	w.shot("05-channels")
	w.click(w.p.T("channels.add_accept"))
	w.expect(w.p.T("channels.follows"))
	w.shot("06-follow")
	w.inCard("sms")
	w.rewrite(w.s.sms)
	alphabet, room := "messages.sms.latin", 160
	if w.p.RTL() {
		alphabet, room = "messages.sms.arabic", 70
	}
	w.expect(w.p.T("messages.sms.line", "parts", w.p.N("messages.sms.parts", 1),
		"length", len([]rune(w.s.sms)), "size", room, "alphabet", w.p.T(alphabet)))
	w.shot("07-sms")
}

// mendLength writes more for X than it takes, is told so, and mends it.
func (w *desk) mendLength() {
	w.t.Helper()
	long := strings.Repeat(w.s.short+" ", 280/len([]rune(w.s.short))) + w.s.short
	over := len([]rune(long)) - 280
	w.inCard("x")
	w.press(keyCtrl, keyA)
	w.types(long)
	w.expect(w.p.T("messages.over", "n", over))
	w.expect(w.p.Int(-over)) // in the ring
	w.expect(w.p.N("messages.to_fix", 1))
	w.shot("08-too-long")
	w.rewrite(w.s.short)
	w.until("the text to fit", func() bool {
		return !w.sees(w.p.T("messages.over", "n", over)) && !w.sees(w.p.N("messages.to_fix", 1))
	})
	w.shot("09-mended")
}

// channel is what is known of a channel.
func (w *desk) channel(id string) channel.Channel {
	w.t.Helper()
	all, err := loadChannels()
	if err != nil {
		w.t.Fatal(err)
	}
	c, ok := all.Channel(id)
	if !ok {
		w.t.Fatalf("no channel %s", id)
	}
	return c
}

// inCard presses the mouse in the text of a channel's card.
func (w *desk) inCard(id string) {
	w.t.Helper()
	c := w.channel(id)
	label := w.p.T("channels.text_label", "field", c.Fields[0].Name.In(w.s.lang), "lang", w.p.T("language."+w.s.lang))
	s := w.below(c.Name.In(w.s.lang), label, 45)
	w.pressAt(int(s.X), int(s.Y)+45)
	w.until("the caret in the card", func() bool {
		e := w.look()
		return e.Area.Left <= s.X && s.X <= e.Area.right() && e.Area.Top <= s.Y+45 && s.Y+45 <= e.Area.Top+e.Area.Height
	})
}

// rewrite writes a text in place of what is in the field.
func (w *desk) rewrite(text string) {
	w.t.Helper()
	w.press(keyCtrl, keyA)
	w.types(text)
	w.reads(text)
}

// takeBetterWords puts other words, one press away, in the place of a passage.
func (w *desk) takeBetterWords() {
	w.t.Helper()
	w.click(w.p.T("messages.part.text"))
	w.expect(w.p.T("messages.field.core_" + w.s.lang))
	w.shot("10-marked")
	w.click(w.s.better)
	w.until("the finding to be gone", func() bool { return len(w.ask(w.s.better)) == 0 })
	w.shot("11-better")
}

// quit closes the window.
func (w *desk) quit() {
	w.t.Helper()
	w.press(keyCtrl, keyQ)
	w.expectEnd()
}

// findAgain finds the message and the claim as they were left.
func (w *desk) findAgain() {
	w.t.Helper()
	w.click(w.p.T("messages.part.review"))
	w.says("review.lapsed")
	w.shot("21-again")
	w.click(w.p.T("section.claims"))
	w.expect(w.p.T("claims.why.supported"))
	w.shot("22-claims-again")
}

// checkStored wants everything to be in the data.
func (s draft) checkStored(t *testing.T, data, id string) {
	t.Helper()
	c := decoded[shownCampaign](t, terminal(t, exitOK, "show", id, "--json", "--data", data))
	if len(c.Messages) != 1 {
		t.Fatalf("%d messages, want one", len(c.Messages))
	}
	m := c.Messages[0]
	if m.Status != domain.MessageReview || m.Title != s.house[0] || m.Core[s.lang] != s.core()+s.added {
		t.Errorf("the message is %+v", m)
	}
	if len(m.Variants) != 5 || m.Variants["x"][s.lang] != s.short || m.Variants["sms"][s.lang] != s.sms {
		t.Errorf("on the channels it says %+v", m.Variants)
	}
	claims := decoded[[]claimJSON](t, terminal(t, exitOK, "claims", id, "--json", "--data", data))
	if len(claims) != 1 || claims[0].Status != claim.Supported || claims[0].Text[s.lang] != s.claim ||
		len(claims[0].Gaps) > 0 || !slices.Equal(claims[0].Messages, []domain.ID{m.ID}) {
		t.Errorf("the claims are %+v", claims)
	}
	terminal(t, exitOK, "verify", "--deep", "--data", data)
}
