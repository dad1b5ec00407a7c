// Command dateline reads news articles, finds the places they mention, and
// shows them on a map and to GIS tools.
package main

import (
	"os"

	"github.com/alecthomas/kong"
)

// cli is the command line; help.txt has the examples and exit statuses.
type cli struct {
	Serve     serveCommand     `cmd:"" help:"Read articles and serve them on a map and as an OGC API."`
	Ingest    ingestCommand    `cmd:"" help:"Read articles into an archive."`
	Parse     parseCommand     `cmd:"" help:"Find the places in texts and print them, a line for each text."`
	Geocode   geocodeCommand   `cmd:"" help:"Say which places a name can mean."`
	Gazetteer gazetteerCommand `cmd:"" help:"Look into the gazetteer, or change what was imported."`
	Export    exportCommand    `cmd:"" help:"Write what is in an archive for other programs."`
	Publish   publishCommand   `cmd:"" help:"Write a map of an archive as files that need no server."`
	Check     checkCommand     `cmd:"" help:"Look whether an archive is whole, and save what is."`
	Eval      evalCommand      `cmd:"" help:"Measure the parser against gold standards."`

	Settings   configCommand     `cmd:"" name:"config" help:"Say which settings hold and where each comes from."`
	Completion completionCommand `cmd:"" help:"Print the script that completes commands in a shell."`
	Complete   completeCommand   `cmd:"" name:"__complete" hidden:"" passthrough:""`
	Man        manCommand        `cmd:"" help:"Write the manual pages into a folder."`
	About      versionCommand    `cmd:"" name:"version" help:"Print the version and what it was built from."`
	Help       helpCommand       `cmd:"" help:"Print the help of a command."`

	Config  string           `help:"File of settings." type:"path" default:"${config}" placeholder:"FILE" shared:""`
	Quiet   bool             `short:"q" help:"Say nothing but errors." shared:""`
	Version kong.VersionFlag `help:"Print the version."`

	settings settings
}

func main() {
	var c cli
	parser, err := newParser(&c)
	if err != nil {
		panic(err) // the struct above is wrong
	}
	args := os.Args[1:]
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	say := newConsole(c.Quiet)
	if err != nil {
		say.fail(usage(err))
		os.Exit(noneDone)
	}
	command.Bind(&c, say)
	if err := command.Run(); err != nil {
		say.fail(err)
		os.Exit(statusOf(err))
	}
}

func newParser(c *cli) (*kong.Kong, error) {
	return kong.New(c,
		kong.Name("dateline"),
		kong.Description("Maps the places that news articles mention."),
		kong.Vars{"version": version(), "gazetteers": gazetteerDir(), "config": configFile()},
		kong.Help(printHelp),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 100}),
		kong.ValueFormatter(flagHelp),
		kong.BindSingletonProvider(newSignals().context),
		kong.Exit(func(status int) { os.Exit(min(status, noneDone)) }),
	)
}
