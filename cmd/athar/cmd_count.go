package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"athar/domain"
	"athar/domain/channel"
	"athar/domain/text"
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
	}
	if n.SMS != nil {
		answer.Parts, answer.Encoding = len(n.SMS.Parts), string(n.SMS.Encoding)
	}
	if err := in.printCount(ch, answer); err != nil {
		return err
	}
	if n.Over > 0 && !n.Soft {
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

// readText reads the text to count. The line end that editors and echo put at the
// end does not count.
func (in *invocation) readText() (string, error) {
	written, _, err := in.readInput()
	return strings.TrimSuffix(text.Canonical(written), "\n"), err
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
