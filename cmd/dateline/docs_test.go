package main

import (
	"bytes"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/frontend"
)

// root is the folder of the repository, as seen from this package.
const root = "../.."

// notRun lists the commands in documents that are not run, with the reason.
var notRun = []struct{ pattern, why string }{
	{`^(make|go|npm|cd frontend|git) `, "builds the program or asks for what is newer"},
	{`\$S|\.\./shared|mksynthetic`, "needs corpora that are not in the repository, or measures"},
	{`gazetteer import (SY|allCountries|UA|SD)\b`, "downloads"},
	{`^(podman|docker|sudo|man|brew|apt) `, "changes the machine"},
	{`^export `, "prepares what is not run"},
	{`news\.example`, "fetches"},
	{`syria\.pmtiles`, "needs a base map of hundreds of MB"},
	{`^dateline (watch|source add)\b`, "goes on until it is stopped, and fetches"},
}

// session runs the commands of a document one after another, in its own folder.
type session struct {
	t      *testing.T
	dir    string
	env    []string
	served *exec.Cmd
	at     string // its address
}

func newSession(t *testing.T) *session {
	s := &session{t: t, dir: t.TempDir()}
	program, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	sample, err := filepath.Abs(filepath.Join(root, "sample"))
	if err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\nexec '" + program + "' \"$@\"\n"
	if err := os.Mkdir(filepath.Join(s.dir, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "bin", "dateline"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(sample, filepath.Join(s.dir, "sample")); err != nil {
		t.Skip(err)
	}
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, ".curlrc"), []byte("silent\nshow-error\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.env = append(os.Environ(), asCommand+"=1", "DATELINE_SERVE_ADDR=127.0.0.1:0", "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home,
		"PATH="+filepath.Join(s.dir, "bin")+":"+os.Getenv("PATH"))
	t.Cleanup(s.stop)
	return s
}

func (s *session) stop() {
	if s.served != nil {
		s.served.Process.Kill()
		s.served.Wait()
		s.served = nil
	}
}

// do runs a command and returns what it prints on both streams, and whether it could run here.
func (s *session) do(command string) (out string, ran bool) {
	s.t.Helper()
	for _, n := range notRun {
		if regexp.MustCompile(n.pattern).MatchString(command) {
			return "", false
		}
	}
	for _, word := range []string{"ogr2ogr", "curl", "python3", "sqlite3"} {
		if _, err := exec.LookPath(word); strings.Contains(command, word) && err != nil {
			s.t.Logf("not run, no %s: %s", word, command)
			return "", false
		}
	}
	if strings.Contains(command, "dateline publish") && !frontend.Built() {
		return "", false
	}
	if strings.Contains(command, " archive") && !strings.Contains(command, " ingest ") {
		s.needArchive()
	}
	if regexp.MustCompile(`^(bin/)?dateline serve`).MatchString(command) {
		return s.serve(strings.ReplaceAll(command, "0.0.0.0:8080", "0.0.0.0:0")), true
	}
	if strings.Contains(command, "http://127.0.0.1:8080") {
		s.needServer()
		command = strings.ReplaceAll(command, "http://127.0.0.1:8080", s.at)
	}
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir, cmd.Env = s.dir, s.env
	text, err := cmd.CombinedOutput()
	if err != nil {
		s.t.Errorf("%s: %v\n%s", command, err, text)
	}
	return string(text), true
}

// doAll runs the commands of a document, and compares their output with the document.
func (s *session) doAll(commands []shown) {
	s.t.Helper()
	for _, c := range commands {
		if got, ran := s.do(c.command); ran && c.output != "" && !isPrinted(c.output, got) {
			s.t.Errorf("line %d: %s prints\n%sThe document has\n%s", c.line, c.command, got, c.output)
		}
	}
}

// needArchive creates the archive that a document uses from the sample, unless one of its commands
// already did.
func (s *session) needArchive() {
	s.t.Helper()
	if _, err := os.Stat(filepath.Join(s.dir, "archive")); err == nil {
		return
	}
	cmd := exec.Command("sh", "-c", "dateline ingest --quiet --data archive sample")
	cmd.Dir, cmd.Env = s.dir, s.env
	if out, err := cmd.CombinedOutput(); err != nil {
		s.t.Fatalf("%v\n%s", err, out)
	}
}

// needServer starts the server that a document uses on the archive, unless one of its commands
// already did.
func (s *session) needServer() {
	s.t.Helper()
	if s.at == "" {
		s.needArchive()
		s.serve("dateline serve --data archive")
	}
}

// serve replaces the running server, and waits for the new one's address.
func (s *session) serve(command string) string {
	s.t.Helper()
	s.stop()
	var said bytes.Buffer
	read, write, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	s.served = exec.Command("sh", "-c", "exec "+command)
	s.served.Dir, s.served.Env, s.served.Stdout, s.served.Stderr = s.dir, s.env, write, write
	if err := s.served.Start(); err != nil {
		s.t.Fatal(err)
	}
	write.Close()
	address := regexp.MustCompile(`(?m)^http://127\.0\.0\.1:\d+$`)
	for chunk := make([]byte, 1<<16); ; {
		n, err := read.Read(chunk)
		said.Write(chunk[:n])
		if at := address.Find(said.Bytes()); at != nil {
			s.at = string(at)
			return strings.ReplaceAll(said.String(), s.at, "http://127.0.0.1:8080")
		}
		if err != nil {
			s.t.Fatalf("%s: %v\n%s", command, err, said.String())
		}
	}
}

// shown is a command of a document with the output it shows.
type shown struct {
	line    int
	command string
	output  string
}

// commandsOf returns the lines of indented blocks that begin with "$ ", each with the lines below
// it; if tables is set, also the code in table rows that calls dateline.
func commandsOf(text string, tables bool) []shown {
	var out []shown
	open := false
	inTable := regexp.MustCompile("`(dateline [^`]*)`")
	for n, line := range strings.Split(text, "\n") {
		code, indented := strings.CutPrefix(line, "    ")
		command, called := strings.CutPrefix(code, "$ ")
		switch {
		case indented && called:
			out, open = append(out, shown{line: n + 1, command: command}), true
		case indented && open:
			out[len(out)-1].output += code + "\n"
		case tables && strings.HasPrefix(line, "| "):
			for _, m := range inTable.FindAllStringSubmatch(line, -1) {
				out = append(out, shown{line: n + 1, command: strings.ReplaceAll(m[1], `\|`, "|")})
			}
			open = false
		default:
			open = false
		}
	}
	return out
}

// TestDocsPrompts: the documents show every command after "$ ", so that it is run.
func TestDocsPrompts(t *testing.T) {
	command := regexp.MustCompile(`(?m)^    (bin/)?(dateline|curl|ogr2ogr|ogrinfo|python3|sqlite3) .*`)
	for _, file := range documents(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if found := command.FindString(string(text)); found != "" {
			t.Errorf("%s: without \"$ \": %s", file, found)
		}
	}
}

// isPrinted compares shown with printed output, except for white space; "…" stands for anything.
func isPrinted(want, got string) bool {
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	parts := strings.Split(bare(want), "…")
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	return regexp.MustCompile(`(?s)\A` + strings.Join(parts, ".*") + `\z`).MatchString(bare(got))
}

func TestIsPrinted(t *testing.T) {
	for _, tt := range []struct {
		want, got string
		same      bool
	}{
		{"a b\n", "a  b", true}, {"a … c", "a b b\nc\n", true}, {"a …", "b a", false}, {"… 1.5", "x\n1x5", false},
	} {
		if isPrinted(tt.want, tt.got) != tt.same {
			t.Errorf("%q, %q: want %v", tt.want, tt.got, tt.same)
		}
	}
}

func documents(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "CONTRIBUTING.md", filepath.Join("frontend", "README.md")} {
		files = append(files, filepath.Join(root, name))
	}
	return files
}

