package domain

import "slices"

// FieldText is what is written in a field that has its name from content: one of
// a framework, or one of a channel beside its main text, such as the title of a
// video. Lists of them are sorted by field, and none is without text.
type FieldText struct {
	Field string // id of the field in the content
	Text  Text
}

// fieldText returns what is written in a field of the list.
func fieldText(list []FieldText, field string) Text {
	if i, ok := fieldIndex(list, field); ok {
		return list[i].Text
	}
	return Text{}
}

// withFieldText returns the list with a field replaced, nil for an empty one; the
// list itself stays as it is.
func withFieldText(list []FieldText, field string, t Text) []FieldText {
	i, ok := fieldIndex(list, field)
	list = slices.Clone(list)
	switch {
	case t.Empty() && ok:
		list = slices.Delete(list, i, i+1)
	case ok:
		list[i].Text = t
	case !t.Empty():
		list = slices.Insert(list, i, FieldText{field, t})
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func fieldIndex(list []FieldText, field string) (int, bool) {
	return slices.BinarySearchFunc(list, field, func(f FieldText, id string) int {
		return compareStrings(f.Field, id)
	})
}
