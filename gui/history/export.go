package history

import (
	"bytes"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"athar/domain"
	"athar/domain/audit"
	"athar/domain/journal"
	"athar/gui/i18n"
	"athar/gui/kit"
)

// export asks where to, and writes what is in the list there.
func (s *Dialog) export() {
	kit.ChooseFiles(s.deps.Env, kit.ChooserOptions{
		Title: s.deps.Env.T("history.export"), Extensions: []string{"csv"}, Save: true, Start: s.deps.Folder,
		FileName: "athar-" + s.present.now.Local().Format(time.DateOnly) + ".csv",
		OnChosen: func(paths []string) { s.write(withEnding(paths[0])) },
	})
}

func withEnding(path string) string {
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		return path
	}
	return path + ".csv"
}

func (s *Dialog) write(path string) {
	s.deps.UsedFolder(filepath.Dir(path))
	lines, all, c := s.shown, s.past, s.deps.Session.Campaign()
	var err error
	s.deps.Background(func() {
		var b bytes.Buffer
		if err = audit.WriteCSV(&b, s.present.table(lines, all, c)); err == nil {
			err = s.deps.WriteFile(path, b.Bytes())
		}
	}, func() {
		if err != nil {
			s.deps.Report(err)
			s.view.trouble(s.deps.Env.Printer.Error(err))
			return
		}
		s.view.note(s.deps.Env.T("history.exported", "file", i18n.Island(path)))
	})
}

// table gives a row for every difference of the lines, and one for a record, or
// a line, without any. Times are in UTC, so that files of several people can be
// put together; the last column tells which rows are one action.
func (p presenter) table(lines []audit.Line, all past, c domain.Campaign) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		t := p.env.T
		if !yield([]string{
			t("history.csv.time"), t("history.csv.person"), t("history.csv.computer"), t("history.csv.action"),
			t("history.csv.entry"), t("history.csv.fate"), t("history.csv.field"),
			t("history.csv.before"), t("history.csv.after"), t("history.csv.note"), t("history.csv.id"),
		}) {
			return
		}
		for _, l := range lines {
			for _, cells := range p.cells(l, c) {
				row := append([]string{l.At.UTC().Format(time.RFC3339), l.Author, p.device(l.Device, all), p.what(l)}, cells...)
				note := ""
				if l.Doubtful {
					note = t("history.doubt_short")
				}
				if !yield(append(row, note, l.Commits[0].ID.String())) {
					return
				}
			}
		}
	}
}

// unfenced takes the fences off that keep names apart on the screen: in a file
// they are in the way of whoever searches it.
var unfenced = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// cells gives entry, fate, field, before and after for all that a line did.
func (p presenter) cells(l audit.Line, c domain.Campaign) [][]string {
	var out [][]string
	for _, r := range l.Records {
		name := unfenced.Replace(p.words.Record(r.Kind(), r.Called))
		fate, _ := p.fate(r.Fate)
		if len(r.Differences) == 0 {
			out = append(out, []string{name, fate, "", "", ""})
		}
		for _, d := range r.Differences {
			field := journal.Field{Path: d.Path}
			before, after := d.Before, d.After
			if d.Shape == audit.Regrouped {
				before, after = journal.Set(d.Went...), journal.Set(d.Came...)
			}
			say := func(v journal.Value) string { return p.cell(r.Kind(), field, v, c) }
			out = append(out, []string{
				name, fate, unfenced.Replace(p.words.Field(r.Kind(), field, c)), say(before), say(after),
			})
		}
	}
	if out == nil {
		out = [][]string{{p.env.T("history.nothing_left"), "", "", "", ""}}
	}
	return out
}

// cell says a value. What somebody wrote is given as it was written.
func (p presenter) cell(k domain.Kind, f journal.Field, v journal.Value, c domain.Campaign) string {
	switch {
	case v.Empty():
		return ""
	case v.Type() == journal.TypeText:
		return v.Text()
	}
	return unfenced.Replace(p.words.Value(k, f, v, c))
}
