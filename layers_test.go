// Package dateline holds the rules that concern the whole module.
package dateline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which packages of the module each may import. The order is that
// of the flow: from names and articles to the command line.
var layers = map[string][]string{
	"geo":                    {},
	"schema":                 {},
	"feature":                {"schema", "geo"},
	"geo/rindex":             {"feature", "geo"},
	"newsdate":               {"text"},
	"text":                   {},
	"jsonstream":             {},
	"article":                {"article/charset", "article/chat", "article/feed", "article/html", "article/mail", "article/office", "article/record", "article/segment", "work", "newsdate", "text"},
	"article/charset":        {},
	"article/chat":           {"jsonstream", "work", "newsdate", "text"},
	"article/mail":           {"article/charset", "newsdate", "text"},
	"article/office":         {"work"},
	"article/feed":           {"work", "newsdate", "text"},
	"article/html":           {"article/segment", "work", "newsdate", "text"},
	"article/record":         {"jsonstream", "newsdate", "text"},
	"article/segment":        {"work", "newsdate", "text"},
	"gazetteer":              {"geo", "jsonstream"},
	"geoparse":               {"text", "geoparse/coordinates", "gazetteer", "geo", "newsdate", "work"},
	"geoparse/coordinates":   {"text"},
	"geoparse/score":         {"geoparse", "geo"},
	"work":                   {},
	"query":                  {"schema", "feature", "geo", "newsdate", "work"},
	"geopackage":             {"geo"},
	"document":               {"article", "feature", "geo", "geoparse", "newsdate"},
	"atlas":                  {"document", "schema", "feature", "geo/rindex", "article", "geoparse", "query", "geopackage", "geo", "newsdate", "work"},
	"tiles":                  {"schema", "feature", "geo", "work"},
	"export":                 {"schema", "feature", "geo", "tiles", "geopackage", "work"},
	"frontend":               {},
	"sample":                 {},
	"site":                   {},
	"server":                 {"document", "schema", "feature", "geo", "geo/rindex", "article", "gazetteer", "geoparse", "geoparse/coordinates", "query", "atlas", "tiles", "export", "work"},
	"dist":                   {},
	"cmd/dateline":           {"document", "feature", "article", "article/record", "gazetteer", "gazetteer/download", "geoparse", "geoparse/score", "query", "atlas", "tiles", "export", "frontend", "newsdate", "sample", "server", "site"},
	"bench":                  {},
	"bench/soak":             {},
	"gazetteer/download":     {},
	"gazetteer/mkworld":      {"gazetteer"},
	"gazetteer/mksynthetic":  {},
	"gazetteer/mktables":     {"gazetteer"},
	"gazetteer/mkboundaries": {"gazetteer"},
	"geoparse/mkcommon":      {"gazetteer"},
}

// reserved says which packages alone may import a library.
var reserved = map[string][]string{
	"github.com/tidwall/rtree":      {"geo/rindex"},
	"github.com/gin-gonic/gin":      {"server", "bench"},
	"github.com/ncruces/go-sqlite3": {"atlas", "export", "geopackage"},
	"github.com/alecthomas/kong":    {"cmd/dateline"},
}

func TestLayers(t *testing.T) {
	for folder, imports := range importsByFolder(t) {
		allowed, known := layers[folder]
		if !known {
			t.Errorf("package %s stands in no layer: give it a line in layers_test.go and in docs/architecture.md", folder)
			continue
		}
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "dateline/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s; it may import %v", folder, own, allowed)
			}
			for library, users := range reserved {
				if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(users, folder) {
					t.Errorf("%s imports %s, which only %v may", folder, path, users)
				}
			}
		}
	}
}

// TestLayersAreDocumented compares the table of docs/architecture.md with the rules.
func TestLayersAreDocumented(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile("`([^`]+)`")
	rows := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z/0-9]+)` \\|[^|\n]*\\|([^|\n]*)\\|$").FindAllStringSubmatch(string(text), -1) {
		rows[row[1]] = row[2]
	}
	for folder, allowed := range layers {
		may, found := rows[folder]
		if !found {
			t.Errorf("%s has no row", folder)
			continue
		}
		if strings.Contains(may, "its parts") || strings.Contains(may, "all of the above") {
			continue // no list
		}
		var said []string
		for _, name := range names.FindAllStringSubmatch(may, -1) {
			said = append(said, name[1])
		}
		slices.Sort(said)
		if want := slices.Sorted(slices.Values(allowed)); !slices.Equal(said, want) {
			t.Errorf("%s may import %v, and its row says %v", folder, want, said)
		}
	}
}

// importsByFolder returns what the Go files of each folder import, tests apart.
func importsByFolder(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || len(d.Name()) > 1 && d.Name()[0] == '.') {
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		imports[folder] = append(imports[folder], "")
		for _, s := range file.Imports {
			p, err := strconv.Unquote(s.Path.Value)
			if err != nil {
				return err
			}
			imports[folder] = append(imports[folder], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
