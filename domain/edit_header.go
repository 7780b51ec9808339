package domain

import "time"

// Rename changes the campaign's title.
type Rename struct{ Title string }

// Label implements Edit.
func (Rename) Label() string { return "edit.campaign.rename" }

// MergeKey implements Edit.
func (Rename) MergeKey() string { return "title" }

// Apply implements Edit. An empty title is refused: lists would show nothing.
func (e Rename) Apply(c Campaign) (Campaign, error) {
	if e.Title == "" {
		return c, Problem(ErrRequired, "title")
	}
	c.Header.Title = e.Title
	return c, nil
}

// SetGoal changes what the campaign wants to be different.
type SetGoal struct{ Goal string }

// Label implements Edit.
func (SetGoal) Label() string { return "edit.campaign.goal" }

// MergeKey implements Edit.
func (SetGoal) MergeKey() string { return "goal" }

// Place implements PlacedEdit.
func (SetGoal) Place() Place { return Place{Kind: KindHeader, Field: "goal"} }

// Apply implements Edit.
func (e SetGoal) Apply(c Campaign) (Campaign, error) {
	c.Header.Goal = e.Goal
	return c, nil
}

// SetStage moves the campaign to another stage.
type SetStage struct{ Stage Stage }

// Label implements Edit.
func (SetStage) Label() string { return "edit.campaign.stage" }

// MergeKey implements Edit.
func (SetStage) MergeKey() string { return "" }

// Apply implements Edit.
func (e SetStage) Apply(c Campaign) (Campaign, error) {
	for _, s := range Stages() {
		if s == e.Stage {
			c.Header.Stage = s
			return c, nil
		}
	}
	return c, Problem(ErrUnknownValue, "stage")
}

// SetFact answers whether something is true of the plan.
type SetFact struct {
	Fact Fact
	Yes  bool
}

// Label implements Edit.
func (SetFact) Label() string { return "edit.campaign.fact" }

// MergeKey implements Edit. As with AnswerItem, walking over the answers is one
// change of mind.
func (e SetFact) MergeKey() string { return "fact:" + string(e.Fact) }

// Place implements PlacedEdit.
func (e SetFact) Place() Place { return Place{Kind: KindHeader, Field: "fact." + string(e.Fact)} }

// Apply implements Edit.
func (e SetFact) Apply(c Campaign) (Campaign, error) {
	c.Header = c.Header.withFact(e.Fact, e.Yes)
	return c, nil
}

// Trash puts the campaign into the trash.
type Trash struct{ At time.Time }

// Label implements Edit.
func (Trash) Label() string { return "edit.campaign.trash" }

// MergeKey implements Edit.
func (Trash) MergeKey() string { return "" }

// Apply implements Edit.
func (e Trash) Apply(c Campaign) (Campaign, error) {
	c.Header.Trashed = e.At
	return c, nil
}

// Restore takes the campaign out of the trash.
type Restore struct{}

// Label implements Edit.
func (Restore) Label() string { return "edit.campaign.restore" }

// MergeKey implements Edit.
func (Restore) MergeKey() string { return "" }

// Apply implements Edit.
func (Restore) Apply(c Campaign) (Campaign, error) {
	c.Header.Trashed = time.Time{}
	return c, nil
}
