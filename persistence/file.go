package persistence

// WriteFile writes a whole small file (settings, an export) so that after a
// power cut the old content or the new one is there, never a part.
func WriteFile(path string, data []byte) error { return writeFileSynced(path, data) }

// FileError gives an error of the operating system about a file a code:
// ErrDiskFull, ErrReadOnly or ErrInternal. Errors with a code pass.
func FileError(path string, err error) error { return fileError(path, err) }
