//go:build race

package persistence

// raced reports whether the race detector watches: what is tried often is then
// tried less often.
const raced = true