// TestDocsCommands runs the commands in the documents, and compares their output.
func TestDocsCommands(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	t.Parallel()
	for _, file := range documents(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		commands := commandsOf(string(text), filepath.Base(file) == "README.md")
		if len(commands) == 0 || filepath.Base(file) == "extending.md" { // run by TestExtending
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			newSession(t).doAll(commands)
		})
	}
}

// TestDocsLinks: files and headings that documents link to exist.
func TestDocsLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for _, file := range documents(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			to, err := url.Parse(m[1])
			if err != nil {
				t.Errorf("%s: %s: %v", file, m[1], err)
				continue
			}
			if to.IsAbs() { // web addresses are not checked: they may vanish any day
				if to.Scheme != "https" || !strings.Contains(to.Host, ".") {
					t.Errorf("%s: %s is no address of the web", file, m[1])
				}
				continue
			}
			target := file
			if to.Path != "" {
				target = filepath.Join(filepath.Dir(file), to.Path)
			}
			body, err := os.ReadFile(target)
			if info, statErr := os.Stat(target); statErr != nil || err != nil && !info.IsDir() {
				t.Errorf("%s: %s is not there", file, m[1])
			} else if to.Fragment != "" && !hasHeading(string(body), to.Fragment) {
				t.Errorf("%s: %s has no such heading", file, m[1])
			}
		}
	}
}

// hasHeading reports whether a Markdown text has a heading with an anchor, as GitHub generates
// them.
func hasHeading(text, anchor string) bool {
	drop := regexp.MustCompile(`[^\p{L}\p{N} _-]`)
	for line := range strings.Lines(text) {
		title := strings.TrimLeft(line, "#")
		if title != line && strings.ReplaceAll(drop.ReplaceAllString(strings.ToLower(strings.TrimSpace(title)), ""), " ", "-") == anchor {
			return true
		}
	}
	return false
}

// TestReadmeIsShort: the README fits on two screens.
func TestReadmeIsShort(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if n := strings.Count(string(text), "\n"); err != nil || n > 100 {
		t.Errorf("%d lines, %v", n, err)
	}
}
