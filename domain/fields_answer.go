package domain

func answerParts(a *Answer) []part {
	return []part{
		name("item", &a.Item),
		name("value", &a.Value),
		prose("reason", &a.Reason),
		moment("at", &a.At),
	}
}
