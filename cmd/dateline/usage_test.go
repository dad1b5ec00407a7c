package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/cmd/dateline/cli"
)

// TestHelpIsOnStandardOutput asks for help in every way.
func TestHelpIsOnStandardOutput(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	want := run(t, "", "gazetteer", "import", "--help")
	if want.code != 0 || want.err != "" || !strings.Contains(want.out, "the places of Syria, downloaded") || !strings.Contains(want.out, "https://download.geonames.org/export/dump/).") {
		t.Fatalf("exit %d: %s%s", want.code, want.out, want.err)
	}
	if got := run(t, "", "help", "gazetteer", "import"); got != want {
		t.Errorf("help gazetteer import: exit %d: %s%s", got.code, got.out, got.err)
	}
	if got := run(t, ""); got.code != 0 || got != run(t, "", "--help") || got != run(t, "", "help") {
		t.Errorf("without arguments: exit %d: %s%s", got.code, got.out, got.err)
	}
}

// TestUsageErrors: no part of an error is printed among the data.
func TestUsageErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	tests := []struct{ args, says, points string }{
		{"exprot", `did you mean "export"?`, "dateline --help"},
		{"gazetteer imprt", `did you mean "import"?`, "dateline gazetteer --help"},
		{"export --fromat csv", `did you mean "--format"?`, "dateline export --help"},
		{"export --data . --format xlsx", `must be one of "geojson"`, "dateline export --help"},
		{"ingest x.txt", "--data", "dateline ingest --help"},
		{"help nothing", "nothing", ""},
		{"completion powershell", "bash", "dateline completion --help"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			got := run(t, "", strings.Fields(tt.args)...)
			if got.code != cli.NoneDone || got.out != "" || !strings.HasPrefix(got.err, "dateline: ") || !strings.Contains(got.err, tt.says) ||
				!strings.Contains(got.err, tt.points) || strings.Count(got.err, "\n") > 3 || strings.Contains(got.err, "\x1b") {
				t.Errorf("exit %d, on standard output %q, on standard error %q", got.code, got.out, got.err)
			}
		})
	}
}

func TestQuiet(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data, file := t.TempDir(), inFile(t, "a.jsonl", shelling)
	if got := run(t, "", "ingest", "-q", "--data", data, file); got != (ran{}) {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
	if got := run(t, "", "ingest", "-q", "--data", data, "missing.txt"); got.code != cli.NoneDone || !strings.Contains(got.err, "missing.txt") {
		t.Errorf("an error is said, quiet or not; exit %d: %s", got.code, got.err)
	}
}

func TestOutputFile(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	path := filepath.Join(t.TempDir(), "out")
	want := run(t, shelling, "parse").out
	if got := run(t, shelling, "parse", "-o", path); got.code != 0 || got.out != "" {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
	if got := run(t, "", "geocode", "Nowhere-at-all-qqq", "-o", path); got.code != cli.NoneDone {
		t.Errorf("exit %d", got.code)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("a failure changed the file: %s, %v", got, err)
	}
	if left, _ := filepath.Glob(path + "*"); len(left) != 1 {
		t.Errorf("left: %v", left)
	}
}

// TestCompletionInBash has bash complete, if installed.
func TestCompletionInBash(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	script := run(t, "", "completion", "bash").out
	cmd := exec.Command(bash, "-c", script+`
		dateline() { "`+os.Args[0]+`" "$@"; }
		COMP_WORDS=(dateline export --format = gp); COMP_CWORD=4; _dateline; echo "${COMPREPLY[@]}"
		COMP_WORDS=(dateline gaz); COMP_CWORD=1; _dateline; echo "${COMPREPLY[@]}"`)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "gpkg\ngazetteer\n" {
		t.Errorf("%q, %v", out, err)
	}
}

func TestManualPages(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	dir := filepath.Join(t.TempDir(), "man1")
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("XDG_DATA_HOME", "")
	if got := run(t, "", "man", dir); got.code != 0 {
		t.Fatal(got.err)
	}
	page, err := os.ReadFile(filepath.Join(dir, "dateline-gazetteer-import.1"))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{".SH NAME\ndateline\\-gazetteer\\-import \\- Add places", ".SH EXAMPLES\n.nf\n  dateline gazetteer import SY", ".SH EXIT STATUS\n", ".B \\-\\-mirror=URL", "default ~"} {
		if !strings.Contains(string(page), part) {
			t.Errorf("no %q in\n%s", part, page)
		}
	}
	if strings.Contains(string(page), home) {
		t.Errorf("the home of who made it is in\n%s", page)
	}
	if pages, _ := filepath.Glob(filepath.Join(dir, "*.1")); len(pages) < 40 {
		t.Errorf("pages: %v", pages)
	}
}
