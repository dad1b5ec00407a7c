package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestExtending applies the patches of docs/extending.md to a copy of the sources, runs the tests
// of the packages they change, and then the commands that show the effect.
func TestExtending(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("skipped: no git (Debian: git)")
	}
	text, err := os.ReadFile(filepath.Join(root, "docs", "extending.md"))
	if err != nil {
		t.Fatal(err)
	}
	s := newSession(t)
	s.dir = copyOfSources(t)
	for _, m := range regexp.MustCompile("(?s)\n```diff\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		s.run(m[1], "git", "apply", "-")
	}
	s.run("", "go", "generate", "./gazetteer")
	s.run("", "go", "test", "-vet=off", ".", "-run", "Figures", "-update")
	s.run("", "go", "build", "-ldflags", "-s -w", "-o", "bin/dateline", "./cmd/dateline")
	s.run("", "go", "test", "-short", "-vet=off", "-ldflags", "-s -w", ".", "./schema", "./document/rows", "./article/org", "./geoparse/lexicon", "./geoparse/event")
	s.doAll(commandsOf(string(text), false))
}

// run runs a program in the session's folder; it must succeed.
func (s *session) run(stdin, name string, args ...string) {
	s.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdin = s.dir, strings.NewReader(stdin)
	cmd.Env = append(os.Environ(), "GOFLAGS="+os.Getenv("GOFLAGS")+" -trimpath -buildvcs=false", "GOPROXY=off", "GIT_CEILING_DIRECTORIES="+filepath.Dir(s.dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		s.t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out, stdin)
	}
}

// copyOfSources returns a folder with all files that git tracks, or would track.
func copyOfSources(t *testing.T) string {
	t.Helper()
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	names, err := list.Output()
	if err != nil {
		t.Skipf("skipped: no clone: %v", err)
	}
	dir := t.TempDir()
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		body, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // deleted, or a link to a folder
		}
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
