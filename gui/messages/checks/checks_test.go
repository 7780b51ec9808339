package checks

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/proofing"
	"athar/domain/text"
	"athar/gui/guitest"
	"athar/gui/kit"
)

const mail = "privacy_email"

func TestTheNewestTextWins(t *testing.T) {
	d := open(t, "en", campaign("Write to sara.k@gmail.com."))
	d.settle()
	d.finding(mail)
	// A reading is on its way when the next text is there: what it found is gone by
	// the time it comes.
	d.write("en", "Write to omar.k@gmail.com.")
	for range 20 {
		d.write("en", "Write to us."+strings.Repeat("!", len(d.session.Campaign().Messages)))
		d.write("en", "Write to us.")
		for _, f := range d.checks.result.Findings {
			if f.Passage == "omar.k@gmail.com" {
				t.Fatal("what was found in an older text is shown")
			}
		}
		d.queue.Drain()
	}
	d.settle()
	if slices.Contains(d.rules(), mail) {
		t.Errorf("the newest text was not read: %v", d.rules())
	}
	if got := d.checks.result.Texts[0].Words; got != "Write to us." {
		t.Errorf("the result is of %q", got)
	}
}

func TestAnotherMessageShowsNothingOfTheOneBefore(t *testing.T) {
	d := open(t, "en", campaign("Write to sara.k@gmail.com.", "Thank you."))
	d.settle()
	c := d.session.Campaign()
	d.checks.Show(c, c.SortedMessages()[1])
	if len(d.checks.result.Findings) > 0 {
		t.Error("the findings of the message before are still shown")
	}
	d.settle()
	if slices.Contains(d.rules(), mail) || d.checks.result.Message != c.SortedMessages()[1].ID {
		t.Errorf("%v of %v", d.rules(), d.checks.result.Message)
	}
}

func TestOtherWordsAreOnePressAway(t *testing.T) {
	d := open(t, "en", campaign("Help the handicapped today."))
	d.settle()
	f := d.finding("en.handicapped")
	d.checks.use(f, f.Alternatives[0])
	if got := d.session.Campaign().Messages[0].Core.En; got != "Help "+f.Alternatives[0]+" today." {
		t.Errorf("the text is %q", got)
	}
	d.settle()
	if slices.Contains(d.rules(), f.Rule) {
		t.Error("it is still found")
	}
}

func TestWhatSomebodyDoesNotWantToSeeIsGone(t *testing.T) {
	for name, tt := range map[string]struct {
		do   func(*Checks, proofing.Finding)
		kept func(*desk) bool
	}{
		"not here":    {(*Checks).hush, func(d *desk) bool { return len(d.session.Campaign().Messages[0].Quiet) == 1 }},
		"never again": {(*Checks).never, func(d *desk) bool { return len(d.room.Choices().Never) == 1 }},
		"rule off":    {(*Checks).turnOff, func(d *desk) bool { return slices.Equal(d.room.Choices().Off, []string{mail}) }},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, "en", campaign("Write to sara.k@gmail.com."))
			d.settle()
			tt.do(d.checks, d.finding(mail))
			d.settle()
			if slices.Contains(d.rules(), mail) {
				t.Error("it is still shown")
			}
			if !tt.kept(d) {
				t.Error("it was not kept")
			}
		})
	}
}

func TestAClaimIsMadeOfThePassageAndSettlesIt(t *testing.T) {
	d := open(t, "en", campaign("We began in May. 4,200 children drink clean water now. Thank you.", "Today 4,200 children are safe."))
	d.settle()
	d.checks.makeClaim(d.finding(claim.RuleNumber))
	d.settle()
	all := d.session.Campaign().Claims
	if len(all) != 1 || all[0].Text.En != "4,200 children drink clean water now." || all[0].Type != "statistic" {
		t.Fatalf("the ledger has %+v", all)
	}
	if slices.Contains(d.rules(), claim.RuleNumber) {
		t.Error("the passage is not settled")
	}
	// The next message that says so uses the same claim.
	c := d.session.Campaign()
	d.checks.Show(c, c.SortedMessages()[1])
	d.settle()
	d.checks.makeClaim(d.finding(claim.RuleNumber))
	if all := d.session.Campaign().Claims; len(all) != 1 || len(all[0].Messages) != 2 {
		t.Errorf("the ledger has %+v", all)
	}
}

