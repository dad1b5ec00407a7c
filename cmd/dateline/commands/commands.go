// Package commands is the command line: the commands in their groups, and how the arguments of
// the process are dispatched.
package commands

import (
	"errors"
	"os"
	"reflect"
	"strings"

	"dateline/archive/postgres"
	"dateline/cmd/dateline/about"
	"dateline/cmd/dateline/care"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/eval"
	"dateline/cmd/dateline/follow"
	"dateline/cmd/dateline/gazetteers"
	"dateline/cmd/dateline/publish"
	"dateline/cmd/dateline/read"
	"dateline/cmd/dateline/reparse"
	"dateline/cmd/dateline/serve"
	"dateline/cmd/dateline/setup"

	"github.com/alecthomas/kong"
)

// commandLine defines the command line; help.txt has the examples and exit statuses, groups the
// titles of the groups.
type commandLine struct {
	Serve   serve.Command          `cmd:"" group:"map" help:"Read articles and serve them on a map and as an OGC API."`
	Ingest  read.IngestCommand     `cmd:"" group:"map" help:"Read articles into an archive."`
	Export  publish.ExportCommand  `cmd:"" group:"map" help:"Export an archive for other programs."`
	Publish publish.PublishCommand `cmd:"" group:"map" help:"Write a map of an archive as static files that need no server."`

	Parse     read.ParseCommand         `cmd:"" group:"names" help:"Find the places in texts and print them, one line per text."`
	Geocode   gazetteers.GeocodeCommand `cmd:"" group:"names" help:"List the places a name can mean."`
	Gazetteer gazetteers.Command        `cmd:"" group:"names" help:"Query the gazetteer, or manage imports."`

	Source       follow.SourceCommand       `cmd:"" group:"follow" help:"Manage the feeds, sitemaps, channels and folders that an archive follows."`
	Watch        follow.WatchCommand        `cmd:"" group:"follow" help:"Follow the sources of an archive and call its subscribers."`
	Work         follow.WorkCommand         `cmd:"" group:"follow" help:"Run background jobs of an archive in PostgreSQL, beside any number of other workers."`
	Subscription follow.SubscriptionCommand `cmd:"" group:"follow" help:"Manage webhooks for new features."`
	Token        follow.TokenCommand        `cmd:"" group:"follow" help:"Manage tokens for reading a private server, adding and editing articles."`

	Place   care.PlaceCommand   `cmd:"" group:"archive" help:"Manage places of an archive's own, in addition to the gazetteer."`
	Correct care.CorrectCommand `cmd:"" group:"archive" help:"Correct what was read, or take a correction back."`
	Reparse reparse.Command     `cmd:"" group:"archive" help:"Read the articles of an archive again, with the current parser and gazetteer."`
	Remove  care.RemoveCommand  `cmd:"" group:"archive" help:"Remove articles from an archive, or restore them."`
	Compact care.CompactCommand `cmd:"" group:"archive" help:"Return the space of removed articles to the disk."`
	Check   care.CheckCommand   `cmd:"" group:"archive" help:"Check an archive for damage, and rescue what is intact."`
	Backup  care.BackupCommand  `cmd:"" group:"archive" help:"Copy an archive to a file, even while it is in use."`
	Restore care.RestoreCommand `cmd:"" group:"archive" help:"Restore an archive from a backup."`
	Copy    care.CopyCommand    `cmd:"" group:"archive" help:"Copy an archive from a folder into a database, or back."`
	Migrate care.MigrateCommand `cmd:"" group:"archive" help:"Create or upgrade the tables of an archive in PostgreSQL."`

	Settings   about.ConfigCommand     `cmd:"" group:"about" name:"config" help:"Show the settings in effect and where each comes from."`
	Completion about.CompletionCommand `cmd:"" group:"about" help:"Print the completion script for a shell."`
	Man        about.ManCommand        `cmd:"" group:"about" help:"Write the manual pages into a folder."`
	Eval       eval.Command            `cmd:"" group:"about" help:"Measure the parser against gold standards."`
	About      about.VersionCommand    `cmd:"" group:"about" name:"version" help:"Print the version and what it was built from."`
	Help       about.HelpCommand       `cmd:"" group:"about" help:"Print the help of a command."`

	Complete about.CompleteCommand `cmd:"" name:"__complete" hidden:"" passthrough:""`

	Config  string           `help:"Settings file." type:"path" default:"${config}" placeholder:"FILE" shared:"" group:"every"`
	Quiet   bool             `short:"q" help:"Print only errors." shared:"" group:"every"`
	Version kong.VersionFlag `help:"Print the version." group:"every"`

	settings about.Settings
}

// BeforeResolve reads the settings once the command line is parsed.
func (c *commandLine) BeforeResolve(ctx *kong.Context) error {
	s, err := about.SettingsFor(ctx)
	if err != nil {
		return err
	}
	ctx.AddResolver(s)
	c.settings = s
	return nil
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

// Main runs dateline with the arguments of the process, and exits with its status.
func Main() {
	var c commandLine
	parser, err := newParser(&c)
	if err != nil {
		panic(err) // the struct above is invalid
	}
	args := os.Args[1:]
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(about.WithNumbers(args))
	say := cli.NewConsole(c.Quiet)
	if err != nil {
		say.Fail(about.Usage(err))
		os.Exit(cli.NoneDone)
	}
	command.Bind(&c.settings, say)
	if err := checkOutput(command); err != nil {
		say.Fail(err)
		os.Exit(cli.NoneDone)
	}
	if err := command.Run(); err != nil {
		say.Fail(err)
		os.Exit(cli.StatusOf(err))
	}
}

func newParser(c *commandLine) (*kong.Kong, error) {
	parser, err := kong.New(c,
		kong.Name("dateline"),
		kong.Description("Maps the places that news articles mention."),
		kong.Vars{"version": cli.Version(), "gazetteers": setup.GazetteerDir(), "config": about.ConfigFile(),
			"formats": strings.Join(publish.ExportFormats(), ","), "spaced": strings.Join(publish.ExportFormats(), ", ")},
		kong.NamedMapper("archive", archiveMapper()),
		kong.ExplicitGroups(groups()),
		kong.Help(about.PrintHelp),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 100}),
		kong.ValueFormatter(about.FlagHelp),
		kong.BindSingletonProvider(cli.NewSignals().Context),
		kong.Exit(func(status int) { os.Exit(min(status, cli.NoneDone)) }),
	)
	if err == nil {
		help, flags := parser.Model.HelpFlag, parser.Model.Flags
		help.Help, help.Group = "Print this help.", flags[len(flags)-1].Group
	}
	return parser, err
}

// archiveMapper parses the location of an archive: the path of a folder, or the address of a
// database, which is kept as it is.
func archiveMapper() kong.MapperFunc {
	return func(ctx *kong.DecodeContext, target reflect.Value) error {
		var at string
		if err := ctx.Scan.PopValueInto("archive", &at); err != nil {
			return err
		}
		if at == "" {
			return errors.New("give the folder of an archive")
		}
		if !postgres.IsAddress(at) {
			at = kong.ExpandPath(at)
		}
		target.SetString(at)
		return nil
	}
}
