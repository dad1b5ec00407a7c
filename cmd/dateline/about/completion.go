package about

import (
	"embed"
	"fmt"
	"os"
	"strings"

	"dateline/cmd/dateline/cli"

	"github.com/alecthomas/kong"
)

//go:embed shell
var shellScripts embed.FS

// CompletionCommand prints the completion script for a shell.
type CompletionCommand struct {
	cli.OutputFlag
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

func (c *CompletionCommand) Run() error {
	script, err := shellScripts.ReadFile("shell/" + c.Shell)
	if err != nil {
		return err
	}
	return c.Write(cli.Writing(script))
}

// CompleteCommand is called by the scripts: with the words of a command line after the program's
// name, the last one incomplete.
type CompleteCommand struct {
	Words []string `arg:"" optional:""`
}

// Run prints a line for each possible word, with its description after a tab; :files and
// :folders stand for what the shell completes itself.
func (c *CompleteCommand) Run(ctx *kong.Context) error {
	for _, line := range Completions(ctx.Model.Node, c.Words) {
		fmt.Fprintln(os.Stdout, line)
	}
	return nil
}

// Completions returns the possible last words. Bash passes "=" as a word of its own.
func Completions(node *kong.Node, words []string) []string {
	var before []string
	last := ""
	for i, w := range words {
		switch {
		case i == len(words)-1 && w != "=":
			last = w
		case w != "=":
			before = append(before, w)
		}
	}
	var open *kong.Flag // wants a value
	for _, w := range before {
		switch {
		case open != nil:
			open = nil
		case strings.HasPrefix(w, "-"):
			if f := flagOf(node, w); f != nil && !f.IsBool() && !strings.Contains(w, "=") {
				open = f
			}
		default:
			if child := childOf(node, w); child != nil {
				node = child
			}
		}
	}
	name, value, joined := strings.Cut(last, "=")
	switch f := flagOf(node, name); {
	case open != nil:
		return values(open.Value, "", last)
	case joined && f != nil:
		return values(f.Value, name+"=", value)
	case strings.HasPrefix(last, "-"):
		return flagNames(node, last)
	}
	return arguments(node, last)
}

func childOf(node *kong.Node, name string) *kong.Node {
	for _, child := range node.Children {
		if child.Name == name && !child.Hidden {
			return child
		}
	}
	return nil
}

// flagOf finds a flag of a command or of those above it by "--name", "--name=value"
// or "-n".
func flagOf(node *kong.Node, word string) *kong.Flag {
	name, _, _ := strings.Cut(word, "=")
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			if name == "--"+f.Name || f.Short != 0 && name == "-"+string(f.Short) {
				return f
			}
		}
	}
	return nil
}

func flagNames(node *kong.Node, typed string) []string {
	var out []string
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			if name := "--" + f.Name; strings.HasPrefix(name, typed) {
				out = append(out, name+"\t"+f.Help)
			}
		}
	}
	return out
}

func arguments(node *kong.Node, typed string) []string {
	var out []string
	for _, child := range node.Children {
		if !child.Hidden && strings.HasPrefix(child.Name, typed) {
			out = append(out, child.Name+"\t"+child.Help)
		}
	}
	if len(node.Positional) > 0 {
		out = append(out, values(node.Positional[0], "", typed)...)
	}
	return out
}

// values returns the possible values of a flag or an argument.
func values(v *kong.Value, prefix, typed string) []string {
	var out []string
	for _, word := range v.EnumSlice() {
		if strings.HasPrefix(word, typed) && word != "" {
			out = append(out, prefix+word)
		}
	}
	switch {
	case len(out) > 0 || v.Enum != "":
		return out
	case strings.HasSuffix(v.Tag.PlaceHolder, "DIR"):
		return []string{":folders"}
	case IsPath(v):
		return []string{":files"}
	}
	return nil
}

// IsPath reports whether the value of a flag or an argument may be the name of a file or folder.
func IsPath(v *kong.Value) bool {
	return v.Tag.Type != "" || v.Tag.Name == "path" || v.Tag.Name == "file" || v.Tag.Name == "source"
}
