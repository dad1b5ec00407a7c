package about

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/cmd/dateline/cli"

	"github.com/alecthomas/kong"
)

// ManCommand writes the manual pages.
type ManCommand struct {
	Dir string `arg:"" type:"path" help:"Folder for the pages, such as /usr/local/share/man/man1; created if missing."`
}

// Run writes a page for the program and one for each command, with the content of --help.
func (c *ManCommand) Run(ctx *kong.Context) error {
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return err
	}
	for _, node := range append([]*kong.Node{ctx.Model.Node}, ctx.Model.Leaves(true)...) {
		name := pageName(node)
		if err := os.WriteFile(filepath.Join(c.Dir, name+".1"), []byte(manPage(ctx.Model, node)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func pageName(node *kong.Node) string {
	return strings.ReplaceAll(strings.TrimSpace("dateline "+CommandName(node)), " ", "-")
}

// manPage returns a manual page in the macros of man(7).
func manPage(app *kong.Application, node *kong.Node) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"dateline %s\" \"Dateline\"\n", strings.ToUpper(pageName(node)), roff(cli.Version()))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(pageName(node)), roff(strings.TrimSuffix(node.Help, ".")))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n%s\n", roff(strings.TrimSpace("dateline "+strings.TrimPrefix(node.Summary(), "dateline"))))
	if len(node.Positional) > 0 {
		b.WriteString(".SH ARGUMENTS\n")
	}
	for _, p := range node.Positional {
		fmt.Fprintf(&b, ".TP\n.I %s\n%s\n", roff(p.Name), roff(p.Help))
	}
	b.WriteString(".SH OPTIONS\n")
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(f.String()), roff(FlagHelp(f.Value)))
		}
	}
	if node == app.Node {
		b.WriteString(".SH COMMANDS\n")
		for _, n := range app.Leaves(true) {
			fmt.Fprintf(&b, ".TP\n.BR %s (1)\n%s\n", roff(pageName(n)), roff(n.Help))
		}
	}
	for section := range strings.SplitSeq(strings.TrimSpace(HelpOf(CommandName(node))), "\n\n") {
		writeSection(&b, section)
	}
	b.WriteString(".SH SEE ALSO\n.BR dateline (1)\n")
	return b.String()
}

// writeSection writes a paragraph of help.txt: "Examples:" and lines that are indented, or prose.
func writeSection(b *strings.Builder, text string) {
	head, rest, _ := strings.Cut(text, "\n")
	if !strings.HasSuffix(head, ":") || !strings.HasPrefix(rest, "  ") {
		fmt.Fprintf(b, ".SH DESCRIPTION\n%s\n", roff(text))
		return
	}
	fmt.Fprintf(b, ".SH %s\n.nf\n%s\n.fi\n", strings.ToUpper(roff(strings.TrimSuffix(head, ":"))), roff(rest))
}

// roff escapes characters that are special at the start of a line or anywhere.
func roff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`).Replace(text), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
