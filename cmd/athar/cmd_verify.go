package main

import (
	"context"

	"athar/domain"
	"athar/persistence"
)

// verifyJSON is the answer of `athar verify`.
type verifyJSON struct {
	OK        bool          `json:"ok"`
	Campaigns int           `json:"campaigns"`
	Records   int           `json:"records"`
	DataSets  int           `json:"data_sets"`
	Journal   int           `json:"journal_records"`
	Problems  []problemJSON `json:"problems"`
}

type problemJSON struct {
	Code  domain.Code `json:"code"`
	Place string      `json:"place"`
}

func runVerify(in *invocation) error {
	if len(in.args) > 0 {
		return errUsage{key: "cli.error.no_arguments"}
	}
	return in.withStore(func(ctx context.Context, o *opened) error {
		report, err := o.store.Verify(ctx, persistence.VerifyOptions{Deep: in.deep})
		if err != nil {
			return err
		}
		report.Problems = append(o.store.OpenReport().Problems, report.Problems...)
		if err := in.printVerify(report); err != nil {
			return err
		}
		if !report.OK() {
			return errProblems
		}
		return nil
	})
}

func (in *invocation) printVerify(r persistence.Report) error {
	if in.json {
		out := verifyJSON{r.OK(), r.Campaigns, r.Records, r.Tables, r.JournalRecords, []problemJSON{}}
		for _, p := range r.Problems {
			out.Problems = append(out.Problems, problemJSON(p))
		}
		return in.printJSON(out)
	}
	for _, p := range r.Problems {
		in.say("cli.verify.problem", "code", string(p.Code), "place", p.Place)
	}
	if r.OK() {
		in.say("cli.verify.good", "campaigns", r.Campaigns, "records", r.Records, "datasets", r.Tables)
	}
	return nil
}
