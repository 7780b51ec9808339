package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"athar/domain"
	"athar/gui/i18n"
	"athar/persistence/vault"
)

// command is one word after "athar".
type command struct {
	name  string
	flags func(*flag.FlagSet, *invocation) // flags beside the common ones; may be nil
	run   func(*invocation) error
	// anyLang says that --lang is the language of the text, of which there are more
	// than Athar speaks.
	anyLang bool
}

// commands returns the commands in the order of the help.
func commands() []command {
	return []command{
		{name: "list", run: runList},
		{name: "new", run: runNew, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.StringVar(&in.title, "title", "", "")
			fs.StringVar(&in.template, "template", "", "")
			fs.BoolVar(&in.sample, "sample", false, "")
		}},
		{name: "show", run: runShow},
		{name: "count", run: runCount, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.StringVar(&in.channel, "channel", "", "")
			fs.StringVar(&in.field, "field", "", "")
		}},
		{name: "check", run: runCheck, anyLang: true, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.StringVar(&in.channel, "channel", "", "")
			fs.StringVar(&in.field, "field", "", "")
			fs.IntVar(&in.limit, "limit", 0, "")
			fs.StringVar(&in.region, "region", "", "")
		}},
		{name: "claims", run: runClaims},
		{name: "import-metrics", run: runImport, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.StringVar(&in.campaign, "campaign", "", "")
			fs.BoolVar(&in.dryRun, "dry-run", false, "")
			fs.BoolVar(&in.dropRepeats, "drop-repeats", false, "")
		}},
		{name: "verify", run: runVerify, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.BoolVar(&in.deep, "deep", false, "")
		}},
		{name: "history", run: runHistory},
		{name: "merge", run: runMerge, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.BoolVar(&in.dryRun, "dry-run", false, "")
		}},
		{name: "backup", run: runBackup},
		{name: "restore", run: runRestore, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.BoolVar(&in.dryRun, "dry-run", false, "")
			fs.BoolVar(&in.other, "other", false, "")
			fs.BoolVar(&in.revert, "revert", false, "")
		}},
		{name: "export", run: runExport, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.BoolVar(&in.plain, "plain", false, "")
		}},
		{name: "encrypt", run: runEncrypt},
		{name: "decrypt", run: runDecrypt},
		{name: "passphrase", run: runPassphrase, flags: func(fs *flag.FlagSet, in *invocation) {
			fs.BoolVar(&in.newCode, "new-code", false, "")
		}},
		{name: "help", run: runHelp},
		{name: "version", run: runVersion},
	}
}

// invocation is one call of a command: what was asked and where to answer.
type invocation struct {
	streams
	data string // data directory; "" until it is found
	lang string
	json bool

	textLang  string // of the text to check, "" to guess
	langAsked bool   // --lang was given
	dataAsked bool   // --data was given
	// dataChosen says that the folder is one chosen in place of the usual one.
	dataChosen bool
	args       []string // what is no flag

	title, template string
	sample          bool
	channel, field  string
	limit           int    // in place of the channel's own, 0 for that
	region          string // where the people live of whom a text speaks, "" for the usual one
	campaign        string
	dryRun          bool
	dropRepeats     bool
	other, revert   bool
	plain           bool
	deep            bool
	gallery         bool
	passStdin       bool // passphrases are lines of standard input
	newCode         bool

	keys    map[domain.ID]*vault.Keys // opened, by their ID
	params  func() vault.Params       // of new passphrases
	printer *i18n.Printer
}

// errUsage is a call that cannot be carried out; key names the sentence.
type errUsage struct {
	key  string
	args []any
}

func (e errUsage) Error() string { return e.key }

// errProblems ends a command that worked and found something wrong. What it
// found is printed already.
var errProblems = errors.New("problems found")

// execute carries out the arguments and returns the exit code.
func execute(args []string, std streams) int {
	return (&invocation{streams: std, lang: systemLang(), params: strong}).execute(args)
}

func (in *invocation) execute(args []string) int {
	defer in.forget()
	cmd, rest := chosenCommand(args)
	err := in.parse(cmd, rest)
	if bad := in.speak(); bad != nil {
		fmt.Fprintln(in.err, bad)
		return exitUsage
	}
	if err == nil {
		err = cmd.run(in)
	}
	return in.end(err)
}

