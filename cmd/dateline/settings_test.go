package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/cmd/dateline/about"
	"dateline/cmd/dateline/cli"
)

// setting is a line of dateline config --json.
type setting struct{ Setting, Value, From, Variable string }

// settingOf returns a setting as dateline config prints it.
func settingOf(t *testing.T, name string, args ...string) setting {
	t.Helper()
	got := run(t, "", append([]string{"config", "--json"}, args...)...)
	if got.code != 0 {
		t.Fatal(got.err)
	}
	for line := range strings.Lines(got.out) {
		var h setting
		if err := json.Unmarshal([]byte(line), &h); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if h.Setting == name {
			return h
		}
	}
	t.Fatalf("no %s in %s", name, got.out)
	return setting{}
}

// TestSettings: which of a flag, a variable, a file and a default takes precedence.
func TestSettings(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	file := inFile(t, "config.toml", "[export]\nformat = \"csv\"\n[serve]\nquery-steps = 7\ntrusted-proxy = [\"10.0.0.0/8\", \"::1/128\"]\n")
	data := t.TempDir()
	if got := run(t, shelling, "ingest", "--data", data, "-"); got.code != 0 {
		t.Fatal(got.err)
	}
	begins := func(start string, args ...string) {
		t.Helper()
		if got := run(t, "", append([]string{"export", "--data", data}, args...)...); !strings.HasPrefix(strings.TrimPrefix(got.out, "\ufeff"), start) {
			t.Errorf("%v: %.60q, want %q; %s", args, got.out, start, got.err)
		}
	}
	begins("{")
	begins("id,", "--config", file)
	t.Setenv("DATELINE_EXPORT_FORMAT", "kml")
	begins("<?xml", "--config", file)
	begins("id,", "--config", file, "--format", "csv")
	for _, want := range []setting{
		{"export.format", "kml", "DATELINE_EXPORT_FORMAT", "DATELINE_EXPORT_FORMAT"},
		{"serve.query-steps", "7", file, "DATELINE_SERVE_QUERY_STEPS"},
		{"serve.trusted-proxy", "10.0.0.0/8,::1/128", file, "DATELINE_SERVE_TRUSTED_PROXY"},
		{"serve.addr", "127.0.0.1:8080", "default", "DATELINE_SERVE_ADDR"},
		{"data", "", "default", "DATELINE_DATA"},
		{"gazetteer.import.mirror", "https://download.geonames.org/export/dump/", "default", "DATELINE_GAZETTEER_IMPORT_MIRROR"},
	} {
		if got := settingOf(t, want.Setting, "--config", file); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

// TestVariablesSatisfyWhatIsRequired sets the archive once for all commands.
func TestVariablesSatisfyWhatIsRequired(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	t.Setenv("DATELINE_DATA", t.TempDir())
	if got := run(t, shelling, "ingest", "-"); got.code != 0 {
		t.Fatal(got.err)
	}
	for _, args := range [][]string{{"export"}, {"check"}} {
		if got := run(t, "", args...); got.code != 0 {
			t.Errorf("%v: exit %d: %s", args, got.code, got.err)
		}
	}
}

func TestSettingsThatAreWrong(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	tests := []struct{ text, says string }{
		{"[serve]\nadr = \"x\"\n", "unknown setting serve.adr"},
		{"[serve\n", "config.toml:1:"},
		{"data = " + strings.Repeat("[", 64<<10-10), "config.toml:1:"},
		{"data = " + strings.Repeat("[", 64<<10), "larger than 64 KiB"},
		{"[export]\nformat = \"xlsx\"\n", "--format must be one of"},
	}
	for _, tt := range tests {
		got := run(t, "", "export", "--data", ".", "--config", inFile(t, "config.toml", tt.text))
		if got.code != cli.NoneDone || got.out != "" || !strings.Contains(got.err, tt.says) {
			t.Errorf("%q: exit %d: %s", tt.text, got.code, got.err)
		}
	}
	if got := run(t, "", "config", "--config", filepath.Join(t.TempDir(), "none.toml")); got.code != cli.NoneDone {
		t.Errorf("a file that was asked for has to exist; exit %d", got.code)
	}
}

// TestSettingsOfTheUser reads the user's settings file.
func TestSettingsOfTheUser(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	if err := os.MkdirAll(filepath.Dir(about.ConfigFile()), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(about.ConfigFile(), []byte("data = \"/somewhere\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := settingOf(t, "data"); got.Value != "/somewhere" || got.From != about.ConfigFile() {
		t.Errorf("%+v", got)
	}
}

// TestConfigRefusesWhatTheCommandWould: a value that the command can't read is an error of config too.
func TestConfigRefusesWhatTheCommandWould(t *testing.T) {
	file := inFile(t, "bad.toml", "[serve]\ntimeout = \"1e400s\"\n")
	if got := run(t, "", "config", "--config", file); got.code != cli.NoneDone || !strings.Contains(got.err, "serve.timeout") {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
}
