package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/gui"
	"athar/persistence"
)

// answer runs a command and returns its exit code and what it said.
func answer(args ...string) (code int, out, complaint string) {
	var stdout, stderr bytes.Buffer
	code = execute(args, streams{strings.NewReader(""), &stdout, &stderr})
	return code, stdout.String(), stderr.String()
}

func TestDataInAFolderThatAServiceCopiesIsOnlyRead(t *testing.T) {
	home := atHome(t)
	data, cloud := filepath.Join(home, "data"), filepath.Join(home, "Dropbox", "data")
	if code, _, said := answer("new", "--title", "Clean water", "--lang", "en", "--data", data); code != exitOK {
		t.Fatal(code, said)
	}
	if code, _, said := answer("list", "--lang", "en", "--data", cloud); code != exitStore || !strings.Contains(said, "Dropbox") {
		t.Errorf("a new folder there: %d, %q", code, said)
	}
	if err := os.MkdirAll(filepath.Dir(cloud), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(data, cloud); err != nil {
		t.Fatal(err)
	}
	code, out, said := answer("list", "--lang", "en", "--data", cloud)
	if code != exitOK || !strings.Contains(out, "Clean water") || !strings.Contains(said, "only be read") {
		t.Errorf("reading: %d, %q, %q", code, out, said)
	}
	if code, _, _ := answer("new", "--title", "more", "--data", cloud); code != exitStore {
		t.Errorf("writing: %d", code)
	}
}

func TestWhatIsSaidOfAStoreAllTheTime(t *testing.T) {
	lying := func(site persistence.Site) *persistence.Store {
		s, err := persistence.Open(t.TempDir(), persistence.Options{Site: func(string) persistence.Site { return site }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}
	local, stick := lying(persistence.Site{Kind: persistence.SiteLocal}), lying(persistence.Site{Kind: persistence.SiteRemovable})
	for _, test := range []struct {
		store *persistence.Store
		now   persistence.Condition
		want  gui.Standing
	}{
		{local, persistence.Condition{}, gui.Standing{}},
		{stick, persistence.Condition{}, gui.Standing{Key: "place.removable"}},
		{stick, persistence.Condition{Gone: true}, gui.Standing{Key: "place.gone", Grave: true}},
		{local, persistence.Condition{Lost: true}, gui.Standing{Key: "place.back", Grave: true}},
		{local, persistence.Condition{Need: 5}, gui.Standing{Key: "place.full", Room: 5, Grave: true}},
	} {
		if got := standing(test.store, test.now); got != test.want {
			t.Errorf("%+v: %+v, want %+v", test.now, got, test.want)
		}
	}
}

func TestTheProbeOfTheProgramTellsGoodFromBad(t *testing.T) {
	s, err := persistence.Open(t.TempDir(), persistence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(s.Dir(), "store")
	if code := runProbe(dir, strings.NewReader("")); code != probeGood {
		t.Errorf("a good store: %d", code)
	}
	if err := os.WriteFile(filepath.Join(dir, "MANIFEST"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := runProbe(dir, strings.NewReader("")); code != probeFailed {
		t.Errorf("a bad one: %d", code)
	}
}
