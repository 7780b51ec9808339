package domain

import (
	"maps"
	"slices"
	"strings"

	"athar/domain/journal"
)

func messageParts(m *Message) []part {
	return []part{
		order(&m.Order),
		name("title", &m.Title),
		status("status", &m.Status),
		name("purpose", &m.Purpose),
		idSet("segments", &m.Segments),
		words("core", &m.Core),
		words("action", &m.Action),
		words("call_who", &m.Call.Who),
		words("call_what", &m.Call.What),
		words("call_where", &m.Call.Where),
		moment("call_by", &m.Call.By),
		name("approval_by", &m.Approval.By),
		moment("approval_at", &m.Approval.At),
		name("approval_of", &m.Approval.Of),
		set("writers", &m.Writers),
		idSet("unsigned", &m.Unsigned),
		set("quiet", &m.Quiet),
	}
}

// status is a choice of which an early version wrote other words.
func status(path string, at *MessageStatus) part {
	return part{
		path: path,
		get:  func() journal.Value { return journal.String(string(MessageStatusOf(string(*at)))) },
		set:  func(v journal.Value) { *at = MessageStatusOf(wordsOf(v)) },
	}
}

// basisPath begins the paths of what a language was translated from; the language
// and "from" or "text" follow. A basis without a text is none.
const basisPath = "basis/"

func writeBases(f journal.Fields, bases []Basis) {
	for _, b := range bases {
		path := basisPath + b.Lang
		if _, twice := f[path+"/text"]; twice || !IsLanguage(b.Lang) || !IsLanguage(b.From) {
			continue
		}
		if was := journal.String(b.Text); !was.Empty() {
			f[path+"/text"] = was
			f[path+"/from"] = journal.String(b.From)
		}
	}
}

func readBases(f journal.Fields) []Basis {
	var out []Basis
	for path, v := range f {
		rest, ok := strings.CutPrefix(path, basisPath)
		lang, is := strings.CutSuffix(rest, "/text")
		b := Basis{lang, wordsOf(f[basisPath+lang+"/from"]), wordsOf(v)}
		if ok && is && IsLanguage(lang) && IsLanguage(b.From) && b.Text != "" {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b Basis) int { return compareStrings(a.Lang, b.Lang) })
	return out
}

// variantPath begins the paths of what is written for a channel. The channel
// follows, which alone says that the message goes out there; with a language after
// it comes the main text, with a field and a language that of another field.
const variantPath = "variant/"

// pathNames keep a name apart from what follows it, whatever is in it. Both are
// constant.
var (
	toPathName   = strings.NewReplacer("%", "%25", "/", "%2F")
	fromPathName = strings.NewReplacer("%25", "%", "%2F", "/")
)

func writeVariants(f journal.Fields, variants []Variant) {
	for _, v := range variants {
		path, ok := pathBelow(variantPath, v.Channel)
		if _, twice := f[path]; twice || !ok {
			continue // two texts for one channel: the first is the one that is shown
		}
		put(f, path, journal.Bool(true))
		writeText(f, path, v.Text)
		written := map[string]bool{}
		for _, p := range v.Parts {
			below, ok := pathBelow(path+"/", p.Field)
			if ok && p.Field != "" && !written[below] {
				writeText(f, below, p.Text)
			}
			written[below] = true
		}
	}
}

// readVariants finds a variant by any of its paths: where one device took it
// away while another one wrote in it, the text is all that is left.
func readVariants(f journal.Fields) []Variant {
	found := map[string]Variant{}
	for path, v := range f {
		at, ok := cutVariant(path)
		if !ok || at.lang == "" && !v.Bool() || at.lang != "" && wordsOf(v) == "" {
			continue
		}
		here := found[at.channel]
		here.Channel = at.channel
		if at.lang != "" {
			here = here.WithPart(at.field, here.Part(at.field).With(at.lang, wordsOf(v)))
		}
		found[at.channel] = here
	}
	return slices.SortedFunc(maps.Values(found), func(a, b Variant) int {
		return compareStrings(a.Channel, b.Channel)
	})
}

// variantPlace is what a path below variantPath is about. Without a language it is
// the variant as a whole, without a field its main text.
type variantPlace struct{ channel, field, lang string }

func cutVariant(path string) (at variantPlace, ok bool) {
	rest, ok := strings.CutPrefix(path, variantPath)
	if !ok {
		return at, false
	}
	parts := strings.Split(rest, "/")
	n := len(parts)
	if n > 3 || n > 1 && !IsLanguage(parts[n-1]) {
		return at, false
	}
	if at.channel, ok = nameInPath(variantPath, parts[0]); !ok {
		return at, false
	}
	if n > 1 {
		at.lang = parts[n-1]
	}
	if n > 2 {
		at.field, ok = nameInPath(variantPath+parts[0]+"/", parts[1])
		ok = ok && at.field != ""
	}
	return at, ok
}
