// Package limits is the dialog with the limits of the channels: what each number is,
// where it comes from and how sure it is. A person can put another in its place, with
// a source and a date, and take that back.
//
// Which limits can be given is decided by domain/channel; the package keeps none.
package limits
