package media

import (
	"slices"
	"strings"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestWhatAFileLacksIsSaidUntilItIsThere(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		film := d.files()[1].ID
		want := []string{
			env.T("media.lacks.alt", "language", env.T("language.en")), env.T("media.lacks.credit"), env.T("media.lacks.consent"),
		}
		if got := d.part.cards[film].shown.Lacks; !slices.Equal(got, want) {
			t.Fatalf("it lacks %q, want %q", got, want)
		}
		c := d.part.cards[film]
		c.alt.Editor("en").Focus()
		d.Write("Children")
		c.credit.Focus()
		d.Write("Omar")
		c.consent.Focus()
		d.Write("box 3")
		if f := d.files()[1]; f.Alt.En != "Children" || f.Credit != "Omar" || f.Consent != "box 3" {
			t.Fatalf("it is %+v", f)
		}
		if len(c.shown.Lacks) > 0 || !d.Sees(env.T("media.complete")) || !d.Sees(env.Printer.N("media.length", 8)) {
			t.Errorf("it still lacks %q", c.shown.Lacks)
		}
		d.Report(d.Session.Undo())
		if f := d.files()[1]; f.Consent != "" || f.Credit != "Omar" {
			t.Errorf("after one undo it is %+v", f)
		}
	})
}

func TestFilesAreAddedMovedAndRemoved(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.Press("media.add")
		d.Write("map.png")
		all := d.files()
		if len(all) != 3 || all[2].File != "map.png" || all[2].Type != "image" {
			t.Fatalf("the files are %+v", all)
		}
		d.part.move(all[2].ID, -2)
		if d.files()[0].File != "map.png" || !d.part.cards[all[2].ID].up.Disabled() {
			t.Errorf("the files are %+v", d.files())
		}
		d.part.remove(all[2].ID)
		if len(d.files()) != 2 || d.Focused() != d.part.add {
			t.Errorf("the files are %+v", d.files())
		}
		d.Report(d.Session.Undo())
		if d.files()[0].File != "map.png" || !d.part.Focus(domain.Place{Field: "media", Item: all[2].ID.String()}, "") {
			t.Error("undo does not bring it back")
		}
	})
}

func TestTheConsentLeadsToTheChecklist(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		d.Press("media.to_consent")
		if len(d.Went) != 1 || d.Went[0].Kind != domain.KindAnswer || d.Went[0].Item != consentItem {
			t.Fatalf("it leads to %+v", d.Went)
		}
		item, ok := guitest.Checklist(t).Item(consentItem)
		if !ok || !strings.Contains(item.Name.En, "consent") {
			t.Errorf("the checklist has another item there: %+v", item.Name)
		}
	})
}

func TestALongAltTextIsSaidToBeLong(t *testing.T) {
	p := guitest.Printer(t, "en")
	if got := length(p, strings.Repeat("a", longAlt)); strings.Contains(got, p.T("media.long")) {
		t.Errorf("150 characters: %s", got)
	}
	if got := length(p, strings.Repeat("a", longAlt+1)); !strings.Contains(got, p.T("media.long")) {
		t.Errorf("151 characters: %s", got)
	}
}

func TestAMessageWithoutFilesSaysWhatToDo(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		c.Media = nil
		if d := open(t, env, c); !d.Sees(env.T("media.empty")) {
			t.Error("it does not")
		}
	})
}

func TestEveryStateIsWholeAndInOrder(t *testing.T) {
	guitest.EveryPseudoLook(t, func(t *testing.T, env *kit.Env) {
		c := campaign()
		var sight guitest.Sight
		for _, m := range c.Media {
			sight.Data = append(sight.Data, m.File, m.Alt.Ar, m.Alt.En, m.Caption.Ar, m.Credit)
		}
		open(t, env, c)
		guitest.See(t, env, sight)
		guitest.Walk(t, env)
		c.Media = nil
		open(t, env, c)
		guitest.See(t, env, sight)
	})
}

func TestPictures(t *testing.T) {
	guitest.Album(t, "media", []guitest.Look{guitest.At(960, 1300, 1), guitest.At(660, 2200, 1.3)},
		func(t *testing.T, env *kit.Env, l guitest.Look, take func(string)) {
			d := open(t, env, campaign())
			guitest.Show(env, kit.Pad(16, d.part.Content()), l.Width, l.Height)
			take("filled")
		})
}
