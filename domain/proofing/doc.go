// Package proofing puts all checks together for the texts of a message: wording,
// readability, spelling, personal data, claims, and the facts that a channel or
// a picture asks for. It knows which texts a message has, what a workspace chose
// not to hear of, and what is to be said again at a keystroke.
//
// It must not hold a rule of its own about words: those belong to the checks. It
// starts no goroutine, reads no file and makes no sentence. Style never blocks:
// only facts are errors.
package proofing