// chosenCommand splits the arguments into the command and the rest. Without a
// command, the window opens.
func chosenCommand(args []string) (command, []string) {
	window := command{name: "", run: runWindow, flags: func(fs *flag.FlagSet, in *invocation) {
		fs.BoolVar(&in.gallery, "gallery", false, "") // for those who build Athar; not in the help
	}}
	if len(args) == 0 {
		return window, nil
	}
	switch args[0] {
	case "-h", "-help", "--help":
		return command{name: "help", run: runHelp}, nil
	}
	if strings.HasPrefix(args[0], "-") {
		return window, args
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c, args[1:]
		}
	}
	return command{name: args[0], run: func(in *invocation) error {
		return errUsage{"cli.error.command", []any{"command", args[0]}}
	}}, nil
}

// parse reads flags and other arguments in any order. "-" alone stands for
// standard input; a file whose name begins with a dash is given as ./-name.
func (in *invocation) parse(cmd command, args []string) error {
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Func("data", "", in.nameData)
	fs.BoolVar(&in.json, "json", false, "")
	fs.BoolVar(&in.passStdin, "passphrase-stdin", false, "")
	if cmd.anyLang {
		fs.StringVar(&in.textLang, "lang", "", "")
	} else {
		fs.StringVar(&in.lang, "lang", in.lang, "")
	}
	if cmd.flags != nil {
		cmd.flags(fs, in)
	}
	defer func() {
		fs.Visit(func(f *flag.Flag) {
			in.langAsked = in.langAsked || f.Name == "lang"
			in.dataAsked = in.dataAsked || f.Name == "data"
		})
	}()
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return errUsage{key: "cli.error.help"}
			}
			return errUsage{"cli.error.flag", []any{"reason", err.Error()}}
		}
		args = fs.Args()
		if len(args) == 0 {
			return nil
		}
		in.args = append(in.args, args[0])
		args = args[1:]
	}
	return nil
}

// nameData takes the data folder that was asked for. Its whole path is what the
// person is told, wherever the program was started.
func (in *invocation) nameData(dir string) (err error) {
	if in.data = dir; dir != "" {
		in.data, err = filepath.Abs(dir)
	}
	return err
}

// speak chooses the language. About a text it speaks the text's own where it can.
func (in *invocation) speak() error {
	if in.textLang == "ar" || in.textLang == "en" {
		in.lang = in.textLang
	}
	if odd := in.textLang != "" && !domain.IsLanguage(in.textLang); odd || in.lang != "ar" && in.lang != "en" {
		bad := in.lang
		if odd {
			bad = in.textLang
		}
		in.lang = "en"
		if err := in.load(); err != nil {
			return err
		}
		return errors.New(in.printer.T("cli.error.lang", "lang", bad))
	}
	return in.load()
}

func (in *invocation) load() error {
	catalog, err := loadCatalog(in.lang)
	if err != nil {
		return err
	}
	in.printer = i18n.NewPrinter(catalog, i18n.Western)
	return nil
}

// end tells what went wrong and returns the exit code for it.
func (in *invocation) end(err error) int {
	var usage errUsage
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage):
		fmt.Fprintln(in.err, in.printer.T(usage.key, usage.args...))
		fmt.Fprintln(in.err, in.printer.T("cli.error.see_help"))
		return exitUsage
	}
	fmt.Fprintln(in.err, in.printer.Error(err))
	switch domain.CodeOf(err) {
	case domain.ErrFileRead, domain.ErrFileEmpty, domain.ErrFileShape, domain.ErrFileTooBig,
		domain.ErrBackupDamaged, domain.ErrBackupNewer, domain.ErrBackupOther, domain.ErrNotBackup, domain.ErrNoRevert:
		return exitProblems
	}
	return exitStore
}

// say prints a sentence of the catalog on a line of its own.
func (in *invocation) say(key string, args ...any) {
	fmt.Fprintln(in.out, in.printer.T(key, args...))
}

// complain prints a sentence of the catalog where errors go.
func (in *invocation) complain(key string, args ...any) {
	fmt.Fprintln(in.err, in.printer.T(key, args...))
}

// printJSON prints a value as indented JSON.
func (in *invocation) printJSON(v any) error {
	enc := json.NewEncoder(in.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// one returns the only argument.
func (in *invocation) one(missing string) (string, error) {
	if len(in.args) != 1 {
		return "", errUsage{key: missing}
	}
	return in.args[0], nil
}
