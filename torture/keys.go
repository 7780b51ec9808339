package main

import (
	_ "embed"
	"sync"

	"athar/persistence/vault"
)

// keyFile opens every encrypted store of a run. It was made with next to no work,
// so that no start waits for it: how long a passphrase takes is no matter here.
//
//go:embed keys.json
var keyFile []byte

const keyPhrase = "a phrase for torture only 7"

// keys returns the keys of an encrypted store, and their file.
var keys = sync.OnceValues(func() (*vault.File, *vault.Keys) {
	file, err := vault.Parse(keyFile)
	if err != nil {
		panic(err) // the harness itself is broken
	}
	opened, err := file.Open([]byte(keyPhrase))
	if err != nil {
		panic(err)
	}
	return file, opened
})
