package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// deployed is a file in deploy/.
func deployed(t *testing.T, path ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "deploy"}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// manifests reads the documents of a YAML file.
func manifests(t *testing.T, text string) (all []map[string]any) {
	t.Helper()
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for {
		var doc map[string]any
		err := decoder.Decode(&doc)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, doc)
	}
}

// in returns the value at a path of names in a document.
func in(doc any, path ...string) any {
	for _, name := range path {
		m, _ := doc.(map[string]any)
		doc = m[name]
	}
	return doc
}

// words returns a list as strings.
func words(list any) (all []string) {
	some, _ := list.([]any)
	for _, s := range some {
		all = append(all, s.(string))
	}
	return all
}

// TestDeployCompose: three servers and two workers start once the tables exist.
func TestDeployCompose(t *testing.T) {
	doc := manifests(t, deployed(t, "compose.yaml"))[0]
	for service, command := range map[string]string{"migrate": "migrate", "server": "serve", "worker": "work"} {
		got := words(in(doc, "services", service, "command"))
		if len(got) != 1 || got[0] != command {
			t.Errorf("%s runs %v", service, got)
		}
	}
	for service, want := range map[string]uint64{"server": 3, "worker": 2} {
		if got := in(doc, "services", service, "deploy", "replicas"); got != want {
			t.Errorf("%v of %s", got, service)
		}
		if got := in(doc, "services", service, "depends_on", "migrate", "condition"); got != "service_completed_successfully" {
			t.Errorf("%s waits for %v", service, got)
		}
	}
}

// TestDeployKubernetes: every reference resolves, and selectors match the labels of pods.
func TestDeployKubernetes(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	commands := map[string]string{"dateline-server": "serve", "dateline-worker": "work"}
	for _, file := range words(in(manifests(t, deployed(t, "kubernetes", "kustomization.yaml"))[0], "resources")) {
		for _, doc := range manifests(t, deployed(t, "kubernetes", file)) {
			name, _ := in(doc, "metadata", "name").(string)
			if in(doc, "apiVersion") == nil || name == "" {
				t.Errorf("%s: %v", file, doc)
			}
			if in(doc, "kind") != "Deployment" {
				continue
			}
			want, got := in(doc, "spec", "selector", "matchLabels"), in(doc, "spec", "template", "metadata", "labels")
			for key, value := range want.(map[string]any) {
				if in(got, key) != value {
					t.Errorf("%s selects %v of %v", name, want, got)
				}
			}
			containers := in(doc, "spec", "template", "spec", "containers").([]any)
			args := words(in(containers[0], "args"))
			if args[0] != commands[name] {
				t.Errorf("%s runs %v", name, args)
			}
			delete(commands, name)
			checkCommand(t, args)
		}
	}
	if len(commands) > 0 {
		t.Errorf("nothing runs %v", commands)
	}
}

// TestDeployUnits: the systemd units run existing commands; docs/operations.md has the unit for a
// folder.
func TestDeployUnits(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	units, err := filepath.Glob("../../deploy/systemd/*.service")
	if err != nil || len(units) != 3 {
		t.Fatal(units, err)
	}
	for _, unit := range units {
		text := deployed(t, "systemd", filepath.Base(unit))
		for _, m := range regexp.MustCompile(`(?m)^ExecStart(?:Pre)?=/usr/local/bin/dateline (.*)$`).FindAllStringSubmatch(text, -1) {
			checkCommand(t, strings.Fields(m[1]))
		}
	}
	docs, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	indented := regexp.MustCompile(`(?m)^(.)`).ReplaceAllString(deployed(t, "systemd", "dateline.service"), "    $1")
	if !strings.Contains(string(docs), indented) {
		t.Error("docs/operations.md has another unit than deploy/systemd/dateline.service")
	}
}

// TestDeployVariables: every environment variable is a setting.
func TestDeployVariables(t *testing.T) {
	known := map[string]bool{}
	for line := range strings.Lines(ok(t, "config")) {
		name, _, _ := strings.Cut(line, " ")
		known["DATELINE_"+strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(name))] = true
	}
	set := regexp.MustCompile(`(?m)(?:name: |^ *|^Environment=)(DATELINE_[A-Z_]+)[:=,]`)
	for _, path := range [][]string{{"compose.yaml"}, {"kubernetes", "server.yaml"}, {"kubernetes", "worker.yaml"}, {"systemd", "dateline-server.service"}} {
		for _, name := range set.FindAllStringSubmatch(deployed(t, path...), -1) {
			if !known[name[1]] {
				t.Errorf("%v: %s is no setting", path, name[1])
			}
		}
	}
}

// checkCommand checks that a command exists and has the flags that it is called with.
func checkCommand(t *testing.T, args []string) {
	t.Helper()
	help := ok(t, "help", args[0])
	for _, arg := range args[1:] {
		flag, _, _ := strings.Cut(arg, "=")
		if strings.HasPrefix(flag, "--") && !strings.Contains(help, flag) {
			t.Errorf("dateline %s has no %s", args[0], flag)
		}
	}
}
