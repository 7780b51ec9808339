package kit

import (
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/theme"
)

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.track, s.filled}
	for _, t := range s.ticks {
		objects = append(objects, t)
	}
	return drawn(&drawing{
		widget: s, objects: append(objects, s.ring.line, s.thumb, s.cover, s.text.shown, s.wheel),
		measure: s.measure, arrange: s.arrange, paint: s.paint,
	})
}

// mostTicks is how many marks are told apart at all.
const mostTicks = 100

// tickCount returns how many values have a mark; 0 for none at all.
func (s *Slider) tickCount() int {
	if !s.o.Ticks || s.o.Step == 0 || s.o.Max == s.o.Min {
		return 0
	}
	if steps := (s.o.Max - s.o.Min) / s.o.Step; steps < mostTicks {
		return int(math.Ceil(steps-1e-9)) + 1
	}
	return 0
}

// side is how wide the thumb is.
func (s *Slider) side() float32 { return size(fynetheme.SizeNameInlineIcon) - 2 }

// ends returns where the middle of the thumb is, from the reading start, at the
// two ends.
func (s *Slider) ends() (least, most float32) {
	least = size(theme.Space4) + s.side()/2
	return least, max(least, s.Size().Width-s.room-size(theme.Space12)-least)
}

// share is the part of the way from the least value that a value is at.
func (s *Slider) share(value float64) float32 {
	if s.o.Max == s.o.Min {
		return 0
	}
	return float32((value - s.o.Min) / (s.o.Max - s.o.Min))
}

// at returns how far from the left the middle of the thumb is at a value.
func (s *Slider) at(value float64) float32 {
	least, most := s.ends()
	return s.env.place(least+s.share(value)*(most-least), 0, s.Size().Width)
}

// middle returns how far from the left the middle of the thumb is.
func (s *Slider) middle() float32 { return s.at(s.value) }

// valueAt returns the value at a distance from the left.
func (s *Slider) valueAt(x float32) float64 {
	least, most := s.ends()
	if most <= least {
		return s.value
	}
	way := (s.env.place(x, 0, s.Size().Width) - least) / (most - least)
	return s.o.Min + float64(way)*(s.o.Max-s.o.Min)
}

func (s *Slider) measure() fyne.Size {
	const short = 4 // thumbs: less is no way to go
	return fyne.NewSize(short*s.side()+s.room+size(theme.Space12), inputHeight())
}

func (s *Slider) preferredSize() fyne.Size {
	return fyne.NewSize(size(theme.SizeTextColumn)/2, inputHeight())
}

func (s *Slider) arrange(space fyne.Size) {
	least, most := s.ends()
	thick, middle := size(theme.Space4), space.Height/2
	long := most - least
	place(s.track, s.env.place(least, long, space.Width), middle-thick/2, long, thick)
	done := s.share(s.value) * long
	place(s.filled, s.env.place(least, done, space.Width), middle-thick/2, done, thick)
	side := s.side()
	x, y := s.middle()-side/2, (space.Height-side)/2
	place(s.thumb, x, y, side, side)
	place(s.cover, x, y, side, side)
	s.ring.around(x, y, side, side)
	s.arrangeTicks(middle + side/2 + 1)
	s.text.put(s.env.place(space.Width-s.room, s.room, space.Width), 0, s.room, space.Height)
	s.wheel.cover(space, s.focused)
}

// arrangeTicks puts the marks below the track, or hides all of them where they
// would run into a line.
func (s *Slider) arrangeTicks(y float32) {
	const wide, apart = 1, 4
	least, most := s.ends()
	crowded := float32(len(s.ticks))*apart > most-least
	for i, t := range s.ticks {
		value := min(s.o.Min+float64(i)*s.o.Step, s.o.Max)
		t.Hidden = crowded
		place(t, s.at(value)-wide/2, y, wide, size(theme.Space4))
	}
}

// widest returns the width of the longest of the values, so that nothing moves
// while they change. Where they are too many, the ends and what lies between
// them stand for all.
func (s *Slider) widest() float32 {
	const most = 64
	by := s.step()
	if by > 0 && (s.o.Max-s.o.Min)/by > most {
		by = (s.o.Max - s.o.Min) / most
	}
	width := s.text.size().Width
	for i := range most + 1 {
		value := s.nearest(s.o.Min + float64(i)*by)
		width = max(width, s.text.face.measure(s.env.Visual(s.o.Format(value))))
		if value >= s.o.Max {
			break
		}
	}
	return width + 1
}

func (s *Slider) paint() {
	rest, done, thumb, ink := fynetheme.ColorNameInputBorder, fynetheme.ColorNamePrimary, fynetheme.ColorNamePrimary, fynetheme.ColorNameForeground
	if s.disabled {
		done, thumb, ink = fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabled
	}
	// The way that is not gone yet is hollow: the two are told apart in any
	// colour.
	fillBox(s.track, fynetheme.ColorNameInputBackground, rest)
	fillBox(s.filled, done, "")
	fillBox(s.thumb, thumb, fynetheme.ColorNameInputBackground)
	fillBox(s.cover, s.veil(), "")
	s.track.CornerRadius, s.filled.CornerRadius = size(theme.Space4)/2, size(theme.Space4)/2
	s.thumb.CornerRadius, s.cover.CornerRadius = s.side()/2, s.side()/2
	for _, t := range s.ticks {
		fillBox(t, rest, "")
	}
	s.text.face = StyleBody.face()
	s.text.face.color = ink
	s.text.refresh()
	s.room = s.widest()
	s.ring.show(s.ringed(), fynetheme.SizeNameMenuRadius)
	s.ring.line.CornerRadius = s.side()/2 + ringDistance()
}
