package guitest

import "athar/domain/memory"

// Memory is a store in memory.
type Memory = memory.Store

// NewMemory makes an empty store.
func NewMemory() *Memory { return memory.New() }
