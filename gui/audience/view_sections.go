package audience

import (
	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/kit"
)

// Lines that editors show without scrolling.
const (
	fewLines  = 2
	someLines = 3
)

func (f *form) makeWho() fyne.CanvasObject {
	t := f.env.T
	ages := f.pair(problemAge, t("audience.age"), "",
		newNumber(f.env, fieldAgeMin, domain.MaxAge, f.edits), newNumber(f.env, fieldAgeMax, domain.MaxAge, f.edits),
		t("audience.from"), t("audience.to"), t("audience.years"))
	return kit.NewCard(f.env, t("audience.section.who"), kit.Form(f.env,
		f.two(
			f.row(fieldName, t("audience.name"), "",
				newLine(f.env, fieldName, t("audience.name_example"), f.edits)),
			f.choice(fieldRole, t("audience.role"), ""),
			f.row(fieldDescription, t("audience.description"), t("audience.description_help"),
				newEditor(f.env, fieldDescription, "", fewLines, f.edits)),
			f.row(fieldPlace, t("audience.place"), t("audience.place_help"),
				newEditor(f.env, fieldPlace, "", fewLines, f.edits)),
			ages,
			f.choice(fieldGender, t("audience.gender"), ""),
		),
		f.facts.minors.content,
	))
}

func (f *form) makeHowMany() fyne.CanvasObject {
	t := f.env.T
	size := f.pair(problemSize, t("audience.how_many"), t("audience.how_many_help"),
		newNumber(f.env, fieldSizeLow, domain.MaxPeople, f.edits), newNumber(f.env, fieldSizeHigh, domain.MaxPeople, f.edits),
		t("audience.from"), t("audience.to"), t("audience.people"))
	return kit.NewCard(f.env, t("audience.section.how_many"), kit.Form(f.env,
		f.two(size, f.row(fieldSizeSource, t("audience.size_source"), t("audience.size_source_help"),
			newLine(f.env, fieldSizeSource, t("audience.size_source_example"), f.edits))),
		f.facts.small.content,
	))
}

func (f *form) makeReach() fyne.CanvasObject {
	t := f.env.T
	return kit.NewCard(f.env, t("audience.section.reach"), kit.Form(f.env,
		f.two(
			f.set(fieldLanguages, t("audience.languages"), ""),
			f.choice(fieldDialect, t("audience.dialect"), t("audience.dialect_help")),
			f.choice(fieldLiteracy, t("audience.literacy"), ""),
			f.choice(fieldConnectivity, t("audience.connectivity"), ""),
			f.row(fieldDataCost, t("audience.data_cost"), "", newDataCost(f.env, f.edits)),
			f.row(fieldHours, t("audience.hours"), "",
				newLine(f.env, fieldHours, t("audience.hours_example"), f.edits)),
		),
		f.set(fieldChannels, t("audience.channels"), ""),
		f.set(fieldAccessNeeds, t("audience.access_needs"), ""),
		f.facts.reading.content, f.facts.connection.content,
	))
}

func (f *form) makeStand() fyne.CanvasObject {
	t := f.env.T
	return kit.NewCard(f.env, t("audience.section.stand"), kit.Form(f.env,
		f.two(
			f.choice(fieldStance, t("audience.stance"), ""),
			f.choice(fieldReadiness, t("audience.readiness"), ""),
			f.row(fieldPower, t("audience.power"), t("audience.power_help"), newRating(f.env, fieldPower, f.edits)),
			f.row(fieldInterest, t("audience.interest"), t("audience.interest_help"), newRating(f.env, fieldInterest, f.edits)),
		),
		f.facts.quadrant.content, f.facts.opponent.content,
	))
}

func (f *form) makeMoves() fyne.CanvasObject {
	t := f.env.T
	text := func(field, label, help string) fyne.CanvasObject {
		return f.row(field, label, help, newEditor(f.env, field, "", someLines, f.edits))
	}
	return kit.NewCard(f.env, t("audience.section.moves"), f.two(
		text(fieldValues, t("audience.values"), t("audience.values_help")),
		text(fieldBarriers, t("audience.barriers"), t("audience.barriers_help")),
		text(fieldMessengers, t("audience.messengers"), t("audience.messengers_help")),
		text(fieldAsk, t("audience.ask"), t("audience.ask_help")),
	))
}

func (f *form) makeCare() fyne.CanvasObject {
	t := f.env.T
	return kit.NewCard(f.env, t("audience.section.care"), kit.Form(f.env,
		f.two(
			f.choice(fieldRisk, t("audience.risk"), t("audience.risk_help")),
			f.choice(fieldDataSource, t("audience.data_source"), t("audience.data_source_help")),
		),
		f.row(fieldRiskNote, t("audience.risk_note"), t("audience.risk_note_help"),
			newEditor(f.env, fieldRiskNote, "", fewLines, f.edits)),
	))
}
