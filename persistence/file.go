package persistence

// WriteFile writes a whole small file (settings, an export) so that after a
// power cut the old content or the new one is there, never a part.
func WriteFile(path string, data []byte) error { return writeFileSynced(path, data) }
