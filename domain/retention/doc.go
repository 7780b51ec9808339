// Package retention says what lies in the trash and for how long: when the time
// of a campaign is over, and which records of a campaign were removed from it.
//
// It decides and does nothing: it keeps no clock, reads no store and removes
// nothing. Why time is counted as it is, is told in
// docs/decisions/0014-time-in-the-trash.md.
package retention
