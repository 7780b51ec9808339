// Package tabular reads the tables that platforms export as CSV and makes
// metric tables of them, with a report of everything that was found, decided
// and left out.
//
// # What it promises
//
// No row disappears silently: every data row is kept or listed as skipped with
// a reason. No figure is guessed silently: a cell that should hold a figure and
// does not is missing, never zero, and listed as unread. Bytes that cannot be
// decoded never stop an import; their places are listed as damaged. What had to
// be assumed (the order of day and month, a year, a decimal sign) is a warning
// in the report.
//
// # What it keeps
//
// Ids, moments, figures and a few repeated words such as the type of a post.
// Texts, names, handles and links are other people's personal data and are not
// kept; an id that stands only in a link is taken out of it. Every column left
// out is named in the report.
//
// # What it must not do
//
// It writes nothing, knows no store and makes no sentences for people: the
// report holds codes. Cells are data whatever they look like; a leading "=" or
// "@" has no meaning here.
package tabular
