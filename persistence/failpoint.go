//go:build !torture

package persistence

// tortured returns the options as they are: only the build that is tortured
// (see the module in the folder torture) can be stopped from outside.
func (o Options) tortured() Options { return o }
