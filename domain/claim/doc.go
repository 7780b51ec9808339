// Package claim is about what a campaign says is so. It finds the passages of a draft
// that ask for a source (numbers with what they count, shares, superlatives,
// quotations, "studies show"), and it judges the claims of the ledger: what is still
// missing, whether the evidence carries the verdict, when to look again.
//
// It must not decide what is true, and it never stops anybody from writing: what it
// finds in a draft is a suggestion, until a message is to be approved. It makes no
// sentences; those are in the catalogs under "check.claim_…" and "claim.…".
//
// Sources: the Verification Handbook for the boxes, Caulfield's SIFT, Wardle's seven
// types, Google's documentation of ClaimReview for the fields; the rule of two
// independent sources is that of newsrooms.
package claim
