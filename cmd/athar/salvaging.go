package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"athar/domain"
	"athar/gui/i18n"
	"athar/persistence"
	"athar/persistence/plain"
	"athar/persistence/vault"
)

// salvageJSON says what of a store that cannot be opened could not be read.
type salvageJSON struct {
	Whole    bool           `json:"whole"`
	Places   []unreadJSON   `json:"places"`
	Records  map[string]int `json:"lost_records"`
	NoHeader int            `json:"campaigns_without_header"`
	NoRows   int            `json:"data_sets_without_rows"`
	Rows     int            `json:"lost_rows"`
}

type unreadJSON struct {
	Place string `json:"place"`
	Why   string `json:"why"`
}

// beyondUse reports whether data cannot be opened for a reason that leaves
// something to be read of it.
func beyondUse(err error) bool {
	switch domain.CodeOf(err) {
	case domain.ErrStoreDamaged, domain.ErrNotAthar, domain.ErrKeyMissing, domain.ErrKeyDamaged:
		return true
	}
	return false
}

// exportSalvage writes what can still be read of data that cannot be opened, why.
func (in *invocation) exportSalvage(ctx context.Context, dir string, why error) error {
	file, err := persistence.SalvageKeys(in.data)
	if err != nil {
		return why // nothing opens what there is
	}
	keys, err := in.keysOf(file, "cli.vault.ask")
	if err != nil {
		return err
	}
	r, report, err := salvage(ctx, in.data, dir, keys)
	if domain.CodeOf(err) == domain.ErrNotAthar {
		return why
	}
	if err != nil {
		return err
	}
	in.complain("salvage.why", "reason", in.printer.Error(why))
	out := salvageJSON{report.Whole() && r.NoRows == 0, []unreadJSON{}, map[string]int{}, report.NoTitle, r.NoRows, report.Rows}
	for _, u := range report.Unread {
		out.Places = append(out.Places, unreadJSON{u.Place, u.Why()})
	}
	for kind, n := range report.Lost {
		out.Records[kind.Word()] = n
	}
	if err := in.printExport(r, &out); err != nil {
		return err
	}
	if !in.json {
		for _, line := range whatIsLost(in.printer, r, report, func(s string) string { return s }) {
			fmt.Fprintln(in.err, line)
		}
	}
	return errProblems
}

// salvage exports what can still be read of the data in a folder.
func salvage(
	ctx context.Context, data, dir string, keys *vault.Keys,
) (plain.Result, persistence.SalvageReport, error) {
	s, err := persistence.OpenSalvage(ctx, data, dir, openOptions(keys))
	if err != nil {
		return plain.Result{}, persistence.SalvageReport{}, err
	}
	defer s.Close()
	r, err := plain.ExportSalvage(ctx, dir, time.Now(), s)
	return r, s.Report(), err
}

// whatIsLost says what could not be read, a sentence each. fence is put around the
// names of files.
func whatIsLost(
	p *i18n.Printer, r plain.Result, report persistence.SalvageReport, fence func(string) string,
) []string {
	if report.Whole() && r.NoRows == 0 {
		return []string{p.T("salvage.all")}
	}
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(report.Lost)) {
		out = append(out, p.T("salvage.lost", "kind", p.T("wording.kind."+kind.Word()), "n", report.Lost[kind]))
	}
	if report.NoTitle > 0 {
		out = append(out, p.N("salvage.no_header", report.NoTitle))
	}
	if r.NoRows > 0 {
		out = append(out, p.N("salvage.no_rows", r.NoRows))
	}
	if report.Rows > 0 {
		out = append(out, p.N("salvage.rows", report.Rows))
	}
	for _, u := range report.Unread {
		out = append(out, p.T("salvage."+u.Why(), "place", fence(u.Place)))
	}
	return out
}

// salvageInto writes what can still be read of the data that the window could not
// open into a folder, and tells.
func (p *program) salvageInto(dir string, done func(lines []string, err error)) {
	var r plain.Result
	var report persistence.SalvageReport
	var err error
	p.run.Background(func() {
		r, report, err = salvage(context.Background(), p.in.data, dir, p.keysOfRemains())
	}, func() {
		if err != nil {
			done(nil, err)
			return
		}
		printer := p.printer()
		said := printer.T("cli.export.done",
			"dir", i18n.Island(r.Dir), "campaigns", r.Campaigns, "records", r.Records, "datasets", r.DataSets)
		done(append([]string{said}, whatIsLost(printer, r, report, i18n.Island)...), nil)
	})
}
