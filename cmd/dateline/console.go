package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// console is where a command talks to people: standard error. Data goes to
// standard output, or into a file.
type console struct {
	quiet  bool
	colour bool
}

func newConsole(quiet bool) *console {
	return &console{quiet: quiet, colour: isTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// say prints a report, a line or more, unless all is to be quiet.
func (c *console) say(format string, args ...any) {
	if !c.quiet {
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
}

// fail prints what is wrong, quiet or not.
func (c *console) fail(what any) {
	name := "dateline:"
	if c.colour {
		name = "\x1b[31m" + name + "\x1b[0m"
	}
	fmt.Fprintln(os.Stderr, name, strings.TrimRight(fmt.Sprint(what), "\n"))
}

// bar counts articles while they are read.
func (c *console) bar() *progressbar.ProgressBar {
	return progressbar.NewOptions(-1, append(c.barOptions("articles"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"))...)
}

// byteBar counts the bytes of a download.
func (c *console) byteBar(what string) *progressbar.ProgressBar {
	return progressbar.NewOptions64(-1, append(c.barOptions(what), progressbar.OptionShowBytes(true))...)
}

func (c *console) barOptions(what string) []progressbar.Option {
	return []progressbar.Option{
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription(what),
		progressbar.OptionThrottle(100 * time.Millisecond), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetVisibility(!c.quiet && isTerminal(os.Stderr)),
	}
}

func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd()))
}
