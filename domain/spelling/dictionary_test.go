package spelling

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"athar/domain"
)

func parse(t testing.TB, aff, dic string) *Dictionary {
	t.Helper()
	d, err := Parse([]byte(aff), []byte(dic))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWordsAreTakenApartAsTheAffixesSay(t *testing.T) {
	const rules = `SET UTF-8
SFX S Y 2
SFX S 0 s [^y]
SFX S y ies [^aeiou]y
SFX D Y 2
SFX D 0 ed [^e]
SFX D e ed e
PFX U Y 1
PFX U 0 un .
SFX N N 1
SFX N 0 ness .
`
	for _, c := range []struct {
		name, aff, dic string
		yes, no        string
	}{
		{"a suffix with a condition", rules, "2\ncity/S\ncat/S", "city cities cat cats Cats CATS", "citys caties"},
		{"prefix and suffix together", rules, "1\ntie/UD", "tie tied untie untied", "unties tieed"},
		{"a suffix that stands with no prefix", rules, "1\nkind/UN", "kind kindness unkind", "unkindness"},
		{"long flags", "FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n", "1\ncat/AaBb", "cat cats", "catss"},
		{"numbered flags", "FLAG num\nSFX 101 Y 1\nSFX 101 0 s .\n", "1\ncat/7,101", "cats", "catss"},
		{"UTF-8 flags", "SET UTF-8\nFLAG UTF-8\nSFX ب Y 1\nSFX ب 0 s .\n", "1\ncat/أب", "cats", "catss"},
		{"aliases of flags", "AF 2\nAF S\nAF SD\n" + rules, "2\ncat/1\nwalk/2", "cats walks walked", "cated"},
		{"a suffix on a suffix", "SFX A Y 1\nSFX A 0 able/B .\nSFX B Y 1\nSFX B 0 s .\n", "1\ndrink/A", "drinkable drinkables", "drinks"},
		{"a prefix that a suffix allows", "SFX A Y 1\nSFX A 0 ly/P .\nPFX P Y 1\nPFX P 0 un .\n", "1\nkind/A", "kindly unkindly", "unkind"},
		{"words that need an affix", "NEEDAFFIX X\nSFX A Y 1\nSFX A 0 s .\n", "1\nfoo/XA", "foos", "foo"},
		{"a prefix and a suffix around a word", "CIRCUMFIX X\nPFX G Y 1\nPFX G 0 ge/X .\nSFX T Y 1\nSFX T 0 t/X .\n", "1\nmach/GT", "mach gemacht", "gemach macht"},
		{"words that are forbidden", "FORBIDDENWORD !\nSFX S Y 1\nSFX S 0 s .\n", "2\nfoot/S\nfoots/!", "foot", "foots"},
		{"words that keep their case", "KEEPCASE K\n", "2\nkg/K\nword", "kg word Word WORD", "Kg KG"},
		{"names", "", "2\nParis\niPhone", "Paris PARIS iPhone IPHONE", "paris iphone Iphone"},
		{"letters that do not count", "SET UTF-8\nIGNORE ٌَُِّْـ\nPFX و Y 1\nPFX و 0 و .\n", "1\nكتاب/و", "كتاب كِتَابٌ وكـتاب", "كتب"},
		{"letters that are read as others", "SET UTF-8\nICONV 1\nICONV ’ '\n", "1\ndon't", "don't don’t", "dont"},
		{"words with hyphens", "", "2\nwell\nknown", "well-known well- -known", "well-knwon"},
		{"no hyphens", "BREAK 0\n", "2\nwell\nknown", "well", "well-known"},
		{"compounds by one flag", "COMPOUNDFLAG C\nCOMPOUNDMIN 2\n", "3\nab/C\ncde/C\nfg", "abcde cdeab abab", "abfg fgab"},
		{"compounds by place", "COMPOUNDBEGIN B\nCOMPOUNDEND E\nONLYINCOMPOUND O\n", "2\nfoo/B\nbar/EO", "foo foobar", "bar barfoo"},
		{"compounds not twice the same", "COMPOUNDFLAG C\nCHECKCOMPOUNDDUP\n", "2\nfoo/C\nbar/C", "foobar", "foofoo"},
		{"the whole word taken off", "FULLSTRIP\nSFX A Y 1\nSFX A go went go\n", "1\ngo/A", "go went", "goes"},
		{"grammar after the word", "", "3\nfoo po:noun\nbar\tst:x\nice cream", "foo bar", "po:noun"},
		{"a slash in a word", "", "1\nkm\\/h", "km/h", "km"},
		{"comments and mistakes", "# x\nSFX\nSFX A\nPFX Z Y 1\nPFX\nREP\nMAP\nAF\nNOSUGGEST\n", "1\nok", "ok", "no"},
	} {
		d := parse(t, c.aff, c.dic)
		for word := range strings.FieldsSeq(c.yes) {
			if !d.Knows(word) {
				t.Errorf("%s: %q is not known", c.name, word)
			}
		}
		for word := range strings.FieldsSeq(c.no) {
			if d.Knows(word) {
				t.Errorf("%s: %q is known", c.name, word)
			}
		}
	}
}

func TestDictionariesAreReadInTheirEncoding(t *testing.T) {
	for name, c := range map[string]struct {
		encoding interface{ Bytes([]byte) ([]byte, error) }
		word     string
	}{
		"ISO8859-1":         {charmap.ISO8859_1.NewEncoder(), "été"},
		"ISO8859-6":         {charmap.ISO8859_6.NewEncoder(), "ماء"},
		"microsoft-cp1256":  {charmap.Windows1256.NewEncoder(), "ماء"},
		"windows-1256":      {charmap.Windows1256.NewEncoder(), "ماء"},
		"microsoft-cp1251":  {charmap.Windows1251.NewEncoder(), "вода"},
		"KOI8-R":            {charmap.KOI8R.NewEncoder(), "вода"},
		"ISO8859-9":         {charmap.ISO8859_9.NewEncoder(), "ışık"},
		"\uFEFFnothing\xff": {nil, ""},
	} {
		if c.encoding == nil {
			_, err := Parse([]byte("SET "+name+"\n"), []byte("1\nx\n"))
			if domain.CodeOf(err) != ErrEncoding {
				t.Errorf("%q: %v", name, err)
			}
			continue
		}
		dic, err := c.encoding.Bytes([]byte("1\n" + c.word + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse([]byte("SET "+name+"\n"), dic)
		if err != nil {
			t.Fatal(err)
		}
		if !d.Knows(c.word) {
			t.Errorf("%s: %q is not known", name, c.word)
		}
	}
	if d := parse(t, "\uFEFFSET UTF-8\n", "\uFEFF1\nété\n"); !d.Knows("été") {
		t.Error("a byte order mark hides the encoding")
	}
}

func TestWhatIsNoDictionaryIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		aff, dic []byte
		want     domain.Code
	}{
		"an empty file":   {nil, nil, ErrShape},
		"a text":          {nil, []byte("Hello\nworld\n"), ErrShape},
		"no words":        {nil, []byte("0\n"), ErrShape},
		"too large":       {make([]byte, MaxAff+1), []byte("1\nx"), domain.ErrFileTooBig},
		"strange letters": {[]byte("SET EBCDIC\n"), []byte("1\nx"), ErrEncoding},
	} {
		if _, err := Parse(c.aff, c.dic); domain.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestSuggestionsAreWhatPeopleMean(t *testing.T) {
	const aff = `SET UTF-8
TRY esianrtolcdugmphbyfvkwz-'
KEY qwertyuiop|asdfghjkl|zxcvbnm
REP 2
REP ^alot$ a_lot
REP ei ie
MAP 1
MAP eéè
NOSUGGEST !
FORBIDDENWORD ?
OCONV 1
OCONV ' ’
SFX S Y 1
SFX S 0 s .
`
	d := parse(t, aff, "9\nwater/S\nthe\na\nlot\nbelief\ncafé\ndamn/!\nwatir/?\ndon't\nvaccination")
	for word, want := range map[string]string{
		"teh": "the", "wter": "water", "watwr": "water", "waterr": "water", "alot": "a lot", "beleif": "belief",
		"cafe": "café", "Wter": "Water", "WTER": "WATER", "watres": "waters", "dont": "don’t", "vacsinatiom": "vaccination",
		"damm": "", "qqqqqqqq": "", "thewater": "the water", "donn't": "don’t",
	} {
		got := d.Suggest(word, 3)
		if want == "" && len(got) == 0 || len(got) > 0 && got[0] == want {
			continue
		}
		t.Errorf("%s: %q, want %q first", word, got, want)
	}
	if got := d.Suggest("wter", 0); got != nil {
		t.Errorf("none wanted, got %q", got)
	}
}

func TestAHostileDictionaryEndsInBoundedWork(t *testing.T) {
	aff := "SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDMIN 1\nBREAK 3\nBREAK a\nBREAK ^a\nBREAK a$\nTRY abcdefghijklmnopqrstuvwxyz\nSFX A Y 1\nSFX A 0 a/A .\nPFX B Y 1\nPFX B 0 a/B .\nREP 1\nREP a aa\n"
	d := parse(t, aff, "3\na/CAB\naa/CAB\n"+strings.Repeat("a", 5000)+"/C\n")
	long := strings.Repeat("a", maxWord-1) + "b"
	d.Knows(long)
	d.Suggest(strings.Repeat("a", maxSuggested-1)+"b", 5)
	if d.Knows(strings.Repeat("a", maxWord+1)) {
		t.Error("a word beyond all bounds is known")
	}
}

func FuzzADictionaryOfAnyBytesIsReadAndAsked(f *testing.F) {
	f.Add([]byte("SET UTF-8\nFLAG long\nAF 1\nAF AaBb\nSFX Aa Y 1\nSFX Aa y ies/Bb [^a]y\nREP 1\nREP a b\nMAP 1\nMAP (ab)c\n"), []byte("2\ncity/1\nfoo/Aa\n"), "cities")
	f.Add([]byte("SET ISO8859-6\nIGNORE x\nICONV 1\nICONV a bb\nCOMPOUNDFLAG C\nBREAK 1\nBREAK -\n"), []byte("1\na/C"), "aa-a")
	f.Add([]byte("FLAG num\nFULLSTRIP\nSFX 1 Y 1\nSFX 1 a 0 [\nCIRCUMFIX 2\nKEY ab\nTRY ab\n"), []byte("9\na/1,2\n\tb\n"), "A")
	f.Fuzz(func(t *testing.T, aff, dic []byte, word string) {
		d, err := Parse(aff, dic)
		if err != nil {
			return
		}
		d.Knows(word)
		for _, one := range d.Suggest(word, 3) {
			if slices.Contains([]string{"", word}, one) {
				t.Errorf("%q is suggested for %q", one, word)
			}
		}
	})
}
