package check

// Mute is the wish not to hear of a rule at a passage again. The passage is
// kept as it was written; another spelling of the same words is meant as well.
type Mute struct {
	Rule    string
	Passage string
}
