package commands

import (
	"strings"
	"testing"

	"dateline/cmd/dateline/about"

	"github.com/alecthomas/kong"
)

// model returns the command line as kong parses it.
func model(t *testing.T) *kong.Application {
	t.Helper()
	var c commandLine
	parser, err := newParser(&c)
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

// TestEveryCommandHasHelp: help.txt has examples and statuses of each command, and of no others.
func TestEveryCommandHasHelp(t *testing.T) {
	app := model(t)
	known := map[string]bool{"dateline": true}
	for _, node := range app.Leaves(true) {
		known[about.CommandName(node)] = true
	}
	for name := range known {
		text := about.HelpOf(strings.TrimPrefix(name, "dateline"))
		if !strings.Contains(text, "Examples:\n  ") || !strings.Contains(text, "Exit status:\n  0 ") {
			t.Errorf("help.txt lacks examples or exit statuses of %s", name)
		}
	}
	for line := range strings.SplitSeq(about.HelpText(), "\n") {
		if name, ok := strings.CutPrefix(line, "# "); ok && !known[name] {
			t.Errorf("help.txt has %q, which is no command", name)
		}
	}
}

func TestCompletions(t *testing.T) {
	node := model(t).Node
	tests := []struct{ typed, want string }{
		{"exp", "export"},
		{"gazetteer i", "info import"},
		{"export --for", "--format"},
		{"export --format g", "geojson geojsonseq gpkg"},
		{"export --format=gp", "--format=gpkg"},
		{"export --format = gp", "gpkg"},
		{"export --data x --collection f", "fronts"},
		{"export -o x --collection f", "fronts"},
		{"serve --data ", ":folders"},
		{"ingest --data x ", ":files"},
		{"completion ", "bash zsh fish"},
		{"nothing --xyz", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, line := range about.Completions(node, strings.Split(tt.typed, " ")) {
			word, _, _ := strings.Cut(line, "\t")
			got = append(got, word)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: %v, want %s", tt.typed, got, tt.want)
		}
	}
}
