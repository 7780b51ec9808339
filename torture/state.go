package main

import "fmt"

// state is what must be in a store, as far as its writers said so.
type state struct {
	row      *row
	acked    int    // highest number acknowledged
	counts   int    // of these, how many the row has counted
	tables   []int  // acknowledged
	backups  int    // that were named
	content  string // what every campaign must be, "" when that is not known
	cut      bool   // the power was cut: the journal's end may be torn, and it is right to say so
	told     bool   // problems were there before the kill, and it is right to tell of them
	mustTell bool   // something is lost, and the next start has to say so
	looks    bool   // backups were looked for
	hurt     bool   // the store has lost something: what follows from that counts once
}

// take notes what a writer acknowledged before it was ended. One that ended by
// itself or refused to work counts as the row's failure.
func (s *state) take(r run) {
	s.acked = max(s.acked, r.acked)
	s.tables = append(s.tables, r.tables...)
	s.backups += len(r.backups)
	if s.acked > s.counts {
		s.row.Acked += s.acked - s.counts
		s.counts = s.acked
	}
	if r.opened.took > 0 {
		s.row.restarted(r.opened)
	}
	switch {
	case r.died():
		s.row.Died++
		s.row.note("a writer ended by itself: %s, %s", r.how, r.errText)
	case r.code != "":
		s.row.note("a writer failed: %s", r.code)
		s.failed()
	}
}

// failed counts a store that cannot be used any more: everything in it is lost.
func (s *state) failed() {
	if !s.hurt {
		s.row.Lost += max(s.acked, 1)
	}
	s.hurt = true
}

// check opens the store in a child, as the next start of the program would, and
// holds what it finds against what was acknowledged.
func (p *plan) check(s *state, o order) error {
	o.Role, o.Tables, s.looks = "check", s.tables, o.Backups
	r, err := p.do(o)
	if err != nil {
		return err
	}
	if r.opened.took > 0 {
		s.row.restarted(r.opened)
	}
	switch v := r.verdict; {
	case r.died():
		s.row.Died++
		s.row.note("the next start ended by itself: %s, %s", r.how, r.errText)
	case v == nil:
		s.row.note("the next start failed: %s", r.code)
		s.failed()
	default:
		s.hold(*v)
	}
	return nil
}

// hold counts what is missing or wrong in a store that was killed: nothing may
// be, and nothing may have needed telling.
func (s *state) hold(v verdict) {
	switch {
	case v.Torn != "":
		s.row.Torn++
		s.row.note("torn: %s", v.Torn)
	case v.Past != "":
		s.row.Torn++
		s.row.note("history: %s; %s", v.Past, v.How)
	case s.content != "" && v.Content != s.content && v.Code == "":
		s.row.Torn++
		s.row.note("the content is another one; %s", v.How)
	case v.Code != "":
		s.row.note("unreadable: %s", v.Code)
		s.failed()
	case v.Last < s.acked:
		s.row.Lost += s.acked - v.Last
		s.row.note("the store has %d, acknowledged was %d; %s", v.Last, s.acked, v.How)
	}
	if len(v.Tables) > 0 {
		s.row.Lost += len(v.Tables)
		s.row.note("rows of imports %v are gone", v.Tables)
	}
	if s.backups > v.Backups && v.Code == "" && s.looks {
		s.row.Lost += s.backups - v.Backups
		s.row.note("%d of %d backups are left", v.Backups, s.backups)
	}
	if !s.told && (v.Found > 0 || v.Told > 0) {
		s.row.Silent++ // a kill damages nothing, so a problem is one of our own making
		s.row.note("%d problems told, %d found; %s", v.Told, v.Found, v.How)
	}
	if s.mustTell && v.Told == 0 {
		s.row.Silent++
		s.row.note("a loss is not told; %s", v.How)
	}
	if v.Mended {
		s.row.Mended++
	}
	// What was not acknowledged may be there all the same, and counts from now
	// on: it was seen. What is lost has been counted.
	s.acked, s.counts = v.Last, v.Last
}

// String is for messages while working on the harness.
func (v verdict) String() string {
	return fmt.Sprintf("last %d torn %q code %q told %d found %d mended %v", v.Last, v.Torn, v.Code, v.Told, v.Found, v.Mended)
}
