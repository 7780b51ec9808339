// Package privacy finds personal data in drafts and in imported tables: addresses
// of e-mail, telephone and bank, numbers of people and their papers, exact places,
// days of birth. It is a guard, not a judge: it points at a passage, says how bad it
// would be to publish it, and leaves the decision to the writer.
//
// It works with shapes, check digits and the words nearby. It has no list of people,
// so it does not find names: only a title or a kinship word followed by what looks
// like one, with low severity. It must not read files, keep what it saw, or change a
// text. Its sentences are in the catalogs under "check.privacy_…".
//
// Sources: the entity list of Microsoft's Presidio for what to look for, ISO 13616
// for IBAN, ISO/IEC 7812 for cards, libphonenumber's tables for telephones, and for
// national numbers what the issuing countries say of their form.
package privacy
