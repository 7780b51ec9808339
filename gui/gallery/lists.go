package gallery

import (
	"fmt"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
)

// Enough rows that lists scroll.
const manyRows = 60

// listsPage has what shows many rows.
func listsPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	empty := kit.NewTable(env, tableColumns(s), func() int { return 0 }, func(int, int) string { return "" })
	empty.SetEmpty(kit.NewEmptyState(env, fynetheme.DocumentIcon(), s.reason, nil))
	return kit.Column(
		kit.Columns(env, 560, tall(260, list(env, s))),
		kit.Columns(env, 560, tall(240, table(env, s)), tall(240, empty)),
	)
}

func list(env *kit.Env, s sample) fyne.CanvasObject {
	l := kit.NewList(env, kit.ListOptions{
		Count: func() int { return manyRows },
		Row: func() fyne.CanvasObject {
			return kit.Pad(8, kit.Border(env, nil, nil, nil, kit.NewBadge(env, "", kit.ToneNeutral), kit.NewLabel(env, "", kit.StyleBody)))
		},
		Update: func(i int, row fyne.CanvasObject) {
			line := row.(*fyne.Container).Objects[0].(*fyne.Container)
			for _, o := range line.Objects {
				switch o := o.(type) {
				case *kit.Label:
					o.SetText(fmt.Sprintf("%s. %s", env.Printer.Int(i+1), s.segments[i%len(s.segments)]))
				case *kit.Badge:
					o.Set(env.Printer.Int(i*7%13), kit.ToneInfo)
				}
			}
		},
	})
	l.Select(1)
	return kit.Surface(l)
}

func tableColumns(s sample) []kit.TableColumn {
	return []kit.TableColumn{
		{Title: s.channel, Width: 170},
		{Title: s.date, Width: 110},
		{Title: s.views, Width: 90, Numeric: true},
		{Title: s.rate, Width: 110, Numeric: true},
	}
}

func table(env *kit.Env, s sample) fyne.CanvasObject {
	t := kit.NewTable(env, tableColumns(s), func() int { return manyRows }, func(row, col int) string {
		switch col {
		case 0:
			return "Facebook " + s.segments[row%len(s.segments)]
		case 1:
			return fmt.Sprintf("2026-01-%02d", 1+row%28)
		case 2:
			return env.Printer.Int(row * 1371 % 40_000)
		}
		return env.Printer.Percent(float64(row%90) / 300)
	})
	t.SelectRow(2)
	return t
}
