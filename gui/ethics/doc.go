// Package ethics is the tab in which a campaign answers the ethics checklist:
// the questions about the plan, which decide what applies, and the items of one
// group at a time, each with its answers, its reason, how to comply and what
// went wrong where it was neglected.
//
// What is shown is computed by pure functions (present*.go, filter.go), put into
// widgets by the view and connected to the session by Screen. Which items apply
// and which are open is for domain/ethics to say; this package must not judge an
// answer itself, and must never show a percentage or a score.
package ethics
