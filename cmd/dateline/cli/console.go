// Package cli is shared by the commands: messages and output, exit statuses and signals, names
// of files and addresses in errors, and the formats of points, countries and times. It knows
// nothing of articles.
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

// Console is where a command writes messages: standard error. Data goes to standard output, or
// to a file.
type Console struct {
	Quiet  bool
	colour bool
}

// NewConsole returns the console of the process, which prints only errors if it is quiet.
func NewConsole(quiet bool) *Console {
	return &Console{Quiet: quiet, colour: IsTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// Say prints a message of one or more lines, unless quiet.
func (c *Console) Say(format string, args ...any) {
	if !c.Quiet {
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
}

// Fail prints an error, even if quiet.
func (c *Console) Fail(what any) {
	name := "dateline:"
	if c.colour {
		name = "\x1b[31m" + name + "\x1b[0m"
	}
	fmt.Fprintln(os.Stderr, name, strings.TrimRight(fmt.Sprint(what), "\n"))
}

// Bar shows the progress of reading articles.
func (c *Console) Bar() *progressbar.ProgressBar {
	return progressbar.NewOptions(-1, append(c.barOptions("articles"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"))...)
}

// ByteBar shows the progress of a download.
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

// IsTerminal reports whether a file is a terminal.
func IsTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd()))
}
