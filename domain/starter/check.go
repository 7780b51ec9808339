package starter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"athar/domain"
)

func (p Plan) check() error {
	if err := both(p.Goal, "goal"); err != nil {
		return err
	}
	for fact := range p.Facts {
		if !slices.Contains(domain.Facts(), fact) {
			return fmt.Errorf("unknown fact %q", fact)
		}
	}
	keys := map[string]bool{}
	for _, s := range p.Segments {
		if s.Key == "" || keys[s.Key] {
			return fmt.Errorf("segment %q: key is missing or used twice", s.Key)
		}
		keys[s.Key] = true
		if err := s.check(); err != nil {
			return fmt.Errorf("segment %q: %w", s.Key, err)
		}
	}
	if err := p.Core.check(); err != nil {
		return err
	}
	messages := map[string]bool{}
	for i, m := range p.Messages {
		if err := m.check(keys); err != nil {
			return fmt.Errorf("message %d: %w", i+1, err)
		}
		if m.Key != "" && messages[m.Key] {
			return fmt.Errorf("message %d: key is used twice", i+1)
		}
		messages[m.Key] = true
	}
	for i, k := range p.Claims {
		if err := k.check(messages); err != nil {
			return fmt.Errorf("claim %d: %w", i+1, err)
		}
	}
	for i, n := range p.Indicators {
		if err := n.check(); err != nil {
			return fmt.Errorf("indicator %d: %w", i+1, err)
		}
	}
	return nil
}

func (s Segment) check() error {
	if err := both(s.Name, "name"); err != nil {
		return err
	}
	err := errors.Join(
		bothOrNone(s.Description, "description"), bothOrNone(s.SizeSource, "size_source"),
		bothOrNone(s.Place, "place"), bothOrNone(s.Values, "values"),
		bothOrNone(s.Barriers, "barriers"), bothOrNone(s.Messengers, "messengers"),
		bothOrNone(s.Ask, "ask"), bothOrNone(s.Hours, "hours"), bothOrNone(s.RiskNote, "risk_note"),
		listed("role", domain.SegmentRoles(), s.Role),
		listed("gender", domain.SegmentGenders(), s.Gender),
		listed("languages", domain.SegmentLanguages(), s.Languages...),
		listed("dialect", domain.SegmentDialects(), s.Dialect),
		listed("literacy", domain.SegmentLiteracy(), s.Literacy),
		listed("connectivity", domain.SegmentConnectivity(), s.Connectivity),
		listed("access_needs", domain.SegmentAccessNeeds(), s.AccessNeeds...),
		listed("stance", domain.SegmentStances(), s.Stance),
		listed("readiness", domain.SegmentReadiness(), s.Readiness),
		listed("risk", domain.SegmentRisks(), s.Risk),
		listed("data_source", domain.SegmentDataSources(), s.DataSource),
	)
	if err != nil {
		return err
	}
	unkept := builder{id: func() domain.ID { return domain.NoID }, lang: "en"}
	if problems := unkept.segment(s, "").Validate(); len(problems) > 0 {
		return problems[0]
	}
	return nil
}

func (i Indicator) check() error {
	if err := both(i.Name, "name"); err != nil {
		return err
	}
	if !slices.Contains(domain.Aggregations(), i.Aggregate) {
		return fmt.Errorf("unknown aggregation %q", i.Aggregate)
	}
	if !slices.Contains(domain.IndicatorTags(), i.Tag) {
		return fmt.Errorf("unknown tag %q", i.Tag)
	}
	for _, r := range i.Readings {
		if r.At.Time().IsZero() {
			return errors.New("a reading has no day")
		}
		if err := bothOrNone(r.Note, "note"); err != nil {
			return err
		}
	}
	return nil
}

// both requires a text in both languages.
func both(t domain.Text, field string) error {
	if strings.TrimSpace(t.Ar) == "" || strings.TrimSpace(t.En) == "" {
		return fmt.Errorf("%s lacks Arabic or English", field)
	}
	return nil
}

// bothOrNone allows a text to be left out, but not to be in one language only.
func bothOrNone(t domain.Text, field string) error {
	if t.Empty() {
		return nil
	}
	return both(t, field)
}

// listed requires the values that are given to be in the list.
func listed(field string, list []string, values ...string) error {
	for _, v := range values {
		if v != "" && !slices.Contains(list, v) {
			return fmt.Errorf("unknown %s %q", field, v)
		}
	}
	return nil
}
