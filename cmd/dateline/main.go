// Command dateline reads news articles, finds the places they mention, and
// shows them on a map and to GIS tools.
package main

import (
	"os"
	"strings"

	"github.com/alecthomas/kong"
)

// cli is the command line; help.txt has the examples and exit statuses, groups the
// titles of what belongs together.
type cli struct {
	Serve   serveCommand   `cmd:"" group:"map" help:"Read articles and serve them on a map and as an OGC API."`
	Ingest  ingestCommand  `cmd:"" group:"map" help:"Read articles into an archive."`
	Export  exportCommand  `cmd:"" group:"map" help:"Write what is in an archive for other programs."`
	Publish publishCommand `cmd:"" group:"map" help:"Write a map of an archive as files that need no server."`

	Parse     parseCommand     `cmd:"" group:"names" help:"Find the places in texts and print them, a line for each text."`
	Geocode   geocodeCommand   `cmd:"" group:"names" help:"Say which places a name can mean."`
	Gazetteer gazetteerCommand `cmd:"" group:"names" help:"Look into the gazetteer, or change what was imported."`

	Source       sourceCommand       `cmd:"" group:"follow" help:"Say which feeds, sitemaps, channels and folders an archive follows."`
	Watch        watchCommand        `cmd:"" group:"follow" help:"Follow the sources of an archive, and tell its subscribers."`
	Subscription subscriptionCommand `cmd:"" group:"follow" help:"Say who is called with what comes into an archive."`
	Token        tokenCommand        `cmd:"" group:"follow" help:"Say who may read a private server, add articles, change them."`

	Place   placeCommand   `cmd:"" group:"archive" help:"Say which places an archive knows beside those of the gazetteer."`
	Correct correctCommand `cmd:"" group:"archive" help:"Correct what was read, or take a correction back."`
	Reparse reparseCommand `cmd:"" group:"archive" help:"Read the articles of an archive again, with the parser and gazetteer of today."`
	Remove  removeCommand  `cmd:"" group:"archive" help:"Take articles out of an archive, or bring them back."`
	Compact compactCommand `cmd:"" group:"archive" help:"Give the space of removed articles back to the disk."`
	Check   checkCommand   `cmd:"" group:"archive" help:"Look whether an archive is whole, and save what is."`
	Backup  backupCommand  `cmd:"" group:"archive" help:"Copy an archive, also one that is in use, to a file."`
	Restore restoreCommand `cmd:"" group:"archive" help:"Make a backup an archive again."`

	Settings   configCommand     `cmd:"" group:"about" name:"config" help:"Say which settings hold and where each comes from."`
	Completion completionCommand `cmd:"" group:"about" help:"Print the script that completes commands in a shell."`
	Man        manCommand        `cmd:"" group:"about" help:"Write the manual pages into a folder."`
	Eval       evalCommand       `cmd:"" group:"about" help:"Measure the parser against gold standards."`
	About      versionCommand    `cmd:"" group:"about" name:"version" help:"Print the version and what it was built from."`
	Help       helpCommand       `cmd:"" group:"about" help:"Print the help of a command."`

	Complete completeCommand `cmd:"" name:"__complete" hidden:"" passthrough:""`

	Config  string           `help:"File of settings." type:"path" default:"${config}" placeholder:"FILE" shared:"" group:"every"`
	Quiet   bool             `short:"q" help:"Say nothing but errors." shared:"" group:"every"`
	Version kong.VersionFlag `help:"Print the version." group:"every"`

	settings settings
}

func groups() []kong.Group {
	return []kong.Group{
		{Key: "map", Title: "Articles to a map, files and sites:"},
		{Key: "names", Title: "Texts and names:"},
		{Key: "follow", Title: "Newsrooms: what is followed, and who may do what:"},
		{Key: "archive", Title: "Archives:"},
		{Key: "about", Title: "The program itself:"},
		{Key: "every", Title: "Flags of every command:"},
	}
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
	command, err := parser.Parse(withNumbers(args))
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
	parser, err := kong.New(c,
		kong.Name("dateline"),
		kong.Description("Maps the places that news articles mention."),
		kong.Vars{"version": version(), "gazetteers": gazetteerDir(), "config": configFile(),
			"formats": strings.Join(exportFormats(), ","), "spaced": strings.Join(exportFormats(), ", ")},
		kong.ExplicitGroups(groups()),
		kong.Help(printHelp),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 100}),
		kong.ValueFormatter(flagHelp),
		kong.BindSingletonProvider(newSignals().context),
		kong.Exit(func(status int) { os.Exit(min(status, noneDone)) }),
	)
	if err == nil {
		help, flags := parser.Model.HelpFlag, parser.Model.Flags
		help.Help, help.Group = "Print this help.", flags[len(flags)-1].Group
	}
	return parser, err
}
