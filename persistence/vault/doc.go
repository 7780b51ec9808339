// Package vault keeps the keys of a workspace that is encrypted at rest, and
// seals bytes with them.
//
// One random data key protects everything. It is never written as it is: each
// slot of the key file holds it wrapped under a key that comes from a secret,
// which is a passphrase or the recovery code on paper. So a changed passphrase
// changes one slot and no data. What is sealed uses subkeys, one for each use.
//
//	secret ─ Argon2id → key of a slot ─ XChaCha20-Poly1305 → data key
//	data key ─ HKDF-SHA256 → subkeys "badger", "journal", "backup", "audit"
//
// All of it is put together of published parts: RFC 9106, RFC 5869, RFC 8439,
// draft-irtf-cfrg-xchacha, and the STREAM construction for long files. The
// package knows no files, no Badger and no store. Secrets never come out of it
// in an error. docs/format-store.md describes what is written.
package vault