func TestTheSentenceOfAPassage(t *testing.T) {
	for _, tt := range []struct{ text, passage, want string }{
		{"One. Two 3 people! Four", "3 people", "Two 3 people!"},
		{"3 people", "3 people", "3 people"},
		{"First line\n3 people\nlast", "3 people", "3 people"},
		{"عمل 4.5 ألف شخص هنا. ثم ذهبوا؟", "4.5 ألف شخص", "عمل 4.5 ألف شخص هنا."},
		{"قالت: “نعم، نريد ماءً.” ثم سكتت", "“نعم، نريد ماءً.”", "قالت: “نعم، نريد ماءً.” ثم سكتت"},
	} {
		start := len([]rune(tt.text[:strings.Index(tt.text, tt.passage)]))
		if got := sentence(tt.text, start, start+len([]rune(tt.passage))); got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.passage, tt.text, got, tt.want)
		}
	}
}

func TestEveryMessageIsCountedWithoutBeingShown(t *testing.T) {
	texts := make([]string, 40)
	for i := range texts {
		texts[i] = "Thank you."
	}
	texts[30] = "Write to sara.k@gmail.com."
	d := open(t, "en", campaign(texts...))
	told := map[domain.ID]bool{}
	d.checks.OnCounted(func(ids []domain.ID) {
		for _, id := range ids {
			told[id] = true
		}
	})
	d.settle()
	list := d.session.Campaign().SortedMessages()
	n, ok := d.checks.Count(list[30].ID)
	if plain, _ := d.checks.Count(list[20].ID); !ok || n.Suggestions != plain.Suggestions+1 || !told[list[30].ID] {
		t.Errorf("counted %+v, %v; the others have %+v", n, ok, plain)
	}
	m := list[30]
	m.Core.En = "Thank you."
	if err := d.session.Apply(domain.ChangeMessage{Message: m, Field: "core.en"}); err != nil {
		t.Fatal(err)
	}
	d.settle()
	if now, _ := d.checks.Count(m.ID); now.Suggestions != n.Suggestions-1 {
		t.Errorf("after the change counted %+v, before %+v", now, n)
	}
}

func TestAMessageThatIsLeftBeforeItWasReadIsCountedAllTheSame(t *testing.T) {
	d := open(t, "en", campaign("Thank you.", "Thank you."))
	d.settle()
	list := d.session.Campaign().SortedMessages()
	before, _ := d.checks.Count(list[0].ID)
	d.write("en", "Write to sara.k@gmail.com.")
	c := d.session.Campaign()
	d.checks.Show(c, c.SortedMessages()[1])
	d.settle()
	if now, _ := d.checks.Count(list[0].ID); now.Suggestions != before.Suggestions+1 {
		t.Errorf("counted %+v, before %+v", now, before)
	}
}

func TestAWordThatIsBeingTypedIsNotCalledWrong(t *testing.T) {
	text := proofing.Text{Field: "core", Lang: "en"}
	result := func(words string, end int) proofing.Result {
		of := text
		of.Words = words
		return proofing.Result{Texts: []proofing.Text{of}, Findings: []proofing.Finding{{
			Finding: check.Finding{Rule: "spelling_unknown", Start: end - 3, End: end}, Text: of,
		}}}
	}
	for name, tt := range map[string]struct {
		was  string
		is   string
		end  int
		want int
	}{
		"at the end":             {"one th", "one thr", 7, 0},
		"in the middle":          {"th two", "thr two", 3, 0},
		"the space is behind it": {"one thr", "one thr ", 7, 1},
		"elsewhere":              {"thr o", "thr on", 3, 1},
		"shorter":                {"one thrx", "one thr", 7, 1},
	} {
		if got := len(withoutUnfinished(result(tt.is, tt.end), map[proofing.Text]string{text: tt.was}).Findings); got != tt.want {
			t.Errorf("%s: %d findings, want %d", name, got, tt.want)
		}
	}
	if got := withoutUnfinished(result("thr", 3), nil); len(got.Findings) != 1 {
		t.Error("a text that was just opened is not being typed")
	}
}

