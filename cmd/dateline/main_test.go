package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/archive/postgres/postgrestest"
	"dateline/cmd/dateline/cli"
)

// asCommand makes the test binary run as the command itself, so that tests run what a user runs.
const asCommand = "DATELINE_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
		os.Exit(0)
	}
	postgrestest.Main(m)
}

// command prepares a run of dateline without imported gazetteers.
func command(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCommand+"=1", "DATELINE_GAZETTEERS="+t.TempDir())
	return cmd
}

// ran is the result of a command.
type ran struct {
	out, err string
	code     int
}

// run runs dateline to its end.
func run(t *testing.T, stdin string, args ...string) ran {
	t.Helper()
	cmd := command(t, args...)
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &said
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{out.String(), said.String(), cmd.ProcessState.ExitCode()}
}

// inFile writes a file into a folder of the test and returns its path.
func inFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shelling is an article as a line of JSON.
const shelling = `{"id":"1","text":"Shelling hit Morek."}` + "\n"

func TestUsage(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	tests := []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--help"}, 0, "Maps the places that news articles mention."},
		{[]string{"--version"}, 0, cli.Version()},
		{[]string{"parse", "--format", "shapefile"}, cli.NoneDone, "must be one of"},
		{[]string{"ingest", "x.txt"}, cli.NoneDone, "--data"},
		{[]string{"nothing"}, cli.NoneDone, "nothing"},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			got := run(t, "", tt.args...)
			if got.code != tt.code || !strings.Contains(got.out+got.err, tt.says) {
				t.Errorf("exit %d, %s%s; want exit %d and %q", got.code, got.out, got.err, tt.code, tt.says)
			}
		})
	}
}
