package channel

import (
	"errors"
	"strings"
	"testing"

	"athar/domain"
)

func TestALimitThatAPersonCorrectsIsCountedWith(t *testing.T) {
	shipped := catalog(t)
	own := shipped.With([]Limit{
		{Channel: "mastodon", Field: "post", Part: LimitLength, Number: 1000, Source: "our server", AsOf: "2026-11-01"},
		{Channel: "instagram", Field: "caption", Part: LimitHashtags, Number: 3, Source: "seen", AsOf: "2026-11-02"},
		{Channel: "instagram", Field: "caption", Part: LimitShown, Number: 100, AsOf: "2026-11-02"},
		{Channel: "gone", Field: "post", Part: LimitLength, Number: 5, AsOf: "2026-11-01"},
		{Channel: "x", Field: "post", Part: LimitLength, Number: 0, AsOf: "2026-11-01"},
	})
	text := strings.Repeat("a", 700)
	for _, c := range []struct {
		catalog Catalog
		fits    bool
		sure    Sureness
	}{{shipped, false, Primary}, {own, true, Corrected}} {
		ch, _ := c.catalog.Channel("mastodon")
		f := ch.Default()
		if f.Count(text).Fits() != c.fits || f.Sure != c.sure {
			t.Errorf("fits %v, sure %q", f.Count(text).Fits(), f.Sure)
		}
	}
	ch, _ := own.Channel("instagram")
	f := ch.Default()
	if f.Max.Hashtags.Limit != 3 || f.Max.Hashtags.Sure != Corrected || f.Shown != 100 || f.Limit != 2200 {
		t.Errorf("caption: %+v", f)
	}
	if x, _ := own.Channel("x"); x.Default().Limit != 280 {
		t.Errorf("a limit of nothing was taken: %d", x.Default().Limit)
	}
	if ch, _ := shipped.Channel("instagram"); ch.Default().Max.Hashtags.Limit == 3 {
		t.Error("the shipped catalog changed")
	}
}

func TestALimitIsRefusedWithItsReason(t *testing.T) {
	good := Limit{Channel: "x", Field: "post", Part: LimitLength, Number: 280, AsOf: "2026-11-01"}
	for _, c := range []struct {
		name  string
		spoil func(*Limit)
		code  domain.Code
		field string
	}{
		{"good", func(*Limit) {}, "", ""},
		{"channel", func(l *Limit) { l.Channel = "myspace" }, domain.ErrUnknownValue, "field"},
		{"field", func(l *Limit) { l.Field = "title" }, domain.ErrUnknownValue, "field"},
		{"part", func(l *Limit) { l.Part = LimitMentions }, domain.ErrUnknownValue, "part"},
		{"nothing", func(l *Limit) { l.Number = 0 }, domain.ErrRange, "number"},
		{"too much", func(l *Limit) { l.Number = MaxLimit + 1 }, domain.ErrRange, "number"},
		{"no date", func(l *Limit) { l.AsOf = "2026-02-30" }, domain.ErrNotDate, "as_of"},
	} {
		l := good
		c.spoil(&l)
		err := catalog(t).Check(l)
		var p *domain.Error
		switch {
		case c.code == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.code != "" && (!errors.As(err, &p) || p.Code != c.code || p.Field != c.field):
			t.Errorf("%s: %v, want %s of %s", c.name, err, c.code, c.field)
		}
	}
}

func TestEveryNumberOfEveryFieldCanBeCorrected(t *testing.T) {
	shipped := catalog(t)
	tried := 0
	for _, ch := range shipped.Channels() {
		for _, f := range ch.Fields {
			for _, part := range f.Parts() {
				l, _ := f.Number(part)
				l.Channel, l.Number, l.AsOf = ch.ID, l.Number+1, "2026-11-23"
				own, _ := shipped.With([]Limit{l}).Channel(ch.ID)
				got, _ := own.Field(f.ID)
				if n, _ := got.Number(part); n.Number != l.Number {
					t.Errorf("%s %s %s: %d, want %d", ch.ID, f.ID, part, n.Number, l.Number)
				}
				tried++
			}
		}
	}
	if tried < 30 {
		t.Errorf("only %d numbers", tried)
	}
}

func TestAWordHasALetterOrADigit(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " \n": 0, "one": 1, "اغلوا الماء، دقيقة — واحدة!": 4, "5 % – 10 km": 3, "\u200fa\u200f b": 2,
	} {
		if got := Word.Measure(text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}
