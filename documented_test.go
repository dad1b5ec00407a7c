package dateline

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	documentedFile       = regexp.MustCompile("`([a-zA-Z0-9_/-]+/[a-zA-Z0-9_.-]+\\.(?:go|ts|sql|txt|tsv))`")
	documentedIdentifier = regexp.MustCompile("`(?:([a-z]+)\\.)?(?:([A-Z][A-Za-z]+)\\.)?([a-zA-Z]+)`(?: \\(`([a-zA-Z0-9_/-]+\\.go)`)?")
)

// TestNamesAreDocumented: the files that docs/architecture.md names are there, and the identifiers
// of Go are declared where it says.
func TestNamesAreDocumented(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	files := documentedFile.FindAllStringSubmatch(string(text), -1)
	for _, m := range files {
		if found, _ := filepath.Glob(m[1]); len(found) == 0 && !strings.Contains(m[1], "*") {
			t.Errorf("docs/architecture.md names %s, which is not there", m[1])
		}
	}
	checked := 0
	for _, m := range documentedIdentifier.FindAllStringSubmatch(string(text), -1) {
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
	if len(files) < 20 || checked < 10 {
		t.Errorf("found only %d files and %d identifiers", len(files), checked)
	}
}

// filesOfPackage returns the Go files of the packages with a name.
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
