// Package assets holds the files that are built into the program: fonts, the
// icon, the catalogs of interface texts and the content packs.
//
// It hands out bytes and file trees and does nothing else: whoever needs a
// catalog or a checklist parses it there, where its meaning is known. It
// imports nothing of Athar.
//
// # The font
//
// IBM Plex Sans Arabic covers Arabic and Latin alike, so both languages look
// the same on every machine. What to know before choosing a character for the
// interface (both weights have the same coverage; a test keeps the list true):
//
//   - There: … → ← ↑ ↓ ↔ • · ✓ × − – — ± ≥ ≤ ≠ ≈ ° % ‰ ٪ ٫ ٬ ، ؛ ؟ « » “ ” ‘ ’,
//     Western, Arabic-Indic and Persian digits, Arabic with its marks, the
//     Persian and Urdu letters, Western European Latin.
//   - Missing: ▲ ▼ ▶ ◀ ● ○ ■ □ ☐ ☑ ✗ ✔ ★ ☆ ⚠ ℹ ⋯ ⋮ and the keyboard signs ⌘ ⇧ ⌥ ⏎.
//     Use the theme's icons for these, never a letter from whatever font the
//     system falls back to.
//   - Missing, too: thin spaces (U+2009, U+202F), Turkish, Czech and Polish
//     letters such as ğ ş č ż (a person's name may hold them; they come from
//     the fallback font), and all direction marks and joiners, which are
//     invisible and need no glyph.
//   - Western digits are tabular: every one is 0.6 em wide. Arabic-Indic and
//     Persian digits are proportional (from 0.26 to 0.64 em), so a column of
//     them is not aligned by its digits unless each digit is given a place of
//     its own.
package assets

import "embed"

// FontRegular and FontBold are IBM Plex Sans Arabic in TrueType form, under the
// SIL Open Font License 1.1 (fonts/OFL.txt).
var (
	//go:embed fonts/IBMPlexSansArabic-Regular.ttf
	FontRegular []byte

	//go:embed fonts/IBMPlexSansArabic-Bold.ttf
	FontBold []byte

	// FontLicense is the licence text that has to travel with the fonts.
	//
	//go:embed fonts/OFL.txt
	FontLicense string
)

// Icon is the program's icon, a PNG of 512 × 512 pixels drawn from icon.svg.
//
//go:embed Icon.png
var Icon []byte

// Locale holds the catalogs of interface texts: locale/en/*.json and
// locale/ar/*.json, one file a screen, with the same keys in both languages.
// fyne.json is the toolkit's own texts, keyed by the message ids it asks for.
//
//go:embed locale
var Locale embed.FS

// Content holds the content packs: checklists, indicators, channel limits,
// templates and the sample campaign, as content/*.json. It also holds the
// README.md for the people who edit them.
//
//go:embed content
var Content embed.FS
