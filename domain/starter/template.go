package starter

import (
	"errors"
	"fmt"
	"time"

	"athar/domain"
	"athar/domain/pack"
)

// Template is a kind of campaign to start from.
type Template struct {
	ID          string        `json:"id"` // stored in campaigns: never changed or used again
	Weeks       int           `json:"weeks"`
	Name        domain.Text   `json:"name"`
	Description domain.Text   `json:"description"`
	Mistakes    []domain.Text `json:"mistakes"` // that are often made with this kind
	Plan
}

// Parse reads the templates' file: the first three are those to offer first.
// It refuses a file with an unknown key, a missing language, a value that is
// not in the domain's lists, or a name that nothing answers to. The error tells
// whoever edits the file which entry is wrong.
func Parse(data []byte) ([]Template, error) {
	var doc struct {
		Version   int        `json:"version"`
		Templates []Template `json:"templates"`
	}
	if err := pack.Decode(data, &doc); err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	if doc.Version < 1 || len(doc.Templates) == 0 {
		return nil, errors.New("read templates: version or templates are missing")
	}
	seen := map[string]bool{}
	for _, t := range doc.Templates {
		if err := t.check(seen); err != nil {
			return nil, fmt.Errorf("read templates: template %q: %w", t.ID, err)
		}
	}
	return doc.Templates, nil
}

func (t Template) check(seen map[string]bool) error {
	if t.ID == "" || seen[t.ID] {
		return errors.New("id is missing or used twice")
	}
	seen[t.ID] = true
	if t.Weeks < 1 {
		return errors.New("weeks must be 1 or more")
	}
	if err := errors.Join(both(t.Name, "name"), both(t.Description, "description")); err != nil {
		return err
	}
	for i, m := range t.Mistakes {
		if err := both(m, fmt.Sprintf("mistake %d", i+1)); err != nil {
			return err
		}
	}
	return t.Plan.check()
}

// Campaign returns a new campaign made of the template. Texts that a campaign
// holds in both languages are in both; names and notes are in lang ("ar" or
// "en"). An empty title is replaced by the template's name.
func (t Template) Campaign(
	id func() domain.ID, now time.Time, lang, title string,
) domain.Campaign {
	c := builder{id, lang}.campaign(t.Plan, now)
	c.Header.Title, c.Header.Stage, c.Header.Template = title, domain.StageDraft, t.ID
	if title == "" {
		c.Header.Title = t.Name.In(lang)
	}
	return c
}

// Blank returns a new campaign with nothing but a title.
func Blank(id func() domain.ID, now time.Time, title string) domain.Campaign {
	return domain.Campaign{Header: domain.Header{
		ID: id(), Title: title, Stage: domain.StageDraft, Created: now,
	}}
}
