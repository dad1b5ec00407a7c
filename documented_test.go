package dateline

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	documentedFile       = regexp.MustCompile("`([a-zA-Z0-9_/-]+(?:\\.[a-z0-9]+)?\\.(?:go|ts|mjs|sql|tsv|sh)|[a-zA-Z0-9_/-]+/[a-zA-Z0-9_-]+\\.(?:txt|json))`")
	documentedIdentifier = regexp.MustCompile("`(?:([a-z]+)\\.)?(?:([A-Z][A-Za-z]+)\\.)?([a-zA-Z]+)`(?: \\(`([a-zA-Z0-9_/-]+\\.go)`)?")
)

// TestDocumentedFiles: the sources that documents name exist: with a folder at that path, without one
// in any folder. The README of the page names its files below src.
func TestDocumentedFiles(t *testing.T) {
	named := map[string]bool{}
	for _, file := range sources(t) {
		named[file], named[path.Base(file)] = true, true
	}
	documents, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	checked := map[string]int{}
	for _, document := range append(documents, "README.md", "CONTRIBUTING.md", "frontend/README.md") {
		for _, m := range documentedFile.FindAllStringSubmatch(read(t, document), -1) {
			checked[document]++
			if !named[m[1]] && !(document == "frontend/README.md" && (named["frontend/"+m[1]] || named["frontend/src/"+m[1]])) {
				t.Errorf("%s names %s, which does not exist", document, m[1])
			}
		}
	}
	if checked["docs/architecture.md"] < 80 || checked["docs/security.md"] < 10 || checked["frontend/README.md"] < 8 {
		t.Errorf("found only %v", checked)
	}
}

// sources lists the hand-written files of the module.
func sources(t *testing.T) (files []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !d.IsDir():
			files = append(files, filepath.ToSlash(file))
		case isForeign(d.Name()):
			return fs.SkipDir
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestNamesAreDocumented: the identifiers of Go that docs/architecture.md names are declared in the
// package it says.
func TestNamesAreDocumented(t *testing.T) {
	checked := 0
	for _, m := range documentedIdentifier.FindAllStringSubmatch(read(t, "docs/architecture.md"), -1) {
		pkg, receiver, name, file := m[1], m[2], m[3], m[4]
		switch {
		case file != "" && strings.Contains(file, "/"):
			checked++
			if !declares(t, []string{file}, receiver, name) {
				t.Errorf("docs/architecture.md has %s in %s, which does not declare it", name, file)
			}
		case pkg != "" && name[0] >= 'A' && name[0] <= 'Z':
			checked++
			if !declares(t, filesOfPackage(pkg), receiver, name) {
				t.Errorf("docs/architecture.md has %s.%s, which package %s does not declare", pkg, name, pkg)
			}
		}
	}
	if checked < 10 {
		t.Errorf("found only %d identifiers", checked)
	}
}

// filesOfPackage returns the Go files of the packages of a name.
func filesOfPackage(name string) []string {
	var files []string
	for folder := range layers {
		if path.Base(folder) == name {
			found, _ := filepath.Glob(folder + "/*.go")
			files = append(files, found...)
		}
	}
	return files
}

// declares reports whether one of some Go files declares a function, method or type.
func declares(t *testing.T, files []string, receiver, name string) bool {
	t.Helper()
	function := `func (?:\([^)]*\) )?`
	if receiver != "" {
		function = `func \(\w* ?\*?` + receiver + `\) `
	}
	declaration := regexp.MustCompile(`(?m)^(?:` + function + `|type )` + name + `\b`)
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if declaration.Match(body) || receiver != "" && regexp.MustCompile(`(?m)^\t`+name+`\b`).Match(body) {
			return true
		}
	}
	return false
}
