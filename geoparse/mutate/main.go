// Command mutate changes one constant or condition of the parser, the queries or the
// tiles at a time, and runs the tests of its package: a change that no test notices
// survives. It changes no file (go help build, -overlay).
//
//	make mutate
//
// mutations.tsv holds, tab-separated: the file, the text to be replaced, which occurs in
// it once, and what replaces it. Lines that begin with # are comments.
package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed mutations.tsv
var list []byte

// mutation is a change of a file of the module.
type mutation struct {
	line     int // of mutations.tsv
	file     string
	old, new string
}

func (m mutation) String() string { return fmt.Sprintf("%s: %s -> %s", m.file, m.old, m.new) }

func main() {
	log.SetFlags(0)
	root := flag.String("root", ".", "the module whose files are changed")
	most := flag.Int("most", 4, "how many may survive")
	only := flag.String("only", "", "change only files whose path holds this")
	flag.Parse()
	mutations, err := parse(list)
	if err != nil {
		log.Fatal(err)
	}
	survivors, tried := 0, 0
	for _, m := range mutations {
		if !strings.Contains(m.file, *only) {
			continue
		}
		killed, err := try(*root, m)
		if err != nil {
			log.Fatalf("mutations.tsv, line %d: %v", m.line, err)
		}
		verdict := "killed  "
		if !killed {
			verdict = "SURVIVED"
			survivors++
		}
		tried++
		fmt.Println(verdict, m)
	}
	fmt.Printf("%d of %d survived; %d may\n", survivors, tried, *most)
	if survivors > *most {
		os.Exit(1)
	}
}

// parse reads the list of mutations.
func parse(list []byte) (all []mutation, err error) {
	lines := bufio.NewScanner(bytes.NewReader(list))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || fields[1] == fields[2] {
			return nil, fmt.Errorf("mutations.tsv, line %d: want a file, a text and another, with tabs between", n)
		}
		all = append(all, mutation{n, fields[0], fields[1], fields[2]})
	}
	return all, lines.Err()
}

// try runs the tests of the changed file's package and reports whether one failed.
func try(root string, m mutation) (killed bool, err error) {
	path, err := filepath.Abs(filepath.Join(root, m.file))
	if err != nil {
		return false, err
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	if n := bytes.Count(source, []byte(m.old)); n != 1 {
		return false, fmt.Errorf("%q occurs %d times in %s, not once", m.old, n, m.file)
	}
	folder, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(folder)
	changed := filepath.Join(folder, filepath.Base(path))
	if err := os.WriteFile(changed, bytes.Replace(source, []byte(m.old), []byte(m.new), 1), 0o644); err != nil {
		return false, err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {path: changed}})
	if err != nil {
		return false, err
	}
	overlayFile := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(overlayFile, overlay, 0o644); err != nil {
		return false, err
	}
	return fails(root, overlayFile, "./"+filepath.ToSlash(filepath.Dir(m.file)))
}

// fails runs the tests of a package under an overlay and reports whether one failed. A
// package that no longer builds is an error.
func fails(root, overlay, pkg string) (bool, error) {
	build := exec.Command("go", "test", "-overlay", overlay, "-vet=off", "-run", "^$", pkg)
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return false, fmt.Errorf("it does not build: %s", out)
	}
	test := exec.Command("go", "test", "-overlay", overlay, "-vet=off", "-short", "-failfast", pkg)
	test.Dir = root
	err := test.Run()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return true, nil
	}
	return false, err
}
