package audience

import (
	"athar/domain"
	"athar/domain/channel"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// The fields of the form. The names are those that problems, findings and search
// hits use in domain.Place.Field; "age" and "size" lead to two fields each.
const (
	fieldName         = "name"
	fieldDescription  = "description"
	fieldRole         = "role"
	fieldAgeMin       = "age_min"
	fieldAgeMax       = "age_max"
	fieldGender       = "gender"
	fieldPlace        = "place"
	fieldSizeLow      = "size_low"
	fieldSizeHigh     = "size_high"
	fieldSizeSource   = "size_source"
	fieldLanguages    = "languages"
	fieldDialect      = "dialect"
	fieldLiteracy     = "literacy"
	fieldConnectivity = "connectivity"
	fieldDataCost     = "data_cost"
	fieldChannels     = "channels"
	fieldAccessNeeds  = "access_needs"
	fieldHours        = "hours"
	fieldStance       = "stance"
	fieldPower        = "power"
	fieldInterest     = "interest"
	fieldReadiness    = "readiness"
	fieldValues       = "values"
	fieldBarriers     = "barriers"
	fieldMessengers   = "messengers"
	fieldAsk          = "ask"
	fieldRisk         = "risk"
	fieldRiskNote     = "risk_note"
	fieldDataSource   = "data_source"
)

// What problems are about: a pair of figures has one problem together.
const (
	problemName       = fieldName
	problemAge        = "age"
	problemSize       = "size"
	problemSizeSource = fieldSizeSource
)

// textOf returns where the text of a field lives in a segment.
func textOf(field string, s *domain.Segment) *string {
	switch field {
	case fieldName:
		return &s.Name
	case fieldDescription:
		return &s.Description
	case fieldPlace:
		return &s.Place
	case fieldSizeSource:
		return &s.SizeSource
	case fieldHours:
		return &s.Hours
	case fieldValues:
		return &s.Values
	case fieldBarriers:
		return &s.Barriers
	case fieldMessengers:
		return &s.Messengers
	case fieldAsk:
		return &s.Ask
	case fieldRiskNote:
		return &s.RiskNote
	}
	panic("audience: no text is called " + field)
}

// choiceOf returns where the chosen value of a field lives in a segment.
func choiceOf(field string, s *domain.Segment) *string {
	switch field {
	case fieldRole:
		return &s.Role
	case fieldGender:
		return &s.Gender
	case fieldDialect:
		return &s.Dialect
	case fieldLiteracy:
		return &s.Literacy
	case fieldConnectivity:
		return &s.Connectivity
	case fieldStance:
		return &s.Stance
	case fieldReadiness:
		return &s.Readiness
	case fieldRisk:
		return &s.Risk
	case fieldDataSource:
		return &s.DataSource
	}
	panic("audience: no choice is called " + field)
}

// numberOf returns where the figure of a field lives in a segment.
func numberOf(field string, s *domain.Segment) *int {
	switch field {
	case fieldAgeMin:
		return &s.AgeMin
	case fieldAgeMax:
		return &s.AgeMax
	case fieldSizeLow:
		return &s.SizeLow
	case fieldSizeHigh:
		return &s.SizeHigh
	case fieldPower:
		return &s.Power
	case fieldInterest:
		return &s.Interest
	}
	panic("audience: no figure is called " + field)
}

// setOf returns where the set of a field lives in a segment.
func setOf(field string, s *domain.Segment) *[]string {
	switch field {
	case fieldLanguages:
		return &s.Languages
	case fieldChannels:
		return &s.Channels
	case fieldAccessNeeds:
		return &s.AccessNeeds
	}
	panic("audience: no set is called " + field)
}

// options returns what can be chosen in a field, by name. Fields of one choice
// begin with "not said".
func options(p *i18n.Printer, channels channel.Catalog, field string) []kit.Option {
	one := func(prefix string, values []string) []kit.Option {
		return append([]kit.Option{{Value: "", Label: p.T("audience.not_said")}}, named(p, prefix, values)...)
	}
	switch field {
	case fieldRole:
		return one("segment.role.", domain.SegmentRoles())
	case fieldGender:
		return one("segment.gender.", domain.SegmentGenders())
	case fieldDialect:
		return one("segment.dialect.", domain.SegmentDialects())
	case fieldLiteracy:
		return one("segment.literacy.", domain.SegmentLiteracy())
	case fieldConnectivity:
		return one("segment.connectivity.", domain.SegmentConnectivity())
	case fieldStance:
		return one("segment.stance.", domain.SegmentStances())
	case fieldReadiness:
		return one("segment.readiness.", domain.SegmentReadiness())
	case fieldRisk:
		return one("segment.risk.", domain.SegmentRisks())
	case fieldDataSource:
		return one("segment.data_source.", domain.SegmentDataSources())
	case fieldLanguages:
		return named(p, "segment.language.", domain.SegmentLanguages())
	case fieldAccessNeeds:
		return named(p, "segment.access_need.", domain.SegmentAccessNeeds())
	case fieldChannels:
		return channelOptions(p, channels)
	}
	panic("audience: nothing to choose in " + field)
}

func named(p *i18n.Printer, prefix string, values []string) []kit.Option {
	all := make([]kit.Option, len(values))
	for i, v := range values {
		all[i] = kit.Option{Value: v, Label: p.T(prefix + v)}
	}
	return all
}

func channelOptions(p *i18n.Printer, channels channel.Catalog) []kit.Option {
	var all []kit.Option
	for _, c := range channels.Channels() {
		all = append(all, kit.Option{Value: c.ID, Label: c.Name.In(p.Lang())})
	}
	return all
}
