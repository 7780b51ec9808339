// Package dictionaries finds the spelling dictionaries that are on a computer already:
// those of the system, of LibreOffice, and of the folder in which a person keeps their
// own. It lists them and reads their bytes; what the bytes mean is for domain/spelling.
//
// It must not fetch any dictionary, write anywhere, or choose for which languages spelling
// is checked.
package dictionaries