func TestWhatIsShownIsWordedInBothLanguages(t *testing.T) {
	c := campaign("Help the handicapped. Write to sara.k@gmail.com. 4,200 children drink now.")
	m := c.Messages[0]
	m.Status = domain.MessageReview
	m = m.WithVariant(domain.Variant{Channel: "x", Text: domain.Text{En: strings.Repeat("w", 281)}})
	m.Call.Who.En = "you"
	c.Messages[0] = m
	c.Media = []domain.Media{{ID: domain.NewID(), Message: m.ID, Order: "U", Type: "image"}}
	for lang, want := range map[string][]string{
		"en": {"X does not take it: 1 unit too many.", "Core text · English", "Text in place of a picture", "Personal data: Leads to a person", "Make a claim of it", "does what, where, by when", "English: Plain"},
		"ar": {"الزائد وحدة واحدة", "النص الأساسي · الإنجليزية", "نص بديل لصورة", "بيانات شخصية:", "تسجيله ادعاءً", "ماذا يفعل، أين"},
	} {
		d := open(t, lang, c)
		d.settle()
		shown := d.checks.present()
		var all []string
		for _, it := range append(slices.Clone(shown.Errors), shown.Suggestions...) {
			all = append(all, it.Kind, it.Where, it.Reason, it.Source, it.Claim)
			if it.Reason == "" || strings.ContainsAny(it.Reason, "[{") {
				t.Errorf("%s: the reason of %s is %q", lang, it.finding.Rule, it.Reason)
			}
		}
		for _, r := range shown.Reading {
			all = append(all, r.Line, r.Why)
		}
		text := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(strings.Join(all, "\n"))
		for _, words := range want {
			if !strings.Contains(text, words) {
				t.Errorf("%s: %q is not said in\n%s", lang, words, text)
			}
		}
		if len(shown.Errors) < 2 {
			t.Errorf("%s: errors are %d", lang, len(shown.Errors))
		}
	}
}

func TestTheListSaysHowMuchThereIsAndLeadsToIt(t *testing.T) {
	d := open(t, "en", campaign("Help the handicapped. Write to sara.k@gmail.com."))
	d.settle()
	texts := guitest.Texts(d.checks.Content())
	if !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "sara.k@gmail.com") }) {
		t.Errorf("the passage is not listed in %q", texts)
	}
	f := d.finding(mail)
	d.checks.goTo(f)
	if d.resized == 0 {
		t.Error("nobody heard that the list is higher")
	}
}

func TestWhatIsFoundAtSeveralPlacesIsOneEntryThatGoesThroughThem(t *testing.T) {
	d := open(t, "en", campaign("Help the handicapped. The handicapped help. WASH is with them today and later."))
	d.settle()
	shown := func() item {
		all := d.checks.present().Suggestions
		i := slices.IndexFunc(all, func(it item) bool { return it.finding.Rule == "en.handicapped" })
		if i < 0 {
			t.Fatalf("no entry in %v", all)
		}
		return all[i]
	}
	first := shown()
	if first.Place != "Place 1 of 2" || first.finding.Start != 9 && first.finding.Start != 5 {
		t.Fatalf("shown is %q at %d", first.Place, first.finding.Start)
	}
	d.checks.step(first, +1)
	second := shown()
	if second.Place != "Place 2 of 2" || second.finding.Start <= first.finding.Start {
		t.Errorf("then %q at %d", second.Place, second.finding.Start)
	}
	if d.revealed != d.core["en"] {
		t.Errorf("scrolled to is %T, not the text", d.revealed)
	}
	// Typing before the place does not lead away from it.
	d.write("en", "Now "+d.core["en"].Text())
	d.settle()
	if got := shown(); got.Place != "Place 2 of 2" {
		t.Errorf("after a key %q", got.Place)
	}
	d.checks.step(shown(), +1)
	if got := shown(); got.Place != "Place 1 of 2" {
		t.Errorf("after the last comes %q", got.Place)
	}
	d.checks.hush(shown().finding)
	d.settle()
	if got := d.rules(); slices.Contains(got, "en.handicapped") {
		t.Errorf("the same words are still told: %v", got)
	}
}

func TestAnEntryOfSeveralPlacesIsMutedAsAWholeOrAtOne(t *testing.T) {
	d := open(t, "en", campaign("The WASH team met with people of UNRWA and later also those of OCHA. OCHA and UNRWA were glad."))
	d.settle()
	one := d.checks.present().Suggestions[len(d.checks.present().Suggestions)-1]
	var said []string
	for _, m := range d.checks.muting(one) {
		said = append(said, m.Label)
	}
	if want := []string{"Not at this place", "Not in this message", "Never again for these words", "Turn this rule off"}; !slices.Equal(said, want) {
		t.Errorf("offered are %q, want %q", said, want)
	}
	places := one.all
	d.checks.hush(one.finding)
	d.settle()
	if n := strings.Count(strings.Join(d.rules(), " "), one.finding.Rule); n != places-1 {
		t.Errorf("%d places are left of %d", n, places)
	}
	d.checks.hushRule(one.finding)
	d.settle()
	if slices.Contains(d.rules(), one.finding.Rule) {
		t.Error("the rule is still told")
	}
}

