package guitest

import (
	"testing"
	"time"

	"athar/assets"
	"athar/domain"
	"athar/domain/channel"
	"athar/domain/ethics"
	"athar/domain/framework"
	"athar/domain/metric"
	"athar/domain/starter"
	"athar/gui/i18n"
)

// Pack returns a file of the content that Athar ships with.
func Pack(t testing.TB, name string) []byte {
	t.Helper()
	return must(assets.Content.ReadFile("content/" + name))(t)
}

// Catalog returns the texts of the interface in a language.
func Catalog(t testing.TB, lang string) *i18n.Catalog {
	t.Helper()
	return catalogs.of(t, lang, func() (*i18n.Catalog, error) { return i18n.Load(assets.Locale, "locale", lang) })
}

// Channels returns the channels that Athar ships with.
func Channels(t testing.TB) channel.Catalog {
	t.Helper()
	return must(channel.Parse(Pack(t, "channels.json")))(t)
}

// Checklist returns the ethics checklist that Athar ships with.
func Checklist(t testing.TB) ethics.Checklist {
	t.Helper()
	return must(ethics.Parse(Pack(t, "ethics.json")))(t)
}

// Frameworks returns the frameworks of core messages that Athar ships with.
func Frameworks(t testing.TB) framework.Library {
	t.Helper()
	return must(framework.Parse(Pack(t, "frameworks.json")))(t)
}

// Templates returns the templates of campaigns that Athar ships with.
func Templates(t testing.TB) []starter.Template {
	t.Helper()
	return must(starter.Parse(Pack(t, "templates.json")))(t)
}

// Metrics returns the names of metrics that Athar ships with.
func Metrics(t testing.TB) metric.Names {
	t.Helper()
	return must(metric.ParseNames(Pack(t, "metrics.json")))(t)
}

// Sample returns the sample campaign in a language, as made at a moment.
func Sample(t testing.TB, lang string, now time.Time) domain.Campaign {
	t.Helper()
	return must(starter.Sample(Pack(t, "sample.json"), domain.NewID, now, lang))(t)
}

// must returns what gives the value, or ends the test with the error.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
