package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestCompletionInShells has each installed shell complete a command and a value.
func TestCompletionInShells(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	program, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "dateline"), []byte("#!/bin/sh\nexec '"+program+"' \"$@\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for shell, script := range map[string]string{
		"bash": `. ./bash; F=$(complete -p dateline | sed "s/.*-F \([^ ]*\).*/\1/")
			COMP_WORDS=(dateline exp); COMP_CWORD=1; $F; echo "${COMPREPLY[@]}"
			COMP_WORDS=(dateline export --format kml); COMP_CWORD=3; $F; echo "${COMPREPLY[@]}"`,
		"fish": `source ./fish; complete -C "dateline exp"; complete -C "dateline export --format k"`,
		"zsh": `zmodload zsh/zpty; zpty t zsh -f -i # a terminal of its own; each read waits for what it is to show
			zpty -w t 'autoload -Uz compinit; compinit -u -D; . ./zsh; print RE""ADY'; zpty -r t said '*READY*'
			zpty -w -n t $'dateline exp\t'; zpty -r t said '*export*'; print -r -- $said
			zpty -w -n t $'--format k\t'; zpty -r t said '*kml*'; print -r -- $said; zpty -d t`,
	} {
		if _, err := exec.LookPath(shell); err != nil {
			t.Logf("not run, no %s", shell)
			continue
		}
		if got := run(t, "", "completion", shell, "-o", filepath.Join(dir, shell)); got.code != 0 {
			t.Fatal(got.err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // a shell that waits for input
		defer cancel()
		cmd := exec.CommandContext(ctx, shell, "-c", script)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), asCommand+"=1", "PATH="+dir+":"+os.Getenv("PATH"), "HOME="+dir)
		said, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(said), "export") || !strings.Contains(string(said), "kml") {
			t.Errorf("%s: %v\n%s", shell, err, said)
		}
	}
}
