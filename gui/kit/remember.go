package kit

import "athar/domain/text/bidi"

// Directions remembers which direction people gave to texts, beyond the life of
// the widgets: a window is made anew when its language changes. A key says which
// text, as the ID of a record and the name of a field do; it never has words of
// the text itself.
type Directions interface {
	// Direction returns what was kept under a key, usual when nothing was.
	Direction(key string, usual bidi.Direction) bidi.Direction
	// KeepDirection keeps a direction. The usual one need not be kept.
	KeepDirection(key string, d, usual bidi.Direction)
}

// Remember says which text is in the field from now on: it goes in the direction
// that somebody gave it at another time, or else in that which the field was made
// with. "" is a text whose direction is not remembered.
func (in *input) Remember(key string) {
	if key == in.key {
		return
	}
	in.key = key
	in.setDirection(in.remembered())
}

func (in *input) remembered() bidi.Direction {
	if in.key == "" || in.env.Directions == nil {
		return in.usual
	}
	return in.env.Directions.Direction(in.key, in.usual)
}

// turned hears of the direction that the person chose.
func (in *input) turned(d bidi.Direction) {
	in.BaseWidget.Refresh()
	if in.key != "" && in.env.Directions != nil {
		in.env.Directions.KeepDirection(in.key, d, in.usual)
	}
}
