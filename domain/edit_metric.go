package domain

// AddIndicator adds an indicator at the end of the list.
type AddIndicator struct{ Indicator Indicator }

// Label implements Edit.
func (AddIndicator) Label() string { return "edit.indicator.add" }

// MergeKey implements Edit.
func (AddIndicator) MergeKey() string { return "" }

// Apply implements Edit.
func (e AddIndicator) Apply(c Campaign) (Campaign, error) {
	list := c.SortedIndicators()
	last := ""
	if n := len(list); n > 0 {
		last = list[n-1].Order
	}
	e.Indicator.Order = OrderBetween(last, "")
	return c.put(e.Indicator)
}

// ChangeIndicator replaces an indicator by what it is after a change to Field.
type ChangeIndicator struct {
	Indicator Indicator
	Field     string
}

// Label implements Edit.
func (ChangeIndicator) Label() string { return "edit.indicator.change" }

// MergeKey implements Edit.
func (e ChangeIndicator) MergeKey() string {
	return mergeKey(KindIndicator, e.Indicator.ID, e.Field)
}

// Place implements PlacedEdit.
func (e ChangeIndicator) Place() Place { return Place{KindIndicator, e.Indicator.ID, "", e.Field} }

// Apply implements Edit.
func (e ChangeIndicator) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Indicator(e.Indicator.ID); !ok {
		return c, Problem(ErrNotFound, "indicator")
	}
	return c.put(e.Indicator)
}

// RemoveIndicator removes an indicator and its readings.
type RemoveIndicator struct{ ID ID }

// Label implements Edit.
func (RemoveIndicator) Label() string { return "edit.indicator.remove" }

// MergeKey implements Edit.
func (RemoveIndicator) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveIndicator) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Indicator(e.ID); !ok {
		return c, Problem(ErrNotFound, "indicator")
	}
	for _, r := range c.SortedReadings(e.ID) {
		var err error
		if c, err = c.drop(KindReading, r.ID); err != nil {
			return c, err
		}
	}
	return c.drop(KindIndicator, e.ID)
}

// PutReading adds a reading or replaces the one with its ID.
type PutReading struct{ Reading Reading }

// Label implements Edit.
func (PutReading) Label() string { return "edit.reading.put" }

// MergeKey implements Edit.
func (PutReading) MergeKey() string { return "" }

// Apply implements Edit.
func (e PutReading) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.Indicator(e.Reading.Indicator); !ok {
		return c, Problem(ErrNotFound, "indicator")
	}
	return c.put(e.Reading)
}

// RemoveReading removes a reading.
type RemoveReading struct{ ID ID }

// Label implements Edit.
func (RemoveReading) Label() string { return "edit.reading.remove" }

// MergeKey implements Edit.
func (RemoveReading) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveReading) Apply(c Campaign) (Campaign, error) {
	if _, ok := find(c.Readings, e.ID); !ok {
		return c, Problem(ErrNotFound, "reading")
	}
	return c.drop(KindReading, e.ID)
}

// AddDataSets adds imported data sets, all of one import in one step. Their
// rows must be in the store already.
type AddDataSets struct{ DataSets []DataSet }

// Label implements Edit.
func (AddDataSets) Label() string { return "edit.dataset.add" }

// MergeKey implements Edit.
func (AddDataSets) MergeKey() string { return "" }

// Apply implements Edit.
func (e AddDataSets) Apply(c Campaign) (Campaign, error) {
	for _, d := range e.DataSets {
		var err error
		if c, err = c.put(d); err != nil {
			return c, err
		}
	}
	return c, nil
}

// RemoveDataSet takes a data set out of the campaign. Its rows stay in the
// store, so that undo brings it back.
type RemoveDataSet struct{ ID ID }

// Label implements Edit.
func (RemoveDataSet) Label() string { return "edit.dataset.remove" }

// MergeKey implements Edit.
func (RemoveDataSet) MergeKey() string { return "" }

// Apply implements Edit.
func (e RemoveDataSet) Apply(c Campaign) (Campaign, error) {
	if _, ok := c.DataSet(e.ID); !ok {
		return c, Problem(ErrNotFound, "data_set")
	}
	return c.drop(KindDataSet, e.ID)
}
