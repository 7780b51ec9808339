package i18n_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"athar/assets"
)

// rawCatalog reads a catalog without the code under test: texts by key and
// plural form, "" for a text without forms.
func rawCatalog(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	files, err := fs.Glob(assets.Locale, "locale/"+lang+"/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "/fyne.json") {
			continue
		}
		data, _ := fs.ReadFile(assets.Locale, name)
		var raw map[string]any
		if err := json.Unmarshal(data, &raw); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, v := range raw {
			switch v := v.(type) {
			case string:
				all[key] = map[string]string{"": v}
			case map[string]any:
				all[key] = map[string]string{}
				for form, text := range v {
					all[key][form], _ = text.(string)
				}
			}
		}
	}
	return all
}

var place = regexp.MustCompile(`\{[a-z_]+\}`)

func places(s string) []string {
	found := place.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestBothCatalogsHaveTheSameKeysPlacesAndAllForms(t *testing.T) {
	en, ar := rawCatalog(t, "en"), rawCatalog(t, "ar")
	for key := range ar {
		if en[key] == nil {
			t.Errorf("%s is only in the Arabic catalog", key)
		}
	}
	for key, english := range en {
		arabic := ar[key]
		if arabic == nil {
			t.Errorf("%s is only in the English catalog", key)
			continue
		}
		_, plainEn := english[""]
		_, plainAr := arabic[""]
		if plainEn != plainAr {
			t.Errorf("%s counts in one language only", key)
			continue
		}
		if plainEn {
			if !slices.Equal(places(english[""]), places(arabic[""])) {
				t.Errorf("%s: places %v and %v differ", key, places(english[""]), places(arabic[""]))
			}
			continue
		}
		checkForms(t, key, "en", english)
		checkForms(t, key, "ar", arabic)
	}
}

// pluralForms returns the names of the plural forms a language uses for whole
// numbers: two for English, six for Arabic (CLDR).
func pluralForms(lang string) []string {
	if lang == "ar" {
		return []string{"zero", "one", "two", "few", "many", "other"}
	}
	return []string{"one", "other"}
}

// checkForms wants every form of the language; {n} may be missing where the
// form itself says the number, no other place may.
func checkForms(t *testing.T, key, lang string, texts map[string]string) {
	t.Helper()
	for _, form := range pluralForms(lang) {
		text, ok := texts[form]
		if !ok || text == "" {
			t.Errorf("%s: %s has no form %q", key, lang, form)
			continue
		}
		want := slices.DeleteFunc(places(texts["other"]), func(p string) bool { return p == "{n}" })
		got := slices.DeleteFunc(places(text), func(p string) bool { return p == "{n}" })
		if !slices.Equal(want, got) {
			t.Errorf("%s: form %q of %s has places %v, other has %v", key, form, lang, got, want)
		}
	}
	if len(texts) != len(pluralForms(lang)) {
		t.Errorf("%s: %s has %d forms, want %d", key, lang, len(texts), len(pluralForms(lang)))
	}
}

// latinAllowed are the words of the Arabic catalog that are written in Latin
// letters on purpose.
var latinAllowed = regexp.MustCompile(`\b([0-9.]+E|English|OpenGL|data|lang|json|channel|field|limit|region|campaign ID|dry-run|title TITLE|ar|en|CSV|BSD|IBM Plex Sans Arabic|SIL Open Font License|athar [a-z-]+|athar|FILE|Ctrl|USB|X|Facebook|Instagram|WhatsApp|SMS|GSM|Caps Lock|Shift|L|UCS|Unicode|UTF|UTC|Windows|ID|id|Excel|XLSX|Total|PDF|HTML|Tab|Enter|Esc|JSON|DIR|TITLE|other|revert|plain|passphrase-stdin|atharbackup|aff|dic|Hunspell)\b`)

func TestNoEnglishIsLeftInTheArabicCatalog(t *testing.T) {
	for key, texts := range rawCatalog(t, "ar") {
		for form, text := range texts {
			rest := latinAllowed.ReplaceAllString(place.ReplaceAllString(text, ""), "")
			if strings.ContainsFunc(rest, func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }) {
				t.Errorf("%s %s: %q", key, form, text)
			}
		}
	}
	for key, texts := range rawCatalog(t, "en") {
		for form, text := range texts {
			arabic := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) })
			if arabic && key != "lang.ar" && key != "header.other_language" && !strings.HasPrefix(key, "find.") && !strings.HasPrefix(key, "home.welcome.") {
				t.Errorf("%s %s: Arabic in the English catalog: %q", key, form, text)
			}
		}
	}
}

// keysInCode returns every string literal of the program that could be a key,
// and every literal that ends in a dot or underscore and so begins a family.
func keysInCode(t *testing.T) (keys, families map[string]bool) {
	t.Helper()
	keys, families = map[string]bool{}, map[string]bool{}
	looksLike := regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+\.?$|^[a-z_]+\.$`)
	for _, root := range []string{"../../gui", "../../cmd", "../../domain"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				s, _ := strconv.Unquote(lit.Value)
				if looksLike.MatchString(s) {
					if strings.HasSuffix(s, ".") {
						families[s] = true
					} else {
						keys[s] = true
					}
				}
				return true
			})
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	return keys, families
}

func TestEveryTextIsUsed(t *testing.T) {
	keys, families := keysInCode(t)
	for key := range rawCatalog(t, "en") {
		used := keys[key]
		for f := range families {
			used = used || strings.HasPrefix(key, f)
		}
		if !used {
			t.Errorf("%s is in the catalogs and nothing shows it", key)
		}
	}
}

// TestEveryKeyExists looks at the calls that take a key: T, N and Has of the
// Printer and of kit.Env.
func TestEveryKeyExists(t *testing.T) {
	catalog := rawCatalog(t, "en")
	for _, root := range []string{"../../gui", "../../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if key, at, ok := keyOfCall(n); ok && catalog[key] == nil {
					t.Errorf("%s: no text for %q", set.Position(at), key)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func keyOfCall(n ast.Node) (key string, at token.Pos, ok bool) {
	call, isCall := n.(*ast.CallExpr)
	if !isCall || len(call.Args) == 0 {
		return "", 0, false
	}
	method, isMethod := call.Fun.(*ast.SelectorExpr)
	if !isMethod || (method.Sel.Name != "T" && method.Sel.Name != "N") {
		return "", 0, false
	}
	lit, isLit := call.Args[0].(*ast.BasicLit)
	if !isLit || lit.Kind != token.STRING {
		return "", 0, false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, lit.Pos(), err == nil
}
