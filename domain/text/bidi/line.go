package bidi

// Run is a stretch of text with one level: the runes from Start up to End.
type Run struct {
	Start, End int
	Level      Level
}

// LineLevels returns the levels of the runes from start up to end, shown as one line
// (rule L1): white space at the end of the line and before tabs returns to the
// paragraph's level. The caller may change the slice.
func (p Paragraph) LineLevels(start, end int) []Level {
	levels := make([]Level, end-start)
	copy(levels, p.Levels[start:end])
	const space = 1<<cWS | 1<<cPDI | initiators | removed
	trailing := true
	for i := end - 1; i >= start; i-- {
		c := p.classes[i]
		switch {
		case c == cS || c == cB:
			trailing = true
		case !c.in(space):
			trailing = false
		}
		if trailing {
			levels[i-start] = p.Base
		}
	}
	return levels
}

// LineRuns returns the runs of the line from start up to end in the order in which they
// stand from left to right. Starts and ends count from the paragraph's beginning.
func (p Paragraph) LineRuns(start, end int) []Run {
	runs := VisualRuns(p.LineLevels(start, end))
	for i := range runs {
		runs[i].Start += start
		runs[i].End += start
	}
	return runs
}

// VisualRuns cuts a line into runs of equal level and puts them in the order in which
// they stand from left to right (rule L2). Inside a run the order of the runes is the
// text's; a run of an odd level is shown from its end to its start.
func VisualRuns(levels []Level) []Run {
	runs := make([]Run, 0, 8)
	highest, lowestOdd := Level(0), Level(maxDepth+2)
	for i, l := range levels {
		if i > 0 && levels[i-1] == l {
			runs[len(runs)-1].End++
			continue
		}
		runs = append(runs, Run{Start: i, End: i + 1, Level: l})
		highest = max(highest, l)
		if l.RTL() {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd; l-- {
		reverseFrom(runs, l)
	}
	return runs
}

// reverseFrom reverses each stretch of runs that have level l or a higher one.
func reverseFrom(runs []Run, l Level) {
	for i := 0; i < len(runs); i++ {
		if runs[i].Level < l {
			continue
		}
		end := i + 1
		for end < len(runs) && runs[end].Level >= l {
			end++
		}
		for a, b := i, end-1; a < b; a, b = a+1, b-1 {
			runs[a], runs[b] = runs[b], runs[a]
		}
		i = end
	}
}

// VisualOrder returns, for each place from left to right, the index of the rune that
// stands there (rule L2). Levels are those of one line.
func VisualOrder(levels []Level) []int {
	order := make([]int, 0, len(levels))
	for _, run := range VisualRuns(levels) {
		if run.Level.RTL() {
			for i := run.End - 1; i >= run.Start; i-- {
				order = append(order, i)
			}
			continue
		}
		for i := run.Start; i < run.End; i++ {
			order = append(order, i)
		}
	}
	return order
}
