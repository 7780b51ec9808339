package starter

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"athar/domain"
	"athar/domain/pack"
)

// sample is the content of the sample campaign's file.
type sample struct {
	Version  int          `json:"version"`
	Title    domain.Text  `json:"title"`
	Stage    domain.Stage `json:"stage"`
	Template string       `json:"template"`
	Answers  []answer     `json:"answers"`
	Plan
}

// answer is what the sample answers to a checklist item.
type answer struct {
	Item   string             `json:"item"`
	Value  domain.AnswerValue `json:"value"`
	Reason domain.Text        `json:"reason"`
	At     Day                `json:"at"`
}

// Sample reads the sample campaign and returns it with names and notes in lang
// ("ar" or "en"). Everything but the IDs and the moment of creation is the same
// each time. Its posts' figures are in a file of their own, which is imported
// like any other.
func Sample(
	data []byte, id func() domain.ID, now time.Time, lang string,
) (domain.Campaign, error) {
	var s sample
	if err := pack.Decode(data, &s); err != nil {
		return domain.Campaign{}, fmt.Errorf("read sample: %w", err)
	}
	if err := s.check(); err != nil {
		return domain.Campaign{}, fmt.Errorf("read sample: %w", err)
	}
	c := builder{id, lang}.campaign(s.Plan, now)
	c.Header.Title, c.Header.Stage, c.Header.Sample = s.Title.In(lang), s.Stage, true
	c.Header.Template = s.Template
	for _, a := range s.Answers {
		c.Answers = append(c.Answers, domain.Answer{
			ID: domain.AnswerID(c.ID(), a.Item), Item: a.Item, Value: a.Value,
			Reason: a.Reason.In(lang), At: a.At.Time(),
		})
	}
	return c, nil
}

func (s sample) check() error {
	if s.Version < 1 {
		return errors.New("version must be 1 or more")
	}
	if err := both(s.Title, "title"); err != nil {
		return err
	}
	if !slices.Contains(domain.Stages(), s.Stage) {
		return fmt.Errorf("unknown stage %q", s.Stage)
	}
	seen := map[string]bool{}
	for _, a := range s.Answers {
		if err := a.check(seen); err != nil {
			return fmt.Errorf("answer to %q: %w", a.Item, err)
		}
	}
	return s.Plan.check()
}

func (a answer) check(seen map[string]bool) error {
	if a.Item == "" || seen[a.Item] {
		return errors.New("item is missing or answered twice")
	}
	seen[a.Item] = true
	if !slices.Contains(domain.AnswerValues(), a.Value) {
		return fmt.Errorf("unknown value %q", a.Value)
	}
	if a.Value.NeedsReason() {
		return both(a.Reason, "reason")
	}
	return bothOrNone(a.Reason, "reason")
}
