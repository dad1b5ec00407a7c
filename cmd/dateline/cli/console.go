// Package cli is what commands have in common: what they say to people and where their data
// goes, how they end (exit status, signals), how files and addresses are named in errors,
// and how points, countries and times are read and written. It knows nothing of articles.
//
//	func (c *Command) Run(ctx context.Context, say *cli.Console) error {
//		return cli.Promptly(ctx, func() error { return c.Write(c.print) })
//	}
package cli

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Console is where a command talks to people: standard error. Data goes to
// standard output, or into a file.
type Console struct {
	Quiet  bool
	colour bool
}

// NewConsole returns the console of the process, which says nothing but errors where it is quiet.
func NewConsole(quiet bool) *Console {
	return &Console{Quiet: quiet, colour: IsTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// Say prints a report, a line or more, unless all is to be quiet.
func (c *Console) Say(format string, args ...any) {
	if !c.Quiet {
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
}

// Fail prints what is wrong, quiet or not.
func (c *Console) Fail(what any) {
	name := "dateline:"
	if c.colour {
		name = "\x1b[31m" + name + "\x1b[0m"
	}
	fmt.Fprintln(os.Stderr, name, strings.TrimRight(fmt.Sprint(what), "\n"))
}

// Bar counts articles while they are read.
func (c *Console) Bar() *progressbar.ProgressBar {
	return progressbar.NewOptions(-1, append(c.barOptions("articles"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"))...)
}

// ByteBar counts the bytes of a download.
func (c *Console) ByteBar(what string) *progressbar.ProgressBar {
	return progressbar.NewOptions64(-1, append(c.barOptions(what), progressbar.OptionShowBytes(true))...)
}

func (c *Console) barOptions(what string) []progressbar.Option {
	return []progressbar.Option{
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription(what),
		progressbar.OptionThrottle(100 * time.Millisecond), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetVisibility(!c.Quiet && IsTerminal(os.Stderr)),
	}
}

// IsTerminal reports whether people read or write a file.
func IsTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd()))
}
