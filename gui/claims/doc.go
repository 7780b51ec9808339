// Package claims is the screen of the claim ledger: what a campaign says is so, with
// the evidence for it, who checked it, and the messages that rest on it.
//
// What is shown is computed by pure functions (present*.go, page.go), put into
// widgets by the view and connected to the session by Screen. Where a claim stands
// is for domain/claim to say: this package must not judge evidence itself, and never
// keeps anybody from writing a message.
package claims
