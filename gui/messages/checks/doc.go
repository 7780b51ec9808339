// Package checks shows what there is to say of the texts of a message while they
// are written: in the text itself, in a list beside or below it, and as a number in
// the list of messages.
//
// It judges nothing: what is found comes from domain/proofing, beside the window.
// The newest text wins: what was found in an older one is never shown. It keeps
// nothing that is part of the campaign.
package checks
