package starter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"athar/domain"
)

func (k *Core) check() error {
	if k == nil {
		return nil
	}
	if k.Framework == "" {
		return errors.New("the core has no framework")
	}
	for field, t := range k.Fields {
		if err := both(t, field); err != nil {
			return err
		}
	}
	return nil
}

func (m Message) check(segments map[string]bool) error {
	err := errors.Join(both(m.Title, "title"), both(m.Core, "core"), both(m.Action, "action"),
		bothOrNone(m.Call.Who, "who"), bothOrNone(m.Call.What, "what"), bothOrNone(m.Call.Where, "where"),
		listed("purpose", domain.MessagePurposes(), m.Purpose))
	if err != nil {
		return err
	}
	if m.Status != "" && !slices.Contains(domain.MessageStatuses(), m.Status) {
		return fmt.Errorf("unknown status %q", m.Status)
	}
	for _, key := range m.Segments {
		if !segments[key] {
			return fmt.Errorf("unknown segment %q", key)
		}
	}
	channels := slices.Clone(m.Channels)
	for _, v := range m.Variants {
		if err := both(v.Text, "variant "+v.Channel); err != nil {
			return err
		}
		for field, words := range v.Parts {
			if err := both(words, "variant "+v.Channel+" "+field); err != nil || field == "" {
				return errors.Join(err, errors.New("a part of a variant has no text or no field"))
			}
		}
		channels = append(channels, v.Channel)
	}
	if len(set(channels)) != len(channels) || slices.Contains(channels, "") {
		return errors.New("a channel is named twice or has no name")
	}
	return m.checkParts(segments)
}

func (m Message) checkParts(segments map[string]bool) error {
	var all []error
	for _, w := range m.Writers {
		all = append(all, both(w, "writer"))
	}
	if m.Approved != nil {
		all = append(all, both(m.Approved.By, "approved by"))
	}
	for _, item := range m.Media {
		all = append(all, listed("type", domain.MediaTypes(), item.Type),
			listed("people", domain.MediaPeople(), item.People), both(item.Alt, "alt"), bothOrNone(item.Caption, "caption"),
			bothOrNone(item.Credit, "credit"), bothOrNone(item.Consent, "consent"))
	}
	for _, a := range m.Alternatives {
		all = append(all, both(a.Name, "name"), both(a.Hypothesis, "hypothesis"), both(a.Text, "text"))
	}
	for _, p := range m.Pretests {
		all = append(all, bothOrNone(p.Meaning, "meaning"), bothOrNone(p.Missing, "missing"))
		if p.Alternative < 0 || p.Alternative > len(m.Alternatives) || p.Segment != "" && !segments[p.Segment] {
			all = append(all, errors.New("a pretest is of an unknown alternative or segment"))
		}
	}
	for _, k := range m.Comments {
		all = append(all, k.check(m.Core))
	}
	return errors.Join(all...)
}

func (k Comment) check(core domain.Text) error {
	all := []error{both(k.Author, "author"), both(k.Body, "body"), bothOrNone(k.Quote, "quote")}
	for _, lang := range k.Quote.Languages() {
		if !strings.Contains(core.Of(lang), k.Quote.Of(lang)) {
			all = append(all, errors.New("a comment quotes what the core text does not say"))
		}
	}
	for _, answer := range k.Answers {
		all = append(all, answer.check(core))
	}
	return errors.Join(all...)
}

func (k Claim) check(messages map[string]bool) error {
	all := []error{
		both(k.Text, "text"), bothOrNone(k.FirstAppearance, "first_appearance"), bothOrNone(k.Place, "place"),
		bothOrNone(k.ConfidenceReason, "confidence_reason"), bothOrNone(k.AddedBy, "added_by"), bothOrNone(k.CheckedBy, "checked_by"),
		listed("type", domain.ClaimTypes(), k.Type), listed("origin", domain.ClaimOrigins(), k.Origin),
		listed("checks", domain.ClaimChecks(), k.Checks...), listed("risk", domain.ClaimRisks(), k.Risk),
		listed("risk_type", domain.ClaimRiskTypes(), k.RiskType), listed("verdict", domain.ClaimVerdicts(), k.Verdict),
		listed("confidence", domain.ClaimConfidences(), k.Confidence),
	}
	for _, key := range k.Messages {
		if !messages[key] {
			all = append(all, fmt.Errorf("unknown message %q", key))
		}
	}
	for _, e := range k.Evidence {
		all = append(all, both(e.Title, "title"), bothOrNone(e.Publisher, "publisher"), bothOrNone(e.Archived, "archived"),
			listed("source", domain.EvidenceSources(), e.Source), listed("stance", domain.EvidenceStances(), e.Stance))
	}
	return errors.Join(all...)
}
