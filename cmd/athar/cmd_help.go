package main

import "fmt"

func runVersion(in *invocation) error {
	_, err := fmt.Fprintln(in.out, "athar", version)
	return err
}

// runHelp prints what Athar does in the terminal, one line a command.
func runHelp(in *invocation) error {
	in.say("cli.help.what")
	fmt.Fprintln(in.out)
	for _, line := range []struct{ call, key string }{
		{"athar", "cli.help.window"},
		{"athar list", "cli.help.list"},
		{"athar new --title TITLE [--template ID]", "cli.help.new"},
		{"athar new --sample", "cli.help.sample"},
		{"athar show ID", "cli.help.show"},
		{"athar count --channel CHANNEL [--field FIELD] [FILE|-]", "cli.help.count"},
		{"athar check [FILE|-] [--lang LANGUAGE] [--channel CHANNEL [--field FIELD] [--limit N]] [--region REGION]", "cli.help.check"},
		{"athar claims ID", "cli.help.claims"},
		{"athar import-metrics FILE… --campaign ID | --dry-run [--drop-repeats]", "cli.help.import"},
		{"athar history ID", "cli.help.history"},
		{"athar merge FOLDER|FILE [--dry-run]", "cli.help.merge"},
		{"athar verify [--deep]", "cli.help.verify"},
		{"athar backup DIR", "cli.help.backup"},
		{"athar restore FILE [--dry-run] [--other]", "cli.help.restore"},
		{"athar restore --revert [--dry-run]", "cli.help.revert"},
		{"athar export --plain DIR", "cli.help.export"},
		{"athar encrypt", "cli.help.encrypt"},
		{"athar decrypt", "cli.help.decrypt"},
		{"athar passphrase [--new-code]", "cli.help.passphrase"},
		{"athar version", "cli.help.version"},
	} {
		fmt.Fprintf(in.out, "  %s\n      %s\n", line.call, in.printer.T(line.key))
	}
	fmt.Fprintln(in.out)
	in.say("cli.help.flags")
	for _, line := range []struct{ call, key string }{
		{"--data DIR", "cli.help.data"},
		{"--lang ar|en", "cli.help.lang"},
		{"--json", "cli.help.json"},
		{"--passphrase-stdin", "cli.help.passphrase_stdin"},
	} {
		fmt.Fprintf(in.out, "  %-18s %s\n", line.call, in.printer.T(line.key))
	}
	fmt.Fprintln(in.out)
	in.say("cli.help.codes")
	in.say("cli.help.default_data", "dir", usualFolder())
	return nil
}
