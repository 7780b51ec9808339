//go:build !race

package persistence

const raced = false
