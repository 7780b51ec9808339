package audit

import (
	"strconv"

	"athar/domain"
)

func digits(n int) string { return strconv.Itoa(n) }

// aboutKind returns the fields of a kind of records, in the order in which people
// know them.
func aboutKind(k domain.Kind) []About {
	switch k {
	case domain.KindHeader:
		return aboutHeader()
	case domain.KindSegment:
		return aboutSegment()
	case domain.KindMessage:
		return aboutMessage()
	case domain.KindAnswer:
		return []About{
			{Path: "item", Meaning: Choice, List: FromItems, hidden: true},
			choice("value", "ethics.answer."), of("reason", Words), of("at", Moment),
		}
	case domain.KindIndicator:
		return []About{
			of("name", Name), choice("metric", FromMetrics), choice("aggregate", "metrics.aggregate."),
			choice("tag", "metrics.tag."), of("baseline", Number), of("target", Number), of("due", Day), of("order", Place),
		}
	case domain.KindReading:
		return []About{
			{Path: "indicator", Meaning: Choice, List: FromIndicators, hidden: true},
			of("at", Day), of("value", Number), of("note", Words),
		}
	case domain.KindDataSet:
		return aboutDataSet()
	}
	return nil
}

func of(path string, m Meaning) About { return About{Path: path, Meaning: m} }

func choice(path string, l List) About { return About{Path: path, Meaning: Choice, List: l} }

func members(path string, l List) About { return About{Path: path, Meaning: Members, List: l} }

func aboutHeader() []About {
	return []About{
		of("title", Name), of("goal", Words), choice("stage", "stage."), of("fact", YesNo),
		choice("template", FromTemplates), members("forced", FromItems),
		of("sample", YesNo), of("created", Moment), of("trashed", Moment),
	}
}

func aboutSegment() []About {
	return []About{
		of("name", Name), of("description", Words), choice("role", "segment.role."),
		of("age_min", Number), of("age_max", Number), choice("gender", "segment.gender."), of("place", Words),
		of("size_low", Number), of("size_high", Number), of("size_source", Words),
		members("languages", "segment.language."), choice("dialect", "segment.dialect."),
		choice("literacy", "segment.literacy."), choice("connectivity", "segment.connectivity."), of("data_cost", YesNo),
		members("channels", FromChannels), members("access_needs", "segment.access_need."), of("hours", Words),
		choice("stance", "segment.stance."), of("power", Number), of("interest", Number),
		choice("readiness", "segment.readiness."),
		of("values", Words), of("barriers", Words), of("messengers", Words), of("ask", Words),
		choice("risk", "segment.risk."), of("risk_note", Words), choice("data_source", "segment.data_source."),
		of("order", Place),
	}
}

func aboutMessage() []About {
	return []About{
		of("title", Name), choice("status", "messages.status."),
		of("core/ar", Words), of("core/en", Words), of("action/ar", Words), of("action/en", Words),
		members("segments", FromSegments),
		of("variant", YesNo), of("variant/ar", Words), of("variant/en", Words), of("order", Place),
	}
}

func aboutDataSet() []About {
	return []About{
		of("file", Name), choice("shape", "metrics.shape."), of("encoding", Name),
		of("from", Day), of("to", Day), of("read", Number), of("kept", Number), of("skipped", Number),
		of("duplicate", Number), of("damaged", Number), of("imported", Moment),
		of("column/name", Name), choice("column/metric", FromMetrics), of("column/sum", Number),
		of("column/missing", Number), of("hash", Name),
	}
}
