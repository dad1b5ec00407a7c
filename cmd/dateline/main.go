// Command dateline reads news articles, finds the places they mention, and
// shows them on a map and to GIS tools.
package main

import (
	"fmt"
	"os"

	"github.com/alecthomas/kong"
)

// version is set by the linker.
var version = "development"

// cli is the command line; README.md describes it.
type cli struct {
	Serve     serveCommand     `cmd:"" help:"Read articles and serve them on a map and as an OGC API."`
	Ingest    ingestCommand    `cmd:"" help:"Read articles into an archive."`
	Parse     parseCommand     `cmd:"" help:"Find the places in texts and print them, a line for each."`
	Geocode   geocodeCommand   `cmd:"" help:"Say which places a name can mean."`
	Gazetteer gazetteerCommand `cmd:"" help:"Look into the gazetteer, or add to it."`
	Export    exportCommand    `cmd:"" help:"Write what is in an archive for other programs."`
	Check     checkCommand     `cmd:"" help:"Look whether an archive is whole, and save what is."`
	Eval      evalCommand      `cmd:"" help:"Measure the parser against gold standards."`

	Version kong.VersionFlag `help:"Print the version."`
}

func main() {
	var c cli
	parser := kong.Must(&c,
		kong.Name("dateline"),
		kong.Description("Maps the places that news articles mention."),
		kong.UsageOnError(),
		kong.Vars{"version": version, "gazetteers": gazetteerDir()},
		kong.BindSingletonProvider(newSignals().context),
		kong.Exit(func(status int) { os.Exit(min(status, noneDone)) }),
	)
	command, err := parser.Parse(os.Args[1:])
	parser.FatalIfErrorf(err)
	if err := command.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "dateline:", err)
		os.Exit(statusOf(err))
	}
}
