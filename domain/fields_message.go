package domain

import (
	"maps"
	"slices"
	"strings"

	"athar/domain/journal"
	"athar/domain/text"
)

func messageParts(m *Message) []part {
	return slices.Concat(
		[]part{
			order(&m.Order),
			name("title", &m.Title),
			name("status", &m.Status),
			idSet("segments", &m.Segments),
		},
		texts("core", &m.Core),
		texts("action", &m.Action),
	)
}

// variantPath begins the paths of what is written for a channel. The channel
// follows, which alone says that there is a variant, if only an empty one; with
// "/ar" and "/en" after it come its texts.
const variantPath = "variant/"

// channelNames keep a channel apart from what follows it, whatever its ID. Both are
// constant.
var (
	toChannelName   = strings.NewReplacer("%", "%25", "/", "%2F")
	fromChannelName = strings.NewReplacer("%25", "%", "%2F", "/")
)

func writeVariants(f journal.Fields, variants []Variant) {
	for _, v := range variants {
		path := variantPath + toChannelName.Replace(text.Canonical(v.Channel))
		if _, twice := f[path]; twice || !isPath(path+"/ar") {
			continue // two texts for one channel: the first is the one that is shown
		}
		put(f, path, journal.Bool(true))
		write(f, texts(path, &v.Text))
	}
}

// readVariants finds a variant by any of its paths: where one device took it
// away while another one wrote in it, the text is all that is left.
func readVariants(f journal.Fields) []Variant {
	found := map[string]Variant{}
	for path, v := range f {
		channel, part, ok := cutVariant(path)
		if !ok {
			continue
		}
		here := found[channel]
		here.Channel = channel
		switch part {
		case "":
			ok = v.Bool()
		case "ar":
			here.Text.Ar = wordsOf(v)
			ok = here.Text.Ar != ""
		case "en":
			here.Text.En = wordsOf(v)
			ok = here.Text.En != ""
		}
		if ok {
			found[channel] = here
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b Variant) int {
		return compareStrings(a.Channel, b.Channel)
	})
}

// cutVariant returns the channel that a path is about, and the language or "".
func cutVariant(path string) (channel, lang string, ok bool) {
	rest, ok := strings.CutPrefix(path, variantPath)
	if !ok {
		return "", "", false
	}
	written, lang, more := strings.Cut(rest, "/")
	channel = fromChannelName.Replace(written)
	ok = toChannelName.Replace(channel) == written && isPath(variantPath+written+"/ar") &&
		(!more || lang == "ar" || lang == "en")
	return channel, lang, ok
}
