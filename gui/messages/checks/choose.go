package checks

import (
	"slices"
	"strings"
	"unicode"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/claim"
	"athar/domain/proofing"
	"athar/domain/text"
	"athar/gui/kit"
)

// goTo takes the person to the passage of a finding.
func (k *Checks) goTo(f proofing.Finding) {
	k.deps.GoTo(place(k.message.ID, f))
	if e := k.editor(f); e != nil && f.Start < f.End {
		e.Select(f.Start, f.End)
	}
}

// step goes on to another place of an entry, and shows it where its text is on show.
func (k *Checks) step(it item, by int) {
	k.at[it.key] = (it.at + by + it.all) % it.all
	k.show()
	keys := keys(k.result.Entries)
	i := slices.Index(keys, it.key)
	if i < 0 {
		return
	}
	f := k.result.Entries[i].Places[min(k.at[it.key], len(k.result.Entries[i].Places)-1)]
	if e := k.editor(f); e != nil && f.Start < f.End {
		e.Select(f.Start, f.End)
		k.deps.Reveal(e)
	}
}

// place returns where a finding is to be mended.
func place(message domain.ID, f proofing.Finding) domain.Place {
	if f.Text.Field == "" { // of the claims of the message
		return domain.Place{Kind: domain.KindMessage, ID: message}
	}
	return f.Text.Place(message)
}

// editor returns the editor that has the words of a finding, nil for none.
func (k *Checks) editor(f proofing.Finding) *kit.Editor {
	t := f.Text
	t.Words = ""
	if e := k.editors[t]; e != nil && e.Text() == f.Text.Words {
		return e
	}
	return nil
}

// use puts other words in the place of a passage. The field is shown first: nobody
// changes a text that the person does not see.
func (k *Checks) use(f proofing.Finding, words string) {
	if k.editor(f) == nil {
		k.deps.GoTo(place(k.message.ID, f))
	}
	if e := k.editor(f); e != nil {
		e.Replace(f.Start, f.End, f.Passage, words)
	}
}

// hush does not show the finding at this message any more.
func (k *Checks) hush(f proofing.Finding) {
	k.deps.Report(k.deps.Session.Apply(domain.Hush{ID: k.message.ID, Finding: proofing.QuietName(f.Finding), Quiet: true}))
}

// hushRule does not show anything of a rule at this message any more.
func (k *Checks) hushRule(f proofing.Finding) {
	k.deps.Report(k.deps.Session.Apply(domain.Hush{ID: k.message.ID, Finding: proofing.QuietRule(f.Rule), Quiet: true}))
}

// never does not show a passage any more, in any campaign.
func (k *Checks) never(f proofing.Finding) {
	k.deps.Room.Change(func(c proofing.Choices) proofing.Choices {
		return c.Silenced(check.Mute{Rule: f.Rule, Passage: f.Passage}, true)
	})
}

// turnOff turns the rule of a finding off.
func (k *Checks) turnOff(f proofing.Finding) {
	k.deps.Room.Change(func(c proofing.Choices) proofing.Choices {
		return c.Switched(f.Rule, false, !slices.Contains(c.On, f.Rule))
	})
}

// teach puts a word into the personal dictionary.
func (k *Checks) teach(f proofing.Finding) {
	k.deps.Room.Change(func(c proofing.Choices) proofing.Choices { return c.Taught(f.Passage, true) })
}

// settle does about a claim what the item offers.
func (k *Checks) settle(it item) {
	if it.leads() {
		k.deps.GoTo(it.See)
		return
	}
	k.makeClaim(it.finding)
}

// makeClaim puts the sentence around a passage into the ledger, or links the claim
// that has it already.
func (k *Checks) makeClaim(f proofing.Finding) {
	if known, ok := claimWith(k.deps.Session.Campaign(), f); ok {
		k.deps.Report(k.deps.Session.Apply(domain.LinkClaim{Claim: known.ID, Message: k.message.ID, Linked: true}))
		return
	}
	k.deps.Report(k.deps.Session.Apply(domain.AddRecord{Record: domain.Claim{
		ID: k.deps.NewID(), Text: domain.Text{}.With(f.Text.Lang, sentence(f.Text.Words, f.Start, f.End)),
		Type: claimType(f.Rule), Messages: []domain.ID{k.message.ID}, AddedBy: k.deps.Session.Author(),
	}}))
}

// claimWith returns the claim of the campaign that has the passage word for word.
func claimWith(c domain.Campaign, f proofing.Finding) (domain.Claim, bool) {
	if f.Kind != check.Claim || f.Passage == "" {
		return domain.Claim{}, false
	}
	folded := text.Fold(f.Passage)
	for _, known := range c.SortedClaims() {
		if strings.Contains(text.Fold(known.Text.Of(f.Text.Lang)), folded) {
			return known, true
		}
	}
	return domain.Claim{}, false
}

func claimType(rule string) string {
	switch rule {
	case claim.RuleNumber, claim.RulePercent:
		return "statistic"
	case claim.RuleQuotation:
		return "quotation"
	case claim.RuleStudies:
		return "scientific"
	}
	return ""
}

// sentence returns the sentence of a text in which a passage stands, in runes.
func sentence(words string, start, end int) string {
	runes := []rune(words)
	ends := func(i int) bool { // whether a sentence ends with rune i
		switch runes[i] {
		case '\n':
			return true
		case '.', '!', '?', '؟', '…':
			return i+1 == len(runes) || unicode.IsSpace(runes[i+1])
		}
		return false
	}
	from, to := min(start, len(runes)), max(min(end, len(runes)), 1)
	for from > 0 && !ends(from-1) {
		from--
	}
	for to < len(runes) && !ends(to-1) {
		to++
	}
	return strings.TrimSpace(string(runes[from:min(to, len(runes))]))
}
