package domain

func segmentParts(s *Segment) []part {
	return []part{
		order(&s.Order),
		name("name", &s.Name),
		prose("description", &s.Description),
		name("role", &s.Role),

		whole("size_low", &s.SizeLow),
		whole("size_high", &s.SizeHigh),
		prose("size_source", &s.SizeSource),
		whole("age_min", &s.AgeMin),
		whole("age_max", &s.AgeMax),
		name("gender", &s.Gender),
		prose("place", &s.Place),

		set("languages", &s.Languages),
		name("dialect", &s.Dialect),
		name("literacy", &s.Literacy),
		name("connectivity", &s.Connectivity),
		flag("data_cost", &s.DataCost),
		set("channels", &s.Channels),
		set("access_needs", &s.AccessNeeds),

		name("stance", &s.Stance),
		whole("power", &s.Power),
		whole("interest", &s.Interest),
		name("readiness", &s.Readiness),

		prose("values", &s.Values),
		prose("barriers", &s.Barriers),
		prose("messengers", &s.Messengers),
		prose("ask", &s.Ask),
		prose("hours", &s.Hours),

		name("risk", &s.Risk),
		prose("risk_note", &s.RiskNote),
		name("data_source", &s.DataSource),
	}
}
