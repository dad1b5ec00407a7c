// Package about has the commands about the program itself: help, manual pages, completion,
// settings and version. All of them derive from kong's model of the command line, so that a new
// command needs only its section in help.txt:
//
//	dateline config            the settings in effect, and where each comes from
//	dateline help gazetteer    what --help prints
package about

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

// HelpText returns the whole help text.
func HelpText() string { return helpText }

// HelpOf returns the section of a command, "" for the program itself.
func HelpOf(command string) string {
	for section := range strings.SplitSeq("\n"+helpText, "\n# ") {
		name, text, _ := strings.Cut(section, "\n")
		if name == cmp.Or(command, "dateline") {
			return strings.Trim(text, "\n") + "\n"
		}
	}
	return ""
}

// PrintHelp prints usage and flags, and then examples and exit statuses.
func PrintHelp(options kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
		return err
	}
	if text := HelpOf(CommandName(ctx.Selected())); text != "" {
		fmt.Fprint(ctx.Stdout, "\n"+text)
	}
	return nil
}

// CommandName returns the words of a command, without "dateline".
func CommandName(n *kong.Node) string {
	if n == nil || n.Type == kong.ApplicationNode {
		return ""
	}
	return strings.TrimSpace(CommandName(n.Parent) + " " + n.Name)
}

// FlagHelp appends the default of a flag to its help, unless the help shows it as the value. The
// user's home is shown as ~, so that manual pages are reproducible.
func FlagHelp(v *kong.Value) string {
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

// Usage prints the usage of a command that was called incorrectly.
func Usage(err error) string {
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
	if name := CommandName(node); name != "" {
		return fmt.Sprintf("%s\nusage: dateline %s\nMore: dateline %s --help", said, node.Summary(), name)
	}
	return said + "\nMore: dateline --help"
}

// WithNumbers joins negative numbers to the flag before them, as kong would take them for flags:
// --near -90,40 becomes --near=-90,40.
func WithNumbers(args []string) []string {
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

// HelpCommand prints the help of a command.
type HelpCommand struct {
	Command []string `arg:"" optional:"" help:"The command, such as: gazetteer import"`
}

// Run prints what --help prints.
func (c *HelpCommand) Run(ctx *kong.Context) error {
	_, err := ctx.Kong.Parse(append(c.Command, "--help"))
	return err
}
