package kit

// scene is a text with what every key must do in it. All of it was worked out by
// hand from the rules, not read off the program.
type scene struct {
	name, text string
	// lines are drawn from left to right as these runs.
	lines []sceneLine
	// rows say for a caret where each key leads. A caret is written index.gap, or
	// index.gap:line beyond the first line; gaps are counted from the left end of a
	// line. "=" is where it was. An edit is written as the runes it removes, from-to;
	// "-" is none.
	rows []sceneRow
}

type sceneLine struct {
	rtl  bool // its paragraph
	runs []sceneRun
}

// sceneRun is a stretch of one direction, by its runes in the text.
type sceneRun struct {
	start, end int
	rtl        bool
}

type sceneRow struct {
	at string
	//   Left Right Up Down Home End PageUp PageDown
	plain string
	//   Left Right Home End
	ctrl string
	//   Backspace Delete, Ctrl+Backspace Ctrl+Delete
	edits string
}

func keyScenes() []scene {
	return []scene{
		{"Arabic", "سلام يا", []sceneLine{{true, []sceneRun{{0, 7, true}}}}, []sceneRow{
			{"0.7", "1.6 = = = = 7.0 = =", "4.3 = = 7.0", "- 0-1 - 0-4"},
			{"2.5", "3.4 1.6 = = 0.7 7.0 = =", "4.3 0.7 0.7 7.0", "1-2 2-3 0-2 2-4"},
			{"3.4", "4.3 2.5 = = 0.7 7.0 = =", "4.3 0.7 0.7 7.0", "2-3 3-4 0-3 3-4"},
			{"7.0", "= 6.1 = = 0.7 = = =", "= 5.2 0.7 =", "6-7 - 5-7 -"},
		}},
		{"English", "one two", []sceneLine{{false, []sceneRun{{0, 7, false}}}}, []sceneRow{
			{"0.0", "= 1.1 = = = 7.7 = =", "= 3.3 = 7.7", "- 0-1 - 0-3"},
			{"3.3", "2.2 4.4 = = 0.0 7.7 = =", "0.0 7.7 0.0 7.7", "2-3 3-4 0-3 3-7"},
			{"7.7", "6.6 = = = 0.0 = = =", "4.4 = 0.0 =", "6-7 - 4-7 -"},
		}},
		// From left to right: م ع ن, a blank, a b c, a blank, ل ق.
		{"Latin in Arabic", "قل abc نعم", []sceneLine{{true, []sceneRun{{6, 10, true}, {3, 6, false}, {0, 3, true}}}}, []sceneRow{
			{"0.10", "1.9 = = = = 10.0 = =", "2.8 = = 10.0", "- 0-1 - 0-2"},
			{"3.4", "7.3 4.5 = = 0.10 10.0 = =", "10.0 6.7 0.10 10.0", "2-3 3-4 0-3 3-6"},
			{"3.7", "5.6 2.8 = = 0.10 10.0 = =", "3.4 0.10 0.10 10.0", "2-3 3-4 0-3 3-6"},
			{"5.6", "4.5 6.7 = = 0.10 10.0 = =", "3.4 6.7 0.10 10.0", "4-5 5-6 3-5 5-6"},
			{"10.0", "= 9.1 = = 0.10 = = =", "= 7.3 0.10 =", "9-10 - 7-10 -"},
		}},
		// From left to right: a b c, a blank, م ل س, a dot.
		{"Arabic in Latin", "abc سلم.", []sceneLine{{false, []sceneRun{{0, 4, false}, {4, 7, true}, {7, 8, false}}}}, []sceneRow{
			{"0.0", "= 1.1 = = = 8.8 = =", "= 3.3 = 8.8", "- 0-1 - 0-3"},
			{"4.4", "3.3 6.5 = = 0.0 8.8 = =", "0.0 4.7 0.0 8.8", "3-4 4-5 0-4 4-7"},
			{"7.7", "5.6 8.8 = = 0.0 8.8 = =", "7.4 8.8 0.0 8.8", "6-7 7-8 4-7 7-8"},
			{"8.8", "7.7 = = = 0.0 = = =", "7.4 = 0.0 =", "7-8 - 7-8 -"},
		}},
		{"tashkeel", "بَّ تٌ", []sceneLine{{true, []sceneRun{{0, 6, true}}}}, []sceneRow{
			{"0.3", "3.2 = = = = 6.0 = =", "3.2 = = 6.0", "- 0-3 - 0-3"},
			{"3.2", "4.1 0.3 = = 0.3 6.0 = =", "6.0 0.3 0.3 6.0", "2-3 3-4 0-3 3-6"},
			{"6.0", "= 4.1 = = 0.3 = = =", "= 4.1 0.3 =", "5-6 - 4-6 -"},
		}},
		// From left to right: the date, a blank, ي ف, a blank, the sign, the number, a
		// blank, ص ن.
		{"digits", "نص 4.5% في 30/06/2026", []sceneLine{{true, []sceneRun{
			{11, 21, false}, {6, 11, true}, {3, 6, false}, {0, 3, true},
		}}}, []sceneRow{
			{"0.21", "1.20 = = = = 21.0 = =", "2.19 = = 21.0", "- 0-1 - 0-2"},
			{"3.15", "7.14 4.16 = = 0.21 21.0 = =", "10.11 6.18 0.21 21.0", "2-3 3-4 0-3 3-6"},
			{"6.18", "5.17 2.19 = = 0.21 21.0 = =", "3.15 0.21 0.21 21.0", "5-6 6-7 3-6 6-7"},
			{"13.2", "12.1 14.3 = = 0.21 21.0 = =", "21.0 21.10 0.21 21.0", "12-13 13-14 11-13 13-21"},
			{"21.0", "= 12.1 = = 0.21 = = =", "= 21.10 0.21 =", "20-21 - 11-21 -"},
		}},
		{"lam-alef", "لا", []sceneLine{{true, []sceneRun{{0, 2, true}}}}, []sceneRow{
			{"0.2", "1.1 = = = = 2.0 = =", "2.0 = = 2.0", "- 0-1 - 0-2"},
			{"1.1", "2.0 0.2 = = 0.2 2.0 = =", "2.0 0.2 0.2 2.0", "0-1 1-2 0-1 1-2"},
			{"2.0", "= 1.1 = = 0.2 = = =", "= 0.2 0.2 =", "1-2 - 0-2 -"},
		}},
		{"empty", "", []sceneLine{{true, nil}}, []sceneRow{
			{"0.0", "= = = = = = = =", "= = = =", "- - - -"},
		}},
		{"two directions", "نص\nab", []sceneLine{
			{true, []sceneRun{{0, 2, true}}}, {false, []sceneRun{{3, 5, false}}},
		}, []sceneRow{
			{"0.2", "1.1 = = 5.2:1 = 2.0 = 5.2:1", "2.0 = = 5.2:1", "- 0-1 - 0-2"},
			{"2.0", "3.0:1 1.1 = 5.2:1 0.2 = = 5.2:1", "3.0:1 0.2 0.2 5.2:1", "1-2 2-3 0-2 2-5"},
			{"3.0:1", "2.0 4.1:1 2.0 = = 5.2:1 2.0 =", "2.0 5.2:1 0.2 5.2:1", "2-3 3-4 0-3 3-5"},
			{"5.2:1", "4.1:1 = 2.0 = 3.0:1 = 2.0 =", "3.0:1 = 0.2 =", "4-5 - 3-5 -"},
		}},
	}
}
