package main

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// helpText is what help and manual pages say of each command beside its flags: under
// "# NAME" the examples and exit statuses.
//
//go:embed help.txt
var helpText string

// helpOf returns the section of a command, "" for the program itself.
func helpOf(command string) string {
	for section := range strings.SplitSeq("\n"+helpText, "\n# ") {
		name, text, _ := strings.Cut(section, "\n")
		if name == cmp.Or(command, "dateline") {
			return strings.Trim(text, "\n") + "\n"
		}
	}
	return ""
}

// printHelp prints usage and flags, and then examples and exit statuses.
func printHelp(options kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
		return err
	}
	if text := helpOf(commandName(ctx.Selected())); text != "" {
		fmt.Fprint(ctx.Stdout, "\n"+text)
	}
	return nil
}

// commandName returns the words that call a command, without "dateline".
func commandName(n *kong.Node) string {
	if n == nil || n.Type == kong.ApplicationNode {
		return ""
	}
	return strings.TrimSpace(commandName(n.Parent) + " " + n.Name)
}

// flagHelp adds the default of a flag to its help, where the help does not show it as
// the value. The user's home is ~ in it, so that manual pages are the same wherever they
// are made.
func flagHelp(v *kong.Value) string {
	if v.Flag == nil || v.Flag.PlaceHolder == "" || !v.HasDefault || v.Default == "" || v.IsBool() {
		return v.Help
	}
	value := v.Default
	if home, err := os.UserHomeDir(); err == nil {
		if below, ok := strings.CutPrefix(value, home+string(filepath.Separator)); ok {
			value = filepath.Join("~", below)
		}
	}
	return strings.TrimSuffix(v.Help, ".") + fmt.Sprintf(" (default %s).", value)
}

// usage says how a command is called that was called wrongly.
func usage(err error) string {
	said := err.Error()
	var wrong *kong.ParseError
	if !errors.As(err, &wrong) || wrong.Context == nil {
		return said
	}
	node := wrong.Context.Selected()
	if node == nil {
		for _, p := range slices.Backward(wrong.Context.Path) {
			if node = p.Node(); node != nil {
				break
			}
		}
	}
	if name := commandName(node); name != "" {
		return fmt.Sprintf("%s\nusage: dateline %s\nMore: dateline %s --help", said, node.Summary(), name)
	}
	return said + "\nMore: dateline --help"
}

// withNumbers ties numbers below zero to the flag before them, as kong would take them for
// flags: --near -90,40 becomes --near=-90,40.
func withNumbers(args []string) []string {
	number := regexp.MustCompile(`^-\.?[0-9]`)
	var out []string
	for i, arg := range args {
		if arg == "--" {
			return append(out, args[i:]...)
		}
		if last := len(out) - 1; number.MatchString(arg) && last >= 0 && strings.HasPrefix(out[last], "--") && !strings.Contains(out[last], "=") {
			out[last] += "=" + arg
			continue
		}
		out = append(out, arg)
	}
	return out
}

type helpCommand struct {
	Command []string `arg:"" optional:"" help:"The command, as: gazetteer import"`
}

// Run prints what --help prints.
func (c *helpCommand) Run(ctx *kong.Context) error {
	_, err := ctx.Kong.Parse(append(c.Command, "--help"))
	return err
}
