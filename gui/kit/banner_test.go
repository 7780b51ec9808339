package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestABannerMovesNothing(t *testing.T) {
	env := window(t, "en", lookNow)
	b := NewBanner(env)
	content := NewLabel(env, "x", StyleBody)
	stack := Stack(content, b)
	show(env, stack, 800, 600)
	least, size := stack.MinSize(), content.Size()
	b.Tell(ToneWarning, mixedArabic)
	if stack.MinSize() != least || content.Size() != size {
		t.Errorf("least size %v became %v", least, stack.MinSize())
	}
}

func TestABannerStandsAtTheBottomInTheMiddle(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		b := NewBanner(env)
		show(env, Stack(Gap(1), b), 400, 300)
		b.Tell(ToneDanger, mixedArabic+" "+mixedArabic+" "+mixedArabic, BannerAction{"Undo", nil})
		at, s := b.card.Position(), b.card.Size()
		if at.X < 0 || at.X+s.Width > 400 || at.Y < 100 || at.Y+s.Height > 300 {
			t.Errorf("the banner is at %v, %v large", at, s)
		}
		if !near(at.X, 400-at.X-s.Width) {
			t.Errorf("the banner is %v from the left and %v from the right", at.X, 400-at.X-s.Width)
		}
	})
}

func TestWhatIsBesideABannerCanBePressed(t *testing.T) {
	env := window(t, "en", lookNow)
	b := NewBanner(env)
	pressed := 0
	below := NewButton(env, ButtonOptions{Text: "x", OnTapped: func() { pressed++ }})
	show(env, Stack(below, b), 800, 600)
	b.Tell(ToneInfo, "Done.")
	c := env.Window.Canvas()
	test.TapCanvas(c, fyne.NewPos(10, 10))
	if pressed != 1 {
		t.Errorf("pressed %d times", pressed)
	}
	test.TapCanvas(c, b.card.Position().AddXY(8, 8))
	if pressed != 1 {
		t.Error("a press on the banner went through")
	}
}

func TestABannersButtonClosesItAndActs(t *testing.T) {
	env := window(t, "en", lookNow)
	b := NewBanner(env)
	show(env, Stack(Gap(1), b), 800, 600)
	done := 0
	b.Tell(ToneSuccess, "Deleted.", BannerAction{"Undo", func() {
		done++
		b.Tell(ToneInfo, "Back again.")
	}})
	if got := texts(b); !slices.Equal(got, []string{"Deleted."}) {
		t.Errorf("reads %v", got)
	}
	test.Tap(find[*Button](b)[0])
	if done != 1 || b.Sentence() != "Back again." {
		t.Errorf("done %d times, shows %q", done, b.Sentence())
	}
	buttons := find[*Button](b)
	test.Tap(buttons[len(buttons)-1])
	if b.Sentence() != "" || len(find[*Button](b)) != 0 {
		t.Errorf("shows %q", b.Sentence())
	}
}
