package proofing_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"athar/assets"
	"athar/domain"
	"athar/domain/channel"
	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/proofing"
	"athar/domain/spelling"
	"athar/domain/text/readability"
	"athar/domain/wording"
)

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func read[T any](t testing.TB, name string, parse func([]byte) (T, error)) T {
	t.Helper()
	data, err := assets.Content.ReadFile("content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	v, err := parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func packs(t testing.TB) []wording.Pack {
	t.Helper()
	var all []wording.Pack
	for _, name := range []string{"wording-all.json", "wording-ar.json", "wording-en.json"} {
		all = append(all, read(t, name, wording.Parse))
	}
	return all
}

// team returns the checks as they ship, with a tiny English dictionary.
func team(t testing.TB, c proofing.Choices) *proofing.Team {
	t.Helper()
	d, err := spelling.Parse([]byte("SET UTF-8\n"), []byte("10\nclean\nwater\nfor\neveryone\nnow\nthe\nwrite\nto\na\nwell\n"))
	if err != nil {
		t.Fatal(err)
	}
	all, err := proofing.New(proofing.Options{
		Packs: packs(t), Dictionaries: map[string]*spelling.Dictionary{"en": d}, Choices: c, Channels: read(t, "channels.json", channel.Parse),
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// campaign has one message with a core text in English.
func campaign(core string) (domain.Campaign, domain.Message) {
	m := domain.Message{ID: domain.NewID(), Title: "Water", Status: domain.MessageDraft, Core: domain.Text{En: core}}
	return domain.Campaign{Header: domain.Header{ID: domain.NewID()}, Messages: []domain.Message{m}}, m
}

// rules returns the rules of the findings on a field, "" for all.
func rules(r proofing.Result, field string) []string {
	var out []string
	for _, f := range r.Findings {
		if field == "" || f.Text.Field == field {
			out = append(out, f.Rule)
		}
	}
	return out
}

func finding(t *testing.T, r proofing.Result, rule string) proofing.Finding {
	t.Helper()
	i := slices.IndexFunc(r.Findings, func(f proofing.Finding) bool { return f.Rule == rule })
	if i < 0 {
		t.Fatalf("no finding of %s in %v", rule, rules(r, ""))
	}
	return r.Findings[i]
}

func TestEveryCheckHasItsSay(t *testing.T) {
	c, m := campaign("Clean watr for everyone. Write to sara.k@gmail.com now. Studies show 70% success.")
	r := team(t, proofing.Choices{}).Reader().Read(c, m, today)
	for _, rule := range []string{spelling.RuleUnknown, "privacy_email", claim.RulePercent} {
		f := finding(t, r, rule)
		if got := string([]rune(f.Text.Words)[f.Start:f.End]); got != f.Passage || f.Text.Field != "core" || f.Text.Lang != "en" {
			t.Errorf("%s: the passage is %q, its range holds %q of %+v", rule, f.Passage, got, f.Text)
		}
	}
	if r.Reading["en"].Words == 0 || r.Target != readability.TargetFor() {
		t.Errorf("the reading is %+v for %+v", r.Reading["en"], r.Target)
	}
	if n := r.Count(); n.Errors != 0 || n.Suggestions != len(r.Entries) || n.Suggestions < 3 {
		t.Errorf("a draft has %+v", n)
	}
}

func TestATextThatAChannelDoesNotTakeIsAnErrorWithWhatIsTooMuch(t *testing.T) {
	c, m := campaign(strings.Repeat("clean water ", 40))
	m = m.WithVariant(domain.Variant{Channel: "x", Text: domain.Text{En: strings.Repeat("w", 290)}})
	m = m.WithVariant(domain.Variant{Channel: "threads"}) // follows the core
	c.Messages[0] = m
	r := team(t, proofing.Choices{Off: []string{proofing.RuleTooLong}}).Reader().Read(c, m, today)
	own := finding(t, r, proofing.RuleTooLong)
	if n := r.Count(); n.Errors < 1 {
		t.Fatalf("%+v in %v", n, rules(r, ""))
	}
	for _, f := range r.Findings {
		if f.Rule == proofing.RuleTooLong && f.Text.Field == "variant.x" {
			own = f
		}
	}
	if own.Start != 280 || own.End != 290 || own.Args["over"] != 10 || own.Args["channel"] != "x" || own.Level != check.Error {
		t.Errorf("%+v", own)
	}
	core := slices.IndexFunc(r.Findings, func(f proofing.Finding) bool { return f.Text.Field == "variant.threads" })
	if limit := 500; len(m.Core.En) > limit && (core < 0 || r.Findings[core].End != 0) {
		t.Errorf("what follows the core is not told at its channel: %v", rules(r, ""))
	}
	if r.Entries[0].First().Level != check.Error {
		t.Error("errors do not come first")
	}
}

func TestAPictureNeedsWordsForThoseWhoDoNotSeeIt(t *testing.T) {
	c, m := campaign("Clean water for everyone")
	m.Core.Ar = "ماء نظيف للجميع"
	c.Messages[0] = m
	c.Media = []domain.Media{
		{ID: domain.NewID(), Message: m.ID, Order: "U", Type: "image"},
		{ID: domain.NewID(), Message: m.ID, Order: "V", Type: "image", Alt: domain.Text{En: "a well"}},
		{ID: domain.NewID(), Message: m.ID, Order: "W", Type: "audio"},
	}
	r := team(t, proofing.Choices{}).Reader().Read(c, m, today)
	if got := rules(r, "media"); !slices.Equal(got, []string{proofing.RuleNoAlt, proofing.RuleNoAltIn}) {
		t.Errorf("found %v", got)
	}
	if f := finding(t, r, proofing.RuleNoAlt); f.Level != check.Error || f.Text.Item != c.Media[0].ID.String() {
		t.Errorf("%+v", f)
	}
}

func TestACallToActionSaysWhatItLeavesOpen(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*domain.Message)
		want   []string
	}{
		"nothing":                {func(*domain.Message) {}, []string{proofing.RuleNoAction}},
		"nothing of an idea":     {func(m *domain.Message) { m.Status = domain.MessageIdea }, nil},
		"words alone":            {func(m *domain.Message) { m.Action.En = "the water" }, nil},
		"a part":                 {func(m *domain.Message) { m.Call.Who.En = "everyone" }, []string{proofing.RuleActionGap}},
		"nothing, and no text":   {func(m *domain.Message) { m.Core = domain.Text{} }, nil},
		"turned off":             {func(m *domain.Message) { m.Quiet = []string{proofing.RuleNoAction + " "} }, nil},
		"words and a part of it": {func(m *domain.Message) { m.Action.En, m.Call.Who.En = "now", "everyone" }, []string{proofing.RuleActionGap}},
	} {
		t.Run(name, func(t *testing.T) {
			c, m := campaign("Clean water for everyone")
			tt.change(&m)
			c.Messages[0] = m
			var got []string
			for _, rule := range rules(team(t, proofing.Choices{}).Reader().Read(c, m, today), "") {
				if strings.HasPrefix(rule, "action_") {
					got = append(got, rule)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAClaimIsSettledByOneThatHasThePassageAndAnErrorOnlyWhenItIsToBeApproved(t *testing.T) {
	c, m := campaign("4,200 children drink clean water now.")
	crew := team(t, proofing.Choices{})
	if f := finding(t, crew.Reader().Read(c, m, today), claim.RuleNumber); f.Level != check.Suggestion {
		t.Errorf("a draft is told %+v", f)
	}
	m.Status = domain.MessageReview
	c.Messages[0] = m
	if f := finding(t, crew.Reader().Read(c, m, today), claim.RuleNumber); f.Level != check.Error {
		t.Errorf("at review it is told %+v", f)
	}
	c.Claims = []domain.Claim{{ID: domain.NewID(), Text: m.Core, Messages: []domain.ID{m.ID}}}
	r := crew.Reader().Read(c, m, today)
	if slices.Contains(rules(r, ""), claim.RuleNumber) {
		t.Error("a linked claim does not settle the passage")
	}
	if f := finding(t, r, claim.RuleUnsourced); f.Level != check.Error || f.Text.Field != "" {
		t.Errorf("a claim without a source: %+v", f)
	}
}

func TestWhatNobodyWantsToHearIsNotSaid(t *testing.T) {
	c, m := campaign("Clean watr for everyone. Write to sara.k@gmail.com now.")
	said := func(choices proofing.Choices, quiet ...string) []string {
		m := m
		m.Quiet = quiet
		return rules(team(t, choices).Reader().Read(c, m, today), "core")
	}
	all := said(proofing.Choices{})
	word := check.Finding{Rule: spelling.RuleUnknown, Passage: "watr"}
	for name, got := range map[string][]string{
		"not here":        said(proofing.Choices{}, proofing.QuietName(word)),
		"never again":     said(proofing.Choices{}.Silenced(check.Mute{Rule: word.Rule, Passage: "WATR"}, true)),
		"rule off":        said(proofing.Choices{}.Switched(spelling.RuleUnknown, false, true)),
		"word taught":     said(proofing.Choices{}.Taught("watr", true)),
		"a mute and back": append(said(proofing.Choices{}.Silenced(check.Mute{Rule: word.Rule, Passage: "watr"}, true).Silenced(check.Mute{Rule: word.Rule, Passage: "Watr"}, false))[1:], "x"),
	} {
		if len(got) != len(all)-1 && name != "a mute and back" || len(got) != len(all) && name == "a mute and back" {
			t.Errorf("%s: found %v of %v", name, got, all)
		}
	}
}

func TestAPassageThatIsLongHasAShortName(t *testing.T) {
	f := check.Finding{Rule: "reading_long_sentence", Passage: strings.Repeat("كلمة طويلة ", 200)}
	name := proofing.QuietName(f)
	if _, err := (domain.Hush{ID: domain.NewID(), Finding: name, Quiet: true}).Apply(domain.Campaign{}); domain.CodeOf(err) != domain.ErrNotFound {
		t.Errorf("%d bytes: %v", len(name), err)
	}
	if rule, passage := proofing.Quieted(name); rule != f.Rule || passage != "" {
		t.Errorf("%q and %q", rule, passage)
	}
	if rule, passage := proofing.Quieted(proofing.QuietName(check.Finding{Rule: "a", Passage: "Two  Words"})); rule != "a" || passage != "two words" {
		t.Errorf("%q and %q", rule, passage)
	}
}

func TestChoicesComeBackAsTheyWereKept(t *testing.T) {
	c := proofing.Choices{}.Switched("a", false, true).Switched("b", true, false).Switched("c", false, false).
		Taught("أثر", true).SpelledWith("ar", proofing.NoDictionary).SpelledWith("en", "en_GB").SpelledWith("en", "").
		Silenced(check.Mute{Rule: "a", Passage: "نص"}, true)
	back, err := proofing.ParseChoices(c.Bytes())
	if err != nil || string(back.Bytes()) != string(c.Bytes()) {
		t.Fatalf("%s came back as %s, %v", c.Bytes(), back.Bytes(), err)
	}
	if !slices.Equal(back.Off, []string{"a"}) || !slices.Equal(back.On, []string{"b"}) || len(back.Spelling) != 1 || len(back.Words) != 1 || len(back.Never) != 1 {
		t.Errorf("%+v", back)
	}
	if again := back.Switched("a", true, true).Switched("b", false, false).Taught("أَثَر", false); len(again.Off)+len(again.On)+len(again.Words) != 0 {
		t.Errorf("switched back, %+v", again)
	}
	if none, err := proofing.ParseChoices(nil); err != nil || len(none.Off) != 0 {
		t.Errorf("nothing is %+v, %v", none, err)
	}
	if _, err := proofing.ParseChoices([]byte("{")); domain.CodeOf(err) != domain.ErrUnknownValue {
		t.Errorf("damage is %v", err)
	}
}

func TestAReaderFindsTheSameAgainAfterAKeystroke(t *testing.T) {
	c, m := campaign("Clean watr for everyone.\n\nWrite to sara.k@gmail.com now.")
	crew := team(t, proofing.Choices{})
	reader := crew.Reader()
	for _, typed := range []string{"", "!", " the watr", ""} {
		next := m
		next.Core.En += typed
		got, want := reader.Read(c, next, today), crew.Reader().Read(c, next, today)
		if !slices.Equal(rules(got, ""), rules(want, "")) {
			t.Errorf("after %q: %v, want %v", typed, rules(got, ""), rules(want, ""))
		}
	}
}

func TestALongSentenceIsToldOnce(t *testing.T) {
	c, m := campaign("We " + strings.Repeat("drink the water and ", 9) + "rest.")
	for name, tt := range map[string]struct {
		choices proofing.Choices
		want    []string
	}{
		"as it ships":          {proofing.Choices{}, []string{readability.RuleLongSentence}},
		"that for people off":  {proofing.Choices{}.Switched(readability.RuleLongSentence, false, true), []string{"en.long_sentence"}},
		"that for everyone on": {proofing.Choices{}.Switched("en.long_sentence", true, false), []string{readability.RuleLongSentence}},
	} {
		var got []string
		for _, rule := range rules(team(t, tt.choices).Reader().Read(c, m, today), "core") {
			if strings.Contains(rule, "long_sentence") {
				got = append(got, rule)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: told are %v, want %v", name, got, tt.want)
		}
	}
}

func FuzzChoices(f *testing.F) {
	f.Add([]byte(`{"off":["a"],"never":[{"Rule":"a","Passage":"b"}],"words":["c"],"spelling":{"ar":"-"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := proofing.ParseChoices(data)
		if err != nil {
			return
		}
		again, err := proofing.ParseChoices(c.Bytes())
		if err != nil || string(again.Bytes()) != string(c.Bytes()) {
			t.Fatalf("%s became %s, %v", c.Bytes(), again.Bytes(), err)
		}
	})
}
