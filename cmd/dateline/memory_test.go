//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"dateline/cmd/dateline/cli"
)

// TestMemoryIsBounded checks the peak memory of commands on inputs several times that size, and
// that an archive is no larger than what was found.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	t.Parallel()
	const most, mostStored = 512 << 20, 128 << 20
	repeated := func(unit string, bytes int) string { return strings.Repeat(unit, bytes/len(unit)) }
	given := func(candidates string) string {
		return fmt.Sprintf(`{"id":"a","text":"Hama","mentions":[{"start":0,"end":4,"candidates":[%s]}]}`, strings.TrimSuffix(candidates, ","))
	}
	for name, c := range map[string]struct {
		text string
		code int
	}{
		"many names":                {fmt.Sprintf(`{"id":"a","text":%q}`, repeated("Aleppo, Homs. ", 400<<10)), 0},
		"a sentence without an end": {fmt.Sprintf(`{"id":"a","text":%q}`, repeated("Aleppo, Homs, ", 200<<10)), 0},
		"many fronts":               {fmt.Sprintf(`{"id":"a","text":%q}`, repeated("northern Syria. ", 200<<10)), 0},
		"empty candidates":          {given(repeated("{},", 24<<20)), cli.NoneDone},
		"numbers for candidates":    {given(repeated("1,", 24<<20)), cli.NoneDone},
	} {
		t.Run(name, func(t *testing.T) {
			file, data := inFile(t, "a.jsonl", c.text+"\n"), t.TempDir()
			cmd := command(t, "ingest", "--data", data, file)
			var said bytes.Buffer
			cmd.Stderr = &said
			_ = cmd.Run() // the process state tells
			if code := cmd.ProcessState.ExitCode(); code != c.code {
				t.Fatalf("exit %d: %s", code, &said)
			}
			peak := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
			if runtime.GOOS != "darwin" {
				peak <<= 10 // kilobytes
			}
			if peak > most {
				t.Errorf("%d MB of memory", peak>>20)
			}
			files, _ := filepath.Glob(filepath.Join(data, "*"))
			stored := int64(0)
			for _, f := range files {
				if info, err := os.Stat(f); err == nil {
					stored += info.Size()
				}
			}
			if stored > mostStored {
				t.Errorf("%d MB are stored", stored>>20)
			}
			t.Logf("%d MB of memory, %d MB stored, %v", peak>>20, stored>>20, cmd.ProcessState.UserTime())
		})
	}
}
