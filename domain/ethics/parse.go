package ethics

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"athar/domain"
	"athar/domain/pack"
)

// Parse reads the checklist's file and refuses one with an unknown key, a
// missing language, an id used twice, or a name that nothing answers to. The
// error tells whoever edits the file which entry is wrong.
func Parse(data []byte) (Checklist, error) {
	var l Checklist
	if err := pack.Decode(data, &l); err != nil {
		return Checklist{}, fmt.Errorf("read checklist: %w", err)
	}
	if err := l.check(); err != nil {
		return Checklist{}, fmt.Errorf("read checklist: %w", err)
	}
	return l, nil
}

func (l Checklist) check() error {
	if l.Version < 1 {
		return errors.New("version must be 1 or more")
	}
	if len(l.Items) == 0 {
		return errors.New("there are no items")
	}
	return errors.Join(l.checkSources(), l.checkFacts(), l.checkGroups(), l.checkItems())
}

func (l Checklist) checkSources() error {
	seen := unique{}
	for _, s := range l.Sources {
		if err := errors.Join(seen.add("source", s.Code), both(s.Name, "name")); err != nil {
			return fmt.Errorf("source %q: %w", s.Code, err)
		}
	}
	return nil
}

// checkFacts also requires a question for every fact: a condition on a fact
// that is never asked would hold for ever.
func (l Checklist) checkFacts() error {
	seen := unique{}
	for _, q := range l.Facts {
		err := errors.Join(seen.add("fact", string(q.Fact)), known(q.Fact),
			both(q.Question, "question"), both(q.Help, "help"))
		if err != nil {
			return fmt.Errorf("fact %q: %w", q.Fact, err)
		}
	}
	for _, fact := range domain.Facts() {
		if !seen[string(fact)] {
			return fmt.Errorf("fact %q: no question asks for it", fact)
		}
	}
	return nil
}

func (l Checklist) checkGroups() error {
	seen := unique{}
	for _, g := range l.Groups {
		err := errors.Join(seen.add("group", g.ID), both(g.Name, "name"))
		if err == nil && len(l.In(g.ID)) == 0 {
			err = errors.New("has no items")
		}
		if err != nil {
			return fmt.Errorf("group %q: %w", g.ID, err)
		}
	}
	return nil
}

func (l Checklist) checkItems() error {
	seen := unique{}
	for _, item := range l.Items {
		err := errors.Join(seen.add("item", item.ID), l.checkNames(item),
			both(item.Name, "name"), both(item.Question, "question"), both(item.Harm, "harm"),
			item.When.check(), checkSteps(item.How))
		if err != nil {
			return fmt.Errorf("item %q: %w", item.ID, err)
		}
	}
	return nil
}

// checkNames checks the names by which the item points at other entries.
func (l Checklist) checkNames(item Item) error {
	if item.Level != Must && item.Level != Should {
		return fmt.Errorf("unknown level %q", item.Level)
	}
	if !slices.ContainsFunc(l.Groups, func(g Group) bool { return g.ID == item.Group }) {
		return fmt.Errorf("unknown group %q", item.Group)
	}
	if len(item.Sources) == 0 {
		return errors.New("names no source")
	}
	for _, code := range item.Sources {
		if _, ok := l.Source(code); !ok {
			return fmt.Errorf("unknown source %q", code)
		}
	}
	return nil
}

func checkSteps(steps []domain.Text) error {
	if len(steps) == 0 {
		return errors.New("how has no step")
	}
	for i, step := range steps {
		if err := both(step, fmt.Sprintf("how, step %d", i+1)); err != nil {
			return err
		}
	}
	return nil
}

func (c Condition) check() error {
	if c.Fact != "" && len(c.Any) > 0 {
		return errors.New("when has both fact and any")
	}
	for _, fact := range c.facts() {
		if err := known(fact); err != nil {
			return fmt.Errorf("when: %w", err)
		}
	}
	return nil
}

func known(fact domain.Fact) error {
	if !slices.Contains(domain.Facts(), fact) {
		return fmt.Errorf("unknown fact %q", fact)
	}
	return nil
}

// both requires a text in both languages: no sentence of the interface exists
// in one language only.
func both(t domain.Text, field string) error {
	if strings.TrimSpace(t.Ar) == "" {
		return fmt.Errorf("%s lacks Arabic", field)
	}
	if strings.TrimSpace(t.En) == "" {
		return fmt.Errorf("%s lacks English", field)
	}
	return nil
}

// unique collects the ids of one list.
type unique map[string]bool

func (u unique) add(kind, id string) error {
	if id == "" {
		return fmt.Errorf("%s without an id", kind)
	}
	if u[id] {
		return fmt.Errorf("%s id is used twice", kind)
	}
	u[id] = true
	return nil
}