func TestAnAnswerToARumourLeadsToTheClaim(t *testing.T) {
	c := campaign("Do the tablets make people infertile? The tablets are safe.")
	c.Messages[0].Purpose = "answer"
	for lang, want := range map[string][2]string{
		"en": {"Begin with what is true. Warn that the rumour is false before you say it.", "Go to the claim"},
		"ar": {"ابدأ بما هو صحيح. نبّه إلى أن الإشاعة خاطئة قبل ذكرها.", "الذهاب إلى الادعاء"},
	} {
		c.Claims = nil
		d := open(t, lang, c)
		d.settle()
		i := slices.IndexFunc(d.checks.present().Suggestions, func(it item) bool { return it.finding.Rule == claim.RuleAnswerUnlinked })
		if i < 0 {
			t.Fatalf("%s: %v", lang, d.rules())
		}
		d.checks.settle(d.checks.present().Suggestions[i])
		if got := d.Went; len(got) == 0 || got[len(got)-1] != (domain.Place{Kind: domain.KindClaim}) {
			t.Errorf("%s: led to %v", lang, got)
		}
		id := domain.NewID()
		c.Claims = []domain.Claim{{ID: id, Text: domain.Text{En: "The tablets make people infertile."}, Verdict: domain.VerdictFalse, Messages: []domain.ID{c.Messages[0].ID}}}
		d = open(t, lang, c)
		d.settle()
		i = slices.IndexFunc(d.checks.present().Suggestions, func(it item) bool { return it.finding.Rule == claim.RuleAnswerOrder })
		if i < 0 {
			t.Fatalf("%s: %v", lang, d.rules())
		}
		it := d.checks.present().Suggestions[i]
		if !strings.HasSuffix(it.Reason, want[0]) || it.Claim != want[1] || it.Passage != "Do the tablets make people infertile?" {
			t.Errorf("%s: %q, %q of %q", lang, it.Reason, it.Claim, it.Passage)
		}
		d.checks.settle(it)
		if got := d.Went; got[len(got)-1] != (domain.Place{Kind: domain.KindClaim, ID: id}) {
			t.Errorf("%s: led to %v", lang, got)
		}
	}
}

func TestWhatIsTooLongIsMarkedWithoutANoteOverTheFieldsOwnWords(t *testing.T) {
	c := campaign(strings.Repeat("boil ", 80), "Boil the water.")
	c.Messages[0] = c.Messages[0].WithVariant(domain.Variant{Channel: "x", Text: domain.Text{En: strings.Repeat("boil ", 70)}})
	d := open(t, "en", c)
	d.settle()
	i := slices.IndexFunc(d.checks.result.Findings, func(f proofing.Finding) bool { return f.Rule == proofing.RuleTooLong })
	if i < 0 {
		t.Fatal(d.rules())
	}
	if h := d.checks.highlight(d.checks.result.Findings[i]); h.Note != "" || h.End <= h.Start || h.Tone != kit.ToneDanger {
		t.Errorf("marked as %+v", h)
	}
}

func TestOpenCommentsAreMarkedInTheTextTheyAreAbout(t *testing.T) {
	const words = "Boil the water tonight. Show one neighbour how."
	c := campaign(words, words)
	comment := func(m domain.Message, field, quote string) domain.Comment {
		at := strings.Index(words, quote)
		return domain.Comment{
			ID: domain.NewID(), Message: m.ID, Field: field, Anchor: text.NewAnchor(words, at, at+len(quote)),
			Author: "Mariam", Body: "Only when it is clear?", At: today,
		}
	}
	done, lost := comment(c.Messages[0], "core/en", "tonight"), comment(c.Messages[0], "core/en", "neighbour")
	done.Resolved = today
	lost.Anchor = text.NewAnchor("Something else that was here before.", 0, 9)
	c.Comments = []domain.Comment{
		comment(c.Messages[0], "core/en", "the water"), comment(c.Messages[0], "core/ar", "Boil"),
		comment(c.Messages[1], "core/en", "Show"), comment(c.Messages[0], "variant/x/title/en", "Boil"), done, lost,
	}
	d := open(t, "en", c)
	in := proofing.Text{Field: "core", Lang: "en"}
	all := d.checks.comments(in, words)
	if len(all) != 1 || words[all[0].Start:all[0].End] != "the water" || !strings.Contains(all[0].Note, "Only when it is clear?") || all[0].Tone != kit.ToneNeutral {
		t.Fatalf("marked are %+v", all)
	}
	if moved := d.checks.comments(in, "Today: "+words); len(moved) != 1 || moved[0].Start != all[0].Start+7 {
		t.Errorf("after a change marked are %+v", moved)
	}
	if title := d.checks.comments(proofing.Text{Field: "variant.x.title", Lang: "en"}, words); len(title) != 1 {
		t.Errorf("in a title marked are %+v", title)
	}
	all[0].Items[0].Action()
	if at := d.Went[len(d.Went)-1]; at.Field != "comment" || at.Item != c.Comments[0].ID.String() {
		t.Errorf("led to %+v", at)
	}
}
