package main

import (
	"slices"
	"strings"

	"athar/gui/i18n"
)

// What becomes of a message after it was written: its claim and its review.

// noteClaim puts a sentence with a number into the ledger and goes there.
func (w *desk) noteClaim() {
	w.t.Helper()
	w.click(w.p.T("checks.make_claim"))
	w.until("the claim below the text", func() bool { return len(w.ask(w.p.T("claim.status.incomplete"))) > 0 })
	w.find(w.p.T("claim.status.incomplete"))
	w.shot("12-claim-linked")
	w.click(w.s.claim)
	w.expect(w.p.T("claims.section.claim"))
	w.shot("13-claim")
}

// giveSource does what the ledger says is still to do.
func (w *desk) giveSource() {
	w.t.Helper()
	w.click(w.p.T("claims.lacks.data_date"))
	w.types("2026-05-31")
	w.press(keyTab)
	w.click(w.p.T("claims.lacks.evidence"))
	w.caretIn(w.p.T("wording.evidence.title"), 30)
	w.types(w.s.title)
	w.press(keyTab)
	w.types(w.s.office)
	w.reads(w.s.office)
	w.shot("14-evidence")
	w.choose("wording.evidence.source", "evidence.source.primary")
	w.choose("wording.claim.verdict", "claim.verdict.supported")
	w.choose("wording.claim.confidence", "claim.confidence.high")
	for _, box := range []string{"stop", "investigate", "find", "trace"} {
		w.click(w.p.T("claim.check." + box))
	}
	w.find(w.p.T("claims.why.supported"))
	w.shot("15-supported")
}

// choose takes one of the options of a field below its label.
func (w *desk) choose(label, option string) {
	w.t.Helper()
	w.pressBelow(w.p.T(label), 30)
	w.until("the options of "+label, func() bool { return !w.sees(w.p.T(label)) && w.sees(w.p.T(option)) })
	w.click(w.p.T(option))
	w.until(option+" to be chosen", func() bool { return w.sees(w.p.T(label)) && w.sees(w.p.T(option)) })
}

// askForReview goes back to the message and gives it to others.
func (w *desk) askForReview() {
	w.t.Helper()
	w.click(w.s.house[0]) // the message, named for how it begins
	w.until("the message", func() bool { return len(w.ask(w.p.T("messages.field.title"))) > 0 })
	w.click(w.p.T("messages.part.review"))
	w.click(w.p.T("review.step.ask"))
	w.expect(w.p.T("error.own_approval"))
	w.shot("16-own")
}

// become changes the name under which one works.
func (w *desk) become(before, name string) {
	w.t.Helper()
	w.click(w.p.T("menu.edit"))
	w.click(w.p.T("people.menu", "name", i18n.Isolate(before)))
	w.into(w.p.T("people.name"), 30)
	w.rewrite(name)
	w.shot("17-somebody-else")
	w.click(w.p.T("people.accept"))
	w.until("the reader to be let approve", func() bool {
		return w.sees(w.p.T("review.step.approve")) && !w.sees(w.p.T("error.own_approval"))
	})
}

// approve approves the message.
func (w *desk) approve() {
	w.t.Helper()
	w.click(w.p.T("review.step.approve"))
	w.says("review.approved")
	w.shot("18-approved")
}

// says waits for a sentence about an approval, given at whatever time.
func (w *desk) says(key string) {
	w.t.Helper()
	const when = "{when}"
	head, tail, _ := strings.Cut(w.p.T(key, "who", i18n.Isolate(w.s.reader), "when", when), when)
	w.label(key, func(said string) bool { return strings.HasPrefix(said, head) && strings.HasSuffix(said, tail) })
}

// label waits until something on show has a label of a kind for screen readers.
func (w *desk) label(what string, is func(said string) bool) {
	w.t.Helper()
	w.until(what, func() bool {
		var labels []string
		w.query(labelsQuestion, &labels)
		return slices.ContainsFunc(labels, is)
	})
}

// changeAfterwards writes more into what was approved, and is told what that means.
func (w *desk) changeAfterwards() {
	w.t.Helper()
	w.click(w.p.T("messages.part.text"))
	w.into(w.p.T("messages.field.core_"+w.s.lang), 45)
	w.press(keyCtrl, keyEnd)
	w.types(w.s.added)
	w.reads(w.s.core() + w.s.added)
	w.label("a word about it in the list", func(said string) bool {
		return strings.HasPrefix(said, w.p.T("messages.finding.lapsed"))
	})
	w.shot("19-changed")
	w.click(w.p.T("messages.part.review"))
	w.says("review.lapsed")
	w.click(w.p.T("review.since"))
	w.until("who changed it", func() bool { return w.sees(w.p.T("review.changed_by", "who", i18n.Isolate(w.s.reader))) })
	w.shot("20-lapsed")
}
