package tabular

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestACellIsReadAsTheFigureItShows(t *testing.T) {
	tests := []struct {
		cell string
		want reading
	}{
		{"0", reading{state: stateSure}},
		{"9100", reading{state: stateSure, value: 9100}},
		{" 42 ", reading{state: stateSure, value: 42}},
		{"1777.0", reading{state: stateSure, value: 1777, decimal: '.'}},
		{"0.0028137310073157004", reading{state: stateSure, value: 0.0028137310073157004, decimal: '.'}},
		{"0,5", reading{state: stateSure, value: 0.5, decimal: ','}},
		{".5", reading{state: stateSure, value: 0.5, decimal: '.'}},
		{"12,400", reading{state: stateAmbiguous, value: 12400, fraction: 12.4, sign: ','}},
		{"1.500", reading{state: stateAmbiguous, value: 1500, fraction: 1.5, sign: '.'}},
		{"-1.500", reading{state: stateAmbiguous, value: -1500, fraction: -1.5, sign: '.'}},
		{"0.125", reading{state: stateSure, value: 0.125, decimal: '.'}},
		{"1234.567", reading{state: stateSure, value: 1234.567, decimal: '.'}},
		{"1,234,567", reading{state: stateSure, value: 1234567, decimal: '.'}},
		{"1.234.567", reading{state: stateSure, value: 1234567, decimal: ','}},
		{"1.234,5", reading{state: stateSure, value: 1234.5, decimal: ','}},
		{"1,234.5", reading{state: stateSure, value: 1234.5, decimal: '.'}},
		{"12,34,567", reading{state: stateSure, value: 1234567, decimal: '.'}},
		{"1 234", reading{state: stateSure, value: 1234}},
		{"1\u00A0234\u202F567", reading{state: stateSure, value: 1234567}},
		{"1'234.50", reading{state: stateSure, value: 1234.5, decimal: '.'}},
		{"'42", reading{state: stateSure, value: 42}},
		{"-6", reading{state: stateSure, value: -6}},
		{"+6", reading{state: stateSure, value: 6}},
		{"−6", reading{state: stateSure, value: -6}},
		{"١٢٣", reading{state: stateSure, value: 123}},
		{"۱۲۳", reading{state: stateSure, value: 123}},
		{"١٬٢٣٤٫٥", reading{state: stateSure, value: 1234.5}},
		{"\u200f١٢٫٥\u200f", reading{state: stateSure, value: 12.5}},
		{"٪٥", reading{state: stateSure, value: 5, percent: true}},
		{"5.4%", reading{state: stateSure, value: 5.4, decimal: '.', percent: true}},
		{"5.4 %", reading{state: stateSure, value: 5.4, decimal: '.', percent: true}},
		{"1.5E+06", reading{state: stateSure, value: 1.5e6}},
		{"", reading{state: stateMissing}},
		{"  ", reading{state: stateMissing}},
		{"-", reading{state: stateMissing}},
		{"—", reading{state: stateMissing}},
		{"N/A", reading{state: stateMissing}},
		{"undefined", reading{state: stateMissing}},
		{"غير متاح", reading{state: stateMissing}},
		{"Lifetime", reading{state: stateText}},
		{"=1+2", reading{state: stateText}},
		{"@name", reading{state: stateText}},
		{"1-2", reading{state: stateText}},
		{"35-", reading{state: stateText}},
		{"--5", reading{state: stateText}},
		{"1,2,3", reading{state: stateText}},
		{"1.2.3,4,5", reading{state: stateText}},
		{"1,23.456.789", reading{state: stateText}},
		{"%", reading{state: stateText}},
		{".", reading{state: stateText}},
		{"5%5", reading{state: stateText}},
		{"1465712230054432768", reading{state: stateText}}, // an id
		{"1.22158E+17", reading{state: stateText}},         // what a spreadsheet makes of one
		{"1e999", reading{state: stateText}},
		{"e5", reading{state: stateText}},
		{"1e", reading{state: stateText}},
		{"NaN", reading{state: stateMissing}},
		{"Inf", reading{state: stateText}},
		{"12\x00", reading{state: stateText}},
	}
	for _, tt := range tests {
		if got := readFigure(tt.cell); got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.cell, got, tt.want)
		}
	}
}

