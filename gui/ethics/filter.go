package ethics

import (
	"slices"

	checklist "athar/domain/ethics"
	"athar/gui/kit"
)

// filter says which items of a group are shown.
type filter string

// The filters.
const (
	filterAll   filter = "all"
	filterMusts filter = "musts" // open musts
	filterOpen  filter = "open"
)

// keeps reports whether an item is shown.
func (f filter) keeps(s checklist.ItemState) bool {
	switch f {
	case filterMusts:
		return s.IsOpen() && s.Level == checklist.Must
	case filterOpen:
		return s.IsOpen()
	}
	return true
}

// arrange returns the items to show: those that the filter keeps and those that
// are on show already, so that an item does not vanish under the hands of who
// has just answered it. Those that do not apply come last.
func arrange(items []checklist.ItemState, f filter, shown []string) []checklist.ItemState {
	var first, last []checklist.ItemState
	for _, s := range items {
		switch {
		case !f.keeps(s) && !slices.Contains(shown, s.Item.ID):
		case s.Standing == checklist.NotApplicable:
			last = append(last, s)
		default:
			first = append(first, s)
		}
	}
	return append(first, last...)
}

// nextOpen returns the next open item after the one with the id, in the order
// of the checklist and from its end back to its beginning; while only open musts
// are shown, the next open must. An unknown id means from the beginning.
func nextOpen(s checklist.Status, f filter, after string) (checklist.ItemState, bool) {
	if f == filterAll {
		f = filterOpen
	}
	from := slices.IndexFunc(s.Items, func(i checklist.ItemState) bool { return i.Item.ID == after }) + 1
	for i := range s.Items {
		if state := s.Items[(from+i)%len(s.Items)]; f.keeps(state) {
			return state, true
		}
	}
	return checklist.ItemState{}, false
}

// filterOptions returns the filters to choose from.
func (p presenter) filterOptions() []kit.Option {
	var all []kit.Option
	for _, f := range []filter{filterAll, filterMusts, filterOpen} {
		all = append(all, kit.Option{Value: string(f), Label: p.printer.T("ethics.filter." + string(f))})
	}
	return all
}

// nothingKept says that a filter leaves nothing of a group.
func (p presenter) nothingKept(f filter) string {
	if f == filterMusts {
		return p.printer.T("ethics.no_open_musts")
	}
	return p.printer.T("ethics.no_open")
}
