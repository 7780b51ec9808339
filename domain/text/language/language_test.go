package language

import "testing"

func TestTheLanguageOfADraftIsGuessedByItsLettersAndSmallWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want Guess
	}{
		{"نحتاج إلى متطوعين في كل مدرسة. سجّل الآن", Guess{"ar", true}},
		{"نحتاج إلى متطوعين في WhatsApp و Facebook اليوم", Guess{"ar", true}},
		{"فى المدرسة وعلى الشاشة ی", Guess{"ar", true}},
		{"ما به داوطلب نیاز داریم، پیام بدهید و بچه\u200cها را بیاورید", Guess{"fa", true}},
		{"ہمیں رضاکاروں کی ضرورت ہے، آج ہی شامل ہوں", Guess{"ur", true}},
		{"پێویستمان بە خۆبەخشە لە هەموو قوتابخانەکان", Guess{"ckb", true}},
		{"Test your well before you drink the water.", Guess{"en", true}},
		{"Join us! https://example.org/les/des #pour @elle", Guess{"", false}},
		{"L’eau est un droit. Rejoignez-nous pour que chacun y ait accès.", Guess{"fr", true}},
		{"El agua es un derecho de todos. Únete a nosotros.", Guess{"es", true}},
		{"Les enfants de la ville ont besoin de nous", Guess{"fr", true}},
		{"Su bir haktır. Bize katılın ve kuyunuzu test edin.", Guess{"", false}},
		{"Вода это право", Guess{"", true}},
		{"Athar", Guess{"", false}},
		{"", Guess{}},
		{"👍 #ماء https://example.org", Guess{}},
	} {
		if got := Of(c.text); got != c.want {
			t.Errorf("%q: %+v, want %+v", c.text, got, c.want)
		}
	}
}

func FuzzAnyTextHasAGuess(f *testing.F) {
	f.Add("l'eau ’ ' \xff")
	f.Fuzz(func(t *testing.T, text string) {
		if g := Of(text); len(g.Lang) > 3 {
			t.Errorf("%q: %q", text, g.Lang)
		}
	})
}