func TestAFigureIsTheNearestFloat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := float64(rapid.Int64Range(-1e14, 1e14).Draw(t, "v"))
		v /= math.Pow(10, float64(rapid.IntRange(0, 12).Draw(t, "places")))
		text := strconv.FormatFloat(v, 'f', -1, 64)
		r := readFigure(text)
		if r.state == stateAmbiguous {
			r.value = r.fraction
		}
		if r.state == stateText || r.value != v {
			t.Fatalf("%s is read as %v", text, r.value)
		}
	})
}

func TestTheWholeColumnDecidesWhatAPointMeans(t *testing.T) {
	tests := []struct {
		name  string
		file  string
		sums  map[string]float64
		warns map[Caution]int
	}{
		{"alone, three digits are thousands, and it is said", "day,likes\nx,1.500\ny,2\n", map[string]float64{"likes": 1502}, map[Caution]int{CautionAmbiguousNumbers: 1}},
		{"a comma between commas is usual", "day,likes\nx,\"1,500\"\n", map[string]float64{"likes": 1500}, nil},
		{"a point between semicolons is usual", "day;likes\nx;1.500\n", map[string]float64{"likes": 1500}, nil},
		{"another cell proves the point decimal", "day,likes\nx,1.500\ny,0.5\n", map[string]float64{"likes": 2}, nil},
		{"another cell proves the comma decimal", "day;likes\nx;1.500\ny;0,5\n", map[string]float64{"likes": 1500.5}, nil},
		{"another column proves it", "day,likes,reach\nx,1.500,0.25\n", map[string]float64{"likes": 1.5, "reach": 0.25}, nil},
		{"the column goes before the file", "day;likes;reach;saves\nx;1.500;0.25;0.75\ny;2,5;1;1\n", map[string]float64{"likes": 1502.5, "reach": 1.25, "saves": 1.75}, nil},
		{"both signs in one column are told of", "day;likes\nx;0.5\ny;0,5\n", map[string]float64{"likes": 1}, map[Caution]int{CautionMixedNumbers: 1}},
		{"per cent is kept as written", "day;likes\nx;5%\ny;6 %\n", map[string]float64{"likes": 11}, map[Caution]int{CautionPercent: 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &readText(t, "a.csv", tt.file, Options{}).Report
			for name, sum := range tt.sums {
				if got := find(r, name); got.Sum != sum {
					t.Errorf("%s adds up to %v, want %v", name, got.Sum, sum)
				}
			}
			if len(r.Warnings) != len(tt.warns) {
				t.Errorf("warnings %v", r.Warnings)
			}
			for code, n := range tt.warns {
				if r.Warning(code).Count != n {
					t.Errorf("%s: %v", code, r.Warnings)
				}
			}
		})
	}
}

func TestAWordAmongFiguresIsListedAndMissing(t *testing.T) {
	r := &readText(t, "a.csv", "date,likes,mood\n2026-01-01,5,1\n2026-01-02,lots,2\nsoon,=7,3\n", Options{}).Report
	want := []Place{{2, "likes"}, {3, "date"}, {3, "likes"}}
	if len(r.Unread) != 3 {
		t.Fatalf("%v", r.Unread)
	}
	for i, p := range want {
		if r.Unread[i] != p && r.Unread[i] != (Place{p.Row, want[3-i].Column}) {
			t.Errorf("%v", r.Unread)
		}
	}
	if c := find(r, "likes"); c.Sum != 5 || c.Missing != 2 || r.Rows.Kept != 3 {
		t.Errorf("%+v", c)
	}
}

func TestAnUnknownColumnHasToProveThatItHoldsFigures(t *testing.T) {
	file := "post,likes,answers,opinion,nothing,gaps,ids\n"
	for i := range 30 {
		file += "p" + strconv.Itoa(i) + ",1," + strconv.Itoa(i) + ",good " + strconv.Itoa(i) + ",,-,14657122300544327" + strconv.Itoa(10+i) + "\n"
	}
	r := &readText(t, "a.csv", file, Options{}).Report
	if find(r, "answers").Sum != 435 || find(r, "gaps").Missing != 30 {
		t.Errorf("%+v", r.Columns)
	}
	want := []LeftOut{{"post", WhyText}, {"opinion", WhyText}, {"nothing", WhyEmpty}, {"ids", WhyText}}
	if len(r.LeftOut) != len(want) {
		t.Fatalf("%v", r.LeftOut)
	}
	for i := range want {
		if r.LeftOut[i] != want[i] {
			t.Errorf("%v", r.LeftOut)
		}
	}
}
