// Package calendar knows civil days: in the Gregorian calendar, in the Umm
// al-Qura calendar of the Hijra beside it, in the week of a region, and as
// people type them.
//
// A day has no time and no time zone: the day on which a message goes out is
// the same one in Tunis and in Muscat. The package must not read a clock, must
// not format a date for a person (that is a matter of language), and must never
// give a Hijri date that it cannot vouch for: it says instead that it has none.
package calendar
