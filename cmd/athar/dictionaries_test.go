package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/check"
	"athar/domain/proofing"
	"athar/persistence"
)

func TestADictionaryOfSomebodysOwnIsCopiedAndFound(t *testing.T) {
	from, b := t.TempDir(), bookshelf{own: filepath.Join(t.TempDir(), "dictionaries")}
	for name, data := range map[string]string{"so.aff": "SET UTF-8\n", "so.dic": "1\nbiyo\n", "xx1.aff": "", "xx1.dic": "1\na\n", "lonely.dic": "1\na\n"} {
		if err := os.WriteFile(filepath.Join(from, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"so.dic", "so.aff"} {
		d, err := b.Add(filepath.Join(from, name))
		if err != nil || d.Name != "so" || d.Lang != "so" || !d.Own {
			t.Errorf("%s: added %+v, %v", name, d, err)
		}
	}
	i := slices.IndexFunc(b.found(), b.isOwn)
	if i < 0 || b.Usual("so") != "so" {
		t.Fatal("it is not found again")
	}
	d, err := b.Read("so")
	if err != nil || !d.Knows("biyo") || d.Knows("water") {
		t.Errorf("it was read as %v, %v", d, err)
	}
	if _, err := b.Read("none"); domain.CodeOf(err) != domain.ErrNotFound {
		t.Errorf("one that is not there: %v", err)
	}
	for name, code := range map[string]domain.Code{"xx1.dic": domain.ErrUnknownValue, "lonely.dic": domain.ErrUnknownValue, "fr.dic": domain.ErrFileRead} {
		if _, err := b.Add(filepath.Join(from, name)); domain.CodeOf(err) != code {
			t.Errorf("%s: %v, want %s", name, err, code)
		}
	}
}

func TestATextIsCheckedAsTheDataFolderChose(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	store, err := persistence.Open(data, persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := proofing.Choices{}.Switched("claim_number", false, true).
		Silenced(check.Mute{Rule: "privacy_email", Passage: "info@example.org"}, true)
	if err := store.SetPreference(context.Background(), proofing.Preference, c.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	const text = "4,200 children. Write to info@example.org or sara.k@gmail.com. Help the handicapped."
	rules := func(out string) (found []string) {
		for _, rule := range []string{"claim_number", "info@example.org", "sara.k@gmail.com", "en.handicapped"} {
			if strings.Contains(out, `"`+rule+`"`) {
				found = append(found, rule)
			}
		}
		return found
	}
	out, _ := typed(t, exitProblems, text, "check", "--json", "--lang", "en", "--data", t.TempDir())
	if got := rules(out); len(got) != 4 {
		t.Errorf("without choices found %v", got)
	}
	out, _ = typed(t, exitProblems, text, "check", "--json", "--lang", "en", "--data", data)
	if got := rules(out); !slices.Equal(got, []string{"sara.k@gmail.com", "en.handicapped"}) {
		t.Errorf("with them found %v", got)
	}
}
