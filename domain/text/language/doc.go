// Package language guesses what language a draft is written in, for the checks that need
// to know and were not told: Arabic, English, French and Spanish by name, others by their
// letters where those leave no doubt.
//
// It must not overrule what a person has said, and it is no detector of all languages: a
// text in a language of Latin letters that it does not know is unknown.
package language
