package spelling

import (
	"bufio"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// system reads a dictionary that Debian installs; without it the test is skipped.
func system(t testing.TB, name string) *Dictionary {
	t.Helper()
	aff, err := os.ReadFile("/usr/share/hunspell/" + name + ".aff")
	if err != nil {
		t.Skip("no dictionary " + name)
	}
	dic, err := os.ReadFile("/usr/share/hunspell/" + name + ".dic")
	if err != nil {
		t.Skip("no dictionary " + name)
	}
	d, err := Parse(aff, dic)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheProgramHunspellSaysTheSameOfWordsRightAndWrong(t *testing.T) {
	if _, err := exec.LookPath("hunspell"); err != nil {
		t.Skip("no hunspell here")
	}
	for _, name := range []string{"en_US", "ar"} {
		d := system(t, name)
		words := samples(d, 2000)
		wrong := hunspell(t, name, words)
		differ := 0
		for _, word := range words {
			if d.Knows(word) == wrong[word] {
				differ++
				t.Logf("%s: %q is known here: %t", name, word, d.Knows(word))
			}
		}
		if agreed := 1 - float64(differ)/float64(len(words)); agreed < 0.995 {
			t.Errorf("%s: %.2f %% of %d words, want 99.5", name, 100*agreed, len(words))
		}
	}
}

// samples returns words of a dictionary, in the forms of its affixes and spoilt by a letter.
// They are the same in every run.
func samples(d *Dictionary, n int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	var suffixes []string
	for text := range d.suffixes.byText {
		suffixes = append(suffixes, text)
	}
	slices.Sort(suffixes)
	var out []string
	for len(out) < n {
		word := []rune(string(d.words.bytes(d.words.entries[random.IntN(len(d.words.entries))])))
		plain := len(word) > 2
		for _, r := range word {
			plain = plain && unicode.IsLetter(r)
		}
		if !plain {
			continue
		}
		switch i := random.IntN(len(word)); random.IntN(4) {
		case 0:
			word = append(word, []rune(suffixes[random.IntN(len(suffixes))])...)
		case 1:
			word[i] = d.try[random.IntN(len(d.try))]
		case 2:
			word = append(word[:i], word[i+1:]...)
		}
		if w := string(word); !strings.ContainsAny(w, "'-.") {
			out = append(out, w)
		}
	}
	return out
}

// hunspell returns the words that the program calls wrong.
func hunspell(t *testing.T, name string, words []string) map[string]bool {
	t.Helper()
	cmd := exec.Command("hunspell", "-d", name, "-l")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	wrong := map[string]bool{}
	for s := bufio.NewScanner(strings.NewReader(string(out))); s.Scan(); {
		wrong[s.Text()] = true
	}
	return wrong
}
