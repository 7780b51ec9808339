package limits

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"athar/domain/channel"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func find(all []row, channel, field string, part channel.LimitPart) (row, int) {
	for i, r := range all {
		if r.Limit.Channel == channel && r.Limit.Field == field && r.Limit.Part == part {
			return r, i
		}
	}
	return row{}, -1
}

func TestEveryNumberSaysWhereItIsFromAndHowSureItIs(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "X|Post|Length|280|weighted characters|A",
		"ar": "إكس|منشور|الطول|280|بوزن الأحرف|A",
	} {
		p := guitest.Printer(t, lang)
		all := rows(p, guitest.Channels(t), nil)
		r, _ := find(all, "x", "post", channel.LimitLength)
		got := strings.Join(r.Cells[:columnSource], "|") + "|A"
		if got != want || r.Cells[columnSure] != p.T("limits.sure.A") || r.Cells[columnSource] == "" || r.Own {
			t.Errorf("%s: %q", lang, r.Cells)
		}
		for _, r := range all {
			if !speaks(lang, r.Cells[columnSource]) {
				t.Errorf("%s: a source in another language: %q", lang, r.Cells[columnSource])
			}
			if slices.Contains(r.Cells, "") || strings.ContainsAny(strings.Join(r.Cells, ""), "[{") {
				t.Errorf("%s: %q", lang, r.Cells)
			}
		}
		if r, _ := find(all, "instagram", "caption", channel.LimitHashtags); r.Cells[columnSure] != p.T("limits.sure.B") || r.Figure != 5 {
			t.Errorf("%s: the hashtags of Instagram: %q", lang, r.Cells)
		}
	}
}

// speaks reports whether a source can stand in a window of the language: names of
// documents are Latin everywhere, words and punctuation are the language's.
func speaks(lang, source string) bool {
	foreign := []string{" the ", " by ", " of ", " and ", ", "}
	if lang == "en" {
		foreign = []string{"،", "؛", "ال"}
	}
	return !slices.ContainsFunc(foreign, func(w string) bool { return strings.Contains(source, w) })
}

func TestANumberThatWasGivenStandsInPlaceOfOurs(t *testing.T) {
	p := guitest.Printer(t, "en")
	kept := []channel.Limit{
		{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 400, Source: "their page", AsOf: "2026-11-01"},
		{Channel: "facebook", Field: "post", Part: channel.LimitShown, Number: 0, Source: "tried", AsOf: "2026-11-01"},
		{Channel: "sms", Field: "message", Part: channel.LimitLength, Number: -1, Source: "damaged", AsOf: "2026-11-01"},
	}
	all := rows(p, guitest.Channels(t), kept)
	if r, _ := find(all, "x", "post", channel.LimitLength); r.Figure != 400 || r.Ours != 280 || !r.Own || r.Cells[columnSource] != "their page" || r.Cells[columnSure] != "Yours" {
		t.Errorf("%+v", r)
	}
	if r, _ := find(all, "facebook", "post", channel.LimitShown); r.Figure != 0 || !r.Own {
		t.Errorf("what is not folded away any more: %+v", r)
	}
	if r, _ := find(all, "sms", "message", channel.LimitLength); r.Figure != 160 || r.Own {
		t.Errorf("what cannot be taken: %+v", r)
	}
}

func TestNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	for written, want := range map[string]int{"280": 280, "4,096": 4096, "٤٬٠٩٦": 4096, "۲۸۰": 280, " 5 ": 5} {
		if n, ok := number(written); !ok || n != want {
			t.Errorf("%q is %d, %v", written, n, ok)
		}
	}
	for _, written := range []string{"", "many", "1.5", "99999999999999999999"} {
		if n, ok := number(written); ok {
			t.Errorf("%q is %d", written, n)
		}
	}
}

// desk is an open dialog with the person before it.
type desk struct {
	*guitest.Person
	dialog *Dialog
	kept   []channel.Limit
}

func open(t *testing.T, env *kit.Env, locked string) *desk {
	t.Helper()
	d := &desk{Person: guitest.NewPerson(t, env)}
	guitest.Show(env, kit.Stack(), guitest.Width, guitest.Height)
	d.dialog = Show(Deps{
		Env: env, Ours: guitest.Channels(t), Locked: locked,
		Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) },
		Keep: func(all []channel.Limit, done func(bool)) {
			d.kept = all
			done(true)
		},
	})
	return d
}

func (d *desk) choose(channel, field string, part channel.LimitPart) {
	_, i := find(d.dialog.rows, channel, field, part)
	d.dialog.table.SelectRow(i)
	d.dialog.offer()
}

func TestANumberIsChangedWithItsSourceAndTakenBack(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, "")
		if !d.dialog.change.Disabled() || !d.dialog.restoreAll.Disabled() {
			t.Error("something can be done though nothing is selected")
		}
		d.choose("x", "post", channel.LimitLength)
		d.Press("limits.change")
		fields := guitest.FindVisible[*kit.Field](d.Overlay())
		if len(fields) < 2 || fields[0].Text() != "280" {
			t.Fatalf("the form has %d fields", len(fields))
		}
		d.Keys(fyne.KeyReturn)
		if !d.Told(env.T("limits.problem.source")) || d.kept != nil {
			t.Error("a number without a source is taken")
		}
		fields[0].SetText("0")
		fields[1].Focus()
		d.Write("page")
		d.Keys(fyne.KeyReturn)
		if d.kept != nil {
			t.Error("a limit of nothing is taken")
		}
		fields[0].SetText("4000")
		fields[1].Focus()
		d.Write("s")
		d.Press("limits.keep")
		want := channel.Limit{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 4000, Source: "pages", AsOf: "2026-11-23"}
		if !slices.Equal(d.kept, []channel.Limit{want}) {
			t.Fatalf("kept %+v", d.kept)
		}
		if !d.Told(env.T("limits.sure.own")) {
			t.Error("the table does not say that it was given")
		}
		d.Press("limits.restore")
		if len(d.kept) != 0 || !d.dialog.restore.Disabled() {
			t.Errorf("after taking it back: %v", d.kept)
		}
	})
}

func TestAllIsTakenBackAfterAQuestion(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), "")
	d.dialog.keep([]channel.Limit{{Channel: "x", Field: "post", Part: channel.LimitLength, Number: 4000, Source: "s", AsOf: "2026-11-01"}})
	d.Press("limits.restore_all")
	if len(d.kept) != 1 {
		t.Fatal("nobody was asked")
	}
	d.Press("limits.restore_all_yes")
	if len(d.kept) != 0 {
		t.Errorf("kept %v", d.kept)
	}
}

func TestLockedDataKeepsItsLimits(t *testing.T) {
	d := open(t, guitest.Env(t, "ar"), "القرص ممتلئ.")
	d.choose("x", "post", channel.LimitLength)
	d.dialog.edit()
	if !d.dialog.change.Disabled() || d.Told(d.Env.T("limits.keep")) {
		t.Error("it can be changed")
	}
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "limits", []guitest.Look{
		guitest.At(1366, 768, 1), guitest.At(1366, 768, 1.3), guitest.At(660, 700, 1),
	}, func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
		d := open(t, env, "")
		guitest.Show(env, kit.Stack(), l.Width, l.Height)
		d.choose("x", "post", channel.LimitLength)
		take("table")
		d.dialog.edit()
		take("form")
	})
}
