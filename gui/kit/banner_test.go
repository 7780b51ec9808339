package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestABannerHasRoomOfItsOwnWhileItTellsSomething(t *testing.T) {
	bothWays(t, func(t *testing.T, env *Env) {
		b := NewBanner(env)
		pressed := 0
		last := NewButton(env, ButtonOptions{Text: "x", OnTapped: func() { pressed++ }})
		page := Border(env, nil, b, nil, nil, Border(env, nil, last, nil, nil))
		b.OnResized = page.Refresh
		show(env, page, 400, 300)
		foot := func() float32 {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y + last.Size().Height
		}
		before := foot()
		b.Tell(ToneDanger, mixedArabic+" "+mixedArabic+" "+mixedArabic, BannerAction{"Undo", nil})
		at, s := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.card), b.card.Size()
		if s.Width != 400 || at.X != 0 || at.Y+s.Height != 300 || s.Height < b.card.MinSize().Height {
			t.Errorf("the banner is at %v, %v large", at, s)
		}
		if foot() > at.Y {
			t.Errorf("the button ends at %v, the banner begins at %v", foot(), at.Y)
		}
		test.Tap(last)
		if pressed != 1 {
			t.Errorf("pressed %d times", pressed)
		}
		b.Hide()
		if foot() != before || b.MinSize() != (fyne.Size{}) {
			t.Errorf("a silent banner keeps %v, the button ends at %v and not at %v", b.MinSize(), foot(), before)
		}
	})
}

func TestAPressOnABannerGoesNoFurther(t *testing.T) {
	env := window(t, "en", lookNow)
	b := NewBanner(env)
	pressed := 0
	below := NewButton(env, ButtonOptions{Text: "x", OnTapped: func() { pressed++ }})
	show(env, Stack(below, b), 800, 600)
	b.Tell(ToneInfo, "Done.")
	test.TapCanvas(env.Window.Canvas(), fyne.NewPos(8, 8))
	if pressed != 0 {
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
