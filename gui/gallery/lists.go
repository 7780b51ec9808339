package gallery

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"athar/gui/kit"
)

// Enough rows that lists scroll.
const manyRows = 60

// listsPage has what shows many rows.
func listsPage(env *kit.Env) fyne.CanvasObject {
	s := sampleFor(env)
	empty := kit.NewTable(env, tableColumns(env, s), func() int { return 0 }, func(int, int) string { return "" })
	empty.SetEmpty(kit.NewEmptyState(env, fynetheme.DocumentIcon(), s.reason, nil))
	return kit.Column(
		kit.Columns(env, 560, tall(260, list(env, s)), tall(260, tree(env, s))),
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

func tableColumns(env *kit.Env, s sample) []kit.TableColumn {
	return []kit.TableColumn{
		{Title: s.channel, Width: 170, Order: kit.ByText(env, func(row int) string { return channelOf(s, row) })},
		{Title: s.date, Width: 110},
		{Title: s.views, Width: 90, Numeric: true, Order: kit.ByNumber(viewsOf)},
		{Title: s.rate, Width: 110, Numeric: true},
	}
}

func channelOf(s sample, row int) string { return "Facebook " + s.segments[row%len(s.segments)] }

func viewsOf(row int) float64 { return float64(row * 1371 % 40_000) }

func table(env *kit.Env, s sample) fyne.CanvasObject {
	t := kit.NewTable(env, tableColumns(env, s), func() int { return manyRows }, func(row, col int) string {
		switch col {
		case 0:
			return channelOf(s, row)
		case 1:
			return env.Printer.Date(time.Date(2026, 1, 1+row, 0, 0, 0, 0, time.UTC))
		case 2:
			return env.Printer.Number(viewsOf(row))
		}
		return env.Printer.Percent(float64(row%90) / 300)
	})
	t.Multiple = true
	t.SortBy(2, kit.Descending)
	t.SelectRow(29)
	return t
}

// tree has three levels; the IDs are as long as they are deep.
func tree(env *kit.Env, s sample) fyne.CanvasObject {
	t := kit.NewTree(env, kit.TreeOptions{
		Children: func(id string) []string {
			if len(id) >= 3 {
				return nil
			}
			return []string{id + "1", id + "2", id + "3"}
		},
		HasChildren: func(id string) bool { return len(id) < 3 },
		Label: func(id string) string {
			if len(id) == 1 {
				return s.parent + " " + env.Printer.Int(int(id[0]-'0'))
			}
			return s.segments[int(id[len(id)-1]-'0')]
		},
		Icon: func(id string) fyne.Resource {
			if len(id) < 3 {
				return fynetheme.FolderIcon()
			}
			return fynetheme.MailComposeIcon()
		},
		Badge: func(id string) (string, kit.Tone) {
			if len(id) == 2 {
				return env.Printer.Int(12), kit.ToneWarning
			}
			return "", kit.ToneNeutral
		},
	})
	t.SetOpen("1", true)
	t.Select("122")
	return kit.Surface(t)
}
