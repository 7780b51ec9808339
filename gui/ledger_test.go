package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"athar/domain"
	"athar/domain/paper"
	"athar/gui/guitest"
	"athar/gui/i18n"
	"athar/gui/settings"
)

// The screens beside the messages are reached by their places, and fit a small
// laptop with text of every size.
func TestTheCoreMessageAndTheClaimsFitASmallLaptop(t *testing.T) {
	for _, language := range i18n.Languages() {
		for _, scale := range []float64{1, 1.3, 2} {
			b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: language, Scale: scale, Width: 1366, Height: 700})
			b.openSample()
			b.settle()
			c, _ := b.desk.Current()
			for _, p := range []domain.Place{
				{Kind: domain.KindCore, ID: c.Core().ID},
				{Kind: domain.KindClaim, ID: c.SortedClaims()[1].ID},
				{Kind: domain.KindEvidence, ID: c.Evidence[0].ID},
			} {
				b.goTo(p)
				b.settle()
				if need := b.window.Content().MinSize(); need.Width > 1366 || need.Height > 700 {
					t.Errorf("%s at %v: %s needs %v", language, scale, p.Kind.Word(), need)
				}
				if at := b.place(); at.Kind != p.Kind && p.Kind != domain.KindEvidence || at.ID == domain.NoID {
					t.Errorf("%s: %v leads to %v", language, p, at)
				}
				if scale == 2 { // what scrolls must stay in reach
					guitest.Walk(t, b.env)
				}
			}
		}
	}
}

func TestAFileOfAScreenIsWrittenAndToldOf(t *testing.T) {
	b := newBench(t, guitest.NewMemory(), settings.Settings{Lang: "en"})
	path := filepath.Join(t.TempDir(), "claims")
	b.writeFile(withEnding(path, "csv"), paper.File{Make: func() ([]byte, error) { return []byte("a,b"), nil }})
	b.settle()
	if data, err := os.ReadFile(path + ".csv"); err != nil || string(data) != "a,b" {
		t.Errorf("%q, %v", data, err)
	}
	if said := b.banner.Sentence(); !strings.Contains(guitest.Plain(said), path+".csv") {
		t.Errorf("it says %q", said)
	}
	if b.settings.CopyFolder != filepath.Dir(path) {
		t.Error("the folder is not remembered")
	}
	b.writeFile(path, paper.File{Make: func() ([]byte, error) { return nil, domain.Problem(domain.ErrDiskFull, "") }})
	b.settle()
	if _, err := os.Stat(path); err == nil {
		t.Error("what could not be made was written")
	}
}

func TestTheEndingOfAFileIsAddedOnce(t *testing.T) {
	for path, want := range map[string]string{"a": "a.html", "a.HTML": "a.HTML", "a.b": "a.b.html"} {
		if got := withEnding(path, "html"); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
