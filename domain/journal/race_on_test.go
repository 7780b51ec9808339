//go:build race

package journal

// raced reports whether the race detector watches: it looks for what the test's
// goroutines share, for which a few histories do, and makes each cost fivefold.
const raced = true
