package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
)

// Characters that texts and widgets rely on, and ones that the package comment
// warns of. Should a newer font gain one of these, the comment may say so.
const (
	there = "…→←↑↓↔•·✓×−–—±≥≤≠≈°%‰٪٫٬،؛؟«»“”‘’0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" +
		"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىٱ" + "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ـ" + "پچژگکیڤ" + "éèêëïîôöùûüçñßøåæœ"
	missing = "▲▼▶◀●○■□☐☑✗✔★☆⚠ℹ⋯⋮⌘⇧⌥⏎ğşčż\u2009\u202f"
)

func faces(t *testing.T) map[string]*font.Face {
	t.Helper()
	all := map[string]*font.Face{}
	for name, data := range map[string][]byte{"regular": FontRegular, "bold": FontBold} {
		f, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[name] = f
	}
	return all
}

func TestFontsHaveTheCharactersOfTheInterface(t *testing.T) {
	for name, f := range faces(t) {
		for _, r := range there {
			if _, ok := f.NominalGlyph(r); !ok {
				t.Errorf("%s lacks %c (%U)", name, r, r)
			}
		}
		for _, r := range missing {
			if _, ok := f.NominalGlyph(r); ok {
				t.Errorf("%s has %c (%U): the package comment says it is missing", name, r, r)
			}
		}
	}
}

func TestWesternDigitsAreTabular(t *testing.T) {
	for name, f := range faces(t) {
		zero, _ := f.NominalGlyph('0')
		for _, r := range "123456789" {
			g, _ := f.NominalGlyph(r)
			if got, want := f.HorizontalAdvance(g), f.HorizontalAdvance(zero); got != want {
				t.Errorf("%s: %c is %v wide, 0 is %v", name, r, got, want)
			}
		}
	}
}

func TestFontLicenceTravelsWithTheFonts(t *testing.T) {
	if !strings.Contains(FontLicense, "SIL OPEN FONT LICENSE Version 1.1") || !strings.Contains(FontLicense, "IBM Corp.") {
		t.Error("fonts/OFL.txt is not the font's licence")
	}
}

func TestIconIsASquareOf512Pixels(t *testing.T) {
	c, err := png.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if c.Width != 512 || c.Height != 512 {
		t.Errorf("icon is %d × %d", c.Width, c.Height)
	}
}

// The sample's figures are an export as platforms write them.
func TestEveryDataFileIsJSONOrAnExport(t *testing.T) {
	for root, tree := range map[string]fs.FS{"locale": Locale, "content": Content} {
		err := fs.WalkDir(tree, root, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(p) == ".md" || path.Ext(p) == ".csv" {
				return err
			}
			data, err := fs.ReadFile(tree, p)
			if err != nil {
				return err
			}
			if path.Ext(p) != ".json" || !json.Valid(data) {
				t.Errorf("%s is not valid JSON", p)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A catalog with a key in one language only would show English in the Arabic
// interface. Whoever reads the catalogs checks forms and placeholders as well;
// this is about the toolkit's texts, which no code of Athar asks for.
func TestToolkitTextsAreThereInBothLanguages(t *testing.T) {
	read := func(lang string) map[string]string {
		data, err := Locale.ReadFile("locale/" + lang + "/fyne.json")
		if err != nil {
			t.Fatal(err)
		}
		m := map[string]string{}
		if err := json.Unmarshal(data, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	en, ar := read("en"), read("ar")
	for k := range en {
		switch s := ar[k]; {
		case s == "":
			t.Errorf("%q has no Arabic", k)
		case strings.ContainsFunc(s, func(r rune) bool { return 'A' <= r && r <= 'z' }):
			t.Errorf("%q has Latin letters in its Arabic: %s", k, s)
		}
	}
	for k := range ar {
		if en[k] == "" {
			t.Errorf("%q has no English", k)
		}
	}
}
