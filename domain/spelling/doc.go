// Package spelling reads Hunspell dictionaries (.aff and .dic) and finds the words of a
// draft that they do not hold, with what may have been meant.
//
// It reads what the dictionaries of Athar's languages use: flags of all four kinds, flag
// and morphology aliases, prefixes and suffixes with conditions, cross products and
// suffixes on suffixes, compounds by flags, ICONV and OCONV, IGNORE, KEEPCASE,
// FORBIDDENWORD, NOSUGGEST, NEEDAFFIX, CIRCUMFIX, BREAK, and REP, MAP, KEY and TRY for
// suggestions. It does not read COMPOUNDRULE, COMPLEXPREFIXES, CHECKCOMPOUNDPATTERN and
// PHONE: dictionaries that need them (Hungarian, some of Hebrew) know fewer words here.
//
// A dictionary is somebody else's file. Whatever is in it, reading it ends, within bounded
// memory, and a Dictionary never panics. The package opens no files itself: it is given
// bytes. It must not decide for which languages spelling is checked, and nobody's words
// are sent or logged.
package spelling
