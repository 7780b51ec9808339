// Package text knows what the words of a draft are made of: which form is stored, what
// counts as one character for a reader, and which spellings a search takes as equal.
//
// It must not know what the text is for (campaigns, messages, limits of a channel), nor
// how it is drawn. Direction is the work of the package bidi inside it.
package text
