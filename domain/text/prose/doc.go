// Package prose divides a post into the words and sentences that a person reads
// aloud. What a post holds beside its sentences (links, hashtags, mentions, e-mail
// addresses, emoji, bullets) is left out; line breaks and bullets end a sentence, and
// so do the marks of Arabic.
//
// It must not judge what it finds: how hard a text is, or whether a word is spelt
// right, is for the packages that read its words. It does not find words where a
// script has no spaces (Thai, Chinese): a run of letters is one word there.
package prose
