package channels

import (
	"testing"

	"fyne.io/fyne/v2"

	"athar/domain"
	"athar/gui/guitest"
	"athar/gui/kit"
)

func TestAChannelIsAddedFilledFromTheCoreAndRemoved(t *testing.T) {
	guitest.BothWays(t, func(t *testing.T, env *kit.Env) {
		d := open(t, env, campaign())
		lang := env.Printer.Lang()
		d.Press("messages.add_channel")
		menu := env.Window.Canvas().Focused()
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		v, ok := d.message().Variant("facebook") // the first that is not used
		if !ok {
			v, ok = d.message().Variant("whatsapp")
		}
		if !ok {
			t.Fatalf("no channel was added: %v", d.message().Variants)
		}
		d.part.copyCore(v.Channel, lang)
		v, _ = d.message().Variant(v.Channel)
		if v.Text.Of(lang) != d.message().Core.Of(lang) {
			t.Errorf("the text is %q", v.Text.Of(lang))
		}
		d.Write("Z")
		if after, _ := d.message().Variant(v.Channel); len(after.Text.Of(lang)) != len(v.Text.Of(lang))+1 {
			t.Error("the caret is not in the text that was copied")
		}
		d.part.removeChannel(v.Channel)
		if _, ok := d.message().Variant(v.Channel); ok {
			t.Error("the channel is still there")
		}
		if err := d.session.Undo(); err != nil {
			t.Fatal(err)
		}
		if _, ok := d.message().Variant(v.Channel); !ok {
			t.Error("undo did not bring the channel back")
		}
	})
}

func TestTheCountFollowsEveryKey(t *testing.T) {
	d := open(t, guitest.Env(t, "en"), campaign())
	d.part.Focus(domain.Place{Field: "variant.sms"}, "")
	// Both fit, so the reader's is asked for.
	if !d.Sees("1 part · 60 of 70 · Unicode") {
		t.Fatal("the count before is not shown")
	}
	d.Write(" Ok")
	if !d.Sees("1 part · 63 of 70 · Unicode") {
		t.Error("the count did not follow")
	}
	d.Write(" and bring a bottle")
	if !d.Sees("2 parts · 67 + 15 of 67 · Unicode") || !d.Sees("Sent and paid for as 2 SMS.") {
		t.Errorf("the second part is not told: %q", guitest.Texts(d.part.form.cards["sms"].content))
	}
}
