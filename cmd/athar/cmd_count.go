package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"athar/domain"
	"athar/domain/channel"
)

// countLimit is the longest text that is counted; no platform takes more.
const countLimit = 1 << 20

// countJSON is the answer of `athar count`. Parts is 0 for everything but SMS.
type countJSON struct {
	Channel  string       `json:"channel"`
	Unit     channel.Unit `json:"unit"`
	Length   int          `json:"length"`
	Limit    int          `json:"limit"`
	Over     int          `json:"over"`
	Parts    int          `json:"parts"`
	Encoding string       `json:"encoding,omitempty"`
	Hashtags int          `json:"hashtags"`
	Mentions int          `json:"mentions"`
	Links    int          `json:"links"` // different ones
	// Second is the limit in another unit that holds at the same time.
	Second *channel.Measure `json:"second,omitempty"`
	// Refused says why the channel does not take the text: "length", "second",
	// "hashtags", "mentions", "links", "forbidden".
	Refused []string `json:"refused"`
}

func runCount(in *invocation) error {
	ch, field, err := in.channelField()
	if err != nil {
		return err
	}
	written, err := in.readText()
	if err != nil {
		return err
	}
	n := field.Count(written)
	answer := countJSON{
		Channel: ch.ID, Unit: n.Unit, Length: n.Length, Limit: n.Limit, Over: n.Over, Hashtags: n.Hashtags.Count,
		Mentions: n.Mentions.Count, Links: n.Links.Count, Second: n.Second, Refused: refused(n),
	}
	if n.SMS != nil {
		answer.Parts, answer.Encoding = len(n.SMS.Parts), string(n.SMS.Encoding)
	}
	if err := in.printCount(ch, answer); err != nil {
		return err
	}
	if !in.json {
		in.printRest(ch, n)
	}
	if !n.Fits() {
		return errProblems
	}
	return nil
}

// channelField returns the channel that was named, and its field: the main one unless
// another was.
func (in *invocation) channelField() (channel.Channel, channel.Field, error) {
	channels, err := in.channels()
	if err != nil {
		return channel.Channel{}, channel.Field{}, err
	}
	ch, ok := channels.Channel(in.channel)
	if !ok {
		var ids []string
		for _, c := range channels.Channels() {
			ids = append(ids, c.ID)
		}
		return ch, channel.Field{}, errUsage{"cli.error.channel", []any{"channels", strings.Join(ids, ", ")}}
	}
	field := ch.Default()
	if in.field != "" {
		if field, ok = ch.Field(in.field); !ok {
			return ch, field, errUsage{"cli.error.field", []any{"field", in.field}}
		}
	}
	return ch, field, nil
}

// refused lists why a channel does not take a text.
func refused(n channel.Count) []string {
	why := []string{}
	note := func(name string, over int, soft bool) {
		if over > 0 && !soft {
			why = append(why, name)
		}
	}
	note("length", n.Over, n.Soft)
	if n.Second != nil {
		note("second", n.Second.Over, n.Second.Soft)
	}
	note("hashtags", n.Hashtags.Over, n.Hashtags.Soft)
	note("mentions", n.Mentions.Over, n.Mentions.Soft)
	note("links", n.Links.Over, n.Links.Soft)
	if n.Forbidden != nil {
		why = append(why, "forbidden")
	}
	return why
}

// printRest says what is too much besides the length.
func (in *invocation) printRest(ch channel.Channel, n channel.Count) {
	name := ch.Name.In(in.lang)
	if n.Second != nil && n.Second.Over > 0 {
		in.say("cli.count.over", "channel", name, "length", n.Second.Length, "limit", n.Second.Limit,
			"unit", in.printer.T("cli.unit."+string(n.Second.Unit)), "over", n.Second.Over)
	}
	for _, t := range []struct {
		key string
		channel.Tally
	}{{"cli.count.hashtags", n.Hashtags}, {"cli.count.mentions", n.Mentions}, {"cli.count.links", n.Links}} {
		if t.Over > 0 {
			in.say(t.key, "channel", name, "count", t.Count, "limit", t.Limit)
		}
	}
	if n.Forbidden != nil {
		in.say("cli.count.forbidden", "channel", name, "character", fmt.Sprintf("U+%04X", n.Forbidden.Rune), "position", n.Forbidden.Index+1)
	}
}

func (in *invocation) printCount(ch channel.Channel, a countJSON) error {
	if in.json {
		return in.printJSON(a)
	}
	unit := in.printer.T("cli.unit." + string(a.Unit))
	args := []any{"channel", ch.Name.In(in.lang), "length", a.Length, "limit", a.Limit, "unit", unit, "over", a.Over, "parts", a.Parts}
	switch {
	case a.Parts > 0:
		in.say("cli.count.sms", args...)
	case a.Over > 0:
		in.say("cli.count.over", args...)
	default:
		in.say("cli.count.fits", args...)
	}
	return nil
}

// lineEnds is constant. Fields for text have one kind of line end, whatever a file has.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// readText reads the text to count, as it is but for its line ends. The one that
// editors and echo put at the end does not count.
func (in *invocation) readText() (string, error) {
	written, _, err := in.readInput()
	return strings.TrimSuffix(lineEnds.Replace(written), "\n"), err
}

// readInput reads a text from the file or from standard input, without a byte order
// mark, and returns the name of the file too. It has to be text: lengths of bytes that
// are none, and ranges into them, would mean nothing to anybody.
func (in *invocation) readInput() (written, name string, err error) {
	if len(in.args) > 1 {
		return "", "", errUsage{key: "cli.error.one_file"}
	}
	r := in.streams.in
	name = "-"
	if len(in.args) == 1 && in.args[0] != "-" {
		name = in.args[0]
		f, err := os.Open(name)
		if err != nil {
			return "", name, fileProblem(domain.ErrFileRead, name)
		}
		defer f.Close()
		r = f
	}
	data, err := io.ReadAll(io.LimitReader(r, countLimit+1))
	if err != nil {
		return "", name, fileProblem(domain.ErrFileRead, name)
	}
	if len(data) > countLimit {
		return "", name, fileProblem(domain.ErrFileTooBig, name).With("limit_bytes", int64(countLimit))
	}
	if !utf8.Valid(data) {
		in.complain("cli.error.not_text", "file", filepath.Base(name))
		return "", name, errProblems
	}
	return strings.TrimPrefix(string(data), "\ufeff"), filepath.Base(name), nil
}

func fileProblem(code domain.Code, name string) *domain.Error {
	return domain.Problem(code, "").With("file", filepath.Base(name))
}
